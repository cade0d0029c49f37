"""Those who do not read, or do not say that they have: cut, freed, and nobody else waits. Small buffers."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import msgspec
import pytest

from rooms import intents as i
from rooms.people import Actor
from server import gateway
from server.app import Server
from server.sessions import Session
from server.supervision import Supervisor
from tests.live.live_client import CONNECT, EVENT, LiveClient
from tests.live.test_a_room import both_in_room
from tests.live.wire import FACTS, PING, PONG, TEXT, Wire, until

TOLD = 300
"""Whispers of 1.7 kB: more than the kernel and the transport hold for one who does not read."""


class Slow:
    """An observer in the room whose socket behaves as `behave` says, and everybody else."""

    def __init__(self, wire: Wire, actor: Actor, session: Session, others: tuple[LiveClient, LiveClient]) -> None:
        self.wire = wire
        self.actor = actor
        self.session = session
        self.others = others

    def tell(self, whispers: int) -> None:
        """As much as a whisper holds, to the slow one and staff, and something that everyone hears."""
        nora = Actor(self.others[1].you, "therapist")
        for _ in range(whispers):
            assert self.session.runner.ask(nora, i.Whisper(self.actor.id, "😀" * 400)).ok
        assert self.session.runner.ask(nora, i.SetHelp(self.session.runner.state.help ^ 1)).ok

    async def say_seen(self) -> None:
        await self.wire.packet(EVENT, ["seen", {"seq": self.session.runner.state.seq}])


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))


async def until_told(one: LiveClient, seq: int) -> None:
    await one.until(lambda: one.state.seq >= seq)


@asynccontextmanager
async def slow_one(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str, buffer: int
) -> AsyncIterator[Slow]:
    others = await both_in_room(server, session, http, base)
    _, therapist = others
    seat = (await LiveClient.join(http, base, server.sessions.code_for(session.runner.name, "observer").code)).seat
    assert seat is not None
    place = server.sessions.seats.look_up(seat)
    assert place is not None
    wire = await Wire.upgrade(base, FACTS, receive_buffer=buffer)
    await wire.packet(CONNECT, {"protocol": 1, "seat": seat})
    knock = msgspec.to_builtins(i.Knock("Slow", "ali", "en"))
    await wire.packet(EVENT, ["intent", {"id": "k", "intent": knock}])
    await therapist.until(lambda: place.actor.id in therapist.state.people)
    assert (await therapist.ask(i.Admit(place.actor.id))).ok
    try:
        yield Slow(wire, place.actor, session, others)
    finally:
        wire.close()
        for one in others:
            await one.close()


async def reads_nothing(slow: Slow) -> None:
    """Neither reads nor says anything."""


async def reads_a_byte_now_and_then(slow: Slow) -> None:
    while True:
        await asyncio.get_running_loop().sock_recv(slow.wire.bare, 1)
        await asyncio.sleep(0.1)


async def pongs_and_never_acknowledges(slow: Slow) -> None:
    loop = asyncio.get_running_loop()
    while await loop.sock_recv(slow.wire.bare, 65536):
        await slow.wire.frame(b"3", TEXT)
        await slow.wire.frame(b"", PONG)
        await slow.wire.frame(b"", PING)


async def acknowledges_and_does_not_read(slow: Slow) -> None:
    while True:
        await slow.say_seen()
        await asyncio.sleep(0.02)


BEHAVIOURS: dict[Callable[[Slow], Awaitable[None]], str] = {
    reads_nothing: "too_far_behind",
    reads_a_byte_now_and_then: "too_far_behind",
    pongs_and_never_acknowledges: "too_far_behind",
    acknowledges_and_does_not_read: "not_reading",
}


@pytest.mark.parametrize("behave", BEHAVIOURS, ids=lambda behave: behave.__name__)
async def test_a_slow_one_is_cut_and_freed_and_nobody_waits(
    server: Server,
    session: Session,
    http: aiohttp.ClientSession,
    base: str,
    behave: Callable[[Slow], Awaitable[None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gateway, "UNSEEN_S", 1.5)
    monkeypatch.setattr(gateway, "LOOK_EVERY_S", 0.05)
    tasks = Supervisor("slow")
    async with slow_one(server, session, http, base, buffer=4096) as slow:
        files = open_files()

        async def behaves() -> None:
            with contextlib.suppress(OSError):
                await behave(slow)

        tasks.start("behave", behaves())
        for _ in range(TOLD // 10):
            slow.tell(10)
            await asyncio.sleep(0.05)
        await until(lambda: server.counts.cut[BEHAVIOURS[behave]] == 1)
        await until(lambda: open_files() < files)
        for one in slow.others:
            assert one.is_open
            await until_told(one, session.runner.state.seq)
        assert dict(server.counts.cut) == {BEHAVIOURS[behave]: 1}
        await tasks.close()


async def test_one_who_pongs_and_never_acknowledges_is_cut_within_five_seconds_and_freed_within_ten(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the real figures."""
    tasks = Supervisor("slow")
    async with slow_one(server, session, http, base, buffer=4096) as slow:
        await slow.say_seen()
        tasks.start("behave", pongs_and_never_acknowledges(slow))
        files = open_files()
        slow.tell(1)
        began = time.monotonic()
        await until(lambda: server.counts.cut["too_far_behind"] == 1)
        cut = time.monotonic()
        await until(lambda: open_files() < files)
        with capsys.disabled():
            print(f"\ncut after {cut - began:.2f} s, freed after {time.monotonic() - began:.2f} s")
        assert all(one.is_open for one in slow.others)
        await tasks.close()


async def test_one_who_is_behind_by_too_many_bytes_is_cut_before_their_time_is_over(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with slow_one(server, session, http, base, buffer=4096) as slow:
        await slow.say_seen()
        monkeypatch.setattr(gateway, "MOST_UNSEEN_BYTES", 40_000)
        for _ in range(3):
            slow.tell(9)
            for one in slow.others:
                await until_told(one, session.runner.state.seq)
        assert dict(server.counts.cut) == {"too_far_behind": 1}
        assert all(one.is_open for one in slow.others)


async def test_one_who_says_that_they_have_seen_what_has_not_happened_is_cut(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    async with slow_one(server, session, http, base, buffer=65536) as slow:
        await slow.wire.packet(EVENT, ["seen", {"seq": session.runner.state.seq + 1}])
        assert await slow.wire.ended()
        assert dict(server.counts.cut) == {"malformed": 1}
