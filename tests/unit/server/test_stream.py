"""A room's bodies and those who watch them, tick by tick without waiting, and where a head stands."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.virtual_room import VirtualRoom
from rooms import intents as i
from rooms.bodies import TICK_HEAD, Joint, pack_pose, unpack_joint
from rooms.motion import turn_between
from server.counts import Counts
from server.stream import RoomStream, ground_of

HALF = math.sqrt(0.5)
UPRIGHT: Joint = ((0.0, 1.6, 0.0), (0.0, 0.0, 0.0, 1.0))


def body_of(room: VirtualRoom, who: str) -> int:
    body = room.runner.state.people[who].body
    assert body is not None
    return body


def bodies_in(packet: bytes) -> int:
    count: int = TICK_HEAD.unpack(packet[: TICK_HEAD.size])[1]
    return count


def test_the_body_of_one_who_left_is_forgotten_and_of_one_who_is_lost_is_not() -> None:
    room = VirtualRoom("bus_stop")
    room.knock("t1", "therapist", "Nora")
    stream = RoomStream(room.runner, Counts())
    for who in ("c1", "p1"):
        room.come(who, "client" if who == "c1" else "peer", who, by="t1")
        assert stream.bodies.put(body_of(room, who), pack_pose(UPRIGHT))
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


def test_a_tick_is_heard_by_the_recorder_before_it_is_sent_and_once() -> None:
    room = VirtualRoom("bus_stop")
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Sol", by="t1")
    stream = RoomStream(room.runner, Counts())
    heard: list[bytes] = []
    stream.listen(heard.append)
    stream.tick()
    assert heard == [], "nobody has moved"
    stream.bodies.put(body_of(room, "c1"), pack_pose(UPRIGHT))
    stream.tick()
    stream.tick()
    assert [bodies_in(packet) for packet in heard] == [1]


@given(st.tuples(*[st.floats(-32, 32)] * 3))
def test_nobody_is_told_of_a_body_outside_the_place(at: tuple[float, float, float]) -> None:
    room = VirtualRoom("bus_stop")
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Sol", by="t1")
    stream = RoomStream(room.runner, Counts())
    stream.bodies.put(0, pack_pose((at, (0.0, 0.0, 0.0, 1.0)), left=(at, (0.0, 0.0, 0.0, 1.0))))
    packet = stream.bodies.all(0)
    for start in (TICK_HEAD.size + 2, TICK_HEAD.size + 12):
        (x, y, z), _ = unpack_joint(packet[start : start + 10])
        assert -18.0 <= x <= 18.0
        assert -0.5 <= y <= 3.0
        assert -4.0 <= z <= 4.85
