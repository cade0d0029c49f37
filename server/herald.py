"""Who is connected to a room, and the telling: what happened in one moment goes to each of them as one message."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from rooms.facts import Stamped
from rooms.refusals import Refusal
from rooms.wire import Hello
from server.outbox import COME_AND_GONE
from server.replay.session import ReplaySession
from server.runner import RoomRunner
from server.sessions import Place, Session


class Connection:
    """One live connection of one person in one session."""

    def __init__(self, sid: str, place: Place, session: Session | ReplaySession, hello: Hello) -> None:
        self.sid = sid
        self.place = place
        self.session = session
        self.hello = hello
        self.outbox = session.outbox_for(place.actor)
        self.caught_up = asyncio.Event()
        """Everything sent has been acknowledged, or the connection has ended."""
        self.ending: Refusal | None = None
        """Why it is told goodbye; from then on it asks for nothing."""


class Herald:
    """Listens to a room while anyone is connected to it.

    An avatar's turn is several asks in a row and each has its facts: they are gathered until the loop comes by again.
    That somebody comes or goes is told at once: who may hear of it is judged by the room as it is then, and one who had
    knocked again by the time that their leaving is told would stay, for those who hear nothing of the lobby.
    """

    def __init__(self, runner: RoomRunner, tell: Callable[[Connection, list[Stamped]], None]) -> None:
        self._tell = tell
        self._news: list[Stamped] = []
        self._connections: dict[str, Connection] = {}
        self._stop_listening = runner.listen(self._hear)

    def join(self, connection: Connection) -> None:
        """Tells it everything from now on; what came before it has been told by its first message."""
        self.tell_now()
        self._connections[connection.sid] = connection

    def leave(self, connection: Connection) -> bool:
        """Tells it nothing more. True when nobody is left: then this herald has done its work."""
        self._connections.pop(connection.sid, None)
        if not self._connections:
            self._stop_listening()
        return not self._connections

    def tell_now(self) -> None:
        """Tells what has not been told yet, at once."""
        news, self._news = self._news, []
        if news:
            for connection in list(self._connections.values()):
                if connection.sid in self._connections:  # telling another may have ended it
                    self._tell(connection, news)

    def _hear(self, facts: list[Stamped]) -> None:
        if not self._news:
            asyncio.get_running_loop().call_soon(self.tell_now)
        self._news += facts
        if any(isinstance(stamped.fact, COME_AND_GONE) for stamped in facts):
            self.tell_now()
