"""How the session went: pressure, help, stops, beats, goals, markers and the step stood on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from rooms.axes import AXES, Axis, Language
from rooms.facts import (
    BeatBegan,
    CeilingSet,
    DistressLimitSet,
    DistressRated,
    FactBase,
    GoalReached,
    HelpAsked,
    HelpGiven,
    Marked,
    Opened,
    Phase,
    PhaseChanged,
    PressureSet,
    Stamped,
)
from rooms.state import DISTRESS_LIMIT


class Level(msgspec.Struct, frozen=True):
    """From room time `t` (ms) on, until the next."""

    t: int
    level: int


class Rising(msgspec.Struct, frozen=True):
    """Levels over time, each written down when it changed."""

    axes: dict[Axis, list[Level]]
    """0-4 on each of the ten axes."""
    ceiling: dict[Axis, list[Level]]
    help: list[Level]
    """0 shown first .. 4 alone."""
    step: list[Level]
    """Of the ladder, from 1."""


class Distress(msgspec.Struct, frozen=True):
    """How hard it was for one person, in their own judgement, and from where on the room was to pause by itself."""

    ratings: list[Level]
    """0-10, each at the moment it was said; the same may be said again."""
    limits: list[Level]
    """What was agreed, from each change on. Empty where nothing was rated."""


class Helped(msgspec.Struct, frozen=True):
    """Help that was given, from when until the next beat or the next help (room ms)."""

    from_ms: int
    until_ms: int
    kind: Literal["hint", "shown"]
    by: str
    """`room` when it came by itself."""
    words: dict[Language, str]


class Still(msgspec.Struct, frozen=True):
    """The scene stood still: a pause or the calm place (room ms)."""

    from_ms: int
    until_ms: int
    phase: Phase
    """`paused` or `calm`."""
    by: str
    why: str
    on_by: str | None
    """Who let it go on; None when it never did."""


class Stretch(msgspec.Struct, frozen=True):
    """One beat of the scene, from when until when (room ms)."""

    from_ms: int
    until_ms: int
    beat: str
    about: dict[Language, str]


class Moment(msgspec.Struct, frozen=True):
    """Something with words at one moment (room ms): a goal, a marker."""

    t: int
    who: str | None
    words: dict[Language, str]


class Act(msgspec.Struct, frozen=True):
    """What somebody did for themselves (room ms): asked for help, made it calmer, moved their limit."""

    t: int
    who: str
    kind: Literal["help", "calmer", "limit"]


def rising(facts: Sequence[Stamped]) -> Rising:
    found = Rising({axis: [] for axis in AXES}, {axis: [] for axis in AXES}, [], [])
    for stamped in facts:
        fact = stamped.fact
        if isinstance(fact, Opened | PressureSet):
            for axis, level in fact.levels.items():
                _note(found.axes[axis], stamped.t, level)
            _note(found.help, stamped.t, fact.help)
        if isinstance(fact, PressureSet):
            _note(found.step, stamped.t, fact.step)
        if isinstance(fact, Opened):
            for axis, level in fact.ceiling.items():
                _note(found.ceiling[axis], stamped.t, level)
        if isinstance(fact, CeilingSet):
            _note(found.ceiling[fact.axis], stamped.t, fact.level)
    return found


def _note(levels: list[Level], t: int, level: int) -> None:
    if levels and levels[-1].t == t:
        levels.pop()
    if not levels or levels[-1].level != level:
        levels.append(Level(t, level))


def distress(facts: Sequence[Stamped], person: str) -> Distress:
    ratings: list[Level] = []
    limits = [Level(facts[0].t if facts else 0, DISTRESS_LIMIT)]
    for stamped in facts:
        fact = stamped.fact
        if isinstance(fact, DistressRated) and fact.person == person:
            ratings.append(Level(stamped.t, fact.level))
        if isinstance(fact, DistressLimitSet) and fact.person == person:
            _note(limits, stamped.t, fact.level)
    return Distress(ratings, limits if ratings else [])


def helped(facts: Sequence[Stamped], until: int) -> list[Helped]:
    ends = _times(facts, HelpGiven, BeatBegan)
    return [
        Helped(stamped.t, _next(ends, stamped.seq, until), fact.kind, fact.by, fact.words)
        for stamped, fact in _of(facts, HelpGiven)
        if isinstance(fact, HelpGiven)
    ]


def stills(facts: Sequence[Stamped], until: int) -> list[Still]:
    """Pauses and calm once the scene has begun; before its start and after its end nothing is interrupted."""
    found: list[Still] = []
    now: tuple[int, PhaseChanged] | None = None
    begun = False
    for stamped in facts:
        fact = stamped.fact
        if not isinstance(fact, PhaseChanged):
            continue
        begun = begun or fact.phase == "running"
        if now is not None:
            found.append(_still(*now, stamped.t, fact.by if fact.phase == "running" else None))
        now = (stamped.t, fact) if begun and fact.phase in ("paused", "calm") else None
    return found if now is None else [*found, _still(*now, until, None)]


def _still(start: int, fact: PhaseChanged, end: int, on_by: str | None) -> Still:
    return Still(start, end, fact.phase, fact.by, fact.why, on_by)


def beats(facts: Sequence[Stamped], until: int) -> list[Stretch]:
    ends = _times(facts, BeatBegan)
    return [
        Stretch(stamped.t, _next(ends, stamped.seq, until), fact.beat, fact.about)
        for stamped, fact in _of(facts, BeatBegan)
        if isinstance(fact, BeatBegan)
    ]


def goals(facts: Sequence[Stamped]) -> list[Moment]:
    """Every time a goal was reached: a new round may reach it again."""
    return [Moment(stamped.t, None, stamped.fact.words) for stamped in facts if isinstance(stamped.fact, GoalReached)]


def markers(facts: Sequence[Stamped]) -> list[Moment]:
    """What staff marked, with their note in whatever language they wrote it."""
    return [
        Moment(stamped.t, stamped.fact.by, {"nb": stamped.fact.note, "en": stamped.fact.note})
        for stamped in facts
        if isinstance(stamped.fact, Marked)
    ]


def acts(facts: Sequence[Stamped]) -> list[Act]:
    found = []
    for stamped in facts:
        match stamped.fact:
            case HelpAsked(person=person):
                found.append(Act(stamped.t, person, "help"))
            case PressureSet(by=by, why="calmer"):
                found.append(Act(stamped.t, by, "calmer"))
            case CeilingSet(by=by):
                found.append(Act(stamped.t, by, "limit"))
    return found


def _of(facts: Sequence[Stamped], kind: type[FactBase]) -> Iterator[tuple[Stamped, FactBase]]:
    return ((stamped, stamped.fact) for stamped in facts if isinstance(stamped.fact, kind))


def _times(facts: Sequence[Stamped], *kinds: type[FactBase]) -> list[tuple[int, int]]:
    return [(stamped.seq, stamped.t) for stamped in facts if isinstance(stamped.fact, kinds)]


def _next(times: list[tuple[int, int]], seq: int, until: int) -> int:
    """The time of the first of `times` after the fact `seq`."""
    return next((t for number, t in times if number > seq), until)
