"""What the parts of the server count while they work: plain numbers, read when somebody asks for /metrics.

No names and no content: a count's label is one of our own words, never something that a person sent.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import Final, NamedTuple

LATE_MS: Final = (1.0, 2.0, 5.0, 10.0, 20.0, 33.0, 50.0, 100.0, 250.0, 1000.0)
"""Upper edges of the buckets of lateness, ms; what is later than the last counts as later."""


class Lateness:
    """How late things came, in buckets."""

    def __init__(self) -> None:
        self.buckets = [0] * (len(LATE_MS) + 1)
        self.count = 0
        self.sum_ms = 0.0

    def add(self, late_ms: float) -> None:
        self.buckets[bisect_left(LATE_MS, late_ms)] += 1
        self.count += 1
        self.sum_ms += late_ms


class Counts:
    """One for the whole server; only ever grows."""

    def __init__(self) -> None:
        self.cut: Counter[str] = Counter()
        """Connections ended by us: malformed, too_fast, too_far_behind, not_reading, silent, refused, replaced."""
        self.refused: Counter[str] = Counter()
        """Refusals by code, also those of the HTTP doors."""
        self.facts = 0
        self.listeners_failed = 0
        """Times that something which hears a room's facts broke down."""
        self.lines_lost = 0
        """Connections that ended without a goodbye."""
        self.resumed = 0
        """Connections that went on behind their last fact; the others got a snapshot."""
        self.snapshots = 0
        self.poses = 0
        self.poses_refused = 0
        self.ticks = 0
        self.ticks_skipped = 0
        """Packets that a slow reader did not get; it gets a whole picture later."""
        self.tick_late = Lateness()
        self.seek_took = Lateness()
        """From the wish for a place of a recording until it is shown."""


class RecordingNow(NamedTuple):
    """How one recording that goes on is."""

    waiting: int
    """Ticks and facts that the disk has not taken yet."""
    trouble: str
    """Why nothing can be kept just now; empty while all is well."""


class Waiting(NamedTuple):
    """How far behind one connection is."""

    facts: int
    bytes: int
    unwritten: int
    """Bytes that wait for the other side to read."""
