"""What was meant by a heard text, among the things that may be meant now.

No model: a text and the authored phrasings become TF-IDF vectors of character n-grams, whole words and word pairs. A
meaning is near when one of its phrasings is (cosine) and when its phrasings together explain the words of the text.
Rules for spelling, set phrases and negation stand before and after. Deterministic, and total on any string.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from agents.negation import KNOWN, asks, negated, only_refuses, refuses
from agents.normalise import Clause, clauses, joined, opened, sound
from agents.sparse import Sparse
from agents.spelling import Speller
from rooms.axes import Language
from rooms.scenario import Meaning

SURE: Final = 0.7
"""At or above: act on it."""
UNSURE: Final = 0.25
"""From here up to `SURE`: ask again as a person would. Below: not understood."""

_ROUNDED: Final = 1e-4
"""More than rounding can lift a sureness by."""
_NEAR: Final = 0.1
_JUST_UNSURE: Final = SURE - 0.001
_CALIBRATION: Final = (4.5, 5.0, 1.9)
"""How much nearness and the lead over the next meaning count, and where even odds lie: fitted by leaving each authored
phrasing out in turn, with and without slips of the pen, and by sentences that have nothing to do with a bus."""

_GRAMS: Final = (2, 3, 4)
_WORD_WEIGHT: Final = 1.5
_PAIR_WEIGHT: Final = 1.5
_BREADTH: Final = 0.5
"""Share of "explained by all phrasings together" beside "like one phrasing"."""
_ONCE: Final = 0.5
"""How much of a feature stays unexplained after each phrasing that holds it."""

_SLIP_COST: Final = 0.1
_OTHER_POLARITY: Final = 0.4
_OTHER_MOOD: Final = 0.8
_OTHER_LANGUAGE: Final = 0.3
_WRAPPING: Final = 0.8
_SAME_WORDS: Final = 0.97
_REFUSAL: Final = 0.65
_BARE_REFUSAL: Final = 0.95
_SOMETHING_ELSE: Final = 0.4
_NEVER_REFUSING: Final = ("yes", "thanks", "greeting")

_COURTESY: Final = 6
_OWN_RANK: Final = 1
_RANK: Final[Mapping[str, int]] = {
    "distress": 0,
    "not_understood": 2,
    "repeat": 2,
    "dont_know": 3,
    "no": 4,
    "yes": 4,
    "thanks": 5,
    "greeting": _COURTESY,
}
"""Of several things said, the lowest comes first: need before content before answers before courtesies."""
_TINY: Final = 1e-9

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]


class Guess(msgspec.Struct, frozen=True):
    """A meaning, and how sure it is (0..1) that the text meant it."""

    meaning: str
    sure: float


class _Phrasing(msgspec.Struct, frozen=True):
    meaning: str
    language: Language
    sounds: tuple[str, ...]


class Understanding:
    """Knows the meanings that are possible now. Built once per set of meanings (tens of ms); immutable."""

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        said = [one for name, meaning in meanings.items() for one in _phrasings(name, meaning)]
        self._names = tuple(dict.fromkeys(one.meaning for one in said))
        self._owner = np.array([self._names.index(one.meaning) for one in said], dtype=np.intp)
        self._negated = np.array([negated(one.sounds) for one in said], dtype=bool)
        self._asks = np.array([asks(one.sounds) for one in said], dtype=bool)
        languages = np.array([one.language for one in said])
        self._tongues = _tongues(said)
        self._said_in = {language: languages == language for language in self._tongues}
        self._speller = Speller(KNOWN.union(*self._tongues.values()))
        features = [_features([(word, 0) for word in one.sounds]) for one in said]
        self._index = {name: at for at, name in enumerate(sorted({name for held in features for name in held}))}
        self._rarest = math.log1p(len(self._names))
        rows = np.array([self._index[name] for held in features for name in held], dtype=np.intp)
        columns = np.repeat(np.arange(len(features)), [len(held) for held in features])
        weights = np.array([weight for held in features for weight in held.values()])
        owners, _ = _counted(rows, self._owner[columns], len(self._names))
        self._rarity = np.log1p(len(self._names) / np.bincount(owners // len(self._names), minlength=len(self._index)))
        # What says "not" explains only what says "not", so each meaning has two groups of phrasings.
        self._group = 2 * self._owner + self._negated
        groups = int(self._group.max(initial=0)) + 1
        places, held_in = _counted(rows, self._group[columns], groups)
        height = len(self._index)
        self._explained = Sparse(places // groups, places % groups, 1.0 - _ONCE**held_in, height, groups)
        self._columns = Sparse(rows, columns, self._of_length_one(rows, columns, weights), height, len(features))

    def hear(self, text: str, among: Collection[str] | None = None) -> list[Guess]:
        """What `text` may have meant, best first; several at `SURE` or above were all said. Empty: nothing is near.

        `among` leaves only these meanings in question; one that is nearer but not in question makes them less sure.
        Of what was surely said, the more specific comes first: a question before the greeting it came with.
        """
        found: dict[str, tuple[float, int]] = {}
        for piece, near in self._pieces(clauses(text)):
            sureness = _sureness(near)
            for index in np.flatnonzero(sureness > _NEAR - _ROUNDED).tolist():
                name, how = self._names[index], float(sureness[index])
                rank = _RANK.get(name, _COURTESY if piece.only_opens() else _OWN_RANK)
                found[name] = max(found.get(name, (0.0, 0)), (round(how, 4), -rank))
        ordered = sorted((how < SURE, -rank if how >= SURE else 0, -how, name) for name, (how, rank) in found.items())
        return [Guess(name, -how) for _, _, how, name in ordered if -how >= _NEAR and (among is None or name in among)]

    def _pieces(self, parts: list[Clause]) -> Iterator[tuple[Clause, Floats]]:
        """The text as a whole and, unless that is as good as a phrasing, what was said one after the other."""
        if not parts or not self._names:
            return
        whole = joined(parts)
        near = self._nearness(whole)
        yield whole, near
        pieces = [piece for part in parts for piece in opened(part)]
        if len(pieces) > 1 and near.max() < _SAME_WORDS:
            for piece in pieces:
                yield piece, self._nearness(piece)

    def _nearness(self, clause: Clause) -> Floats:
        """How near (0..1) the clause is to each meaning: to the nearest of its phrasings."""
        asked = clause.unwrapped()
        like = self._likeness(asked)
        if asked != clause:
            like = np.maximum(like, self._likeness(clause) * _WRAPPING)
        plain = asked.without_courtesies()
        if plain != asked:
            like = np.maximum(like, self._likeness(plain))
        near = np.zeros(len(self._names))
        np.maximum.at(near, self._owner, like)
        sounds = tuple(word for word, _ in self._mended(clause))
        if "no" in self._names and refuses(sounds):
            self._hear_refusal(sounds, near)
        return np.clip(near, 0.0, 1.0)

    def _hear_refusal(self, sounds: tuple[str, ...], near: Floats) -> None:
        """A refusal is a "no" even in words that nobody foresaw, unless it is near to a more specific refusal."""
        refusal = self._names.index("no")
        for name in _NEVER_REFUSING:
            if name in self._names:
                near[self._names.index(name)] *= _OTHER_POLARITY
        other = np.delete(near, refusal).max(initial=0.0)
        if only_refuses(sounds):
            near[refusal] = max(near[refusal], _BARE_REFUSAL)
        else:
            near[refusal] = max(near[refusal], _REFUSAL * (1.0 if other < _SOMETHING_ELSE else other))

    def _mended(self, clause: Clause) -> list[tuple[str, int]]:
        """The words as they sound, spelling mended, with the slips mended in each."""
        return [self._speller.mend(sound(word)) for word in clause.words]

    def _likeness(self, clause: Clause) -> Floats:
        """How like (0..1) the clause is to every phrasing."""
        words = self._mended(clause)
        sounds = tuple(word for word, _ in words)
        weights = _features(words)
        known = [(self._index[name], weight) for name, weight in weights.items() if name in self._index]
        strange = sum(weight**2 for name, weight in weights.items() if name not in self._index) * self._rarest**2
        at = [index for index, _ in known]
        row = np.array([weight for _, weight in known], dtype=np.float64) * self._rarity[at]
        length = max(math.sqrt(float(row @ row) + strange), _TINY)
        cosine = self._columns.weigh(at, row) / length
        explained = self._explained.weigh(at, row**2) / length**2
        like: Floats = (1 - _BREADTH) * cosine + _BREADTH * explained[self._group]
        like *= np.where(self._negated == negated(sounds), 1.0, _OTHER_POLARITY)
        like *= np.where(self._asks == asks(sounds), 1.0, _OTHER_MOOD)
        return like * self._language_trust(sounds)

    def _language_trust(self, words: tuple[str, ...]) -> Floats:
        """Less trust in phrasings of one language, the more of the words are only said in another."""
        trust = np.ones(len(self._owner))
        known = [word for word in words if any(word in tongue for tongue in self._tongues.values())]
        for language, tongue in self._tongues.items():
            strange = sum(word not in tongue for word in known)
            own = sum(
                all(word not in other for name, other in self._tongues.items() if name != language) for word in known
            )
            trust[self._said_in[language]] -= _OTHER_LANGUAGE * max(strange - own, 0) / max(len(words), 1)
        return trust

    def _of_length_one(self, rows: Indices, columns: Indices, weights: Floats) -> Floats:
        """The weights of all phrasings' features, every phrasing of length 1."""
        values = weights * self._rarity[rows]
        lengths = np.maximum(np.sqrt(np.bincount(columns, values**2, len(self._owner))), _TINY)
        shares: Floats = values / lengths[columns]
        return shares


