"""Two sessions of the same scenario side by side: what happened in each. Never which was better, never a score."""

from __future__ import annotations

from collections.abc import Callable
from statistics import fmean, median

import msgspec

from rooms.measures.session import Measures
from rooms.measures.words import Words, say


class NotComparableError(ValueError):
    """Sessions of different scenarios do not stand side by side."""


class Compared(msgspec.Struct, frozen=True):
    """One measure of both sessions; None where it is not known."""

    id: str
    words: Words
    unit: Words
    first: float | None
    second: float | None


def minutes(measures: Measures) -> float | None:
    return measures.ran_ms / 60_000


def lines(measures: Measures) -> float | None:
    return float(len(measures.answers)) if measures.client else None


def speaking_share(measures: Measures) -> float | None:
    """Of all speaking time, in per cent."""
    return next((100 * one.share for one in measures.speakers if one.who == measures.client), None)


def own_words(measures: Measures) -> float | None:
    """Words a line, of lines in the client's own words: cards are left out."""
    counts = [answer.words for answer in measures.answers if not answer.card]
    return fmean(counts) if counts else None


def cards(measures: Measures) -> float | None:
    return float(sum(answer.card for answer in measures.answers)) if measures.client else None


def pause(measures: Measures) -> float | None:
    """The median wait before an answer, in seconds."""
    waits = [answer.pause_ms / 1000 for answer in measures.answers if answer.pause_ms is not None]
    return median(waits) if waits else None


def looks_share(measures: Measures) -> float | None:
    """Of the time in which there was a face to look at, in per cent."""
    share = measures.looks.share if measures.looks else None
    return None if share is None else 100 * share


def nearest(measures: Measures) -> float | None:
    """The least distance to anybody, in metres."""
    return measures.nearness.least if measures.nearness else None


def critical_share(measures: Measures) -> float | None:
    """Of the replies that count, how many were negative, in per cent."""
    counted = [speech.critical for speech in measures.spoken if speech.critical is not None]
    return 100 * sum(counted) / len(counted) if counted else None


def helped(measures: Measures) -> float | None:
    return float(len(measures.helped)) if measures.client else None


def stopped(measures: Measures) -> float | None:
    return float(len(measures.stills))


def goals(measures: Measures) -> float | None:
    return float(len(measures.goals)) if measures.client else None


def step(measures: Measures) -> float | None:
    return float(measures.step_reached)


ROWS: tuple[tuple[str, Callable[[Measures], float | None], str], ...] = (
    ("step", step, "unit.step"),
    ("goals", goals, "unit.count"),
    ("minutes", minutes, "unit.minutes"),
    ("lines", lines, "unit.count"),
    ("own_words", own_words, "unit.words"),
    ("cards", cards, "unit.count"),
    ("speaking_share", speaking_share, "unit.percent"),
    ("pause", pause, "unit.seconds"),
    ("looks_share", looks_share, "unit.percent"),
    ("nearest", nearest, "unit.metres"),
    ("critical_share", critical_share, "unit.percent"),
    ("helped", helped, "unit.count"),
    ("stopped", stopped, "unit.count"),
)


def compare(first: Measures, second: Measures) -> list[Compared]:
    """Every measure of both, in a fixed order. Raises NotComparableError for different scenarios."""
    ids = [measures.scene.id if measures.scene else "" for measures in (first, second)]
    if ids[0] != ids[1]:
        raise NotComparableError(f"{ids[0]} is not {ids[1]}")
    return [Compared(name, say(f"row.{name}"), say(unit), of(first), of(second)) for name, of, unit in ROWS]


def figures(measures: Measures) -> list[tuple[str, Words, Words, float | None]]:
    """The same measures of one session: id, words, unit, value."""
    return [(name, say(f"row.{name}"), say(unit), of(measures)) for name, of, unit in ROWS]
