"""The scene's time: it runs while the room does, and stands still in pauses, in the calm place and before the start."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rooms.facts import PhaseChanged, Stamped
from rooms.measures.tracks import Times

Stretch = tuple[int, int]
"""From, until: room ms, the end not included."""


class SceneClock:
    """When the scene ran between the first fact and `until` (room ms); what lies in `gaps` is not known to have run."""

    def __init__(self, facts: Sequence[Stamped], until: int, gaps: Sequence[Stretch] = ()) -> None:
        self.until = until
        self.ran: list[Stretch] = []
        """The stretches in which the room ran, in order."""
        since: int | None = None
        for stamped in facts:
            if isinstance(stamped.fact, PhaseChanged):
                if since is not None:
                    self._add(since, stamped.t)
                since = stamped.t if stamped.fact.phase == "running" else None
        if since is not None:
            self._add(since, until)
        for gap in gaps:
            self._cut(*gap)
        edges = [edge for stretch in self.ran for edge in stretch]
        self._room = np.array([0, *edges], np.float64)
        self._scene = np.concatenate([[0.0], np.cumsum(np.diff(self._room) * (np.arange(len(edges)) % 2))])

    def _add(self, start: int, end: int) -> None:
        if self.ran and self.ran[-1][1] == start:
            start = self.ran.pop()[0]
        if end > start:
            self.ran.append((start, end))

    def _cut(self, start: int, end: int) -> None:
        around = [part for a, b in self.ran for part in ((a, min(b, start)), (max(a, end), b))]
        self.ran = [(a, b) for a, b in around if b > a]

    def total(self) -> int:
        """How long the scene ran, in ms."""
        return sum(end - start for start, end in self.ran)

    def scene(self, times: Times) -> NDArray[np.float64]:
        """How long the scene had run at room `times` (ms)."""
        found: NDArray[np.float64] = np.interp(times, self._room, self._scene)
        return found

    def between(self, start: int, end: int) -> int:
        """How long the scene ran between two room times, in ms; 0 when they are the wrong way round."""
        return sum(until - since for since, until in self.within(start, end))

    def within(self, start: int, end: int) -> list[Stretch]:
        """The stretches between two room times in which the scene ran."""
        clipped = ((max(since, start), min(until, end)) for since, until in self.ran)
        return [(since, until) for since, until in clipped if until > since]

    def after(self, start: int, ms: int) -> int:
        """The room time at which the scene has run for `ms` more than at `start`; the end when it never does."""
        left = ms
        if left <= 0:
            return start
        for since, until in self.within(start, self.until):
            if until - since >= left:
                return since + left
            left -= until - since
        return self.until

    def grid(self, step: int) -> Times:
        """Room times every `step` ms while the scene ran, int64[n]; each stands for the `step` ms that follow."""
        parts = [np.arange(since, until, step, dtype=np.int64) for since, until in self.ran]
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)
