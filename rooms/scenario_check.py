"""What is wrong in a scenario file and what it still lacks, each with its line and what to write instead."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

from rooms.mistakes import Mistake
from rooms.place import Place
from rooms.scenario import General, Scenario
from rooms.scenario_course import course_problems
from rooms.scenario_file import library, parse_source
from rooms.scenario_names import name_problems
from rooms.scenario_reading import reading_advice
from rooms.scenario_whole import whole_advice
from rooms.scenario_words import word_problems
from rooms.yaml_source import Source


class Findings(msgspec.Struct, frozen=True):
    """A mistake keeps a scenario from being played; advice would make it better. Both in the order of the lines."""

    scenario: Scenario | None
    """None when the file has no such form at all; fit to be played when there are no mistakes."""
    mistakes: list[Mistake]
    advice: list[Mistake]


def check(
    text: str, filename: str, general: General, places: Mapping[str, Place], scenarios: Collection[str] | None = None
) -> Findings:
    """Looks at the scenario in `text`; `scenarios` are the ids that it may lead to, the library's unless given.

    Names, course and words are looked at as soon as the form can be read at all.
    """
    source = Source(text, filename)
    scenario, mistakes = parse_source(source)
    if scenario is None:
        return Findings(None, _in_order(mistakes), [])
    problems = [
        *name_problems(scenario, general, places),
        *course_problems(scenario),
        *word_problems(scenario, general),
    ]
    known = library() if scenarios is None else scenarios
    advice = [*whole_advice(scenario, known), *reading_advice(scenario)]
    return Findings(
        scenario,
        _in_order([*mistakes, *map(source.mistake, problems)]),
        _in_order([*map(source.mistake, advice)]),
    )


def _in_order(mistakes: list[Mistake]) -> list[Mistake]:
    return sorted(mistakes, key=lambda mistake: mistake.line)
