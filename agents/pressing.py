"""What pressure makes the avatars and the room do beside answering: when it is due. Pure, from the room alone.

What is owed, and in which words, is the room's (`rooms/remarks.py`); here is only the time for it.
"""

from __future__ import annotations

from agents.acts import Act
from agents.director import has_arrived
from agents.pauses import BREATH_MS, SETTLE_MS, floor_free
from rooms import intents as i
from rooms.next_step import suggest
from rooms.remarks import CLOSING, TIME_LIMIT, beside_answer, interruption_due
from rooms.script import Script
from rooms.state import RoomState

DISTRESS_QUIET_MS = 1500
"""How hard it is, is asked in a pause of the talk, never into a line."""
STAND_IN_THINKS_MS = 1800


def remarks(room: RoomState, script: Script) -> list[Act]:
    """What the one who has just answered adds: an offer, a question, a wish for more."""
    last = room.lines[-1] if room.lines else None
    if last is None or last.who not in room.avatars:
        return []
    due = beside_answer(room, script, last.who)
    if due is None:
        return []
    who = due.by or last.who
    avatar = room.avatars[who]
    if avatar.played_by is not None or not avatar.present:
        return []
    at = max(floor_free(room), has_arrived(room, who))
    return [Act(at + BREATH_MS, who, i.Remark(who, last.who))]


def stand_in(room: RoomState, script: Script) -> list[Act]:
    """While the client watches, the one who plays their part says the next card of the beat."""
    name = script.stand_in()
    if name is None or room.levels["your_part"] > 0 or not room.avatars[name].present:
        return []
    beat = script.scenario.beats[room.beat]
    said = {line.meaning for line in room.lines if line.seq > room.beat_seq and line.remark == "stand_in"}
    left = [meaning for meaning in dict.fromkeys((beat.shown, *beat.cards)) if meaning not in said]
    opened = beat.opens is None or any(line.seq > room.beat_seq for line in room.lines)
    if not left or not opened or room.avatars[name].played_by is not None:
        return []
    ready = max(floor_free(room), room.phase_t + SETTLE_MS, room.beat_t, has_arrived(room, name))
    return [Act(ready + STAND_IN_THINKS_MS, name, i.StandIn(left[0]))]


def interruption(room: RoomState) -> list[Act]:
    return [Act(floor_free(room), "", i.Interrupt())] if interruption_due(room) and room.beat != CLOSING else []


def time_limit(room: RoomState, script: Script, talker: str | None) -> list[Act]:
    """Starts the time at load 4, takes it away below, and ends the scene when it is up."""
    if script.scenario.load is None:
        return []
    wanted = room.levels["load"] >= TIME_LIMIT and room.beat != CLOSING
    if room.countdown is None:
        return [Act(room.beat_t, "", i.CountDown(True))] if wanted else []
    if not wanted:
        return [Act(room.beat_t, "", i.CountDown(False))]
    return [] if talker is None else [Act(max(room.countdown, floor_free(room)), talker, i.TimeUp(talker))]


def distress(room: RoomState, script: Script) -> list[Act]:
    """Each client is asked how hard it is, in the rhythm of the scenario."""
    acts = []
    every = script.scenario.ask_distress_every * 1000
    for person in room.in_room():
        if person.role != "client" or not person.here:
            continue
        asked = room.distress_of(person.id).asked_t
        due = max(room.round_t if asked is None else asked, room.begun_t or 0) + every
        acts.append(Act(max(due, floor_free(room) + DISTRESS_QUIET_MS), "", i.AskDistress(person.id)))
    return acts


def suggestion(room: RoomState, script: Script, now: int) -> list[Act]:
    """At the end of a round, and when it was stopped because it got hard, the room says what could come next."""
    over = room.beat == CLOSING or (room.phase == "paused" and room.phase_why == "distress")
    still = room.phase not in ("running", "paused") or room.client() is None
    if not over or still or suggest(room, script) == room.suggestion:
        return []
    return [Act(now, "", i.SuggestNext())]
