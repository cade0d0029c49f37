"""A session so small that everything in it can be worked out by hand: 26 s, one client, one avatar, one therapist.

The scene runs 2–11 s and 15–26 s: 20 s. Berit says 2 s from 3 s on, and 2 s from 10 s on, of which the calm place takes
the middle. Kim stands 2 m from her, faces her 4–9 s and 17–26 s, and answers 3 s and 2 s after she has fallen silent.
"""

from __future__ import annotations

import msgspec
import numpy as np

from rooms import facts as f
from rooms.axes import AXES, Axis
from rooms.bodies import Joint, pack_pose
from rooms.measures.tracks import Poses
from rooms.people import Role
from rooms.place import GroundPoint
from rooms.scene import CastInfo, SceneInfo

AWAY = (0.0, 0.0, 0.0, 1.0)
TOWARDS = (0.0, 1.0, 0.0, 0.0)
"""Turned half round: +z, where Berit stands."""


def levels(**some: int) -> dict[Axis, int]:
    return {axis: some.get(axis, 0) for axis in AXES}


def said(who: str, text: str, lasts: int, **more: str | int | bool) -> f.Said:
    source: f.Source = "person" if who in ("c1", "p1", "t1") else "authored"
    line = f.Said(who, {"nb": text}, "nb", source, lasts)
    return f.Said(**{name: getattr(line, name) for name in line.__struct_fields__} | more)


def walks(avatar: str, path: list[GroundPoint], speed: float = 1.15, present: bool = True) -> f.Moved:
    return f.Moved(avatar, path, speed, 180.0, "stand", present=present)


def scene(*cast: str) -> SceneInfo:
    return SceneInfo(
        "bus_stop", {"nb": "Bussholdeplassen", "en": "The bus stop"}, {"nb": "Spør", "en": "Ask"}, "bus_stop", 8,
        [{"nb": "Start", "en": "Start"}, {"nb": "Litt nærmere", "en": "A little nearer"}],
        {name: CastInfo(name.title(), {"nb": "Venter", "en": "Waits"}, "kari", (0.0, 0.0), 180.0) for name in cast},
    )  # fmt: skip


def admitted(person: str, name: str, role: Role, body: int | None, at: GroundPoint = (0.0, -2.0)) -> f.Admitted:
    return f.Admitted(person, role, name, "ali", "nb", "t1", body, at, 0.0)


def phase(name: f.Phase, why: str, by: str = "t1") -> f.PhaseChanged:
    return msgspec.convert({"type": "phasechanged", "phase": name, "by": by, "why": why}, f.PhaseChanged)


def stamped(*told: tuple[int, f.Fact]) -> list[f.Stamped]:
    return [f.Stamped(number, t, fact) for number, (t, fact) in enumerate(told, 1)]


def log() -> list[f.Stamped]:
    first, second = levels(closeness=1), levels(closeness=2)
    return stamped(
        (0, f.Opened(scene("berit"), "nb", first, dict.fromkeys(AXES, 3), 0)),
        (0, f.PressureSet(first, 0, 1, "room", "step")),
        (0, walks("berit", [(0.0, 0.0)])),
        (500, admitted("t1", "Nora", "therapist", None)),
        (1000, admitted("c1", "Kim", "client", 0)),
        (2000, phase("running", "start")),
        (2000, f.BeatBegan("arrive", {"nb": "Dere venter", "en": "You wait"})),
        (2000, f.HelpGiven("shown", {"nb": "Ja", "en": "Yes"}, "waiting", "room")),
        (3000, said("berit", "Hei, venter du også?", 2000)),
        (8000, said("c1", "Ja, jeg venter", 1500)),
        (10_000, said("berit", "Bussen kommer snart.", 2000, answers=10, reply="soon")),
        (11_000, phase("calm", "stop", by="c1")),
        (15_000, phase("running", "continue")),
        (17_000, f.HelpAsked("c1")),
        (18_000, said("c1", "Når går bussen hit?", 1400, meaning="when")),
        (20_000, f.GoalReached("asked", {"nb": "Jeg spurte", "en": "I asked"})),
        (21_000, f.Marked("t1", "Spurte selv")),
        (22_000, f.PressureSet(second, 1, 2, "t1", "step")),
        (22_000, walks("berit", [(0.0, 0.0), (0.0, -1.15)])),
        (24_000, f.BeatBegan("board", {"nb": "Bussen er her", "en": "The bus is here"})),
        (25_000, f.CeilingSet("closeness", 2, "c1")),
        (26_000, phase("ended", "end")),
        (26_000, f.Left("c1", "ended")),
    )


def poses_of(*shown: tuple[int, int, Joint]) -> Poses:
    """Time, body and head of each row."""
    rows = [bytes((body,)) + pack_pose(head, flat=True)[1:] for _, body, head in shown]
    return Poses(
        np.array([t for t, _, _ in shown], np.int64),
        np.array([body for _, body, _ in shown], np.uint8),
        np.frombuffer(b"".join(rows), np.uint8).reshape(-1, 32),
    )


def poses() -> Poses:
    kim = (0.0, 1.6, -2.0)
    return poses_of(
        (1000, 0, (kim, AWAY)), (4000, 0, (kim, TOWARDS)), (9000, 0, (kim, AWAY)), (17_000, 0, (kim, TOWARDS))
    )
