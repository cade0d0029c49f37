"""Stop, pause, calm and the way back. Stop always wins: no phase and no role in the room refuses it."""

from __future__ import annotations

from rooms import intents as i
from rooms.axes import CALM_AXES, Axis
from rooms.decisions.beats import begin_beat
from rooms.decisions.pressure import change_levels
from rooms.decisions.situation import Decision, Situation
from rooms.facts import Fact, HumanCalled, Left, PhaseChanged
from rooms.refusals import refuse

MILDER: tuple[Axis, ...] = ("attention", "closeness", "company", "critical_replies")
"""What "calmer" lowers by one each when the tone is warm already, so that the press is always felt [own]."""


def stop(at: Situation, intent: i.Stop) -> Decision:
    if at.room.phase in ("calm", "ended"):
        return []
    return [PhaseChanged("calm", at.actor.id, "headset_off" if intent.cause == "headset_off" else "stop")]


def calmer(at: Situation, intent: i.Calmer) -> Decision:
    levels = dict(at.room.levels)
    if any(levels[axis] for axis in CALM_AXES):
        levels.update(dict.fromkeys(CALM_AXES, 0))
    else:
        levels.update({axis: max(0, levels[axis] - 1) for axis in MILDER})
    return change_levels(at, levels, at.room.help, at.room.step, "calmer")


def pause(at: Situation, intent: i.Pause) -> Decision:
    if not at.running:
        return []
    return [PhaseChanged("paused", at.actor.id, "pause")]


def go_on(at: Situation, intent: i.Continue) -> Decision:
    room = at.room
    if room.phase == "running":
        return refuse("already_running")
    if at.actor.role == "client":
        return _client_goes_on(at)
    if room.client() is None:
        return refuse("no_client")
    if room.phase == "ready":
        return [
            PhaseChanged("running", at.actor.id, "start"),
            *begin_beat(at, at.script.scenario.start.beat, anew=True),
        ]
    return [PhaseChanged("running", at.actor.id, "continue")]


def _client_goes_on(at: Situation) -> Decision:
    """A client takes back their own stop; what staff have stilled, staff open."""
    if at.room.phase == "ready":
        return refuse("not_running")
    if at.room.phase_by != at.actor.id:
        return refuse("staff_stopped")
    return [PhaseChanged("running", at.actor.id, "continue")]


def again(at: Situation, intent: i.Again) -> Decision:
    if at.room.client() is None:
        return refuse("no_client")
    return [PhaseChanged("running", at.actor.id, "start"), *begin_beat(at, at.script.scenario.start.beat, anew=True)]


def end(at: Situation, intent: i.End) -> Decision:
    facts: list[Fact] = [PhaseChanged("ended", at.actor.id, "end")]
    return [*facts, *(Left(person.id, "ended") for person in at.room.people.values() if person.where != "gone")]


def call_human(at: Situation, intent: i.CallHuman) -> Decision:
    line = at.room.line(intent.said)
    if line is None:
        return refuse("no_such_line")
    facts: list[Fact] = [HumanCalled(line.who, "crisis")]
    if at.running:
        facts.append(PhaseChanged("paused", "room", "crisis"))
    return facts
