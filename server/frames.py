"""Binary WebSocket frames as a server writes them (RFC 6455, 5.2): made once, written to many."""

from __future__ import annotations

import struct
from typing import Final

BINARY: Final = 0x82
"""The last (and only) frame of a binary message."""
_SHORT: Final = 126
_LONG = struct.Struct(">BBH")


def binary_frame(payload: bytes) -> bytes:
    """The whole frame. At most 65 535 bytes of payload; ValueError beyond."""
    size = len(payload)
    if size < _SHORT:
        return bytes((BINARY, size)) + payload
    if size > 0xFFFF:
        raise ValueError(f"a packet of {size} bytes is too large for the stream")
    return _LONG.pack(BINARY, _SHORT, size) + payload
