"""The way in and out: the lobby, the room, and a connection that comes and goes."""

from __future__ import annotations

import math
from typing import Literal

import msgspec

from rooms import intents as i
from rooms.decisions.playing import give_back
from rooms.decisions.recording import when_one_leaves
from rooms.decisions.situation import Decision, Situation
from rooms.facts import Admitted, Declined, Fact, Knocked, Left, PhaseChanged, Presence, Stood
from rooms.floor import APART_M
from rooms.looks import LOOKS_TO_WEAR
from rooms.motion import distance
from rooms.people import EMBODIED, MOST_PEOPLE, Person
from rooms.place import Spot
from rooms.refusals import refuse
from rooms.staging import restage

CONSOLE_ROLES = ("therapist", "admin")
"""Those who run the session need nobody to let them in."""


def knock(at: Situation, intent: i.Knock) -> Decision:
    known = at.room.people.get(at.actor.id)
    if known is not None and known.where != "gone":
        return refuse("already_here")
    if sum(person.where != "gone" for person in at.room.people.values()) >= MOST_PEOPLE:
        return refuse("room_full")
    name = " ".join(intent.name.split())
    if not name:
        return refuse("no_name")
    if intent.look not in LOOKS_TO_WEAR:
        return refuse("no_such_look")
    knocked = Knocked(at.actor.id, at.actor.role, name, intent.look, intent.language)
    if at.actor.role in CONSOLE_ROLES:
        return [knocked, _admitted(Person(at.actor.id, at.actor.role, name, intent.look, intent.language), at.actor.id)]
    return [knocked]


def admit(at: Situation, intent: i.Admit | i.LetBackIn) -> Decision:
    person = at.room.people.get(intent.person)
    if person is None or person.where != "lobby":
        return refuse("not_waiting")
    lost: list[Fact] = [] if person.here else [Presence(person.id, False)]
    if person.role not in EMBODIED:
        return [_admitted(person, at.actor.id), *lost]
    taken = {other.body for other in at.room.in_room()}
    body = next(number for number in range(MOST_PEOPLE) if number not in taken)
    spot = _free_spot(at)
    there = msgspec.structs.replace(person, where="room", body=body, at=spot.at, facing=spot.facing)
    facts: list[Fact] = [_admitted(there, at.actor.id), *lost]
    if person.role == "client" and at.room.client() is None:
        people: dict[str, Person] = {**at.room.people, person.id: there}
        before = at.room.phase == "ready"
        facts += restage(at.as_if(people=people), at.script, at.now, at_once=before)
    return facts


def _admitted(person: Person, by: str) -> Admitted:
    return Admitted(
        person.id, person.role, person.name, person.look, person.language, by,
        body=person.body, at=person.at, facing=person.facing,
    )  # fmt: skip


def _free_spot(at: Situation) -> Spot:
    """The first start spot that nobody stands on, person or avatar; where all are taken, the one with the most room."""
    spots = at.script.start_spots()
    others = [person.at for person in at.room.in_room() if person.body is not None]
    if at.room.client() is not None or at.room.phase != "ready":
        others += [avatar.motion.path[-1] for avatar in at.room.avatars.values() if avatar.present]
    clear = {spot.id: min((distance(spot.at, other) for other in others), default=math.inf) for spot in spots}
    free = (spot for spot in spots if clear[spot.id] >= APART_M)
    return next(free, max(spots, key=lambda spot: clear[spot.id]))


def decline(at: Situation, intent: i.Decline) -> Decision:
    person = at.room.people.get(intent.person)
    if person is None or person.where != "lobby":
        return refuse("not_waiting")
    return [Declined(person.id, at.actor.id)]


def remove(at: Situation, intent: i.Remove) -> Decision:
    person = at.room.people.get(intent.person)
    if person is None or person.where != "room" or person.id == at.actor.id:
        return refuse("not_here")
    return _left(at, person, "removed")


def leave(at: Situation, intent: i.Leave) -> Decision:
    person = at.room.people.get(at.actor.id)
    if person is None or person.where == "gone":
        return []
    return _left(at, person, "left")


def _left(at: Situation, person: Person, why: Literal["left", "removed"]) -> list[Fact]:
    """Whom one played goes back to its mind. One who turns round in the lobby is nobody else's concern."""
    if person.where == "lobby":
        return [Declined(person.id, person.id)]
    facts: list[Fact] = [Left(person.id, why), *give_back(at, person.id)]
    if at.room.client() is person and at.running:
        facts.append(PhaseChanged("paused", person.id, "left"))
    return [*facts, *when_one_leaves(at.room, person.id)]


def set_presence(at: Situation, intent: i.SetPresence) -> Decision:
    """A lost client stills the room, as a stop would; the room goes on by itself when they are back.

    Whom a lost worker played goes back to its mind: an avatar never goes silent because a console has.
    """
    person = at.room.people.get(at.actor.id)
    if person is None or person.where == "gone" or person.here == intent.here:
        return []
    facts: list[Fact] = [Presence(person.id, intent.here)]
    if at.room.client() is not person:
        return facts if intent.here else [*facts, *give_back(at, person.id)]
    if not intent.here and at.running:
        facts.append(PhaseChanged("paused", person.id, "lost"))
    elif intent.here and at.room.phase == "paused" and at.room.phase_why == "lost":
        facts.append(PhaseChanged("running", person.id, "continue"))
    return facts


def stand(at: Situation, intent: i.Stand) -> Decision:
    x, z = intent.at
    if not all(math.isfinite(value) for value in (x, z, intent.facing)):
        return refuse("nowhere")
    facing = (intent.facing + 180.0) % 360.0 - 180.0
    return [Stood(at.actor.id, (round(x, 2), round(z, 2)), round(facing, 1))]
