"""Whose a fact is, and what is left of it for the others once its owner's part is gone. Pure.

What is said, done or noted of a person is theirs; words that staff type about a client are theirs and the client's, and
gone with either. The scene, the avatars' own lines, phases and pressure belong to the session.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from rooms import facts as f
from rooms.axes import Language
from rooms.people import Person
from rooms.state import Line, RoomState
from server.recording.key_file import AND, SESSION

UNNAMED: Final = ""
UNTOLD_LANGUAGE: Final[Language] = "nb"
"""What stands for the language of one who is not told of: the struct wants one."""


BY_FACT: Final = (
    f.Knocked, f.Admitted, f.Presence, f.Stood, f.HelpAsked, f.HumanCalled, f.Said, f.HeardAs, f.AskedBack,
    f.Whispered, f.Instructed, f.Marked, f.DistressAsked, f.DistressRated, f.DistressLimitSet, f.Wished,
    f.NextSuggested,
)  # fmt: skip
"""May be somebody's: see `owner_of`."""
OF_SESSION: Final = (
    f.Opened, f.Declined, f.Left, f.PhaseChanged, f.PressureSet, f.CeilingSet, f.Thinking, f.BeatBegan, f.GoalReached,
    f.PropSet, f.BoardSet, f.Offered, f.HelpGiven, f.Taken, f.Released, f.Moved, f.Looked, f.Gestured,
    f.RecordingAsked, f.Consented, f.RecordingChanged, f.RecorderTroubled, f.RoundBegan, f.Interrupted, f.CountdownSet,
)  # fmt: skip
"""Never anybody's: they hold no more of a person than an id. Who has agreed stays known when their part is gone."""


THEIR_OWN: Final = (
    f.Knocked, f.Admitted, f.Presence, f.Stood, f.HelpAsked, f.HumanCalled, f.DistressAsked, f.DistressRated,
    f.DistressLimitSet, f.Wished, f.NextSuggested,
)  # fmt: skip
"""Facts about the one person whom they name."""


def together(people: Iterable[str | None]) -> str:
    """The owner that several people are."""
    return AND.join(sorted({person for person in people if person}))


def owner_of(fact: f.Fact, state: RoomState) -> str:
    """Whose `fact` is: a person's id, several joined by `+`, or SESSION. `state` is the room before the fact."""
    if isinstance(fact, THEIR_OWN):
        return fact.person
    if isinstance(fact, f.Said):
        return line_owner(fact.who, fact.by, state)
    if isinstance(fact, f.HeardAs | f.AskedBack):
        line = state.line(fact.said)
        return SESSION if line is None else line_owner(line.who, line.by, state)
    if isinstance(fact, f.Whispered):
        return together([fact.by, fact.to])
    if isinstance(fact, f.Instructed | f.Marked):
        about = state.client()
        return together([fact.by, about.id if about else None])
    return SESSION


def line_owner(who: str, by: str | None, state: RoomState) -> str:
    """A line is its speaker's; of an avatar that a person plays, that person's: the words are theirs."""
    return by or SESSION if who in state.avatars else who


def without_owner(fact: f.Fact) -> f.Fact | None:
    """What everybody may know of a fact that is somebody's: that a person is here, that an avatar spoke."""
    if isinstance(fact, f.Knocked):
        return f.Knocked(fact.person, fact.role, UNNAMED, "", UNTOLD_LANGUAGE)
    if isinstance(fact, f.Admitted):
        return f.Admitted(
            fact.person, fact.role, UNNAMED, "", UNTOLD_LANGUAGE, fact.by, body=None, at=(0.0, 0.0), facing=0.0
        )
    if isinstance(fact, f.Said) and fact.by is not None:
        return msgspec.structs.replace(fact, words={fact.language: ""})
    return None


def person_without(person: Person) -> Person:
    """Somebody, without name, look or body. It folds from what `without_owner` leaves."""
    return Person(person.id, person.role, UNNAMED, "", UNTOLD_LANGUAGE, where=person.where)


def line_without(line: Line) -> Line:
    """What is left of the line of an avatar that a person played."""
    return msgspec.structs.replace(line, words={line.language: ""})
