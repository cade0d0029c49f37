"""Measures how well the authored mind understands: right, surely wrong, refusals kept, honest sureness, speed.

What was heard at the bus stop, and what it meant, stands in `agents/heard/`: language -> kind -> meaning -> texts,
where "a+b" names two meanings said together (`a` the more specific) and "none" that nothing was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np

from agents.understanding import SURE, UNSURE, Guess, Understanding
from rooms.scenario import Meaning
from rooms.scenario_file import library, load_general, load_scenario

SETS: Final = ("before_tuning", "after_tuning", "last")
REFUSALS: Final = ("no", "no_talk", "not_boarding", "no_beer", "rather_not")
"""Meanings of the bus stop that turn something or somebody down."""

_HEARD: Final = Path(__file__).parent / "heard"
HeardFile = dict[str, dict[str, dict[str, list[str]]]]


class Heard(msgspec.Struct, frozen=True):
    """One text and what it meant, in order; nothing when it meant nothing."""

    text: str
    language: str
    kind: str
    meanings: tuple[str, ...]


class Outcome(msgspec.Struct, frozen=True):
    """What was understood of one heard text, and how long it took."""

    heard: Heard
    guesses: tuple[Guess, ...]
    seconds: float

    @property
    def understood(self) -> str | None:
        """The meaning that the mind would act on or ask about."""
        return self.guesses[0].meaning if self.guesses and self.guesses[0].sure >= UNSURE else None

    @property
    def sure(self) -> float:
        """How sure of the first guess, 0..1; 0 without one."""
        return self.guesses[0].sure if self.guesses else 0.0

    @property
    def right(self) -> bool:
        """The best guess is what was meant, and every other thing said was surely heard too."""
        if not self.heard.meanings:
            return self.understood is None
        surely = {guess.meaning for guess in self.guesses if guess.sure >= SURE}
        return self.understood == self.heard.meanings[0] and surely.issuperset(self.heard.meanings[1:])

    @property
    def surely_wrong(self) -> bool:
        """The mind would act on something that was not meant: the bad kind of mistake."""
        return self.sure >= SURE and self.understood not in self.heard.meanings


def heard_at_bus_stop(name: str, known: Iterable[str]) -> list[Heard]:
    """The lines of one of the `SETS`. Of a meaning that is not `known`, a text means nothing."""
    here = frozenset(known)
    file = msgspec.yaml.decode((_HEARD / f"{name}.yaml").read_bytes(), type=HeardFile)
    return [
        Heard(text, language, kind, tuple(one for one in meant.split("+") if one in here))
        for language, kinds in file.items()
        for kind, meanings in kinds.items()
        for meant, texts in meanings.items()
        for text in texts
    ]


def bus_stop_meanings() -> dict[str, Meaning]:
    """Everything that may be meant at the bus stop: its own meanings and the general ones."""
    return {**load_general().meanings, **load_scenario(library()["bus_stop"]).meanings}


def outcomes(understanding: Understanding, heard: Iterable[Heard], clock: Callable[[], float]) -> list[Outcome]:
    """Lets each text be heard once; `clock` gives seconds."""
    found = []
    for one in heard:
        began = clock()
        guesses = understanding.hear(one.text)
        found.append(Outcome(one, tuple(guesses), clock() - began))
    return found


def run(clock: Callable[[], float]) -> dict[str, Any]:
    """Figures of the bus stop on all `SETS` together; `clock` gives seconds. See `measure`."""
    meanings = bus_stop_meanings()
    heard = [one for name in SETS for one in heard_at_bus_stop(name, meanings)]
    return measure(meanings, heard, REFUSALS, clock)


def measure(
    meanings: Mapping[str, Meaning],
    heard: Sequence[Heard],
    refusals: Iterable[str],
    clock: Callable[[], float],
) -> dict[str, Any]:
    """Figures of one set. `refusals` names the meanings that turn something or somebody down; `clock` gives seconds.

    `accuracy`, `surely_wrong` (shares of all lines) and `refusals_kept` (share of refusals understood as one) are
    0..1; `margin` is the mean of how much surer the first guess was than the next wrong one; `calibration_error` is
    the mean gap between how sure and how often right; latencies are in milliseconds.
    """
    began = clock()
    understanding = Understanding(meanings)
    built = clock() - began
    found = outcomes(understanding, heard, clock)
    declined = frozenset(refusals)
    kept = [one.understood in declined for one in found if declined.intersection(one.heard.meanings[:1])]
    milliseconds = np.array([one.seconds for one in found]) * 1000
    return {
        "lines": len(found),
        "accuracy": _share(one.right for one in found),
        "accuracy_by_language": _shares(found, lambda one: one.heard.language),
        "accuracy_by_kind": _shares(found, lambda one: one.heard.kind),
        "surely_wrong": _share(one.surely_wrong for one in found),
        "refusals": len(kept),
        "refusals_kept": _share(kept),
        "margin": round(float(np.mean([_margin(one) for one in found])), 3),
        "calibration_error": round(_calibration_error(found), 3),
        "build_ms": round(built * 1000, 1),
        "median_ms": round(float(np.median(milliseconds)), 2),
        "slowest_ms": round(float(milliseconds.max()), 2),
    }


def _share(held: Iterable[bool]) -> float:
    counted = list(held)
    return round(sum(counted) / len(counted), 3) if counted else 1.0


def _shares(found: list[Outcome], group: Callable[[Outcome], str]) -> dict[str, float]:
    names = dict.fromkeys(group(one) for one in found)
    return {name: _share(one.right for one in found if group(one) == name) for name in names}


def _margin(one: Outcome) -> float:
    others = [guess.sure for guess in one.guesses[1:] if guess.meaning not in one.heard.meanings]
    return one.sure - max(others, default=0.0)


def _calibration_error(found: list[Outcome]) -> float:
    """Expected calibration error over ten bands of sureness."""
    error = 0.0
    for band in range(10):
        within = [one for one in found if min(int(one.sure * 10), 9) == band and one.guesses]
        if within:
            right = sum(one.guesses[0].meaning in one.heard.meanings[:1] for one in within) / len(within)
            error += len(within) * abs(right - sum(one.sure for one in within) / len(within))
    return error / max(len(found), 1)
