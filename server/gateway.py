"""The door of facts: Socket.IO connections in, intents to the room, facts out. Identity is the connection's alone."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, Final

import msgspec
import socketio
import structlog
from aiohttp import WSCloseCode

from rooms.facts import PhaseChanged, Stamped
from rooms.intents import Knock, SetPresence
from rooms.permissions import SEATED, may_use
from rooms.refusals import Refusal, refuse
from rooms.watching import Watch
from rooms.wire import PROTOCOL, Ask, Hello, Outcome, Seen, Ticket
from server.counts import Counts, Waiting
from server.fact_server import FactServer
from server.herald import Connection, Herald
from server.outbox import MOST_UNSEEN, MOST_UNSEEN_BYTES, Message, plain
from server.packets import MalformedPacketError
from server.replay.replays import Replays
from server.replay.session import ReplaySession
from server.sessions import Place, Session, Sessions
from server.strangers import Strangers
from server.supervision import Supervisor

log = structlog.get_logger("proverom.gateway")

LOST_AFTER_S: Final = 3.0
"""A cut shorter than this (entering VR, a new access point) is not shown to anyone."""

UNSEEN_S: Final = 4.4
"""A client that leaves a fact unacknowledged, or what it is sent unread, for so long is cut: within five seconds."""
LOOK_EVERY_S: Final = 0.5

FAREWELL_S: Final = 2.0
"""How long one who is told goodbye gets to acknowledge what happened before."""

WhoIs = Callable[[Mapping[str, Any], Hello], Place | None]
"""Who a connection is, from its request (cookie) and its hello (seat); None: nobody."""


class Restarting(msgspec.Struct, frozen=True):
    """The goodbye of a server that is going away: nothing is said of why, and pages come back by themselves."""


class Gateway:
    """Owns every connection. A newer connection of the same person in the same room replaces the older one."""

    def __init__(
        self,
        sessions: Sessions,
        replays: Replays,
        who_is: WhoIs,
        worker_name: str,
        counts: Counts,
        strangers: Strangers,
    ) -> None:
        self._sessions = sessions
        self._replays = replays
        self._who_is = who_is
        self._worker_name = worker_name
        self._counts = counts
        self._tasks = Supervisor("gateway")
        self._closing = False
        for rooms in (sessions, replays):
            rooms.on_drop(lambda name: self.end(lambda place: place.session == name, refuse("no_session")))
        self._connections: dict[str, Connection] = {}
        self._at: dict[Place, Connection] = {}
        self._heralds: dict[str, Herald] = {}
        self._awaited: dict[Place, asyncio.Task[None]] = {}
        """Those who were cut a moment ago and may be back before anyone is told."""
        self.server = FactServer(self._tasks, counts, strangers, self._begin)
        for name, handler in self._handlers().items():
            self.server.on(name, handler)

    def _handlers(self) -> dict[str, Callable[..., Awaitable[Any]]]:
        return {
            "connect": self._connect,
            "disconnect": self._disconnect,
            "intent": self._intent,
            "seen": self._seen,
            "still": self._still,
            "ticket": self._ticket,
            "watch": self._watch,
        }

    async def _connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Waits for nothing: meanwhile the socket could end unheard, or a twin come in unseen."""
        if self._closing:  # no refusal: the socket is closed in a moment, and the page comes back by itself
            return
        place, hello = self._identify(environ, auth)
        session = self._sessions.get(place.session) or self._replays.get(place.session) if place else None
        if place is None or hello is None or session is None:
            came_by_seat = hello is not None and hello.seat is not None
            refusal = self._count(refuse("no_session" if place or came_by_seat else "not_signed_in"))
            raise socketio.exceptions.ConnectionRefusedError(refusal.code, plain(refusal))
        self._replace(place)
        self._come_in(place, session)
        self._connections[sid] = self._at[place] = Connection(sid, place, session, hello)

    def _begin(self, sid: str) -> None:
        """It knows that it is connected: what it has missed comes first, then everything as it happens."""
        connection = self._connections.get(sid)
        if connection is None:
            return
        if isinstance(connection.session, ReplaySession):
            connection.session.join(connection.place.actor.id, connection, partial(self._put, connection))
            return
        runner, hello = connection.session.runner, connection.hello
        self._herald(connection, connection.session).join(connection)
        first = connection.outbox.start(runner.state, runner.log, runner.now(), hello.epoch, hello.after)
        if any(name == "snapshot" for name, _ in first):
            self._counts.snapshots += 1
        else:
            self._counts.resumed += 1
        for message in first:
            self._put(connection, message)
        if runner.state.phase == "ended":
            self._end_of_session(connection)

    def _herald(self, connection: Connection, session: Session) -> Herald:
        name = connection.place.session
        if name not in self._heralds:
            self._heralds[name] = Herald(session.runner, partial(self._tell, session))
        return self._heralds[name]

    def _identify(self, environ: Mapping[str, Any], auth: Any) -> tuple[Place | None, Hello | None]:
        try:
            hello = msgspec.convert(auth, Hello)
        except msgspec.ValidationError:
            return None, None
        place = self._who_is(environ, hello) if hello.protocol == PROTOCOL else None
        return (place, hello) if place and may_use(place.actor.role, "connect") else (None, hello)

    def _come_in(self, place: Place, session: Session | ReplaySession) -> None:
        """A therapist is in the room by opening the console; anyone known is back."""
        if isinstance(session, ReplaySession):
            session.set_here(place.actor, True)
            return
        runner, actor = session.runner, place.actor
        known = runner.state.people.get(actor.id)
        if actor.role in ("therapist", "admin") and (known is None or known.where == "gone"):
            runner.ask(actor, Knock(self._worker_name, "nora", runner.state.language))
        runner.ask(actor, SetPresence(True))

    def _replace(self, place: Place) -> None:
        """Takes the place over from an older connection, which may be a stalled one and is not waited for."""
        if (waiting := self._awaited.pop(place, None)) is not None:
            waiting.cancel()
        if (old := self._at.get(place)) is not None:
            self._let_go(old)
            self._counts.cut["replaced"] += 1
            self._tasks.start("replaced", self._goodbye(old.sid, plain(refuse("replaced"))))

    def _let_go(self, connection: Connection) -> None:
        """From here on it is told nothing and asks for nothing, whether or not its socket has ended."""
        del self._connections[connection.sid], self._at[connection.place]
        if isinstance(connection.session, ReplaySession):
            connection.session.leave(connection)
        elif self._herald(connection, connection.session).leave(connection):
            del self._heralds[connection.place.session]
        connection.caught_up.set()

    async def _goodbye(self, sid: str, why: dict[str, Any]) -> None:
        await self.server.emit("closing", why, to=sid)
        await self.server.cut(sid)

    async def _farewell(self, connection: Connection, code: int) -> None:
        """Waits until what was said has been acknowledged, or is late, and ends the connection."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(FAREWELL_S):
                await connection.caught_up.wait()
        if self._connections.get(connection.sid) is connection:
            self._let_go(connection)
        await self.server.cut(connection.sid, code)

    def end(self, ends: Callable[[Place], bool], why: Refusal) -> None:
        """Ends the connections at these places for good. What happened before is told first."""
        for connection in [connection for place, connection in self._at.items() if ends(place)]:
            self._end(connection, why)

    def _end(self, connection: Connection, why: Refusal) -> None:
        if connection.ending is None:
            connection.ending = why
            if isinstance(connection.session, Session):
                self._herald(connection, connection.session).tell_now()
            self._put(connection, ("closing", why))
            self._tasks.start(f"end {connection.place.actor.id}", self._farewell(connection, WSCloseCode.OK))

    def _end_of_session(self, connection: Connection) -> None:
        """Whoever came by a code has no more to do here; the console may still read what happened."""
        if connection.place.actor.role in SEATED:
            connection.session.stream.end(connection.place.actor.id)
            self._end(connection, refuse("ended"))

    def _tell(self, session: Session, connection: Connection, facts: list[Stamped]) -> None:
        runner = session.runner
        for message in connection.outbox.tell(runner.state, facts, runner.now()):
            self._put(connection, message)
        if any(isinstance(stamped.fact, PhaseChanged) and stamped.fact.phase == "ended" for stamped in facts):
            self._end_of_session(connection)

    def _put(self, connection: Connection, message: Message) -> None:
        """Writes a message; a client that is too far behind is cut, and may come back for what it missed."""
        frame = connection.session.packets.of(message)
        outbox = connection.outbox
        if message[0] in ("facts", "snapshot"):
            outbox.came_to(len(frame))
        if outbox.behind > MOST_UNSEEN or outbox.bytes > MOST_UNSEEN_BYTES:
            self._cut(connection, "too_far_behind")
            return
        self.server.write(connection.sid, frame)
        if outbox.behind:
            connection.caught_up.clear()

    def _cut(self, connection: Connection, why: str) -> None:
        """Ends a connection that would hold up the server; its person may come back at once."""
        if self._connections.get(connection.sid) is not connection:
            return
        log.warning("cut", why=why, room=connection.place.session, role=connection.place.actor.role)
        self._counts.cut[why] += 1
        self._let_go(connection)
        self._await_return(connection)
        self._tasks.start("cut", self.server.cut(connection.sid))

    async def watch(self) -> None:
        """Cuts those who do not acknowledge or do not read, until cancelled."""
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            now = time.monotonic()
            self.server.drop_the_silent(now)
            for one in list(self._connections.values()):
                if self.server.unread_for(one.sid, now) >= UNSEEN_S:
                    self._cut(one, "not_reading")
                elif one.outbox.unseen_for(one.session.now()) >= UNSEEN_S * 1000:
                    self._cut(one, "too_far_behind")

    async def _disconnect(self, sid: str, reason: str = "") -> None:
        connection = self._connections.get(sid)
        if connection is not None:
            self._counts.lines_lost += reason != "client disconnect"
            self._let_go(connection)
            self._await_return(connection)

    def _await_return(self, connection: Connection) -> None:
        place = connection.place
        self._awaited[place] = self._tasks.start(f"lost {place.actor.id}", self._show_lost(connection))

    async def _show_lost(self, connection: Connection) -> None:
        """Shows a person as lost; cancelled when they are back before that."""
        await asyncio.sleep(LOST_AFTER_S)
        del self._awaited[connection.place]
        if isinstance(connection.session, ReplaySession):
            connection.session.set_here(connection.place.actor, False)
        else:
            connection.session.runner.ask(connection.place.actor, SetPresence(False))

    async def _intent(self, sid: str, payload: Any = None) -> dict[str, Any]:
        asker = self._asker(sid, "intent")
        if isinstance(asker, Refusal) or not isinstance(asker.session, Session):
            return self._refused(asker)
        try:
            ask = msgspec.convert(payload, Ask)
        except msgspec.ValidationError:
            return self._refused(refuse("malformed"))
        return plain(asker.session.runner.ask(asker.place.actor, ask.intent, ask.id))

    async def _watch(self, sid: str, payload: Any = None) -> dict[str, Any]:
        """What one who watches a recording asks for."""
        asker = self._asker(sid, "watch")
        if isinstance(asker, Refusal) or not isinstance(asker.session, ReplaySession):
            return self._refused(asker)
        try:
            watch: Watch = msgspec.convert(payload, Watch)
        except msgspec.ValidationError:
            return self._refused(refuse("malformed"))
        return plain(await asker.session.watch(asker.place.actor, watch))

    def _refused(self, why: Refusal | Connection) -> dict[str, Any]:
        refusal = why if isinstance(why, Refusal) else refuse("not_allowed")
        return plain(Outcome(ok=False, refusal=self._count(refusal)))

    def _asker(self, sid: str, door: str) -> Connection | Refusal:
        """The connection that something came by, or why its person may not ask for it."""
        connection = self._connections.get(sid)
        if connection is None:
            return refuse("no_session")
        if connection.ending is not None:
            return connection.ending
        return connection if may_use(connection.place.actor.role, door) else refuse("not_allowed")

    def _count(self, refusal: Refusal) -> Refusal:
        self._counts.refused[refusal.code] += 1
        return refusal

    def waiting(self) -> list[Waiting]:
        """How far behind each connection is."""
        return [
            Waiting(one.outbox.behind, one.outbox.bytes, self.server.unwritten(one.sid))
            for one in self._connections.values()
        ]

    async def _seen(self, sid: str, payload: Any = None) -> None:
        connection = self._connections.get(sid)
        if connection is None or not may_use(connection.place.actor.role, "seen"):
            return
        try:
            seen = msgspec.convert(payload, Seen)
        except msgspec.ValidationError as error:
            raise MalformedPacketError("seen without its number") from error
        if seen.seq > connection.session.newest:
            raise MalformedPacketError("seen what has not happened")
        connection.outbox.seen(seen.seq)
        if connection.outbox.behind == 0:
            connection.caught_up.set()

    async def _still(self, sid: str, payload: Any = None) -> dict[str, Any]:
        """Answers one who asks whether the line still stands: a cut without a goodbye is seen by nothing else."""
        return {}

    async def _ticket(self, sid: str, payload: Any = None) -> dict[str, Any]:
        asker = self._asker(sid, "ticket")
        if isinstance(asker, Refusal):
            return plain(self._count(asker))
        return plain(Ticket(self._sessions.tickets.make(asker.place)))

    async def close(self) -> None:
        """Tells everyone that the server is going away, behind everything that was said before, then cuts them all.

        Takes three seconds at most. May be called again.
        """
        self._closing = True
        for herald in list(self._heralds.values()):
            herald.tell_now()
        connections = list(self._connections.values())
        for connection in connections:
            connection.ending = refuse("closing")
            self._put(connection, ("closing", Restarting()))
        await asyncio.gather(*(self._farewell(connection, WSCloseCode.GOING_AWAY) for connection in connections))
        await self.server.close_all(WSCloseCode.GOING_AWAY)
        await self._tasks.close()
        await self.server.shutdown()
