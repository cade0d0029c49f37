"""Room to stand: free points on a place's floor."""

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
    """Who already stands where while places are given out round the client; `humans` (others) are never stood upon.

    One who has walked off the floor is taken to stand at its edge: there is always room for a crowd.
    """

    def __init__(self, place: Place, client: GroundPoint, humans: list[GroundPoint]) -> None:
        self.place = place
        self.client = client
        self.centre = onto_floor(place, client)
        self._humans = humans
        self._taken: list[GroundPoint] = []

    def add(self, at: GroundPoint) -> None:
        self._taken.append(at)

    def taken(self) -> list[GroundPoint]:
        """Where others stand or will stand, people and avatars; the client is not among them."""
        return [*self._humans, *self._taken]

    def is_free(self, at: GroundPoint, ignore_blocks: bool = False) -> bool:
        """Whether a person can stand at `at`."""
        if any(distance(at, other) < APART_M for other in self._taken):
            return False
        if any(distance(at, other) < APART_M for other in self._humans):
            return False
        return ignore_blocks or can_stand(self.place, at)


def can_stand(place: Place, at: GroundPoint) -> bool:
    """Whether `at` is on the floor and clear of what stands there."""
    on_floor = any(x0 <= at[0] <= x1 and z0 <= at[1] <= z1 for x0, z0, x1, z1 in place.floor)
    return on_floor and all(math.hypot(at[0] - x, at[1] - z) > r + BODY_M for x, z, r in place.blocks)


def onto_floor(place: Place, at: GroundPoint) -> GroundPoint:
    """`at`, or the point of the floor that is nearest to it."""
    on = [(min(max(at[0], x0), x1), min(max(at[1], z0), z1)) for x0, z0, x1, z1 in place.floor]
    return min(on, key=lambda point: distance(point, at))


def stand_near(crowd: Crowd, radius: float, degrees: float) -> GroundPoint:
    """A free point at `radius` metres from the client, as near to the direction `degrees` as can be.

    When the whole ring is taken the ring grows by 0.2 m: nobody ever comes closer than asked.
    """
    for grown in range(40):
        for turn in TRY_DEGREES:
            angle = math.radians(degrees + turn)
            reach = radius + 0.2 * grown
            at = (crowd.centre[0] + reach * math.sin(angle), crowd.centre[1] + reach * math.cos(angle))
            if distance(at, crowd.client) >= radius - 1e-6 and crowd.is_free(at):
                return at
    raise ValueError(f"{crowd.place.id} has no room for one more person")
