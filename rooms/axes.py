"""The ten axes of graded pressure, and the tones of voice they ask for.

Levels are 0-4 on every axis. Names and sources: the project's domain notes ("Graded pressure"): product manuals,
VR-CBT for paranoia, gameChange, Pan 2012, Hartanto et al. 2014, Lange & Pauli 2019, Lee. `help` fades the other
way (0 shown first .. 4 alone) and stands beside the axes: it may be a step of a ladder, but it is not pressure.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, get_args

import msgspec

Axis = Literal[
    "company",
    "attention",
    "closeness",
    "warmth",
    "critical_replies",
    "your_part",
    "personal_questions",
    "persuasion",
    "substance_cues",
    "load",
]
Tone = Literal["warm", "friendly", "neutral", "cool", "hostile"]
Language = Literal["nb", "en"]

AXES: Final[tuple[Axis, ...]] = get_args(Axis)
TONES: Final[tuple[Tone, ...]] = get_args(Tone)
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

TOP_LEVEL: Final = 4
"""The highest level of every axis and of help."""

Level = Annotated[int, msgspec.Meta(ge=0, le=TOP_LEVEL)]
RaisedLevel = Annotated[int, msgspec.Meta(ge=1, le=TOP_LEVEL)]
"""A level at which there is something: level 0 of most axes is nothing at all."""

CALM_AXES: Final[tuple[Axis, ...]] = ("warmth", "persuasion", "substance_cues")
"""What one press of "calmer" sets to 0 (domain notes, "Rules")."""

COMPANY: Final[tuple[int, ...]] = (0, 1, 3, 6, 12)
"""How many others are in view at each level of `company`; a room's eight avatars bound it from above."""

DISTANCE_M: Final[tuple[float, ...]] = (3.0, 2.0, 1.2, 0.8, 0.5)
"""Metres from the client to the nearest avatar at each level of `closeness`."""

GAZE_SHARE: Final[tuple[float, ...]] = (0.05, 0.2, 0.4, 0.7, 1.0)
"""Share of time that each avatar looks at the client, by level of `attention`: at 0 only a brief look in talk [own]."""

NOISE: Final[tuple[float, ...]] = (0.05, 0.2, 0.4, 0.55, 0.7)
"""How loud the place sounds (0-1), by level of `load` [own]."""

CRITICAL_SHARE: Final[tuple[float, ...]] = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Share of replies that are negative at each level of `critical_replies` (Hartanto, Brinkman et al. 2014)."""


def tone_of(warmth: int) -> Tone:
    """The tone of voice that a level of `warmth` (0-4) asks for."""
    return TONES[warmth]
