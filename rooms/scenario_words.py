"""What a scenario may not be played with: forbidden words, values that no board has, one phrase for two meanings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rooms.axes import Language
from rooms.mistakes import Problem, nearest
from rooms.plain_words import forbidden_in
from rooms.scenario import Board, General, Scenario
from rooms.scenario_texts import Text, phrasings, texts

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def word_problems(scenario: Scenario, general: General) -> Iterator[Problem]:
    """What is not to be said, cannot be filled in, or could not be understood."""
    for text in texts(scenario):
        yield from _forbidden(text)
        yield from _placeholders(text, scenario)
    for text in phrasings(scenario):
        yield from _forbidden(text)
    yield from _same_phrasings(scenario, general)


def _forbidden(text: Text) -> Iterator[Problem]:
    for word, instead in forbidden_in(text.text, text.language):
        yield Problem(text.where, f"'{word}' is never said here.", instead)


def _placeholders(text: Text, scenario: Scenario) -> Iterator[Problem]:
    names = _PLACEHOLDER.findall(text.text)
    if names and text.where[0] != "replies":
        yield Problem(text.where, f"'{{{names[0]}}}' is only filled in in replies.", "the words themselves")
        return
    known = {name for board in scenario.boards for name in _always(board)}
    for name in names:
        if name not in known:
            offered = [f"{{{value}}}" for value in sorted(known)]
            problem = f"'{{{name}}}' is not a value of the board on every level."
            yield Problem(text.where, problem, nearest(f"{{{name}}}", offered) if offered else "the words themselves")


def _always(board: Board) -> set[str]:
    """The values that every level of the board has."""
    return set.intersection(*(set(level.values) for level in board.levels)) if board.levels else set()


def _same_phrasings(scenario: Scenario, general: General) -> Iterator[Problem]:
    """The same words under two meanings: nobody could tell which was meant."""
    first: dict[tuple[Language, str], str] = {}
    for meaning_id, meaning in general.meanings.items():
        for language, heard in meaning.phrasings.items():
            first.update({(language, _bare(text)): meaning_id for text in heard})
    for text in phrasings(scenario):
        mine = str(text.where[1])
        other = first.setdefault((text.language, _bare(text.text)), mine)
        if other != mine:
            problem = f"'{text.text}' also stands under '{other}'."
            yield Problem(text.where, problem, f"it once: under {mine} or {other}")


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
