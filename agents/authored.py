"""The authored mind: from the room as it is, what its avatars would say next. Pure; no model, no memory of its own.

Because the next acts follow from the state alone, an avatar that a person has played, a room that was paused, and a
server that was restarted all go on by themselves: whoever looks at the room sees the same thread.
"""

from __future__ import annotations

import msgspec

from agents.acts import Act
from agents.crisis import words_of_crisis
from agents.director import answerer, beat_speaker, has_arrived
from agents.understanding import SURE, UNSURE, Understanding
from rooms import intents as i
from rooms.script import Script
from rooms.state import Line, RoomState

LOOK_MS = 250
THINK_MS = 450
BREATH_MS = 300
OPENING_MS = 1500
SETTLE_MS = 800
CLIENT_STARTS = 3


class Heard(msgspec.Struct, frozen=True):
    """What a line was taken to mean, after asking back is reckoned with."""

    meaning: str | None
    sure: float


class AuthoredMind:
    """One for all avatars of a room. `understanding` must know every meaning of the script."""

    def __init__(self, script: Script, understanding: Understanding) -> None:
        self._script = script
        self._understanding = understanding

    def plan(self, room: RoomState, now: int) -> list[Act]:
        """What is to be said and done about it, earliest first; empty while the room is still."""
        if room.phase != "running" or not room.beat:
            return []
        waiting = waiting_line(room)
        if waiting is None:
            acts = self._opening(room, now) or self._silence(room, now)
        elif waiting.sure is None:
            acts = [self._hear(room, waiting)]
        else:
            acts = self._answer(room, waiting, now)
        return sorted(acts, key=lambda act: act.due)

    def _hear(self, room: RoomState, line: Line) -> Act:
        """Understanding is immediate; only the answer takes its time."""
        text = line.words[line.language]
        if words_of_crisis(text):
            return Act(line.t, "", i.CallHuman(line.seq)) if not _called(room, line) else _ignore(line)
        guesses = self._understanding.hear(text, self._script.meanings_in(room.beat))
        best = guesses[0] if guesses and guesses[0].sure >= UNSURE else None
        return Act(line.t, "", i.Hear(line.seq, best.meaning if best else None, best.sure if best else 0.0))

    def _answer(self, room: RoomState, line: Line, now: int) -> list[Act]:
        who = answerer(room, self._script, line, None, now)
        if who is None:
            return []
        heard = self._reckon(room, line)
        ready = max(line.t + thinking_ms(line), room.phase_t + SETTLE_MS, _floor_free(room), has_arrived(room, who))
        acts = [Act(ready, who, self._wording(who, line, heard))]
        avatar, client = room.avatars[who], room.client()
        if client is not None and avatar.looks_at != client.id:
            acts.append(Act(line.t + LOOK_MS, who, i.LookAs(who, client.id)))
        if not avatar.thinking:
            acts.append(Act(min(ready, line.t + THINK_MS), who, i.Think(who, True)))
        return acts

    def _reckon(self, room: RoomState, line: Line) -> Heard:
        """A yes to "did you mean …?" means that."""
        asked = room.asked
        if asked is not None and line.meaning == "yes" and asked.said != line.seq:
            return Heard(asked.meaning, 1.0)
        if asked is not None and line.meaning == "no" and asked.said != line.seq:
            return Heard(None, 0.0)
        return Heard(line.meaning, line.sure or 0.0)

    def _wording(self, who: str, line: Line, heard: Heard) -> i.Answer | i.AskBack:
        if heard.meaning is not None and heard.sure >= SURE:
            return i.Answer(who, line.seq, heard.meaning)
        return i.AskBack(who, line.seq, heard.meaning)

    def _opening(self, room: RoomState, now: int) -> list[Act]:
        beat = self._script.scenario.beats[room.beat]
        said_since = bool(room.lines) and room.lines[-1].seq > room.beat_seq
        if beat.opens is None or said_since or room.levels["your_part"] >= CLIENT_STARTS:
            return []
        who = beat_speaker(room, self._script, now)
        if who is None:
            return []
        due = max(room.beat_t + OPENING_MS, room.phase_t + SETTLE_MS, _floor_free(room), has_arrived(room, who))
        return [Act(due, who, i.Open(who))]

    def _silence(self, room: RoomState, now: int) -> list[Act]:
        """The next silence line, counted from when it last became quiet."""
        plans = self._script.scenario.beats[room.beat].silence
        index = _prompts_said(room, {plan.reply for plan in plans})
        who = beat_speaker(room, self._script, now)
        if who is None or index >= len(plans):
            return []
        since = max(_quiet_since(room, {plan.reply for plan in plans}), room.phase_t)
        due = max(since + round(plans[index].after * 1000), _floor_free(room), has_arrived(room, who))
        return [Act(due, who, i.Prompt(who, index))]


def waiting_line(room: RoomState) -> Line | None:
    """The client's newest line if no avatar has answered it yet."""
    clients = {person.id for person in room.people.values() if person.role == "client"}
    newest = next((line for line in reversed(room.lines) if line.who in clients), None)
    return newest if newest is not None and not newest.answered else None


def thinking_ms(line: Line) -> int:
    """A pause as a person would make: longer for a longer line, and the line is heard out first (up to 2.5 s)."""
    text = line.words[line.language]
    return min(2500, line.lasts // 2) + 500 + min(900, 12 * len(text))


def _floor_free(room: RoomState) -> int:
    return room.floor.until + BREATH_MS if room.floor is not None else 0


def _prompts_said(room: RoomState, silence: set[str]) -> int:
    """How many silence lines were said in this beat since anyone said anything else."""
    count = 0
    for line in reversed(room.lines):
        if line.seq <= room.beat_seq or line.reply not in silence or line.critical is not None:
            break
        count += 1
    return count


def _quiet_since(room: RoomState, silence: set[str]) -> int:
    """When it last became quiet, not counting the silence lines themselves, in ms of room time."""
    for line in reversed(room.lines):
        if line.seq <= room.beat_seq:
            break
        if line.reply not in silence:
            return line.t + line.lasts
    return room.beat_t


def _called(room: RoomState, line: Line) -> bool:
    return any(note.kind == "call" and note.by == line.who and note.t >= line.t for note in room.notes)


def _ignore(line: Line) -> Act:
    """A line of crisis is never answered by an avatar: it counts as heard, and as nothing."""
    return Act(line.t, "", i.Hear(line.seq, None, 0.0))
