"""The pauses that people make when they talk, in ms."""

from __future__ import annotations

from rooms.state import Line, RoomState

THINK_MS = 450
BREATH_MS = 300
OPENING_MS = 1500
SETTLE_MS = 800
"""After a pause of the room nobody speaks at once."""


def thinking_ms(line: Line) -> int:
    """A pause as a person would make: longer for a longer line, and the line is heard out first (up to 2.5 s)."""
    text = line.words[line.language]
    return min(2500, line.lasts // 2) + 500 + min(900, 12 * len(text))


def floor_free(room: RoomState) -> int:
    """When the one who speaks has ended, and drawn breath; 0 when nobody does."""
    return room.floor.until + BREATH_MS if room.floor is not None else 0
