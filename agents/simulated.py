"""A simulated client: a member of the room who plays against the avatars, so that staff can learn the controls alone.

Five manners of being there [own], none of them a diagnosis: anxious, silent, irritable, over-agreeable, intoxicated.
Pure but for its chance: from the room as it is, what the simulated client does next and when. It never says anything
that a scenario's own phrasings, cards or the few words below do not hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Final, Literal, TypeVar, get_args

import msgspec

from agents.acts import Act
from rooms import intents as i
from rooms.axes import AXES, Language
from rooms.script import Script
from rooms.state import Line, RoomState

T = TypeVar("T")

MannerName = Literal["anxious", "silent", "irritable", "agreeable", "intoxicated"]
MANNERS: Final[tuple[MannerName, ...]] = get_args(MannerName)

Doing = Literal["card", "phrase", "short", "yes", "no", "dont_know", "anger", "help", "wander", "nothing"]


class Manner(msgspec.Struct, frozen=True):
    """How somebody is: how long they wait (s, from-to), how often they do what (weights), how hard it is for them."""

    waits: tuple[float, float]
    does: dict[Doing, int]
    distress: float
    """Their rating in a round without any pressure..."""
    per_level: float
    """...and how much each level of pressure adds."""
    stumbles: float = 0.0
    """Share of lines with a slip of the tongue."""


SHARES: Final[dict[MannerName, Manner]] = {
    "anxious": Manner((3, 8), {"card": 4, "short": 3, "dont_know": 2, "help": 1, "nothing": 2}, 3.0, 0.25, 0.2),
    "silent": Manner((10, 20), {"nothing": 6, "yes": 2, "card": 1, "short": 1}, 2.0, 0.15),
    "irritable": Manner((0.8, 3), {"phrase": 3, "no": 4, "anger": 2, "short": 2}, 3.0, 0.2),
    "agreeable": Manner((1, 3), {"yes": 6, "card": 3, "phrase": 2}, 1.0, 0.1),
    "intoxicated": Manner((2, 7), {"wander": 4, "phrase": 3, "short": 2, "yes": 1, "no": 1}, 1.0, 0.1, 0.6),
}
WANDERING: Final[dict[Language, tuple[str, ...]]] = {
    "nb": (
        "Du, vet du hva, jeg kjente en gang en som het Olav", "Hæ? Nei, altså, det var noe jeg skulle si",
        "Jaja, sånn er det, sånn er det", "Fin jakke du har", "Hvor var vi hen?", "Det snurrer litt, men det går",
    ),
    "en": (
        "You know what, I once knew someone called Olav", "Huh? No, well, there was something I was going to say",
        "Yeah, yeah, that's how it is", "Nice jacket you have there", "Where were we?", "Bit dizzy, but I'm fine",
    ),
}  # fmt: skip
"""Off the point, and meant kindly."""
AFTER_SPEECH_MS: Final = 400
MOST_WORDS_SHORT: Final = 3
RATES_IN_MS: Final = 3000


class SimulatedClient:
    """Plays `person` in one room. `chance` decides; the same chance in the same room does the same."""

    def __init__(self, script: Script, person: str, manner: MannerName, language: Language, chance: Random) -> None:
        self._script = script
        self._person = person
        self._manner = SHARES[manner]
        self._language = language
        self._chance = chance
        self._wait = 0.0
        self._answering: int | None = None
        """The number of the line that one is about to answer: what one does about it is chosen once."""
        self._intent: i.Intent | None = None

    def plan(self, room: RoomState, now: int) -> list[Act]:
        """What comes next, earliest first. Nothing before being let in and once the session has ended."""
        me = room.people.get(self._person)
        if me is None or me.where != "room" or room.phase == "ended":
            return []
        acts = self._rate(room)
        if room.phase == "running" and room.beat and not self._still_thinking(room, now):
            acts += self._talk(room, now)
        return sorted(acts, key=lambda act: act.due)

    def _rate(self, room: RoomState) -> list[Act]:
        """A question about distress is answered; the more pressure, the harder it is."""
        distress = room.distress_of(self._person)
        if not distress.open or distress.asked_t is None:
            return []
        pressure = sum(room.levels[axis] for axis in AXES)
        level = round(self._manner.distress + self._manner.per_level * pressure)
        return [Act(distress.asked_t + RATES_IN_MS, self._person, i.RateDistress(max(0, min(10, level))))]

    def _still_thinking(self, room: RoomState, now: int) -> bool:
        """Whether one's own line still waits for an answer."""
        mine = next((line for line in reversed(room.lines) if line.who == self._person), None)
        return mine is not None and not mine.answered and now < mine.t + 20_000

    def _talk(self, room: RoomState, now: int) -> list[Act]:
        last = room.lines[-1] if room.lines else None
        number = last.seq if last is not None else 0
        if number != self._answering:
            self._answering, self._wait = number, self._chance.uniform(*self._manner.waits)
            does = self._manner.does
            self._intent = self._choose(room, self._chance.choices(list(does), list(does.values()))[0])
        free = last.t + last.lasts + AFTER_SPEECH_MS if last is not None else room.phase_t
        due = max(free, room.phase_t) + round(self._wait * 1000)
        if self._intent is None or (isinstance(self._intent, i.AskHelp) and self._has_asked(room, last)):
            return []
        return [Act(due, self._person, self._intent)]

    def _has_asked(self, room: RoomState, last: Line | None) -> bool:
        """Help is asked for once a line: the question is no line, so nothing else would tell that it was put."""
        since = last.t if last is not None else room.phase_t
        return any(note.kind == "help" and note.by == self._person and note.t >= since for note in room.notes)

    def _choose(self, room: RoomState, doing: Doing) -> i.Intent | None:
        match doing:
            case "nothing":
                return None
            case "help":
                return i.AskHelp()
            case "card" if room.offered:
                return i.Say(meaning=self._pick(room.offered).meaning)
            case "wander":
                return i.Say(text=self._slip(self._pick(WANDERING[self._language])))
            case "yes" | "no" | "dont_know" | "anger":
                return i.Say(text=self._slip(self._phrase(doing)))
            case _:
                return i.Say(text=self._slip(self._line(room, doing == "short")))

    def _line(self, room: RoomState, short: bool) -> str:
        """Something that the beat listens for, in one of its own phrasings."""
        turns = self._script.scenario.beats[room.beat].turns
        known = [name for name in turns if self._script.meaning(name) is not None] or ["yes"]
        meaning = self._script.meaning(self._pick(known))
        phrasings = meaning.phrasings[self._language] if meaning else []
        if short:
            phrasings = [text for text in phrasings if len(text.split()) <= MOST_WORDS_SHORT] or phrasings
        return self._pick(phrasings)

    def _phrase(self, general: str) -> str:
        return self._pick(self._script.general.meanings[general].phrasings[self._language])

    def _pick(self, among: Sequence[T]) -> T:
        return self._chance.choice(among)

    def _slip(self, text: str) -> str:
        """The line, or the line with two letters swapped or a word said twice."""
        if len(text) < 4 or self._chance.random() >= self._manner.stumbles:
            return text
        words = text.split()
        if self._chance.random() < 0.5:
            at = self._chance.randrange(len(words))
            return " ".join([*words[: at + 1], *words[at:]])
        at = self._chance.randrange(1, len(text) - 2)
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
