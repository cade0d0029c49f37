"""Who may be in a room: roles, people, and the avatars' visible state."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from rooms.axes import Language
from rooms.place import GroundPoint, Posture

Role = Literal["client", "peer", "therapist", "observer", "admin", "mind"]
ROLES: Final[tuple[Role, ...]] = ("client", "peer", "therapist", "observer", "admin", "mind")
STAFF: Final[frozenset[Role]] = frozenset({"peer", "therapist", "admin"})
EMBODIED: Final[frozenset[Role]] = frozenset({"client", "peer"})
"""Roles that have a body in the room; the others sit at a console."""

MOST_PEOPLE: Final = 12
SIMULATED: Final = "simulated"
"""The id of a simulated client, with whom staff practise alone; no seat is ever given it. At most one in a room."""
MOST_AVATARS: Final = 16

Where = Literal["lobby", "room", "gone"]
Gesture = Literal["nod", "shake", "shrug", "point", "wave", "step_back", "beckon"]
GESTURES: Final[tuple[Gesture, ...]] = ("nod", "shake", "shrug", "point", "wave", "step_back", "beckon")


class Actor(msgspec.Struct, frozen=True):
    """Who sends an intent, as the connection knows it; never taken from the payload."""

    id: str
    role: Role


class Person(msgspec.Struct):
    """A human in the lobby or the room. `body` (0-11) is the number poses go by; None without a body."""

    id: str
    role: Role
    name: str
    look: str
    language: Language
    where: Where = "lobby"
    here: bool = True
    """False while the connection is lost: the others see "back in a moment"."""
    body: int | None = None
    at: GroundPoint = (0.0, 0.0)
    """Where the person stood when the log last said so, in metres; poses are finer and come by the stream."""
    facing: float = 0.0


class Motion(msgspec.Struct, frozen=True):
    """A walk along `path` from `start` (ms) at `speed` (m/s), ending in `posture` and `facing`; one point stands."""

    path: list[GroundPoint]
    start: int
    speed: float
    facing: float
    posture: Posture
    seat: float | None = None


class GestureShown(msgspec.Struct, frozen=True):
    name: Gesture
    t: int


class Avatar(msgspec.Struct):
    """An artificial figure, whoever plays it. `present` is False before it has come and once it has left."""

    id: str
    name: str
    part: dict[Language, str]
    look: str
    motion: Motion
    present: bool = False
    looks_at: str | None = None
    """A person, an avatar, or a thing of the place; None lets the eyes wander."""
    gesture: GestureShown | None = None
    thinking: bool = False
    played_by: str | None = None
    """The person who has taken it; None: its mind plays."""
    last_said: int | None = None
    """The number of the last line it said."""
