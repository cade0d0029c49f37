"""The room as it is now: what one gets by folding its facts (`fold.py`). Plain data, encodable, comparable."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from rooms.axes import AXES, Axis, Language
from rooms.facts import Phase, RemarkKind, Source
from rooms.facts_round import Suggestion, Wish
from rooms.people import Avatar, Person
from rooms.scene import OfferedCard, SceneInfo

MOST_LINES: Final = 400
"""Lines kept in the state for late joiners; the oldest go first. The log keeps all."""
MOST_NOTES: Final = 100
"""Whispers, instructions and markers kept in the state; the oldest go first."""


MOST_RATINGS: Final = 100
DISTRESS_LIMIT: Final = 7
"""Where nothing else was agreed [own]."""


class Line(msgspec.Struct):
    """A said line in the transcript."""

    seq: int
    t: int
    who: str
    words: dict[Language, str]
    language: Language
    source: Source
    lasts: int
    meaning: str | None = None
    sure: float | None = None
    """How sure the avatar was of `meaning` (0-1); None until heard."""
    answered: bool = False
    critical: bool | None = None
    reply: str | None = None
    by: str | None = None
    remark: RemarkKind | None = None
    level: int | None = None


class Note(msgspec.Struct, frozen=True):
    """Something for few eyes: a whisper, an instruction to an avatar, a marker, a call for a human."""

    kind: Literal["whisper", "instruct", "mark", "call", "help"]
    t: int
    by: str
    to: str | None
    text: str


class Floor(msgspec.Struct, frozen=True):
    """Which avatar is speaking, until when (ms)."""

    who: str
    until: int


class Asked(msgspec.Struct, frozen=True):
    """An avatar asked whether `meaning` was meant by line `said`."""

    said: int
    meaning: str


class PropNow(msgspec.Struct, frozen=True):
    """What a prop is, since when (scene time, ms)."""

    value: str
    t: int


class Help(msgspec.Struct, frozen=True):
    """The help last given in this beat."""

    kind: Literal["hint", "shown"]
    words: dict[Language, str]
    meaning: str | None
    t: int


class Recording(msgspec.Struct, frozen=True):
    """Whether the session is recorded, and who has agreed. Off until everyone present has."""

    asked_by: str = ""
    """Who of staff asked; empty: nobody is asked."""
    answers: dict[str, bool] = {}
    """Each person's yes or no; who has not answered is not in it. Others than staff see only their own."""
    on: bool = False
    since: int | None = None
    """Room time (ms) at which it began."""
    trouble: Literal["", "disk_full", "io_error"] = ""
    """Why nothing can be kept just now."""
    ended: Literal["", "stopped", "nobody", "left", "ended"] = ""
    """Why the last recording ended; empty: there was none, or there is a new question."""
    ended_by: str = ""
    """Who stopped it, left, or took back the last yes. That last is known to staff and to the person alone."""


class Interruption(msgspec.Struct, frozen=True):
    """What last broke in, and where in the log."""

    words: dict[Language, str]
    sound: str
    seq: int
    t: int
    count: int
    """How many things have broken in so far."""


class Rating(msgspec.Struct, frozen=True):
    """How hard it was (0-10) at room time `t` (ms)."""

    t: int
    level: int


class Distress(msgspec.Struct, frozen=True):
    """What one person has said of how hard it is; staff and the person themselves see it."""

    limit: int = DISTRESS_LIMIT
    """Above this the room pauses by itself."""
    asked_t: int | None = None
    """When they were last asked (room time, ms); None: never."""
    asked_by: str = ""
    """Who asked then: "room" or one of staff."""
    open: bool = False
    """Whether the question still stands."""
    ratings: list[Rating] = []
    wish: Wish | None = None


class RoomState(msgspec.Struct):
    """Everything that one who comes late must be told. Times in ms since the session was opened."""

    seq: int = 0
    t: int = 0
    phase: Phase = "ready"
    phase_by: str = ""
    phase_why: str = ""
    phase_t: int = 0
    round_t: int = 0
    """When this round began (room time)."""
    begun_t: int | None = None
    """When the room first ran; None before. The session's own time counts from there."""
    frozen_at: int | None = 0
    """When the scene's time stopped; None while running. Motion and speech go by the scene's time."""
    scene: SceneInfo | None = None
    language: Language = "nb"
    levels: dict[Axis, int] = msgspec.field(default_factory=lambda: dict.fromkeys(AXES, 0))
    ceiling: dict[Axis, int] = msgspec.field(default_factory=lambda: dict.fromkeys(AXES, 0))
    help: int = 0
    step: int = 1
    beat: str = ""
    beat_about: dict[Language, str] = {}
    beat_t: int = 0
    beat_seq: int = 0
    goals: list[str] = []
    props: dict[str, PropNow] = {}
    boards: dict[str, dict[Language, list[str]]] = {}
    offered: list[OfferedCard] = []
    help_given: Help | None = None
    people: dict[str, Person] = {}
    avatars: dict[str, Avatar] = {}
    lines: list[Line] = []
    notes: list[Note] = []
    floor: Floor | None = None
    asked: Asked | None = None
    uses: dict[str, int] = {}
    """How often each worded reply was used, so that its variants come in turn."""
    recording: Recording = Recording()
    interruption: Interruption | None = None
    countdown: int | None = None
    """The scene time (ms) at which the time is up; None: none is counted."""
    distress: dict[str, Distress] = {}
    suggestion: Suggestion | None = None
    suggested_to: str = ""
    critical_owed: int = 0
    """Error diffusion of negative replies, in quarters (see `tone.py`)."""

    def client(self) -> Person | None:
        """The first client in the room, whom the scene is for."""
        return next((p for p in self.people.values() if p.role == "client" and p.where == "room"), None)

    def distress_of(self, person: str) -> Distress:
        return self.distress.get(person, Distress())

    def in_room(self) -> list[Person]:
        return [p for p in self.people.values() if p.where == "room"]

    def line(self, seq: int) -> Line | None:
        return next((line for line in reversed(self.lines) if line.seq == seq), None)

    def scene_time(self, now: int) -> int:
        """The scene's time at `now`: it stands still while the room is not running."""
        return now if self.frozen_at is None else min(now, self.frozen_at)
