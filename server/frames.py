"""WebSocket frames (RFC 6455, section 5): written whole for both doors, read small and binary for the stream. Pure.

aiohttp's own reader wakes a task for every message, which costs more than all that we do with a pose. So the stream
keeps aiohttp's handshake and reads its few kinds of frames by itself; whatever pages never send ends it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from typing import Final

TEXT: Final = 0x81
BINARY: Final = 0x82
"""The last (and only) frame of a message."""
CLOSE: Final = 0x88
PING: Final = 0x89
PONG: Final = 0x8A
TAKEN: Final = frozenset((BINARY, CLOSE, PING, PONG))
MASKED: Final = 0x80
MOST_PAYLOAD: Final = 125
"""As long as a frame's length fits into its second byte; ours are 8 and 32 bytes long."""
_SHORT: Final = 126
_LONGER: Final = 127
_HEAD: Final = 6
"""Two bytes and the mask."""
_LONG = struct.Struct(">BBH")
_LONGEST = struct.Struct(">BBQ")
_CODE = struct.Struct(">BBH")


class FrameError(ValueError):
    """What came is no frame that a page of ours would send."""


def binary_frame(payload: bytes) -> bytes:
    """A whole binary message as a server writes it."""
    return _head(BINARY, len(payload)) + payload


def text_frame(text: str) -> bytes:
    """A whole text message as a server writes it."""
    payload = text.encode()
    return _head(TEXT, len(payload)) + payload


def _head(kind: int, size: int) -> bytes:
    if size < _SHORT:
        return bytes((kind, size))
    return _LONG.pack(kind, _SHORT, size) if size <= 0xFFFF else _LONGEST.pack(kind, _LONGER, size)


def close_frame(code: int) -> bytes:
    return _CODE.pack(CLOSE, 2, code)


def pong_frame(payload: bytes) -> bytes:
    """The answer to a ping: the same payload, at most 125 bytes."""
    return bytes((PONG, len(payload))) + payload


class FrameReader:
    """Reads what one client sends, in whatever pieces it comes. Holds at most one frame of 131 bytes."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> Iterable[tuple[int, bytes]]:
        """The kind (BINARY, CLOSE, PING or PONG) and the payload of each whole frame, which is to be read to its end.
        Raises FrameError behind the good ones; the reader is of no use after that."""
        size = len(data)
        if not self._rest and size >= _HEAD and data[0] == BINARY and size - _HEAD == data[1] - MASKED <= MOST_PAYLOAD:
            return ((BINARY, unmasked(data[2:_HEAD], data[_HEAD:])),)  # as nearly all come: one whole pose
        return self._frames(self._rest + data)

    def _frames(self, data: bytes) -> Iterator[tuple[int, bytes]]:
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
    key = (mask * (size // 4 + 1))[:size]
    return (_number(payload, "big") ^ _number(key, "big")).to_bytes(size, "big")


_number = int.from_bytes
