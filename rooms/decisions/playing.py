"""Playing an avatar, and the quiet ways staff have: a whisper, an instruction, a marker."""

from __future__ import annotations

import msgspec

from rooms import intents as i
from rooms.decisions.situation import Decision, Situation
from rooms.decisions.speaking import worded
from rooms.facts import Fact, Gestured, Instructed, Looked, Marked, Moved, Released, Said, Taken, Whispered
from rooms.floor import APART_M, can_stand
from rooms.motion import WALK_M_S, bearing, distance, standing_at
from rooms.people import Avatar
from rooms.refusals import Refusal, refuse
from rooms.routes import route
from rooms.staging import restage
from rooms.tone import speaking_ms


def take(at: Situation, intent: i.Take) -> Decision:
    avatar = at.avatar(intent.avatar)
    if avatar is None:
        return refuse("no_such_avatar")
    if avatar.played_by == at.actor.id:
        return []
    if avatar.played_by is not None:
        return refuse("already_taken")
    return [Taken(avatar.id, at.actor.id)]


def release(at: Situation, intent: i.Release) -> Decision:
    avatar = _mine(at, intent.avatar)
    return avatar if isinstance(avatar, Refusal) else _released(at, [avatar], at.actor.id)


def give_back(at: Situation, person: str) -> list[Fact]:
    """Every avatar that `person` plays goes back to its mind."""
    return _released(at, [avatar for avatar in at.room.avatars.values() if avatar.played_by == person], person)


def _released(at: Situation, avatars: list[Avatar], by: str) -> list[Fact]:
    """They go where the scene wants them now: it has gone on without them."""
    if not avatars:
        return []
    free = {avatar.id: msgspec.structs.replace(avatar, played_by=None) for avatar in avatars}
    room = at.as_if(avatars={**at.room.avatars, **free})
    return [*(Released(avatar.id, by) for avatar in avatars), *restage(room, at.script, at.now, anew=set(free))]


def _mine(at: Situation, name: str) -> Avatar | Refusal:
    """The avatar that the asker plays; for a mind: one that nobody plays."""
    avatar = at.avatar(name)
    if avatar is None:
        return refuse("no_such_avatar")
    if at.actor.role == "mind":
        return avatar if avatar.played_by is None else refuse("person_plays")
    return avatar if avatar.played_by == at.actor.id else refuse("not_taken")


def speak_as(at: Situation, intent: i.SpeakAs) -> Decision:
    """A person takes the floor at once: an avatar that was speaking falls silent."""
    avatar = _mine(at, intent.avatar)
    if isinstance(avatar, Refusal):
        return avatar
    if not at.running:
        return refuse("not_running")
    answers = _waiting(at)
    if intent.reply is not None:
        if intent.reply not in at.script.scenario.replies:
            return refuse("nothing_to_say")
        line = worded(at, avatar.id, intent.reply, None, None)
        return [_played(line, answers, at.actor.id)]
    text = (intent.text or "").strip()
    if not text:
        return refuse("nothing_to_say")
    language = at.room.language
    return [Said(avatar.id, {language: text}, language, "person", speaking_ms(text), answers=answers, by=at.actor.id)]


def _waiting(at: Situation) -> int | None:
    """The number of the client's newest line when nobody has answered it: what is said now is the answer."""
    clients = {person.id for person in at.room.people.values() if person.role == "client"}
    newest = next((line for line in reversed(at.room.lines) if line.who in clients), None)
    return newest.seq if newest is not None and not newest.answered else None


def _played(line: Said, answers: int | None, by: str) -> Said:
    return Said(
        line.who, line.words, line.language, "authored", line.lasts,
        reply=line.reply, tone=line.tone, answers=answers, by=by,
    )  # fmt: skip


def gesture_as(at: Situation, intent: i.GestureAs) -> Decision:
    avatar = _mine(at, intent.avatar)
    return avatar if isinstance(avatar, Refusal) else [Gestured(avatar.id, intent.gesture)]


def look_as(at: Situation, intent: i.LookAs) -> Decision:
    avatar = _mine(at, intent.avatar)
    if isinstance(avatar, Refusal):
        return avatar
    seen = (person.id for person in at.room.in_room() if person.body is not None)
    known = {*at.room.avatars, *at.script.place.looks_at, *seen}
    if intent.at is not None and intent.at not in known - {avatar.id}:
        return refuse("nothing_there")
    return [] if avatar.looks_at == intent.at else [Looked(avatar.id, intent.at)]


def walk_as(at: Situation, intent: i.WalkAs) -> Decision:
    """A walk to a free point of the floor, not onto a person or where another avatar stands or will stand."""
    avatar = _mine(at, intent.avatar)
    if isinstance(avatar, Refusal):
        return avatar
    people = [person.at for person in at.room.in_room() if person.body is not None]
    others = [other.motion.path[-1] for other in at.room.avatars.values() if other.present and other is not avatar]
    if any(distance(intent.to, taken) < APART_M for taken in (*people, *others)):
        return refuse("nowhere")
    if not can_stand(at.script.place, intent.to):
        return refuse("nowhere")
    here = standing_at(avatar.motion, at.room.scene_time(at.now)).at
    client = at.room.client()
    facing = bearing(intent.to, client.at) if client else bearing(here, intent.to)
    path = [(round(x, 3), round(z, 3)) for x, z in route(at.script.place, here, intent.to, people)]
    return [Moved(avatar.id, path, WALK_M_S, round(facing, 1), "stand")]


def whisper(at: Situation, intent: i.Whisper) -> Decision:
    person = at.room.people.get(intent.to)
    if person is None or person.where != "room":
        return refuse("not_here")
    return [Whispered(person.id, intent.text, at.actor.id)]


def instruct(at: Situation, intent: i.Instruct) -> Decision:
    if intent.avatar not in at.room.avatars:
        return refuse("no_such_avatar")
    facts: list[Fact] = [Instructed(intent.avatar, intent.text, at.actor.id)]
    return facts


def mark(at: Situation, intent: i.Mark) -> Decision:
    return [Marked(at.actor.id, intent.note)]
