"""Rooms that can be entered again after the server has died: keeps what is needed for it, and brings them back.

A recorded room goes on from its recording. Of one that nobody recorded no more is known than how it stood: who was
in it says name and look again, and is let in at once.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from typing import Final, TypeVar

import msgspec
import structlog

from rooms.facts import (
    Admitted,
    BeatBegan,
    CeilingSet,
    Declined,
    Fact,
    Knocked,
    Left,
    PhaseChanged,
    PressureSet,
    PropSet,
    RecordingChanged,
    Stamped,
)
from rooms.intents import LetBackIn, SetPresence
from rooms.people import SIMULATED, Actor
from rooms.reopening import goes_on, reopen_room, standing
from rooms.script import Script
from rooms.state import RoomState
from server.console_auth import ConsoleAuth
from server.recording.bad_file import BadFileError
from server.recording.reader import SessionFile
from server.recordings import Recordings
from server.seats_file import Kept, KeptRoom, KeptSeat, SeatsFile
from server.secrets_table import KeptSecret
from server.sessions import SEAT_LIFETIME_S, Back, Place, Session, Sessions

log = structlog.get_logger("proverom.seats")

LOOK_EVERY_S: Final = 0.25
SERVER: Final = Actor("server", "mind")
MATTER: Final = (
    Knocked, Admitted, Declined, Left, PhaseChanged, PressureSet, CeilingSet, BeatBegan, PropSet, RecordingChanged,
)  # fmt: skip
"""The facts that change what is kept."""

Clock = Callable[[], float]
T = TypeVar("T")


class Reentry:
    """Looks four times a second whether anything has changed that must outlive the server, and keeps it.

    `clock` is the one that seats end by, `wall` Unix time.
    """

    def __init__(
        self, sessions: Sessions, auth: ConsoleAuth, recordings: Recordings | None, clock: Clock, wall: Clock
    ) -> None:
        self._sessions = sessions
        self._auth = auth
        self._recordings = recordings
        self._wall = wall
        self._file = SeatsFile(recordings.data, recordings.site) if recordings is not None else None
        self._offset = wall() - clock()
        """From the clock that seats end by to Unix time."""
        self._awaited: dict[str, set[str]] = {}
        """Who was in a room that nobody recorded, and has not come back yet, by room."""
        self._written = msgspec.msgpack.encode(Kept())
        """What is in the file; without one there is nothing to keep."""
        self._stirred = True
        self._tables = 0
        """How often seats and sign-ins had changed when it was last looked."""
        self._writing = asyncio.Lock()
        self._troubled = False
        sessions.on_open(self._attend)
        sessions.on_drop(self._leave)

    def _attend(self, session: Session) -> None:
        session.runner.listen(self._hear)

    def _leave(self, name: str) -> None:
        self._awaited.pop(name, None)
        self._stirred = True

    def _hear(self, facts: list[Stamped]) -> None:
        self._stirred = self._stirred or any(isinstance(stamped.fact, MATTER) for stamped in facts)

    async def bring_back(self) -> list[Session]:
        """The rooms that were open when the server died or was stopped. To be called before anybody comes."""
        if self._file is None:
            return []
        try:
            kept = await asyncio.to_thread(self._file.load)
        except OSError as error:
            log.error("seats that were kept cannot be read", error=error.strerror)
            return []
        self._written = msgspec.msgpack.encode(kept)
        self._auth.keep([self._good(seat, seat.who) for seat in kept.consoles])
        back = [await self._bring_back(room) for room in kept.rooms if room.opened + SEAT_LIFETIME_S > self._wall()]
        return [session for session in back if session is not None]

    async def _bring_back(self, room: KeptRoom) -> Session | None:
        script = self._sessions.script(room.scenario)
        if script is None:
            return None
        known = await asyncio.to_thread(self._recorded, room, script) if room.recorded else None
        opening: list[Fact] = reopen_room(script, room.stood) if known is None else goes_on(known[0])
        state, began = (None, 0) if known is None else known
        session = await self._sessions.bring_back(Back(room.session, room.scenario, room.opened, opening, state, began))
        if session is None:
            return None
        seats = [self._good(seat, Place(room.session, seat.who)) for seat in room.seats]
        self._sessions.seats.keep(seats)
        people = session.runner.state.people
        for person in list(people.values()):
            session.runner.ask(Actor(person.id, person.role), SetPresence(False))
        self._await(session, {seat.who.id for seat in room.seats if seat.inside and seat.who.id not in people})
        return session

    def _good(self, seat: KeptSeat, opens: T) -> KeptSecret[T]:
        return KeptSecret(seat.hashed, seat.until - self._offset, opens)

    def _recorded(self, room: KeptRoom, script: Script) -> tuple[RoomState, int] | None:
        """How the recording says that the room stood, and when that was; None when it cannot be gone on from."""
        if self._recordings is None:
            return None
        try:
            with SessionFile.open(self._recordings.path_of(room.session), self._recordings.site) as file:
                state, last = file.state_at(file.info.last_ms), file.info.last_ms
        except (BadFileError, OSError, ValueError, sqlite3.Error) as error:
            log.error("a room cannot go on from its recording", room=room.session, error=type(error).__name__)
            return None
        if state.scene != script.scene_info():
            return None  # the scenario is another one now
        state.people = {who: person for who, person in state.people.items() if person.name}
        return state, last + 1

    def _await(self, session: Session, people: set[str]) -> None:
        """Those who were in the room are let in as soon as they have knocked again."""
        if not people:
            return
        name, runner = session.runner.name, session.runner
        self._awaited[name] = people

        def hear(facts: list[Stamped]) -> None:
            for fact in (stamped.fact for stamped in facts):
                if isinstance(fact, Knocked) and fact.person in people:
                    people.discard(fact.person)
                    asyncio.get_running_loop().call_soon(runner.ask, SERVER, LetBackIn(fact.person))

        runner.listen(hear)

    async def watch(self) -> None:
        """Until cancelled, which is safe."""
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            tables = self._sessions.seats.changes + self._auth.changes
            if self._stirred or tables != self._tables:
                self._stirred, self._tables = False, tables
                await self.save()

    async def save(self) -> None:
        """Keeps everything as it is now, when it is other than what was kept last."""
        if self._file is None:
            return
        content = msgspec.msgpack.encode(self._now())
        async with self._writing:
            if content == self._written:
                return
            try:
                await asyncio.to_thread(self._file.save, content)
            except OSError as error:
                if not self._troubled:
                    log.error("seats cannot be kept", error=error.strerror)
                self._troubled = self._stirred = True
                return
            self._troubled, self._written = False, content

    def _now(self) -> Kept:
        seats: dict[str, list[KeptSecret[Place]]] = {}
        for secret in self._sessions.seats.kept():
            seats.setdefault(secret.opens.session, []).append(secret)
        rooms = [self._room(session, seats.get(session.runner.name, [])) for session in self._sessions.all()]
        consoles = [KeptSeat(one.hashed, self._until(one), one.opens) for one in self._auth.kept()]
        return Kept([room for room in rooms if room is not None], consoles)

    def _room(self, session: Session, secrets: list[KeptSecret[Place]]) -> KeptRoom | None:
        """None for one that has ended, that nobody has come into, or in which staff practise alone."""
        runner = session.runner
        state, awaited = runner.state, self._awaited.get(runner.name, set())
        gone = {person.id for person in state.people.values() if person.where == "gone"}
        if state.phase == "ended" or SIMULATED in state.people or not state.people.keys() - gone | awaited:
            return None
        inside = {person.id for person in state.in_room()} | awaited
        seats = [
            KeptSeat(one.hashed, self._until(one), one.opens.actor, one.opens.actor.id in inside)
            for one in secrets
            if one.opens.actor.id not in gone
        ]
        return KeptRoom(
            runner.name, runner.script.scenario.id, session.opened, state.recording.on, standing(state), seats
        )

    def _until(self, secret: KeptSecret[T]) -> int:
        return round(secret.until + self._offset)
