"""The listening socket under TLS: bounds those who have not finished their handshake, and tells one who came by plain
http where to go.

asyncio's own server knows no limit to half-made handshakes. And whoever types an address into a headset leaves out the
https, and would see an empty page.
"""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
from collections import Counter
from collections.abc import Callable
from typing import Final

import structlog

from server.counts import Counts
from server.strangers import MOST, MOST_AT_ONE
from server.supervision import Supervisor

log = structlog.get_logger("proverom.tls")

HANDSHAKE_WITHIN_S: Final = 5.0
"""How long one who connects may take to say something, and then to finish TLS."""
PAUSE_S: Final = 1.0
"""Before the next is let in when the system has nothing left to let them in with."""
MOST_REQUEST: Final = 4096
_TLS: Final = b"\x16"
_PATH: Final = re.compile(rb"(?:GET|HEAD) (/[!-~]{0,200}) HTTP/1\.[01]\r\n")
_HOST: Final = re.compile(rb"\r\nHost: ([!-~]{1,260})\r\n", re.IGNORECASE)


class TlsDoor:
    """Listens from the moment it is made, which raises OSError when the port is taken; call `open`, and `close` after.

    `serve` makes what speaks HTTP; `address_as` tells the https address for a Host header.
    """

    def __init__(
        self,
        where: tuple[str, int],
        context: ssl.SSLContext,
        serve: Callable[[], asyncio.Protocol],
        address_as: Callable[[str], str],
        counts: Counts,
        within: float = HANDSHAKE_WITHIN_S,
    ) -> None:
        family = socket.AF_INET6 if ":" in where[0] else socket.AF_INET
        self._listening = socket.create_server(where, family=family, backlog=128)
        self._listening.setblocking(False)
        self._context = context
        self._serve = serve
        self._address_as = address_as
        self._counts = counts
        self._within = within
        self._at: Counter[str] = Counter()
        self._tasks = Supervisor("tls")

    def open(self) -> None:
        self._tasks.start("accept", self._accept())

    async def close(self) -> None:
        """Nobody else comes in; who is inside stays there."""
        await self._tasks.close()
        self._listening.close()

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                connection, peer = await loop.sock_accept(self._listening)
            except ConnectionAbortedError:
                continue
            except OSError as error:
                log.warning("nobody can be let in", why=error.strerror)
                await asyncio.sleep(PAUSE_S)
                continue
            address = str(peer[0])
            if self._at.total() >= MOST or self._at[address] >= MOST_AT_ONE:
                self._counts.cut["too_many"] += 1
                connection.close()
                continue
            self._at[address] += 1
            self._tasks.start("greet", self._greet(connection, address))

    async def _greet(self, connection: socket.socket, address: str) -> None:
        connection.setblocking(False)
        try:
            if await self._speaks_tls(connection):
                await asyncio.get_running_loop().connect_accepted_socket(
                    self._serve, connection, ssl=self._context, ssl_handshake_timeout=self._within
                )  # which closes the connection itself when it fails
        except TimeoutError:
            self._counts.cut["silent"] += 1
        except OSError as error:
            log.debug("no handshake", error=type(error).__name__)  # of TLS too: a browser that does not trust us
        finally:
            self._at[address] -= 1
            self._at += Counter()  # keeps none at zero

    async def _speaks_tls(self, connection: socket.socket) -> bool:
        """Looks at the first byte and leaves it there. One who does not speak TLS is answered and closed."""
        speaks = False
        try:
            async with asyncio.timeout(self._within):
                speaks = await _first_byte(connection) == _TLS
                if not speaks:
                    await self._send_to_https(connection)
        finally:
            if not speaks:
                connection.close()
        return speaks

    async def _send_to_https(self, connection: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        request = await loop.sock_recv(connection, MOST_REQUEST)
        asked, host = _PATH.match(request), _HOST.search(request)
        if asked is None:
            return
        there = self._address_as(host[1].decode("ascii") if host else "") + asked[1].decode("ascii")
        head = f"HTTP/1.1 302 Found\r\nLocation: {there}\r\nCache-Control: no-store\r\nContent-Length: 0\r\n"
        await loop.sock_sendall(connection, f"{head}Connection: close\r\n\r\n".encode("ascii"))


async def _first_byte(connection: socket.socket) -> bytes:
    """What comes first, still to be read; empty when the other side has gone."""
    loop, readable = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(connection, readable.set)
    try:
        await readable.wait()
    finally:
        loop.remove_reader(connection)
    return connection.recv(1, socket.MSG_PEEK)
