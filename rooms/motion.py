"""Where an avatar is on its way: the same arithmetic as in `headset_client/src/session/motion.ts`."""

from __future__ import annotations

import math
from itertools import pairwise

import msgspec

from rooms.people import Motion
from rooms.place import GroundPoint

WALK_M_S = 1.15
"""A calm walk."""
RIDE_M_S = 3.0
"""Faster than this is riding, not walking: such a figure is inside its vehicle and not drawn until it arrives."""


class Standing(msgspec.Struct, frozen=True):
    """A place on the floor: metres, degrees, and the speed at which the figure moves just now (0 stands)."""

    at: GroundPoint
    facing: float
    speed: float


def distance(a: GroundPoint, b: GroundPoint) -> float:
    return math.hypot(b[0] - a[0], b[1] - a[1])


def bearing(a: GroundPoint, b: GroundPoint) -> float:
    """Degrees from `a` towards `b`: 0 along +z, 90 along +x, in (-180, 180]."""
    return math.degrees(math.atan2(b[0] - a[0], b[1] - a[1]))


def turn_between(a: float, b: float) -> float:
    """The smaller angle between two bearings, 0-180 degrees."""
    return abs((a - b + 180.0) % 360.0 - 180.0)


def path_length(path: list[GroundPoint]) -> float:
    return sum(distance(a, b) for a, b in pairwise(path))


def arrival(motion: Motion) -> int:
    """The scene time (ms) at which the walk ends."""
    if len(motion.path) < 2:
        return motion.start
    return motion.start + math.ceil(path_length(motion.path) / motion.speed * 1000)


def standing_at(motion: Motion, t: int) -> Standing:
    """Where the figure is at scene time `t` (ms); before `start` it stands on the first point."""
    left = max(0, t - motion.start) / 1000 * motion.speed
    for a, b in pairwise(motion.path):
        length = distance(a, b)
        if left < length:
            part = left / length
            at = (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)
            return Standing(at, bearing(a, b), motion.speed)
        left -= length
    return Standing(motion.path[-1], motion.facing, 0.0)
