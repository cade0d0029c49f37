"""A room's one rule: an intent, the state and the time give facts, or a refusal. Pure: no clock, no chance, no I/O.

What the role may ask is `permissions.py`; what can be done now is in `decisions/`, one module a subject.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rooms import intents as i
from rooms.axes import Axis, Language
from rooms.decisions import joining, playing, pressure, recording, rounds, safety, talking, walking
from rooms.decisions.situation import Decision, Situation
from rooms.facts import BoardSet, Fact, Opened, Stamped
from rooms.fold import fold
from rooms.intents import Intent, IntentBase
from rooms.people import Actor
from rooms.permissions import may
from rooms.refusals import Refusal, refuse
from rooms.script import Script
from rooms.staging import restage
from rooms.state import RoomState

RULES: dict[type[IntentBase], Callable[[Situation, Any], Decision]] = {
    i.Knock: joining.knock, i.Admit: joining.admit, i.Decline: joining.decline, i.Remove: joining.remove,
    i.LetBackIn: joining.admit, i.Leave: joining.leave, i.SetPresence: joining.set_presence, i.Stand: joining.stand,
    i.Stop: safety.stop, i.Calmer: safety.calmer, i.Pause: safety.pause, i.Continue: safety.go_on,
    i.Again: safety.again, i.End: safety.end, i.CallHuman: safety.call_human,
    i.Harder: pressure.harder, i.SetLevel: pressure.set_level, i.SetStep: pressure.set_step,
    i.SetHelp: pressure.set_help, i.SetCeiling: pressure.set_ceiling, i.AskHelp: pressure.ask_help,
    i.GiveHelp: pressure.give_help_now,
    i.Say: talking.say, i.Hear: talking.hear, i.Think: talking.think, i.Answer: talking.answer,
    i.AskBack: talking.ask_back, i.Open: talking.open_beat, i.Prompt: talking.prompt,
    i.Take: playing.take, i.Release: playing.release, i.SpeakAs: playing.speak_as, i.GestureAs: playing.gesture_as,
    i.LookAs: playing.look_as, i.WalkAs: playing.walk_as, i.Whisper: playing.whisper, i.Instruct: playing.instruct,
    i.Mark: playing.mark,
    i.AskToRecord: recording.ask_to_record, i.Consent: recording.consent, i.StopRecording: recording.stop_recording,
    i.TellRecorder: recording.tell_recorder,
    i.Remark: rounds.remark, i.StandIn: rounds.stand_in, i.Interrupt: rounds.interrupt, i.CountDown: rounds.count_down,
    i.TimeUp: rounds.time_up, i.AskDistress: rounds.ask_distress, i.RateDistress: rounds.rate_distress,
    i.SetDistressLimit: rounds.set_distress_limit, i.MakeWish: rounds.wish, i.SuggestNext: rounds.suggest_next,
    i.Restage: walking.restage_all, i.Halt: walking.halt,
}  # fmt: skip

FROM_OUTSIDE = (i.Knock, i.Leave, i.SetPresence, i.Consent)
"""What one may ask without being in the room."""
AFTER_THE_END = (i.Leave, i.SetPresence, i.Stop)


def decide(room: RoomState, script: Script, actor: Actor, intent: Intent, now: int) -> Decision:
    """The facts that follow from `intent` at room time `now` (ms), in order, or why nothing does.

    `room` is read, never changed. An empty list means: done already.
    """
    if not may(actor.role, type(intent)):
        return refuse("not_allowed")
    if room.phase == "ended" and not isinstance(intent, AFTER_THE_END):
        return refuse("ended")
    if actor.role != "mind" and not isinstance(intent, FROM_OUTSIDE):
        person = room.people.get(actor.id)
        if person is None or person.where != "room":
            return refuse("not_in_room")
    return RULES[type(intent)](Situation(room, script, actor, now), intent)


def open_room(script: Script, language: Language, ceiling: dict[Axis, int], step: int = 1) -> list[Fact] | Refusal:
    """The first facts of a session: the scene with its people already standing where the step wants them."""
    if not 1 <= step <= script.steps():
        return refuse("no_such_step")
    levels, help_level = script.levels_at(step)
    if any(level > ceiling[axis] for axis, level in levels.items()):
        return refuse("start_above_ceiling")
    opened = Opened(script.scene_info(), language, levels, dict(ceiling), help_level)
    facts: list[Fact] = [opened, pressure.as_set(levels, help_level, step, "room", "step")]
    facts += [BoardSet(prop, board.rows) for prop, board in script.boards_at(levels).items()]
    opened_room = fold(Stamped(number, 0, fact) for number, fact in enumerate(facts, 1))
    return [*facts, *restage(opened_room, script, 0, at_once=True)]
