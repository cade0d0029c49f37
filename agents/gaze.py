"""Where avatars look: the share of time that the level of attention promises, held exactly. NumPy over a whole room.

Each avatar owes looks: while it looks away the debt grows by the share, while it looks at the client it shrinks by the
rest (error diffusion in time). It looks up when the debt is past an upper bound and away when it is past a lower one,
so its share over any minute is the promised one within the band. Talk moves the bounds: one who is spoken to or speaks
looks sooner and longer, and makes up for it afterwards. Sources of the axis: Pan 2012; shares and bands are ours [own].
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from rooms.axes import GAZE_SHARE

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

BAND_S: Final = (0.35, 0.7, 2.0, 2.5, 2.5)
"""Half the width of the band of debt at each level, in seconds: the longer the looks, the wider."""
TALK_S: Final = (0.8, 1.2, 2.2, 1.5, 0.0)
"""How far talk moves both bounds down."""
NEVER: Final = np.inf
UNNOTICED: Final = 0
"""At this level only one who is in talk with the client looks up at all."""


class Gaze:
    """The debts of a room's avatars, in a fixed order. `chance` (0-1 each) sets them apart, so that they never blink
    in step."""

    def __init__(self, chance: Sequence[float]) -> None:
        self._start = 2 * np.array(chance, dtype=np.float64) - 1
        self._owed = self._start * BAND_S[1]
        self._level = -1

    def pass_time(self, seconds: float, looking: Flags, here: Flags, level: int) -> None:
        """`seconds` have gone by in which `looking` of those who are `here` looked at the client."""
        if level != self._level:
            self._owed, self._level = self._start * BAND_S[level] * 0.5, level
        share = GAZE_SHARE[level]
        self._owed += np.where(here, seconds * (share - looking), 0.0)
        if level == UNNOTICED:
            self._owed = np.minimum(self._owed, BAND_S[level])

    def wants(self, looking: Flags, talking: Flags, level: int) -> Flags:
        """Who should look at the client from now on."""
        if level != self._level:
            return looking
        if GAZE_SHARE[level] >= 1.0:
            return np.ones_like(looking)
        low, high = self._bounds(talking, level)
        return np.where(looking, self._owed > low, self._owed >= high)

    def turns_in(self, looking: Flags, talking: Flags, level: int) -> Floats:
        """Seconds until each would look up or away, if nothing else happens; infinite where never."""
        share = GAZE_SHARE[level]
        if share >= 1.0 or level != self._level:
            return np.where(looking, NEVER, 0.0)
        low, high = self._bounds(talking, level)
        away_in = (self._owed - low) / (1 - share)
        up_in = (high - self._owed) / share if share > 0 else np.full(len(self._owed), NEVER)
        return np.maximum(0.0, np.where(looking, away_in, up_in))

    def _bounds(self, talking: Flags, level: int) -> tuple[Floats, Floats]:
        moved = np.where(talking, TALK_S[level], 0.0)
        high = BAND_S[level] - moved
        return -BAND_S[level] - moved, np.where(talking, high, NEVER) if level == UNNOTICED else high
