"""Advice on the words of a scenario: short and easy to read, in both languages, and understood in many ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rooms.axes import LANGUAGES, Language
from rooms.mistakes import Problem, Where
from rooms.reading_level import read, sentences
from rooms.scenario import Scenario
from rooms.scenario_texts import Text, Use, texts

HARDEST_LIX: Final = 30
"""Of all that the client reads, in each language."""
MOST_IN_SENTENCE: Final[dict[Use, int]] = {"read": 12, "said": 17, "other": 20}
"""Words of a sentence; people say seventeen in a turn."""
MOST_WORDS: Final = 40
"""Words of a text that is said or shown."""
FEWEST_PHRASINGS: Final = 6
"""Examples of how people say a meaning, in each language."""
_NAMES: Final[dict[Language, str]] = {"nb": "Norwegian", "en": "English"}
_LONG_WORDS_SHOWN: Final = 6


def reading_advice(scenario: Scenario) -> Iterator[Problem]:
    """What is hard to read, looks untranslated, or is said in too few ways."""
    every = list(texts(scenario))
    for text in every:
        if text.where[0] != "boards":
            yield from _long(text)
    yield from _untranslated(every)
    for language in LANGUAGES:
        yield from _hard(scenario, every, language)
    yield from _few_phrasings(scenario)


def _long(text: Text) -> Iterator[Problem]:
    lengths = [len(words) for words in sentences(text.text)]
    if sum(lengths) > MOST_WORDS:
        yield Problem(text.where, f"The text has {sum(lengths)} words.", f"{MOST_WORDS} words at most")
    most = MOST_IN_SENTENCE[text.use]
    for length in lengths:
        if length > most:
            yield Problem(text.where, f"A sentence has {length} words.", f"two sentences, {most} words at most")


def _untranslated(every: list[Text]) -> Iterator[Problem]:
    norwegian = {text.where[:-1]: text.text for text in every if text.language == "nb" and text.where[0] != "boards"}
    for text in every:
        words = sum(len(one) for one in sentences(text.text))
        if text.language == "en" and words > 2 and norwegian.get(text.where[:-1]) == text.text:
            yield Problem(text.where, "The English is the same as the Norwegian.", "the same in English")


def _hard(scenario: Scenario, every: list[Text], language: Language) -> Iterator[Problem]:
    names = {member.name for member in scenario.cast.values()}
    found = read((text.text for text in every if text.use == "read" and text.language == language), names)
    if found.lix > HARDEST_LIX:
        problem = (
            f"What the client reads is too hard in {_NAMES[language]}: LIX {found.lix:.0f}, {HARDEST_LIX} at most."
        )
        examples = ", ".join(found.long_words[:_LONG_WORDS_SHOWN])
        yield Problem(("title",), problem, f"shorter sentences, and shorter words for {examples}")


def _few_phrasings(scenario: Scenario) -> Iterator[Problem]:
    for meaning_id, meaning in scenario.meanings.items():
        for language, phrasings in meaning.phrasings.items():
            missing = FEWEST_PHRASINGS - len(phrasings)
            if missing > 0:
                where: Where = ("meanings", meaning_id, "phrasings", language)
                problem = f"{len(phrasings)} ways to say it are too few to be understood by."
                yield Problem(where, problem, f"{missing} more")
