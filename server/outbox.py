"""What one connection is sent, in order, and who is cut when they do not take it.

engine.io's own queue has no bound, so a stalled client that still answers pings would grow without end. Facts are never
dropped: the client says what it has seen, and one that is too far behind is cut and may come back for the rest.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

from rooms.audience import hears, view_for
from rooms.facts import Admitted, Stamped
from rooms.state import RoomState
from rooms.wire import Facts, Snapshot

MOST_UNSEEN: Final = 512
"""Facts a client may be behind before it is cut."""

Message = tuple[str, dict[str, Any]]
"""An event and its payload in plain types."""


class Outbox:
    """Chooses and words what one person is told. Pure; the gateway sends what it returns."""

    def __init__(self, person: str, epoch: str) -> None:
        self.person = person
        self._epoch = epoch
        self._unseen: list[int] = []

    def start(self, state: RoomState, log: list[Stamped], now: int, epoch: str | None, after: int) -> list[Message]:
        """The first messages of a connection: what it missed, or a snapshot when it knows another epoch."""
        person = state.people.get(self.person)
        if epoch == self._epoch and after > 0 and person is not None:
            missed = [stamped for stamped in log if stamped.seq > after]
            admitted = any(isinstance(s.fact, Admitted) and s.fact.person == self.person for s in missed)
            if not admitted and len(missed) < MOST_UNSEEN:
                return self.tell(state, missed, now)
        return [self.snapshot(state, now)]

    def tell(self, state: RoomState, facts: list[Stamped], now: int) -> list[Message]:
        """The messages for new facts: those that this person hears; a whole snapshot when they are let in."""
        person = state.people.get(self.person)
        if person is None:
            return []
        if any(isinstance(s.fact, Admitted) and s.fact.person == self.person for s in facts):
            return [self.snapshot(state, now)]
        heard = [stamped for stamped in facts if hears(state, person, stamped.fact)]
        if not heard:
            return []
        self._unseen += [stamped.seq for stamped in heard]
        return [("facts", _plain(Facts(self._epoch, now, heard)))]

    def snapshot(self, state: RoomState, now: int) -> Message:
        self._unseen = [state.seq]
        seen = view_for(state, state.people.get(self.person))
        return "snapshot", _plain(Snapshot(self._epoch, now, self.person, seen))

    def seen(self, seq: int) -> None:
        """The client has every fact up to `seq`."""
        self._unseen = [number for number in self._unseen if number > seq]

    @property
    def behind(self) -> int:
        """How many facts were sent and not yet seen."""
        return len(self._unseen)


def _plain(message: msgspec.Struct) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(message)
    return plain
