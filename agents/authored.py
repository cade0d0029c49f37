"""The authored mind: from the room as it is, what its avatars would say next. Pure; no model, no memory of its own.

Because the next acts follow from the state alone, an avatar that a person has played and a room that was paused go on
by themselves: whoever looks at the room sees the same thread.
"""

from __future__ import annotations

import msgspec

from agents import pressing
from agents.acts import Act
from agents.crisis import words_of_crisis
from agents.director import answerer, beat_speaker, has_arrived
from agents.instructions import extra_pause, is_quiet, speak_due, step_away
from agents.pauses import OPENING_MS, SETTLE_MS, THINK_MS, floor_free, thinking_ms
from agents.understanding import SURE, UNSURE, Understanding
from rooms import intents as i
from rooms.remarks import CLIENT_STARTS, accepted_by_yes, instead_of_answer, question_open
from rooms.script import Script
from rooms.state import Line, RoomState

TOLD = "told"
"""What a client answers to a personal question, in whatever words."""
LATEST_LINES = 12
"""How far back the mind looks for what nobody has minded yet."""


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
        """What is to be said and done about it, earliest first. In a still room only a cry for help is heard."""
        if cry := _cry(room):
            return [Act(cry.t, "", i.CallHuman(cry.seq))]
        coming = pressing.suggestion(room, self._script, now)
        if room.phase != "running" or not room.beat:
            return coming
        waiting = waiting_line(room)
        who = answerer(room, self._script, waiting, now) if waiting is not None else None
        who = None if who is not None and is_quiet(room, who) else who
        if waiting is None:
            acts = self._unasked(room, now)
        elif waiting.sure is None:
            acts = [self._hear(room, waiting)]
        else:
            acts = self._answer(room, waiting, who) if who is not None else []
        idle = (name for name, avatar in room.avatars.items() if avatar.thinking and avatar.present and name != who)
        acts += [Act(now, name, i.Think(name, False)) for name in idle]
        acts += step_away(room, self._script)
        acts += pressing.time_limit(room, self._script, beat_speaker(room, self._script, now))
        acts += pressing.distress(room, self._script)
        return sorted(acts + coming, key=lambda act: act.due)

    def _unasked(self, room: RoomState, now: int) -> list[Act]:
        """What is said when nobody waits for an answer: what pressure adds, the opening, a word into the silence."""
        if added := pressing.remarks(room, self._script):
            return added
        acts = self._opening(room, now) or self._silence(room, now)
        return [*acts, *pressing.stand_in(room, self._script), *pressing.interruption(room)]

    def _hear(self, room: RoomState, line: Line) -> Act:
        """Understanding is immediate; only the answer takes its time."""
        listened_for = self._script.meanings_in(room.beat) - ({TOLD} if not question_open(room) else set())
        guesses = self._understanding.hear(line.words[line.language], listened_for)
        best = guesses[0] if guesses and guesses[0].sure >= UNSURE else None
        return Act(line.t, "", i.Hear(line.seq, best.meaning if best else None, best.sure if best else 0.0))

    def _answer(self, room: RoomState, line: Line, who: str) -> list[Act]:
        heard = self._reckon(room, line)
        pause = thinking_ms(line) + extra_pause(room, who)
        ready = max(line.t + pause, room.phase_t + SETTLE_MS, floor_free(room), has_arrived(room, who))
        intent = self._wording(room, who, line, heard)
        acts = [Act(ready, intent.avatar, intent)]
        if not room.avatars[who].thinking:
            acts.append(Act(min(ready, line.t + THINK_MS), who, i.Think(who, True)))
        return acts

    def _reckon(self, room: RoomState, line: Line) -> Heard:
        """A yes to "did you mean …?" means that, and a yes to an offer takes it."""
        asked = room.asked
        if asked is not None and line.meaning == "yes" and asked.said != line.seq:
            return Heard(asked.meaning, 1.0)
        if asked is not None and line.meaning == "no" and asked.said != line.seq:
            return Heard(None, 0.0)
        if line.meaning == "yes" and (taken := accepted_by_yes(room, self._script)) is not None:
            return Heard(taken, line.sure or 0.0)
        return Heard(line.meaning, line.sure or 0.0)

    def _wording(self, room: RoomState, who: str, line: Line, heard: Heard) -> i.Answer | i.AskBack | i.Remark:
        meaning = heard.meaning
        if question_open(room) and heard.sure < SURE and self._script.turn(room.beat, TOLD) is not None:
            return i.Answer(who, line.seq, TOLD)
        if meaning is None or self._script.turn(room.beat, meaning) is None:
            return i.AskBack(who, line.seq, None)
        if heard.sure < SURE:
            return i.AskBack(who, line.seq, meaning)
        due = instead_of_answer(room, self._script, who, line, meaning)
        if due is None:
            return i.Answer(who, line.seq, meaning)
        return i.Remark(due.by or who, who, line.seq, meaning)

    def _opening(self, room: RoomState, now: int) -> list[Act]:
        beat = self._script.scenario.beats[room.beat]
        talkers = {*room.avatars, *_clients(room)}
        said_since = any(line.seq > room.beat_seq and line.who in talkers for line in room.lines[-LATEST_LINES:])
        if beat.opens is None or said_since or room.levels["your_part"] >= CLIENT_STARTS:
            return []
        who = beat_speaker(room, self._script, now)
        if who is None or is_quiet(room, who):
            return []
        due = max(room.beat_t + OPENING_MS, room.phase_t + SETTLE_MS, floor_free(room), has_arrived(room, who))
        return [Act(due, who, i.Open(who))]

    def _silence(self, room: RoomState, now: int) -> list[Act]:
        """The next silence line, counted from when it last became quiet."""
        plans = self._script.scenario.beats[room.beat].silence
        index, quiet_since = self._quiet(room)
        who = beat_speaker(room, self._script, now)
        if who is None or index >= len(plans) or is_quiet(room, who):
            return []
        since = max(quiet_since, room.phase_t)
        asked = speak_due(room, who)
        wanted = since + round(plans[index].after * 1000) if asked is None else asked
        due = max(wanted, floor_free(room), has_arrived(room, who))
        return [Act(due, who, i.Prompt(who, index))]

    def _quiet(self, room: RoomState) -> tuple[int, int]:
        """How many silence lines were said since anyone said anything else in this beat, and since when it is quiet.

        A line that opened the beat is not one of them, though the script may use the same words for both.
        """
        beat = self._script.scenario.beats[room.beat]
        prompts = {plan.reply for plan in beat.silence}
        opens = beat.opens if room.levels["your_part"] < CLIENT_STARTS else None
        said, since = 0, room.beat_t
        for index, line in enumerate(line for line in room.lines if line.seq > room.beat_seq):
            unasked = line.critical is None and line.by is None and line.reply in prompts
            if unasked and not (index == 0 and line.reply == opens):
                said += 1
            else:
                said, since = 0, line.t + line.lasts
        return said, since


def waiting_line(room: RoomState) -> Line | None:
    """The client's newest line in this beat if nobody has answered it yet: no avatar, and no human who was called.

    While the client watches, also the line of the one who plays their part.
    """
    clients = _clients(room)
    newest = next((line for line in reversed(room.lines) if line.who in clients or line.remark == "stand_in"), None)
    if newest is None or newest.answered or newest.seq < room.beat_seq or _called(room, newest):
        return None
    return newest


def _clients(room: RoomState) -> set[str]:
    return {person.id for person in room.people.values() if person.role == "client"}


def _cry(room: RoomState) -> Line | None:
    """Words of crisis that no human has been called for yet, in whatever phase, and also when more was said since."""
    if room.phase == "ended":
        return None
    clients = _clients(room)
    new = [line for line in room.lines[-LATEST_LINES:] if line.who in clients and line.sure is None]
    cries = (line for line in new if not line.answered and words_of_crisis(line.words[line.language]))
    return next((line for line in cries if not _called(room, line)), None)


def _called(room: RoomState, line: Line) -> bool:
    return any(note.kind == "call" and note.by == line.who and note.t >= line.t for note in room.notes)
