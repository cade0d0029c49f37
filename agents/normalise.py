"""From a heard text to clauses of plain words: case, dialect, sound spelling, short forms and fillers taken away.

Total on any string: what holds no letter or digit gives no clause.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import msgspec

from agents.spelling import swaps
from agents.spellings import SHORT_FORMS, SPELLINGS, WORDS_OF_THEIR_OWN
from agents.spoken_words import (
    ASKING_FRAMES,
    ASKING_WORDS,
    COURTESIES,
    ENGLISH,
    FILLERS,
    NO_OPENS,
    NORWEGIAN,
    NOT_OPENING,
    OPENERS,
    SET_PHRASES,
    WHOLE_CLAUSES,
)

LONGEST_TEXT = 400
"""Characters of a text that are heard; nobody at a bus stop says more in one breath."""

REMEMBERED = 4096
"""Single words whose sound is kept; what people say would otherwise stay for as long as the server runs."""
_TOO_SHORT_TO_MEND = 3

_LIKE_APOSTROPHES = re.compile("[’'`´ʼ]")
_CLAUSE_END = re.compile(r"[.!?;:,\n…–]+|\s-\s")
_WORD = re.compile(r"[^\W_]+")
_REPEATED = re.compile(r"(.)\1+")
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^hv", "v"),
        (r"^[hg]j", "j"),
        (r"^wh", "w"),
        (r"^skj|^sj|^kj|^sh", "sj"),
        (r"ck", "k"),
        (r"ph", "f"),
        (r"qu", "kv"),
        (r"th", "t"),
        (r"ea|ee", "i"),
        (r"(?<=.)å(?=.)|å(?=..)|(?<=..)å", "o"),
        (r"æ", "e"),
        (r"c", "k"),
        (r"z", "s"),
    )
)


class Clause(msgspec.Struct, frozen=True):
    """A stretch of words said in one go, in the order they were said."""

    words: tuple[str, ...]

    def without_courtesies(self) -> Clause:
        """The same clause without words that only soften it; itself where nothing else would remain."""
        kept = tuple(word for word in self.words if word not in COURTESIES)
        return Clause(kept) if kept else self

    def unwrapped(self) -> Clause:
        """The question inside "vet du når ..." or "I don't know where ..."; the clause itself where there is none."""
        for at, word in enumerate(self.words):
            if word in ASKING_WORDS and " ".join(self.words[:at]) in ASKING_FRAMES:
                return Clause(self.words[at:])
        return self

    def only_opens(self) -> bool:
        """Whether these words only call for attention or greet, as "unnskyld" does."""
        return OPENERS.issuperset(self.words)


def collapsed(word: str) -> str:
    """`word` with every run of one letter written once: "buss", "takkk" -> "bus", "tak"."""
    return _REPEATED.sub(r"\1", word)


@lru_cache(maxsize=REMEMBERED)
def sound(word: str) -> str:
    """How a word sounds, roughly: different spellings of one sound are written alike."""
    for pattern, written in _SOUNDS:
        word = pattern.sub(written, word)
    return collapsed(word)


def clauses(text: str, longest: int = LONGEST_TEXT) -> list[Clause]:
    """The clauses of a text, in order; empty where nothing was said. After `longest` characters nothing is heard."""
    plain = unicodedata.normalize("NFKC", text[:longest]).casefold()
    plain = _LIKE_APOSTROPHES.sub("", unicodedata.normalize("NFC", plain))
    heard = [_plain_words(_WORD.findall(part)) for part in _CLAUSE_END.split(plain)]
    return [Clause(words) for words in heard if words]


def opened(clause: Clause) -> list[Clause]:
    """The clause, or its opener ("hei", "nei", "unnskyld") and the rest where it has one."""
    words = clause.words
    if len(words) < 3:
        return [clause]
    opens = words[0] in OPENERS or (words[0] == "no" and words[1] in NO_OPENS)
    if not opens or words[1] in NOT_OPENING.get(words[0], ()):
        return [clause]
    return [Clause(words[:1]), *opened(Clause(_as_one(" ".join(words[1:]))))]


def joined(parts: list[Clause]) -> Clause:
    """All the words as one clause."""
    return Clause(tuple(word for part in parts for word in part.words))


def _plain_words(raw: list[str]) -> tuple[str, ...]:
    """Raw words of one clause -> the words that they stand for, without fillers."""
    words = [plain for word in raw for plain in _stands_for(word)]
    spoken = [word for word in words if word not in FILLERS] or words
    if spoken[:1] == ["er"] and not ENGLISH.isdisjoint(spoken):
        spoken = spoken[1:]
    if not NORWEGIAN.isdisjoint(spoken) and ENGLISH.isdisjoint(set(spoken) - {"no", "i"}):
        spoken = ["nå" if word == "no" else word for word in spoken]
    return _as_one(_with_set_phrases(spoken))


def _as_one(said: str) -> tuple[str, ...]:
    return tuple(WHOLE_CLAUSES.get(said, said).split())


def _stands_for(word: str) -> list[str]:
    short = collapsed(word)
    if len(short) == 1 < len(word) - 1:
        return [word]
    spelt = _spellings().get(short) or _swapped().get(word, word)
    return _short_forms().get(collapsed(spelt), spelt).split()


def _with_set_phrases(words: list[str]) -> str:
    said = f" {' '.join(words)} "
    for phrase, meant in SET_PHRASES:
        if phrase in said:
            said = said.replace(f" {phrase} ", f" {meant} ")
    return said.strip()


@cache
def _spellings() -> dict[str, str]:
    alike = {collapsed(word): word for word in SPELLINGS}
    return alike | {collapsed(other): word for word, others in SPELLINGS.items() for other in others.split()}


@cache
def _swapped() -> dict[str, str]:
    """Two letters swapped in a common word -> the word: set phrases and the rules for "not" need "ikek" mended."""
    common = [word for word in (*SPELLINGS, *SHORT_FORMS, "ikkje") if len(word) > _TOO_SHORT_TO_MEND]
    return {swap: word for swap, word in swaps(common).items() if swap not in WORDS_OF_THEIR_OWN}


@cache
def _short_forms() -> dict[str, str]:
    return {collapsed(short): full for short, full in SHORT_FORMS.items()}
