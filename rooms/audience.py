"""Who is told what. A fact goes to everyone in the room unless it is listed here; the lobby hears only of itself."""

from __future__ import annotations

import msgspec

from rooms import facts as f
from rooms.people import STAFF, Person
from rooms.state import RoomState

STAFF_ONLY = (f.HeardAs, f.Instructed, f.Marked, f.Knocked, f.Declined, f.HumanCalled, f.HelpAsked)


def hears(state: RoomState, person: Person, fact: f.Fact) -> bool:
    """Whether `person` is told of `fact`; `state` is the room with the fact already applied."""
    about = getattr(fact, "person", None)
    if about == person.id:
        return True
    if isinstance(fact, f.PhaseChanged) and fact.phase == "ended":
        return True
    if person.where != "room":
        return False
    if isinstance(fact, f.Whispered):
        return fact.to == person.id or person.role in STAFF
    if isinstance(fact, STAFF_ONLY):
        return person.role in STAFF
    return True


def view_for(state: RoomState, person: Person) -> RoomState:
    """The state as `person` may see it. In the lobby: the scene's title and oneself, nothing of the room."""
    if person.where != "room":
        alone = {person.id: person}
        return RoomState(seq=state.seq, t=state.t, scene=state.scene, language=state.language, people=alone)
    if person.role in STAFF:
        return state
    people = {known.id: known for known in state.people.values() if known.where == "room" or known.id == person.id}
    notes = [note for note in state.notes if note.kind == "whisper" and note.to == person.id]
    return msgspec.structs.replace(state, people=people, notes=notes)
