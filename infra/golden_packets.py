"""Vectors of Socket.IO packets as MessagePack: what is sent and taken, and what costs the sender the connection."""

from __future__ import annotations

from typing import Any

import msgpack
import msgspec

from rooms import intents as i
from rooms.facts import Marked, Stamped
from rooms.refusals import refuse
from rooms.wire import PROTOCOL, Ask, Facts, Hello, Outcome, Seen, Ticket
from server.packets import MOST_ITEMS, MOST_TEXT, FactPacket, MalformedPacketError

CONNECT, DISCONNECT, EVENT, ACK = range(4)


def packet_vectors() -> dict[str, Any]:
    """Packets both ways, in hex and as plain content."""
    return {
        "about": "`taken` are packets as their sender writes them; `refused` are bytes on which the connection is "
        "closed. MessagePack in hex; a map of type, nsp, data and id.",
        "taken": [_taken(packet) for packet in _packets()],
        "refused": [{"why": why, "hex": data.hex()} for why, data in _broken() if _is_refused(data)],
    }


def _plain(message: msgspec.Struct) -> Any:
    return msgspec.to_builtins(message)


def _packets() -> list[dict[str, Any]]:
    said = Ask("a1", i.Say(text="Når går bussen?"))
    facts = Facts("epoch", 5000, [Stamped(7, 4990, Marked("t1", "Spurte selv"))])
    refused = Outcome(ok=False, seq=41, refusal=refuse("above_ceiling"))
    return [
        {"type": CONNECT, "nsp": "/", "data": _plain(Hello(PROTOCOL, seat="secret", epoch="epoch", after=7))},
        {"type": CONNECT, "nsp": "/", "data": {"sid": "abc"}},
        {"type": EVENT, "nsp": "/", "data": ["intent", _plain(said)], "id": 0},
        {"type": EVENT, "nsp": "/", "data": ["intent", _plain(Ask("a2", i.WalkAs("berit", (0.5, -1.25))))], "id": 1},
        {"type": EVENT, "nsp": "/", "data": ["seen", _plain(Seen(42))]},
        {"type": EVENT, "nsp": "/", "data": ["ticket"], "id": 2},
        {"type": EVENT, "nsp": "/", "data": ["facts", _plain(facts)]},
        {"type": EVENT, "nsp": "/", "data": ["bytes", {"raw": b"\x00\xff", "none": None, "yes": True}]},
        {"type": ACK, "nsp": "/", "data": [_plain(Outcome(ok=True, seq=42))], "id": 0},
        {"type": ACK, "nsp": "/", "data": [_plain(refused)], "id": 1},
        {"type": ACK, "nsp": "/", "data": [_plain(Ticket("t" * 32))], "id": 2},
        {"type": DISCONNECT, "nsp": "/"},
    ]


def _taken(packet: dict[str, Any]) -> dict[str, Any]:
    """Raises MalformedPacketError should the server not take what is written here."""
    data = msgpack.packb(packet)
    if packet["type"] != ACK:  # the server only writes these
        FactPacket(encoded_packet=data)
    return {"hex": data.hex(), "packet": _readable(packet)}


def _readable(value: Any) -> Any:
    """Bytes have no spelling in JSON: {"hex": ...}."""
    match value:
        case bytes():
            return {"hex": value.hex()}
        case dict():
            return {key: _readable(entry) for key, entry in value.items()}
        case list():
            return [_readable(entry) for entry in value]
        case _:
            return value


def _broken() -> list[tuple[str, bytes]]:
    event = {"type": EVENT, "nsp": "/", "data": ["seen", {"seq": 1}]}
    return [
        ("not MessagePack", b"\xc1"),
        ("cut short", msgpack.packb(event)[:-2]),
        ("something after it", msgpack.packb(event) + b"\x00"),
        ("a list", msgpack.packb([EVENT, "/"])),
        ("a binary event, which jams other clients", msgpack.packb({**event, "type": 5})),
        ("a type that is no number", msgpack.packb({**event, "type": "2"})),
        ("no type", msgpack.packb({"nsp": "/", "data": ["seen"]})),
        ("another namespace", msgpack.packb({**event, "nsp": "/admin"})),
        ("an event without a name", msgpack.packb({**event, "data": []})),
        ("an event whose name is a number", msgpack.packb({**event, "data": [1]})),
        ("an id that is text", msgpack.packb({**event, "id": "7"})),
        ("an id that is a truth", msgpack.packb({**event, "id": True})),
        ("an extension type", msgpack.packb({**event, "data": ["seen", None]})[:-1] + b"\xd4\x00\x00"),
        ("a map with a number for a key", msgpack.packb({**event, "data": ["seen", {1: 2}]})),
        ("too many things", msgpack.packb({**event, "data": ["seen", [0] * (MOST_ITEMS + 1)]})),
        ("too long a text", msgpack.packb({**event, "data": ["seen", "x" * (MOST_TEXT + 1)]})),
        ("nested too deep", b"\x91" * 600 + b"\xc0"),
    ]


def _is_refused(data: bytes) -> bool:
    """Raises ValueError when the server would take what is listed as broken."""
    try:
        FactPacket(encoded_packet=data)
    except MalformedPacketError:
        return True
    raise ValueError(f"taken, though it is broken: {data[:40].hex()}")
