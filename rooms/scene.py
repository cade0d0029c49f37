"""What everyone in the room is told of a scenario: who is in it, where, what may be said. Plain data."""

from __future__ import annotations

import msgspec

from rooms.axes import AXES, TOP_LEVEL, Axis, Language
from rooms.place import GroundPoint
from rooms.scenario_pressure import Cue


class CastInfo(msgspec.Struct, frozen=True):
    name: str
    part: dict[Language, str]
    look: str
    at: GroundPoint
    facing: float


class SceneInfo(msgspec.Struct, frozen=True):
    """What everyone in the room is told of the scenario."""

    id: str
    title: dict[Language, str]
    goal: dict[Language, str]
    place: str
    minutes: int
    steps: list[dict[Language, str]]
    """What each step of the ladder adds, step 1 first."""
    cast: dict[str, CastInfo]
    tops: dict[Axis, int] = msgspec.field(default_factory=lambda: dict.fromkeys(AXES, TOP_LEVEL))
    """The highest level that each axis has here."""
    cues: list[Cue] = []
    """Shown while `substance_cues` is at their level or above."""
    second_task: dict[Language, str] | None = None
    """Shown while `load` is 3 or above."""
    second_goal: str | None = None
    """The goal that is reached when the second task is done."""
    limit_s: int | None = None
    """Seconds counted down at load 4."""


class OfferedCard(msgspec.Struct, frozen=True):
    """Something the client could say now."""

    meaning: str
    icon: str
    words: dict[Language, str]
