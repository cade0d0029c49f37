"""What a mind wants to do and when: an intent, the avatar it is for, and the room time at which it is due."""

from __future__ import annotations

import msgspec

from rooms.intents import Intent


class Act(msgspec.Struct, frozen=True):
    """`due` in ms of room time; an act that is overdue is done at once."""

    due: int
    avatar: str
    intent: Intent
