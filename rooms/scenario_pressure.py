"""What the axes of pressure do in a scenario beside tone and staging: questions, offers, cues, load. Plain data.

Each level of an axis is a promise that `proverom bench dial` measures (docs/scenarios.md, "The dial").
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from rooms.axes import Language, RaisedLevel, Tone

Words = dict[Language, str]
"""One sentence in every language of the product."""
Lines = dict[Tone, list[Words]]
"""What is said in each tone; several lines of a tone are used in turn."""


class Remark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something said that is no reply: an offer, a request for more. It never counts as a negative reply."""

    lines: Lines
    by: str | None = None
    """The cast member who says it; null: whoever is talking with the client."""
    gesture: str | None = None


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A personal question: 1 everyday, 2 interests, 3 work and family, 4 past, health and use."""

    level: RaisedLevel
    lines: Lines
    by: str | None = None


class Persuasion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the client is drawn towards, and how: level n of the axis is n pushes in a row, each after a no.

    1 an offer, 2 it is repeated, 3 a reason or a tease, 4 somebody else joins in. Leaving and Stop always end it.
    """

    beats: list[str]
    """Where it happens; each run begins after the first exchange of the beat."""
    accepts: list[str]
    """Meanings that take the offer; each beat above has a turn for them."""
    declines: list[str]
    """Meanings that say no, beside the general "no"; each beat above has a turn for them."""
    offers: list[Remark]
    again: list[Remark]
    reasons: list[Remark]
    insists: list[Remark]
    """Said by `by`, or by anyone else who is there than the one who offered."""


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A thing that reminds of substances, in sight from `level` of the axis on: on a surface or in somebody's hand."""

    level: RaisedLevel
    part: str
    on: str | None = None
    """A surface of the place."""
    held_by: str | None = None
    """A cast member who holds it out (level 4: handed to you)."""


class Interruption(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that breaks in, from load 2 on: a sound with a caption, or a line that somebody calls out."""

    words: Words
    sound: str
    by: str | None = None
    """The cast member who calls it out; null: a thing (a phone, a door)."""


class SecondTask(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to keep in mind beside the first, from load 3 on."""

    words: Words
    goal: str
    """The goal that is reached when it was done."""


class TimeLimit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """At load 4: seconds that are counted down in sight. When they are up the scene moves on; nobody has lost."""

    seconds: Annotated[int, msgspec.Meta(ge=60, le=300)]
    reply: str
    then: str


class Load(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """0 one calm task, 1 background noise, 2 interruptions, 3 a second task, 4 a time limit."""

    interruptions: list[Interruption]
    second_task: SecondTask
    time_limit: TimeLimit
