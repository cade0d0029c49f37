"""Ways to walk: straight when nothing is in the way, else the shortest way round what stands on the floor."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rooms.floor import BODY_M
from rooms.motion import distance
from rooms.place import GroundPoint, Place

PERSON_M = 0.2
"""Radius of a human who is walked round; half the breadth of the one who walks comes on top."""
CORNERS = 8
"""Points round each obstacle that a way may lead over."""

Floats = npt.NDArray[np.float64]


def route(place: Place, start: GroundPoint, end: GroundPoint, people: Sequence[GroundPoint] = ()) -> list[GroundPoint]:
    """The points of a walk from `start` to `end` round the place's blocks and round `people`.

    An end on a seat is inside its bench: one steps off it by the nearest free point. Straight when no way is found.
    """
    in_the_way = [at for at in people if min(distance(at, start), distance(at, end)) > PERSON_M + BODY_M]
    blocks = np.array([*place.blocks, *((x, z, PERSON_M) for x, z in in_the_way)], dtype=np.float64).reshape(-1, 3)
    blocks[:, 2] += BODY_M
    if _clear_from(np.array(start), np.array([end], dtype=np.float64), blocks)[0]:
        return [start, end]
    corners = _corners(place, blocks)
    first, last = _way_out(start, blocks, corners), _way_out(end, blocks, corners)
    points = np.array([first, last, *corners.tolist()], dtype=np.float64)
    between = _shortest(points, blocks)
    return _without_repeats([start, *between, end])


def _corners(place: Place, blocks: Floats) -> Floats:
    """Free points (n x 2) round every block, so far out that the line between two neighbours passes clear of it."""
    angles = 2 * np.pi * np.arange(CORNERS) / CORNERS
    round_it = np.stack((np.sin(angles), np.cos(angles)), axis=-1)
    reach = blocks[:, 2] / math.cos(math.pi / CORNERS) + 0.02
    points = (blocks[:, None, :2] + reach[:, None, None] * round_it).reshape(-1, 2)
    x, z = points[:, 0, None], points[:, 1, None]
    x0, z0, x1, z1 = np.array(place.floor, dtype=np.float64).reshape(-1, 4).T
    on_floor = ((x0 <= x) & (x <= x1) & (z0 <= z) & (z <= z1)).any(axis=-1)
    free: Floats = points[on_floor & ~_inside(points, blocks)]
    return free


def _inside(points: Floats, blocks: Floats) -> npt.NDArray[np.bool_]:
    away = np.hypot(points[:, 0, None] - blocks[:, 0], points[:, 1, None] - blocks[:, 1])
    inside: npt.NDArray[np.bool_] = np.asarray((away < blocks[:, 2]).any(axis=-1))
    return inside


def _way_out(at: GroundPoint, blocks: Floats, corners: Floats) -> GroundPoint:
    if not len(corners) or not _inside(np.array([at], dtype=np.float64), blocks)[0]:
        return at
    x, z = corners[np.hypot(corners[:, 0] - at[0], corners[:, 1] - at[1]).argmin()]
    return float(x), float(z)


def _clear_from(at: Floats, points: Floats, blocks: Floats) -> npt.NDArray[np.bool_]:
    """Which of `points` (n x 2) can be walked to straight from `at` (2): the line there touches no block."""
    line, to_block = points[:, None, :] - at, blocks[:, :2] - at
    length = (line**2).sum(axis=-1)
    along = np.clip((to_block * line).sum(axis=-1) / np.where(length == 0, 1.0, length), 0.0, 1.0)
    off = to_block - along[..., None] * line
    clear: npt.NDArray[np.bool_] = (np.hypot(off[..., 0], off[..., 1]) >= blocks[:, 2] - 1e-9).all(axis=-1)
    return clear


def _shortest(points: Floats, blocks: Floats) -> list[GroundPoint]:
    """The shortest way from point 0 to point 1 over clear lines (A*); the two alone when there is none.

    Whether a line is clear is looked at only when a way might lead over it: looking at all of them takes 50 ms among
    eight people, in which a room would stand still.
    """
    to_end = np.hypot(*(points - points[1]).T)
    far = np.full(len(points), np.inf)
    before = np.full(len(points), -1)
    todo = np.ones(len(points), np.bool_)
    far[0] = 0.0
    while True:
        here = int(np.where(todo, far + to_end, np.inf).argmin())
        if here == 1 or not todo[here] or not np.isfinite(far[here]):
            break
        todo[here] = False
        reach = far[here] + np.hypot(*(points - points[here]).T)
        nearer = np.flatnonzero(todo & (reach < far) & (reach + to_end < far[1]))
        nearer = nearer[_clear_from(points[here], points[nearer], blocks)]
        far[nearer], before[nearer] = reach[nearer], here
    path = [1]
    while before[path[-1]] >= 0:
        path.append(int(before[path[-1]]))
    chosen = path[::-1] if path[-1] == 0 else [0, 1]
    return [(float(points[number, 0]), float(points[number, 1])) for number in chosen]


def _without_repeats(path: list[GroundPoint]) -> list[GroundPoint]:
    """At least two points, no leg of no length between them but for a walk that leads nowhere."""
    kept = [path[0]]
    for point in path[1:]:
        if distance(kept[-1], point) > 1e-6:
            kept.append(point)
    return kept if len(kept) > 1 else [path[0], path[-1]]
