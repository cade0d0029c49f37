"""Lines that an axis of pressure asks for beside the answers: pushes, personal questions, asking for more, stalling.

Pure: from the room as it is, what is owed now and in which words. The mind asks when its turn comes; the room asks the
same rules again before it lets the line be said, so that a level is delivered exactly and never more of it.

- persuasion n: n pushes in a row, each after a no; then the no stands, for six answers at least. Leaving, anger,
  distress, help, stop and "I'd rather not" end a run at once (domain notes, "Rules").
- personal_questions n: after every third answer a question, of level n first; none twice in a round.
- your_part 2 and above: a very short answer is followed by a wish for more, at most after every third answer.
- your_part 4: the first request of a beat is put off, so that it must be said again.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import msgspec

from rooms.axes import tone_of
from rooms.facts import RemarkKind
from rooms.scenario_pressure import Question, Remark, Words
from rooms.script import Script
from rooms.state import Line, RoomState

QUESTION_EVERY = 3
FOLLOWUP_EVERY = 3
INTERRUPT_EVERY = 4
REST_AFTER_PUSHES = 6
"""Answers between two runs of pushes."""
SHORT_WORDS = 2
OPEN_ANSWER, CLIENT_STARTS, ASSERT = 2, 3, 4
"""Levels of `your_part`: from the first a short answer is not enough, from the second avatars do not begin."""
INTERRUPTED, SECOND_TASK, TIME_LIMIT = 2, 3, 4
"""Levels of `load`."""
NO, YES = "no", "yes"
CLOSING = "closing"
"""The beat with which every scenario ends."""


class Due(msgspec.Struct, frozen=True):
    """A remark that is owed: of which kind and level, in which words, and by whom (None: whoever is talking)."""

    kind: RemarkKind
    level: int | None
    words: Words
    by: str | None
    gesture: str | None = None


def beside_answer(room: RoomState, script: Script, who: str) -> Due | None:
    """What avatar `who` adds to the answer it just gave; None when nothing is owed or somebody has spoken since."""
    last = room.lines[-1] if room.lines else None
    if last is None or last.who != who or last.reply is None or last.remark is not None or last.seq < room.beat_seq:
        return None
    said = next((line for line in reversed(room.lines[:-1]) if line.who in room.avatars or line.answered), None)
    if said is None or not _asked(room, said):
        return None
    return _first_push(room, script, who) or _question(room, script) or _followup(room, script, said, last)


def instead_of_answer(room: RoomState, script: Script, who: str, line: Line, meaning: str) -> Due | None:
    """What avatar `who` says in place of the reply to `line`: the next push after a no, or that it must wait."""
    return _next_push(room, script, who, line, meaning) or _stall(room, script, meaning)


def question_open(room: RoomState) -> bool:
    """Whether a personal question is the last thing that an avatar said."""
    spoken = next((line for line in reversed(room.lines) if line.who in room.avatars), None)
    return spoken is not None and spoken.remark == "question" and spoken.seq > room.beat_seq


def accepted_by_yes(room: RoomState, script: Script) -> str | None:
    """What a plain "yes" takes while an offer is the last thing that an avatar said; None otherwise."""
    plan = script.scenario.persuasion
    spoken = next((line for line in reversed(room.lines) if line.who in room.avatars), None)
    offered = spoken is not None and spoken.remark == "push" and spoken.seq > room.beat_seq
    return plan.accepts[0] if plan is not None and offered and room.beat in plan.beats else None


def interruption_due(room: RoomState) -> bool:
    """Whether something is to break in now: after every fourth answer, from load 2 on."""
    if room.levels["load"] < INTERRUPTED or not room.lines:
        return False
    since = room.interruption.seq if room.interruption else 0
    return _answers_since(room, "interruption", since) >= INTERRUPT_EVERY


def _asked(room: RoomState, line: Line) -> bool:
    """Whether it is a line of the client, or of who plays their part, that has been answered."""
    return line.answered and (line.who not in room.avatars or line.remark == "stand_in")


def _answers_since(room: RoomState, kind: RemarkKind, since: int = 0) -> int:
    """How many lines have been answered since the last line of that kind."""
    after = takewhile(lambda line: line.remark != kind and line.seq > since, reversed(room.lines))
    return sum(_asked(room, line) for line in after)


def _pushes(room: RoomState) -> tuple[int, int]:
    """How many pushes the last run of this beat had, and how many answers were given since."""
    run, since = 0, 0
    for line in room.lines:
        if line.seq < room.beat_seq:
            continue
        if line.remark == "push":
            run, since = (1 if line.level == 1 else run + 1), 0
        since += _asked(room, line)
    return run, since


def _first_push(room: RoomState, script: Script, who: str) -> Due | None:
    plan = script.scenario.persuasion
    level = room.levels["persuasion"]
    if plan is None or level == 0 or room.beat not in plan.beats:
        return None
    run, since = _pushes(room)
    if run and since < REST_AFTER_PUSHES:
        return None
    return _remark(room, "push", 1, plan.offers, who)


def _next_push(room: RoomState, script: Script, who: str, line: Line, meaning: str) -> Due | None:
    plan = script.scenario.persuasion
    if plan is None or room.beat not in plan.beats or meaning not in (NO, *plan.declines):
        return None
    run, since = _pushes(room)
    if not run or since or run >= room.levels["persuasion"]:
        return None
    if run == 3:
        return _remark(room, "push", 4, plan.insists, _another(room, who))
    return _remark(room, "push", run + 1, (plan.again, plan.reasons)[run - 1], who)


def _another(room: RoomState, who: str) -> str:
    """Somebody else who is there; the same one when nobody is."""
    others = [name for name, one in room.avatars.items() if one.present and one.played_by is None and name != who]
    return others[0] if others else who


def _question(room: RoomState, script: Script) -> Due | None:
    """One of the level first, then less personal ones; nobody asks the same thing twice in a round."""
    if room.beat == CLOSING or _answers_since(room, "question") < QUESTION_EVERY:
        return None
    asked = [line for line in room.lines if line.remark == "question" and line.t >= room.round_t]
    for level in range(room.levels["personal_questions"], 0, -1):
        questions = [question for question in script.scenario.questions if question.level == level]
        if sum(line.level == level for line in asked) < len(questions):
            return _remark(room, "question", level, questions, None)
    return None


def _followup(room: RoomState, script: Script, said: Line, answer: Line) -> Due | None:
    beat = script.scenario.beats[room.beat]
    if room.levels["your_part"] < OPEN_ANSWER or room.beat == CLOSING:
        return None
    if said.meaning not in (*beat.turns, YES):
        return None
    short = len(said.words[said.language].split()) <= SHORT_WORDS
    if not short or answer.critical or _answers_since(room, "followup") < FOLLOWUP_EVERY:
        return None
    return _remark(room, "followup", None, script.scenario.followups, None)


def _stall(room: RoomState, script: Script, meaning: str) -> Due | None:
    turn = script.scenario.beats[room.beat].turns.get(meaning)
    asks_for_something = turn is not None and (turn.reaches is not None or turn.then is not None)
    if room.levels["your_part"] < ASSERT or not asks_for_something:
        return None
    if any(line.remark == "stall" for line in room.lines if line.seq > room.beat_seq):
        return None
    return _remark(room, "stall", None, script.scenario.stalls, None)


def _remark(
    room: RoomState, kind: RemarkKind, level: int | None, among: Sequence[Remark | Question], who: str | None
) -> Due | None:
    """The one whose turn it is, in the tone of the room; those come in turn."""
    if not among:
        return None
    used = sum(line.remark == kind and line.level == level for line in room.lines)
    chosen = among[used % len(among)]
    variants = chosen.lines[tone_of(room.levels["warmth"])]
    words = variants[used // len(among) % len(variants)]
    there = chosen.by is not None and chosen.by in room.avatars and room.avatars[chosen.by].present
    return Due(kind, level, words, chosen.by if there else who, getattr(chosen, "gesture", None))
