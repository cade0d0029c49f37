"""Poses as columns: whatever the bits are, they come back."""

from __future__ import annotations

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.recording.columns import ColumnsError, pack_poses, unpack_poses

any_row = st.binary(min_size=32, max_size=32)
any_time = st.integers(0, 2**32 - 1)


@given(poses=st.lists(st.tuples(any_time, any_row), max_size=40))
def test_any_poses_come_back_to_the_bit(poses: list[tuple[int, bytes]]) -> None:
    t = np.array([at for at, _ in poses], np.int64)
    rows = np.frombuffer(b"".join(row for _, row in poses), np.uint8).reshape(-1, 32)
    back_t, back = unpack_poses(pack_poses(t, rows))
    assert back_t.tolist() == t.tolist()
    assert back.tobytes() == rows.tobytes()


def test_a_body_that_stands_still_costs_next_to_nothing() -> None:
    rows = np.tile(np.frombuffer(bytes(range(32)), np.uint8), (200, 1))
    packed = pack_poses(np.arange(200) * 50, rows)
    assert len(zlib.compress(packed)) < 150


@given(data=st.binary(max_size=200))
def test_what_is_no_columns_is_refused_or_read(data: bytes) -> None:
    try:
        t, rows = unpack_poses(data)
    except ColumnsError:
        return
    assert len(t) == len(rows)


def test_columns_cut_short_are_refused() -> None:
    packed = pack_poses(np.arange(3), np.zeros((3, 32), np.uint8))
    with pytest.raises(ColumnsError):
        unpack_poses(packed[:-1])
