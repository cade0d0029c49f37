"""The door of the stream: who comes with a good ticket is let in to their room's bodies; anyone else is closed."""

from __future__ import annotations

import asyncio
from typing import Final

from aiohttp import web

from server.counts import Counts
from server.replay.replays import Replays
from server.replay.session import ReplaySession
from server.sessions import Place, Session, Sessions
from server.strangers import Strangers
from server.stream_socket import StreamSocket
from server.web_socket import ClosedByUs

FIRST_MESSAGE_S: Final = 5.0
GOODBYE_S: Final = 1.0
NO_TICKET: Final = 4401


class StreamDoor:
    """Handles `/stream`."""

    def __init__(self, sessions: Sessions, replays: Replays, strangers: Strangers, counts: Counts) -> None:
        self._sessions = sessions
        self._replays = replays
        self._strangers = strangers
        self._counts = counts

    async def come_in(self, request: web.Request) -> web.WebSocketResponse:
        """Serves one stream until it ends. Cancelling is safe and ends it."""
        handshake = ClosedByUs(timeout=GOODBYE_S, compress=False)
        await handshake.prepare(request)
        transport = request.transport
        if transport is None:  # gone already
            return handshake
        socket = StreamSocket(transport)
        try:
            await self._serve(socket)
        finally:
            socket.drop()
        return handshake

    async def _serve(self, socket: StreamSocket) -> None:
        found = await self._whose(socket)
        if found is None:
            self._counts.cut["refused"] += 1
            socket.close(NO_TICKET)
            await socket.ended.wait()
            return
        self._strangers.known(socket.pipe)
        session, place = found
        visit = session.stream.come_in(socket, place.actor)
        try:
            await socket.ended.wait()
        finally:
            session.stream.gone(visit)

    async def _whose(self, socket: StreamSocket) -> tuple[Session | ReplaySession, Place] | None:
        """Whose ticket the first message is; None for no ticket, a used one, or none within five seconds."""
        try:
            async with asyncio.timeout(FIRST_MESSAGE_S):
                ticket = await socket.first
        except TimeoutError:
            return None
        place = self._sessions.tickets.use(ticket.decode("ascii", "replace"))
        session = self._sessions.get(place.session) or self._replays.get(place.session) if place else None
        return (session, place) if session and place else None
