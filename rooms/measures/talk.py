"""Who spoke when, how long people waited before they answered, and how long their answers were."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from rooms.axes import Language
from rooms.facts import Opened, Said, Stamped
from rooms.measures.clock import SceneClock, Stretch

Kind = Literal["authored", "model", "played", "person"]
"""A line of the scenario, of a model, of a person who plays an avatar, or of a person as themselves."""
KINDS: Final[tuple[Kind, ...]] = ("authored", "model", "played", "person")

_WORD: Final = re.compile(r"\w+(?:[’'-]\w+)*")


class Speech(msgspec.Struct, frozen=True):
    """One line: `parts` are the stretches (room ms) in which it was being said; a pause is not among them."""

    seq: int
    who: str
    kind: Kind
    parts: list[Stretch]
    words: dict[Language, str]
    count: int
    """Words in the language it was said in."""
    card: bool
    """Chosen as a card: then the number of words is the card's, not the person's."""
    critical: bool | None
    by: str | None
    """The person who played the avatar."""

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]

    @property
    def ms(self) -> int:
        """How long it was being said."""
        return sum(end - start for start, end in self.parts)


class Speaker(msgspec.Struct, frozen=True):
    """All that one person or avatar said."""

    who: str
    lines: int
    ms: int
    share: float
    """Of all speaking time in the session, 0-1."""


class Answer(msgspec.Struct, frozen=True):
    """A line with which the client took their turn."""

    seq: int
    t: int
    pause_ms: int | None
    """Scene time from the end of the avatar's line to this one, 0 when it came before that. None: the client began."""
    words: int
    card: bool


def count_words(text: str) -> int:
    """Words are runs of letters and figures; “don’t” and “bus-stop” are one each."""
    return len(_WORD.findall(text))


def speeches(facts: Sequence[Stamped], clock: SceneClock) -> list[Speech]:
    """Every line in order. An avatar's line stands still with the scene; the next avatar's line cuts it short."""
    avatars = avatars_of(facts)
    said = [(stamped, stamped.fact) for stamped in facts if isinstance(stamped.fact, Said)]
    found = []
    for number, (stamped, line) in enumerate(said):
        avatar = line.who in avatars
        others = (later for later, other in said[number + 1 :] if _cuts(line.who, other.who, avatars))
        cut = next((later.t for later in others), clock.until)
        if avatar:
            parts = clock.within(stamped.t, min(cut, clock.after(stamped.t, line.lasts)))
        else:
            parts = [(stamped.t, min(cut, stamped.t + line.lasts))]
        found.append(_speech(stamped.seq, line, parts or [(stamped.t, stamped.t)], avatar))
    return found


def _cuts(who: str, other: str, avatars: frozenset[str]) -> bool:
    """Whether the line of `other` ends one of `who`: one avatar speaks at a time, and everyone says one thing."""
    return who == other or (who in avatars and other in avatars)


def _speech(seq: int, line: Said, parts: list[Stretch], avatar: bool) -> Speech:
    kind: Kind = "person" if not avatar else "played" if line.by is not None else _written(line)
    card = not avatar and line.meaning is not None
    count = count_words(line.words.get(line.language, ""))
    return Speech(seq, line.who, kind, parts, line.words, count, card, line.critical, line.by)


def _written(line: Said) -> Kind:
    return "model" if line.source == "model" else "authored"


def avatars_of(facts: Sequence[Stamped]) -> frozenset[str]:
    """The scenario's cast: whoever else speaks is a person."""
    opened = (stamped.fact for stamped in facts if isinstance(stamped.fact, Opened))
    return frozenset(name for fact in opened for name in fact.scene.cast)


def speakers(spoken: Sequence[Speech]) -> list[Speaker]:
    """Whoever said something, longest first."""
    whole = sum(speech.ms for speech in spoken)
    found = []
    for who in dict.fromkeys(speech.who for speech in spoken):
        lines = [speech for speech in spoken if speech.who == who]
        ms = sum(speech.ms for speech in lines)
        found.append(Speaker(who, len(lines), ms, ms / whole if whole else 0.0))
    return sorted(found, key=lambda speaker: -speaker.ms)


def ms_by_kind(spoken: Sequence[Speech]) -> dict[Kind, int]:
    """Speaking time of each kind of line, in ms."""
    return {kind: sum(speech.ms for speech in spoken if speech.kind == kind) for kind in KINDS}


def answers(spoken: Sequence[Speech], client: str, clock: SceneClock) -> list[Answer]:
    """The client's lines. A pause is counted once after each avatar's line: what follows is the client going on."""
    found = []
    waiting: Speech | None = None
    for speech in spoken:
        if speech.who != client:
            waiting = speech if speech.kind != "person" else waiting
            continue
        pause = None if waiting is None else clock.between(waiting.end, speech.start)
        found.append(Answer(speech.seq, speech.start, pause, speech.count, speech.card))
        waiting = None
    return found
