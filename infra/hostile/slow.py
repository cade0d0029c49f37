"""What those who do not read cost everybody else in their room: a real server in a process of its own.

    python -m infra.hostile.slow --seconds 30

Three people: one reads nothing, one reads a byte a second, one answers pings and never acknowledges; each comes again
after six seconds or when they notice that they were cut. Prints, as JSON, how often they came and were cut, and how
long a therapist in the same room waited for each answer, alone and beside them.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final

import aiohttp
import msgspec
import numpy as np

from infra.hostile.run import ALONE_S, Honest, Staff
from infra.hostile.wire import FACTS, PING, PONG, TEXT, Wire
from infra.load.fact_member import FactMember
from infra.load.server_process import ServerProcess, start_server
from server.supervision import Supervisor

CONNECT: Final = 0
EVENT: Final = 2
BUFFER: Final = 4096
VISIT_S: Final = 6.0
WHISPERS_A_SECOND: Final = 10
FREED_S: Final = 10.0


class Beside(msgspec.Struct, frozen=True):
    """What is printed: visits of slow ones and how many were cut, files left open, and the therapist's waits in ms."""

    visits: int
    cuts: int
    files_growth: int
    alone_ms_p99: float
    beside_ms_p50: float
    beside_ms_p99: float


async def reads_nothing(wire: Wire) -> None:
    await asyncio.Event().wait()


async def reads_a_byte_a_second(wire: Wire) -> None:
    while True:
        await asyncio.get_running_loop().sock_recv(wire.bare, 1)
        await asyncio.sleep(1.0)


async def answers_pings_alone(wire: Wire) -> None:
    while await asyncio.get_running_loop().sock_recv(wire.bare, 65536):
        await wire.frame(b"3", TEXT)
        await wire.frame(b"", PONG)
        await wire.frame(b"", PING)


Behaviour = Callable[[Wire], Awaitable[None]]
BEHAVIOURS: Final[tuple[Behaviour, ...]] = (reads_nothing, reads_a_byte_a_second, answers_pings_alone)


class Slow:
    """Keeps slow ones in the room, and counts their visits. Whether one was cut they cannot tell: they do not read."""

    def __init__(self, base: str) -> None:
        self.visits = 0
        self._base = base

    async def come(self, seat: str, behave: Behaviour) -> None:
        """Until cancelled."""
        while True:
            wire = await Wire.upgrade(self._base, FACTS, receive_buffer=BUFFER)
            try:
                await wire.packet(CONNECT, {"protocol": 1, "seat": seat})
                async with asyncio.timeout(VISIT_S):
                    await behave(wire)
            except (TimeoutError, OSError):
                pass  # the visit is over, or it was cut
            finally:
                self.visits += 1
                wire.close()


async def whisper(therapist: FactMember, people: list[str]) -> None:
    """As much as a whisper holds, to each in turn, so that what is not read adds up. Until cancelled."""
    while True:
        for person in people:
            await therapist.ask(type="whisper", to=person, text="😀" * 400)
            await asyncio.sleep(1 / WHISPERS_A_SECOND)


async def measure(server: ServerProcess, seconds: float) -> Beside:
    """Watches for `seconds`. The server should be fresh."""
    tasks = Supervisor("slow ones")
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        staff = Staff(http, server.base)
        await staff.post("/api/sign-in", secret=server.secret)
        room = await staff.room()
        therapist = await _come_in(http, server.base, None, room, tasks)
        people = []
        seats = await staff.seats(room, len(BEHAVIOURS))
        for seat in seats:
            guest = await _come_in(http, server.base, seat, None, tasks)
            await guest.ask(type="knock", name="Guest", look="sol", language="en")
            await therapist.ask(type="admit", person=guest.you)
            people.append(guest.you)
            await guest.close()
        honest, slow = Honest(therapist), Slow(server.base)
        tasks.start("asks", honest.go_on())
        tasks.start("whispers", whisper(therapist, people))
        try:
            await asyncio.sleep(ALONE_S)
            alone, files, cuts = honest.take(), server.open_files(), await staff.count("proverom_cut_total")
            beside = Supervisor("beside")
            for seat, behave in zip(seats, BEHAVIOURS, strict=True):
                beside.start("slow", slow.come(seat, behave))
            await asyncio.sleep(seconds)
            took = honest.take()
            await beside.close()
            await asyncio.sleep(FREED_S)
            return Beside(
                slow.visits, await staff.count("proverom_cut_total") - cuts, server.open_files() - files,
                *(round(float(np.percentile(*one)), 2) for one in ((alone, 99), (took, 50), (took, 99))),
            )  # fmt: skip
        finally:
            await tasks.close()
            await therapist.close()


async def _come_in(
    http: aiohttp.ClientSession, base: str, seat: str | None, room: str | None, tasks: Supervisor
) -> FactMember:
    member = FactMember(http, base, time.perf_counter, lambda at, words: None)
    await member.connect(seat, room)
    tasks.start("reads", member.run())
    await member.ready()
    return member


async def run(seconds: float) -> Beside:
    """Starts a server, fills a room with slow ones, and stops it."""
    server = await start_server(core=None, most_rooms=4)
    try:
        return await measure(server, seconds)
    finally:
        await server.stop()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=30.0)
    print(msgspec.json.encode(asyncio.run(run(parser.parse_args().seconds))).decode())


if __name__ == "__main__":
    main()
