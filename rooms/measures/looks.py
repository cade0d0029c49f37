"""Looks and nearness: how long the client faced somebody's head, and how near the nearest body was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from rooms.facts import Stamped
from rooms.measures.clock import SceneClock
from rooms.measures.figures import Figure, avatar_figures, here_stretches, person_figures, within
from rooms.measures.tracks import Floats, Mask, Times, Track

STEP_MS: Final = 100
"""How close together the moments are at which it is looked where everybody is."""
LOOK_DEGREES: Final = 15.0
"""One faces a head when it is within this angle of the way one's own head faces. The eyes are not known; when heads are
free to turn, 83 % of eye movements to the next thing are smaller than this (Malinov et al. 2000, doi
10.1016/S0042-6989(00)00063-8)."""
SAME_LOOK_MS: Final = 300
"""A break shorter than this is part of the look [own]."""
NOBODY: Final = -1


class Look(msgspec.Struct, frozen=True):
    """A time during which the client faced the head of `whom` (room ms)."""

    from_ms: int
    until_ms: int
    whom: str


class Looks(msgspec.Struct, frozen=True):
    looks: list[Look]
    looked_ms: int
    known_ms: int
    """How long the scene ran with the client's head known and somebody there to look at."""
    by_face: dict[str, int]
    """Ms of looks by whom they went to."""

    @property
    def share(self) -> float | None:
        """`looked_ms / known_ms`, 0-1; None when there was nobody to look at."""
        return self.looked_ms / self.known_ms if self.known_ms else None


class Nearness(msgspec.Struct, frozen=True):
    """Metres over the floor from the client's head to the nearest other, each second of the scene (the least of it)."""

    t: list[int]
    metres: list[float]
    who: list[str]

    @property
    def least(self) -> float | None:
        return min(self.metres, default=None)

    @property
    def median(self) -> float | None:
        return float(np.median(self.metres)) if self.metres else None


class Surroundings(msgspec.Struct, frozen=True):
    """The client's head and everyone else's at the same moments, `STEP_MS` apart while the scene ran."""

    times: Times
    head: Floats
    forward: Floats
    known: Mask
    others: list[Figure]


def surroundings(
    facts: Sequence[Stamped], tracks: Mapping[str, Track], client: str, clock: SceneClock
) -> Surroundings | None:
    """None when the client had no body."""
    track = tracks.get(client)
    if track is None or not len(track.t):
        return None
    times = clock.grid(STEP_MS)
    head, forward, known = track.at(times)
    others = avatar_figures(facts, clock, times) + person_figures(facts, tracks, times, but=client)
    return Surroundings(times, head, forward, known & within(times, here_stretches(facts, client)), others)


def looks_at_faces(around: Surroundings) -> Looks:
    """Of several heads within the angle, the one nearest to the middle is looked at."""
    straight = np.full(len(around.times), np.cos(np.radians(LOOK_DEGREES)))
    whom = np.full(len(around.times), NOBODY)
    someone = np.zeros(len(around.times), np.bool_)
    for number, figure in enumerate(around.others):
        towards = figure.head.astype(np.float64) - around.head
        far = np.maximum(np.linalg.norm(towards, axis=1), 1e-9)
        cosine = (towards * around.forward).sum(axis=1) / far
        nearer = around.known & figure.seen & (cosine >= straight)
        whom[nearer], straight[nearer] = number, cosine[nearer]
        someone |= around.known & figure.seen
    found = _as_looks(around.times, whom, [figure.who for figure in around.others])
    by_face: dict[str, int] = {}
    for look in found:
        by_face[look.whom] = by_face.get(look.whom, 0) + look.until_ms - look.from_ms
    return Looks(found, sum(by_face.values()), int(someone.sum()) * STEP_MS, by_face)


def _as_looks(times: Times, whom: NDArray[np.int_], names: list[str]) -> list[Look]:
    """Runs of the same face, with short breaks closed; the scene standing still ends a look."""
    found: list[Look] = []
    breaks = np.flatnonzero((np.diff(whom) != 0) | (np.diff(times) != STEP_MS)) + 1
    for start, end in pairwise([0, *breaks.tolist(), len(times)]):
        if start == end or whom[start] == NOBODY:
            continue
        look = Look(int(times[start]), int(times[end - 1]) + STEP_MS, names[whom[start]])
        last = found[-1] if found else None
        if last and last.whom == look.whom and look.from_ms - last.until_ms < SAME_LOOK_MS:
            found[-1] = msgspec.structs.replace(last, until_ms=look.until_ms)
        else:
            found.append(look)
    return found


def nearness(around: Surroundings) -> Nearness:
    """Seconds in which nobody else was there are left out."""
    if not around.others or not len(around.times):
        return Nearness([], [], [])
    metres = np.full((len(around.others), len(around.times)), np.inf)
    for number, figure in enumerate(around.others):
        apart = np.hypot(figure.head[:, 0] - around.head[:, 0], figure.head[:, 2] - around.head[:, 2])
        seen = around.known & figure.seen
        metres[number, seen] = apart[seen]
    least, nearest = metres.min(axis=0), metres.argmin(axis=0)
    seconds = around.times // 1000
    result = Nearness([], [], [])
    for some in np.split(np.arange(len(seconds)), np.flatnonzero(np.diff(seconds)) + 1):
        best = some[least[some].argmin()]
        if np.isfinite(least[best]):
            result.t.append(int(around.times[best]))
            result.metres.append(round(float(least[best]), 3))
            result.who.append(around.others[nearest[best]].who)
    return result
