"""Poses as bytes: exact enough, never anything but a pose, and one packet for those who moved."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rooms.bodies import FLAT, POSE_BYTES, TICK, TICK_HEAD, Bodies, Joint, pack_joint, pack_pose, unpack_joint

metres = st.floats(-32.767, 32.767)
HEAD: Joint = ((0.0, 1.6, 0.0), (0.0, 0.0, 0.0, 1.0))
HAND: Joint = ((0.3, 1.1, -0.2), (0.5, 0.5, 0.5, 0.5))


@st.composite
def turns(draw: st.DrawFn) -> tuple[float, float, float, float]:
    raw = [draw(st.floats(-1, 1)) for _ in range(4)]
    length = math.sqrt(sum(value * value for value in raw))
    assume(length > 0.01)
    return (raw[0] / length, raw[1] / length, raw[2] / length, raw[3] / length)


@given(position=st.tuples(metres, metres, metres), turn=turns())
def test_positions_to_half_a_millimetre_and_turns_to_a_third_of_a_degree(
    position: tuple[float, float, float], turn: tuple[float, float, float, float]
) -> None:
    place, turned = unpack_joint(pack_joint(position, turn))
    assert all(abs(a - b) <= 0.0005 + 1e-9 for a, b in zip(place, position, strict=True))
    along = abs(sum(a * b for a, b in zip(turned, turn, strict=True)))
    assert math.degrees(2 * math.acos(min(1.0, along))) <= 0.3


@given(st.binary(min_size=10, max_size=10))
def test_every_pattern_of_bytes_is_a_joint(data: bytes) -> None:
    place, turn = unpack_joint(data)
    assert all(abs(value) <= 32.768 for value in place)
    assert math.isclose(sum(value * value for value in turn), 1.0, abs_tol=1e-9)


@given(st.binary(min_size=POSE_BYTES - 2, max_size=POSE_BYTES - 2), st.integers(0, 7))
def test_every_pose_packet_is_taken_and_its_head_is_finite(rest: bytes, flags: int) -> None:
    bodies = Bodies(12)
    assert bodies.put(4, bytes((1, flags)) + rest)
    head = bodies.head(4)
    assert head is not None
    assert all(math.isfinite(value) for value in (*head[0], *head[1]))


@given(st.binary(max_size=70))
def test_anything_else_is_refused_and_changes_nothing(packet: bytes) -> None:
    assume(not (len(packet) == POSE_BYTES and packet[0] == 1 and packet[1] < 8))
    bodies = Bodies(12)
    assert not bodies.put(0, packet)
    assert bodies.take_tick(0) is None
    assert bodies.head(0) is None


def test_positions_past_the_wire_are_held_at_its_edge() -> None:
    place, _ = unpack_joint(pack_joint((99.0, -99.0, 0.0), (0.0, 0.0, 0.0, 1.0)))
    assert place == (32.767, -32.767, 0.0)


def test_a_pose_says_which_hands_there_are() -> None:
    assert pack_pose(HEAD)[1] == 0
    assert pack_pose(HEAD, HAND)[1] == 1
    assert pack_pose(HEAD, None, HAND)[1] == 2
    assert pack_pose(HEAD, HAND, HAND, flat=True)[1] == 3 | FLAT


def test_a_tick_holds_those_who_moved_and_only_once() -> None:
    bodies = Bodies(12)
    bodies.put(7, pack_pose(HEAD))
    bodies.put(2, pack_pose(HEAD, HAND))
    packet = bodies.take_tick(5000)
    assert packet is not None
    assert TICK_HEAD.unpack(packet[:8]) == (TICK, 2, 0, 5000)
    assert [packet[8], packet[8 + POSE_BYTES]] == [2, 7]
    assert packet[9:40] == pack_pose(HEAD, HAND)[1:]
    assert bodies.take_tick(5033) is None


def test_the_newest_wins() -> None:
    bodies = Bodies(12)
    for x in (1.0, 2.0, 3.0):
        bodies.put(0, pack_pose(((x, 1.6, 0.0), HEAD[1])))
    head = bodies.head(0)
    assert head is not None
    assert head[0][0] == 3.0
    packet = bodies.take_tick(0)
    assert packet is not None
    assert len(packet) == 8 + POSE_BYTES


def test_one_who_comes_late_gets_everybody_and_one_who_left_is_in_nothing() -> None:
    bodies = Bodies(12)
    for body in (0, 1, 2):
        bodies.put(body, pack_pose(HEAD))
    bodies.take_tick(0)
    bodies.forget(1)
    everybody = bodies.all(9)
    assert everybody[1] == 2
    assert [everybody[8], everybody[40]] == [0, 2]


@pytest.mark.parametrize("t", [2**32, 2**32 + 5])
def test_the_time_of_a_very_long_session_wraps(t: int) -> None:
    assert TICK_HEAD.unpack(Bodies(12).all(t))[3] == t - 2**32
