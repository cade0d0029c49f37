"""How fast one sender may go: so many a second, told once when over it, then slowed, then cut."""

from __future__ import annotations

import math
from typing import Final

PATIENCE_S: Final = 5.0
"""How long a sender may stay over the limit before it is cut."""
CUT: Final = math.inf


class Pace:
    """A bucket of `burst` tokens that fills at `rate` a second. Pure: the clock's seconds come in.

    Whoever handles the sender's messages sleeps for what `take` says before the next is read, so the sender's own
    line fills up and nobody else waits. `told` is the caller's: whether the sender has been told.
    """

    __slots__ = ("_at", "_burst", "_over_since", "_rate", "_tokens", "told")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate = rate
        self._burst = self._tokens = burst
        self._at = now
        self._over_since = CUT
        self.told = False

    def take(self, now: float) -> float:
        """Counts one message. Seconds to wait before handling it: 0 within the pace, CUT when patience is at an end."""
        tokens = self._tokens + (now - self._at) * self._rate
        if tokens >= self._burst:
            tokens, self._over_since = self._burst, CUT
        self._at = now
        self._tokens = tokens = tokens - 1.0
        if tokens >= 0.0:
            return 0.0
        self._over_since = min(self._over_since, now)
        return CUT if now - self._over_since > PATIENCE_S else -tokens / self._rate
