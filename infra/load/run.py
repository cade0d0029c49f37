"""One run: rooms are filled, everyone moves and now and then speaks, and what arrived is counted."""

from __future__ import annotations

import asyncio
import gc
import os
import random
import time
from collections.abc import Callable
from heapq import heapify, heapreplace
from typing import Final

import msgspec
import numpy as np

from infra.load.figures import Floats, latencies, percentile_ms
from infra.load.fill import Clinic, LoadRoom, Member, everyone
from infra.load.server_process import ServerProcess, cpu_seconds

POSES_A_SECOND: Final = 20
LINE_EVERY_S: Final = 5.0
SETTLE_S: Final = 3.0
"""Before the figures begin: newcomers' first pictures and the scenes' first words."""
REST_S: Final = 0.001
"""A packet may wait this long before it is stamped; it counts as late for it."""
LAST_PACKETS_S: Final = 1.0
MOST_OWN_SHARE: Final = 0.9
"""A run in which the generator's own core is busier than this measured the generator."""


class Figures(msgspec.Struct, frozen=True):
    """What `proverom bench rooms` prints. Latencies in ms, of poses to every other member and of spoken lines."""

    rooms: int
    members: int
    seconds: float
    latency_ms_p50: float
    latency_ms_p95: float
    latency_ms_p99: float
    cpu_share: float
    down_bytes_per_client_s: float
    delivered_share: float
    company: int
    line_every_s: float
    line_ms_p50: float
    line_ms_p99: float
    lines_heard_share: float
    generator_cpu_share: float
    memory_mb: float
    memory_empty_mb: float
    counts: bool

    def passes(self, within_ms: float) -> bool:
        """Whether this many rooms are held: p99 within the limit, nothing to speak of lost, and the run counts."""
        return self.counts and self.latency_ms_p99 < within_ms and self.delivered_share >= 0.97


class Lines:
    """Spoken lines on their way: each has words of its own, which tell when it was asked."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._asked: dict[str, float] = {}
        self._due: dict[str, int] = {}
        self.seconds: list[float] = []

    def ask(self, members: int) -> str:
        words = f"When does the bus to the centre go? {len(self._asked)}"
        self._asked[words], self._due[words] = self._clock(), members
        return words

    def heard(self, now: float, words: str) -> None:
        if words in self._asked:
            self.seconds.append(now - self._asked[words])

    def heard_share(self) -> float:
        due = sum(self._due.values())
        return round(len(self.seconds) / due, 4) if due else 1.0


async def measure(
    server: ServerProcess, rooms: int, members: int, seconds: float, company: int, line_every: float = LINE_EVERY_S
) -> Figures:
    """Fills `rooms` and measures for `seconds`. The server should be fresh, and this process on a core of its own.

    `line_every`: seconds between two lines of a room's client; 0: nobody speaks.
    """
    clock = time.perf_counter
    lines = Lines(clock)
    empty = server.memory_bytes()
    clinic = Clinic(server.base, server.secret, clock, lines.heard, keep=True)
    try:
        await clinic.sign_in()
        filled = await clinic.fill(rooms, members, company)
        gc.collect()
        gc.freeze()
        gc.disable()
        await move(list(everyone(filled)), SETTLE_S, [], lines)
        since, cpu, own = clock(), server.cpu_seconds(), cpu_seconds(os.getpid())
        down = sum(member.bytes_down() for member in everyone(filled))
        await move(list(everyone(filled)), seconds, filled, lines, line_every)
        until, cpu, own = clock(), server.cpu_seconds() - cpu, cpu_seconds(os.getpid()) - own
        down = sum(member.bytes_down() for member in everyone(filled)) - down
        memory = server.memory_bytes()
        await asyncio.sleep(LAST_PACKETS_S)
        found, due = _latencies(filled, since, until)
    finally:
        gc.unfreeze()
        gc.enable()
        await clinic.close()
    took, heard = until - since, np.array(lines.seconds)
    return Figures(
        rooms=rooms, members=members, seconds=round(took, 2), latency_ms_p50=percentile_ms(found, 50),
        latency_ms_p95=percentile_ms(found, 95), latency_ms_p99=percentile_ms(found, 99),
        cpu_share=round(cpu / took, 3),
        down_bytes_per_client_s=round(down / took / (rooms * members), 1),
        delivered_share=round(len(found) / due, 4) if due else 1.0, company=company,
        line_every_s=line_every,
        line_ms_p50=percentile_ms(heard, 50), line_ms_p99=percentile_ms(heard, 99),
        lines_heard_share=lines.heard_share(), generator_cpu_share=round(own / took, 3),
        memory_mb=round(memory / 1e6, 2), memory_empty_mb=round(empty / 1e6, 2), counts=own / took <= MOST_OWN_SHARE,
    )  # fmt: skip


async def move(
    members: list[Member], seconds: float, rooms: list[LoadRoom], lines: Lines, line_every: float = LINE_EVERY_S
) -> None:
    """Everyone sends 20 poses a second, each at their own moment; the client of each of `rooms` speaks now and then."""
    start, step = time.perf_counter(), 1 / POSES_A_SECOND / len(members)
    order = random.Random(1).sample(members, len(members))
    chance = random.Random(2)
    talk = [(chance.uniform(0, line_every), number) for number in range(len(rooms))] if line_every else []
    heapify(talk)
    sent = 0
    async with asyncio.TaskGroup() as asking:
        while (now := time.perf_counter() - start) < seconds:
            due = int(now / step)
            for number in range(sent, due):
                order[number % len(order)].stream.send_pose()
            sent = due
            while talk and talk[0][0] <= now:
                _, number = heapreplace(talk, (talk[0][0] + line_every, talk[0][1]))
                room = rooms[number]
                asking.create_task(room.members[0].facts.ask(type="say", text=lines.ask(len(room.members))))
            _rest()
            await asyncio.sleep(0)


def _rest() -> None:
    """Sleeps with the loop: were that waiting for packets, the server would pay for waking it at each of them."""
    time.sleep(REST_S)


def _latencies(filled: list[LoadRoom], since: float, until: float) -> tuple[Floats, int]:
    """Of every member of every room: how long each other's poses took, and how many there should have been."""
    found, due = [], 0
    for room in filled:
        sent = {member.facts.body: np.array(member.stream.sent_at) for member in room.members}
        for member in room.members:
            took, expected = latencies(member.received, member.facts.body, sent, since, until)
            found.append(took)
            due += expected
    return (np.concatenate(found) if found else np.empty(0)), due
