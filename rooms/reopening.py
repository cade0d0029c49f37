"""A room that is opened again where it stood, after the server has died: the place and the dial, and nothing that
anyone said or was called. The scene stands still until staff go on.
"""

from __future__ import annotations

import msgspec

from rooms.axes import Axis, Language
from rooms.decisions.beats import begin_beat
from rooms.decisions.pressure import as_set
from rooms.decisions.situation import Situation
from rooms.facts import BoardSet, Fact, Looked, Moved, Opened, PhaseChanged, PropSet, Stamped
from rooms.fold import fold
from rooms.people import Actor
from rooms.script import Script
from rooms.staging import restage
from rooms.state import RoomState

ROOM = Actor("room", "mind")


class Standing(msgspec.Struct, frozen=True):
    """How a room stood: all that is kept of one that nobody recorded."""

    language: Language
    levels: dict[Axis, int]
    help: int
    step: int
    ceiling: dict[Axis, int]
    beat: str
    """Empty before the scene has begun."""
    props: dict[str, str]
    """What each prop of the scene is."""


def standing(room: RoomState) -> Standing:
    props = {name: prop.value for name, prop in room.props.items()}
    return Standing(
        room.language, dict(room.levels), room.help, room.step, dict(room.ceiling), room.beat, props
    )  # fmt: skip


def reopen_room(script: Script, stood: Standing) -> list[Fact]:
    """The first facts of a room that goes on where it stood. A beat that the scenario no longer has is left out."""
    opened = Opened(script.scene_info(), stood.language, dict(stood.levels), dict(stood.ceiling), stood.help)
    facts: list[Fact] = [opened, as_set(stood.levels, stood.help, stood.step, "room", "step")]
    facts += [BoardSet(prop, board.rows) for prop, board in script.boards_at(stood.levels).items()]
    if stood.beat in script.scenario.beats:
        facts += _beat_again(script, stood, facts)
        facts.append(PhaseChanged("paused", "room", "pause"))
        return facts
    return [*facts, *restage(_folded(facts), script, 0, at_once=True)]


def _beat_again(script: Script, stood: Standing, before: list[Fact]) -> list[Fact]:
    """The beat with its cards, its props and the help that comes with it, and the cast where the beat wants them."""
    begun = begin_beat(Situation(_folded(before), script, ROOM, 0), stood.beat)
    facts: list[Fact] = [fact for fact in begun if not isinstance(fact, PropSet | Moved | Looked)]
    facts += [PropSet(name, value) for name, value in stood.props.items()]
    return [*facts, *restage(_folded([*before, *facts]), script, 0, at_once=True)]


def goes_on(room: RoomState) -> list[Fact]:
    """What happens first in a room that goes on from its recording: it stands still until staff go on."""
    stands = room.phase != "running" and room.phase_why != "lost"
    return [] if stands else [PhaseChanged("paused", "room", "pause")]


def _folded(facts: list[Fact]) -> RoomState:
    return fold(Stamped(number, 0, fact) for number, fact in enumerate(facts, 1))
