"""The WebSocket under engine.io: what comes in is counted and held to a pace, what goes out is written at once.

engine.io's own driver makes two tasks for every packet that comes and wakes two more for each that goes; this one makes
none. To engine.io it is the socket's queue: what it puts in there is on its way. Nothing else here waits to be written,
so whoever does not read is seen by the transport's own buffer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiohttp import WSCloseCode, WSMsgType, web
from engineio.packet import Packet

from server.frames import binary_frame, pong_frame, text_frame
from server.pace import CUT, Pace
from server.packets import MOST_BYTES
from server.web_socket import ClosedByUs

PACKETS_A_SECOND: Final = 120.0
AT_ONCE: Final = 120.0
"""So many may come in a burst: after a cut, a page says at once what it could not say."""
GOODBYE_S: Final = 1.0
"""How long the other side gets to read a goodbye and answer a close; then the socket is dropped."""
PONG: Final = "3"
CLOSE: Final = "1"


class FactLine:
    """One WebSocket. `socket` is engine.io's; `overrun` hears that this sender is too fast: first False (told), at last
    True (cut)."""

    def __init__(
        self,
        socket: Any,
        clock: Callable[[], float],
        overrun: Callable[[bool], Awaitable[None]],
        malformed: Callable[[str], None],
    ) -> None:
        self._socket = socket
        self._clock = clock
        self._overrun = overrun
        self._malformed = malformed
        self._pace = Pace(PACKETS_A_SECOND, AT_ONCE, clock())
        self._web = ClosedByUs(
            timeout=GOODBYE_S, max_msg_size=MOST_BYTES, autoping=False, autoclose=False, compress=False
        )
        self._transport: asyncio.Transport | None = None
        self._clear_at = clock()
        self.heard_at = clock()
        self.code: int = WSCloseCode.OK
        """With which the WebSocket is closed by us."""
        self.ended = asyncio.Event()

    async def __call__(self, environ: dict[str, Any]) -> web.WebSocketResponse:
        """Serves until the line has ended. Raises web.HTTPException for a handshake that is none."""
        request: web.Request = environ["aiohttp.request"]
        await self._web.prepare(request)
        self._transport = request.transport
        before = self._socket.queue
        try:
            await self._take_over(before)
            await self._listen()
            await self._socket.close(wait=False, abort=True, reason=self._socket.server.reason.TRANSPORT_CLOSE)
            await self.close()
        finally:
            self._socket.queue = before  # or the two would keep each other
            self.ended.set()
            if self._transport is not None:  # whoever does not read would keep what is still to be written
                self._transport.close()
                asyncio.get_running_loop().call_later(GOODBYE_S, self._transport.abort)
        return self._web

    async def _take_over(self, before: asyncio.Queue[Packet]) -> None:
        """From here on engine.io's packets are written as they come; its greeting is waiting already."""
        self._socket.queue = self
        self._socket.connected = self._socket.upgraded = True
        while not before.empty():
            await self.put(before.get_nowait())
            before.task_done()

    async def _listen(self) -> None:
        """Hands packet after packet to engine.io, until the line has ended or is ended by us."""
        while not self._socket.closed and (data := await self._next()) is not None:
            await self._socket.receive(Packet(encoded_packet=data))

    async def _next(self) -> str | bytes | None:
        while True:
            message = await self._web.receive()
            if message.type not in (WSMsgType.BINARY, WSMsgType.TEXT, WSMsgType.PING, WSMsgType.PONG):
                return None
            self.heard_at = self._clock()
            if not await self._keep_pace():
                return None
            if message.type is WSMsgType.BINARY:
                data: bytes = message.data
                return data
            if message.type is WSMsgType.PING:
                self.write(pong_frame(message.data))
            elif message.type is WSMsgType.TEXT:
                if message.data not in (PONG, CLOSE):
                    self._malformed("text")
                    return None
                text: str = message.data
                return text

    async def _keep_pace(self) -> bool:
        """Sleeps while this sender is over its pace; what it sends meanwhile waits in its own line, unread. False when
        it has been over it for too long."""
        wait = self._pace.take(self.heard_at)
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

    async def put(self, packet: Packet | None) -> None:
        """Writes one packet of engine.io's (None, its word for the end, is nothing to write)."""
        if packet is not None:
            encoded = packet.encode()
            self.write(binary_frame(encoded) if isinstance(encoded, bytes) else text_frame(encoded))

    async def join(self) -> None:
        """Everything that was put has been written already."""

    def write(self, frame: bytes) -> None:
        """Writes a whole frame; what the other side does not take in time waits in the transport."""
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(frame)

    def unwritten(self) -> int:
        """Bytes that wait for the other side to read."""
        return self._transport.get_write_buffer_size() if self._transport is not None else 0

    def unread_for(self, now: float) -> float:
        """Seconds for which something has waited that the other side does not take; asked now and then."""
        if not self.unwritten():
            self._clear_at = now
        return now - self._clear_at

    async def close(self) -> None:
        """Closes the WebSocket. One who does not take it in time is dropped."""
        if self._transport is None or self._transport.is_closing():
            return
        try:
            async with asyncio.timeout(GOODBYE_S):
                await self._web.close(code=self.code)
        except TimeoutError:
            self.drop()

    def drop(self) -> None:
        """Ends the socket at once, whatever waits to be written."""
        if self._transport is not None:
            self._transport.abort()
