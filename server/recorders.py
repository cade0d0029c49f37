"""Records the rooms in which everyone has agreed: listens to each room and its bodies, and tells a recorder of it.

The rules of consent are the room's (`rooms/decisions/recording.py`); here they are kept: whoever has not said yes is
left out before anything that is about them is handed on.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from importlib.metadata import version
from typing import Final

import msgspec
import structlog

from rooms.facts import Stamped
from rooms.intents import TellRecorder
from rooms.people import Actor
from rooms.state import RoomState
from server.counts import RecordingNow
from server.recording.forms import Header
from server.recording.owners import person_without
from server.recording.writer import Recorder, RecorderState
from server.recordings import Recordings
from server.sessions import Session
from server.supervision import Supervisor

log = structlog.get_logger("proverom.recording")

RECORDER: Final = Actor("recorder", "mind")
CLOSED_S: Final = 6.0
"""How long one who wants to read a recording waits for its end: a little longer than its writer may take."""
CLOSE_WITHIN_S: Final = 3.0
"""How long a stop waits for the last of every recording."""


class RoomRecorder:
    """Listens to one room for as long as it is open; records while the room says that it is recorded."""

    def __init__(
        self,
        session: Session,
        recordings: Recordings | None,
        clock: Callable[[], float],
        tasks: Supervisor,
        begins: Callable[[str], None],
    ) -> None:
        self._session = session
        self._recordings = recordings
        self._clock = clock
        self._tasks = tasks
        self._begins = begins
        self._recorder: Recorder | None = None
        self._closing: asyncio.Task[None] | None = None
        self._left_out: frozenset[str] = frozenset()
        self._trouble = ""
        self._stopped = False
        session.runner.listen(self._hear)
        session.stream.listen(self._tick)
        self._hear([])  # a room that has come back after a restart may be recorded already

    @property
    def now(self) -> RecordingNow | None:
        """How the recording is; None while there is none."""
        return RecordingNow(self._recorder.waiting, self._trouble) if self._recorder is not None else None

    @property
    def busy(self) -> bool:
        """Whether the file is being written."""
        return self._recorder is not None or self._closing is not None

    def _hear(self, facts: list[Stamped]) -> None:
        state = self._session.runner.state
        if self._recorder is None:
            if state.recording.on and self._closing is None and not self._stopped:
                self._begin(state)
            return
        left_out = not_agreed(state) if state.recording.on else self._left_out
        for person in sorted(left_out - self._left_out):
            self._recorder.leave_out(person)
        self._recorder.facts(facts, state)
        for person in sorted(self._left_out - left_out):
            self._recorder.take_in(person)
        self._left_out = left_out
        if not state.recording.on:
            self._end()

    def _tick(self, packet: bytes) -> None:
        if self._recorder is not None:
            self._recorder.tick(packet)

    def _begin(self, state: RoomState) -> None:
        self._trouble = ""
        if self._recordings is None:  # the room is told, so that staff do not believe in a recording that nobody makes
            asyncio.get_running_loop().call_soon(self._tell, RecorderState("io_error"))
            return
        runner = self._session.runner
        self._begins(runner.name)
        header = Header(
            runner.name, runner.epoch, runner.script.scenario.id, state.language, self._session.opened,
            version("proverom"),
        )  # fmt: skip
        recorder = Recorder(
            self._recordings.path_of(runner.name), self._recordings.site, header, self._clock, self._tell
        )
        self._left_out = not_agreed(state)
        for person in sorted(self._left_out):
            recorder.leave_out(person)
        recorder.start(as_it_begins(state), self._session.stream.bodies.all(runner.now()))
        self._recorder = recorder

    def _tell(self, state: RecorderState) -> None:
        """The room hears how its recording is, and tells staff."""
        self._trouble = state.reason or ""
        runner = self._session.runner
        if runner.state.recording.on:
            runner.ask(RECORDER, TellRecorder(state.reason or ""))

    def _end(self) -> None:
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            self._closing = self._tasks.start(f"close {self._session.runner.name}", self._close(recorder))

    async def _close(self, recorder: Recorder) -> None:
        """A file is written by one thread at a time: the next begins when this one has ended, also on a slow disk."""
        try:
            if not await recorder.finish():
                log.warning("a recording was not closed in order", room=self._session.runner.name)
                self._tell(RecorderState("io_error"))
                await recorder.ended()
        finally:
            self._closing = None
        self._hear([])  # everyone may have agreed anew meanwhile

    async def closed(self) -> None:
        """Waits until the file is closed, if it is being closed, for six seconds at most. Cancelling is safe."""
        if self._closing is not None:
            await asyncio.wait([self._closing], timeout=CLOSED_S)

    async def close(self) -> None:
        """Writes the rest, as the server is about to go away. Cancelling is safe."""
        self._stopped = True
        self._end()
        await self.closed()


class Recorders:
    """The recorders of all rooms. Without a place for it nothing can be recorded, and rooms that ask are told."""

    def __init__(self, recordings: Recordings | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._recordings = recordings
        self._clock = clock
        self._tasks = Supervisor("recorders")
        self._rooms: dict[str, RoomRecorder] = {}
        self._hear_begin: list[Callable[[str], None]] = []

    def on_begin(self, hear: Callable[[str], None]) -> None:
        """Tells `hear` the name of each session whose recording begins, also once more."""
        self._hear_begin.append(hear)

    def _begins(self, name: str) -> None:
        for hear in self._hear_begin:
            hear(name)

    def attend(self, session: Session) -> None:
        """Listens to a room from now on."""
        self._rooms[session.runner.name] = RoomRecorder(
            session, self._recordings, self._clock, self._tasks, self._begins
        )

    def leave(self, name: str) -> None:
        """The room has made way for another; its recording ended when it did."""
        self._rooms.pop(name, None)

    def is_writing(self, name: str) -> bool:
        """Whether the recording of this session goes on, or is being closed."""
        return name in self._rooms and self._rooms[name].busy

    async def closed(self, name: str) -> None:
        """Waits until the recording of this session, which has ended, is closed; `is_writing` when that takes too
        long. Cancelling is safe."""
        if name in self._rooms:
            await self._rooms[name].closed()

    def now(self) -> list[RecordingNow]:
        """How each recording that goes on is."""
        return [now for room in self._rooms.values() if (now := room.now) is not None]

    async def close(self) -> None:
        """Closes every file, in three seconds at most. May be called again."""
        try:
            async with asyncio.timeout(CLOSE_WITHIN_S):
                await asyncio.gather(*(room.close() for room in self._rooms.values()))
        except TimeoutError:
            log.error("recordings were not closed in time")
        self._rooms.clear()
        await self._tasks.close()


def not_agreed(state: RoomState) -> frozenset[str]:
    """Everybody known who has not said yes, or has taken it back."""
    return frozenset(person for person in state.people if not state.recording.answers.get(person, False))


def as_it_begins(state: RoomState) -> RoomState:
    """The room as a recording begins with it: nothing that was said or noted before, and of those who have not agreed
    no more than that they are there."""
    left_out = not_agreed(state)
    people = {who: person_without(one) if who in left_out else one for who, one in state.people.items()}
    return msgspec.structs.replace(state, lines=[], notes=[], asked=None, people=people)
