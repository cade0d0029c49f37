"""What people and avatars ask for. A room answers each with facts or with a refusal (`decide.py`).

Payloads never say who sends them: that is the connection's to know (`people.Actor`).
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

import msgspec

from rooms.axes import Axis, Language
from rooms.intent_base import Id as Id
from rooms.intent_base import IntentBase as IntentBase
from rooms.intent_base import Level as Level
from rooms.intent_base import NameText as NameText
from rooms.intent_base import ShortText as ShortText
from rooms.intents_round import AskDistress as AskDistress
from rooms.intents_round import CountDown as CountDown
from rooms.intents_round import Halt as Halt
from rooms.intents_round import Interrupt as Interrupt
from rooms.intents_round import MakeWish as MakeWish
from rooms.intents_round import RateDistress as RateDistress
from rooms.intents_round import Remark as Remark
from rooms.intents_round import Restage as Restage
from rooms.intents_round import SetDistressLimit as SetDistressLimit
from rooms.intents_round import StandIn as StandIn
from rooms.intents_round import SuggestNext as SuggestNext
from rooms.intents_round import TimeUp as TimeUp
from rooms.people import Gesture
from rooms.place import GroundPoint


class Knock(IntentBase, frozen=True, forbid_unknown_fields=True):
    """Into the lobby, with the name and the look that the others will see."""

    name: NameText
    look: Id
    language: Language


class Admit(IntentBase, frozen=True, forbid_unknown_fields=True):
    person: Id


class Decline(IntentBase, frozen=True, forbid_unknown_fields=True):
    person: Id


class Remove(IntentBase, frozen=True, forbid_unknown_fields=True):
    person: Id


class Leave(IntentBase, frozen=True, forbid_unknown_fields=True):
    pass


class SetPresence(IntentBase, frozen=True, forbid_unknown_fields=True):
    """The connection was lost or is back; sent by the gateway for the person."""

    here: bool


class Stand(IntentBase, frozen=True, forbid_unknown_fields=True):
    """The person's body has come to stand elsewhere; derived by the gateway from poses. Metres and degrees."""

    at: GroundPoint
    facing: float


class Say(IntentBase, frozen=True, forbid_unknown_fields=True):
    """A line in free words, or a card (`meaning`) chosen among those offered. Exactly one of the two."""

    text: ShortText | None = None
    meaning: Id | None = None
    to: Id | None = None


class Stop(IntentBase, frozen=True, forbid_unknown_fields=True):
    """Everything freezes and the calm place opens. Never refused to anyone who is in the room."""

    cause: Literal["button", "headset_off", "lost"] = "button"
    """`lost`: the line was gone for so long that the page opened the calm place by itself."""


class Calmer(IntentBase, frozen=True, forbid_unknown_fields=True):
    pass


class Harder(IntentBase, frozen=True, forbid_unknown_fields=True):
    """One step up the ladder."""


class Pause(IntentBase, frozen=True, forbid_unknown_fields=True):
    pass


class Continue(IntentBase, frozen=True, forbid_unknown_fields=True):
    """Start, or go on after a pause or from the calm place."""


class Again(IntentBase, frozen=True, forbid_unknown_fields=True):
    """The scene from its beginning, on the step now stood on."""


class End(IntentBase, frozen=True, forbid_unknown_fields=True):
    pass


class SetLevel(IntentBase, frozen=True, forbid_unknown_fields=True):
    axis: Axis
    level: Level


class SetStep(IntentBase, frozen=True, forbid_unknown_fields=True):
    step: Annotated[int, msgspec.Meta(ge=1, le=50)]


class SetHelp(IntentBase, frozen=True, forbid_unknown_fields=True):
    level: Level


class SetCeiling(IntentBase, frozen=True, forbid_unknown_fields=True):
    axis: Axis
    level: Level


class AskHelp(IntentBase, frozen=True, forbid_unknown_fields=True):
    pass


class GiveHelp(IntentBase, frozen=True, forbid_unknown_fields=True):
    kind: Literal["hint", "shown"]


class Take(IntentBase, frozen=True, forbid_unknown_fields=True):
    avatar: Id


class Release(IntentBase, frozen=True, forbid_unknown_fields=True):
    avatar: Id


