"""What every rule is given, and what it gives back."""

from __future__ import annotations

from typing import Any

import msgspec

from rooms.facts import Fact
from rooms.people import Actor, Avatar
from rooms.refusals import Refusal
from rooms.script import Script
from rooms.state import RoomState

Decision = list[Fact] | Refusal


class Situation(msgspec.Struct, frozen=True):
    """The room, its script, who asks, and the room's time in ms. Read only."""

    room: RoomState
    script: Script
    actor: Actor
    now: int

    @property
    def running(self) -> bool:
        return self.room.phase == "running"

    def avatar(self, name: str) -> Avatar | None:
        """The avatar if it is in view."""
        avatar = self.room.avatars.get(name)
        return avatar if avatar is not None and avatar.present else None

    def as_if(self, **changes: Any) -> RoomState:
        """The room as it will be: a shallow copy with these fields changed, for rules that look one fact ahead."""
        return msgspec.structs.replace(self.room, **changes)
