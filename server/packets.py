"""Socket.IO packets as MessagePack, read with limits.

The stock packet class passes no limits to msgpack (1 MB of empty maps costs 63 MB) and takes packet types that jam the
client. A packet that is not one of ours raises `MalformedPacketError`, on which the gateway closes the connection.
"""

from __future__ import annotations

from typing import Any, Final

import msgpack
from socketio.packet import ACK, CONNECT, DISCONNECT, EVENT, Packet

MOST_BYTES: Final = 64 * 1024
MOST_ITEMS: Final = 64
MOST_TEXT: Final = 8 * 1024
FIELDS: Final = frozenset({"type", "nsp", "data", "id"})
TAKEN: Final = (CONNECT, DISCONNECT, EVENT, ACK)


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
        try:
            found = msgpack.unpackb(
                encoded_packet, max_str_len=MOST_TEXT, max_bin_len=MOST_TEXT, max_array_len=MOST_ITEMS,
                max_map_len=MOST_ITEMS, max_ext_len=0,
            )  # fmt: skip
        except (ValueError, TypeError, RecursionError) as error:
            raise MalformedPacketError("not MessagePack within limits") from error
        if not isinstance(found, dict) or not found.keys() <= FIELDS or found.get("nsp") != "/":
            raise MalformedPacketError("not a packet of ours")
        kind, number, data = found.get("type"), found.get("id"), found.get("data")
        if type(kind) is not int or kind not in TAKEN:
            raise MalformedPacketError("a type that clients do not send")
        if not (number is None or type(number) is int):
            raise MalformedPacketError("the id is no number")
        if kind == EVENT and not (isinstance(data, list) and data and isinstance(data[0], str)):
            raise MalformedPacketError("an event has a name")
        self.packet_type, self.namespace, self.id, self.data = kind, "/", number, data
