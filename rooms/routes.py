"""Ways to walk: straight when nothing is in the way, else the shortest way round what stands on the floor."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rooms.floor import BODY_M
from rooms.motion import distance
from rooms.place import GroundPoint, Place

PERSON_M = 0.25
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
    if not _touched(np.array(start), np.array(end), blocks).any():
        return [start, end]
    corners = _corners(place, blocks)
    first, last = _way_out(start, blocks, corners), _way_out(end, blocks, corners)
    return _without_repeats([start, *_round_what_matters(place, first, last, blocks), end])


def _round_what_matters(place: Place, first: GroundPoint, last: GroundPoint, blocks: Floats) -> list[GroundPoint]:
    """The shortest way round all blocks, looked for round those alone that have been found to be in the way.

    The shortest way round a few blocks that touches none of the others is the shortest of all. Most walks meet one or
    two of the twenty that stand about: looking round all of them takes 5 ms, in which every room waits.
    """
    matter = _touched(np.array(first), np.array(last), blocks)
    while True:
        few = blocks[matter]
        path = _shortest(np.array([first, last, *_corners(place, few).tolist()], dtype=np.float64), few)
        points = np.array(path)
        met = _touched(points[:-1], points[1:], blocks).any(axis=0) & ~matter
        if not met.any():
            return path
        matter |= met


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


def _touched(starts: Floats, ends: Floats, blocks: Floats) -> npt.NDArray[np.bool_]:
    """Which blocks (last axis) the straight line from each of `starts` (... x 2) to its one of `ends` touches."""
    line, to_block = (ends - starts)[..., None, :], blocks[:, :2] - starts[..., None, :]
    length = (line**2).sum(axis=-1)
    along = np.clip((to_block * line).sum(axis=-1) / np.where(length == 0, 1.0, length), 0.0, 1.0)
    off = to_block - along[..., None] * line
    touched: npt.NDArray[np.bool_] = np.hypot(off[..., 0], off[..., 1]) < blocks[:, 2] - 1e-9
    return touched


def _shortest(points: Floats, blocks: Floats) -> list[GroundPoint]:
    """The shortest way from point 0 to point 1 over lines that touch no block (A*); the two alone if there is none."""
    to_end = np.hypot(*(points - points[1]).T)
    far = np.full(len(points), np.inf)
    before = np.full(len(points), -1)
    todo = np.zeros(len(points))
    far[0] = 0.0
    while True:
        here = int((far + to_end + todo).argmin())
        if here == 1 or not np.isfinite(far[here] + todo[here]):
            break
        todo[here] = np.inf
        reach = far[here] + np.hypot(*(points - points[here]).T)
        nearer = np.flatnonzero((reach < far) & (reach + to_end < far[1]))
        nearer = nearer[~_touched(points[here], points[nearer], blocks).any(axis=-1)]
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
