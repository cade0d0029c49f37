"""Recording with consent: off until everyone present has said yes on their own screen (`domain.md`, "Safety").

Who takes a yes back, or comes later and has not said yes, is left out from that moment; the others' part goes on.
"""

from __future__ import annotations

from rooms import intents as i
from rooms.decisions.situation import Decision, Situation
from rooms.facts import Consented, Fact, RecorderTroubled, RecordingAsked, RecordingChanged
from rooms.people import Person
from rooms.refusals import refuse
from rooms.state import RoomState


def ask_to_record(at: Situation, intent: i.AskToRecord) -> Decision:
    if at.room.recording.asked_by:
        return []
    asked: list[Fact] = [RecordingAsked(at.actor.id), Consented(at.actor.id, True)]
    return [*asked, *_begins(at.room.in_room(), {at.actor.id: True})]


def consent(at: Situation, intent: i.Consent) -> Decision:
    recording = at.room.recording
    person = at.room.people.get(at.actor.id)
    if person is None or person.where == "gone":
        return refuse("not_in_room")
    if not recording.asked_by:
        return refuse("not_asked")
    if recording.answers.get(at.actor.id) == intent.agree:
        return []
    answers = {**recording.answers, at.actor.id: intent.agree}
    staying = at.room.in_room()
    if recording.on and not _anyone_agrees(staying, answers):
        return [Consented(at.actor.id, False, last=True), RecordingChanged(False, "nobody")]
    facts: list[Fact] = [Consented(at.actor.id, intent.agree)]
    return facts if recording.on else [*facts, *_begins(staying, answers)]


def stop_recording(at: Situation, intent: i.StopRecording) -> Decision:
    return [RecordingChanged(False, "stopped", at.actor.id)] if at.room.recording.asked_by else []


def tell_recorder(at: Situation, intent: i.TellRecorder) -> Decision:
    recording = at.room.recording
    return [RecorderTroubled(intent.trouble)] if recording.on and recording.trouble != intent.trouble else []


def when_one_leaves(room: RoomState, gone: str) -> list[Fact]:
    """Whether recording ends with the one who goes, or begins since theirs was the answer that was missing."""
    if not room.recording.asked_by:
        return []
    answers = room.recording.answers
    staying = [person for person in room.in_room() if person.id != gone]
    if not room.recording.on:
        return _begins(staying, answers)
    return [] if _anyone_agrees(staying, answers) else [RecordingChanged(False, "left", gone)]


def _begins(people: list[Person], answers: dict[str, bool]) -> list[Fact]:
    """Recording begins when everyone in the room has said yes."""
    agreed = bool(people) and all(answers.get(person.id) for person in people)
    return [RecordingChanged(True, "agreed")] if agreed else []


def _anyone_agrees(people: list[Person], answers: dict[str, bool]) -> bool:
    """Recording ends when nobody in the room agrees to it any more."""
    return any(answers.get(person.id) for person in people)
