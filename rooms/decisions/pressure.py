"""The dial: levels, ladder, ceiling and help. Staff move within the client's ceiling; only the client moves it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from rooms import intents as i
from rooms.axes import AXES, Axis
from rooms.decisions.beats import ON_REQUEST, give_help
from rooms.decisions.situation import Decision, Situation
from rooms.facts import BoardSet, CeilingSet, Fact, HelpAsked, PressureSet
from rooms.refusals import refuse
from rooms.staging import restage

Why = Literal["harder", "step", "axis", "calmer", "help", "again"]


def as_set(levels: Mapping[Axis, int], help_level: int, step: int, by: str, why: Why) -> PressureSet:
    return PressureSet(dict(levels), help_level, step, by, why)


def change_levels(at: Situation, levels: Mapping[Axis, int], help_level: int, step: int, why: Why) -> Decision:
    """Sets the levels and moves the cast accordingly; nothing when nothing changes.

    Lowering is never refused, since no level is ever above the ceiling (a lower ceiling takes the level down with it).
    """
    room = at.room
    if any(levels[axis] > room.ceiling[axis] for axis in AXES):
        return refuse("above_ceiling")
    if any(levels[axis] > max(at.script.top(axis), room.levels[axis]) for axis in AXES):
        return refuse("beyond_scenario")
    if dict(levels) == room.levels and help_level == room.help and step == room.step:
        return []
    facts: list[Fact] = [as_set(levels, help_level, step, at.actor.id, why)]
    before = at.script.boards_at(room.levels)
    for prop, board in at.script.boards_at(levels).items():
        if board != before[prop]:
            facts.append(BoardSet(prop, board.rows))
    if room.phase == "ready":
        return [*facts, *restage(at.as_if(levels=dict(levels)), at.script, at.now, at_once=True)]
    return [*facts, *restage(at.as_if(levels=dict(levels)), at.script, at.now)]


def harder(at: Situation, intent: i.Harder) -> Decision:
    """Towards the next step of the ladder that asks for more than is asked now: its own axis moves, by one level.

    After "calmer" a step may lie more than one level up: it is reached with as many presses.
    """
    room = at.room
    for step in range(room.step + 1, at.script.steps() + 1):
        change = at.script.scenario.ladder[step - 2].set
        levels = {axis: _towards(room.levels[axis], change.get(axis, 0)) for axis in AXES}
        help_level = _towards(room.help, change.get("help", 0))
        if levels != room.levels or help_level != room.help:
            reached = help_level >= change.get("help", 0) and all(levels[axis] >= change.get(axis, 0) for axis in AXES)
            return change_levels(at, levels, help_level, step if reached else step - 1, "harder")
    return refuse("top_of_ladder")


def _towards(level: int, wanted: int) -> int:
    return min(level + 1, wanted) if wanted > level else level


def set_level(at: Situation, intent: i.SetLevel) -> Decision:
    if at.actor.role == "client" and intent.level > at.room.levels[intent.axis]:
        return refuse("only_down")
    levels = {**at.room.levels, intent.axis: intent.level}
    return change_levels(at, levels, at.room.help, at.room.step, "axis")


def set_step(at: Situation, intent: i.SetStep) -> Decision:
    if intent.step > at.script.steps():
        return refuse("no_such_step")
    levels, help_level = at.script.levels_at(intent.step)
    return change_levels(at, levels, help_level, intent.step, "step")


def set_help(at: Situation, intent: i.SetHelp) -> Decision:
    """More help is a lower level; a client may ask for more of it, and may also choose to go on with less."""
    return change_levels(at, at.room.levels, intent.level, at.room.step, "help")


def set_ceiling(at: Situation, intent: i.SetCeiling) -> Decision:
    """A ceiling set below the level takes the level down with it. Only the client of the scene may raise it."""
    client = at.room.client()
    if intent.level > at.room.ceiling[intent.axis] and (client is None or client.id != at.actor.id):
        return refuse("not_yours")
    facts: list[Fact] = [CeilingSet(intent.axis, intent.level, at.actor.id)]
    if at.room.levels[intent.axis] > intent.level:
        levels = {**at.room.levels, intent.axis: intent.level}
        lowered = change_levels(at, levels, at.room.help, at.room.step, "axis")
        return [*facts, *lowered] if isinstance(lowered, list) else lowered
    return facts


def ask_help(at: Situation, intent: i.AskHelp) -> Decision:
    if not at.running or not at.room.beat:
        return refuse("no_help_here")
    return help_for(at, at.actor.id)


def help_for(at: Situation, person: str) -> list[Fact]:
    """Each asking is logged. First a hint, then what could be said; above "on request" the client tries alone."""
    asked: list[Fact] = [HelpAsked(person)]
    if at.room.help > ON_REQUEST:
        return asked
    kind: Literal["hint", "shown"] = "shown" if at.room.help_given is not None else "hint"
    return [*asked, *give_help(at, at.room.beat, kind, "room")]


def give_help_now(at: Situation, intent: i.GiveHelp) -> Decision:
    if not at.room.beat:
        return refuse("no_help_here")
    return give_help(at, at.room.beat, intent.kind, at.actor.id)
