"""The people that the headset client can draw, by the name of their look."""

from __future__ import annotations

from typing import Final

LOOKS: Final[tuple[str, ...]] = ("ingrid", "jonas", "amina", "kari", "daniel", "mai", "olav", "elias")
