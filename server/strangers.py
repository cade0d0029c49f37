"""Sockets that have not yet said who they are: how many there may be, and for how long.

A socket is a stranger until its first whole HTTP request has come; a WebSocket until its CONNECT or its ticket has been
accepted. So nobody can hold the server by opening sockets and saying nothing, or one byte now and then.
"""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from typing import Any, Final

from aiohttp import web

from server.counts import Counts
from server.proxies import Networks, is_trusted

MOST: Final = 512
MOST_AT_ONE: Final = 256
"""From one address: a whole clinic may come back at once from behind one. A trusted proxy counts for itself."""
SPEAKS_WITHIN_S: Final = 5.0
ASKED_WITHIN_S: Final = 20.0
"""How long a request may take to send its body and be decided."""
IDLE_S: Final = 30.0
"""How long a browser's socket stays open between two requests."""
ONE_EVERY_S: Final = 0.004
"""WebSockets are let in one after another, since each costs a millisecond or two: neither who opens them without end
nor a whole clinic that comes back at once makes the rooms stand still."""
AT_ONCE: Final = 4
KERNEL_HOLDS: Final = 128 * 1024
"""Bytes that wait in the kernel for one who does not read; it takes twice that. By itself it would hold 4 MB."""


class Strangers:
    """The table of strangers, by their transports. Not safe for threads."""

    def __init__(self, trusted: Networks, counts: Counts) -> None:
        self._trusted = trusted
        self._counts = counts
        self._late: dict[asyncio.BaseTransport, asyncio.TimerHandle] = {}
        self._from: dict[asyncio.BaseTransport, str] = {}
        self._at: Counter[str] = Counter()
        self._next_turn = 0.0

    def __len__(self) -> int:
        return len(self._from)

    def come(self, transport: asyncio.Transport) -> None:
        """A new socket. It is dropped when there are too many, or when it has sent no whole request in time."""
        address = str((transport.get_extra_info("peername") or ("",))[0])
        if len(self._from) >= MOST or (self._at[address] >= MOST_AT_ONE and not is_trusted(address, self._trusted)):
            self._drop(transport, "too_many")
            return
        self._from[transport] = address
        self._at[address] += 1
        loop = asyncio.get_running_loop()
        self._late[transport] = loop.call_later(SPEAKS_WITHIN_S, self._drop, transport, "silent")

    def spoke(self, transport: asyncio.BaseTransport | None) -> None:
        """A whole request has come: whoever answers it looks to the time from now on."""
        if transport is not None and (late := self._late.pop(transport, None)) is not None:
            late.cancel()

    def wait_for_turn(self, now: float) -> float:
        """Takes the next turn to open a WebSocket; seconds until then, 0 for the first few. At most MOST wait."""
        turn = max(self._next_turn, now - AT_ONCE * ONE_EVERY_S)
        self._next_turn = turn + ONE_EVERY_S
        return max(0.0, turn - now)

    def known(self, transport: asyncio.BaseTransport | None) -> None:
        """It has said who it is, or has gone. Unknown ones are fine."""
        self.spoke(transport)
        if transport is not None and (address := self._from.pop(transport, None)) is not None:
            self._at[address] -= 1
            self._at += Counter()  # keeps none at zero

    def _drop(self, transport: asyncio.Transport, why: str) -> None:
        self._counts.cut[why] += 1
        transport.abort()


class DoorServer(web.Server):
    """aiohttp's server, which knows no limit to sockets that send nothing: each is a stranger at first."""

    def __init__(self, app: web.Server, strangers: Strangers, **options: Any) -> None:
        super().__init__(self._handle, request_factory=self._hear, **options)
        self._app = app
        self._strangers = strangers

    def connection_made(self, handler: Any, transport: asyncio.Transport) -> None:
        super().connection_made(handler, transport)
        bare = transport.get_extra_info("socket")
        if bare is not None:
            bare.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, KERNEL_HOLDS)
        self._strangers.come(transport)

    def connection_lost(self, handler: Any, exc: BaseException | None = None) -> None:
        self._strangers.known(handler.transport)
        super().connection_lost(handler, exc)

    def _hear(self, message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
        if message.upgrade:
            self._strangers.spoke(protocol.transport)
        else:
            self._strangers.known(protocol.transport)
        return self._app.request_factory(message, payload, protocol, writer, task)

    async def _handle(self, request: Any) -> web.StreamResponse:
        opens = request.headers.get("Upgrade") is not None
        if opens:
            await asyncio.sleep(self._strangers.wait_for_turn(asyncio.get_running_loop().time()))
        try:
            async with asyncio.timeout(None if opens else ASKED_WITHIN_S):
                response = await self._app.request_handler(request)  # aiohttp answers 504 when it takes too long
        except ConnectionResetError:  # gone before the answer, which is no failure of ours; nobody reads this one
            return web.Response(status=400)
        if isinstance(response, web.WebSocketResponse) and (error := response.exception()) is not None:
            error.with_traceback(None)  # or the two would keep each other, and all of the connection, for long
        return response


class DoorRunner(web.AppRunner):
    """Runs `app` behind a `DoorServer`."""

    def __init__(self, app: web.Application, strangers: Strangers, shutdown_timeout: float) -> None:
        super().__init__(app, access_log=None, shutdown_timeout=shutdown_timeout, keepalive_timeout=IDLE_S)
        self._strangers = strangers

    async def _make_server(self) -> web.Server:
        return DoorServer(await super()._make_server(), self._strangers, **self._kwargs)