class SpeakAs(IntentBase, frozen=True, forbid_unknown_fields=True):
    """A line through an avatar one has taken: typed, or one of its authored replies."""

    avatar: Id
    text: ShortText | None = None
    reply: Id | None = None


class GestureAs(IntentBase, frozen=True, forbid_unknown_fields=True):
    avatar: Id
    gesture: Gesture


class LookAs(IntentBase, frozen=True, forbid_unknown_fields=True):
    avatar: Id
    at: Id | None


class WalkAs(IntentBase, frozen=True, forbid_unknown_fields=True):
    avatar: Id
    to: GroundPoint


class Whisper(IntentBase, frozen=True, forbid_unknown_fields=True):
    to: Id
    text: ShortText


class Instruct(IntentBase, frozen=True, forbid_unknown_fields=True):
    avatar: Id
    text: ShortText


class Mark(IntentBase, frozen=True, forbid_unknown_fields=True):
    note: Annotated[str, msgspec.Meta(max_length=200)] = ""


class Hear(IntentBase, frozen=True, forbid_unknown_fields=True):
    """A mind has understood line `said` as `meaning`."""

    said: int
    meaning: Id | None
    sure: Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]


class Think(IntentBase, frozen=True, forbid_unknown_fields=True):
    avatar: Id
    on: bool


class Answer(IntentBase, frozen=True, forbid_unknown_fields=True):
    """An avatar answers line `said`, taken to mean `meaning`; the room chooses tone and words."""

    avatar: Id
    said: int
    meaning: Id


class AskBack(IntentBase, frozen=True, forbid_unknown_fields=True):
    """An avatar is not sure: it asks whether `meaning` was meant, or what was said when there is no guess."""

    avatar: Id
    said: int
    meaning: Id | None


class Open(IntentBase, frozen=True, forbid_unknown_fields=True):
    """An avatar says the line with which the beat begins."""

    avatar: Id


class Prompt(IntentBase, frozen=True, forbid_unknown_fields=True):
    """An avatar breaks the silence with the beat's `index`-th silence line."""

    avatar: Id
    index: Annotated[int, msgspec.Meta(ge=0, le=20)]


class CallHuman(IntentBase, frozen=True, forbid_unknown_fields=True):
    """A mind has heard words of crisis: the room pauses, staff are called, no avatar answers."""

    said: int


class AskToRecord(IntentBase, frozen=True, forbid_unknown_fields=True):
    """Everyone here is asked on their own screen. Who asks has agreed by asking."""


class Consent(IntentBase, frozen=True, forbid_unknown_fields=True):
    """One's own yes or no to being recorded; a no at any time takes a yes back."""

    agree: bool


class StopRecording(IntentBase, frozen=True, forbid_unknown_fields=True):
    """For everyone; whoever wants it again asks again."""


class LetBackIn(IntentBase, frozen=True, forbid_unknown_fields=True):
    """One who was in the room when the server died and has knocked again, or a simulated client; the server asks."""

    person: Id


class TellRecorder(IntentBase, frozen=True, forbid_unknown_fields=True):
    """How the recorder is; asked by the server itself."""

    trouble: Literal["", "disk_full", "io_error"]


Intent = (
    Knock
    | Admit
    | Decline
    | Remove
    | Leave
    | SetPresence
    | Stand
    | Say
    | Stop
    | Calmer
    | Harder
    | Pause
    | Continue
    | Again
    | End
    | SetLevel
    | SetStep
    | SetHelp
    | SetCeiling
    | AskHelp
    | GiveHelp
    | Take
    | Release
    | SpeakAs
    | GestureAs
    | LookAs
    | WalkAs
    | Whisper
    | Instruct
    | Mark
    | Hear
    | Think
    | Answer
    | AskBack
    | Open
    | Prompt
    | CallHuman
    | AskToRecord
    | Consent
    | StopRecording
    | TellRecorder
    | LetBackIn
    | Remark
    | StandIn
    | Interrupt
    | CountDown
    | TimeUp
    | AskDistress
    | RateDistress
    | SetDistressLimit
    | MakeWish
    | SuggestNext
    | Restage
    | Halt
)
INTENTS: tuple[type[IntentBase], ...] = get_args(Intent)
