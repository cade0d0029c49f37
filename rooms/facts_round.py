"""Facts of one round: what breaks in, the time that is left, how hard it is, and what could come next."""

from __future__ import annotations

from typing import Literal

import msgspec

from rooms.axes import Axis, Language
from rooms.fact_base import FactBase

Wish = Literal["again", "harder", "easier", "enough"]
"""What a client would like after a round."""
Next = Literal["again", "up", "down"]


class RoundBegan(FactBase, frozen=True):
    """The scene begins, or begins again: what was wished and suggested is over."""


class Interrupted(FactBase, frozen=True):
    """A thing broke in (a phone, a door): a sound with its caption. What a person calls out is `Said`."""

    words: dict[Language, str]
    sound: str


class CountdownSet(FactBase, frozen=True):
    """The time that is counted down in sight, up to scene time `until` (ms); None: no more."""

    until: int | None


class DistressAsked(FactBase, frozen=True):
    """A person is asked how hard it is, 0-10. `by` is "room" or who of staff asked."""

    person: str
    by: str


class DistressRated(FactBase, frozen=True):
    """How hard it is for the person, in their own judgement: 0 not at all .. 10 as hard as can be."""

    person: str
    level: int


class DistressLimitSet(FactBase, frozen=True):
    """From above this the room pauses by itself (agreed before the session)."""

    person: str
    level: int


class Wished(FactBase, frozen=True):
    person: str
    wish: Wish


class Suggestion(msgspec.Struct, frozen=True):
    """What could come next, and why; nobody has to."""

    next: Next
    axis: Axis | Literal["help"] | None
    """The one thing that would change; None when nothing does."""
    level: int | None
    why: dict[Language, str]


class NextSuggested(FactBase, frozen=True):
    """To the client of the scene and to staff."""

    person: str
    suggestion: Suggestion
