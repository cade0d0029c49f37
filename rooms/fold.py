"""Applies facts to the state. The only way a room's state ever changes, live, after a crash and in a replay.

One function a fact; all are total: a fact about somebody unknown changes nothing (only `Knocked` and `Admitted` make
people known), so that a log filtered for one person (`audience.py`) folds as well as a whole one. The browser folds the
same way (`headset_client/src/session/fold.ts`); the vectors in `tests/golden/wire/fold.json` hold the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from rooms import facts as f
from rooms.motion import standing_at
from rooms.people import Avatar, GestureShown, Motion, Person
from rooms.state import (
    MOST_LINES,
    MOST_NOTES,
    MOST_RATINGS,
    Asked,
    Distress,
    Floor,
    Help,
    Interruption,
    Line,
    Note,
    PropNow,
    Rating,
    Recording,
    RoomState,
)


def fold(facts: Iterable[f.Stamped], state: RoomState | None = None) -> RoomState:
    """The state after `facts`, from `state` (changed in place) or from an empty room."""
    state = RoomState() if state is None else state
    for stamped in facts:
        apply(state, stamped)
    return state


def apply(state: RoomState, stamped: f.Stamped) -> None:
    """Changes `state` in place by one fact. Raises KeyError for a fact type that is not in the table."""
    state.seq = stamped.seq
    state.t = stamped.t
    APPLY[type(stamped.fact)](state, stamped.fact, stamped)


def _opened(state: RoomState, fact: f.Opened, _: f.Stamped) -> None:
    state.scene, state.language, state.help = fact.scene, fact.language, fact.help
    state.levels, state.ceiling = dict(fact.levels), dict(fact.ceiling)
    state.avatars = {
        name: Avatar(name, cast.name, cast.part, cast.look, Motion([cast.at], 0, 1.0, cast.facing, "stand"))
        for name, cast in fact.scene.cast.items()
    }


def _knocked(state: RoomState, fact: f.Knocked, _: f.Stamped) -> None:
    state.people[fact.person] = Person(fact.person, fact.role, fact.name, fact.look, fact.language)


def _admitted(state: RoomState, fact: f.Admitted, _: f.Stamped) -> None:
    """The newest in the room comes last, so that the scene stays with the client who was let in first."""
    state.people.pop(fact.person, None)
    state.people[fact.person] = Person(
        fact.person, fact.role, fact.name, fact.look, fact.language,
        where="room", body=fact.body, at=fact.at, facing=fact.facing,
    )  # fmt: skip


def _gone(state: RoomState, fact: f.Declined | f.Left, _: f.Stamped) -> None:
    if person := state.people.get(fact.person):
        person.where, person.body = "gone", None


def _presence(state: RoomState, fact: f.Presence, _: f.Stamped) -> None:
    if person := state.people.get(fact.person):
        person.here = fact.here


def _stood(state: RoomState, fact: f.Stood, _: f.Stamped) -> None:
    if person := state.people.get(fact.person):
        person.at, person.facing = fact.at, fact.facing


def _phase(state: RoomState, fact: f.PhaseChanged, at: f.Stamped) -> None:
    running = fact.phase == "running"
    if running and state.frozen_at is not None:
        _shift(state, at.t - state.frozen_at)
        state.frozen_at = None
    elif not running and state.frozen_at is None:
        state.frozen_at = at.t
    if running and state.begun_t is None:
        state.begun_t = at.t
    if fact.why == "start":
        state.goals = []
    if fact.phase == "ended" and state.recording.asked_by:
        state.recording = Recording()  # for those who have gone with it, and hear of no more
    state.phase, state.phase_by, state.phase_why, state.phase_t = fact.phase, fact.by, fact.why, at.t


def _shift(state: RoomState, by: int) -> None:
    """The scene stood still for `by` ms: everything that was under way goes on where it was."""
    for avatar in state.avatars.values():
        avatar.motion = msgspec.structs.replace(avatar.motion, start=avatar.motion.start + by)
        if avatar.gesture:
            avatar.gesture = GestureShown(avatar.gesture.name, avatar.gesture.t + by)
    for name, prop in state.props.items():
        state.props[name] = PropNow(prop.value, prop.t + by)
    if state.floor:
        state.floor = Floor(state.floor.who, state.floor.until + by)
    if state.countdown is not None:
        state.countdown += by
    state.beat_t += by


def _pressure(state: RoomState, fact: f.PressureSet, _: f.Stamped) -> None:
    state.levels, state.help, state.step = dict(fact.levels), fact.help, fact.step


def _ceiling(state: RoomState, fact: f.CeilingSet, _: f.Stamped) -> None:
    state.ceiling[fact.axis] = fact.level


def _said(state: RoomState, fact: f.Said, at: f.Stamped) -> None:
    avatar = state.avatars.get(fact.who)
    state.lines.append(
        Line(
            at.seq, at.t, fact.who, fact.words, fact.language, fact.source, fact.lasts,
            meaning=fact.meaning, sure=1.0 if fact.meaning else None, critical=fact.critical, reply=fact.reply,
            by=fact.by, remark=fact.remark, level=fact.level,
        )
    )  # fmt: skip
    del state.lines[:-MOST_LINES]
    if avatar is None:
        return
    avatar.last_said, avatar.thinking = at.seq, False
    state.asked = None
    state.floor = Floor(fact.who, state.scene_time(at.t) + fact.lasts)
    if fact.answers is not None and (line := state.line(fact.answers)):
        line.answered = True
    if fact.reply is not None:
        key = f"{fact.reply}/{fact.tone}/{fact.critical is True}"
        state.uses[key] = state.uses.get(key, 0) + 1
    if fact.critical is not None:
        state.critical_owed += state.levels["critical_replies"] - (4 if fact.critical else 0)


def _heard(state: RoomState, fact: f.HeardAs, _: f.Stamped) -> None:
    if line := state.line(fact.said):
        line.meaning, line.sure = fact.meaning, fact.sure


def _asked(state: RoomState, fact: f.AskedBack, _: f.Stamped) -> None:
    state.asked = Asked(fact.said, fact.meaning)


def _thinking(state: RoomState, fact: f.Thinking, _: f.Stamped) -> None:
    if avatar := state.avatars.get(fact.avatar):
        avatar.thinking = fact.on


def _beat(state: RoomState, fact: f.BeatBegan, at: f.Stamped) -> None:
    state.beat, state.beat_about = fact.beat, fact.about
    state.beat_t, state.beat_seq = state.scene_time(at.t), at.seq
    state.help_given, state.asked = None, None


def _goal(state: RoomState, fact: f.GoalReached, _: f.Stamped) -> None:
    if fact.goal not in state.goals:
        state.goals.append(fact.goal)


def _prop(state: RoomState, fact: f.PropSet, at: f.Stamped) -> None:
    state.props[fact.prop] = PropNow(fact.value, state.scene_time(at.t))


def _board(state: RoomState, fact: f.BoardSet, _: f.Stamped) -> None:
    state.boards[fact.prop] = dict(fact.rows)


def _offered(state: RoomState, fact: f.Offered, _: f.Stamped) -> None:
    state.offered = list(fact.cards)


def _note(state: RoomState, note: Note) -> None:
    state.notes.append(note)
    del state.notes[:-MOST_NOTES]


def _help_asked(state: RoomState, fact: f.HelpAsked, at: f.Stamped) -> None:
    _note(state, Note("help", at.t, fact.person, None, ""))


def _help_given(state: RoomState, fact: f.HelpGiven, at: f.Stamped) -> None:
    state.help_given = Help(fact.kind, fact.words, fact.meaning, at.t)


def _whispered(state: RoomState, fact: f.Whispered, at: f.Stamped) -> None:
    _note(state, Note("whisper", at.t, fact.by, fact.to, fact.text))


def _instructed(state: RoomState, fact: f.Instructed, at: f.Stamped) -> None:
    _note(state, Note("instruct", at.t, fact.by, fact.avatar, fact.text))


def _marked(state: RoomState, fact: f.Marked, at: f.Stamped) -> None:
    _note(state, Note("mark", at.t, fact.by, None, fact.note))


def _taken(state: RoomState, fact: f.Taken, _: f.Stamped) -> None:
    if avatar := state.avatars.get(fact.avatar):
        avatar.played_by, avatar.thinking = fact.by, False


def _released(state: RoomState, fact: f.Released, _: f.Stamped) -> None:
    if avatar := state.avatars.get(fact.avatar):
        avatar.played_by = None


def _moved(state: RoomState, fact: f.Moved, at: f.Stamped) -> None:
    if avatar := state.avatars.get(fact.avatar):
        start = state.scene_time(at.t)
        avatar.motion = Motion(list(fact.path), start, fact.speed, fact.facing, fact.posture, fact.seat)
        avatar.present = fact.present


def _looked(state: RoomState, fact: f.Looked, _: f.Stamped) -> None:
    if avatar := state.avatars.get(fact.avatar):
        avatar.looks_at = fact.at


def _gestured(state: RoomState, fact: f.Gestured, at: f.Stamped) -> None:
    if avatar := state.avatars.get(fact.avatar):
        avatar.gesture = GestureShown(fact.gesture, state.scene_time(at.t))


def _called(state: RoomState, fact: f.HumanCalled, at: f.Stamped) -> None:
    _note(state, Note("call", at.t, fact.person, None, fact.why))


def _recording_asked(state: RoomState, fact: f.RecordingAsked, _: f.Stamped) -> None:
    state.recording = Recording(asked_by=fact.by)


def _consented(state: RoomState, fact: f.Consented, _: f.Stamped) -> None:
    answers = {**state.recording.answers, fact.person: fact.agree}
    ended_by = fact.person if fact.last else ""
    state.recording = msgspec.structs.replace(state.recording, answers=answers, ended_by=ended_by)


def _recording_changed(state: RoomState, fact: f.RecordingChanged, at: f.Stamped) -> None:
    was = state.recording
    if fact.on:
        state.recording = msgspec.structs.replace(was, on=True, since=at.t)
    elif was.on and fact.why != "agreed":
        state.recording = Recording(ended=fact.why, ended_by=fact.by or was.ended_by)
    else:
        state.recording = Recording()


def _recorder_troubled(state: RoomState, fact: f.RecorderTroubled, _: f.Stamped) -> None:
    state.recording = msgspec.structs.replace(state.recording, trouble=fact.trouble)


def _round(state: RoomState, _: f.RoundBegan, at: f.Stamped) -> None:
    state.suggestion, state.countdown, state.round_t = None, None, at.t
    state.distress = {who: msgspec.structs.replace(one, wish=None) for who, one in state.distress.items()}


def _interrupted(state: RoomState, fact: f.Interrupted, at: f.Stamped) -> None:
    count = 1 + (state.interruption.count if state.interruption else 0)
    state.interruption = Interruption(fact.words, fact.sound, at.seq, at.t, count)


def _countdown(state: RoomState, fact: f.CountdownSet, _: f.Stamped) -> None:
    state.countdown = fact.until


def _distress(state: RoomState, person: str, **changes: Any) -> None:
    known = state.distress.get(person, Distress())
    state.distress = {**state.distress, person: msgspec.structs.replace(known, **changes)}


def _distress_asked(state: RoomState, fact: f.DistressAsked, at: f.Stamped) -> None:
    _distress(state, fact.person, asked_t=at.t, asked_by=fact.by, open=True)


def _distress_rated(state: RoomState, fact: f.DistressRated, at: f.Stamped) -> None:
    known = state.distress.get(fact.person, Distress())
    ratings = [*known.ratings, Rating(at.t, fact.level)][-MOST_RATINGS:]
    _distress(state, fact.person, ratings=ratings, open=False)


def _distress_limit(state: RoomState, fact: f.DistressLimitSet, _: f.Stamped) -> None:
    _distress(state, fact.person, limit=fact.level)


def _wished(state: RoomState, fact: f.Wished, _: f.Stamped) -> None:
    _distress(state, fact.person, wish=fact.wish)


def _suggested(state: RoomState, fact: f.NextSuggested, _: f.Stamped) -> None:
    state.suggestion, state.suggested_to = fact.suggestion, fact.person


APPLY: dict[type[f.FactBase], Callable[[RoomState, Any, f.Stamped], None]] = {
    f.Opened: _opened, f.Knocked: _knocked, f.Admitted: _admitted, f.Declined: _gone, f.Left: _gone,
    f.Presence: _presence, f.Stood: _stood, f.PhaseChanged: _phase, f.PressureSet: _pressure, f.CeilingSet: _ceiling,
    f.Said: _said, f.HeardAs: _heard, f.AskedBack: _asked, f.Thinking: _thinking, f.BeatBegan: _beat,
    f.GoalReached: _goal, f.PropSet: _prop, f.BoardSet: _board, f.Offered: _offered, f.HelpAsked: _help_asked,
    f.HelpGiven: _help_given, f.Whispered: _whispered, f.Instructed: _instructed, f.Marked: _marked, f.Taken: _taken,
    f.Released: _released, f.Moved: _moved, f.Looked: _looked, f.Gestured: _gestured, f.HumanCalled: _called,
    f.RecordingAsked: _recording_asked, f.Consented: _consented, f.RecordingChanged: _recording_changed,
    f.RecorderTroubled: _recorder_troubled, f.RoundBegan: _round,
    f.Interrupted: _interrupted, f.CountdownSet: _countdown,
    f.DistressAsked: _distress_asked, f.DistressRated: _distress_rated, f.DistressLimitSet: _distress_limit,
    f.Wished: _wished, f.NextSuggested: _suggested,
}  # fmt: skip


def where_is(state: RoomState, avatar: Avatar, now: int) -> tuple[float, float]:
    """Where `avatar` is on the floor at room time `now`, in metres."""
    return standing_at(avatar.motion, state.scene_time(now)).at
