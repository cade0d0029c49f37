"""Those who watch a room's bodies: each packet is framed once and written to all; whoever is slow misses some.

Newest wins: while a socket still holds bytes it is given nothing more, and what it missed comes as one whole picture.
The kernel's buffers hide one who reads nothing for minutes, so readers say which tick they have (PROTOCOL.md).
"""

from __future__ import annotations

from typing import Final, Protocol

from server.frames import binary_frame

UNREAD_MS: Final = 4400
"""Room time after which one who says nothing of having read a tick is cut: with the look, within five seconds."""


class Pipe(Protocol):
    """As much of `asyncio.WriteTransport` as is used."""

    def write(self, data: bytes, /) -> None: ...

    def get_write_buffer_size(self) -> int: ...

    def is_closing(self) -> bool: ...


class Reader:
    """One open stream's sending side. Times are the room's, in ms."""

    __slots__ = ("_behind", "_last_sent", "_pipe", "_unread_since")

    def __init__(self, pipe: Pipe) -> None:
        self._pipe = pipe
        self._behind = False
        self._last_sent = 0
        self._unread_since: int | None = None

    def push(self, framed: bytes, t: int) -> bool:
        """Gives it the tick of time `t`. False: it is not ready, and gets the whole picture when it is."""
        pipe = self._pipe
        if self._behind or pipe.get_write_buffer_size() > 0 or pipe.is_closing():
            self._behind = True
            return False
        pipe.write(framed)
        self._last_sent = t
        if self._unread_since is None:
            self._unread_since = t
        return True

    def caught_up(self, framed_whole: bytes, t: int) -> bool:
        """Gives one who missed something the whole picture if it is ready now; whether it has everything now."""
        if self._behind:
            self._behind = False
            return self.push(framed_whole, t)
        return True

    def tell(self, message: bytes) -> None:
        if not self._pipe.is_closing():
            self._pipe.write(binary_frame(message))

    def has_read(self, t: int) -> None:
        """It says that it has every tick up to time `t`. What was never sent it cannot have read."""
        if self._unread_since is not None and self._unread_since <= t <= self._last_sent:
            self._unread_since = None if t == self._last_sent else t

    def stalled(self, now: int) -> bool:
        """Whether it has left ticks unread for too long."""
        return self._unread_since is not None and now - self._unread_since > UNREAD_MS
