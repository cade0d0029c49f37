"""What travels between a browser and the server, apart from intents and facts themselves. The grammar is PROTOCOL.md.

Facts go over Socket.IO as MessagePack maps; poses over the binary stream (`bodies.py`).
"""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

from rooms.axes import Axis, Language
from rooms.facts import Phase, Stamped
from rooms.intents import Intent
from rooms.people import Role
from rooms.refusals import Refusal
from rooms.state import RoomState

PROTOCOL: Final = 1
Number = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
"""The number of a fact, as a browser can hold it."""


class Hello(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The CONNECT payload. `seat` proves who one is; a console proves it by its cookie and names the session."""

    protocol: int
    seat: Annotated[str, msgspec.Meta(max_length=64)] | None = None
    session: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    epoch: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    """The epoch of the snapshot one has, and..."""
    after: Number = 0
    """...the last fact seen: what comes after it is sent, or a fresh snapshot when the epoch is another."""


class Ask(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Event `intent`, client to server: an intent with the sender's own number, so that a repeat is done once."""

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    intent: Intent


class Outcome(msgspec.Struct, frozen=True):
    """The acknowledgement of `intent`: done (with the last fact's number), or refused."""

    ok: bool
    seq: int = 0
    refusal: Refusal | None = None


class Snapshot(msgspec.Struct, frozen=True):
    """Event `snapshot`: the state so far as this person may see it; patches of another epoch do not fit it."""

    epoch: str
    now: int
    """The room's time when this was sent, ms."""
    you: str
    state: RoomState


class Facts(msgspec.Struct, frozen=True):
    """Event `facts`: what has happened since. Numbers grow; gaps are facts that were not for this person."""

    epoch: str
    now: int
    facts: list[Stamped]


class Seen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Event `seen`, client to server: every fact up to `seq` has arrived."""

    seq: Number


class Ticket(msgspec.Struct, frozen=True):
    """Event `ticket`, answer to a request: opens the stream once, within 30 s, as its first message."""

    ticket: str


class Seat(msgspec.Struct, frozen=True):
    """HTTP answer to a join code: the secret of the lobby seat, and what it is for."""

    seat: str
    role: Role
    language: Language
    title: dict[Language, str]


class Code(msgspec.Struct, frozen=True):
    """A join code for one role, good until `until` (Unix seconds) or until it is used."""

    role: Role
    code: str
    link: str
    """The address that leads to the lobby with this code, as others on the network reach it."""
    until: int


class SessionInfo(msgspec.Struct, frozen=True):
    """A session as the console lists it."""

    id: str
    scenario: str
    title: dict[Language, str]
    language: Language
    phase: Phase
    people: int
    practice: bool = False
    """Whether the client in it is a simulated one."""


class StepInfo(msgspec.Struct, frozen=True):
    """What stands at one step of a scenario's ladder; a ceiling is agreed, and a starting step chosen, by it."""

    words: dict[Language, str]
    levels: dict[Axis, int]
    help: int


class ScenarioInfo(msgspec.Struct, frozen=True):
    """A scenario as the console offers it, with the levels at which it starts and all its steps, step 1 first."""

    id: str
    title: dict[Language, str]
    goal: dict[Language, str]
    minutes: int
    levels: dict[Axis, int]
    steps: list[StepInfo]
    place: str = ""
    leads_to: list[str] = []
    own: bool = False
    """Whether it is one of the clinic's own."""


class RecordingInfo(msgspec.Struct, frozen=True):
    """A recording as the console lists it. Times in room ms, `opened_at` in Unix seconds.

    One that cannot be opened says why (`trouble`), also where the others have their title; its times are then those of
    what can be read, 0 to 0 for nothing.
    """

    session: str
    scenario: str
    title: dict[Language, str]
    opened_at: float
    first_ms: int
    last_ms: int
    finished: bool
    """Closed in order; False for one that was cut, or is still being written."""
    people: int = 0
    trouble: Refusal | None = None


class OwnLink(msgspec.Struct, frozen=True):
    """A client's own link to the recording of their session, and to deleting their part. It is told once."""

    session: str
    person: str
    name: str
    link: str


MESSAGES: Final = (
    Hello,
    Ask,
    Outcome,
    Snapshot,
    Facts,
    Seen,
    Ticket,
    Seat,
    Code,
    SessionInfo,
    ScenarioInfo,
    RecordingInfo,
    OwnLink,
)
