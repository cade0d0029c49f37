"""A made-up session to be recorded: people who stand, sway, gesture and walk with a headset on, and a room that talks.

Nobody's movement is copied. Places are sums of slow waves, faster ones while a hand gestures, and the half millimetre
by which a tracked headset trembles; so every row differs from the last, which is the hard case for a recording.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from rooms.axes import AXES, Language
from rooms.bodies import LEFT, POSE_BYTES, RIGHT, TICK, TICK_HEAD
from rooms.decide import open_room
from rooms.facts import Admitted, Fact, Gestured, HeardAs, Looked, PhaseChanged, Said, Stamped, Stood
from rooms.fold import apply
from rooms.refusals import Refusal
from rooms.scenario_file import library, load_general, load_place, load_scenario
from rooms.script import Script
from rooms.state import RoomState

Floats = npt.NDArray[np.float64]
HANDS_M: Final = ((-0.25, -0.55, 0.1), (0.25, -0.55, 0.1))
TREMBLE_M: Final = 0.0005
WAVES: Final = 6
LINES: Final = (
    "Unnskyld, vet du når bussen til sentrum går?", "Nei, det vet jeg ikke.", "Den går om fem minutter, tror jeg.",
    "Takk skal du ha.", "Har du ventet lenge?", "Ja, en stund. Det er kaldt i dag.", "Skal du også til sykehuset?",
)  # fmt: skip


class Movement:
    """How `people` move. `seed` decides all of it."""

    def __init__(self, people: int, seed: int) -> None:
        chance = np.random.default_rng(seed)
        shape = (people, 3, 3, WAVES)
        self._chance = chance
        self._speed = 2 * np.pi * chance.uniform(0.05, 0.6, shape)
        self._phase = chance.uniform(0, 2 * np.pi, shape)
        self._reach = chance.uniform(0.2, 1.0, shape) * np.array([0.04, 0.06, 0.06])[None, :, None, None] / WAVES * 2
        self._home = np.zeros((people, 3, 3))
        self._home[:, :, 0] = np.linspace(-3, 3, people)[:, None]
        self._home[:, :, 1] = 1.65
        self._home[:, 1:] += np.array(HANDS_M)
        self._gesture = chance.uniform(0, 2 * np.pi, people)
        self._turn = chance.uniform(0.02, 0.3, (people, 3, 3))

    def rows(self, t_ms: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
        """times × people × 32 bytes, as in a tick."""
        t = t_ms[:, None, None, None] / 1000
        waves = self._reach * np.sin(t[..., None] * self._speed + self._phase)
        places = self._home + waves.sum(axis=-1)
        places[..., 0] += 0.8 * np.sin(t[..., 0] / 20 + self._gesture[:, None])
        busy = np.maximum(0.0, np.sin(t[..., 0] / 5 + self._gesture[:, None]) - 0.4)
        places[:, :, 1:, 1] += 0.25 * busy * np.sin(t[..., 0] * 6 + self._gesture[:, None])
        places += self._chance.normal(0, TREMBLE_M, places.shape)
        angles = self._turn * np.sin(t[..., 0, None] * 0.9 + self._phase[..., 0])
        angles += self._chance.normal(0, 0.001, angles.shape)
        return _packed(places, _quaternions(angles))


def _quaternions(angles: Floats) -> Floats:
    """x, y, z, w from three small turns."""
    x, y, z = np.moveaxis(np.sin(angles / 2), -1, 0)
    w = np.sqrt(np.maximum(0.0, 1.0 - x * x - y * y - z * z))
    return np.stack([x, y, z, w], axis=-1)


def _packed(places: Floats, turns: Floats) -> npt.NDArray[np.uint8]:
    times, people = places.shape[:2]
    rows = np.zeros((times, people, POSE_BYTES), np.uint8)
    rows[..., 0] = np.arange(people)
    rows[..., 1] = LEFT | RIGHT
    joints = rows[..., 2:].reshape(times, people, 3, 10)
    joints[..., :6] = np.ascontiguousarray(np.round(places * 1000).astype("<i2")).view(np.uint8)
    small = np.round((turns[..., :3] * 0.5**0.5 + 0.5) * 1023).astype(np.uint32)
    packed = np.uint32(3 << 30) | small[..., 0] << np.uint32(20) | small[..., 1] << np.uint32(10) | small[..., 2]
    joints[..., 6:] = np.ascontiguousarray(packed[..., None].astype("<u4")).view(np.uint8)
    rows[..., 2:] = joints.reshape(times, people, 30)
    return rows


def ticks(movement: Movement, from_ms: int, until_ms: int, every_ms: int) -> list[tuple[int, bytes]]:
    """The time and the TICK packet of each tick in which everybody moves."""
    t_ms = np.arange(from_ms, until_ms, every_ms)
    rows = movement.rows(t_ms)
    people = rows.shape[1]
    return [
        (t, TICK_HEAD.pack(TICK, people, 0, t) + packed.tobytes())
        for t, packed in zip(t_ms.tolist(), rows, strict=True)
    ]


def bus_stop() -> Script:
    scenario = load_scenario(library()["bus_stop"])
    return Script(scenario, load_general(), load_place(scenario.place))


class MadeUpRoom:
    """A room with `people` in it, more than a real one takes if asked for; its log is written by hand."""

    def __init__(self, people: int) -> None:
        opening = open_room(bus_stop(), "nb", dict.fromkeys(AXES, 4))
        if isinstance(opening, Refusal):
            raise ValueError(opening.code)
        self.state = RoomState()
        self._people = [f"c{number:08x}" for number in range(people)]
        for fact in opening:
            self.happen(0, fact)
        for body, who in enumerate(self._people):
            self.happen(0, Admitted(who, "client", f"Navn {body}", "tor", "nb", who, body, (body / 4, 0.0), 0.0))
        self.happen(0, PhaseChanged("running", self._people[0], "start"))

    def happen(self, t: int, fact: Fact) -> Stamped:
        stamped = Stamped(self.state.seq + 1, t, fact)
        apply(self.state, stamped)
        return stamped

    def second(self, number: int) -> Iterator[list[Stamped]]:
        """What happens in second `number`: glances and steps, and every four seconds a line with its answer."""
        t, who = number * 1000, self._people[number % len(self._people)]
        avatar = list(self.state.avatars)[number % 2]
        yield [self.happen(t + 100, Looked(avatar, who)), self.happen(t + 100, Stood(who, (number % 7 / 4, 1.0), 90.0))]
        if number % 4 == 0:
            line = self.happen(t + 300, Said(who, {"nb": LINES[number % 7]}, "nb", "person", 1800))
            yield [line, self.happen(t + 300, HeardAs(line.seq, "ask_time", 0.8))]
        if number % 4 == 2:
            words: dict[Language, str] = {"nb": LINES[number % 5], "en": "The bus is four minutes late today."}
            last = self.state.lines[-1].seq
            said = Said(avatar, words, "nb", "authored", 2000, reply="late", answers=last)
            yield [self.happen(t + 500, said), self.happen(t + 500, Gestured(avatar, "nod"))]
