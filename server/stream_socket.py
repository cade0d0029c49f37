"""One stream's WebSocket after its handshake: messages out of frames, and closing with a code.

It takes the connection over from aiohttp by asyncio's own means (`Transport.set_protocol`), and tells aiohttp when it
has ended. See `frames.py` for why.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from server.frames import BINARY, CLOSE, PING, FrameError, FrameReader, close_frame, pong_frame

GOODBYE_S: Final = 1.0
"""How long the other side gets to read a goodbye; then the connection is dropped."""
MALFORMED: Final = 1002
GOOD: Final = 1000

Hear = Callable[[bytes], None]


class StreamSocket(asyncio.Protocol):
    """Keeps the first message in `first` (empty when the connection is lost before), and hands later ones to `hear`,
    which whoever has read the first one sets. Not safe for threads.
    """

    def __init__(self, transport: asyncio.Transport) -> None:
        self.first: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self.hear: Hear = self._take_first
        self.pipe = transport
        self.ended = asyncio.Event()
        self._before = transport.get_protocol()
        self._frames = FrameReader()
        self._closing = False
        self._resting: asyncio.TimerHandle | None = None
        transport.set_protocol(self)

    def _take_first(self, message: bytes) -> None:
        if not self.first.done():
            self.first.set_result(message)

    def data_received(self, data: bytes) -> None:
        try:
            for kind, payload in self._frames.feed(data):
                if kind == BINARY and not self._closing:
                    self.hear(payload)
                else:
                    self._take(kind, payload)
        except FrameError:
            self.close(MALFORMED)
            self._frames = FrameReader()

    def _take(self, kind: int, payload: bytes) -> None:
        if kind == CLOSE:
            self.close(GOOD)
            self.pipe.close()  # both have said goodbye
        elif kind == PING and not self._closing and not self.pipe.is_closing():
            self.pipe.write(pong_frame(payload))

    def connection_lost(self, exc: Exception | None) -> None:
        self._closing = True
        self._take_first(b"")
        self.hear = _nothing  # or this and whoever listened would keep each other
        self.ended.set()
        self._before.connection_lost(exc)

    def slow_down(self, seconds: float) -> None:
        """Reads nothing for so long: what is sent meanwhile waits in the sender's own line."""
        if not self.pipe.is_closing():
            self.pipe.pause_reading()
            if self._resting is not None:
                self._resting.cancel()
            self._resting = asyncio.get_running_loop().call_later(seconds, self._go_on)

    def _go_on(self) -> None:
        if not self.pipe.is_closing():
            self.pipe.resume_reading()

    def close(self, code: int) -> None:
        """Says goodbye; nothing that comes from now on is looked at but the other side's goodbye.

        Until that comes, for a second at most, what is sent is read and thrown away: a socket that is closed with bytes
        unread takes its last words back.
        """
        if self._closing:
            return
        self._closing = True
        if not self.pipe.is_closing():
            self.pipe.write(close_frame(code))
            self.pipe.resume_reading()
            asyncio.get_running_loop().call_later(GOODBYE_S, self.drop)

    def drop(self) -> None:
        """Ends the connection at once; what is still to be written is thrown away."""
        self._closing = True
        self.pipe.abort()


def _nothing(message: bytes) -> None:
    """What comes after the end is heard by nobody."""
