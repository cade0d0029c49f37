"""WebSocket frames (RFC 6455, section 5) as the stream needs them: small, whole and binary. Pure.

aiohttp's own reader wakes a task for every message, which costs more than all that we do with a pose. So the stream
keeps aiohttp's handshake and reads its few kinds of frames by itself; whatever pages never send ends it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

BINARY: Final = 0x82
"""The last (and only) frame of a binary message."""
CLOSE: Final = 0x88
PING: Final = 0x89
PONG: Final = 0x8A
TAKEN: Final = frozenset((BINARY, CLOSE, PING, PONG))
MASKED: Final = 0x80
MOST_PAYLOAD: Final = 125
"""As long as a frame's length fits into its second byte; ours are 8 and 32 bytes long."""
_SHORT: Final = 126
_HEAD: Final = 6
"""Two bytes and the mask."""
_LONG = struct.Struct(">BBH")
_CODE = struct.Struct(">BBH")


class FrameError(ValueError):
    """What came is no frame that a page of ours would send."""


def binary_frame(payload: bytes) -> bytes:
    """A whole message as a server writes it. At most 65 535 bytes of payload; ValueError beyond."""
    size = len(payload)
    if size < _SHORT:
        return bytes((BINARY, size)) + payload
    if size > 0xFFFF:
        raise ValueError(f"a packet of {size} bytes is too large for the stream")
    return _LONG.pack(BINARY, _SHORT, size) + payload


def close_frame(code: int) -> bytes:
    return _CODE.pack(CLOSE, 2, code)


def pong_frame(payload: bytes) -> bytes:
    """The answer to a ping: the same payload, at most 125 bytes."""
    return bytes((PONG, len(payload))) + payload


class FrameReader:
    """Reads what one client sends, in whatever pieces it comes. Holds at most one frame of 131 bytes."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        """The kind (BINARY, CLOSE, PING or PONG) and the payload of each whole frame. Raises FrameError; the reader is
        of no use after that."""
        if self._rest:
            data = self._rest + data
        start, size = 0, len(data)
        while size - start >= _HEAD:
            kind, length = data[start], data[start + 1] - MASKED
            if kind not in TAKEN or not 0 <= length <= MOST_PAYLOAD:
                raise FrameError("not a small, whole, masked frame")
            begin = start + _HEAD
            end = begin + length
            if end > size:
                break
            yield kind, unmasked(data[start + 2 : begin], data[begin:end])
            start = end
        self._rest = data[start:]


def unmasked(mask: bytes, payload: bytes) -> bytes:
    """The payload as it was meant: each byte combined with one of the mask's four in turn."""
    size = len(payload)
    key = int.from_bytes((mask * (size // 4 + 1))[:size], "little")
    return (int.from_bytes(payload, "little") ^ key).to_bytes(size, "little")
