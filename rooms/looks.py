"""The people that the headset client can draw, by the name of their look."""

from __future__ import annotations

from typing import Final

LOOKS: Final[tuple[str, ...]] = (
    "ingrid", "jonas", "amina", "kari", "daniel", "mai", "olav", "elias",
    "bjorn", "turid", "hanna", "samir", "grete", "yusuf", "marte", "petter",
    "lise", "kim", "arne", "fatima", "tone", "marius", "ida", "geir",
)  # fmt: skip

LOOKS_TO_WEAR: Final[tuple[str, ...]] = (
    "sol", "tor", "nora", "ali", "eva", "per", "siv", "jon", "lin", "leo", "ada", "odd",
)  # fmt: skip
"""The looks that people may wear; none of them looks like one of a cast."""
