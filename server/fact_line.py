"""The WebSocket under engine.io: every frame is counted and held to a pace, and what our pages never send ends it.

engine.io makes one with the coroutine that it runs over it, then calls `wait` and `send`; None from `wait` ends the
connection. (An error would too, but would keep all of it in a ring of tracebacks until the collector comes by.) Its own
queue has no bound, so what waits to be written is counted here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiohttp import WSCloseCode, WSMsgType, web

from server.pace import CUT, Pace
from server.packets import MOST_BYTES

PACKETS_A_SECOND: Final = 120.0
AT_ONCE: Final = 120.0
"""So many may come in a burst: after a cut, a page says at once what it could not say."""
GOODBYE_S: Final = 1.0
"""How long the other side gets to read a goodbye and answer a close; then the socket is dropped."""
PONG: Final = "3"
CLOSE: Final = "1"


class FactLine:
    """One WebSocket. `overrun` hears that this sender is too fast: first False (told), at last True (cut)."""

    def __init__(
        self,
        run: Callable[[FactLine], Awaitable[None]],
        clock: Callable[[], float],
        overrun: Callable[[bool], Awaitable[None]],
        malformed: Callable[[str], None],
    ) -> None:
        self._run = run
        self._clock = clock
        self._overrun = overrun
        self._malformed = malformed
        self._pace = Pace(PACKETS_A_SECOND, AT_ONCE, clock())
        self._socket = web.WebSocketResponse(timeout=GOODBYE_S, max_msg_size=MOST_BYTES, autoping=False, compress=False)
        self._transport: asyncio.Transport | None = None
        self._writing = False
        self._clear_at = clock()
        self.code: int = WSCloseCode.OK
        """With which the WebSocket is closed by us."""
        self.ended = asyncio.Event()

    async def __call__(self, environ: dict[str, Any]) -> web.WebSocketResponse:
        """Serves until the line has ended. Raises web.HTTPException for a handshake that is none."""
        request: web.Request = environ["aiohttp.request"]
        await self._socket.prepare(request)
        self._transport = request.transport
        try:
            await self._run(self)
        finally:
            self.ended.set()
            if self._transport is not None:  # whoever does not read would keep what is still to be written
                self._transport.close()
                asyncio.get_running_loop().call_later(GOODBYE_S, self._transport.abort)
        return self._socket

    async def wait(self) -> str | bytes | None:
        """The next packet for engine.io; None when the line has ended, or is ended by us. May be cancelled."""
        while True:
            message = await self._socket.receive()
            if message.type not in (WSMsgType.BINARY, WSMsgType.TEXT, WSMsgType.PING, WSMsgType.PONG):
                return None
            if not await self._keep_pace():
                return None
            if message.type is WSMsgType.BINARY:
                data: bytes = message.data
                return data
            if message.type is WSMsgType.PING:
                await self.write(self._socket.pong(message.data))
            elif message.type is WSMsgType.TEXT:
                if message.data not in (PONG, CLOSE):
                    self._malformed("text")
                    return None
                text: str = message.data
                return text

    async def _keep_pace(self) -> bool:
        """Sleeps while this sender is over its pace; what it sends meanwhile waits in its own line, unread. False when
        it has been over it for too long."""
        wait = self._pace.take(self._clock())
        if wait == 0.0:
            return True
        if wait == CUT:
            await self._overrun(True)
            return False
        if not self._pace.told:
            self._pace.told = True
            await self._overrun(False)
        await asyncio.sleep(wait)
        return True

    async def send(self, message: str | bytes) -> None:
        """Writes one packet, in engine.io's order; waits while the other side reads too slowly."""
        if isinstance(message, bytes):
            await self.write(self._socket.send_bytes(message))
        else:
            await self.write(self._socket.send_str(message))

    async def write(self, sending: Awaitable[None]) -> None:
        self._writing = True
        try:
            await sending
        finally:
            self._writing = False

    def unread_for(self, now: float) -> float:
        """Seconds for which something has waited that the other side does not take; asked now and then."""
        stuck = self._transport is not None and (self._writing or self._transport.get_write_buffer_size() > 0)
        if not stuck:
            self._clear_at = now
        return now - self._clear_at

    async def close(self) -> None:
        """Closes the WebSocket for engine.io, which has ended it. One who does not take it in time is dropped."""
        try:
            async with asyncio.timeout(GOODBYE_S):
                await self._socket.close(code=self.code)
        except TimeoutError:
            self.drop()

    def drop(self) -> None:
        """Ends the socket at once, whatever waits to be written."""
        if self._transport is not None:
            self._transport.abort()
