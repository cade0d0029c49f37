"""Those who come to the stream in another way than a page of ours: each costs itself only, and nothing of it stays."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from infra.hostile.wire import BINARY, CONTINUE, PING, STREAM, TEXT, Wire, frame, until
from rooms import intents as i
from server.app import Server
from server.sessions import Session
from tests.live.live_client import LiveClient
from tests.live.test_a_room import both_in_room, therapist_in_room
from tests.live.test_hostile_doors import is_empty


async def ticket_of(client: LiveClient) -> bytes:
    ticket: str = (await client.call("ticket"))["ticket"]
    return ticket.encode()


STREAM_FIRST = {
    "no ticket": frame(b"x" * 32),
    "text": frame(b"not a ticket", TEXT),
    "not ASCII": frame(b"\xff" * 32),
    "nothing": frame(b""),
    "a ping and then none": frame(b"", PING) + frame(b"x"),
    "a pose": frame(b"\x01" + bytes(31)),
    "more than may be": frame(bytes(70_000)),
}


async def test_a_stream_without_a_ticket_is_closed(server: Server, base: str) -> None:
    for name, first in STREAM_FIRST.items():
        wire = await Wire.upgrade(base, STREAM)
        await wire.send(first)
        assert await wire.ended(), name
        wire.close()
    await until(lambda: is_empty(server))


NO_POSES = {
    "too short": frame(b"\x01" + bytes(30)),
    "too long": frame(b"\x01" + bytes(32)),
    "of another kind": frame(b"\x02" + bytes(31)),
    "unknown flags": frame(b"\x01\xff" + bytes(30)),
    "text": frame(b"\x01" + bytes(31), TEXT),
    "nothing": frame(b""),
    "without a mask": frame(b"\x01" + bytes(31), masked=False),
    "in endless parts": frame(b"\x01", rest=0x80) + frame(bytes(70_000), CONTINUE, rest=0x80),
}


async def test_what_is_no_pose_closes_the_stream_and_nothing_else(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client, therapist = await both_in_room(server, session, http, base)
    for name, data in NO_POSES.items():
        wire = await Wire.upgrade(base, STREAM)
        await wire.frame(await ticket_of(client))
        await wire.send(data)
        assert await wire.ended(), name
        wire.close()
        assert (await therapist.ask(i.Mark("still here"))).ok
    for one in (client, therapist):
        assert one.is_open
        await one.close()
    await until(lambda: is_empty(server))


async def test_a_ticket_is_good_once_and_only_for_a_while(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    therapist = await therapist_in_room(server, session, http, base)
    ticket = await ticket_of(therapist)
    first = await Wire.upgrade(base, STREAM)
    await first.frame(ticket)
    assert (await first.read_until(b"\x00")).endswith(b"\x00")
    replays = [await Wire.upgrade(base, STREAM) for _ in range(20)]
    await asyncio.gather(*(replay.frame(ticket) for replay in replays))
    for replay in replays:
        assert await replay.ended()
        replay.close()
    first.close()
    await therapist.close()
    await until(lambda: is_empty(server))


async def test_poses_of_any_bits_are_finite_for_everybody(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    """The wire of poses holds whole numbers alone: no bits of it are NaN."""
    client, therapist = await both_in_room(server, session, http, base)
    body = session.runner.state.people[client.you].body
    assert body is not None
    wire = await Wire.upgrade(base, STREAM)
    await wire.frame(await ticket_of(client))
    await wire.frame(b"\x01\x03" + b"\xff\x7f\x00\x80" * 7 + b"\xff\xff", BINARY)
    await until(lambda: session.stream.bodies.head(body) is not None)
    head = session.stream.bodies.head(body)
    assert head is not None
    assert max(abs(part) for part in head[0]) < 33
    assert sum(part * part for part in head[1]) == pytest.approx(1.0)
    wire.close()
    for one in (client, therapist):
        await one.close()
