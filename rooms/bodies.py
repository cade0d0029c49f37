"""Bodies: where heads and hands are, packed for the stream. One row a person, newest wins.

Wire (little endian, see PROTOCOL.md): a pose is 32 bytes: u8 kind or body, u8 flags, then head, left and right hand at
10 bytes each: i16 x, y, z in whole millimetres, and a quaternion as "smallest three" in a u32. Positions reach
+-32.767 m and are exact to 0.5 mm; turns are exact to 0.3 degrees.
"""

from __future__ import annotations

import struct
from typing import Final

import msgspec

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
_PLACES = struct.Struct("<2xhhh4xhhh4xhhh4x")
"""x, y, z of the three joints of a pose packet..."""
_OFFSETS: Final = (2, 4, 6, 12, 14, 16, 22, 24, 26)
"""...and where each stands."""
_MILLIMETRES = struct.Struct("<h")
_BODY: Final = [bytes((number,)) for number in range(256)]
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
        self._rows: list[bytes] = [bytes(POSE_BYTES)] * most
        self._edges = tuple(round(metres * 1000) for metres in (*box.low, *box.high))
        self._known: set[int] = set()
        self._changed: set[int] = set()

    def put(self, body: int, packet: bytes) -> bool:
        """Takes a pose packet as the newest of `body`. False when it is no pose packet; nothing is changed then."""
        if len(packet) != POSE_BYTES or packet[0] != POSE or packet[1] & ~KNOWN_FLAGS:
            return False
        x, y, z, left_x, left_y, left_z, right_x, right_y, right_z = at = _PLACES.unpack(packet)
        low_x, low_y, low_z, high_x, high_y, high_z = self._edges
        if not (
            low_x <= x <= high_x and low_x <= left_x <= high_x and low_x <= right_x <= high_x
            and low_y <= y <= high_y and low_y <= left_y <= high_y and low_y <= right_y <= high_y
            and low_z <= z <= high_z and low_z <= left_z <= high_z and low_z <= right_z <= high_z
        ):  # fmt: skip
            packet = self._held(packet, at)
        self._rows[body] = _BODY[body] + packet[1:]
        self._known.add(body)
        self._changed.add(body)
        return True

    def _held(self, packet: bytes, at: tuple[int, ...]) -> bytes:
        """The packet with every joint brought back to the edge of the box."""
        held = bytearray(packet)
        lows, highs = self._edges[:3] * 3, self._edges[3:] * 3
        for place, value, low, high in zip(_OFFSETS, at, lows, highs, strict=True):
            _MILLIMETRES.pack_into(held, place, max(low, min(high, value)))
        return bytes(held)

    def forget(self, body: int) -> None:
        """The body has left; it is in no packet from now on."""
        self._known.discard(body)
        self._changed.discard(body)

    def head(self, body: int) -> Joint | None:
        """The head of `body` in metres, or None before its first pose."""
        return unpack_joint(self._rows[body][2:12]) if body in self._known else None

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
        rows = self._rows
        return TICK_HEAD.pack(TICK, len(which), 0, t & 0xFFFFFFFF) + b"".join([rows[body] for body in sorted(which)])
