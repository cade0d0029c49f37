"""The words of a scenario: plain, short, kind where they must be, and enough ways to say a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from rooms.axes import LANGUAGES, Language
from rooms.mistakes import Problem, Where, nearest
from rooms.plain_words import forbidden_in
from rooms.scenario import Board, General, Scenario

MOST_WORDS: Final = 40
"""Words of a text that is said or shown."""
MOST_IN_SENTENCE: Final = 20
FEWEST_PHRASINGS: Final = 6
"""Examples of how people say a meaning, in each language."""
FEWEST_MEANINGS: Final = 12
"""What a client may say in a beat, general meanings counted."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_SENTENCE_END = re.compile(r"[.!?…:]+(?:\s|$)")

_Text = tuple[Where, Language, str]


def word_problems(scenario: Scenario, general: General) -> Iterator[Problem]:
    """What is hard to read, not to be said, or said in too few ways."""
    plain = msgspec.to_builtins(scenario)
    for text in _texts(plain, ()):
        yield from _forbidden(*text)
        if text[0][0] != "boards":
            yield from _long(*text)
        yield from _placeholders(*text, scenario)
    for text in _phrasings(scenario):
        yield from _forbidden(*text)
    yield from _few_phrasings(scenario)
    yield from _same_phrasings(scenario, general)
    yield from _few_meanings(scenario)


def _texts(value: Any, where: Where) -> Iterator[_Text]:
    """Every text that is said or shown, in each language; phrasings are what is heard and not among them."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*where, index))
    if not isinstance(value, dict):
        return
    for key, item in value.items():
        if key in LANGUAGES and isinstance(item, str):
            yield (*where, key), key, item
        elif key in LANGUAGES and "rows" in where:
            yield from (((*where, key, index), key, row) for index, row in enumerate(item))
        elif key != "phrasings":
            yield from _texts(item, (*where, key))


def _phrasings(scenario: Scenario) -> Iterator[_Text]:
    for meaning_id, meaning in scenario.meanings.items():
        for language, phrasings in meaning.phrasings.items():
            for index, text in enumerate(phrasings):
                yield ("meanings", meaning_id, "phrasings", language, index), language, text


def _forbidden(where: Where, language: Language, text: str) -> Iterator[Problem]:
    for word, instead in forbidden_in(text, language):
        yield Problem(where, f"'{word}' is never said here.", instead)


def _long(where: Where, _language: Language, text: str) -> Iterator[Problem]:
    words = len(text.split())
    if words > MOST_WORDS:
        yield Problem(where, f"The text has {words} words.", f"{MOST_WORDS} words at most")
    for sentence in _SENTENCE_END.split(text):
        words = len(sentence.split())
        if words > MOST_IN_SENTENCE:
            yield Problem(where, f"A sentence has {words} words.", f"two sentences, {MOST_IN_SENTENCE} words at most")


def _placeholders(where: Where, _language: Language, text: str, scenario: Scenario) -> Iterator[Problem]:
    names = _PLACEHOLDER.findall(text)
    if names and where[0] != "replies":
        yield Problem(where, f"'{{{names[0]}}}' is only filled in in replies.", "the words themselves")
        return
    known = {name for board in scenario.boards for name in _always(board)}
    for name in names:
        if name not in known:
            offered = [f"{{{value}}}" for value in sorted(known)]
            problem = f"'{{{name}}}' is not a value of the board on every level."
            yield Problem(where, problem, nearest(f"{{{name}}}", offered) if offered else "the words themselves")


def _always(board: Board) -> set[str]:
    """The values that every level of the board has."""
    return set.intersection(*(set(level.values) for level in board.levels)) if board.levels else set()


def _few_phrasings(scenario: Scenario) -> Iterator[Problem]:
    for meaning_id, meaning in scenario.meanings.items():
        for language, phrasings in meaning.phrasings.items():
            missing = FEWEST_PHRASINGS - len(phrasings)
            if missing > 0:
                problem = f"{len(phrasings)} ways to say it are too few to be understood by."
                yield Problem(("meanings", meaning_id, "phrasings", language), problem, f"{missing} more")


def _same_phrasings(scenario: Scenario, general: General) -> Iterator[Problem]:
    """The same words under two meanings: nobody could tell which was meant."""
    first: dict[tuple[Language, str], str] = {}
    for meaning_id, meaning in general.meanings.items():
        for language, phrasings in meaning.phrasings.items():
            first.update({(language, _bare(text)): meaning_id for text in phrasings})
    for where, language, text in _phrasings(scenario):
        other = first.setdefault((language, _bare(text)), str(where[1]))
        if other != where[1]:
            yield Problem(where, f"'{text}' also stands under '{other}'.", f"it once: under {where[1]} or {other}")


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _few_meanings(scenario: Scenario) -> Iterator[Problem]:
    for beat_id, beat in scenario.beats.items():
        meanings = len({*beat.turns, *scenario.general})
        if meanings < FEWEST_MEANINGS:
            problem = f"Only {meanings} things may be meant in this beat, the general ones counted."
            yield Problem(("beats", beat_id, "turns"), problem, f"{FEWEST_MEANINGS - meanings} more turns")
