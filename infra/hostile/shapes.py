"""What somebody might send who does not keep to the protocol: frames of many shapes, drawn by chance.

Pure: the same `chance` draws the same frames. Some are cut for, some are refused, some happen to be right.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from random import Random
from typing import Any

import msgpack

from infra.hostile.wire import BINARY, CONTINUE, TEXT, frame, packet

VALID = (
    packet(2, ["seen", {"seq": 1}]),
    packet(2, ["ticket"], 5),
    packet(2, ["intent", {"id": "a", "intent": {"type": "say", "text": "hei", "meaning": None, "to": None}}], 6),
    packet(2, ["intent", {"id": "b", "intent": {"type": "stand", "at": [0.5, 0.5], "facing": 90.0}}], 7),
    packet(2, ["intent", {"id": "c", "intent": {"type": "knock", "name": "Kim", "look": "sol", "language": "nb"}}], 8),
    packet(0, {"protocol": 1, "seat": "x" * 32, "epoch": "e", "after": 3}),
)
TAGS = ("say", "stand", "walkas", "admit", "stop", "setlevel", "hear", "reboot", "", "__class__")
FIELDS = ("id", "text", "at", "facing", "avatar", "person", "level", "axis", "sure", "said", "type", "x")


def noise(chance: Random) -> bytes:
    return chance.randbytes(chance.choice((1, 3, 17, 200, 3000)))


def mutated(chance: Random, data: bytes) -> bytes:
    """`data` with a few of its bytes changed, left out, doubled or cut off."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[at : at + chance.randint(1, 4)]
            case 2:
                changed[at:at] = changed[at : at + chance.randint(1, 40)]
            case _:
                changed[at:at] = chance.choice(
                    (b"\xc1", b"\xdf\xff\xff\xff\xff", b"\xc7\x00\x01", b"\xcb\x7f\xf8", b"\x80")
                )
    return bytes(changed)


def nearly_valid(chance: Random) -> bytes:
    return mutated(chance, chance.choice(VALID))


def value(chance: Random, depth: int = 3) -> Any:
    """Anything that MessagePack can say, of a shape of its own."""
    match chance.randrange(14 if depth else 11):
        case 0:
            return None
        case 1:
            return chance.random() < 0.5
        case 2:
            return chance.choice((0, -1, 2**53, -(2**63), 2**64 - 1, chance.randrange(100)))
        case 3:
            return chance.choice((math.nan, math.inf, -math.inf, 1e308, chance.random()))
        case 4:
            return chance.choice(("", "\x00", "x" * 500, "x" * 9000, "😀" * 50, "../..", "nb"))
        case 5:
            return chance.randbytes(chance.choice((0, 5, 9000)))
        case 6:
            return msgpack.ExtType(chance.randrange(128), b"x")
        case 7 | 8 | 9 | 10:
            return chance.choice(("berit", "c1", "m1", 1, 0.5, [0.1, 0.2], True))
        case 11:
            return [value(chance, depth - 1) for _ in range(chance.choice((0, 1, 3, 70)))]
        case _:
            return {chance.choice((*FIELDS, 7)): value(chance, depth - 1) for _ in range(chance.randrange(6))}


def packed(found: Any) -> bytes:
    data: bytes = msgpack.packb(found)
    return data


def odd_packet(chance: Random) -> bytes:
    found: dict[str, Any] = {"type": chance.choice((0, 1, 2, 2, 2, 3, 4, 5, 6, 7, -1, value(chance))), "nsp": "/"}
    if chance.random() < 0.8:
        found["data"] = value(chance)
    for name in ("id", "nsp", "attachments"):
        if chance.random() < 0.2:
            found[name] = value(chance)
    return packed(found)


def odd_event(chance: Random) -> bytes:
    name = chance.choice(("intent", "seen", "ticket", "still", "connect", "disconnect", "message", ""))
    return packet(2, [name, *(value(chance) for _ in range(chance.randrange(3)))], chance.choice((None, 9)))


def odd_intent(chance: Random) -> bytes:
    intent = {"type": chance.choice(TAGS), **{chance.choice(FIELDS): value(chance) for _ in range(chance.randrange(4))}}
    return packet(2, ["intent", {"id": chance.choice(("z", value(chance, 0))), "intent": intent}], 9)


def huge(chance: Random) -> bytes:
    many = chance.choice((64, 65, 1000, 20_000))
    match chance.randrange(6):
        case 0:
            return b"\x80" * many
        case 1:
            return b"\x91" * many
        case 2:
            return b"\xde\x00\x40" + b"\xa1a\x80" * many
        case 3:
            return b"\xdd\xff\xff\xff\xff" * (many // 5)
        case 4:
            return packet(2, ["intent", {str(key): {} for key in range(many // 8)}])
        case _:
            return packet(2, ["seen", "x" * (many * 4)])


def by_the_frame(chance: Random) -> bytes:
    """What is wrong with the WebSocket itself, or with engine.io on it."""
    data = chance.choice(VALID)
    match chance.randrange(6):
        case 0:
            return frame(chance.choice((b"4", b"42[]", b"5", b"6", b"2probe", b"bAAAA", b"\xff", b"")), TEXT)
        case 1:
            return frame(data, chance.choice((3, 5, 11, 15)))
        case 2:
            return frame(data, masked=False)
        case 3:
            return frame(data, rest=chance.choice((0x10, 0x20, 0x40, 0x80)))
        case 4:
            return frame(data, CONTINUE)
        case _:
            return frame(data)[: chance.randrange(2, 20)] + frame(data)


def facts_frames(chance: Random) -> Iterator[bytes]:
    """Frames for the door of facts, without end."""
    shapes = (noise, nearly_valid, nearly_valid, odd_packet, odd_event, odd_intent, odd_intent, huge)
    while True:
        yield by_the_frame(chance) if chance.random() < 0.1 else frame(chance.choice(shapes)(chance), BINARY)


def stream_frames(chance: Random) -> Iterator[bytes]:
    """Frames for the stream, without end."""
    pose = b"\x01\x03" + bytes(30)
    while True:
        match chance.randrange(5):
            case 0:
                yield frame(noise(chance))
            case 1:
                yield frame(mutated(chance, pose))
            case 2:
                yield frame(b"\x01" + bytes([chance.randrange(8)]) + chance.randbytes(30))
            case 3:
                yield frame(pose * chance.choice((2, 100, 2500)), chance.choice((TEXT, BINARY)))
            case _:
                yield by_the_frame(chance)
