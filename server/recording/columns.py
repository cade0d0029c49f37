"""Poses of one body as columns of integers, each stored as its differences: lossless to the bit, and small.

A row is 32 bytes as on the wire (PROTOCOL.md, Tick): body, flags, and three joints of x, y, z (i16) and a quaternion
(u32: which of four is the largest, then three parts of 10 bits). Its 24 columns: time, body, flags, nine places, three
"largest", nine parts. Of each column the differences are kept, or the differences of those, whichever is smaller:
what trembles is told best by the first, what swings by the second.
"""

from __future__ import annotations

import struct
from typing import Final

import numpy as np
import numpy.typing as npt

from rooms.bodies import POSE_BYTES
from server.recording import rice

Times = npt.NDArray[np.int64]
"""Room time, ms."""
Rows = npt.NDArray[np.uint8]
"""n × 32 bytes."""

COLUMNS: Final = 24
_HEAD: Final = struct.Struct("<I")
"""How many rows."""
_TWICE: Final = 128
"""In a column's k: these are the differences of differences."""
_PARTS: Final = np.array([20, 10, 0], np.uint32)
"""Where the three parts of a quaternion stand."""


class ColumnsError(ValueError):
    """These bytes are no columns."""


def no_rows() -> Rows:
    return np.empty((0, POSE_BYTES), np.uint8)


def pack_poses(t: Times, rows: Rows) -> bytes:
    """The columns of `rows` (n × 32) at times `t` (n, each 0 to 2³² - 1 ms)."""
    columns = _columns(t, rows)
    once = np.diff(columns, axis=1)
    twice = np.diff(once, axis=1, prepend=0)
    once, twice = _from_zero(once), _from_zero(twice)
    (k_once, bits_once), (k_twice, bits_twice) = rice.best_k(once), rice.best_k(twice)
    second = bits_twice < bits_once
    steps = np.where(second[:, None], twice, once)
    ks = np.where(second, k_twice, k_once).astype(np.uint8)
    marks = np.where(second, ks | _TWICE, ks).astype(np.uint8)
    return _HEAD.pack(len(t)) + columns[:, :1].astype("<u4").tobytes() + marks.tobytes() + rice.pack(steps, ks)


def unpack_poses(data: bytes) -> tuple[Times, Rows]:
    """Times and rows of what `pack_poses` made. Raises ColumnsError for anything else."""
    try:
        (count,) = _HEAD.unpack_from(data)
        if count == 0:
            return np.empty(0, np.int64), no_rows()
        first = np.frombuffer(data, "<u4", COLUMNS, _HEAD.size).astype(np.int64)
        marks = np.frombuffer(data, np.uint8, COLUMNS, _HEAD.size + 4 * COLUMNS)
        ks = (marks & (_TWICE - 1)).astype(np.uint8)
        steps = _signed(rice.unpack(data[_HEAD.size + 5 * COLUMNS :], ks, count - 1))
    except (struct.error, ValueError):
        raise ColumnsError("these are no poses") from None
    twice = (marks & _TWICE) > 0
    steps[twice] = np.cumsum(steps[twice], axis=1)
    columns = np.cumsum(np.concatenate([first[:, None], steps], axis=1), axis=1)
    return columns[0].copy(), _rows(columns)


def _from_zero(numbers: Times) -> Times:
    """0, -1, 1, -2, … as 0, 1, 2, 3, …"""
    return (numbers << 1) ^ (numbers >> 63)


def _signed(numbers: Times) -> Times:
    return (numbers >> 1) ^ -(numbers & 1)


def _columns(t: Times, rows: Rows) -> Times:
    joints = np.ascontiguousarray(rows[:, 2:]).reshape(-1, 3, 10)
    places = np.ascontiguousarray(joints[:, :, :6]).view("<i2").reshape(-1, 9)
    turns = np.ascontiguousarray(joints[:, :, 6:]).view("<u4").reshape(-1, 3)
    parts = (turns[:, :, None] >> _PARTS & 1023).reshape(-1, 9)
    columns = (t[:, None], rows[:, :2], places, turns >> 30, parts)
    return np.concatenate(columns, axis=1, dtype=np.int64).T


def _rows(columns: Times) -> Rows:
    count = columns.shape[1]
    rows = np.empty((count, POSE_BYTES), np.uint8)
    rows[:, :2] = columns[1:3].T
    joints = np.empty((count, 3, 10), np.uint8)
    joints[:, :, :6] = np.ascontiguousarray(columns[3:12].T.astype("<i2")).view(np.uint8).reshape(-1, 3, 6)
    parts = columns[15:].T.reshape(-1, 3, 3).astype(np.uint32)
    turns = columns[12:15].T.astype(np.uint32) << np.uint32(30) | np.bitwise_or.reduce(parts << _PARTS, axis=2)
    joints[:, :, 6:] = np.ascontiguousarray(turns.astype("<u4")).view(np.uint8).reshape(-1, 3, 4)
    rows[:, 2:] = joints.reshape(-1, 30)
    return rows
