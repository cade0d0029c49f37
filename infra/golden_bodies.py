"""Vectors of bodies and walks: joints and poses as bytes, and where a walk is at a time."""

from __future__ import annotations

from typing import Any

import msgspec

from rooms.bodies import LEFT, RIGHT, Bodies, Joint, pack_joint, pack_pose, unpack_joint
from rooms.motion import arrival, path_length, standing_at
from rooms.people import Motion

_HALF = 0.5**0.5
_TURNS = (
    (0.0, 0.0, 0.0, 1.0),
    (0.0, _HALF, 0.0, _HALF),
    (0.0, -_HALF, 0.0, -_HALF),
    (1.0, 0.0, 0.0, 0.0),
    (0.0, 0.0, -1.0, 0.0),
    (0.5, 0.5, 0.5, 0.5),
    (0.5, -0.5, 0.5, -0.5),
    (0.1, 0.7, -0.1, 0.7),
    (0.32, -0.48, 0.64, 0.5),
)
_PLACES = (
    (0.0, 1.6, 0.0),
    (1.234, 1.7008, -3.4562),
    (-32.767, 0.0, 32.767),
    (40.0, -99.0, 0.0004),
    (-0.0004, 0.0006, -0.0006),
)
_PATTERNS = (bytes(10), b"\xff" * 10, bytes(6) + b"\x00\x00\x00\xc0", b"\x00\x80" * 3 + b"\xff\xff\xff\x3f")


def pose_vectors() -> dict[str, Any]:
    """Joints, poses and ticks, each as bytes and as what the bytes say."""
    joints: list[Joint] = [(_PLACES[number % len(_PLACES)], _unit(turn)) for number, turn in enumerate(_TURNS)] + [
        (place, (0.0, 0.0, 0.0, 1.0)) for place in _PLACES
    ]
    return {
        "about": "Bytes in hex. `packed` gives `hex`; `hex` is read as `read`. Metres; quaternions x, y, z, w. "
        "A pose without a hand has null there. `patterns` are joints that no sender would write.",
        "joints": [_joint(*joint) for joint in joints],
        "patterns": [
            {"hex": pattern.hex(), "read": _read(pattern)}
            for pattern in (
                bytes(10),
                b"\xff" * 10,
                bytes(6) + b"\x00\x00\x00\xc0",
                b"\x00\x80" * 3 + b"\xff\xff\xff\x3f",
            )
        ],
        "poses": [
            _pose(*hands) for hands in ((None, None), (joints[1], None), (None, joints[7]), (joints[1], joints[8]))
        ],
        "ticks": [_tick(bodies, t) for bodies, t in (((), 0), ((3,), 33), ((0, 5, 11), 2**32 + 70))],
        "refused": _refused(),
    }


def _unit(turn: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    length = sum(value * value for value in turn) ** 0.5
    return (turn[0] / length, turn[1] / length, turn[2] / length, turn[3] / length)


def _read(packed: bytes) -> dict[str, Any]:
    position, turn = unpack_joint(packed)
    return {"p": list(position), "q": list(turn)}


def _joint(position: tuple[float, float, float], turn: tuple[float, float, float, float]) -> dict[str, Any]:
    packed = pack_joint(position, turn)
    return {"packed": {"p": list(position), "q": list(turn)}, "hex": packed.hex(), "read": _read(packed)}


def _pose(left: Joint | None, right: Joint | None) -> dict[str, Any]:
    head: Joint = ((0.9, 1.58, 1.3), _unit((0.1, 0.7, -0.1, 0.7)))
    flat = left is None and right is None
    packet = pack_pose(head, left, right, flat)
    packed = {name: _plain(joint) for name, joint in (("head", head), ("left", left), ("right", right))}
    return {"packed": {**packed, "flat": flat}, "hex": packet.hex(), "read": _read_pose(packet)}


def _plain(joint: Joint | None) -> dict[str, Any] | None:
    return None if joint is None else {"p": list(joint[0]), "q": list(joint[1])}


def _read_pose(packet: bytes) -> dict[str, Any]:
    flags = packet[1]
    return {
        "head": _read(packet[2:12]),
        "left": _read(packet[12:22]) if flags & LEFT else None,
        "right": _read(packet[22:32]) if flags & RIGHT else None,
        "flat": bool(flags & 4),
    }


def _tick(numbers: tuple[int, ...], t: int) -> dict[str, Any]:
    bodies = Bodies(12)
    said = []
    for number in numbers:
        hand = ((0.1 * number, 1.0, 0.2), (0.0, 0.0, 0.0, 1.0)) if number else None
        packet = pack_pose(((0.25 * number, 1.6, -0.5), (0.0, 1.0, 0.0, 0.0)), hand, None, flat=not number)
        bodies.put(number, packet)
        said.append({"body": number, "pose": _read_pose(packet)})
    return {"hex": bodies.all(t).hex(), "t": t & 0xFFFFFFFF, "bodies": said}


def _refused() -> list[dict[str, str]]:
    good = pack_pose(((0.0, 1.6, 0.0), (0.0, 0.0, 0.0, 1.0)))
    return [
        {"hex": good[:-1].hex(), "why": "too short"},
        {"hex": (good + b"\x00").hex(), "why": "too long"},
        {"hex": (b"\x02" + good[1:]).hex(), "why": "not a pose"},
        {"hex": (good[:1] + b"\x08" + good[2:]).hex(), "why": "an unknown flag"},
        {"hex": "", "why": "empty"},
    ]


_MOTIONS = (
    Motion([(0.0, 0.0)], 0, 1.0, 90.0, "stand"),
    Motion([(1.5, -2.0)], 4000, 1.15, -135.5, "sit", 0.45),
    Motion([(0.0, 0.0), (3.0, 4.0)], 1000, 1.15, 10.0, "stand"),
    Motion([(-16.0, 0.9), (-6.0, 0.9), (1.074, -0.692)], 250, 1.15, -5.0, "pockets"),
    Motion([(2.0, 2.0), (2.0, 2.0)], 10, 1.15, 180.0, "phone"),
    Motion([(0.0, 0.0), (1.0, 0.0), (1.0, 0.0), (1.0, -1.0)], 0, 0.5, 0.0, "crossed"),
    Motion([(30.0, 3.6), (0.2, 3.6), (0.2, 2.6)], 0, 5.0, 180.0, "stand"),
)


def motion_vectors() -> dict[str, Any]:
    """Walks, when they end, and where the figure is before, on the way and after."""
    return {
        "about": "`standing` is where the figure of `motion` is at scene time `t` (ms): metres, degrees, m/s; "
        "`arrival` is when the walk ends.",
        "walks": [_walk(motion) for motion in _MOTIONS],
    }


def _walk(motion: Motion) -> dict[str, Any]:
    length = path_length(motion.path) / motion.speed * 1000
    times = sorted({0, motion.start, arrival(motion), *(motion.start + round(length * part / 7) for part in range(9))})
    return {
        "motion": msgspec.to_builtins(motion),
        "arrival": arrival(motion),
        "standing": [{"t": t, **msgspec.to_builtins(standing_at(motion, t))} for t in times],
    }
