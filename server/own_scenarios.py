"""Scenarios of a clinic's own: `scenarios/*.yaml` in the data folder, offered beside those of the library."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import msgspec

from rooms.mistakes import Mistake
from rooms.scenario_check import check
from rooms.scenario_file import library, load_general, load_places
from rooms.script import Script


class OwnScenarios(msgspec.Struct, frozen=True):
    """Those that may be played, by id, and what is wrong with the others, in the order of the files."""

    scripts: dict[str, Script]
    mistakes: list[Mistake]


def own_folder(data: Path) -> Path:
    """Where a server with this data folder looks for scenarios of its own."""
    return data / "scenarios"


def own_files(data: Path) -> dict[str, Path]:
    """The files there by name, in order; none where there is no such folder."""
    return {path.stem: path for path in sorted(own_folder(data).glob("*.yaml"))}


def load_own(data: Path) -> OwnScenarios:
    """Every scenario of the folder that has no mistake. One that cannot be used never keeps another from being used."""
    scripts: dict[str, Script] = {}
    mistakes: list[Mistake] = []
    general, places = load_general(), load_places()
    for path in own_files(data).values():
        text = _read(path)
        if isinstance(text, Mistake):
            mistakes.append(text)
            continue
        found = check(text, path.name, general, places)
        mistakes += found.mistakes
        if found.scenario is None or found.mistakes:
            continue
        if taken := _taken(found.scenario.id, scripts):
            mistakes.append(Mistake(path.name, 1, "id", taken, "an id of its own"))
        else:
            scripts[found.scenario.id] = Script(found.scenario, general, places[found.scenario.place])
    return OwnScenarios(scripts, mistakes)


def _read(path: Path) -> str | Mistake:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        return Mistake(path.name, 1, "", f"This is no text (byte {error.start}).", "text saved as UTF-8")
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        return Mistake(path.name, 1, "", f"The file cannot be read: {why}.", "a file that may be read")


def _taken(name: str, own: Collection[str]) -> str:
    """Why a scenario may not be called so; empty when it may."""
    if name in library():
        return f"'{name}' is a scenario that comes with Prøverom."
    return f"Another file has the id '{name}' already." if name in own else ""
