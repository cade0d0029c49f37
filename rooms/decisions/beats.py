"""Beginning a beat: what is offered, what changes in the place, and the help that comes with it."""

from __future__ import annotations

from typing import Literal

from rooms.decisions.situation import Situation
from rooms.facts import BeatBegan, Fact, HelpGiven, Offered, PropSet
from rooms.staging import restage

SHOWN_FIRST, PROMPTED, ON_REQUEST = 0, 1, 2
"""The levels of `help` at which something is given; above them: 3 afterwards, 4 alone."""


def begin_beat(at: Situation, name: str, anew: bool = False) -> list[Fact]:
    """The facts with which beat `name` begins; `anew` begins the scene from its start and resets the props."""
    beat = at.script.scenario.beats[name]
    facts: list[Fact] = [BeatBegan(name, beat.about)]
    props = dict.fromkeys(at.room.props, "away") if anew else {}
    props.update(beat.props)
    for prop, value in props.items():
        now = at.room.props.get(prop)
        if now is None or now.value != value:
            facts.append(PropSet(prop, value))
    facts.append(Offered(at.script.cards(name)))
    if at.room.help == SHOWN_FIRST:
        facts += give_help(at, name, "shown", "room")
    elif at.room.help == PROMPTED:
        facts += give_help(at, name, "hint", "room")
    return [*facts, *restage(at.as_if(beat=name), at.script, at.now, stay=not anew)]


def give_help(at: Situation, beat: str, kind: Literal["hint", "shown"], by: str) -> list[Fact]:
    """A hint in words, or the card of what could be said here."""
    plan = at.script.scenario.beats[beat]
    card = at.script.card(plan.shown)
    if kind == "shown" and card is not None:
        return [HelpGiven("shown", card.words, plan.shown, by)]
    return [HelpGiven("hint", plan.hint, None, by)]
