"""What a round asks for beside talk: what pressure brings in, where bodies go, how hard it is, what comes next."""

from __future__ import annotations

from typing import Annotated

import msgspec

from rooms.facts_round import Wish
from rooms.intent_base import Id, IntentBase

Rated = Annotated[int, msgspec.Meta(ge=0, le=10)]


class Remark(IntentBase, frozen=True, forbid_unknown_fields=True):
    """Avatar `avatar` says what pressure asks for, beside the answer of `talker` or in place of one to line `said`."""

    avatar: Id
    talker: Id
    said: int | None = None
    meaning: Id | None = None


class StandIn(IntentBase, frozen=True, forbid_unknown_fields=True):
    """The one who plays the client's part says what `meaning` says on its card."""

    meaning: Id


class Restage(IntentBase, frozen=True, forbid_unknown_fields=True):
    """The avatars take the promised distances again, after the client has moved."""


class Halt(IntentBase, frozen=True, forbid_unknown_fields=True):
    """An avatar stops where it is, so as not to walk into somebody."""

    avatar: Id


class Interrupt(IntentBase, frozen=True, forbid_unknown_fields=True):
    """Something breaks in; the room chooses what."""


class CountDown(IntentBase, frozen=True, forbid_unknown_fields=True):
    """The time begins to be counted down, or no longer is."""

    on: bool


class TimeUp(IntentBase, frozen=True, forbid_unknown_fields=True):
    """The time is up; `avatar` says so, and the scene moves on."""

    avatar: Id


class AskDistress(IntentBase, frozen=True, forbid_unknown_fields=True):
    """Asks a client how hard it is, 0-10; never more often than every two minutes."""

    person: Id


class RateDistress(IntentBase, frozen=True, forbid_unknown_fields=True):
    """How hard it is for oneself."""

    level: Rated


class SetDistressLimit(IntentBase, frozen=True, forbid_unknown_fields=True):
    """Above this the room pauses by itself; each client's own."""

    level: Rated


class MakeWish(IntentBase, frozen=True, forbid_unknown_fields=True):
    """What a client would like after the round."""

    wish: Wish


class SuggestNext(IntentBase, frozen=True, forbid_unknown_fields=True):
    """The room says what could come next."""
