"""The sending side of a stream with a socket that takes packets one by one, and where a head stands."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.virtual_room import VirtualRoom
from rooms import intents as i
from rooms.bodies import TICK_HEAD, pack_pose
from rooms.motion import turn_between
from server.counts import Counts
from server.stream import OPEN, Reader, RoomStream, ground_of
from server.supervision import Supervisor

WHOLE = b"everyone"
HALF = math.sqrt(0.5)


class SlowSocket:
    """Takes one packet each time it is told to; what is under way waits."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.ended = False
        self._room = asyncio.Semaphore(0)

    async def send_bytes(self, data: bytes) -> None:
        if self.ended:
            raise ConnectionResetError
        await self._room.acquire()
        self.taken.append(data)

    async def close(self, *, code: int) -> bool:
        self.ended = True
        return True

    async def take(self, packets: int = 1) -> None:
        for _ in range(packets):
            self._room.release()
        for _ in range(8):  # lets the sender run until it waits again
            await asyncio.sleep(0)


@pytest.fixture
async def tasks() -> AsyncIterator[Supervisor]:
    made = Supervisor("test")
    yield made
    await made.close()


async def opened(socket: SlowSocket, tasks: Supervisor) -> Reader:
    reader = Reader(socket)
    tasks.start("send", reader.send_all(lambda: WHOLE))
    await socket.take(2)
    return reader


async def test_a_stream_opens_with_a_whole_picture(tasks: Supervisor) -> None:
    socket = SlowSocket()
    await opened(socket, tasks)
    assert socket.taken == [OPEN, WHOLE]


async def test_one_who_keeps_up_gets_each_packet(tasks: Supervisor) -> None:
    socket = SlowSocket()
    reader = await opened(socket, tasks)
    for packet in (b"1", b"2", b"3"):
        reader.push(packet)
        await socket.take()
    assert socket.taken[2:] == [b"1", b"2", b"3"]


async def test_one_who_is_late_gets_a_whole_picture_for_all_that_was_missed(tasks: Supervisor) -> None:
    socket = SlowSocket()
    reader = await opened(socket, tasks)
    reader.push(b"1")
    await socket.take(0)
    for packet in (b"2", b"3", b"4"):
        reader.push(packet)
    await socket.take(2)
    reader.push(b"5")
    await socket.take()
    assert socket.taken[2:] == [b"1", WHOLE, b"5"]


async def test_a_socket_that_ends_ends_the_sending(tasks: Supervisor) -> None:
    socket = SlowSocket()
    reader = Reader(socket)
    await socket.close(code=1001)
    with pytest.raises(ConnectionResetError):
        await reader.send_all(lambda: WHOLE)


def bodies_in(packet: bytes) -> int:
    count: int = TICK_HEAD.unpack(packet[: TICK_HEAD.size])[1]
    return count


def test_the_body_of_one_who_left_is_forgotten_and_of_one_who_is_lost_is_not() -> None:
    room = VirtualRoom("bus_stop")
    room.knock("t1", "therapist", "Nora")
    stream = RoomStream(room.runner, Counts())
    for who in ("c1", "p1"):
        room.come(who, "client" if who == "c1" else "peer", who, by="t1")
        body = room.runner.state.people[who].body
        assert body is not None
        assert stream.bodies.put(body, pack_pose(((0.0, 1.6, 0.0), (0.0, 0.0, 0.0, 1.0))))
    room.ask("p1", i.SetPresence(False))
    assert bodies_in(stream.bodies.all(0)) == 2
    room.ask("p1", i.Leave())
    assert bodies_in(stream.bodies.all(0)) == 1


@pytest.mark.parametrize(
    ("turn", "facing"),
    [
        ((0.0, 0.0, 0.0, 1.0), 180.0),  # as WebXR starts: along -z
        ((0.0, 1.0, 0.0, 0.0), 0.0),
        ((0.0, HALF, 0.0, HALF), -90.0),  # turned to the left: along -x
        ((0.0, -HALF, 0.0, HALF), 90.0),
        ((math.sin(0.3), 0.0, 0.0, math.cos(0.3)), 180.0),  # looking up turns nobody round
        ((0.0, 0.0, math.sin(0.3), math.cos(0.3)), 180.0),  # nor does leaning the head
    ],
)
def test_where_a_head_stands_and_faces(turn: tuple[float, float, float, float], facing: float) -> None:
    at, found = ground_of(((1.5, 1.7, -2.0), turn))
    assert at == (1.5, -2.0)
    assert turn_between(found, facing) == pytest.approx(0.0, abs=1e-6)


@given(st.floats(-180, 180), st.floats(-80, 80))
def test_a_head_faces_where_it_is_turned_however_it_nods(yaw: float, pitch: float) -> None:
    y, x = math.radians(yaw) / 2, math.radians(pitch) / 2
    turn = (math.cos(y) * math.sin(x), math.sin(y) * math.cos(x), -math.sin(y) * math.sin(x), math.cos(y) * math.cos(x))
    _, facing = ground_of(((0.0, 1.6, 0.0), turn))
    assert turn_between(facing, 180.0 + yaw) < 1e-3
