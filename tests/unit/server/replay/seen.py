"""What a watcher ought to see: what the recording says of the moment they look at, as far as they may know it."""

from __future__ import annotations

import msgspec

from rooms import watch_rules
from rooms.audience import view_for
from rooms.people import Person
from rooms.state import RoomState
from tests.unit.server.recording.kit import copy_of
from tests.unit.server.replay.kit import Replay, Watcher, rows_in

AS_STAFF = Person("t9", "therapist", "", "", "nb", where="room")
AS_CLIENT = Person("c1", "client", "", "", "nb", where="room")


def seen_of(state: RoomState, sees: Person) -> RoomState:
    """What one may know of a state; who is told less has heard fewer facts, and not of one who waits outside again."""
    seen = view_for(copy_of(state), sees)
    here = {person.id: person for person in seen.people.values() if sees.role != "client" or person.where == "room"}
    return msgspec.structs.replace(seen, people=here, seq=0, t=0)


def has_the_moment(replay: Replay, watcher: Watcher, sees: Person) -> None:
    at = watch_rules.where_is(replay.session.hall, watcher.who, replay.session.now())
    moment = replay.file.at(at)
    assert watcher.state is not None
    assert seen_of(watcher.state, sees) == seen_of(moment.state, sees), at
    assert replay.session.screening_of(watcher.who).rows == rows_in(moment.bodies), at
