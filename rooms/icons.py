"""The pictograms that a picture card may show. The headset client has one drawing for each of these names."""

from __future__ import annotations

from typing import Final

ICONS: Final[tuple[str, ...]] = (
    "clock",
    "question",
    "repeat",
    "hourglass",
    "hello",
    "thanks",
    "yes",
    "no",
    "bus",
    "sign",
    "ticket",
    "money",
    "phone",
    "help",
    "leave",
    "heart",
    "chair",
    "weather",
    "map",
    "angry",
    "ear",
    "eyes",
    "walk",
    "coffee",
    "sorry",
    "talk",
    "lightbulb",
    "wait",
)
