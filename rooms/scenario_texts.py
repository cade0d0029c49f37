"""Every text of a scenario with its place, its language and its use: read by the client, said, or neither."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal

import msgspec

from rooms.axes import LANGUAGES, Language
from rooms.mistakes import Where
from rooms.scenario import Scenario

Use = Literal["read", "said", "other"]
_READ: Final = frozenset({"title", "goal", "aims", "ladder", "goals", "beats", "meanings", "closing", "load"})
_SAID: Final = frozenset({"replies", "followups", "stalls", "questions", "persuasion"})


class Text(msgspec.Struct, frozen=True):
    """`use`: "read" by the client, "said" by an avatar, or "other": boards, and what staff read of the cast."""

    where: Where
    language: Language
    text: str
    use: Use


def texts(scenario: Scenario) -> Iterator[Text]:
    """All that is said or shown, in the order of the structs; phrasings are what is heard and not among them."""
    for where, language, text in _words(msgspec.to_builtins(scenario), ()):
        part = where[0]
        yield Text(where, language, text, "read" if part in _READ else "said" if part in _SAID else "other")


def phrasings(scenario: Scenario) -> Iterator[Text]:
    """All that is heard."""
    for meaning_id, meaning in scenario.meanings.items():
        for language, heard in meaning.phrasings.items():
            for index, text in enumerate(heard):
                yield Text(("meanings", meaning_id, "phrasings", language, index), language, text, "other")


def _words(value: Any, where: Where) -> Iterator[tuple[Where, Language, str]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _words(item, (*where, index))
    if not isinstance(value, dict):
        return
    for key, item in value.items():
        if key in LANGUAGES and isinstance(item, str):
            yield (*where, key), key, item
        elif key in LANGUAGES and "rows" in where:
            yield from (((*where, key, index), key, row) for index, row in enumerate(item))
        elif key != "phrasings":
            yield from _words(item, (*where, key))
