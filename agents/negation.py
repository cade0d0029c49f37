"""Rules for "not": a text and a phrasing that differ in it do not mean the same, however alike they look.

The rules read words as they sound (`normalise.sound`), so that a misspelt "idagg" or "todday" is still "today".
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from agents.normalise import sound
from agents.spoken_words import ASKING_VERBS, ASKING_WORDS, NEGATIONS

Sounds = tuple[str, ...]


def _sounds(words: str) -> frozenset[str]:
    return frozenset(sound(word) for word in words.split())


_NOT: Final = frozenset(sound(word) for word in NEGATIONS)
_ASKING_WORDS: Final = frozenset(sound(word) for word in ASKING_WORDS)
_ASKING_VERBS: Final = frozenset(sound(word) for word in ASKING_VERBS)
_SUBJECTS: Final = _sounds(
    "i it you this that these there the he she we they anyone someone somebody my your "
    "du det den denne dette jeg han hun vi dere de noen alle"
)
_WISHES: Final = _sounds("vil gidder ønsker skal want wish")
_NOT_NOW: Final = _sounds("nå dag idag kveld today now tonight")
_BARE: Final = _NOT | _sounds(
    "nei no takk thanks jeg i vil skal kan can will would do want to it that the det den dette this nå now "
    "dag today går har lyst helst rather egentlig really am og and altså bare just heller either "
    "kveld tonight idag please gidder ønsker wish så på å but men"
)
KNOWN: Final = _NOT | _WISHES | _NOT_NOW | _BARE
"""The words that the rules look for, as they sound."""


def asks(words: Sounds) -> bool:
    """Whether the words are a question by how they begin: "hva ...", "kan du ...", "isn't it ..."."""
    first, *rest = words
    if first in _ASKING_WORDS:
        return True
    if rest and rest[0] in _NOT:
        # "isn't it late?" asks, but "vet ikke jeg" does not.
        rest = [word for word in rest[1:2] if word not in ("jeg", "i")]
    return first in _ASKING_VERBS and bool(rest) and (rest[0] in _SUBJECTS or rest[0].endswith("en"))


def negated(words: Sounds) -> bool:
    """Whether the words say that something is not so. A question does not: there a "not" is only polite."""
    return not asks(words) and any(_says_not(words, at) for at in range(len(words)))


def refuses(words: Sounds) -> bool:
    """Whether the words turn something down: "nei ...", "jeg vil ikke ...", "ikke i dag", "I don't want ..."."""
    if words[0] == "no" or "nei" in words or any(pair == ("no", "tanks") for pair in pairwise(words)):
        return True
    if not negated(words):
        return False
    at = next(at for at in range(len(words)) if _says_not(words, at))
    wishes = not _WISHES.isdisjoint(words[max(0, at - 2) : at] + words[at + 1 : at + 3])
    not_now = len(words) <= at + 4 and not _NOT_NOW.isdisjoint(words[at + 1 :])
    return wishes or not_now


def only_refuses(words: Sounds) -> bool:
    """Whether a refusal names nothing that is refused: "nei, det vil jeg ikke", "not today"."""
    return refuses(words) and _BARE.issuperset(words)


def _says_not(words: Sounds, at: int) -> bool:
    """An English "no" answers where it comes first, and denies what follows where it does not: "I have no ticket"."""
    return words[at] in _NOT or (at > 0 and words[at] == "no")
