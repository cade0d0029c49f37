"""Socket.IO packets as MessagePack, read with limits.

The stock packet class passes no limits to msgpack (1 MB of empty maps costs 63 MB) and takes packet types that jam the
client. A packet that is not one of ours raises `MalformedPacketError`, on which the gateway closes the connection.
"""

from __future__ import annotations

import math
from typing import Any, Final

import msgpack
import msgspec
from socketio.packet import CONNECT, DISCONNECT, EVENT, Packet

MOST_BYTES: Final = 64 * 1024
MOST_ITEMS: Final = 64
MOST_TEXT: Final = 8 * 1024
MOST_DEPTH: Final = 8
"""Lists and maps within one another; ours are five deep."""
MOST_NESTED: Final = 256
"""Lists and maps in one packet, counted while they are read: 64 KiB of empty ones would be 4 MB of them."""
MOST_NUMBER: Final = 2**53 - 1
"""The last whole number that a browser can tell from its neighbours."""
FIELDS: Final = frozenset({"type", "nsp", "data", "id"})
TAKEN: Final = (CONNECT, DISCONNECT, EVENT)
"""Nothing that we send asks for an ACK."""

encode: Final = msgspec.msgpack.Encoder().encode


class MalformedPacketError(ValueError):
    """The bytes are no packet that a client of ours would send."""


class FactPacket(Packet):
    """One packet: {type, nsp, data?, id?}."""

    uses_binary_events = False

    def encode(self) -> bytes:
        packed: bytes = msgpack.packb(self._to_dict())
        return packed

    def decode(self, encoded_packet: Any) -> None:
        """Reads a packet. Raises MalformedPacketError for anything but a map of the four known fields."""
        if not isinstance(encoded_packet, bytes) or len(encoded_packet) > MOST_BYTES:
            raise MalformedPacketError("no bytes, or too many")
        found = read(encoded_packet)
        if not isinstance(found, dict) or not found.keys() <= FIELDS or found.get("nsp") != "/":
            raise MalformedPacketError("not a packet of ours")
        kind, number, data = found.get("type"), found.get("id"), found.get("data")
        if type(kind) is not int or kind not in TAKEN:
            raise MalformedPacketError("a type that clients do not send")
        if not (number is None or (type(number) is int and number >= 0)):
            raise MalformedPacketError("the id is no number")
        if kind == EVENT and not (isinstance(data, list) and data and isinstance(data[0], str)):
            raise MalformedPacketError("an event has a name")
        self.packet_type, self.namespace, self.id, self.data = kind, "/", number, data


def event(name: str, payload: msgspec.Struct) -> bytes:
    """An event as it goes over the wire: what `FactPacket` would write, several times as fast."""
    return encode({"type": EVENT, "data": [name, payload], "nsp": "/"})


def read(data: bytes) -> Any:
    """What the bytes say in plain types, with finite numbers, within limits. Raises MalformedPacketError.

    Whatever the bytes are, no more is built of them than the limits let through.
    """
    limits = _Limits()
    try:
        found = msgpack.unpackb(
            data, max_str_len=MOST_TEXT, max_bin_len=MOST_TEXT, max_array_len=MOST_ITEMS, max_map_len=MOST_ITEMS,
            max_ext_len=0, list_hook=limits.take_list, object_pairs_hook=limits.take_map, ext_hook=_no_extension,
        )  # fmt: skip
    except (ValueError, TypeError) as error:
        raise MalformedPacketError("not MessagePack within limits") from error
    _check(found, MOST_DEPTH)
    return found


class _Limits:
    """Hears of every list and map of one packet as soon as it has been read."""

    def __init__(self) -> None:
        self._nested = 0

    def take_list(self, items: list[Any]) -> list[Any]:
        self._count()
        return items

    def take_map(self, pairs: list[tuple[Any, Any]]) -> dict[str, Any]:
        self._count()
        found = {key: value for key, value in pairs if type(key) is str}
        if len(found) != len(pairs):
            raise MalformedPacketError("a key that is no text, or twice the same")
        return found

    def _count(self) -> None:
        self._nested += 1
        if self._nested > MOST_NESTED:
            raise MalformedPacketError("too many lists and maps")


def _no_extension(code: int, data: bytes) -> Any:
    raise MalformedPacketError("an extension type")


def _check(found: Any, depth: int) -> None:
    """Raises MalformedPacketError for more than `depth` levels, and for numbers that no browser of ours writes."""
    if isinstance(found, dict | list):
        if depth == 0:
            raise MalformedPacketError("too deep")
        for item in found.values() if isinstance(found, dict) else found:
            _check(item, depth - 1)
    elif isinstance(found, float):
        if not math.isfinite(found):
            raise MalformedPacketError("not a finite number")
    elif isinstance(found, int) and abs(found) > MOST_NUMBER:
        raise MalformedPacketError("too large a number")
