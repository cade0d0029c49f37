"""One member's end of the stream, as lean as can be: the generator shares a core with a thousand of them.

Our own few lines of WebSocket (RFC 6455), since a client library costs more for each packet than the server does.
Frames are masked with zeros, which the standard allows, so that a pose is written as it is.
"""

from __future__ import annotations

import asyncio
import os
import struct
from base64 import b64encode
from collections.abc import Callable
from typing import Final, cast

from rooms.bodies import POSE_BYTES, READ, TICK, TICK_HEAD, pack_pose

BINARY: Final = 0x82
MASKED: Final = 0x80
PING: Final = 0x89
PONG: Final = 0x8A
CLOSE: Final = 0x88
OPENED: Final = b"\x00"
NO_MASK: Final = bytes(4)
READ_EVERY_S: Final = 2.0
FRAMED_READ: Final = bytes((BINARY, MASKED | TICK_HEAD.size)) + NO_MASK
FRAMED_POSE: Final = bytes((BINARY, MASKED | POSE_BYTES)) + NO_MASK
Received = Callable[[tuple[float, bytes]], None]
"""Takes the clock's time and a tick's packet."""
_NUMBER = struct.Struct("<I")
_UPRIGHT: Final = (0.0, 0.0, 0.0, 1.0)


class StreamMember(asyncio.Protocol):
    """Sends poses that carry a number, and hands each tick that comes to `received` with the clock's time.

    `opened` is done with None once the ticket was taken, or with ConnectionResetError.
    """

    def __init__(
        self,
        host: str,
        ticket: str,
        clock: Callable[[], float],
        at: tuple[float, float],
        received: Received,
    ) -> None:
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._received = received
        self.bytes_down = 0
        self.sent_at: list[float] = []
        self.ended = False
        self._host = host
        self._ticket = ticket
        self._clock = clock
        self._rest = b""
        self._upgraded = False
        self._read_at = 0.0
        self._poses = [_framed(at[0] + 0.05 * step, at[1]) for step in (0, 1, 2, 1)]
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is none by its class
        key = b64encode(os.urandom(16)).decode()
        self._transport.write(
            f"GET /stream HTTP/1.1\r\nHost: {self._host}\r\nOrigin: http://{self._host}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )

    def connection_lost(self, exc: Exception | None) -> None:
        self.ended = True
        if not self.opened.done():
            self.opened.set_exception(ConnectionResetError("the stream was refused"))

    def data_received(self, data: bytes) -> None:
        now = self._clock()
        self.bytes_down += len(data)
        data, start = self._rest + data, 0
        if not self._upgraded:
            start = data.find(b"\r\n\r\n") + 4
            if start < 4:
                self._rest = data
                return
            self._show_ticket(data)
        while (found := _frame(data, start)) is not None:
            kind, begin, end = found
            start = end
            if kind == BINARY:
                packet = data[begin:end]
                if packet == OPENED:
                    self.opened.set_result(None)
                else:
                    self._received((now, packet))
                    self._say_read(now, packet)
            else:
                self._control(kind, data[begin:end])
        self._rest = data[start:]

    def send_pose(self) -> None:
        """Sends one pose now; its number, and so its place in `sent_at`, is in the right hand's turn."""
        number = len(self.sent_at)
        self.sent_at.append(self._clock())
        if self._transport is not None and not self.ended:
            self._transport.write(self._poses[number & 3] + _NUMBER.pack(number))

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def _show_ticket(self, answer: bytes) -> None:
        """The upgrade was answered. Raises ConnectionRefusedError when it was refused."""
        if not answer.startswith(b"HTTP/1.1 101"):
            raise ConnectionRefusedError(answer.split(b"\r\n", 1)[0].decode("ascii", "replace"))
        self._upgraded = True
        ticket = self._ticket.encode()
        if self._transport is not None:
            self._transport.write(bytes((BINARY, MASKED | len(ticket))) + NO_MASK + ticket)

    def _say_read(self, now: float, packet: bytes) -> None:
        """Tells the server every other second which tick has come, as the browser does."""
        if now - self._read_at >= READ_EVERY_S and packet[0] == TICK and self._transport is not None:
            self._read_at = now
            _, _, _, t = TICK_HEAD.unpack(packet[: TICK_HEAD.size])
            self._transport.write(FRAMED_READ + TICK_HEAD.pack(READ, 0, 0, t))

    def _control(self, kind: int, payload: bytes) -> None:
        if self._transport is None:
            return
        if kind == PING:
            self._transport.write(bytes((PONG, MASKED | len(payload))) + NO_MASK + payload)
        elif kind == CLOSE:
            self._transport.close()


def _framed(x: float, z: float) -> bytes:
    """A pose's frame up to the right hand's turn."""
    pose = pack_pose(((x, 1.6, z), _UPRIGHT), right=((x + 0.2, 1.1, z - 0.2), _UPRIGHT))
    return FRAMED_POSE + pose[: -_NUMBER.size]


def _frame(data: bytes, start: int) -> tuple[int, int, int] | None:
    """Kind and payload's begin and end of the frame at `start`; None while it is not whole."""
    if len(data) < start + 2:
        return None
    length = data[start + 1]
    begin = start + 2
    if length == 126:
        if len(data) < start + 4:
            return None
        length, begin = data[start + 2] << 8 | data[start + 3], start + 4
    return (data[start], begin, begin + length) if len(data) >= begin + length else None
