"""A person's own path: what they practised, on which step and with how much help. Never a word that was said, no score.

Where nobody has an account a path goes by a name that the client chose, such as "Fjelltur".
"""

from __future__ import annotations

from typing import Final

import msgspec

from rooms.axes import Language
from rooms.facts_round import Suggestion, Wish
from rooms.next_step import round_of
from rooms.people import Person
from rooms.remarks import CLOSING
from rooms.state import RoomState

MOST_ENTRIES: Final = 200
"""Rounds kept of a path; the oldest go first."""


class PathEntry(msgspec.Struct, frozen=True):
    """One round. `id` is the round's; `date` as 2026-11-22."""

    id: str
    date: str
    scenario: str
    step: int
    help: int
    """The level of help: 0 shown first .. 4 alone."""
    helps: int
    """How often help was asked for."""
    goals: list[str]
    wish: Wish | None
    suggestion: Suggestion | None


class Path(msgspec.Struct, frozen=True):
    """`name` is the client's own choice; the oldest entry comes first."""

    id: str
    name: str
    entries: list[PathEntry] = []

    def with_entry(self, entry: PathEntry) -> Path:
        """The path with this round, in place of what was known of it before."""
        known = [each.id for each in self.entries]
        entries = [entry if each.id == entry.id else each for each in self.entries]
        if entry.id not in known:
            entries.append(entry)
        return msgspec.structs.replace(self, entries=entries[-MOST_ENTRIES:])

    def without(self, entry: str) -> Path:
        return msgspec.structs.replace(self, entries=[each for each in self.entries if each.id != entry])


class PathBook(msgspec.Struct, frozen=True):
    """What the console is told. `kept` is False where paths cannot be kept."""

    kept: bool
    paths: list[Path]


class PathStop(msgspec.Struct, frozen=True):
    """A scenario as a stop of the path."""

    id: str
    title: dict[Language, str]
    place: str
    leads_to: list[str]
    rounds: int


class MyPath(msgspec.Struct, frozen=True):
    """What a client is shown of their own path: titles, and what they practised."""

    name: str
    stops: list[PathStop]


MESSAGES: Final = (Path, PathBook, MyPath)


def entry_of(room: RoomState, session: str, scenario: str, date: str) -> PathEntry | None:
    """The round that the room is in, once it has reached its closing or the session has ended; None before.

    A round that was ended before the client had said anything is none.
    """
    client = whose(room)
    if client is None or room.begun_t is None or not (room.beat == CLOSING or room.phase == "ended"):
        return None
    if room.beat != CLOSING and not any(line.who == client.id and line.t >= room.round_t for line in room.lines):
        return None
    return PathEntry(
        f"{session}-{room.round_t}", date, scenario, room.step, room.help, round_of(room).helps, list(room.goals),
        room.distress_of(client.id).wish, room.suggestion,
    )  # fmt: skip


def whose(room: RoomState) -> Person | None:
    """Whom the scene is for, also once everybody has gone."""
    return room.client() or next((person for person in room.people.values() if person.role == "client"), None)
