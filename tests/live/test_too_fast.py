"""A sender over its pace is told once, then slowed, then cut; nobody else waits. On the real server."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import aiohttp
import msgspec
import pytest

from infra.hostile.wire import FACTS, PING, PONG, TEXT, Wire, frame, packet
from rooms import intents as i
from server import pace
from server.app import Server
from server.fact_line import AT_ONCE, PACKETS_A_SECOND
from server.sessions import Session
from server.supervision import Supervisor
from tests.live.live_client import CONNECT, EVENT, LiveClient
from tests.live.test_a_room import both_in_room, client_in_lobby

MARK = {"id": "m", "intent": msgspec.to_builtins(i.Mark("x"))}
FLOODS = {
    "intents": frame(packet(EVENT, ["intent", MARK], 1)),
    "asks for the line": frame(packet(EVENT, ["still"], 2)),
    "tickets": frame(packet(EVENT, ["ticket"], 3)),
    "events that nobody hears": frame(packet(EVENT, ["still"])),
    "pongs of engine.io": frame(b"3", TEXT),
    "pings of the WebSocket": frame(b"", PING),
    "pongs of the WebSocket": frame(b"", PONG),
}


async def seat_of(server: Server, session: Session, http: aiohttp.ClientSession, base: str) -> str:
    seat = (await LiveClient.join(http, base, server.sessions.code_for(session.runner.name, "peer").code)).seat
    assert seat is not None
    return seat


async def read_all(wire: Wire) -> bytes:
    """Everything until the other side has closed."""
    found = b""
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(10):
        try:
            while data := await loop.sock_recv(wire.bare, 65536):
                found += data
        except ConnectionError:
            return found
    return found


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
async def test_a_flood_is_told_once_slowed_and_cut_and_nobody_else_waits(
    server: Server,
    session: Session,
    http: aiohttp.ClientSession,
    base: str,
    flood: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pace, "PATIENCE_S", 0.3)
    client, therapist = await both_in_room(server, session, http, base)
    wire = await Wire.upgrade(base, FACTS)
    await wire.packet(CONNECT, {"protocol": 1, "seat": await seat_of(server, session, http, base)})
    tasks = Supervisor("flood")

    async def floods() -> None:
        while True:
            try:
                await wire.send(flood * 100)
            except ConnectionError:
                return

    tasks.start("flood", floods())
    for _ in range(20):
        assert (await therapist.ask(i.Mark("meanwhile"))).ok
    told = await read_all(wire)
    assert told.count(b"too_fast") == 2
    assert 0 < told.index(b"\xa4slow") < told.index(b"\xa7closing")
    assert dict(server.counts.cut) == {"too_fast": 1}
    await tasks.close()
    wire.close()
    assert therapist.is_open
    for one in (client, therapist):
        await one.close()


async def test_one_who_is_over_the_pace_for_a_moment_is_told_and_loses_nothing(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    """As a page that says after a cut all that it could not say."""
    client = await client_in_lobby(server, session, http, base)
    more = 60
    began = time.monotonic()
    answers = await asyncio.gather(*(client.call("still") for _ in range(int(AT_ONCE) + more)))
    assert len(answers) == AT_ONCE + more
    assert time.monotonic() - began > more / PACKETS_A_SECOND * 0.8
    assert (client.slowed, client.is_open) == (1, True)
    assert dict(server.counts.cut) == {}
    await client.close()


async def test_of_one_sender_one_handler_runs_at_a_time(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    running, most, ran = 0, 0, 0

    async def handler(sid: str, payload: Any = None) -> dict[str, Any]:
        nonlocal running, most, ran
        running += 1
        most, ran = max(most, running), ran + 1
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        running -= 1
        return {}

    server.gateway.server.on("still", handler)
    clients = [await client_in_lobby(server, session, http, base) for _ in range(2)]
    await asyncio.gather(*(clients[0].call("still") for _ in range(50)))
    assert (ran, most) == (50, 1)
    await asyncio.gather(*(client.call("still") for client in clients for _ in range(20)))
    assert (ran, most) == (90, 2)
    for client in clients:
        await client.close()
