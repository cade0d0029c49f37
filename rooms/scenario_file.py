"""Scenario, general meanings and places, from their files in `rooms/library/` or from a file of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeVar

import msgspec

from rooms.mistakes import Mistake, Problem, ScenarioError
from rooms.place import Place
from rooms.scenario import General, Scenario
from rooms.yaml_shape import misfits
from rooms.yaml_source import Source

LIBRARY: Final = Path(__file__).parent / "library"
SKELETON: Final = LIBRARY / "start" / "skeleton.yaml"
"""A small whole scenario to begin one's own from; not one of the library."""
SCHEMA: Final = LIBRARY / "scenario.schema.json"
"""What a scenario may hold, for editors that complete and check YAML (written by infra/scenario_schema.py)."""
_GENERAL: Final = LIBRARY / "general.yaml"

T = TypeVar("T", Scenario, General)


def library() -> dict[str, Path]:
    """The scenarios that come with the program, by id."""
    return {path.stem: path for path in sorted(LIBRARY.glob("*.yaml")) if path != _GENERAL}


def load_scenario(path: Path) -> Scenario:
    """The scenario in `path`. Raises ScenarioError, which names every mistake of form, or OSError."""
    return _required(*parse_scenario(path.read_text(encoding="utf-8"), path.name))


def load_general() -> General:
    """What may be meant anywhere, from `general.yaml`. Raises as `load_scenario` does."""
    return _required(*_parsed(Source(_GENERAL.read_text(encoding="utf-8"), _GENERAL.name), General))


def load_place(place_id: str) -> Place:
    """The place with this id. Raises KeyError where there is none, msgspec.ValidationError where it is malformed."""
    path = _place_files()[place_id]
    return msgspec.json.decode(path.read_bytes(), type=Place)


def load_places() -> dict[str, Place]:
    """All places that come with the program, by id."""
    return {place_id: load_place(place_id) for place_id in _place_files()}


def parse_scenario(text: str, name: str) -> tuple[Scenario | None, list[Mistake]]:
    """The scenario that `text` spells, and what is wrong with its form; `name` is the file's name in the mistakes.

    None when the text has no such form at all. A scenario that only lacks something (a translation, a tone) comes
    with its mistakes, so that the other checks can still be made; it is not fit to be played.
    """
    return parse_source(Source(text, name))


def parse_source(source: Source) -> tuple[Scenario | None, list[Mistake]]:
    """As `parse_scenario`, for a caller who needs the lines afterwards."""
    return _parsed(source, Scenario)


def _place_files() -> dict[str, Path]:
    return {path.stem: path for path in sorted((LIBRARY / "places").glob("*.json"))}


def _parsed(source: Source, wanted: type[T]) -> tuple[T | None, list[Mistake]]:
    mistakes = list(source.mistakes)
    if source.value is None:
        return None, mistakes
    mistakes += [source.mistake(problem) for problem in misfits(source.value, wanted)]
    try:
        return msgspec.convert(source.value, wanted, strict=False), mistakes
    except msgspec.ValidationError as error:
        if not mistakes:
            mistakes.append(source.mistake(Problem((), f"{error}.", "what docs/scenarios.md shows")))
        return None, mistakes


def _required(read: T | None, mistakes: list[Mistake]) -> T:
    if read is None or mistakes:
        raise ScenarioError(mistakes)
    return read
