"""A place as it is written in `rooms/library/places/*.json`: the server asks where one may stand, the client draws it.

Metres, +y up; a person's ground position is [x, z]; `facing` and `turn` in degrees, 0 looks along +z, 90 along +x.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Posture = Literal["stand", "sit", "phone", "crossed", "lean", "table", "pockets"]
GroundPoint = tuple[float, float]


class Spot(msgspec.Struct, frozen=True):
    """A place for one person. `you` marks where clients and peers start; `seat` is the height of a seat in metres."""

    id: str
    at: GroundPoint
    facing: float
    posture: Posture
    seat: float | None = None
    group: str | None = None
    you: bool = False
    fixed: bool = False
    """Whoever stands here keeps this post, however near the others come: behind a counter, at a door."""


class Way(msgspec.Struct, frozen=True):
    """A line that people come and go along; its first and last points are out of sight."""

    id: str
    points: list[GroundPoint]
    speed: float = 1.15
    """Metres a second: a calm walk, or the speed of what one rides in."""


class Place(msgspec.Struct, frozen=True):
    """Where one may stand (`floor`: rectangles x0, z0, x1, z1), what is in the way (`blocks`: circles x, z, radius)."""

    id: str
    mood: str
    spots: list[Spot]
    ways: list[Way]
    floor: list[tuple[float, float, float, float]]
    blocks: list[tuple[float, float, float]]
    looks_at: dict[str, tuple[float, float, float]]
    """Things in the place that people look at, by name: {"board": [x, y, z], "road": ..., "phone": ...}."""
    parts: list[dict[str, Any]]
    surfaces: dict[str, tuple[float, float, float]] = {}
    """Where small things may lie: "s1" nearest to where clients start, then on."""
