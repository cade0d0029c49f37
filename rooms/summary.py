"""A session in plain words: the client's own moments first, at most two staff markers, then what happened.

To the client it says "you", to anybody else the client's name. It tells what was done and never how good it was;
nothing in it is a score.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Final

import msgspec

from rooms.axes import LANGUAGES
from rooms.measures.session import Measures
from rooms.measures.talk import Answer
from rooms.measures.words import Words
from rooms.summary_words import looked, tell, times

MOST_OWN: Final = 4
MOST_STAFF: Final = 2
"""As many markers as can be taken in ("a 50-minute appointment")."""
LONG_PAUSE_MS: Final = 5000
"""A wait that is worth telling of [own]."""


class Told(msgspec.Struct, frozen=True):
    """One sentence or two. `t`: the moment to go to (room ms); `who`: whose marker it is."""

    t: int | None
    words: Words
    who: str | None = None


class Summary(msgspec.Struct, frozen=True):
    own: list[Told]
    staff: list[Told]
    happened: list[Told]


def summary(measures: Measures, to_client: bool) -> Summary:
    """`to_client`: the one whose session it is will read it."""
    if measures.client is None:
        return Summary([], _staff(measures), [])
    name = None if to_client else measures.name(measures.client)
    own = list(_own(measures, name))[:MOST_OWN]
    return Summary(sorted(own, key=_when), _staff(measures), list(_happened(measures, name)))


def _when(told: Told) -> int:
    return told.t or 0


def _staff(measures: Measures) -> list[Told]:
    """Markers with words before those without, the earlier first."""
    chosen = sorted(measures.markers, key=lambda mark: (not mark.words["nb"], mark.t))[:MOST_STAFF]
    told = [Told(mark.t, mark.words if mark.words["nb"] else tell("mark"), mark.who) for mark in chosen]
    return sorted(told, key=_when)


def _own(measures: Measures, name: str | None) -> Iterator[Told]:
    """The client's moments, the weightiest first: each kind once, goals as often as they were reached."""
    seen = set()
    for goal in measures.goals:
        if goal.words["nb"] not in seen:
            seen.add(goal.words["nb"])
            yield Told(goal.t, goal.words)
    yield from _own_choices(measures, name)
    free = [answer for answer in measures.answers if not answer.card]
    began = next((answer for answer in measures.answers if answer.pause_ms is None), None)
    if began is not None:
        yield Told(began.t, tell("own.began", name, line=_line(measures, began)))
    long = (answer for answer in measures.answers if _pause(answer) >= LONG_PAUSE_MS)
    waited = max(long, key=_pause, default=None)
    if waited is not None:
        yield Told(waited.t, tell("own.waited", name, line=_line(measures, waited)))
    longest = max(free, key=lambda answer: answer.words, default=None)
    if longest is not None and longest is not began and longest is not waited:
        yield Told(longest.t, tell("own.said", name, line=_line(measures, longest)))


def _own_choices(measures: Measures, name: str | None) -> Iterator[Told]:
    own_stops = [still for still in measures.stills if still.by == measures.client and still.why in _BY_CHOICE]
    if own_stops:
        back = next((still for still in own_stops if still.on_by is not None), None)
        yield Told(own_stops[0].from_ms, tell("own.stopped" if back is None else "own.went_on", name))
    for kind in ("help", "calmer", "limit"):
        act = next((act for act in measures.acts if act.kind == kind and act.who == measures.client), None)
        if act is not None:
            yield Told(act.t, tell(f"own.{kind}", name))


_BY_CHOICE: Final = ("stop", "stop_word", "pause", "headset_off")


def _pause(answer: Answer) -> int:
    return answer.pause_ms or 0


def _line(measures: Measures, answer: Answer) -> Words:
    """What was said, in each language; where it was said in one alone, as it was said."""
    words = next(speech.words for speech in measures.spoken if speech.seq == answer.seq)
    said = next(iter(words.values()), "")
    return {language: words.get(language, said) for language in LANGUAGES}


def _happened(measures: Measures, name: str | None) -> Iterator[Told]:
    said = len(measures.answers)
    free = [answer.words for answer in measures.answers if not answer.card]
    yield Told(None, tell("said", name, times=times(said)) if said else tell("quiet", name))
    if free:
        yield Told(None, tell("longest.one" if max(free) == 1 else "longest", name, count=max(free)))
    waits = [answer.pause_ms for answer in measures.answers if answer.pause_ms is not None]
    if waits:
        yield Told(None, tell("waited", name, seconds=max(1, round(median(waits) / 1000))))
    if measures.looks is not None and measures.looks.share is not None:
        yield Told(None, looked(measures.looks.share, name))
    ratings = [rating.level for rating in measures.distress.ratings]
    if ratings:
        yield Told(None, _rated(ratings, name))
    helped = len(measures.helped)
    yield Told(None, tell("helped", name, times=times(helped)) if helped else tell("alone", name))
    if measures.stills:
        yield Told(None, tell("stopped", times=times(len(measures.stills))))
    if measures.scene is not None:
        yield Told(None, tell("step", name, step=measures.step_reached, steps=len(measures.scene.steps)))


def _rated(ratings: list[int], name: str | None) -> Words:
    """What was said of how hard it was, as it was said."""
    least, most = min(ratings), max(ratings)
    if least == most:
        return tell("rated", name, times=times(len(ratings)), level=most)
    return tell("rated.between", name, times=times(len(ratings)), least=least, most=most)
