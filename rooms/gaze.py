"""Where an avatar looks while it does not look at the client: at a thing of the place, or nowhere in particular."""

from __future__ import annotations

from rooms.script import Script
from rooms.state import RoomState

NOT_LOOKED_AT = ("phone", "ground")
"""These are for a posture, not for eyes that wander."""


def away_look(room: RoomState, script: Script, name: str) -> str | None:
    """A thing of the place, or None for eyes that wander; each avatar has its own."""
    index = sorted(room.avatars).index(name)
    things = [thing for thing in script.place.looks_at if thing not in NOT_LOOKED_AT]
    return None if index % 3 == 1 or not things else things[index % len(things)]
