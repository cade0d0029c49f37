"""The things that remind of substances. The headset client draws one for each, without a brand."""

from __future__ import annotations

from typing import Final

CUE_PARTS: Final[tuple[str, ...]] = (
    "beer_can",
    "beer_bottle",
    "beer_glass",
    "wine_bottle",
    "wine_glass",
    "spirits_bottle",
    "ashtray",
    "cigarettes",
    "lighter",
    "snus",
    "pill_bottle",
    "bottle_bag",
    "beer_crate",
)
