"""A scenario as it is written in `rooms/library/*.yaml`: plain data, nothing that acts.

`Words` hold one sentence in every language of the product: {"nb": ..., "en": ...}. Loading and the explanations of
mistakes are in `scenario_file.py` and `scenario_check.py`.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from rooms.axes import Axis, Language, Level, RaisedLevel
from rooms.scenario_pressure import Cue, Lines, Load, Persuasion, Question, Remark, Words


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A picture of something the client could say: `icon` names a pictogram of the client's icon set."""

    icon: str
    words: Words


class Meaning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something a client may mean, with examples of how people say it."""

    phrasings: dict[Language, list[str]]
    card: Card | None = None


class CastMember(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An avatar's part. Present from `company` level on, or only while one of `beats` runs when `company` is null."""

    name: str
    part: Words
    look: str
    manner: Words
    company: RaisedLevel | None
    home: str
    """The spot of the place where this person stands when nobody asks otherwise."""
    beats: list[str] = []
    stands_in: bool = False
    """Plays the client's part while `your_part` is 0 (watch), and is there only then; beside `company: null`."""
    comes_by: str | None = None
    """The way of the place along which this person arrives and goes; null: the nearest end of the first way."""


class Reply(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an avatar says, in every tone: `open` meets the client, `critical` turns down or finds fault.

    One or more variants a tone, used in turn. `{name}` is replaced by a value of the board (see `Board.values`).
    """

    open: Lines
    critical: Lines
    by: str | None = None
    """The cast member who says it; null: whoever is being talked to."""
    gesture: str | None = None


class Turn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What follows when the client has meant something in a beat."""

    reply: str
    by: str | None = None
    then: str | None = None
    """The beat that begins after the reply; null stays."""
    reaches: str | None = None
    """A goal of the scenario that the client has now reached."""


class Silence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said when the client has said nothing for `after` seconds."""

    after: Annotated[float, msgspec.Meta(ge=1, le=300)]
    reply: str
    then: str | None = None
    """The beat that begins after the reply, so that the scene also goes on for somebody who says nothing."""


class Beat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One stretch of the scene with one thing going on."""

    speaker: str
    about: Words
    cards: list[str]
    """Meanings offered as picture cards, most useful first."""
    turns: dict[str, Turn]
    """What the client may mean here, by meaning; general meanings may be listed to override `general`."""
    silence: list[Silence]
    hint: Words
    """A prompt when help is given."""
    shown: str
    """The meaning that is shown first (help 0) or on request."""
    opens: str | None = None
    """The reply said when the beat begins; not said when `your_part` is 3 or more: then the client starts."""
    props: dict[str, str] = {}
    """Props that change when the beat begins, as {"bus": "here"}."""


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rung of the ladder: the one axis (or `help`) that changes, by one level, and why in plain words."""

    set: dict[str, Level]
    words: Words


class BoardLevel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A readable board at one difficulty. `rows` are "line|to|times"; the first row is the heading."""

    rows: dict[Language, list[str]]
    values: dict[str, str]
    """Facts of this board that replies may quote, such as {"next": "12:10"}."""


class Board(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A prop that is read (a timetable, a letter, a menu): one version a level of `axis`, the easiest first."""

    prop: str
    axis: Axis
    levels: list[BoardLevel]


class Start(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a first round begins: the ladder's step 1."""

    beat: str
    levels: dict[Axis, Level]
    help: Level


class Closing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the scene ends: a kind word about what was done, and one real-life step."""

    words: Words
    real_life_steps: list[Words]


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One distinct situation with one learning goal, in steps of rising complexity (Aasen 2023)."""

    id: str
    title: Words
    goal: Words
    level: str
    """Level of functioning (Lawton & Brody in Aasen 2023), such as "instrumental"."""
    place: str
    minutes: Annotated[int, msgspec.Meta(ge=1, le=60)]
    aims: list[Words]
    """Aims of their own that a client may pick from."""
    cast: dict[str, CastMember]
    start: Start
    ladder: list[Step]
    """Steps 2, 3, ...; step 1 is `start`."""
    goals: dict[str, Words]
    meanings: dict[str, Meaning]
    """What may be meant here, beside the general meanings of `general.yaml`."""
    beats: dict[str, Beat]
    general: dict[str, Turn]
    """What follows the general meanings (yes, no, repeat, not_understood, anger, leave, ...) in any beat."""
    replies: dict[str, Reply]
    closing: Closing
    boards: list[Board] = []
    """Things to read; the first is the one that help points to."""
    tops: dict[Axis, Level] = {}
    """The highest level of an axis that makes sense here, where it is below 4: a stairwell holds no crowd."""
    followups: list[Remark] = []
    """Asks for a little more after a very short answer, from `your_part` 2 on."""
    stalls: list[Remark] = []
    """Puts a request off once a beat at `your_part` 4, so that it must be said again. Never a no."""
    questions: list[Question] = []
    persuasion: Persuasion | None = None
    cues: list[Cue] = []
    load: Load | None = None
    ask_distress_every: Annotated[int, msgspec.Meta(ge=120, le=1800)] = 180
    """Seconds between two questions about distress; never less than two minutes."""
    leads_to: list[str] = []
    """Scenarios that this one prepares for."""


class General(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rooms/library/general.yaml`: what may be meant anywhere."""

    meanings: dict[str, Meaning]
