"""From what each member sent and received to the figures of a run. Pure."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from rooms.bodies import POSE_BYTES, TICK, TICK_HEAD

_NUMBER_AT: Final = POSE_BYTES - 4
BODIES: Final = 256

Floats = npt.NDArray[np.float64]


def arrivals(received: list[tuple[float, bytes]]) -> tuple[Floats, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """When each pose arrived (s), whose it was (body) and its number, one row a pose, in the order of arrival."""
    ticks = [(at, packet) for at, packet in received if packet and packet[0] == TICK]
    joined = b"".join(packet[TICK_HEAD.size :] for _, packet in ticks)
    rows = np.frombuffer(joined, np.uint8).reshape(-1, POSE_BYTES)
    counts = np.array([packet[1] for _, packet in ticks], np.int64)
    at = np.repeat(np.array([at for at, _ in ticks], np.float64), counts)
    numbers = np.ascontiguousarray(rows[:, _NUMBER_AT:]).view("<u4").ravel().astype(np.int64)
    return at, rows[:, 0].astype(np.int64), numbers


def latencies(
    received: list[tuple[float, bytes]], own_body: int, sent: dict[int, Floats], since: float, until: float
) -> tuple[Floats, int]:
    """For one member: seconds from sending to arrival of each other's pose sent in `since`..`until`, and how many of
    them there should have been. `sent` gives each body's times of sending by number; a pose counts once."""
    at, bodies, numbers = arrivals(received)
    found, due = [], 0
    for body, times in sent.items():
        if body == own_body:
            continue
        due += int(np.count_nonzero((times >= since) & (times < until)))
        mine = (bodies == body) & (numbers < len(times))
        first, which = np.unique(numbers[mine], return_index=True)
        start = times[first]
        counted = (start >= since) & (start < until)
        found.append((at[mine][which] - start)[counted])
    return (np.concatenate(found) if found else np.empty(0)), due


def percentile_ms(seconds: Floats, share: float) -> float:
    """A percentile in ms, rounded to 0.01; 0 when there is nothing."""
    return round(float(np.percentile(seconds, share)) * 1000, 2) if len(seconds) else 0.0
