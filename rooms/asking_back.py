"""How an avatar asks again when it is not sure: as a person would, warmly or curtly, never twice the same in a row."""

from __future__ import annotations

from typing import Final

from rooms.axes import Language
from rooms.scenario import Card
from rooms.scenario_pressure import Words

GUESSES: Final[tuple[tuple[Words, ...], ...]] = (
    (
        {"nb": "Mente du: «{guess}»?", "en": "Did you mean: “{guess}”?"},
        {"nb": "Hørte jeg riktig? «{guess}»", "en": "Did I hear right? “{guess}”"},
    ),
    (
        {"nb": "Hva? «{guess}»?", "en": "What? “{guess}”?"},
        {"nb": "Mener du «{guess}», eller?", "en": "You mean “{guess}”, or what?"},
    ),
)
NO_GUESS: Final[tuple[tuple[Words, ...], ...]] = (
    (
        {"nb": "Unnskyld, jeg hørte ikke helt. Kan du si det en gang til?",
         "en": "Sorry, I didn’t quite hear. Can you say it again?"},
        {"nb": "Beklager, hva sa du?", "en": "Sorry, what did you say?"},
    ),
    (
        {"nb": "Hæ? Hva sa du?", "en": "Huh? What did you say?"},
        {"nb": "Jeg skjønte ikke det der.", "en": "I didn’t get that."},
    ),
)  # fmt: skip
CURT_FROM: Final = 3
"""The level of warmth from which the asking is curt."""


def asking_back(card: Card | None, warmth: int, turn: int) -> dict[Language, str]:
    """The question, with the guess in the words of its card. `turn` is a number that grows: they alternate."""
    manner = 1 if warmth >= CURT_FROM else 0
    if card is None:
        return dict(NO_GUESS[manner][turn % 2])
    words = GUESSES[manner][turn % 2]
    return {language: text.replace("{guess}", card.words[language]) for language, text in words.items()}
