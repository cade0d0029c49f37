"""What hostile input costs a server: a real one in a process of its own, the attack in another, an honest room beside.

    python -m infra.hostile.run --frames 30000

Prints, as JSON, how its memory, files and tasks have grown, and how long an honest person in
another room waited for an answer, alone and during the attack.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from typing import Any, Final

import aiohttp
import msgspec
import numpy as np

from infra.check_size import ROOT
from infra.hostile.attack import SENDERS
from infra.load.fact_member import FactMember
from infra.load.fill import CEILING
from infra.load.server_process import ServerProcess, start_server
from server.supervision import Supervisor

WARM_UP: Final = 0.2
"""Share of the frames before memory is looked at: what is loaded once is no growth."""
ASKS_A_SECOND: Final = 20
ALONE_S: Final = 5.0
FREED_S: Final = 7.0
"""After which nothing of the attack is left: tickets may be, which end by themselves."""


class Cost(msgspec.Struct, frozen=True):
    """What is printed."""

    frames: int
    seconds: float
    memory_growth_mb: float
    files_growth: int
    tasks_growth: int
    alone_ms_p99: float
    attacked_ms_p50: float
    attacked_ms_p99: float
    ends: str


class Staff:
    """The console: signs in, opens rooms, makes codes, reads the figures."""

    def __init__(self, http: aiohttp.ClientSession, base: str) -> None:
        self.http = http
        self.base = base

    async def post(self, path: str, **body: Any) -> Any:
        async with self.http.post(f"{self.base}{path}", json=body, headers={"Origin": self.base}) as answer:
            answer.raise_for_status()
            return None if answer.status == 204 else await answer.json()

    async def room(self) -> str:
        made = await self.post("/api/sessions", scenario="bus_stop", language="en", ceiling=CEILING, step=1)
        return str(made["id"])

    async def seats(self, room: str, many: int) -> list[str]:
        codes = [(await self.post(f"/api/sessions/{room}/codes", role="peer"))["code"] for _ in range(many)]
        return [(await self.post("/api/join", code=code))["seat"] for code in codes]

    async def count(self, name: str) -> int:
        """A figure of /metrics, summed over its labels."""
        async with self.http.get(f"{self.base}/metrics") as answer:
            lines = (await answer.text()).splitlines()
        return sum(int(float(line.split()[-1])) for line in lines if line.startswith((f"{name} ", f"{name}{{")))


class Honest:
    """A therapist in a room of their own who marks moments, and how long each answer took, ms."""

    def __init__(self, member: FactMember) -> None:
        self._member = member
        self._took: list[float] = []

    async def go_on(self) -> None:
        """Until cancelled."""
        start = time.perf_counter()
        for number in range(sys.maxsize):
            await asyncio.sleep(max(0.0, start + number / ASKS_A_SECOND - time.perf_counter()))
            asked = time.perf_counter()
            await self._member.ask(type="mark", note="a moment")
            self._took.append((time.perf_counter() - asked) * 1000)

    def take(self) -> list[float]:
        """The times since the last call."""
        taken, self._took = self._took, []
        return taken


async def attack(base: str, frames: int, seed: int, seats: list[str]) -> str:
    """Runs the attack in a process of its own. Raises RuntimeError when it broke down: the server did not answer."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "infra.hostile.attack", base, str(frames), str(seed), *seats,
        cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    if process.returncode != 0:
        raise RuntimeError(f"the attack broke down:\n{err.decode()[-2000:]}")
    return out.decode().strip()


async def measure(server: ServerProcess, frames: int) -> Cost:
    """Attacks with `frames` frames and tells what it cost. The server should be fresh."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        staff = Staff(http, server.base)
        await staff.post("/api/sign-in", secret=server.secret)
        seats = await staff.seats(await staff.room(), SENDERS)
        member = FactMember(http, server.base, time.perf_counter, lambda at, words: None)
        await member.connect(None, await staff.room())
        honest = Honest(member)
        tasks = Supervisor("honest")
        tasks.start("reads", member.run())
        await member.ready()
        tasks.start("asks", honest.go_on())
        try:
            await asyncio.sleep(ALONE_S)
            alone = honest.take()
            files, running = server.open_files(), await staff.count("proverom_tasks")
            await attack(server.base, int(frames * WARM_UP), 1, seats)
            memory = server.memory_bytes()
            began = time.perf_counter()
            honest.take()
            ends = await attack(server.base, frames - int(frames * WARM_UP), 2, seats)
            seconds = time.perf_counter() - began
            attacked = honest.take()
            await asyncio.sleep(FREED_S)
            return Cost(
                frames, seconds, (server.memory_bytes() - memory) / 1e6,
                server.open_files() - files, await staff.count("proverom_tasks") - running,
                float(np.percentile(alone, 99)), float(np.percentile(attacked, 50)), float(np.percentile(attacked, 99)),
                ends,
            )  # fmt: skip
        finally:
            await tasks.close()
            await member.close()


async def run(frames: int) -> Cost:
    """Starts a server, attacks it and stops it."""
    server = await start_server(core=None, most_rooms=4)
    try:
        return await measure(server, frames)
    finally:
        await server.stop()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=30_000)
    print(msgspec.json.encode(asyncio.run(run(parser.parse_args().frames))).decode())


if __name__ == "__main__":
    main()
