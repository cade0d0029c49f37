"""What has happened in a room: the only thing that is recorded, sent and replayed.

A fact is stamped by the room with a number (`seq`, from 1, no gaps in the log) and a time (`t`, whole ms since the
session was opened). Facts are added to, never changed: an old log must fold for ever.
"""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from rooms.axes import Axis, Language, Tone
from rooms.fact_base import FactBase as FactBase
from rooms.facts_recording import (
    Consented as Consented,
)
from rooms.facts_recording import (
    RecorderTroubled as RecorderTroubled,
)
from rooms.facts_recording import (
    RecordingAsked as RecordingAsked,
)
from rooms.facts_recording import (
    RecordingChanged as RecordingChanged,
)
from rooms.facts_round import (
    CountdownSet as CountdownSet,
)
from rooms.facts_round import (
    DistressAsked as DistressAsked,
)
from rooms.facts_round import (
    DistressLimitSet as DistressLimitSet,
)
from rooms.facts_round import (
    DistressRated as DistressRated,
)
from rooms.facts_round import (
    Interrupted as Interrupted,
)
from rooms.facts_round import (
    NextSuggested as NextSuggested,
)
from rooms.facts_round import (
    RoundBegan as RoundBegan,
)
from rooms.facts_round import (
    Wished as Wished,
)
from rooms.people import Gesture, Role
from rooms.place import GroundPoint, Posture
from rooms.scene import OfferedCard, SceneInfo

Phase = Literal["ready", "running", "paused", "calm", "ended"]
Source = Literal["authored", "model", "person"]
"""Where a line comes from; always recorded and always shown."""
RemarkKind = Literal["question", "push", "followup", "stall", "interruption", "stand_in"]
"""Lines that an axis of pressure asks for: personal_questions, persuasion, your_part (three), load."""


class Opened(FactBase, frozen=True):
    scene: SceneInfo
    language: Language
    levels: dict[Axis, int]
    ceiling: dict[Axis, int]
    help: int


class Knocked(FactBase, frozen=True):
    person: str
    role: Role
    name: str
    look: str
    language: Language


class Admitted(FactBase, frozen=True):
    """Let into the room. It says all there is to know of the person: only staff have heard them knock."""

    person: str
    role: Role
    name: str
    look: str
    language: Language
    by: str
    body: int | None
    at: GroundPoint
    facing: float


class Declined(FactBase, frozen=True):
    person: str
    by: str


class Left(FactBase, frozen=True):
    person: str
    why: Literal["left", "removed", "ended"]


class Presence(FactBase, frozen=True):
    """A person's connection was lost (`here` false) or is back."""

    person: str
    here: bool


class Stood(FactBase, frozen=True):
    """A person has moved to another spot on the floor; poses between are in the stream."""

    person: str
    at: GroundPoint
    facing: float


class PhaseChanged(FactBase, frozen=True):
    phase: Phase
    by: str
    why: Literal[
        "start", "pause", "continue", "stop", "headset_off", "stop_word", "lost", "distress", "crisis", "left", "end"
    ]


class PressureSet(FactBase, frozen=True):
    levels: dict[Axis, int]
    help: int
    step: int
    """The ladder's step now stood on, from 1."""
    by: str
    why: Literal["harder", "step", "axis", "calmer", "help", "again"]


class CeilingSet(FactBase, frozen=True):
    axis: Axis
    level: int
    by: str


class Said(FactBase, frozen=True):
    """A line that was said. `words` holds it in one or more languages; `language` is the one it was said in."""

    who: str
    words: dict[Language, str]
    language: Language
    source: Source
    lasts: int
    """How long it takes to say, in ms."""
    to: str | None = None
    meaning: str | None = None
    """What a chosen card means; None for free words (see HeardAs)."""
    reply: str | None = None
    """The scenario's reply that was worded."""
    tone: Tone | None = None
    critical: bool | None = None
    """Whether this reply was a negative one; None: not a reply that counts."""
    answers: int | None = None
    """The number of the line that this one answers."""
    by: str | None = None
    """The person who played the avatar."""
    remark: RemarkKind | None = None
    """What pressure asked for, when the line is no reply; None: a reply, an opening, or a person's own."""
    level: int | None = None
    """How personal the question was, or the how-manieth push in a row (1-4)."""


class HeardAs(FactBase, frozen=True):
    """What an avatar took a line to mean, and how sure it was (0-1)."""

    said: int
    meaning: str | None
    sure: float


class AskedBack(FactBase, frozen=True):
    """An avatar asked whether `meaning` was meant by line `said`; a "yes" now means that."""

    said: int
    meaning: str


class Thinking(FactBase, frozen=True):
    avatar: str
    on: bool


class BeatBegan(FactBase, frozen=True):
    beat: str
    about: dict[Language, str]


class GoalReached(FactBase, frozen=True):
    goal: str
    words: dict[Language, str]


class PropSet(FactBase, frozen=True):
    prop: str
    value: str


class BoardSet(FactBase, frozen=True):
    prop: str
    rows: dict[Language, list[str]]


class Offered(FactBase, frozen=True):
    cards: list[OfferedCard]


class HelpAsked(FactBase, frozen=True):
    person: str


class HelpGiven(FactBase, frozen=True):
    """Help that fades, always logged: a hint in words, or what could be said shown as a card."""

    kind: Literal["hint", "shown"]
    words: dict[Language, str]
    meaning: str | None
    by: str


class Whispered(FactBase, frozen=True):
    """Into one person's ear; staff see it, nobody else does."""

    to: str
    text: str
    by: str


class Instructed(FactBase, frozen=True):
    """A word to an avatar's mind; only staff see it."""

    avatar: str
    text: str
    by: str


class Marked(FactBase, frozen=True):
    by: str
    note: str


class Taken(FactBase, frozen=True):
    avatar: str
    by: str


class Released(FactBase, frozen=True):
    avatar: str
    by: str


class Moved(FactBase, frozen=True):
    """An avatar sets out along `path` (its first point is where it stands). `present` false: it is gone at the end."""

    avatar: str
    path: list[GroundPoint]
    speed: float
    facing: float
    posture: Posture
    seat: float | None = None
    present: bool = True


class Looked(FactBase, frozen=True):
    avatar: str
    at: str | None


class Gestured(FactBase, frozen=True):
    avatar: str
    gesture: Gesture


class HumanCalled(FactBase, frozen=True):
    """Staff are asked to come: an avatar never gives crisis care."""

    person: str
    why: Literal["distress", "crisis", "help", "anger"]


Fact = (
    Opened
    | Knocked
    | Admitted
    | Declined
    | Left
    | Presence
    | Stood
    | PhaseChanged
    | PressureSet
    | CeilingSet
    | Said
    | HeardAs
    | AskedBack
    | Thinking
    | BeatBegan
    | GoalReached
    | PropSet
    | BoardSet
    | Offered
    | HelpAsked
    | HelpGiven
    | Whispered
    | Instructed
    | Marked
    | Taken
    | Released
    | Moved
    | Looked
    | Gestured
    | HumanCalled
    | RecordingAsked
    | Consented
    | RecordingChanged
    | RecorderTroubled
    | Interrupted
    | CountdownSet
    | DistressAsked
    | DistressRated
    | DistressLimitSet
    | Wished
    | NextSuggested
    | RoundBegan
)
FACTS: tuple[type[FactBase], ...] = get_args(Fact)


class Stamped(msgspec.Struct, frozen=True):
    """A fact with its number and its time."""

    seq: int
    t: int
    fact: Fact
