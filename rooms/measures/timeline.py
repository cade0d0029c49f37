"""The timeline of a session: lanes of spans, points and curves for the eye, and the same as rows of a table."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from rooms.axes import AXES, TOP_LEVEL
from rooms.measures.course import Level
from rooms.measures.session import Measures
from rooms.measures.words import Words, decimals, say, seconds

LaneId = Literal[
    "spoke", "pauses", "answers", "pressure", "distress", "looks", "near", "help", "stills", "beats", "goals", "marks"
]  # fmt: skip
TOP_RATING: Final = 10
NEAR_ROW_MS: Final = 10_000
"""The table tells the distance this often: the curve has it every second."""


class Span(msgspec.Struct, frozen=True):
    """Something that lasted (room ms). `kind` is for its look; `words` say what it was."""

    from_ms: int
    until_ms: int
    who: str | None
    kind: str
    words: Words


class Point(msgspec.Struct, frozen=True):
    """Something at one moment (room ms). `value` where it has one: the words of an answer."""

    t: int
    who: str | None
    kind: str
    words: Words
    value: float | None = None


class Curve(msgspec.Struct, frozen=True):
    """Values over time. `holds`: a value stands until the next (levels); else the curve goes straight between them."""

    id: str
    words: Words
    unit: Words
    least: float
    most: float
    holds: bool
    t: list[int]
    values: list[float]
    rows: list[Words]
    """Each value in words, for the table; empty words are left out of it."""
    limit_t: list[int] = []
    limits: list[float] = []
    """The client's limit, which stands from its `limit_t` until the next; empty where they have none."""


class Lane(msgspec.Struct, frozen=True):
    id: LaneId
    words: Words
    spans: list[Span] = []
    points: list[Point] = []
    curves: list[Curve] = []


class Timeline(msgspec.Struct, frozen=True):
    from_ms: int
    until_ms: int
    lanes: list[Lane]
    """Only those that hold something."""


class Row(msgspec.Struct, frozen=True):
    """One row of the table that stands behind the lanes."""

    t: int
    lane: LaneId
    words: Words


def timeline(measures: Measures) -> Timeline:
    lanes = [
        _spoke(measures), _pauses(measures), _answers(measures), _pressure(measures), _distress(measures),
        _looks(measures), _near(measures), _help(measures), _stills(measures), _beats(measures), _goals(measures),
        _marks(measures),
    ]  # fmt: skip
    held = [lane for lane in lanes if lane.spans or lane.points or lane.curves]
    return Timeline(measures.from_ms, measures.until_ms, held)


def table(told: Timeline) -> list[Row]:
    """Every lane in words, in the order in which things happened."""
    rows = [Row(span.from_ms, lane.id, span.words) for lane in told.lanes for span in lane.spans]
    rows += [Row(point.t, lane.id, point.words) for lane in told.lanes for point in lane.points]
    for lane in told.lanes:
        for curve in lane.curves:
            rows += [Row(t, lane.id, words) for t, words in zip(curve.t, curve.rows, strict=True) if words]
    return sorted(rows, key=lambda row: row.t)


def _name(measures: Measures, who: str) -> Words:
    name = measures.name(who)
    return {"nb": name, "en": name} if name else say("someone")


def _spoke(measures: Measures) -> Lane:
    spans = []
    for speech in measures.spoken:
        words = say("spoke", who=_name(measures, speech.who), kind=say(f"kind.{speech.kind}"))
        spans += [Span(start, end, speech.who, speech.kind, words) for start, end in speech.parts]
    return Lane("spoke", say("lane.spoke"), spans)


def _pauses(measures: Measures) -> Lane:
    """A pause is drawn back from the answer; where the scene stood still meanwhile it is longer to the eye."""
    spans = [
        Span(answer.t - answer.pause_ms, answer.t, measures.client, "pause", say("paused", seconds=seconds(waited)))
        for answer in measures.answers
        if answer.pause_ms is not None and (waited := answer.pause_ms)
    ]
    return Lane("pauses", say("lane.pauses"), spans)


def _answers(measures: Measures) -> Lane:
    points = []
    for answer in measures.answers:
        key = "words.card" if answer.card else "words.one" if answer.words == 1 else "words"
        kind = "card" if answer.card else "own"
        points.append(Point(answer.t, measures.client, kind, say(key, count=answer.words), answer.words))
    return Lane("answers", say("lane.answers"), points=points)


