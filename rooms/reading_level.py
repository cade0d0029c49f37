"""How hard a text is to read: LIX (Björnsson 1968), the usual measure in the Nordic countries.

LIX = words ÷ sentences + 100 × long words ÷ words, where a long word has more than six letters. Up to 30 is very easy,
as in books for children. Every text begins a sentence of its own: a card without a full stop is one.

Numbers, `{placeholders}` and names are words, but never long ones: nobody chooses how long a name is. A name is a word
with a capital that does not begin a sentence, or one of `names`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

import msgspec

LONG: Final = 7
"""Letters from which on a word is long."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_SENTENCE_END = re.compile(r"[.!?…:]+[»”\"’)]*(?:\s|$)")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


class Reading(msgspec.Struct, frozen=True):
    """`lix` of the texts, and their long words, the most frequent first."""

    lix: float
    long_words: list[str]


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence of `text`; a colon ends one too. `{…}` is one word."""
    whole = _PLACEHOLDER.sub("0", text)
    return [words for part in _SENTENCE_END.split(whole) if (words := _WORD.findall(part))]


def read(texts: Iterable[str], names: Collection[str] = ()) -> Reading:
    """How hard `texts` are together; 0 without any words."""
    words = parts = 0
    long_words: Counter[str] = Counter()
    for text in texts:
        for sentence in sentences(text):
            parts += 1
            words += len(sentence)
            long_words.update(word.lower() for at, word in enumerate(sentence) if _is_long(word, at, names))
    if not words:
        return Reading(0.0, [])
    lix = words / parts + 100 * long_words.total() / words
    return Reading(lix, [word for word, _ in long_words.most_common()])


def _is_long(word: str, at: int, names: Collection[str]) -> bool:
    letters = sum(letter.isalpha() for letter in word)
    is_name = word in names or (at > 0 and word[0].isupper())
    return letters >= LONG and not is_name
