"""What is wrong in a scenario file, each mistake with its line and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping

from rooms.mistakes import Mistake
from rooms.place import Place
from rooms.scenario import General
from rooms.scenario_course import course_problems
from rooms.scenario_file import parse_source
from rooms.scenario_names import name_problems
from rooms.scenario_words import word_problems
from rooms.yaml_source import Source


def check(text: str, filename: str, general: General, places: Mapping[str, Place]) -> list[Mistake]:
    """All mistakes of the scenario in `text`, in the order of its lines; none for one that may be played.

    Names, course and words are looked at as soon as the form can be read at all.
    """
    source = Source(text, filename)
    scenario, mistakes = parse_source(source)
    if scenario is not None:
        problems = [
            *name_problems(scenario, general, places),
            *course_problems(scenario),
            *word_problems(scenario, general),
        ]
        mistakes = mistakes + [source.mistake(problem) for problem in problems]
    return sorted(mistakes, key=lambda mistake: mistake.line)