def _counted(rows: Indices, columns: Indices, width: int) -> tuple[Indices, Floats]:
    """Each place that is named (row * width + column), once, and how often it is."""
    places, counts = np.unique(rows * width + columns, return_counts=True)
    return places, counts.astype(np.float64)


def _sureness(near: Floats) -> Floats:
    """From nearness to how sure (0..1): high is near, and nearer than any other. One clause says one thing at most."""
    first = int(near.argmax())
    second = np.delete(near, first).max(initial=0.0)
    rival = np.full(len(near), near[first])
    rival[first] = second
    steep, apart, shift = _CALIBRATION
    sure = np.where(near > 0, 1.0 / (1.0 + np.exp(shift - steep * near - apart * (near - rival))), 0.0)
    others = np.arange(len(near)) != first
    sure[others] = np.minimum(sure[others], _JUST_UNSURE)
    return sure


def _phrasings(name: str, meaning: Meaning) -> Iterator[_Phrasing]:
    for language, texts in meaning.phrasings.items():
        for text in texts:
            parts = clauses(text)
            if parts:
                said = joined(parts)
                for way in dict.fromkeys((said, opened(said)[-1])):
                    yield _Phrasing(name, language, tuple(sound(word) for word in way.words))


def _tongues(said: list[_Phrasing]) -> dict[Language, frozenset[str]]:
    """The words, as they sound, of each language's phrasings."""
    languages = dict.fromkeys(one.language for one in said)
    return {
        language: frozenset(word for one in said if one.language == language for word in one.sounds)
        for language in languages
    }


def _features(words: list[tuple[str, int]]) -> dict[str, float]:
    """Weights of the n-grams, words and word pairs of words (as they sound) with the slips that were mended in each."""
    trusts = [(word, 1.0 - _SLIP_COST * slips) for word, slips in words]
    weights: dict[str, float] = {}
    for word, trust in trusts:
        padded = f"_{word}_"
        for size in _GRAMS:
            for at in range(len(padded) - size + 1):
                weights[padded[at : at + size]] = weights.get(padded[at : at + size], 0.0) + trust
        weights[f"={word}"] = _WORD_WEIGHT * trust
    for (one, trust), (other, other_trust) in pairwise([("", 1.0), *trusts, ("", 1.0)]):
        weights[f"{one} {other}"] = _PAIR_WEIGHT * trust * other_trust
    return weights
