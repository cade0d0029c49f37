"""The door of facts: Socket.IO connections in, intents to the room, facts out. Identity is the connection's alone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

import msgspec
import socketio
import structlog

from rooms.facts import Stamped
from rooms.intents import Knock, SetPresence
from rooms.people import Actor
from rooms.refusals import refuse
from rooms.wire import PROTOCOL, Ask, Hello, Outcome, Seen, Ticket
from server.fact_server import FactServer
from server.outbox import MOST_UNSEEN, Message, Outbox
from server.sessions import Place, Session, Sessions
from server.supervision import Supervisor

log = structlog.get_logger("proverom.gateway")

LOST_AFTER_S: Final = 3.0
"""A cut shorter than this (entering VR, a new access point) is not shown to anyone."""

WhoIs = Callable[[Mapping[str, Any], Hello], Place | None]
"""Who a connection is, from its request (cookie) and its hello (seat); None: nobody."""


class Connection:
    """One live connection of one person in one session."""

    def __init__(self, sid: str, place: Place, session: Session, outbox: Outbox, stop: Callable[[], None]) -> None:
        self.sid = sid
        self.place = place
        self.session = session
        self.outbox = outbox
        self.stop_listening = stop
        self.queue: asyncio.Queue[Message] = asyncio.Queue(MOST_UNSEEN * 2)


class Gateway:
    """Owns every connection. A newer connection of the same person replaces the older one."""

    def __init__(self, sessions: Sessions, who_is: WhoIs, worker_name: str) -> None:
        self._sessions = sessions
        self._who_is = who_is
        self._worker_name = worker_name
        self._tasks = Supervisor("gateway")
        self._connections: dict[str, Connection] = {}
        self._of_person: dict[str, str] = {}
        self.server = FactServer(self._tasks)
        for event, handler in self._handlers().items():
            self.server.on(event, handler)

    def _handlers(self) -> dict[str, Callable[..., Awaitable[Any]]]:
        return {
            "connect": self._connect,
            "disconnect": self._disconnect,
            "intent": self._intent,
            "seen": self._seen,
            "ticket": self._ticket,
        }

    async def _connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        place, hello = self._identify(environ, auth)
        session = self._sessions.get(place.session) if place else None
        if place is None or hello is None or session is None:
            came_by_seat = hello is not None and hello.seat is not None
            refusal = refuse("no_session" if place or came_by_seat else "not_signed_in")
            raise socketio.exceptions.ConnectionRefusedError(refusal.code, _plain(refusal))
        await self._replace(place.actor)
        self._come_in(place, session)
        outbox = Outbox(place.actor.id, session.runner.epoch)
        connection = Connection(sid, place, session, outbox, lambda: None)
        connection.stop_listening = session.runner.listen(lambda facts: self._tell(connection, facts))
        self._connections[sid] = connection
        self._of_person[place.actor.id] = sid
        runner = session.runner
        for message in outbox.start(runner.state, runner.log, runner.now(), hello.epoch, hello.after):
            self._put(connection, message)
        self._tasks.start(f"to {place.actor.id}", self._send_all(connection))

    def _identify(self, environ: Mapping[str, Any], auth: Any) -> tuple[Place | None, Hello | None]:
        try:
            hello = msgspec.convert(auth, Hello)
        except msgspec.ValidationError:
            return None, None
        return (self._who_is(environ, hello), hello) if hello.protocol == PROTOCOL else (None, None)

    def _come_in(self, place: Place, session: Session) -> None:
        """A therapist is in the room by opening the console; anyone known is back."""
        runner, actor = session.runner, place.actor
        known = runner.state.people.get(actor.id)
        if actor.role in ("therapist", "admin") and (known is None or known.where == "gone"):
            runner.ask(actor, Knock(self._worker_name, "nora", runner.state.language))
        runner.ask(actor, SetPresence(True))

    async def _replace(self, actor: Actor) -> None:
        old = self._of_person.pop(actor.id, None)
        if old is not None and (connection := self._connections.pop(old, None)) is not None:
            connection.stop_listening()
            await self.server.emit("closing", _plain(refuse("replaced")), to=old)
            await self.server.cut(old)

    def _tell(self, connection: Connection, facts: list[Stamped]) -> None:
        runner = connection.session.runner
        for message in connection.outbox.tell(runner.state, facts, runner.now()):
            self._put(connection, message)

    def _put(self, connection: Connection, message: Message) -> None:
        """Queues a message; a client that is too far behind is cut, and may come back for what it missed."""
        if connection.queue.full() or connection.outbox.behind > MOST_UNSEEN:
            log.warning("cut: too far behind", room=connection.place.session, role=connection.place.actor.role)
            self._tasks.start("cut", self.server.cut(connection.sid))
            return
        connection.queue.put_nowait(message)

    async def _send_all(self, connection: Connection) -> None:
        while self._connections.get(connection.sid) is connection:
            event, payload = await connection.queue.get()
            await self.server.emit(event, payload, to=connection.sid)

    async def _disconnect(self, sid: str, reason: str = "") -> None:
        connection = self._connections.pop(sid, None)
        if connection is None:
            return
        connection.stop_listening()
        actor = connection.place.actor
        if self._of_person.get(actor.id) == sid:
            del self._of_person[actor.id]
            self._tasks.start(f"lost {actor.id}", self._lost(connection.session, actor))

    async def _lost(self, session: Session, actor: Actor) -> None:
        """Shows a person as lost unless they are back by then."""
        await asyncio.sleep(LOST_AFTER_S)
        if actor.id not in self._of_person:
            session.runner.ask(actor, SetPresence(False))

    async def _intent(self, sid: str, payload: Any = None) -> dict[str, Any]:
        connection = self._connections.get(sid)
        try:
            ask = msgspec.convert(payload, Ask)
        except msgspec.ValidationError:
            return _plain(Outcome(ok=False, refusal=refuse("malformed")))
        if connection is None:
            return _plain(Outcome(ok=False, refusal=refuse("no_session")))
        return _plain(connection.session.runner.ask(connection.place.actor, ask.intent, ask.id))

    async def _seen(self, sid: str, payload: Any = None) -> None:
        connection = self._connections.get(sid)
        if connection is None:
            return
        try:
            connection.outbox.seen(msgspec.convert(payload, Seen).seq)
        except msgspec.ValidationError:
            await self.server.cut(sid)

    async def _ticket(self, sid: str, payload: Any = None) -> dict[str, Any]:
        connection = self._connections.get(sid)
        if connection is None:
            return _plain(refuse("no_session"))
        return _plain(Ticket(self._sessions.tickets.make(connection.place)))

    async def close(self) -> None:
        """Tells everyone that the server is closing, then cuts them."""
        for connection in list(self._connections.values()):
            await self.server.emit("closing", {}, to=connection.sid)
            await self.server.cut(connection.sid)
        await self._tasks.close()
        await self.server.shutdown()


def _plain(message: msgspec.Struct) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(message)
    return plain
