"""Walks that do not run into each other: how fast one may set out, given where the others will be. Pure, NumPy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from rooms.motion import WALK_M_S
from rooms.people import Motion
from rooms.place import GroundPoint

Floats = npt.NDArray[np.float64]

SPEEDS: Final = (WALK_M_S, 0.95, 1.35, 0.75)
"""Metres a second, the likeliest first: people let each other pass by walking slower or quicker."""
STEP_S: Final = 0.1
LONGEST_S: Final = 20.0
PASS_M: Final = 0.4
"""Two who pass each other keep at least this between their middles."""
_TIMES: Final[Floats] = np.arange(0.0, LONGEST_S, STEP_S)


def track(path: Sequence[GroundPoint], speed: float, already_s: float = 0.0) -> Floats:
    """Where somebody on `path` is at each tenth of the next twenty seconds (200 x 2), `already_s` after setting out."""
    points = np.array(path, dtype=np.float64)
    if len(points) < 2:
        return np.broadcast_to(points[0], (len(_TIMES), 2))
    ends = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
    gone = (_TIMES + already_s) * speed
    return np.stack([np.interp(gone, ends, points[:, axis]) for axis in (0, 1)], axis=-1)


def track_of(motion: Motion, scene_ms: int) -> Floats:
    """As `track`, of somebody who is on their way or stands."""
    return track(motion.path, motion.speed, max(0, scene_ms - motion.start) / 1000)


def speed_among(path: Sequence[GroundPoint], others: Sequence[Floats]) -> float:
    """The first of `SPEEDS` at which one who sets out now keeps clear of `others`; else the one that keeps clearest.

    Those who stand where the way begins or ends do not count: one has to leave them or to join them.
    """
    if not others:
        return SPEEDS[0]
    everyone = np.stack(others)
    best, clearest = SPEEDS[0], -1.0
    for speed in SPEEDS:
        mine = track(path, speed)
        apart = np.hypot(*np.moveaxis(everyone - mine, -1, 0))
        off_start = np.hypot(*(mine - mine[0]).T) > PASS_M
        off_end = np.hypot(*(mine - np.array(path[-1])).T) > PASS_M
        nearest = float(apart[:, off_start & off_end].min(initial=np.inf))
        if nearest >= PASS_M:
            return speed
        if nearest > clearest:
            best, clearest = speed, nearest
    return best
