"""What people and avatars ask for. A room answers each with facts or with a refusal (`decide.py`).

Payloads never say who sends them: that is the connection's to know (`people.Actor`).
"""

from __future__ import annotations

from typing import Annotated, Literal, Union, get_args

import msgspec

from rooms.axes import Axis, Language
from rooms.people import Gesture
from rooms.place import GroundPoint

ShortText = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
NameText = Annotated[str, msgspec.Meta(min_length=1, max_length=24)]
Id = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Level = Annotated[int, msgspec.Meta(ge=0, le=4)]


class Intent(msgspec.Struct, frozen=True, tag_field="type", tag=lambda name: name.lower(), forbid_unknown_fields=True):
    """Base of all intents; the tag is the class name in lower case."""


class Knock(Intent):
    """Into the lobby, with the name and the look that the others will see."""

    name: NameText
    look: Id
    language: Language


class Admit(Intent):
    person: Id


class Decline(Intent):
    person: Id


class Remove(Intent):
    person: Id


class Leave(Intent):
    pass


class SetPresence(Intent):
    """The connection was lost or is back; sent by the gateway for the person."""

    here: bool


class Stand(Intent):
    """The person's body has come to stand elsewhere; derived by the gateway from poses. Metres and degrees."""

    at: GroundPoint
    facing: float


class Say(Intent):
    """A line in free words, or a card (`meaning`) chosen among those offered. Exactly one of the two."""

    text: ShortText | None = None
    meaning: Id | None = None
    to: Id | None = None


class Stop(Intent):
    """Everything freezes and the calm place opens. Never refused to anyone who is in the room."""

    cause: Literal["button", "headset_off"] = "button"


class Calmer(Intent):
    pass


class Harder(Intent):
    """One step up the ladder."""


class Pause(Intent):
    pass


class Continue(Intent):
    """Start, or go on after a pause or from the calm place."""


class Again(Intent):
    """The scene from its beginning, on the step now stood on."""


class End(Intent):
    pass


class SetLevel(Intent):
    axis: Axis
    level: Level


class SetStep(Intent):
    step: Annotated[int, msgspec.Meta(ge=1, le=50)]


class SetHelp(Intent):
    level: Level


class SetCeiling(Intent):
    axis: Axis
    level: Level


class AskHelp(Intent):
    pass


class GiveHelp(Intent):
    kind: Literal["hint", "shown"]


class Take(Intent):
    avatar: Id


class Release(Intent):
    avatar: Id


class SpeakAs(Intent):
    """A line through an avatar one has taken: typed, or one of its authored replies."""

    avatar: Id
    text: ShortText | None = None
    reply: Id | None = None


class GestureAs(Intent):
    avatar: Id
    gesture: Gesture


class LookAs(Intent):
    avatar: Id
    at: Id | None


class WalkAs(Intent):
    avatar: Id
    to: GroundPoint


class Whisper(Intent):
    to: Id
    text: ShortText


class Instruct(Intent):
    avatar: Id
    text: ShortText


class Mark(Intent):
    note: Annotated[str, msgspec.Meta(max_length=200)] = ""


class Hear(Intent):
    """A mind has understood line `said` as `meaning`."""

    said: int
    meaning: Id | None
    sure: Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]


class Think(Intent):
    avatar: Id
    on: bool


class Answer(Intent):
    """An avatar answers line `said`, taken to mean `meaning`; the room chooses tone and words."""

    avatar: Id
    said: int
    meaning: Id


class AskBack(Intent):
    """An avatar is not sure: it asks whether `meaning` was meant, or what was said when there is no guess."""

    avatar: Id
    said: int
    meaning: Id | None


class Open(Intent):
    """An avatar says the line with which the beat begins."""

    avatar: Id


class Prompt(Intent):
    """An avatar breaks the silence with the beat's `index`-th silence line."""

    avatar: Id
    index: Annotated[int, msgspec.Meta(ge=0, le=20)]


class CallHuman(Intent):
    """A mind has heard words of crisis: the room pauses, staff are called, no avatar answers."""

    said: int


AnyIntent = Union[
    Knock,
    Admit,
    Decline,
    Remove,
    Leave,
    SetPresence,
    Stand,
    Say,
    Stop,
    Calmer,
    Harder,
    Pause,
    Continue,
    Again,
    End,
    SetLevel,
    SetStep,
    SetHelp,
    SetCeiling,
    AskHelp,
    GiveHelp,
    Take,
    Release,
    SpeakAs,
    GestureAs,
    LookAs,
    WalkAs,
    Whisper,
    Instruct,
    Mark,
    Hear,
    Think,
    Answer,
    AskBack,
    Open,
    Prompt,
    CallHuman,
]
INTENTS: tuple[type[Intent], ...] = get_args(AnyIntent)
