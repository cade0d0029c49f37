"""Rows of the stream as columns: the same numbers as the wire's own arithmetic, and whose they are."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rooms import facts as f
from rooms.bodies import unpack_joint
from rooms.measures.tracks import FOR_EVER, BodyHeld, Track, bodies_held, forward, joints, tracks_of
from tests.unit.rooms.measures import tiny


@given(st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=8))
def test_any_rows_are_read_as_the_wire_reads_them(rows: list[bytes]) -> None:
    columns = np.frombuffer(b"".join(rows), np.uint8).reshape(-1, 32)
    for offset in (2, 12, 22):
        places, turns = joints(columns, offset)
        for row, place, turn in zip(rows, places, turns, strict=True):
            exact_place, exact_turn = unpack_joint(row[offset : offset + 10])
            assert np.allclose(place, exact_place, atol=1e-5)
            assert np.allclose(turn, exact_turn, atol=1e-5)


def test_a_head_faces_where_it_is_turned() -> None:
    half = 0.5**0.5
    turns = np.array([(0, 0, 0, 1), (0, 1, 0, 0), (0, half, 0, half), (half, 0, 0, half)], np.float32)
    # Ahead; behind; a quarter to the left; up.
    assert np.allclose(forward(turns), [(0, 0, -1), (0, 0, 1), (-1, 0, 0), (0, 1, 0)], atol=1e-6)


def test_a_pose_holds_until_the_next() -> None:
    track = tracks_of(tiny.log(), tiny.poses())["c1"]
    head, facing, known = track.at(np.array([999, 1000, 3999, 4000, 99_999]))
    assert known.tolist() == [False, True, True, True, True]
    assert np.sign(facing[1:, 2]).tolist() == [-1, -1, 1, 1]
    assert head[1].tolist() == [0.0, np.float32(1.6), -2.0]


def test_an_empty_track_knows_nothing() -> None:
    empty = Track(np.zeros(0, np.int64), np.zeros((0, 3), np.float32), np.zeros((0, 3), np.float32))
    assert empty.at(np.array([5]))[2].tolist() == [False]


def test_a_body_that_is_given_out_again_is_another_person() -> None:
    log = tiny.stamped(
        (10, tiny.admitted("c1", "Kim", "client", 0)),
        (20, f.Left("c1", "left")),
        (30, tiny.admitted("c2", "Ada", "client", 0)),
        (40, tiny.admitted("t1", "Nora", "therapist", None)),
    )
    assert bodies_held(log) == [BodyHeld("c1", 0, 10, 20), BodyHeld("c2", 0, 30, FOR_EVER)]
    here = ((0.0, 1.6, 0.0), tiny.AWAY)
    shown = tiny.poses_of((5, 0, here), (10, 0, here), (20, 0, here), (31, 0, here), (31, 1, here))
    assert {who: track.t.tolist() for who, track in tracks_of(log, shown).items()} == {"c1": [10], "c2": [31]}
