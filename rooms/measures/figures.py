"""Where avatars and people were over time, and whether they could be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from rooms.facts import Admitted, Left, Moved, Presence, Stamped
from rooms.measures.clock import SceneClock, Stretch
from rooms.measures.tracks import FOR_EVER, Floats, Mask, Times, Track
from rooms.motion import RIDE_M_S

EYES_STANDING_M = 1.6
EYES_SITTING_M = 1.2
"""Where an avatar's eyes are: as the pages draw it (`session/view.ts`)."""


class Figure(msgspec.Struct, frozen=True):
    """A head at the times asked for: metres float32[m, 3], and whether there was anybody to see bool[m]."""

    who: str
    head: Floats
    seen: Mask


def avatar_figures(facts: Sequence[Stamped], clock: SceneClock, times: Times) -> list[Figure]:
    """Every avatar that ever moved. One on its way out is seen until it has arrived; one inside a bus is not."""
    moves: dict[str, list[tuple[int, Moved]]] = {}
    for stamped in facts:
        if isinstance(stamped.fact, Moved):
            moves.setdefault(stamped.fact.avatar, []).append((stamped.t, stamped.fact))
    return [_walked(avatar, some, clock, times) for avatar, some in sorted(moves.items())]


def _walked(avatar: str, moves: list[tuple[int, Moved]], clock: SceneClock, times: Times) -> Figure:
    head = np.zeros((len(times), 3), np.float32)
    seen = np.zeros(len(times), np.bool_)
    for number, (start, move) in enumerate(moves):
        end = moves[number + 1][0] if number + 1 < len(moves) else FOR_EVER
        now = (times >= start) & (times < end)
        gone = clock.scene(times[now]) - clock.scene(np.array([start], np.int64))
        head[now], arrived = _along(move, gone / 1000 * move.speed)
        seen[now] = (arrived & move.present) | (~arrived & (move.speed <= RIDE_M_S))
    return Figure(avatar, head, seen)


def _along(move: Moved, metres: NDArray[np.float64]) -> tuple[Floats, Mask]:
    """Heads after so many metres of the walk, and whether it was over: the arithmetic of `motion.standing_at`."""
    path = np.array(move.path, np.float64)
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
    height = EYES_SITTING_M if move.posture == "sit" else EYES_STANDING_M
    x, z = (np.interp(metres, lengths, path[:, axis]) for axis in (0, 1))
    head = np.stack([x, np.full(len(metres), height), z], axis=1).astype(np.float32)
    return head, metres >= lengths[-1]


def here_stretches(facts: Sequence[Stamped], person: str) -> list[Stretch]:
    """When `person` was in the room with a line that stood."""
    found: list[Stretch] = []
    inside, here, since = False, True, 0
    for stamped in facts:
        fact = stamped.fact
        if not isinstance(fact, Admitted | Left | Presence) or fact.person != person:
            continue
        if inside and here:
            found.append((since, stamped.t))
        if isinstance(fact, Presence):
            here = fact.here
        else:
            inside = isinstance(fact, Admitted)
        since = stamped.t
    if inside and here:
        found.append((since, FOR_EVER))
    return [(start, end) for start, end in found if end > start]


def within(times: Times, stretches: Sequence[Stretch]) -> Mask:
    """Which of `times` lie in one of the stretches, bool[n]."""
    inside = np.zeros(len(times), np.bool_)
    for start, end in stretches:
        inside |= (times >= start) & (times < end)
    return inside


def person_figures(
    facts: Sequence[Stamped], tracks: Mapping[str, Track], times: Times, but: str | None = None
) -> list[Figure]:
    """Everyone with a track, except `but`."""
    figures = []
    for person, track in sorted(tracks.items()):
        if person != but:
            head, _, known = track.at(times)
            figures.append(Figure(person, head, known & within(times, here_stretches(facts, person))))
    return figures
