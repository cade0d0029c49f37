"""Rooms of the library's scenarios in virtual time, for tests and what is written from a played scene."""

from __future__ import annotations

from functools import cache

from agents.understanding import Understanding
from rooms.axes import Axis, Language
from rooms.scenario_file import library, load_general, load_place, load_scenario
from rooms.script import Script
from server import virtual_room


@cache
def load_script(name: str) -> Script:
    """The scenario `name` of the library with all that belongs to it."""
    scenario = load_scenario(library()[name])
    return Script(scenario, load_general(), load_place(scenario.place))


@cache
def load_understanding(name: str) -> Understanding:
    """What the avatars of the scenario `name` understand."""
    return Understanding(load_script(name).meanings())


class VirtualRoom(virtual_room.VirtualRoom):
    """A room of the library's scenario `name`, which is loaded once only."""

    def __init__(
        self, name: str, language: Language = "nb", ceiling: dict[Axis, int] | None = None, step: int = 1
    ) -> None:
        super().__init__(load_script(name), load_understanding(name), language, ceiling, step)
