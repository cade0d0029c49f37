"""Stop, pause, calm and the way back. Stop always wins: no phase and no role in the room refuses it."""

from __future__ import annotations

from rooms import intents as i
from rooms.axes import CALM_AXES, Axis
from rooms.decisions.beats import begin_beat
from rooms.decisions.pressure import change_levels
from rooms.decisions.situation import Decision, Situation
from rooms.facts import Declined, Fact, HumanCalled, Left, PhaseChanged, RecordingChanged, RoundBegan
from rooms.people import STAFF
from rooms.refusals import refuse

MILDER: tuple[Axis, ...] = ("attention", "closeness", "company", "critical_replies")
"""What "calmer" lowers by one each when the tone is warm already, so that the press is always felt [own]."""


LEAST: dict[Axis, int] = {"company": 1}
"""With nobody there to talk to the scene would not go on: only a choice of level leads to that [own]."""


def stop(at: Situation, intent: i.Stop) -> Decision:
    if at.room.phase == "ended" or (at.room.phase == "calm" and not _takes_over(at)):
        return []
    return [PhaseChanged("calm", at.actor.id, "stop" if intent.cause == "button" else intent.cause)]


def _takes_over(at: Situation) -> bool:
    """Whether staff now hold still what a client or a lost connection has stilled: then only staff open it again."""
    by = at.room.people.get(at.room.phase_by)
    return at.actor.role in STAFF and by is not None and by.role == "client"


def calmer(at: Situation, intent: i.Calmer) -> Decision:
    levels = dict(at.room.levels)
    if any(levels[axis] for axis in CALM_AXES):
        levels.update(dict.fromkeys(CALM_AXES, 0))
    else:
        levels.update({axis: max(LEAST.get(axis, 0), levels[axis] - 1) for axis in MILDER if levels[axis]})
    return change_levels(at, levels, at.room.help, at.room.step, "calmer")


def pause(at: Situation, intent: i.Pause) -> Decision:
    if not at.running and not (at.room.phase == "paused" and _takes_over(at)):
        return []
    return [PhaseChanged("paused", at.actor.id, "pause")]


def go_on(at: Situation, intent: i.Continue) -> Decision:
    if at.running:
        return refuse("already_running")
    if at.actor.role == "client":
        return _client_goes_on(at)
    if not _client_is_here(at):
        return refuse("no_client")
    return [PhaseChanged("running", at.actor.id, "continue")] if at.room.beat else _begin(at)


def _client_is_here(at: Situation) -> bool:
    client = at.room.client()
    return client is not None and client.here


def _begin(at: Situation) -> list[Fact]:
    begun: list[Fact] = [PhaseChanged("running", at.actor.id, "start"), RoundBegan()]
    return [*begun, *begin_beat(at, at.script.scenario.start.beat, anew=True)]


def _client_goes_on(at: Situation) -> Decision:
    """A client takes back their own stop; what staff have stilled, staff open."""
    if not at.room.beat:
        return refuse("not_begun")
    if at.room.phase_by != at.actor.id:
        return refuse("staff_stopped")
    return [PhaseChanged("running", at.actor.id, "continue")]


def again(at: Situation, intent: i.Again) -> Decision:
    return _begin(at) if _client_is_here(at) else refuse("no_client")


def end(at: Situation, intent: i.End) -> Decision:
    facts: list[Fact] = [RecordingChanged(False, "ended")] if at.room.recording.asked_by else []
    facts.append(PhaseChanged("ended", at.actor.id, "end"))
    for person in at.room.people.values():
        if person.where != "gone":
            facts.append(Left(person.id, "ended") if person.where == "room" else Declined(person.id, at.actor.id))
    return facts


def call_human(at: Situation, intent: i.CallHuman) -> Decision:
    line = at.room.line(intent.said)
    if line is None:
        return refuse("no_such_line")
    facts: list[Fact] = [HumanCalled(line.who, "crisis")]
    if at.running:
        facts.append(PhaseChanged("paused", "room", "crisis"))
    return facts
