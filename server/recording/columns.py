"""Poses of one body as columns of integers, each stored as its differences: lossless to the bit, and small once packed.

A row is 32 bytes as on the wire (PROTOCOL.md, Tick): body, flags, and three joints of x, y, z (i16) and a quaternion
(u32: which of four is the largest, then three parts of 10 bits). Its 24 columns: time, body, flags, nine places, three
"largest", nine parts.
"""

from __future__ import annotations

import struct
from typing import Final

import numpy as np
import numpy.typing as npt

from rooms.bodies import POSE_BYTES

Times = npt.NDArray[np.int64]
"""Room time, ms."""
Rows = npt.NDArray[np.uint8]
"""n × 32 bytes."""

COLUMNS: Final = 24
_HEAD: Final = struct.Struct("<IB")
"""How many rows, and how many bytes a difference needs at most."""
_SHIFTS: Final = np.array([20, 10, 0], np.uint32)


class ColumnsError(ValueError):
    """These bytes are no columns."""


def no_rows() -> Rows:
    return np.empty((0, POSE_BYTES), np.uint8)


def pack_poses(t: Times, rows: Rows) -> bytes:
    """The columns of `rows` (n × 32) at times `t` (n, each 0 to 2³² ms)."""
    columns = _columns(t, rows)
    steps = np.diff(columns, axis=1)
    zigzag = np.ascontiguousarray(((steps << 1) ^ (steps >> 63)).astype("<u8"))
    width = max(1, (int(zigzag.max(initial=0)).bit_length() + 7) // 8)
    planes = zigzag.view(np.uint8).reshape(COLUMNS, -1, 8)[:, :, :width].transpose(2, 0, 1)
    return _HEAD.pack(len(t), width) + columns[:, :1].astype("<u4").tobytes() + planes.tobytes()


def unpack_poses(data: bytes) -> tuple[Times, Rows]:
    """Times and rows of what `pack_poses` made. Raises ColumnsError for anything else."""
    try:
        count, width = _HEAD.unpack_from(data)
        if count == 0:
            return np.empty(0, np.int64), no_rows()
        if not 1 <= width <= 8:
            raise ValueError
        first = np.frombuffer(data, "<u4", COLUMNS, _HEAD.size).astype(np.int64)
        bytes_of = np.frombuffer(data, np.uint8, offset=_HEAD.size + 4 * COLUMNS).reshape(width, COLUMNS, count - 1)
    except (struct.error, ValueError):
        raise ColumnsError("these are no poses") from None
    zigzag = np.zeros((COLUMNS, count - 1, 8), np.uint8)
    zigzag[:, :, :width] = bytes_of.transpose(1, 2, 0)
    wide = zigzag.view("<u8").reshape(COLUMNS, count - 1)
    steps = (wide >> 1).astype(np.int64) ^ -(wide & 1).astype(np.int64)
    columns = np.cumsum(np.concatenate([first[:, None], steps], axis=1), axis=1)
    return columns[0].copy(), _rows(columns)


def _columns(t: Times, rows: Rows) -> Times:
    joints = np.ascontiguousarray(rows[:, 2:]).reshape(-1, 3, 10)
    places = np.ascontiguousarray(joints[:, :, :6]).view("<i2").reshape(-1, 9)
    turns = np.ascontiguousarray(joints[:, :, 6:]).view("<u4").reshape(-1, 3)
    parts = (turns[:, :, None] >> _SHIFTS & 1023).reshape(-1, 9)
    columns = (t[:, None], rows[:, :2], places, turns >> 30, parts)
    return np.concatenate(columns, axis=1, dtype=np.int64).T


def _rows(columns: Times) -> Rows:
    count = columns.shape[1]
    rows = np.empty((count, POSE_BYTES), np.uint8)
    rows[:, :2] = columns[1:3].T
    joints = np.empty((count, 3, 10), np.uint8)
    joints[:, :, :6] = np.ascontiguousarray(columns[3:12].T.astype("<i2")).view(np.uint8).reshape(-1, 3, 6)
    parts = columns[15:].T.reshape(-1, 3, 3).astype(np.uint32)
    turns = columns[12:15].T.astype(np.uint32) << np.uint32(30) | np.bitwise_or.reduce(parts << _SHIFTS, axis=2)
    joints[:, :, 6:] = np.ascontiguousarray(turns.astype("<u4")).view(np.uint8).reshape(-1, 3, 4)
    rows[:, 2:] = joints.reshape(-1, 30)
    return rows
