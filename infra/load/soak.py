"""A long day in a short one: rooms of people who move, talk, are cut and come back, while the server is watched.

`python -m infra.load.soak --rooms 20 --members 8 --minutes 10 --json`. Before the figures begin everyone speaks five
times as often for `--warm-minutes`: what a room keeps has bounds (400 lines, two minutes of facts), and is full then.
Memory's growth is the slope of a straight line through the samples after that.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import time
from collections.abc import Sequence
from typing import Final

import aiohttp
import msgspec
import numpy as np
import uvloop
from prometheus_client.parser import text_string_to_metric_families

from infra.load.fill import Clinic, LoadRoom, everyone
from infra.load.run import Lines, move
from infra.load.server_process import ServerProcess, cores, pinned, start_server

SAMPLES: Final = 40
WARM_LINE_EVERY_S: Final = 1.0
CUT_EVERY_S: Final = 2.0


class Sample(msgspec.Struct, frozen=True):
    """What the server uses, `at` seconds after the start; lateness is the ticks' sum (ms) and number so far."""

    at: float
    memory_mb: float
    open_files: int
    late_sum_ms: float
    ticks: float


class Soaked(msgspec.Struct, frozen=True):
    """What a soak found: growth in MB an hour, and the ticks' mean lateness in the first and the last half, ms."""

    rooms: int
    members: int
    minutes: float
    came_back: int
    memory_mb_first: float
    memory_mb_last: float
    memory_growth_mb_h: float
    open_files_first: int
    open_files_last: int
    late_ms_first: float
    late_ms_last: float


class Cutter:
    """Cuts a member every two seconds and brings them back, so that coming and going is soaked too.

    Not the clients: they speak, and what is cut off in the middle only a page would say again.
    """

    def __init__(self, clinic: Clinic, rooms: Sequence[LoadRoom]) -> None:
        self.came_back = 0
        self._clinic = clinic
        self._members = [member for room in rooms for member in room.members[1:]]
        self._chance = random.Random(3)

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(CUT_EVERY_S)
            await self._clinic.come_back(self._chance.choice(self._members))
            self.came_back += 1


async def soak(server: ServerProcess, rooms: int, members: int, minutes: float, warm_minutes: float) -> Soaked:
    """Fills the rooms, lets them fill up, soaks, and looks at the server forty times meanwhile."""
    clock = time.perf_counter
    lines = Lines(clock)
    clinic = Clinic(server.base, server.secret, clock, lines.heard, keep=False)
    try:
        await clinic.sign_in()
        filled = await clinic.fill(rooms, members, company=1)
        cutter, samples = Cutter(clinic, filled), []
        async with asyncio.TaskGroup() as tasks:
            cutting = tasks.create_task(cutter.run())
            await move(list(everyone(filled)), warm_minutes * 60, filled, lines, WARM_LINE_EVERY_S)
            started = clock()
            moving = tasks.create_task(move(list(everyone(filled)), minutes * 60, filled, lines))
            while not moving.done():
                await asyncio.wait([moving], timeout=minutes * 60 / SAMPLES)
                samples.append(await _look(server, clock() - started))
            cutting.cancel()
    finally:
        await clinic.close()
    return summary(samples, rooms, members, cutter.came_back)


async def _look(server: ServerProcess, at: float) -> Sample:
    async with aiohttp.ClientSession() as http, http.get(f"{server.base}/metrics") as answer:
        found = {
            sample.name: sample.value
            for family in text_string_to_metric_families(await answer.text())
            for sample in family.samples
        }
    late, ticks = found["proverom_tick_late_seconds_sum"] * 1000, found["proverom_tick_late_seconds_count"]
    return Sample(at, server.memory_bytes() / 1e6, server.open_files(), late, ticks)


def summary(samples: Sequence[Sample], rooms: int, members: int, came_back: int) -> Soaked:
    """The figures of at least four samples."""
    slope, _ = np.polyfit([one.at for one in samples], [one.memory_mb for one in samples], 1)
    middle = len(samples) // 2
    return Soaked(
        rooms=rooms, members=members, minutes=round(samples[-1].at / 60, 2), came_back=came_back,
        memory_mb_first=round(samples[0].memory_mb, 2), memory_mb_last=round(samples[-1].memory_mb, 2),
        memory_growth_mb_h=round(float(slope) * 3600, 2),
        open_files_first=samples[0].open_files, open_files_last=samples[-1].open_files,
        late_ms_first=_late(samples[0], samples[middle]), late_ms_last=_late(samples[middle], samples[-1]),
    )  # fmt: skip


def _late(before: Sample, after: Sample) -> float:
    return round((after.late_sum_ms - before.late_sum_ms) / max(1.0, after.ticks - before.ticks), 3)


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description="Soak a real server.")
    parser.add_argument("--rooms", type=int, default=20)
    parser.add_argument("--members", type=int, default=8)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--warm-minutes", type=float, default=6)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    server_core, own_core = cores()

    async def run() -> Soaked:
        server = await start_server(server_core, asked.rooms)
        try:
            return await soak(server, asked.rooms, asked.members, asked.minutes, asked.warm_minutes)
        finally:
            await server.stop()

    with pinned(own_core):
        found = msgspec.to_builtins(uvloop.run(run()))
    print(json.dumps(found) if asked.json else "\n".join(f"{name:24} {value}" for name, value in found.items()))


if __name__ == "__main__":
    main(sys.argv[1:])
