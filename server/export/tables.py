"""The measures of a session as plain tables: what CSV and Parquet are written from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

import msgspec

from rooms.measures.comparison import figures
from rooms.measures.session import Measures
from rooms.measures.timeline import table as timeline_rows
from server.export.session import ExportedSession

Cell = str | int | float | bool | None
Kind = Literal["text", "whole", "number", "yes"]


class Column(msgspec.Struct, frozen=True):
    """Names carry the unit: `_ms` room time or duration in ms, `_m` metres, `share` 0-1."""

    name: str
    kind: Kind


class Table(msgspec.Struct, frozen=True):
    name: str
    columns: list[Column]
    rows: list[list[Cell]]


COLUMNS: Final = {
    "measures": "measure text, unit_nb text, unit_en text, value number, nb text, en text",
    "timeline": "t_ms whole, lane text, nb text, en text",
    "lines": "number whole, from_ms whole, until_ms whole, spoken_ms whole, who text, name text, kind text, "
    "words whole, card yes, critical yes, pause_ms whole, nb text, en text",
    "looks": "from_ms whole, until_ms whole, whom text, name text",
    "distance": "t_ms whole, distance_m number, who text, name text",
    "pressure": "t_ms whole, axis text, level whole",
}
"""Each column's name and kind."""


def tables(session: ExportedSession) -> list[Table]:
    """Six tables, whichever are empty. What each holds is told in docs/measures.md."""
    measures = session.measures
    rows = {
        "measures": _measures(measures), "timeline": _timeline(session), "lines": _lines(measures),
        "looks": _looks(measures), "distance": _distance(measures), "pressure": _pressure(measures),
    }  # fmt: skip
    return [Table(name, _columns(COLUMNS[name]), list(some)) for name, some in rows.items()]


def _columns(told: str) -> list[Column]:
    named = [column.split() for column in told.split(", ")]
    return [msgspec.convert({"name": name, "kind": kind}, Column) for name, kind in named]


def _measures(measures: Measures) -> Iterable[list[Cell]]:
    for name, words, unit, value in figures(measures):
        yield [name, unit["nb"], unit["en"], value, words["nb"], words["en"]]


def _timeline(session: ExportedSession) -> Iterable[list[Cell]]:
    for row in timeline_rows(session.timeline):
        yield [row.t, row.lane, row.words["nb"], row.words["en"]]


def _lines(measures: Measures) -> Iterable[list[Cell]]:
    pauses = {answer.seq: answer.pause_ms for answer in measures.answers}
    for speech in measures.spoken:
        yield [
            speech.seq, speech.start, speech.end, speech.ms, speech.who, measures.name(speech.who), speech.kind,
            speech.count, speech.card, speech.critical, pauses.get(speech.seq),
            speech.words.get("nb"), speech.words.get("en"),
        ]  # fmt: skip


def _looks(measures: Measures) -> Iterable[list[Cell]]:
    for look in measures.looks.looks if measures.looks else []:
        yield [look.from_ms, look.until_ms, look.whom, measures.name(look.whom)]


def _distance(measures: Measures) -> Iterable[list[Cell]]:
    near = measures.nearness
    if near is not None:
        for t, metres, who in zip(near.t, near.metres, near.who, strict=True):
            yield [t, metres, who, measures.name(who)]


def _pressure(measures: Measures) -> Iterable[list[Cell]]:
    rising = measures.rising
    for axis, levels in (*rising.axes.items(), ("help", rising.help), ("step", rising.step)):
        for level in levels:
            yield [level.t, axis, level.level]
