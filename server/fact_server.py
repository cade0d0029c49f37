"""python-socketio with the holes closed that were seen by running it.

A refused CONNECT leaves its WebSocket open (5 000 guesses in 1.5 s on one socket): it is closed. A socket that sends no
CONNECT within five seconds, or has said goodbye, is closed. A malformed packet closes its connection, one line of log,
no traceback.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Final

import socketio
import structlog
from aiohttp import WSCloseCode, web

from server.packets import MOST_BYTES, FactPacket, MalformedPacketError
from server.supervision import Supervisor

log = structlog.get_logger("proverom.gateway")

EVENTS: Final = ("intent", "seen", "still", "ticket")
"""What a client may send. Any other name is cut: "connect" would reach our own handler with a request they made up."""
CONNECT_WITHIN_S: Final = 5.0
GOODBYE_S: Final = 1.0
REFUSAL_READ_S: Final = 0.2
"""How long a refused client gets to read why; nothing that it sends in that time is looked at."""


SOCKET: Final = web.RequestKey("socket", web.WebSocketResponse)
"""A request's WebSocket, so that it can be closed with a code of ours: engine.io knows none."""


async def remember_socket(request: web.Request, response: web.StreamResponse) -> None:
    """Signal handler of the application: keeps what the door of facts needs to say goodbye."""
    if isinstance(response, web.WebSocketResponse):
        request[SOCKET] = response


def _quiet_logger() -> logging.Logger:
    """engine.io logs the content of packets at INFO and a traceback per bad packet at ERROR: neither is wanted."""
    quiet = logging.getLogger("proverom.engineio")
    quiet.setLevel(logging.CRITICAL)
    return quiet


class FactServer(socketio.AsyncServer):
    """WebSocket only, our packets only, handlers in order, origin checked by `door_check.py` before we are reached."""

    def __init__(self, tasks: Supervisor) -> None:
        quiet = _quiet_logger()
        super().__init__(
            async_mode="aiohttp", transports=["websocket"], serializer=FactPacket, async_handlers=False,
            cors_allowed_origins="*", max_http_buffer_size=MOST_BYTES, ping_interval=10, ping_timeout=8,
            logger=quiet, engineio_logger=quiet, monitor_clients=False,
        )  # fmt: skip
        self._owned = tasks
        self._refused: set[str] = set()

    async def cut(self, sid: str, code: int = WSCloseCode.OK) -> None:
        """Ends a connection and its WebSocket; the stock `disconnect` leaves it open. Unknown ids are fine."""
        eio_sid = self.manager.eio_sid_from_sid(sid, "/")
        if eio_sid is not None:
            await self._close_socket(eio_sid, code)

    def queued(self, sid: str) -> int:
        """How many packets engine.io holds for a connection."""
        socket = self.eio.sockets.get(self.manager.eio_sid_from_sid(sid, "/") or "")
        return socket.queue.qsize() if socket is not None else 0

    async def close_all(self, code: int) -> None:
        """Closes every WebSocket, also of those who have not said who they are."""
        await asyncio.gather(*(self._close_socket(eio_sid, code) for eio_sid in list(self.environ)))

    async def _close_socket(self, eio_sid: str, code: int = WSCloseCode.OK) -> None:
        """Says goodbye and closes the WebSocket; engine.io alone would wait for the other side to close it.

        One who does not read gets a second for the goodbye, then the connection is dropped.
        """
        environ = self.environ.get(eio_sid)
        request = environ["aiohttp.request"] if environ is not None else None
        transport = request.transport if request is not None else None
        socket = request.get(SOCKET) if request is not None else None
        try:
            async with asyncio.timeout(GOODBYE_S):
                await self.eio.disconnect(eio_sid)
                if socket is not None:
                    await socket.close(code=code)
        except TimeoutError:
            log.info("cut: does not read")
            if transport is not None:
                transport.abort()
        if transport is not None:
            transport.close()

    async def _handle_eio_connect(self, eio_sid: str, environ: dict[str, Any]) -> Any:
        self._owned.start("connect within", self._close_if_silent(eio_sid))
        return await super()._handle_eio_connect(eio_sid, environ)

    async def _close_if_silent(self, eio_sid: str) -> None:
        await asyncio.sleep(CONNECT_WITHIN_S)
        if not self._is_somebody(eio_sid):
            await self._close_socket(eio_sid)

    def _is_somebody(self, eio_sid: str) -> bool:
        return self.manager.sid_from_eio_sid(eio_sid, "/") is not None

    async def _handle_connect(self, eio_sid: str, namespace: str, data: Any) -> None:
        await super()._handle_connect(eio_sid, namespace, data)
        if not self._is_somebody(eio_sid):
            self._refused.add(eio_sid)
            self._owned.start("close refused", self._close_refused(eio_sid))

    async def _close_refused(self, eio_sid: str) -> None:
        await asyncio.sleep(REFUSAL_READ_S)
        await self._close_socket(eio_sid)

    async def _handle_eio_message(self, eio_sid: str, data: Any) -> None:
        """One who was refused is not listened to again, and one who has said goodbye is closed."""
        if eio_sid in self._refused:
            return
        known = self._is_somebody(eio_sid)
        try:
            if not data:
                raise MalformedPacketError("an empty packet")  # which the stock packet takes for an event
            await super()._handle_eio_message(eio_sid, data)
        except MalformedPacketError as error:
            log.info("cut: malformed packet", why=str(error))
            await self._close_socket(eio_sid)
        except Exception:
            log.exception("a packet could not be handled")  # engine.io would keep it to itself: its log is turned off
            raise
        if known and not self._is_somebody(eio_sid):
            await self._close_socket(eio_sid)

    async def _handle_event(self, eio_sid: str, namespace: str, id: int | None, data: list[Any]) -> None:
        if data[0] not in EVENTS or len(data) > 2:
            raise MalformedPacketError("not an event of ours")
        await super()._handle_event(eio_sid, namespace, id, data)

    async def _handle_eio_disconnect(self, eio_sid: str, reason: str) -> None:
        self._refused.discard(eio_sid)
        await super()._handle_eio_disconnect(eio_sid, reason)
