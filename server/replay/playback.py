"""A recording played from a moment on: a cursor over what has been read of it ahead. Pure; `archive.py` reads.

What has been played to a position is what a seek to it gives: the same state, and the same row of every body.
"""

from __future__ import annotations

from collections import deque
from typing import Final, NamedTuple

import numpy as np

from rooms.bodies import POSE_BYTES, TICK_HEAD
from rooms.facts import Stamped
from rooms.fold import apply
from server.outbox import COME_AND_GONE
from server.recording.reader import Moment, Poses, SessionFile, gone_with

STRETCH_MS: Final = 10_000
"""So much is read at a time: as much as the file keeps in one block."""
AHEAD_S: Final = 2.0
"""More is read when there is less than this ahead, in seconds of those who watch."""


class Stretch(NamedTuple):
    """All of a recording with `after` < t ≤ `until`, ms."""

    after: int
    until: int
    facts: list[Stamped]
    poses: Poses


def read_stretch(file: SessionFile, after: int, until: int) -> Stretch:
    return Stretch(after, until, file.facts(after, until), file.poses(after, until))


class Playback:
    """The room of a recording at a position that only grows. `state` is folded in place."""

    def __init__(self, moment: Moment, position: int) -> None:
        self.state = moment.state
        self.rows: dict[int, bytes] = {}
        """The row of everybody who is here, by body."""
        self.moved: dict[int, bytes] = {}
        """The rows that have changed since they were last taken."""
        self.position = position
        self.read_until = position
        self._facts: deque[Stamped] = deque()
        self._poses: deque[Poses] = deque()
        self._at = 0
        """How many poses of the first stretch have been shown."""
        for start in range(TICK_HEAD.size, len(moment.bodies), POSE_BYTES):
            row = moment.bodies[start : start + POSE_BYTES]
            self.rows[row[0]] = row

    def wants(self, speed: float, last: int) -> tuple[int, int] | None:
        """What is to be read next (after, until), or None when enough has been read. `speed` 0: it stands still."""
        ahead = AHEAD_S * 1000 * max(1.0, speed) if speed else 0.0
        if self.read_until >= min(last, self.position + ahead):
            return None
        return self.read_until, min(last, self.read_until + STRETCH_MS)

    def feed(self, stretch: Stretch) -> None:
        """Takes what has been read. A stretch that does not follow on the last one is left out."""
        if stretch.after == self.read_until:
            self.read_until = stretch.until
            self._facts += [stamped for stamped in stretch.facts if stamped.seq > self.state.seq]
            self._poses.append(stretch.poses)

    def next_facts(self, position: int) -> list[Stamped]:
        """The facts of the next moment up to `position`, which are folded now; none: call `move`.

        Those of one moment come together, as far as the same people may hear them: until somebody has come or gone.
        """
        if not self._facts or self._facts[0].t > position:
            return []
        t, passed = self._facts[0].t, list[Stamped]()
        self._move(t)
        while self._facts and self._facts[0].t == t:
            stamped = self._facts.popleft()
            if (who := gone_with(stamped.fact)) is not None and who in self.state.people:
                self._forget(self.state.people[who].body)
            apply(self.state, stamped)
            passed.append(stamped)
            if isinstance(stamped.fact, COME_AND_GONE):
                break
        return passed

    def move(self, position: int) -> None:
        """Everybody stands as at `position`. Call it when there are no more facts up to there."""
        self._move(position)
        self.position = max(self.position, position)

    def take_moved(self) -> dict[int, bytes]:
        moved, self.moved = self.moved, {}
        return moved

    def _move(self, until: int) -> None:
        """The newest pose of each body wins."""
        while self._poses:
            poses = self._poses[0]
            end = int(np.searchsorted(poses.t, until, side="right"))
            newest = {int(body): number for number, body in enumerate(poses.body[self._at : end].tolist(), self._at)}
            moved = {body: poses.rows[number].tobytes() for body, number in newest.items()}
            self.rows |= moved
            self.moved |= moved
            self._at = end
            if end < len(poses.t) or len(self._poses) == 1:
                return
            self._poses.popleft()
            self._at = 0

    def _forget(self, body: int | None) -> None:
        if body is not None:
            self.rows.pop(body, None)
            self.moved.pop(body, None)
