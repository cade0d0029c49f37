"""Sends what `shapes.py` draws at both doors of a running server, each frame looked at before the next is sent.

    python -m infra.hostile.attack BASE FRAMES SEED SEAT...

Half of the senders have a seat; each goes on until it is cut and then comes again. Prints how often it was cut.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import Final

from infra.hostile.shapes import facts_frames, stream_frames
from infra.hostile.wire import FACTS, STREAM, Wire, frame, packet

SENDERS: Final = 20
STREAM_SHARE: Final = 5
"""One frame in so many goes to the stream."""
HANDLED: Final = 77_777
HANDLED_MARK: Final = packet(3, [{}], HANDLED)[-8:]
STILL: Final = frame(packet(2, ["still"], HANDLED))


async def handled(wire: Wire) -> bool:
    """Whether the server has come to the end of what was sent; False when it has closed."""
    with contextlib.suppress(ConnectionError):
        return (await wire.read_until(HANDLED_MARK)).endswith(HANDLED_MARK)
    return False


async def attack_facts(base: str, frames: Iterator[bytes], seat: str | None, ends: Counter[str]) -> None:
    """Sends all of `frames`, on as many connections as it takes."""
    wire: Wire | None = None
    for data in frames:
        if wire is None:
            wire = await Wire.upgrade(base, FACTS)
            if seat is not None:
                await wire.packet(0, {"protocol": 1, "seat": seat})
        with contextlib.suppress(ConnectionError):
            await wire.send(data + STILL)
        if seat is None or not await handled(wire):
            ends["facts: cut" if seat else "facts: left"] += 1
            wire.close()
            wire = None
        else:
            ends["facts: goes on"] += 1
    if wire is not None:
        wire.close()


async def ticket_for(base: str, seat: str) -> bytes:
    facts = await Wire.upgrade(base, FACTS)
    await facts.packet(0, {"protocol": 1, "seat": seat})
    await facts.packet(2, ["ticket"], HANDLED)
    await facts.read_until(b"\xa6ticket\xd9 ")
    ticket = await facts.read_until(b"\xa3nsp")
    facts.close()
    return ticket[:32]


async def attack_stream(base: str, frames: Iterator[bytes], seat: str, ends: Counter[str]) -> None:
    """Sends each of `frames` on a stream of its own, with a ticket of its own or one that was used."""
    for number, data in enumerate(frames):
        if number % 2 == 0:
            ticket = await ticket_for(base, seat)
        wire = await Wire.upgrade(base, STREAM)
        with contextlib.suppress(ConnectionError):
            await wire.send(frame(ticket) + data)
        ends["stream"] += 1
        wire.close()


async def attack(base: str, frames: int, seed: int, seats: list[str]) -> Counter[str]:
    """Sends `frames` frames from SENDERS senders at a time. Raises when the server no longer answers a handshake."""
    ends: Counter[str] = Counter()
    each = frames // SENDERS
    async with asyncio.TaskGroup() as tasks:
        for number in range(SENDERS):
            chance = Random(seed * 1000 + number)
            if number % STREAM_SHARE == 0:
                tasks.create_task(attack_stream(base, islice(stream_frames(chance), each), seats[number], ends))
            else:
                seat = seats[number] if number % 2 else None
                tasks.create_task(attack_facts(base, islice(facts_frames(chance), each), seat, ends))
    return ends


def main() -> None:
    base, frames, seed, *seats = sys.argv[1:]
    print(dict(asyncio.run(attack(base, int(frames), int(seed), seats))))


if __name__ == "__main__":
    main()
