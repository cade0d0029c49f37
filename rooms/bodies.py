"""Bodies: where heads and hands are, packed for the stream. One row a person, newest wins.

Wire (little endian, see PROTOCOL.md): a pose is 32 bytes: u8 kind or body, u8 flags, then head, left and right hand at
10 bytes each: i16 x, y, z in whole millimetres, and a quaternion as "smallest three" in a u32. Positions reach
+-32.767 m and are exact to 0.5 mm; turns are exact to 0.3 degrees.
"""

from __future__ import annotations

import struct
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from rooms.place import Place

POSE_BYTES: Final = 32
POSE: Final = 1
TICK: Final = 2
READ: Final = 3
TOO_FAST: Final = 4
LEFT: Final = 1
RIGHT: Final = 2
FLAT: Final = 4
KNOWN_FLAGS: Final = LEFT | RIGHT | FLAT
TICK_HEAD: Final = struct.Struct("<BBHI")

Joint = tuple[tuple[float, float, float], tuple[float, float, float, float]]
"""Position in metres and a unit quaternion x, y, z, w."""

_JOINT = struct.Struct("<hhhI")
_ROOT_HALF: Final = 0.5**0.5


def pack_joint(position: tuple[float, float, float], turn: tuple[float, float, float, float]) -> bytes:
    """Ten bytes for one joint. The quaternion is taken as normalised; positions are clamped to the wire's range."""
    millimetres = [max(-32767, min(32767, round(value * 1000))) for value in position]
    largest = max(range(4), key=lambda index: abs(turn[index]))
    sign = -1.0 if turn[largest] < 0 else 1.0
    packed = largest
    for index in range(4):
        if index != largest:
            scaled = turn[index] * sign * _ROOT_HALF + 0.5
            packed = packed << 10 | max(0, min(1023, round(scaled * 1023)))
    return _JOINT.pack(*millimetres, packed)


def unpack_joint(data: bytes) -> Joint:
    """The joint of ten bytes; the quaternion is normalised."""
    x, y, z, packed = _JOINT.unpack(data)
    largest = packed >> 30
    small = [((packed >> shift & 1023) / 1023 - 0.5) / _ROOT_HALF for shift in (20, 10, 0)]
    last = max(0.0, 1.0 - sum(value * value for value in small)) ** 0.5
    full = [*small[:largest], last, *small[largest:]]
    length = sum(value * value for value in full) ** 0.5
    turn = (full[0] / length, full[1] / length, full[2] / length, full[3] / length)
    return (x / 1000, y / 1000, z / 1000), turn


def pack_pose(head: Joint, left: Joint | None = None, right: Joint | None = None, flat: bool = False) -> bytes:
    """A pose packet as a client sends it."""
    flags = (LEFT if left else 0) | (RIGHT if right else 0) | (FLAT if flat else 0)
    nowhere: Joint = ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))
    joints = b"".join(pack_joint(*joint) for joint in (head, left or nowhere, right or nowhere))
    return bytes((POSE, flags)) + joints


class Box(msgspec.Struct, frozen=True):
    """As far as bodies reach: two corners x, y, z in metres, the lower one first."""

    low: tuple[float, float, float]
    high: tuple[float, float, float]


ANYWHERE: Final = Box((-32.767,) * 3, (32.767,) * 3)
"""All that the wire can say."""
BEYOND_FLOOR_M: Final = 3.0
"""People lean and step beyond the floor of a place, and a flat screen's body may stand at its edge."""
UNDERGROUND_M: Final = -0.5
OVERHEAD_M: Final = 3.0


def box_of(place: Place) -> Box:
    """Where bodies may be in a place: round its floor, and no higher than a tall person reaches."""
    xs = [x for x0, _, x1, _ in place.floor for x in (x0, x1)]
    zs = [z for _, z0, _, z1 in place.floor for z in (z0, z1)]
    return Box(
        (min(xs) - BEYOND_FLOOR_M, UNDERGROUND_M, min(zs) - BEYOND_FLOOR_M),
        (max(xs) + BEYOND_FLOOR_M, OVERHEAD_M, max(zs) + BEYOND_FLOOR_M),
    )


class Bodies:
    """The newest pose of each body of a room: a table of `most` rows of 32 bytes.

    Every bit pattern of a joint is a finite pose, so a packet is checked for its length, kind and flags alone; what
    lies outside `box` is brought back to its edge before anyone is told. Not safe for threads; owned by the room's
    stream.
    """

    def __init__(self, most: int, box: Box = ANYWHERE) -> None:
        self._table = bytearray(most * POSE_BYTES)
        self._table[::POSE_BYTES] = bytes(range(most))
        # x, y, z of each joint of each row, in the table itself: three joints from byte 2 on, ten bytes each.
        self._places: npt.NDArray[np.int16] = np.ndarray((most, 3, 3), "<i2", self._table, 2, (POSE_BYTES, 10, 2))
        self._low, self._high = ((np.array(corner) * 1000).astype(np.int16) for corner in (box.low, box.high))
        self._known: set[int] = set()
        self._changed: set[int] = set()

    def put(self, body: int, packet: bytes) -> bool:
        """Takes a pose packet as the newest of `body`. False when it is no pose packet; nothing is changed then."""
        if len(packet) != POSE_BYTES or packet[0] != POSE or packet[1] & ~KNOWN_FLAGS:
            return False
        start = body * POSE_BYTES
        self._table[start + 1 : start + POSE_BYTES] = packet[1:]
        self._known.add(body)
        self._changed.add(body)
        return True

    def forget(self, body: int) -> None:
        """The body has left; it is in no packet from now on."""
        self._known.discard(body)
        self._changed.discard(body)

    def head(self, body: int) -> Joint | None:
        """The head of `body` in metres, or None before its first pose."""
        if body not in self._known:
            return None
        start = body * POSE_BYTES + 2
        return unpack_joint(bytes(self._table[start : start + 10]))

    def take_tick(self, t: int) -> bytes | None:
        """One packet with every body that moved since the last call, or None when nobody did. `t` in room ms."""
        if not self._changed:
            return None
        packet = self._pack(self._changed, t)
        self._changed.clear()
        return packet

    def all(self, t: int) -> bytes:
        """One packet with every known body, for one who comes late."""
        return self._pack(self._known, t)

    def _pack(self, which: set[int], t: int) -> bytes:
        np.maximum(self._places, self._low, out=self._places)
        np.minimum(self._places, self._high, out=self._places)
        rows = [self._table[body * POSE_BYTES : (body + 1) * POSE_BYTES] for body in sorted(which)]
        return TICK_HEAD.pack(TICK, len(rows), 0, t & 0xFFFFFFFF) + b"".join(rows)
