"""The pictograms that a picture card may show. The headset client has one drawing for each of these names."""

from __future__ import annotations

from typing import Final

ICONS: Final[tuple[str, ...]] = (
    "clock", "question", "repeat", "hourglass", "hello", "thanks", "yes", "no", "bus", "sign", "ticket", "money",
    "phone", "help", "leave", "heart", "chair", "weather", "map", "angry", "ear", "eyes", "walk", "coffee",
    "sorry", "talk", "lightbulb", "wait", "bread", "basket", "card", "bag", "list", "letter", "pen", "doctor",
    "pill", "pain", "sleep", "calendar", "door", "key", "tools", "noise", "handshake", "film", "music", "sport",
    "food", "dog", "family", "work", "book", "star", "water", "beer", "smoke", "shirt", "shower", "mirror",
    "friend", "group", "raise_hand", "message", "camera", "home", "sit", "idea", "stop", "left", "right", "bike",
    "sun", "gift", "plan", "secret", "sad", "happy", "neutral_face",
)  # fmt: skip
