"""The recorder of a room: takes what the runner and the stream tell, and has it written by a thread of its own.

To tell it something costs the event loop next to nothing: a word in a bounded queue. The thread looks twenty times
a second. When the disk is full or fails the room goes on, staff are told, and the recording goes on when it can.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import shutil
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from logging import INFO, WARNING
from pathlib import Path
from typing import Final, Literal

import msgspec
import structlog

from rooms.facts import Stamped
from rooms.state import RoomState
from server.recording.forms import Header
from server.recording.key_file import WrongKeyError
from server.recording.session_writer import KEYFRAME_MS, SessionWriter
from server.recording.site_key import SiteKey

log = structlog.get_logger("proverom.recording")

LOOK_S: Final = 0.05
"""How often the thread looks for something to write: so soon a fact outlasts the process."""
DURABLE_S: Final = 1.0
"""How often what is written is put beyond a power cut."""
MOST_WAITING: Final = 8192
"""Ticks and facts that may wait for the disk: four minutes of a moving room. More is lost, and said to be."""
TRY_AGAIN_S: Final = 1.0
ROOM_BYTES: Final = 32 * 2**20
"""After a full disk so much must be free before it is gone on with, or it would be full again at once."""
FINISH_S: Final = 5.0

encode: Final = msgspec.msgpack.Encoder().encode
decode: Final = msgspec.msgpack.Decoder(RoomState).decode

Reason = Literal["disk_full", "io_error"]
FAILURES: Final = (OSError, sqlite3.Error, WrongKeyError)


class RecorderState(msgspec.Struct, frozen=True):
    """`reason` None: everything is written. Else what keeps it from being so; some of the session is missing."""

    reason: Reason | None = None


class Recorder:
    """Records one session into the file `path`.

    `clock` gives seconds and never goes back. `told` is called on the loop's thread whenever the state changes, first
    when the first keyframe is on the disk. It is made and used on the loop's thread; nothing waits but `finish`.
    """

    def __init__(
        self, path: Path, site: SiteKey, header: Header, clock: Callable[[], float],
        told: Callable[[RecorderState], None], keyframe_ms: int = KEYFRAME_MS,
    ) -> None:  # fmt: skip
        """Raises ValueError when the session's name is no file's name."""
        self._path = path
        self._clock = clock
        self._told = told
        self._writer = SessionWriter(path, site, header, keyframe_ms)
        self._queue: deque[Callable[[], None]] = deque()
        self._stopping = threading.Event()
        self._live: RoomState | None = None
        self._overflowed = False
        self._state = RecorderState()
        self._said: RecorderState | None = None
        self._try_again_at = 0.0
        self._loop = asyncio.get_running_loop()
        self._ended: asyncio.Future[None] = self._loop.create_future()
        self._thread = threading.Thread(target=self._run, name=f"recorder {header.session}", daemon=True)

    def start(self, state: RoomState, bodies: bytes) -> None:
        """Begins with the room as it is and the TICK packet of everybody. What was said before is not recorded.

        To be called once.
        """
        self._live = state
        copied = encode(state)
        self._queue.append(lambda: self._begin(copied, bodies))
        self._thread.start()

    def facts(self, facts: list[Stamped], state: RoomState) -> None:
        """What has happened; `state` is the room after it."""
        self._live = state
        self._put(lambda: self._writer.facts(facts))

    def tick(self, packet: bytes) -> None:
        """A TICK packet, as it is sent to everyone."""
        self._put(lambda: self._writer.tick(packet))

    def leave_out(self, person: str) -> None:
        """Nothing that is told from now on about `person` is written. May be called before `start`."""
        self._queue.append(lambda: self._writer.leave_out(person))

    def take_in(self, person: str) -> None:
        """What is told from now on about `person` is written again."""
        live = None if self._live is None else self._live.people.get(person)
        if live is not None:
            known = msgspec.structs.replace(live)
            self._queue.append(lambda: self._writer.take_in(known))

    @property
    def waiting(self) -> int:
        """How many ticks and facts the thread has not taken yet."""
        return len(self._queue)

    async def finish(self) -> bool:
        """Writes the rest and the final marker. Whether that was done within five seconds. Cancelling it is safe."""
        self._stopping.set()
        if not self._thread.is_alive() and not self._ended.done():
            return False
        try:
            async with asyncio.timeout(FINISH_S):
                await asyncio.shield(self._ended)
        except TimeoutError:
            log.error("a recording was not finished in time")
            return False
        return self._writer.finished

    async def ended(self) -> None:
        """Waits until the thread lets go of the file, however long the disk takes. Cancelling it is safe."""
        if self._thread.is_alive() or self._ended.done():
            await asyncio.shield(self._ended)

    def _end(self) -> None:
        if not self._ended.done():
            self._ended.set_result(None)

    def _put(self, work: Callable[[], None]) -> None:
        """Has it done in the thread; or not, when too much waits, and then the room is told anew as soon as it fits."""
        waiting = len(self._queue)
        if self._overflowed and waiting < MOST_WAITING // 2 and self._live is not None:
            self._overflowed = False
            copied = encode(self._live)
            self._queue.append(lambda: self._writer.missed(decode(copied)))
        elif waiting >= MOST_WAITING:
            self._overflowed = True
        if not self._overflowed:
            self._queue.append(work)

    # From here on in the thread.

    def _run(self) -> None:
        to_disk = threading.Thread(target=self._make_durable, name=f"{self._thread.name}, to disk", daemon=True)
        to_disk.start()
        try:
            self._step(self._writer.flush)
            while not self._stopping.wait(LOOK_S):
                self._step(self._writer.flush)
            to_disk.join(FINISH_S)
            self._try_again_at = 0.0
            self._step(self._writer.finish)
        finally:
            self._on_loop(self._end)

    def _step(self, write: Callable[[], None]) -> None:
        """Takes what waits, and writes it; or says why it cannot."""
        try:
            if self._state.reason is not None and self._may_try_again(self._state.reason):
                self._writer.go_on(self._state.reason)
                self._say(RecorderState())
            while self._queue:
                self._queue.popleft()()
            write()
        except FAILURES as error:
            self._writer.break_off()
            self._try_again_at = self._clock() + TRY_AGAIN_S
            self._say(RecorderState(reason_of(error)))

    def _make_durable(self) -> None:
        """In a thread of its own: the disk may be slow, and facts must not wait for it."""
        while not self._stopping.wait(DURABLE_S):
            try:
                self._writer.make_durable()
            except (sqlite3.Error, OSError) as error:
                log.warning("a recording is not on the disk yet", reason=reason_of(error))

    def _begin(self, live: bytes, bodies: bytes) -> None:
        self._writer.begin(decode(live), bodies)
        self._say(RecorderState())

    def _may_try_again(self, reason: Reason) -> bool:
        if self._clock() < self._try_again_at:
            return False
        return reason != "disk_full" or shutil.disk_usage(self._path.parent).free > ROOM_BYTES

    def _say(self, state: RecorderState) -> None:
        if state != self._said:
            self._state = self._said = state
            log.log(INFO if state.reason is None else WARNING, "recording", reason=state.reason)
            self._on_loop(lambda: self._told(state))

    def _on_loop(self, call: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has gone, and with it whoever could be told
            self._loop.call_soon_threadsafe(call)


def reason_of(error: Exception) -> Reason:
    """Whether it was for want of space."""
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    full = full or getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return "disk_full" if full else "io_error"
