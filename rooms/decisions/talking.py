"""Saying and hearing. People speak when they like; one avatar speaks at a time, in the tone the room chooses."""

from __future__ import annotations

import re

from rooms import intents as i
from rooms.asking_back import asking_back
from rooms.axes import Language
from rooms.decisions.beats import begin_beat
from rooms.decisions.pressure import help_for
from rooms.decisions.situation import Decision, Situation
from rooms.decisions.speaking import may_speak, worded
from rooms.facts import (
    AskedBack,
    Fact,
    Gestured,
    GoalReached,
    HeardAs,
    HumanCalled,
    PhaseChanged,
    Said,
    Thinking,
)
from rooms.people import GESTURES
from rooms.refusals import refuse
from rooms.remarks import CLIENT_STARTS
from rooms.scenario import Turn
from rooms.tone import speaking_ms

STOP_WORDS = frozenset({"stopp", "stop", "stans"})
"""Said alone, in either language, they stop the room whatever else is going on."""
SUREST = 0.999
"""How sure a mind can be of free words at most; only a card is certain (1)."""


def say(at: Situation, intent: i.Say) -> Decision:
    if intent.meaning is not None:
        return _say_card(at, intent)
    text = (intent.text or "").strip()
    if not text:
        return refuse("nothing_to_say")
    person = at.room.people[at.actor.id]
    said = Said(person.id, {person.language: text}, person.language, "person", speaking_ms(text), to=intent.to)
    words = set(re.findall(r"\w+", text.lower()))
    if words and words <= STOP_WORDS and at.room.phase != "calm":
        return [said, PhaseChanged("calm", person.id, "stop_word")]
    return [said]


def _say_card(at: Situation, intent: i.Say) -> Decision:
    if not at.running:
        return refuse("not_running")
    card = next((card for card in at.room.offered if card.meaning == intent.meaning), None)
    if card is None:
        return refuse("not_offered")
    person = at.room.people[at.actor.id]
    lasts = speaking_ms(card.words[person.language])
    return [Said(person.id, card.words, person.language, "person", lasts, to=intent.to, meaning=card.meaning)]


def hear(at: Situation, intent: i.Hear) -> Decision:
    line = at.room.line(intent.said)
    if line is None or line.who in at.room.avatars:
        return refuse("no_such_line")
    if line.sure is not None:
        return refuse("already_heard")
    return [HeardAs(intent.said, intent.meaning, min(round(intent.sure, 3), SUREST))]


def think(at: Situation, intent: i.Think) -> Decision:
    avatar = at.avatar(intent.avatar)
    if avatar is None:
        return refuse("no_such_avatar")
    if avatar.played_by is not None:
        return refuse("person_plays")
    return [] if avatar.thinking == intent.on else [Thinking(intent.avatar, intent.on)]


def answer(at: Situation, intent: i.Answer) -> Decision:
    if refused := may_speak(at, intent.avatar):
        return refused
    line = at.room.line(intent.said)
    if line is None or (line.who in at.room.avatars and line.remark != "stand_in"):
        return refuse("no_such_line")
    if line.answered:
        return refuse("already_answered")
    turn = at.script.turn(at.room.beat, intent.meaning)
    if turn is None:
        return refuse("nothing_to_say")
    if intent.meaning == "repeat" and (repeated := _say_again(at, intent)):
        return repeated
    said = worded(at, intent.avatar, turn.reply, intent.said, intent.meaning)
    gesture = at.script.scenario.replies[turn.reply].gesture
    facts: list[Fact] = [said]
    facts += [Gestured(intent.avatar, known) for known in GESTURES if known == gesture]
    return [*facts, *_follow(at, turn), *_care(at, intent.meaning, line.who)]


def _say_again(at: Situation, intent: i.Answer) -> list[Fact]:
    """What the avatar last said, in the same words: a question that it asked still stands. Nothing before its first."""
    last = at.room.avatars[intent.avatar].last_said
    line = at.room.line(last) if last is not None else None
    if line is None:
        return []
    said = Said(intent.avatar, line.words, line.language, line.source, line.lasts, answers=intent.said)
    asked = at.room.asked
    return [said] if asked is None else [said, AskedBack(asked.said, asked.meaning)]


def _follow(at: Situation, turn: Turn) -> list[Fact]:
    """Where a turn leads: a goal reached, the next beat begun."""
    facts: list[Fact] = []
    if turn.reaches is not None and turn.reaches not in at.room.goals:
        facts.append(GoalReached(turn.reaches, at.script.scenario.goals[turn.reaches]))
    if turn.then is not None and turn.then != at.room.beat:
        facts += begin_beat(at, turn.then)
    return facts


def _care(at: Situation, meaning: str, who: str) -> list[Fact]:
    """What humans are told, and when the room stills by itself."""
    match meaning:
        case "distress":
            return [HumanCalled(who, "distress"), PhaseChanged("paused", "room", "distress")]
        case "help":
            return [HumanCalled(who, "help"), *help_for(at, who)]
        case "anger":
            return [HumanCalled(who, "anger")]
        case "leave":
            return [PhaseChanged("paused", "room", "left")]
        case _:
            return []


def ask_back(at: Situation, intent: i.AskBack) -> Decision:
    if refused := may_speak(at, intent.avatar):
        return refused
    line = at.room.line(intent.said)
    if line is None or line.answered:
        return refuse("no_such_line")
    card = at.script.card(intent.meaning) if intent.meaning is not None else None
    words: dict[Language, str] = asking_back(card, at.room.levels["warmth"], len(at.room.lines))
    said = Said(
        intent.avatar, words, at.room.language, "authored", speaking_ms(words[at.room.language]), answers=intent.said
    )
    if intent.meaning is None or card is None:
        return [said]
    return [said, AskedBack(intent.said, intent.meaning)]


def open_beat(at: Situation, intent: i.Open) -> Decision:
    if refused := may_speak(at, intent.avatar):
        return refused
    opens = at.script.scenario.beats[at.room.beat].opens if at.room.beat else None
    if opens is None or at.room.levels["your_part"] >= CLIENT_STARTS:
        return refuse("nothing_to_say")
    return [worded(at, intent.avatar, opens, None, None)]


def prompt(at: Situation, intent: i.Prompt) -> Decision:
    if refused := may_speak(at, intent.avatar):
        return refused
    silence = at.script.scenario.beats[at.room.beat].silence if at.room.beat else []
    if intent.index >= len(silence):
        return refuse("nothing_to_say")
    plan = silence[intent.index]
    facts: list[Fact] = [worded(at, intent.avatar, plan.reply, None, None)]
    return [*facts, *begin_beat(at, plan.then)] if plan.then is not None else facts
