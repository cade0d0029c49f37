"""python-socketio with the holes closed that were seen by running it.

A refused CONNECT leaves its WebSocket open (5 000 guesses in 1.5 s on one socket): it is closed. A socket that sends no
CONNECT within five seconds, or has said goodbye, is closed. A malformed packet closes its connection, one line of log,
no traceback. Whatever engine.io keeps of a connection goes when its socket goes.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any, Final

import socketio
import structlog
from aiohttp import WSCloseCode, web

from rooms.refusals import refuse
from server.counts import Counts
from server.fact_line import GOODBYE_S, FactLine
from server.packets import MOST_BYTES, FactPacket, MalformedPacketError, event
from server.proxies import client_address
from server.sender_log import SenderLog, SenderLogs
from server.strangers import Strangers
from server.supervision import Supervisor

log = structlog.get_logger("proverom.gateway")

EVENTS: Final = ("intent", "seen", "still", "ticket", "watch")
"""What a client may send. Any other name is cut: "connect" would reach our own handler with a request they made up."""
PING_EVERY_S: Final = 10
PONG_WITHIN_S: Final = 8
CONNECT_WITHIN_S: Final = 5.0
REFUSAL_READ_S: Final = 0.2
"""How long a refused client gets to read why; nothing that it sends in that time is looked at."""

EIO_SID: Final = web.RequestKey("engine.io sid", str)


def _quiet_logger() -> logging.Logger:
    """engine.io logs the content of packets at INFO and a traceback per bad packet at ERROR: neither is wanted."""
    quiet = logging.getLogger("proverom.engineio")
    quiet.setLevel(logging.CRITICAL)
    return quiet


class FactServer(socketio.AsyncServer):
    """WebSocket only, our packets only, handlers in order, origin checked by `door_check.py` before we are reached."""

    def __init__(self, tasks: Supervisor, counts: Counts, strangers: Strangers, begin: Callable[[str], None]) -> None:
        """`begin` hears of each connection once it has been told that it is connected."""
        quiet = _quiet_logger()
        super().__init__(
            async_mode="aiohttp", transports=["websocket"], serializer=FactPacket, async_handlers=False,
            cors_allowed_origins="*", max_http_buffer_size=MOST_BYTES, ping_interval=PING_EVERY_S,
            ping_timeout=PONG_WITHIN_S,
            logger=quiet, engineio_logger=quiet, monitor_clients=False,
        )  # fmt: skip
        self.eio._async = {**self.eio._async, "websocket": self._make_line}
        self.eio.start_background_task = self._start_ping
        self._owned = tasks
        self._counts = counts
        self._strangers = strangers
        self._begin = begin
        self._lines: dict[str, FactLine] = {}
        self._logs = SenderLogs(log, time.monotonic)
        self._timers: dict[str, list[asyncio.Task[None]]] = {}
        """The pings to come, and the deadline for CONNECT, of each connection."""
        self._refused: set[str] = set()

    def attach(self, app: web.Application) -> None:
        """The one way in is a WebSocket; engine.io alone would also take polling, by anyone who knows an id."""
        app.add_routes([web.get("/socket.io/", self._come)])

    async def _come(self, request: web.Request) -> web.StreamResponse:
        """Serves one connection until it has ended."""
        query = request.query
        asks = query.get("EIO") == "4" and query.get("transport") == "websocket" and not query.keys() & {"sid", "j"}
        if not asks or not web.WebSocketResponse().can_prepare(request).ok:
            raise web.HTTPBadRequest(text="This is the door of the rooms; pages come in by the WebSocket.\n")
        try:
            response: web.StreamResponse = await self.eio.handle_request(request)
            return response
        finally:
            await self._forget(request.get(EIO_SID, ""))

    def _make_line(self, run: Any, engine: Any) -> FactLine:
        """Called by engine.io for every WebSocket, with a method of its socket."""
        socket = run.__self__
        eio_sid: str = socket.sid
        line = FactLine(
            socket, time.monotonic, lambda cut: self._overrun(eio_sid, cut), lambda why: self._malformed(eio_sid, why)
        )
        self._lines[eio_sid] = line
        return line

    def _start_ping(self, ping: Any) -> None:
        """engine.io starts one for the ping ten seconds from now; with the connection it goes."""
        eio_sid: str = ping.__self__.sid
        if eio_sid in self.environ:
            timers = [timer for timer in self._timers.get(eio_sid, []) if not timer.done()]
            self._timers[eio_sid] = [*timers, self._owned.start("ping", ping())]

    def _said(self, eio_sid: str) -> SenderLog:
        """One log for all connections from one address."""
        environ = self.environ.get(eio_sid)
        return self._logs.of(client_address(environ["aiohttp.request"]) if environ is not None else "")

    def _malformed(self, eio_sid: str, why: str) -> None:
        self._counts.cut["malformed"] += 1
        self._said(eio_sid).say("cut: malformed packet", why=why)

    async def _overrun(self, eio_sid: str, cut: bool) -> None:
        """A sender over its pace is told once, and told again when it is cut."""
        if cut:
            self._counts.cut["too_fast"] += 1
            self._said(eio_sid).say("cut: too fast")
        if self._is_somebody(eio_sid):
            self._counts.refused["too_fast"] += 1
            await self.eio.send(eio_sid, event("closing" if cut else "slow", refuse("too_fast")))

    async def _forget(self, eio_sid: str) -> None:
        """Nothing stays of a connection whose socket has gone."""
        for timer in self._timers.pop(eio_sid, []):
            timer.cancel()
        if eio_sid in self.environ:
            await self._handle_eio_disconnect(eio_sid, "transport close")
        for table in (self.eio.sockets, self._lines):
            table.pop(eio_sid, None)
        self._refused.discard(eio_sid)

    async def cut(self, sid: str, code: int = WSCloseCode.OK) -> None:
        """Ends a connection and its WebSocket; the stock `disconnect` leaves it open. Unknown ids are fine."""
        eio_sid = self.manager.eio_sid_from_sid(sid, "/")
        if eio_sid is not None:
            await self._close_socket(eio_sid, code)

    def write(self, sid: str, frame: bytes) -> None:
        """Writes a packet, framed already, to a connection at once. Unknown ids are fine."""
        line = self._line_of(sid)
        if line is not None:
            line.write(frame)

    def drop_the_silent(self, now: float) -> None:
        """Ends those who have not answered a ping. What engine.io would make a task for at every packet."""
        for line in list(self._lines.values()):
            if now - line.heard_at > PING_EVERY_S + PONG_WITHIN_S:
                line.drop()

    def drop(self, sid: str) -> None:
        """Ends a connection at once, for one who does not read: no goodbye would arrive. Unknown ids are fine."""
        line = self._line_of(sid)
        if line is not None:
            line.drop()

    def unread_for(self, sid: str, now: float) -> float:
        """Seconds for which something has waited that the other side does not take."""
        line = self._line_of(sid)
        return line.unread_for(now) if line is not None else 0.0

    def _line_of(self, sid: str) -> FactLine | None:
        return self._lines.get(self.manager.eio_sid_from_sid(sid, "/") or "")

    def unwritten(self, sid: str) -> int:
        """Bytes that wait for a connection's other side to read."""
        line = self._line_of(sid)
        return line.unwritten() if line is not None else 0

    def kept(self) -> int:
        """Entries in the tables of connections: none when nobody is connected."""
        return sum(len(table) for table in (self.eio.sockets, self.environ, self._lines, self._timers))

    async def close_all(self, code: int) -> None:
        """Closes every WebSocket, also of those who have not said who they are."""
        await asyncio.gather(*(self._close_socket(eio_sid, code) for eio_sid in list(self.environ)))

    async def _close_socket(self, eio_sid: str, code: int = WSCloseCode.OK) -> None:
        """Says goodbye and closes the WebSocket; engine.io alone would wait for the other side to close it.

        One who does not read gets a second for the goodbye, then the connection is dropped.
        """
        line = self._lines.get(eio_sid)
        if line is None:
            return
        line.code = code
        try:
            async with asyncio.timeout(GOODBYE_S):
                await self.eio.disconnect(eio_sid)
                await line.close()
                await line.ended.wait()
        except TimeoutError:
            self._said(eio_sid).say("cut: does not read")
            line.drop()

    async def _handle_eio_connect(self, eio_sid: str, environ: dict[str, Any]) -> Any:
        environ["aiohttp.request"][EIO_SID] = eio_sid
        self._timers[eio_sid] = [self._owned.start("connect within", self._close_if_silent(eio_sid))]
        return await super()._handle_eio_connect(eio_sid, environ)

    async def _close_if_silent(self, eio_sid: str) -> None:
        await asyncio.sleep(CONNECT_WITHIN_S)
        if not self._is_somebody(eio_sid):
            self._counts.cut["silent"] += 1
            self._owned.start("silent", self._close_socket(eio_sid))

    def _is_somebody(self, eio_sid: str) -> bool:
        return self.manager.sid_from_eio_sid(eio_sid, "/") is not None

    async def _handle_connect(self, eio_sid: str, namespace: str, data: Any) -> None:
        if self._is_somebody(eio_sid):
            raise MalformedPacketError("a second CONNECT")
        await super()._handle_connect(eio_sid, namespace, data)
        sid = self.manager.sid_from_eio_sid(eio_sid, "/")
        if sid is not None:
            self._strangers.known(self.environ[eio_sid]["aiohttp.request"].transport)
            self._begin(sid)
        else:
            self._counts.cut["refused"] += 1
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
            self._malformed(eio_sid, str(error))
            self._end(eio_sid)
        except Exception:
            log.exception("a packet could not be handled")
            self._end(eio_sid)
        if known and not self._is_somebody(eio_sid):
            self._end(eio_sid)

    def _end(self, eio_sid: str) -> None:
        """Closes the socket whose packet is being handled: nothing more of it is looked at."""
        self._refused.add(eio_sid)
        self._owned.start("end", self._close_socket(eio_sid))

    async def _handle_event(self, eio_sid: str, namespace: str, id: int | None, data: list[Any]) -> None:
        if data[0] not in EVENTS or len(data) > 2:
            raise MalformedPacketError("not an event of ours")
        await super()._handle_event(eio_sid, namespace, id, data)
