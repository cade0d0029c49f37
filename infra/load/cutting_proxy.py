"""A TCP line that can be cut, for tests and measurements: everything on loopback passes through it unread.

Three manners, as networks have them. `reset`: both ends hear of it at once and nobody gets through until it is over.
`silence`: nothing arrives while it lasts, then what was sent comes late, as TCP sends it again. `forgotten`: as
silence, but what stood before is never heard of again (an access point or a router that lost its table), while what is
dialled afterwards gets through.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import Final, Literal, cast

from server.supervision import Supervisor

Manner = Literal["reset", "silence", "forgotten"]
MANNERS: Final[tuple[Manner, ...]] = ("reset", "silence", "forgotten")
DIAL_S: Final = 5.0
RESET_AT_CLOSE: Final = struct.pack("ii", 1, 0)


class End(asyncio.Protocol):
    """One end of a connection through the proxy: what it hears goes to the other end."""

    transport: asyncio.Transport
    other: End | None = None
    forgotten = False
    connecting = False
    """Its other end is there, or on its way."""

    def __init__(self, proxy: CuttingProxy, is_client: bool) -> None:
        self._proxy = proxy
        self.is_client = is_client
        self._early = b""
        """Came before there was anywhere to send it: some versions of asyncio read once although told to pause."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self._proxy.began(self)

    def data_received(self, data: bytes) -> None:
        if self.other is None:
            self._early += data
        else:
            self.other.transport.write(data)

    def send_early(self) -> None:
        """What came too early goes on its way."""
        if self.other is not None and self._early:
            self.other.transport.write(self._early)
            self._early = b""

    def eof_received(self) -> bool:
        return False

    def connection_lost(self, error: Exception | None) -> None:
        self._proxy.ended(self)

    def reset(self) -> None:
        """Ends it so that the other side gets a reset rather than a goodbye."""
        made = self.transport.get_extra_info("socket")
        if made is not None:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_AT_CLOSE)
        self.transport.abort()


class CuttingProxy:
    """Listens on loopback, on a free port unless told which, and passes everything to `target`, another port there."""

    def __init__(self, target: int) -> None:
        self.port = 0
        self._target = target
        self._tasks = Supervisor("cutting proxy")
        self._ends: set[End] = set()
        self._server: asyncio.Server | None = None
        self._now: Manner | None = None

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: End(self, True), host, port)
        self.port = self._server.sockets[0].getsockname()[1]

    def cut(self, manner: Manner) -> None:
        """From now on the line is cut, until `mend`."""
        self._now = manner
        for end in list(self._ends):
            _cut(end, manner)

    def mend(self) -> None:
        """The line is there again."""
        self._now = None
        for end in list(self._ends):
            if end.other is None:
                self._pass_on(end)  # and it is read when there is somewhere to send it
            elif not end.forgotten:
                end.send_early()
                end.transport.resume_reading()

    async def close(self) -> None:
        if self._server is not None:
            self._server.close()
        for end in list(self._ends):
            end.transport.abort()
        await self._tasks.close()

    def began(self, end: End) -> None:
        self._ends.add(end)
        if not end.is_client:
            return
        if self._now == "reset":
            end.reset()
            return
        end.transport.pause_reading()
        if self._now is None:
            self._pass_on(end)

    def ended(self, end: End) -> None:
        """Passes the end on. One whose line is cut is not read, so that its end is not heard of until it is mended."""
        self._ends.discard(end)
        if end.other is not None and not end.forgotten:
            end.other.transport.close()

    def _pass_on(self, end: End) -> None:
        if end.is_client and not end.connecting:
            end.connecting = True
            self._tasks.start("connect", self._connect(end))

    async def _connect(self, end: End) -> None:
        loop = asyncio.get_running_loop()
        try:
            made = loop.create_connection(lambda: End(self, False), "127.0.0.1", self._target)
            _, other = await asyncio.wait_for(made, DIAL_S)
        except (OSError, TimeoutError):
            end.reset()
            return
        end.other, other.other = other, end
        if end.transport.is_closing():
            other.transport.close()
        elif self._now is None:
            end.send_early()
            end.transport.resume_reading()
        else:  # the line was cut while this was being connected
            _cut(end, self._now)
            _cut(other, self._now)


def _cut(end: End, manner: Manner) -> None:
    if manner == "reset":
        end.reset()
    else:
        end.transport.pause_reading()
        end.forgotten = end.forgotten or manner == "forgotten"
