"""Measures in every scenario whether the mind takes a line for what was meant, and asks back when it does not.

What people say stands in `agents/heard/<scenario>.jsonl`, one line of JSON each; any other file of that form can be
measured too. The authored mind itself is asked, in a room where the line was just said, so nothing of it is imitated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np

from agents.acts import Act
from agents.authored import TOLD, AuthoredMind
from agents.understanding import Understanding
from rooms import intents as i
from rooms.axes import AXES, TOP_LEVEL, Language
from rooms.decide import open_room
from rooms.facts import Stamped
from rooms.fold import fold
from rooms.people import Person
from rooms.refusals import Refusal
from rooms.script import Script
from rooms.state import Line, RoomState

HEARD: Final = Path(__file__).parent / "heard"
CLIENT: Final = "client"
IN_NEED: Final = "distress"
"""Words of crisis mean this to the mind: it calls a human."""


class Heard(msgspec.Struct, frozen=True):
    """A line in a beat, and what it may have meant there, any of it being right.

    Where `told` may be meant, a personal question was asked just before. `last`: never tuned on.
    """

    scenario: str
    beat: str
    language: Language
    text: str
    intents: list[str]
    last: bool = False


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a set came about; not a line to be heard."""

    note: str


class Taken(msgspec.Struct, frozen=True):
    """What the mind made of a line: what it took it for, whether it would ask back, and how long that took."""

    heard: Heard
    meaning: str | None
    sure: float
    asks: bool
    seconds: float

    @property
    def right(self) -> bool:
        """It was taken for something that was meant, be it surely or to ask whether it was."""
        return self.meaning in self.heard.intents


def read_heard(path: Path) -> list[Heard]:
    """The lines of a set. Raises OSError, or msgspec.ValidationError with the number of the line that is malformed."""
    heard = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            if line.strip() and not _is_note(line):
                heard.append(msgspec.json.decode(line, type=Heard))
        except (msgspec.ValidationError, msgspec.DecodeError) as error:
            raise msgspec.ValidationError(f"{path.name} line {number}: {error}") from error
    return heard


def heard_in(scenario: str) -> list[Heard]:
    """Our own lines of one scenario; none where nobody has written any."""
    path = HEARD / f"{scenario}.jsonl"
    return read_heard(path) if path.exists() else []


def strangers(heard: Iterable[Heard], scripts: Mapping[str, Script]) -> list[str]:
    """What lines name that is not there: a scenario, a beat of it, or a meaning that is answered in the beat."""
    return [strange for one in heard if (strange := _strange(one, scripts.get(one.scenario))) is not None]


def take(
    script: Script, understanding: Understanding, heard: Iterable[Heard], clock: Callable[[], float]
) -> list[Taken]:
    """Lets the mind hear and plan an answer to each line, in its beat; `clock` gives seconds."""
    mind = AuthoredMind(script, understanding)
    opening = open_room(script, "nb", dict.fromkeys(AXES, TOP_LEVEL))
    if isinstance(opening, Refusal):
        raise ValueError(opening.code)
    opened = fold(Stamped(number, 0, fact) for number, fact in enumerate(opening, 1))
    return [_taken(mind, _room(script, opened, one), one, clock) for one in heard]


def figures(taken: list[Taken]) -> dict[str, Any]:
    """Shares are 0..1 (1 where there is nothing to count), latencies in milliseconds.

    `top1_nb`, `top1_en`: taken for something that was meant; `asked_when_wrong`: of all others, those that the mind
    asks about instead of acting on them.
    """
    wrong = [one for one in taken if not one.right]
    took = [one.seconds * 1000 for one in taken] or [0.0]
    return {
        "lines": len(taken),
        "top1_nb": _share(one.right for one in taken if one.heard.language == "nb"),
        "top1_en": _share(one.right for one in taken if one.heard.language == "en"),
        "wrong": len(wrong),
        "asked_when_wrong": _share(one.asks for one in wrong),
        "surely_right": _share(one.right and not one.asks for one in taken),
        "answer_ms_p50": round(float(np.percentile(took, 50)), 2),
        "answer_ms_p99": round(float(np.percentile(took, 99)), 2),
    }


def _is_note(line: str) -> bool:
    return line.lstrip().startswith('{"note"') and bool(msgspec.json.decode(line, type=Note).note)


def _strange(one: Heard, script: Script | None) -> str | None:
    if script is None:
        return f"'{one.text}': there is no scenario '{one.scenario}'"
    if one.beat not in script.scenario.beats:
        return f"'{one.text}': {one.scenario} has no beat '{one.beat}'"
    unknown = set(one.intents) - script.meanings_in(one.beat)
    return (
        f"'{one.text}': nothing answers {', '.join(sorted(unknown))} in {one.scenario}, {one.beat}" if unknown else None
    )


def _room(script: Script, opened: RoomState, one: Heard) -> RoomState:
    """The room at the moment when the line has been said: in its beat, everybody of the cast there."""
    client = Person(CLIENT, "client", "Sol", "sol", one.language, "room", at=script.start_spots()[0].at)
    avatars = {
        name: msgspec.structs.replace(avatar, present=not script.scenario.cast[name].stands_in)
        for name, avatar in opened.avatars.items()
    }
    asked = Line(1, 0, script.scenario.beats[one.beat].speaker, {}, one.language, "authored", 0, remark="question")
    said = Line(2, 0, CLIENT, {one.language: one.text}, one.language, "person", 0)
    return msgspec.structs.replace(
        opened, phase="running", frozen_at=None, beat=one.beat, beat_t=0, beat_seq=0, language=one.language,
        people={CLIENT: client}, avatars=avatars, lines=[asked, said] if TOLD in one.intents else [said],
    )  # fmt: skip


def _taken(mind: AuthoredMind, room: RoomState, one: Heard, clock: Callable[[], float]) -> Taken:
    began = clock()
    hearing = _first(mind.plan(room, 0), i.Hear, i.CallHuman)
    if not isinstance(hearing, i.Hear):
        return Taken(one, IN_NEED, 1.0, asks=False, seconds=clock() - began)
    line = room.lines[-1]
    line.meaning, line.sure = hearing.meaning, hearing.sure
    planned = _first(mind.plan(room, 0), i.Answer, i.AskBack, i.Remark)
    took = clock() - began
    meaning = planned.meaning if isinstance(planned, i.Answer | i.AskBack | i.Remark) else None
    return Taken(one, meaning, hearing.sure, asks=isinstance(planned, i.AskBack), seconds=took)


def _first(acts: list[Act], *kinds: type[i.Intent]) -> i.Intent:
    return next(act.intent for act in acts if isinstance(act.intent, kinds))


def _share(held: Iterable[bool]) -> float:
    counted = list(held)
    return round(sum(counted) / len(counted), 4) if counted else 1.0