def _pressure(measures: Measures) -> Lane:
    rising, steps = measures.rising, len(measures.scene.steps) if measures.scene else 1
    told = [say("step.at", step=level.level, steps=steps) for level in rising.step]
    curves = [_levels("step", say("step"), say("unit.step"), 1, steps, rising.step, told)]
    for axis in AXES:
        if any(level.level for level in rising.axes[axis]):
            curves.append(_axis(axis, say(f"axis.{axis}"), rising.axes[axis], rising.ceiling[axis]))
    curves.append(_axis("help", say("help.level"), rising.help, []))
    return Lane("pressure", say("lane.pressure"), curves=[curve for curve in curves if curve.t])


def _distress(measures: Measures) -> Lane:
    """What was said stands until it is said anew: between two answers nobody knows."""
    words, said = say("lane.distress"), measures.distress
    if not said.ratings:
        return Lane("distress", words)
    told = [say("rated", level=rating.level) for rating in said.ratings]
    curve = _levels("distress", words, say("unit.rating"), 0, TOP_RATING, said.ratings, told)
    return Lane("distress", words, curves=[_with_limits(curve, said.limits)])


def _axis(name: str, words: Words, levels: list[Level], limits: list[Level]) -> Curve:
    told = [say("level", name=words, level=level.level) for level in levels]
    curve = _levels(name, words, say("unit.level"), 0, TOP_LEVEL, levels, told)
    return _with_limits(curve, limits)


def _with_limits(curve: Curve, limits: list[Level]) -> Curve:
    return msgspec.structs.replace(
        curve, limit_t=[limit.t for limit in limits], limits=[float(limit.level) for limit in limits]
    )


def _levels(
    name: str, words: Words, unit: Words, least: float, most: float, levels: list[Level], told: list[Words]
) -> Curve:
    values = [float(level.level) for level in levels]
    return Curve(name, words, unit, least, most, True, [level.t for level in levels], values, told)


def _looks(measures: Measures) -> Lane:
    if measures.looks is None:
        return Lane("looks", say("lane.looks"))
    spans = []
    for look in measures.looks.looks:
        took = seconds(look.until_ms - look.from_ms)
        words = say("looked", who=_name(measures, look.whom), seconds=took)
        spans.append(Span(look.from_ms, look.until_ms, look.whom, "look", words))
    return Lane("looks", say("lane.looks"), spans)


def _near(measures: Measures) -> Lane:
    near = measures.nearness
    if near is None or not near.t:
        return Lane("near", say("lane.near"))
    rows: list[Words] = []
    told = -NEAR_ROW_MS
    for t, metres, who in zip(near.t, near.metres, near.who, strict=True):
        due = t - told >= NEAR_ROW_MS
        told = t if due else told
        rows.append(say("near", metres=decimals(metres), who=_name(measures, who)) if due else {})
    words, unit = say("lane.near"), say("unit.metres")
    curve = Curve("near", words, unit, 0.0, max(near.metres), False, near.t, near.metres, rows)
    return Lane("near", words, curves=[curve])


def _help(measures: Measures) -> Lane:
    spans = [
        Span(given.from_ms, given.until_ms, given.by, given.kind, say(f"help.{given.kind}"))
        for given in measures.helped
    ]
    points = [Point(act.t, act.who, act.kind, say(f"act.{act.kind}")) for act in measures.acts]
    return Lane("help", say("lane.help"), spans, points)


def _stills(measures: Measures) -> Lane:
    spans = []
    for still in measures.stills:
        name, why = say(f"still.{still.phase}"), say(f"why.{still.why}")
        words: Words = {language: f"{name[language]} ({why[language]})" for language in name}
        spans.append(Span(still.from_ms, still.until_ms, still.by, still.phase, words))
    return Lane("stills", say("lane.stills"), spans)


def _beats(measures: Measures) -> Lane:
    spans = [Span(beat.from_ms, beat.until_ms, None, beat.beat, beat.about) for beat in measures.beats]
    return Lane("beats", say("lane.beats"), spans)


def _goals(measures: Measures) -> Lane:
    return Lane("goals", say("lane.goals"), points=[Point(one.t, None, "goal", one.words) for one in measures.goals])


def _marks(measures: Measures) -> Lane:
    points = [
        Point(mark.t, mark.who, "staff", mark.words if mark.words["nb"] else say("mark")) for mark in measures.markers
    ]
    return Lane("marks", say("lane.marks"), points=points)
