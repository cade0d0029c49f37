"""Mends spelling against known words: letters swapped, left out, put in or mistaken, as dyslexic writers do."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

_SHORTEST = 3
"""Letters of the shortest word that is mended; so short, only swapped letters are: "ide" is not "ikke"."""
_LETTERS = 32
_REMEMBERED = 4096


class Speller:
    """Knows a set of words and finds the one a misspelt word was meant to be. Immutable."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(words)
        self._targets = sorted(word for word in self._known if len(word) >= _SHORTEST and word.isalpha())
        self._letters = np.array([_letters(word) for word in self._targets], dtype=np.int16).reshape(-1, _LETTERS)

        self.mend = lru_cache(maxsize=_REMEMBERED)(self._mend)
        """The known word meant by a word and how many slips lie between; the word itself and 0 if none is near."""

    def _mend(self, word: str) -> tuple[str, int]:
        slips = slips_forgiven(len(word))
        if word in self._known or not slips or not word.isalpha() or not self._targets:
            return word, 0
        # A slip changes the bag of letters by two at most: a cheap sieve before the slow comparison.
        apart = np.abs(self._letters - np.array(_letters(word), dtype=np.int16)).sum(axis=1)
        sieved = [(self._targets[n], int(apart[n])) for n in np.flatnonzero(apart <= 2 * slips)]
        near = [(distance(word, other), other[0] != word[0], letters, other) for other, letters in sieved]
        meant = [
            (other, many)
            for many, starts_otherwise, letters, other in sorted(near)
            if many <= min(slips, slips_forgiven(len(other)))
            and not (many > 1 and starts_otherwise)
            and (letters == 0 or min(len(word), len(other)) > _SHORTEST)
        ]
        return meant[0] if meant else (word, 0)


def slips_forgiven(letters: int) -> int:
    """How many slips a word of so many letters may hold and still be that word."""
    if letters < _SHORTEST:
        return 0
    return 1 if letters < 7 else 2


def swaps(words: Iterable[str]) -> dict[str, str]:
    """Each word with two neighbouring letters swapped, in every place -> the word. A word that was given stays out."""
    given = list(words)
    swapped = {
        word[:at] + word[at + 1] + word[at] + word[at + 2 :]: word for word in given for at in range(len(word) - 1)
    }
    return {other: word for other, word in swapped.items() if other not in given}


def distance(one: str, other: str) -> int:
    """Letters put in, left out, mistaken or swapped with their neighbour between two words (Damerau-Levenshtein)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row = row, [i]
        for j, b in enumerate(other, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if before and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before = last
    return row[-1]


def _letters(word: str) -> npt.NDArray[np.int16]:
    return np.bincount([ord(letter) % _LETTERS for letter in word], minlength=_LETTERS).astype(np.int16)
