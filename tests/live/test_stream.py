"""The stream on the real server: who sends too fast, who does not read, and what a still room tells."""

from __future__ import annotations

import asyncio
import os
import time

import aiohttp
import pytest
from aiohttp import WSMsgType

from rooms import intents as i
from rooms.bodies import POSE_BYTES, READ, TICK, TICK_HEAD, TOO_FAST, pack_pose
from server import pace, readers, visits
from server.app import Server
from server.sessions import Session
from tests.live.live_client import LiveClient
from tests.live.test_a_room import both_in_room

Socket = aiohttp.ClientWebSocketResponse
POSE = pack_pose(((0.0, 1.6, 0.0), (0.0, 0.0, 0.0, 1.0)))


def pose_at(x: float) -> bytes:
    return pack_pose(((x, 1.6, 0.0), (0.0, 0.0, 0.0, 1.0)))


async def next_tick(socket: Socket) -> bytes:
    """The next tick that holds somebody."""
    async with asyncio.timeout(10):
        while True:
            packet = await socket.receive_bytes()
            if packet[0] == TICK and packet[1] > 0:
                return packet


async def in_room(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> tuple[LiveClient, LiveClient, Socket]:
    client, therapist = await both_in_room(server, session, http, base)
    return client, therapist, await client.open_stream()


async def until_closed(socket: Socket) -> list[bytes]:
    """What came before the end."""
    found = []
    async with asyncio.timeout(20):
        while (message := await socket.receive()).type is WSMsgType.BINARY:
            found.append(message.data)
    return found


async def test_one_who_sends_too_fast_is_told_once_slowed_and_cut(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "PATIENCE_S", 0.3)
    client, therapist, socket = await in_room(server, session, http, base)
    started = time.monotonic()
    for _ in range(200):
        if server.counts.cut["too_fast"]:
            break
        for _ in range(5):
            await socket.send_bytes(POSE)
        await asyncio.sleep(0.02)
    found = await until_closed(socket)
    assert [packet for packet in found if packet[0] == TOO_FAST] == [bytes((TOO_FAST,))]
    assert socket.close_code == 4429
    assert visits.POSES_A_SECOND <= server.counts.poses <= visits.POSES_A_SECOND * (2 + time.monotonic() - started)
    assert server.counts.cut["too_fast"] == 1
    assert (await therapist.ask(i.Mark("nobody else is held up"))).ok
    again = await client.open_stream()
    await again.close()
    await client.close()
    await therapist.close()


async def test_one_who_does_not_say_what_it_reads_is_dropped_and_one_who_does_is_not(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "UNREAD_MS", 600)
    client, therapist, silent = await in_room(server, session, http, base)
    reading = await therapist.open_stream()
    files = len(os.listdir("/proc/self/fd"))
    for step in range(60):
        if silent.closed:
            break
        if step < 10:
            await silent.send_bytes(pose_at(step * 0.01))
        else:
            session.stream.bodies.put(0, pose_at(step * 0.01))
        packet = await next_tick(reading)
        await reading.send_bytes(TICK_HEAD.pack(READ, 0, 0, TICK_HEAD.unpack(packet[: TICK_HEAD.size])[3]))
        await asyncio.sleep(0.03)
    await until_closed(silent)
    assert server.counts.cut["not_reading"] == 1
    assert not reading.closed
    assert len(os.listdir("/proc/self/fd")) < files
    await reading.close()
    await client.close()
    await therapist.close()


async def test_the_kernel_is_not_left_to_say_for_minutes_that_one_who_reads_nothing_reads(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    """The real figures: within five seconds and a look, though its buffers would hold an hour of ticks."""
    client, therapist, socket = await in_room(server, session, http, base)
    started = time.monotonic()
    step = 0
    while server.counts.cut["not_reading"] == 0 and time.monotonic() - started < 10:
        step += 1
        session.stream.bodies.put(0, pose_at(step % 100 * 0.01))
        await asyncio.sleep(0.05)
    assert server.counts.cut["not_reading"] == 1
    assert time.monotonic() - started > 4.2
    await until_closed(socket)
    await client.close()
    await therapist.close()


async def test_a_room_in_which_nobody_moves_asks_now_and_then_who_is_still_there(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "STILL_MS", 100)
    client, therapist, socket = await in_room(server, session, http, base)
    await socket.send_bytes(POSE)
    for _ in range(3):
        assert len(await next_tick(socket)) == TICK_HEAD.size + POSE_BYTES
    await socket.close()
    await client.close()
    await therapist.close()


async def test_where_one_has_come_to_stand_is_told_to_the_log_and_lies_in_the_place(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client, therapist, socket = await in_room(server, session, http, base)
    await socket.send_bytes(pose_at(30.0))
    await therapist.until(lambda: therapist.state.people[client.you].at[0] > 10)
    assert therapist.state.people[client.you].at[0] == 18.0  # three metres beyond the floor
    await socket.close()
    await client.close()
    await therapist.close()
