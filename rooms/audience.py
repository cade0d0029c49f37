"""Who is told what. A fact goes to everyone in the room unless it is listed here; the lobby hears only of itself."""

from __future__ import annotations

import msgspec

from rooms import facts as f
from rooms.people import STAFF, Person
from rooms.state import Line, Note, Recording, RoomState

STAFF_ONLY = (
    f.HeardAs, f.Instructed, f.Marked, f.Declined, f.HelpAsked, f.Consented, f.DistressAsked,
    f.DistressRated, f.DistressLimitSet, f.Wished, f.NextSuggested,
)  # fmt: skip
"""Beside these: calls for a human, and everything about one who is still in the lobby."""


def hears(state: RoomState, person: Person, fact: f.Fact) -> bool:
    """Whether `person` is told of `fact`; `state` is the room with the fact already applied."""
    staff = person.where == "room" and person.role in STAFF
    if isinstance(fact, f.HumanCalled):
        return staff
    about = getattr(fact, "person", None)
    if about == person.id:
        return True
    if isinstance(fact, f.PhaseChanged) and fact.phase == "ended":
        return True
    if isinstance(fact, f.RecordingAsked | f.RecordingChanged | f.RecorderTroubled):
        return person.where != "gone"
    if person.where != "room":
        return False
    if isinstance(fact, f.Whispered):
        return fact.to == person.id or staff
    if isinstance(fact, STAFF_ONLY) or (about in state.people and state.people[about].where == "lobby"):
        return staff
    return True


def view_for(state: RoomState, person: Person | None) -> RoomState:
    """The state as `person` may see it. Before the knock (None) and in the lobby: the scene and oneself alone."""
    if person is None or person.where != "room":
        alone = {person.id: person} if person else {}
        recording = _own_answer(state, person.id) if person and person.where == "lobby" else Recording()
        return RoomState(
            seq=state.seq, t=state.t, scene=state.scene, language=state.language, people=alone, recording=recording
        )
    if person.role in STAFF:
        return state
    spoke = {line.who for line in state.lines}
    people = {
        known.id: known if known.where == "room" else msgspec.structs.replace(known, where="gone")
        for known in state.people.values()
        if known.where == "room" or known.id in spoke
    }
    lines = [_without_meaning(line) for line in state.lines]
    return msgspec.structs.replace(
        state, people=people, lines=lines, notes=[note for note in state.notes if _is_for(note, person.id)],
        recording=_own_answer(state, person.id),
        distress={who: one for who, one in state.distress.items() if who == person.id},
        suggestion=state.suggestion if state.suggested_to == person.id else None,
    )  # fmt: skip


def _own_answer(state: RoomState, person: str) -> Recording:
    """What others than staff know of the recording: who said no is between them and staff."""
    recording = state.recording
    answers = {who: yes for who, yes in recording.answers.items() if who == person}
    untold = recording.ended in ("", "nobody") and recording.ended_by != person
    return msgspec.structs.replace(recording, answers=answers, ended_by="" if untold else recording.ended_by)


def _without_meaning(line: Line) -> Line:
    """What an avatar took free words to mean is for staff; a chosen card means what it says (sure: 1)."""
    return line if line.sure is None or line.sure == 1.0 else msgspec.structs.replace(line, meaning=None, sure=None)


def _is_for(note: Note, person: str) -> bool:
    return (note.kind == "whisper" and note.to == person) or (note.kind == "help" and note.by == person)
