"""Where heads were over time: the rows of the stream as columns of metres, one track a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from rooms.facts import Admitted, Left, Stamped

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]
Times = NDArray[np.int64]
Mask = NDArray[np.bool_]


class PoseColumns(Protocol):
    """Rows of poses as they were shown to everyone, in order of time."""

    @property
    def t(self) -> Times:
        """Room ms, int64[n]."""

    @property
    def body(self) -> Bytes:
        """Whose row it is, uint8[n]."""

    @property
    def rows(self) -> Bytes:
        """The rows as on the wire (`rooms/bodies.py`), uint8[n, 32]."""


class Poses(msgspec.Struct, frozen=True):
    """See `PoseColumns`."""

    t: Times
    body: Bytes
    rows: Bytes


class Track(msgspec.Struct, frozen=True):
    """One person's head. A pose holds until the next one: the stream is silent while nobody moves."""

    t: Times
    """Room ms, rising, int64[n]."""
    head: Floats
    """Metres, +y up, float32[n, 3]."""
    forward: Floats
    """The way the head faces, as a unit vector, float32[n, 3]."""

    def at(self, times: Times) -> tuple[Floats, Floats, Mask]:
        """Head, forward and whether anything was known yet, at `times` (room ms, int64[m])."""
        held = np.searchsorted(self.t, times, side="right") - 1
        known = held >= 0
        if not len(self.t):
            nowhere = np.zeros((len(times), 3), np.float32)
            return nowhere, nowhere, known
        held = np.maximum(held, 0)
        return self.head[held], self.forward[held], known


class BodyHeld(msgspec.Struct, frozen=True):
    """From when until when (room ms, the end not included) `body` was the person's: numbers are given out again."""

    person: str
    body: int
    from_ms: int
    until_ms: int


FOR_EVER = 2**53


def bodies_held(facts: Sequence[Stamped]) -> list[BodyHeld]:
    """Who had which body when, in order of time."""
    held: list[BodyHeld] = []
    now: dict[str, tuple[int, int]] = {}
    for stamped in facts:
        fact = stamped.fact
        if isinstance(fact, Admitted | Left) and fact.person in now:
            body, since = now.pop(fact.person)
            held.append(BodyHeld(fact.person, body, since, stamped.t))
        if isinstance(fact, Admitted) and fact.body is not None:
            now[fact.person] = (fact.body, stamped.t)
    held += [BodyHeld(person, body, since, FOR_EVER) for person, (body, since) in now.items()]
    return sorted(held, key=lambda one: one.from_ms)


def tracks_of(facts: Sequence[Stamped], poses: PoseColumns) -> Mapping[str, Track]:
    """The track of each person who had a body, by person id. Rows of bodies that were nobody's are left out."""
    parts: dict[str, list[Track]] = {}
    for held in bodies_held(facts):
        theirs = (poses.body == held.body) & (poses.t >= held.from_ms) & (poses.t < held.until_ms)
        head, turn = heads(poses.rows[theirs])
        parts.setdefault(held.person, []).append(Track(poses.t[theirs], head, forward(turn)))
    return {person: _joined(some) for person, some in parts.items()}


def _joined(parts: list[Track]) -> Track:
    return Track(
        np.concatenate([part.t for part in parts]),
        np.concatenate([part.head for part in parts]),
        np.concatenate([part.forward for part in parts]),
    )


def heads(rows: Bytes) -> tuple[Floats, Floats]:
    """Positions in metres float32[n, 3] and unit quaternions x, y, z, w float32[n, 4] of the heads of pose rows."""
    return joints(rows, 2)


def joints(rows: Bytes, offset: int) -> tuple[Floats, Floats]:
    """As `heads`, of the joint whose ten bytes begin at `offset`; the arithmetic of `bodies.unpack_joint`."""
    places = np.ascontiguousarray(rows[:, offset : offset + 6]).view("<i2").astype(np.float32) / np.float32(1000)
    packed = np.ascontiguousarray(rows[:, offset + 6 : offset + 10]).view("<u4").ravel().astype(np.int64)
    largest = packed >> 30
    small = np.stack([(packed >> shift & 1023) / 1023 - 0.5 for shift in (20, 10, 0)], axis=1) / 0.5**0.5
    last = np.sqrt(np.maximum(0.0, 1.0 - (small**2).sum(axis=1)))
    full = np.empty((len(rows), 4))
    number = np.arange(4)
    for index in range(4):
        some = largest == index
        full[np.ix_(some, number[number != index])] = small[some]
        full[some, index] = last[some]
    full /= np.linalg.norm(full, axis=1, keepdims=True)
    return places, full.astype(np.float32)


def forward(turn: Floats) -> Floats:
    """Where heads turned by the quaternions `turn` float32[n, 4] face: unit vectors; unturned they face along -z."""
    x, y, z, w = turn.T
    return np.stack([-2 * (x * z + w * y), 2 * (w * x - y * z), 2 * (x * x + y * y) - 1], axis=1).astype(np.float32)
