"""The door of the stream: who comes with a good ticket is let in to their room's bodies; anyone else is closed."""

from __future__ import annotations

import asyncio
from typing import Final

from aiohttp import WSMsgType, web

from server.counts import Counts
from server.sessions import Place, Session, Sessions
from server.strangers import Strangers

FIRST_MESSAGE_S: Final = 5.0
GOODBYE_S: Final = 1.0
"""How long the other side gets to answer a close."""
MOST_BYTES: Final = 256


class StreamDoor:
    """Handles `/stream`."""

    def __init__(self, sessions: Sessions, strangers: Strangers, counts: Counts) -> None:
        self._sessions = sessions
        self._strangers = strangers
        self._counts = counts

    async def come_in(self, request: web.Request) -> web.WebSocketResponse:
        """Serves one stream until it ends. Cancelling is safe."""
        socket = web.WebSocketResponse(timeout=GOODBYE_S, max_msg_size=MOST_BYTES, compress=False)
        await socket.prepare(request)
        pipe = request.transport
        found = await self._whose(socket)
        if found is None or pipe is None:
            self._counts.cut["refused"] += 1
            await socket.close(code=4401)
            return socket
        self._strangers.known(pipe)
        session, place = found
        await session.stream.serve(socket, pipe, place.actor)
        return socket

    async def _whose(self, socket: web.WebSocketResponse) -> tuple[Session, Place] | None:
        """Whose ticket the first message is; None for no ticket, a used one, or none within five seconds."""
        try:
            first = await asyncio.wait_for(socket.receive(), FIRST_MESSAGE_S)
        except TimeoutError:
            return None
        if first.type is not WSMsgType.BINARY:
            return None
        place = self._sessions.tickets.use(first.data.decode("ascii", "replace"))
        session = self._sessions.get(place.session) if place else None
        return (session, place) if session and place else None
