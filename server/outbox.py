"""What one connection is sent, in order, and who is cut when they do not take it.

engine.io's own queue has no bound, so a stalled client that still answers pings would grow without end. Facts are never
dropped: the client says what it has seen, and one that is too far behind, in facts, bytes or time, is cut and may come
back for the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from typing import Any, Final

import msgspec

from rooms.audience import hears, view_for
from rooms.facts import Admitted, Declined, Knocked, Left, Stamped
from rooms.people import Person
from rooms.state import RoomState
from rooms.wire import Facts, Snapshot
from server.frames import binary_frame
from server.packets import event

MOST_UNSEEN: Final = 512
"""Facts a client may be behind before it is cut."""
MOST_UNSEEN_BYTES: Final = 800 * 1024
"""Kept for one client, written or waiting: more than the snapshot of the fullest room. The answers to what it asks come
on top, 200 kB at the very most, so that one client holds less than 1 MB."""

COME_AND_GONE: Final = (Knocked, Admitted, Declined, Left)
"""After these another may be known, or know more, than when a missed fact happened."""

Message = tuple[str, msgspec.Struct]
"""An event and its payload. It may share with the living state, so it is written down before anything else happens."""


class Unseen:
    """A fact that was sent, or a snapshot up to it, and not acknowledged. `at` in room ms."""

    __slots__ = ("at", "seq", "size")

    def __init__(self, seq: int, at: int) -> None:
        self.seq = seq
        self.at = at
        self.size = 0


class Outbox:
    """Chooses and words what one person is told. Pure; the gateway sends what it returns."""

    def __init__(self, person: str, epoch: str, sees: Person | None = None) -> None:
        """`sees`: as whom they are told, for one who is not in the room; None: as the person that they are there."""
        self.person = person
        self._sees = sees
        self._epoch = epoch
        self._unseen: deque[Unseen] = deque()
        self.bytes = 0
        """Of what was sent and not yet seen."""

    def start(self, state: RoomState, log: list[Stamped], now: int, epoch: str | None, after: int) -> list[Message]:
        """The first messages of a connection: what it missed since `after`, or a snapshot.

        Who may hear a fact is judged by the room as it is now, so a snapshot is sent when people have come or gone
        meanwhile; also when too much was missed, too long ago, or when `epoch` or `after` are of another log.
        """
        kept = after == state.seq or (bool(log) and log[0].seq <= after + 1)
        if epoch == self._epoch and 0 < after <= state.seq and kept and self.person in state.people:
            missed = log[bisect_right(log, after, key=lambda stamped: stamped.seq) :]
            if len(missed) < MOST_UNSEEN and not any(isinstance(stamped.fact, COME_AND_GONE) for stamped in missed):
                return self.tell(state, missed, now)
        return [self._snapshot(state, now)]

    def tell(self, state: RoomState, facts: list[Stamped], now: int) -> list[Message]:
        """The messages for new facts: those that this person hears; a whole snapshot when they knock or are let in."""
        person = self._who(state)
        if person is None:
            return []
        if any(isinstance(s.fact, Knocked | Admitted) and s.fact.person == self.person for s in facts):
            return [self._snapshot(state, now)]
        heard = [stamped for stamped in facts if hears(state, person, stamped.fact)]
        if not heard:
            return []
        self._unseen += [Unseen(stamped.seq, now) for stamped in heard]
        return [("facts", Facts(self._epoch, now, heard))]

    def show(self, state: RoomState, epoch: str, now: int) -> Message:
        """A snapshot of another log, or of another moment of it: whoever has seen it has seen all before."""
        self._epoch = epoch
        for unseen in self._unseen:
            unseen.seq = min(unseen.seq, state.seq)
        return self._snapshot(state, now)

    def _who(self, state: RoomState) -> Person | None:
        return self._sees or state.people.get(self.person)

    def _snapshot(self, state: RoomState, now: int) -> Message:
        self._unseen.append(Unseen(state.seq, now))
        seen = view_for(state, self._who(state))
        return "snapshot", Snapshot(self._epoch, now, self.person, seen)

    def seen(self, seq: int) -> None:
        """The client has every fact up to `seq`."""
        while self._unseen and self._unseen[0].seq <= seq:
            self.bytes -= self._unseen.popleft().size

    def came_to(self, size: int) -> None:
        """The last message of facts, or the snapshot, is `size` bytes long."""
        if self._unseen:
            self._unseen[-1].size = size
            self.bytes += size

    def unseen_for(self, now: int) -> int:
        """For how many ms the oldest unseen fact has been on its way."""
        return now - self._unseen[0].at if self._unseen else 0

    @property
    def behind(self) -> int:
        """How many facts were sent and not yet seen."""
        return len(self._unseen)


def plain(message: msgspec.Struct) -> dict[str, Any]:
    """The message in the types that MessagePack writes; nothing in it is shared with the living state."""
    written: dict[str, Any] = msgspec.to_builtins(message)
    return written


class Packets:
    """Writes down the messages of one room. What many are told at once is written once: most hear the same facts."""

    def __init__(self) -> None:
        self._newest: tuple[str, int, int] = ("", 0, 0)
        self._made: dict[tuple[int, ...], bytes] = {}

    def of(self, message: Message) -> bytes:
        """The message as a WebSocket's frame."""
        name, payload = message
        if not isinstance(payload, Facts):
            return binary_frame(event(name, payload))
        seqs = tuple(stamped.seq for stamped in payload.facts)
        newest = payload.epoch, payload.now, seqs[-1]
        if newest != self._newest:
            self._newest = newest
            self._made.clear()
        if seqs not in self._made:
            self._made[seqs] = binary_frame(event(name, payload))
        return self._made[seqs]
