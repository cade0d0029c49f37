"""Room to stand and to walk: free points on a place's floor, and routes that go round what is in the way."""

from __future__ import annotations

import math

from rooms.motion import distance
from rooms.place import GroundPoint, Place

BODY_M = 0.22
"""Half the breadth of a person."""
APART_M = 0.5
"""The least distance between two avatars."""
TRY_DEGREES = (0, 15, -15, 30, -30, 45, -45, 60, -60, 80, -80, 100, -100, 120, -120, 140, -140, 160, -160, 180)


class Crowd:
    """Who already stands where while places are given out. `centre` is the client; `humans` are never stood upon."""

    def __init__(self, place: Place, centre: GroundPoint, humans: list[GroundPoint]) -> None:
        self.place = place
        self.centre = centre
        self._humans = humans
        self._taken: list[GroundPoint] = []

    def add(self, at: GroundPoint) -> None:
        self._taken.append(at)

    def is_free(self, at: GroundPoint, ignore_blocks: bool = False) -> bool:
        """Whether a person can stand at `at`."""
        if any(distance(at, other) < APART_M for other in self._taken):
            return False
        if any(distance(other, self.centre) > 0.01 and distance(at, other) < APART_M for other in self._humans):
            return False
        return ignore_blocks or can_stand(self.place, at)


def can_stand(place: Place, at: GroundPoint) -> bool:
    """Whether `at` is on the floor and clear of what stands there."""
    on_floor = any(x0 <= at[0] <= x1 and z0 <= at[1] <= z1 for x0, z0, x1, z1 in place.floor)
    return on_floor and all(math.hypot(at[0] - x, at[1] - z) > r + BODY_M for x, z, r in place.blocks)


def stand_near(crowd: Crowd, radius: float, degrees: float) -> GroundPoint:
    """A free point at `radius` metres from the client, as near to the direction `degrees` as can be.

    When the whole ring is taken the ring grows by 0.2 m: nobody ever comes closer than asked.
    """
    for grown in range(40):
        for turn in TRY_DEGREES:
            angle = math.radians(degrees + turn)
            reach = radius + 0.2 * grown
            at = (crowd.centre[0] + reach * math.sin(angle), crowd.centre[1] + reach * math.cos(angle))
            if crowd.is_free(at):
                return at
    raise ValueError(f"{crowd.place.id} has no room for one more person")


def route(place: Place, start: GroundPoint, end: GroundPoint) -> list[GroundPoint]:
    """The points of a walk: straight when nothing is in the way, else by the open lane of the first way."""
    if _clear(place, start, end):
        return [start, end]
    lane = place.ways[0].points[-1][1] if place.ways else 0.0
    return [start, (start[0], lane), (end[0], lane), end]


def _clear(place: Place, start: GroundPoint, end: GroundPoint) -> bool:
    """Whether a straight walk passes every block; those that hold its ends do not count (a bench one sits on)."""
    for x, z, r in place.blocks:
        inside = min(math.hypot(start[0] - x, start[1] - z), math.hypot(end[0] - x, end[1] - z)) < r + BODY_M
        if not inside and _distance_to_segment((x, z), start, end) < r + BODY_M:
            return False
    return True


def _distance_to_segment(point: GroundPoint, a: GroundPoint, b: GroundPoint) -> float:
    length = distance(a, b)
    if length == 0:
        return distance(point, a)
    along = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length**2
    along = max(0.0, min(1.0, along))
    return distance(point, (a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])))
