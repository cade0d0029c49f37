"""The room at one moment as facts: a recording begins in the middle of a log, and again after every gap."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from rooms import facts as f
from rooms.facts import Stamped
from rooms.motion import arrival, distance, standing_at
from rooms.people import Avatar, Person
from rooms.place import GroundPoint
from rooms.state import RoomState


def as_facts(state: RoomState) -> list[Stamped]:
    """Facts that tell who is where, how far the scene is and how the levels stand, all at `state.t`.

    They bear the number of the state's last fact. What was said and noted before is not among them.
    """
    return [Stamped(state.seq, state.t, fact) for fact in _facts(state)]


def _facts(state: RoomState) -> Iterator[f.Fact]:
    if state.scene is not None:
        yield f.Opened(state.scene, state.language, dict(state.levels), dict(state.ceiling), state.help)
    yield f.PressureSet(dict(state.levels), state.help, state.step, "room", "step")
    for person in state.in_room():
        yield from _person(person)
        if person.id in state.distress:
            yield f.DistressLimitSet(person.id, state.distress[person.id].limit)
    for avatar in state.avatars.values():
        yield _avatar(avatar, state.scene_time(state.t))
    # Before its first run a room has said nothing of its phase.
    if state.begun_t is not None:
        why = state.phase_why or "start"
        yield msgspec.convert(
            {"type": "phasechanged", "phase": state.phase, "by": state.phase_by, "why": why}, f.PhaseChanged
        )
    if state.beat:
        yield f.BeatBegan(state.beat, state.beat_about)


def _person(person: Person) -> Iterator[f.Fact]:
    yield f.Admitted(
        person.id, person.role, person.name, person.look, person.language, "room",
        body=person.body, at=person.at, facing=person.facing,
    )  # fmt: skip
    if not person.here:
        yield f.Presence(person.id, False)


def _avatar(avatar: Avatar, now: int) -> f.Moved:
    """What is left of its walk: from where it is."""
    motion = avatar.motion
    here = standing_at(motion, now).at
    left: list[GroundPoint] = [motion.path[-1]]
    if now < arrival(motion):
        gone = max(0, now - motion.start) / 1000 * motion.speed
        along = 0.0
        ahead = []
        for a, b in zip(motion.path, motion.path[1:], strict=False):
            along += distance(a, b)
            if along > gone:
                ahead.append(b)
        left = [here, *ahead]
    return f.Moved(avatar.id, left, motion.speed, motion.facing, motion.posture, motion.seat, avatar.present)
