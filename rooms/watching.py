"""Watching a recording together: what the watchers share, what they may do, and what they are told.

A replay is a room that people enter. The recorded room is sent through the same doors as a live one (`snapshot`,
`facts`, ticks); this is what is new: one shared position, who watches, their notes. Positions are ms of the recording.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, get_args

import msgspec

from rooms.axes import Language
from rooms.intents import Id, NameText, ShortText
from rooms.people import Role
from rooms.place import GroundPoint

SPEEDS: Final = (0.25, 0.5, 1.0, 2.0, 4.0)
MOST_WATCHERS: Final = 8
MOST_NOTES: Final = 100
FIRST_WATCHER_BODY: Final = 16
"""Bodies of those who watch have numbers from here on; below are those of the recording."""
STEP_MS: Final = 100
"""One press of frame step."""

Position = Annotated[int, msgspec.Meta(ge=0, le=2**31)]
Speed = Literal["0.25", "0.5", "1", "2", "4"]


class Playing(msgspec.Struct, frozen=True):
    """Where a reel stands: at `at` ms of the recording when the watchers' clock said `since`; it moves by `speed`."""

    at: int
    since: int
    running: bool
    speed: float


class Watcher(msgspec.Struct, frozen=True):
    """One who watches. `alone`: has wandered off with a reel of their own."""

    id: str
    role: Role
    name: str
    look: str
    language: Language
    here: bool = True
    body: int | None = None
    alone: bool = False
    eyes: str | None = None
    """Through whose eyes they look: a person or an avatar of the recording; None: their own."""
    points_at: GroundPoint | None = None


class WatchNote(msgspec.Struct, frozen=True):
    """A note at a moment of the recording. `by`: the watcher it is told to, when it is their own to remove."""

    id: str
    at: int
    by: str
    name: str
    text: str


class Watching(msgspec.Struct, frozen=True):
    """Event `watching`: all that the watchers share, whole at every change. `now`: the watchers' clock, ms."""

    now: int
    first: int
    last: int
    shared: Playing
    own: Playing | None
    """The reel of one who is alone; None: the shared one."""
    watchers: list[Watcher]
    notes: list[WatchNote]


class Talked(msgspec.Struct, frozen=True):
    """Event `talk`: what a watcher has written to all of them, also to those who are alone. It is kept nowhere."""

    by: str
    name: str
    text: str


class WatchBase(msgspec.Struct, frozen=True, tag_field="type", tag=str.lower, forbid_unknown_fields=True):
    """Base of what a watcher may ask (event `watch`); the answer is an `Outcome`."""


class Play(WatchBase, frozen=True, forbid_unknown_fields=True):
    running: bool


class SetSpeed(WatchBase, frozen=True, forbid_unknown_fields=True):
    speed: Speed


class Seek(WatchBase, frozen=True, forbid_unknown_fields=True):
    at: Position


class WanderOff(WatchBase, frozen=True, forbid_unknown_fields=True):
    """`alone` false: back to where the others are."""

    alone: bool


class TakeEyes(WatchBase, frozen=True, forbid_unknown_fields=True):
    of: Id | None


class PointAt(WatchBase, frozen=True, forbid_unknown_fields=True):
    at: GroundPoint | None


class AddNote(WatchBase, frozen=True, forbid_unknown_fields=True):
    """`at`: the moment that it is about, which may be gone by when it is chosen or written; None: where one is."""

    text: ShortText
    at: Position | None = None


class RemoveNote(WatchBase, frozen=True, forbid_unknown_fields=True):
    """One's own."""

    note: Id


class Talk(WatchBase, frozen=True, forbid_unknown_fields=True):
    """A typed line to the other watchers; told as event `talk` {by, name, text}."""

    text: ShortText


class ComeIn(WatchBase, frozen=True, forbid_unknown_fields=True):
    """The first thing a watcher asks: the name and look that the others see. It may be asked again, to change them.

    One who comes back after a cut is in again by themselves.
    """

    name: NameText
    look: Id
    language: Language


Watch = Play | SetSpeed | Seek | WanderOff | TakeEyes | PointAt | AddNote | RemoveNote | Talk | ComeIn
WATCHES: Final[tuple[type[WatchBase], ...]] = get_args(Watch)
