"""The bodies of a replay: those of the recording as its reel has come, and those of the people who watch."""

from __future__ import annotations

from typing import Protocol

from rooms.bodies import TICK, TICK_HEAD, Bodies
from rooms.watching import FIRST_WATCHER_BODY, MOST_WATCHERS
from server.counts import Counts
from server.frames import binary_frame
from server.replay.screening import Screening
from server.visits import Visits


class Seen(Protocol):
    """As much of a replay as its stream asks for."""

    name: str

    def now(self) -> int: ...

    def go_on(self) -> None:
        """Tells what has happened until now."""

    def screenings(self) -> list[Screening]: ...

    def screening_of(self, watcher: str) -> Screening: ...

    def body_of(self, watcher: str) -> int | None: ...


class ReplayStream(Visits):
    """Ticks go by the watchers' clock, at most 30 a second at any speed: of each body the newest pose wins."""

    def __init__(self, replay: Seen, counts: Counts, turn: float = 0.0) -> None:
        super().__init__(replay.name, Bodies(FIRST_WATCHER_BODY + MOST_WATCHERS), counts, turn)
        self._replay = replay

    def tick(self) -> None:
        self._replay.go_on()
        t = self._now()
        watchers = self.bodies.take_tick(t)
        own = b"" if watchers is None else watchers[TICK_HEAD.size :]
        framed = {screening: _framed(screening.take_moved(), own, t) for screening in self._replay.screenings()}
        for person, visit in self._visits.items():
            frame = framed.get(self._replay.screening_of(person))
            if frame is not None and not visit.reader.push(frame, t):
                self._someone_behind = True
                self._counts.ticks_skipped += 1
        if any(framed.values()):
            self._counts.ticks += 1
            self._told_at = t
        if self._someone_behind:
            wholes = {person: binary_frame(self._whole(person, t)) for person in self._visits}
            behind = [who for who, visit in self._visits.items() if not visit.reader.caught_up(wholes[who], t)]
            self._someone_behind = bool(behind)

    def show_to(self, watcher: str) -> None:
        """Shows everybody to one who looks at another reel now."""
        self._show_all([visit for who, visit in self._visits.items() if who == watcher])

    def _now(self) -> int:
        return self._replay.now()

    def _body_of(self, person: str) -> int | None:
        return self._replay.body_of(person)

    def _whole(self, person: str, t: int) -> bytes:
        rows = self._replay.screening_of(person).rows
        return _packet(rows, self.bodies.all(t)[TICK_HEAD.size :], t)


def _framed(moved: dict[int, bytes], own: bytes, t: int) -> bytes | None:
    return binary_frame(_packet(moved, own, t)) if moved or own else None


def _packet(rows: dict[int, bytes], own: bytes, t: int) -> bytes:
    """A TICK packet of the recording's rows and those of the watchers, which have the higher numbers."""
    content = b"".join(rows[body] for body in sorted(rows)) + own
    return TICK_HEAD.pack(TICK, len(content) // 32, 0, t & 0xFFFFFFFF) + content
