"""What pressure brings into a round beside the answers: remarks, interruptions, the time, how hard it is, what next."""

from __future__ import annotations

from rooms import intents as i
from rooms.decisions.beats import begin_beat
from rooms.decisions.situation import Decision, Situation
from rooms.decisions.speaking import may_speak, worded
from rooms.facts import (
    CountdownSet,
    DistressAsked,
    DistressLimitSet,
    DistressRated,
    Fact,
    Gestured,
    HumanCalled,
    Interrupted,
    NextSuggested,
    PhaseChanged,
    Said,
    Wished,
)
from rooms.next_step import suggest
from rooms.people import GESTURES, STAFF
from rooms.refusals import refuse
from rooms.remarks import TIME_LIMIT, Due, beside_answer, instead_of_answer, interruption_due
from rooms.tone import speaking_ms

ASK_AGAIN_MS = 120_000
"""How hard it is, is never asked more often than this (domain notes, "A 50-minute appointment")."""


def remark(at: Situation, intent: i.Remark) -> Decision:
    """A line that pressure asks for; only what the levels owe is said."""
    if refused := may_speak(at, intent.avatar):
        return refused
    if intent.said is None:
        due = beside_answer(at.room, at.script, intent.talker)
    else:
        line = at.room.line(intent.said)
        if line is None or line.answered or line.meaning is None:
            return refuse("no_such_line")
        due = instead_of_answer(at.room, at.script, intent.talker, line, intent.meaning or line.meaning)
    if due is None or (due.by or intent.talker) != intent.avatar:
        return refuse("nothing_to_say")
    said = _spoken(at, intent.avatar, due, intent.said)
    return [said, *(Gestured(intent.avatar, known) for known in GESTURES if known == due.gesture)]


def _spoken(at: Situation, avatar: str, due: Due, answers: int | None) -> Said:
    words = at.script.fill(due.words, at.room.levels)
    return Said(
        avatar, words, at.room.language, "authored", speaking_ms(words[at.room.language]),
        answers=answers, remark=due.kind, level=due.level,
    )  # fmt: skip


def stand_in(at: Situation, intent: i.StandIn) -> Decision:
    """The one who plays the client's part says what the client could say: the words of a card."""
    name = at.script.stand_in()
    if name is None or at.room.levels["your_part"] > 0:
        return refuse("nothing_to_say")
    if refused := may_speak(at, name):
        return refused
    card = at.script.card(intent.meaning)
    if card is None or at.script.turn(at.room.beat, intent.meaning) is None:
        return refuse("nothing_to_say")
    lasts = speaking_ms(card.words[at.room.language])
    words = dict(card.words)
    return [Said(name, words, at.room.language, "authored", lasts, meaning=intent.meaning, remark="stand_in")]


def interrupt(at: Situation, intent: i.Interrupt) -> Decision:
    load = at.script.scenario.load
    if not at.running or load is None or not load.interruptions or not interruption_due(at.room):
        return refuse("nothing_to_say")
    things = at.room.interruption.count if at.room.interruption else 0
    so_far = things + sum(line.remark == "interruption" for line in at.room.lines)
    plan = load.interruptions[so_far % len(load.interruptions)]
    if plan.by is None or at.avatar(plan.by) is None:
        return [Interrupted(plan.words, plan.sound)]
    if refused := may_speak(at, plan.by):
        return refused
    lasts = speaking_ms(plan.words[at.room.language])
    return [Said(plan.by, dict(plan.words), at.room.language, "authored", lasts, remark="interruption")]


def count_down(at: Situation, intent: i.CountDown) -> Decision:
    """The time begins to run at load 4, and is taken away below it."""
    load = at.script.scenario.load
    wanted = at.running and load is not None and at.room.levels["load"] >= TIME_LIMIT
    if load is None or not at.room.beat or intent.on != wanted or (at.room.countdown is not None) == intent.on:
        return refuse("nothing_to_say")
    return [CountdownSet(at.room.scene_time(at.now) + load.time_limit.seconds * 1000 if intent.on else None)]


def time_up(at: Situation, intent: i.TimeUp) -> Decision:
    """When the time is up the scene moves on, with a word from who is talking."""
    load, until = at.script.scenario.load, at.room.countdown
    if load is None or until is None or at.room.scene_time(at.now) < until:
        return refuse("nothing_to_say")
    if refused := may_speak(at, intent.avatar):
        return refused
    limit = load.time_limit
    facts: list[Fact] = [worded(at, intent.avatar, limit.reply, None, None), CountdownSet(None)]
    return facts if limit.then == at.room.beat else [*facts, *begin_beat(at, limit.then)]


def ask_distress(at: Situation, intent: i.AskDistress) -> Decision:
    person = at.room.people.get(intent.person)
    if person is None or person.where != "room" or person.role != "client":
        return refuse("not_here")
    asked = at.room.distress_of(person.id).asked_t
    if asked is not None and at.now - asked < ASK_AGAIN_MS:
        return refuse("asked_lately")
    return [DistressAsked(person.id, at.actor.id if at.actor.role in STAFF else "room")]


def rate_distress(at: Situation, intent: i.RateDistress) -> Decision:
    """Anyone may say how hard it is at any time. Above the limit that was agreed the room pauses by itself."""
    known = at.room.distress_of(at.actor.id)
    facts: list[Fact] = [DistressRated(at.actor.id, intent.level)]
    if intent.level > known.limit:
        facts.append(HumanCalled(at.actor.id, "distress"))
        if at.running:
            facts.append(PhaseChanged("paused", "room", "distress"))
    return facts


def set_distress_limit(at: Situation, intent: i.SetDistressLimit) -> Decision:
    return [DistressLimitSet(at.actor.id, intent.level)]


def wish(at: Situation, intent: i.MakeWish) -> Decision:
    return [Wished(at.actor.id, intent.wish)]


def suggest_next(at: Situation, intent: i.SuggestNext) -> Decision:
    client = at.room.client()
    if client is None:
        return refuse("no_client")
    suggestion = suggest(at.room, at.script)
    return [] if suggestion == at.room.suggestion else [NextSuggested(client.id, suggestion)]
