"""The sounds that may break in. The headset client makes one sound for each of these names."""

from __future__ import annotations

from typing import Final

SOUNDS: Final[tuple[str, ...]] = (
    "phone",
    "door",
    "announcement",
    "voices",
    "clatter",
    "dog",
    "baby",
    "till",
    "engine",
    "knock",
    "music",
    "chime",
)
