"""Those who have a room's stream open: who comes and goes, what they send, and that they read.

What they are sent, and when, is for those who stand on this: a live room (`stream.py`), a replay (`replay/stream.py`).
"""

from __future__ import annotations

import asyncio
import math
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

import structlog

from rooms.bodies import POSE_BYTES, READ, TICK_HEAD, TOO_FAST, Bodies
from rooms.people import Actor
from server.counts import Counts
from server.frames import binary_frame
from server.pace import CUT, Pace
from server.readers import Reader
from server.sender_log import SenderLog
from server.stream_socket import StreamSocket

log = structlog.get_logger("proverom.stream")

TICK_S: Final = 1 / 30
LOOK_EVERY_TICKS: Final = 15
"""How often it is looked who does not read: twice a second."""
STILL_MS: Final = 10_000
"""In a room where nothing moves everyone is shown it this often all the same, so that a dead line is noticed."""
POSES_A_SECOND: Final = 40.0
OPEN: Final = b"\x00"


class Visit:
    """One open stream of one person."""

    def __init__(self, socket: StreamSocket, actor: Actor, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.socket = socket
        self.reader = Reader(socket.pipe)
        self.actor = actor
        self.pace = Pace(POSES_A_SECOND, POSES_A_SECOND, clock())


class Visits(ABC):
    """The open streams of one room. `name` is the room's; `turn` (0 to 1): where in the interval it ticks."""

    def __init__(self, name: str, bodies: Bodies, counts: Counts, turn: float = 0.0) -> None:
        self.bodies = bodies
        self._name = name
        self._counts = counts
        self._turn = turn
        self._visits: dict[str, Visit] = {}
        self._told_at = 0
        self._someone_behind = False
        self._log = SenderLog(log, time.monotonic)

    @abstractmethod
    def _now(self) -> int:
        """The time that stands in ticks, ms."""

    @abstractmethod
    def _body_of(self, person: str) -> int | None:
        """Which body is theirs; None: they have none."""

    @abstractmethod
    def _whole(self, person: str, t: int) -> bytes:
        """The packet with everybody whom `person` sees at time `t`."""

    @abstractmethod
    def tick(self) -> None:
        """Sends what has moved, and the whole picture to those who missed something and are ready."""

    def _look_around(self) -> None:
        """Twice a second."""
        self._look_for_the_silent()

    async def run(self) -> None:
        """Ticks until cancelled, at this room's own point of the interval, and keeps account of how late it was."""
        loop = asyncio.get_running_loop()
        due = (loop.time() // TICK_S + 1 + self._turn) * TICK_S
        while True:
            for _ in range(LOOK_EVERY_TICKS):
                await _until(loop, due)
                now = loop.time()
                self._counts.tick_late.add((now - due) * 1000)
                self.tick()
                # A tick that was missed is left out: made up for now, all rooms would tick together ever after.
                due += TICK_S * max(1.0, math.ceil((now - due) / TICK_S))
            self._look_around()

    def come_in(self, socket: StreamSocket, actor: Actor) -> Visit:
        """Takes poses from one person and sends them the room's from now on. A second stream replaces the first."""
        clock = asyncio.get_running_loop().time
        visit = Visit(socket, actor, clock)
        if (old := self._visits.get(actor.id)) is not None:
            self._end(old, 4409, "replaced")
        visit.reader.tell(OPEN)
        self._show_all([visit])
        self._visits[actor.id] = visit
        socket.hear = partial(self._hear_packet, visit)
        return visit

    def _hear_packet(self, visit: Visit, packet: bytes) -> None:
        if wait := visit.pace.take(visit.clock()):
            self._slow_down(visit, wait)
        elif not self._take(visit, packet):
            self._end(visit, 4400, "malformed")

    def _slow_down(self, visit: Visit, wait: float) -> None:
        """One who sends too fast is told once, and then read no faster than allowed; what is too much is left out."""
        if wait == CUT:
            self._end(visit, 4429, "too_fast")
            return
        if not visit.pace.told:
            visit.pace.told = True
            visit.reader.tell(bytes((TOO_FAST,)))
        visit.socket.slow_down(wait)

    def _take(self, visit: Visit, packet: bytes) -> bool:
        """A pose of this person's own body, or what they have read. False: neither; the sender is cut."""
        if len(packet) == TICK_HEAD.size and packet[0] == READ:
            visit.reader.has_read(TICK_HEAD.unpack(packet)[3])
            return True
        body = self._body_of(visit.actor.id)
        if body is None:
            return len(packet) == POSE_BYTES  # a place without a body: ignored
        if not self.bodies.put(body, packet):
            return False
        self._counts.poses += 1
        return True

    def _look_for_the_silent(self) -> None:
        """Ends the streams of those who do not read, who may open a new one; in a still room asks whether all do."""
        now = self._now()
        for visit in [visit for visit in self._visits.values() if visit.reader.stalled(now)]:
            self._log.say("stream cut: does not read", room=self._name, role=visit.actor.role)
            self._let_go(visit, "not_reading")
            visit.socket.drop()
        if now - self._told_at > STILL_MS:
            self._told_at = now
            self._show_all(list(self._visits.values()))

    def _show_all(self, visits: Iterable[Visit]) -> None:
        """Sends the whole picture, also to those who have it."""
        now = self._now()
        for visit in visits:
            if not visit.reader.push(binary_frame(self._whole(visit.actor.id, now)), now):
                self._someone_behind = True

    def _let_go(self, visit: Visit, why: str) -> None:
        self._counts.cut[why] += 1
        self.gone(visit)

    def _end(self, visit: Visit, code: int, why: str) -> None:
        """Says goodbye with a code and closes; nothing more of it is looked at."""
        if why != "replaced":
            self._log.say("stream cut", why=why, room=self._name, role=visit.actor.role)
        self._let_go(visit, why)
        visit.socket.close(code)

    def end(self, person: str) -> None:
        """Ends the stream of one who has no more business here."""
        if (visit := self._visits.get(person)) is not None:
            self._end(visit, 4401, "let_go")

    def gone(self, visit: Visit) -> None:
        """Its connection has ended."""
        if self._visits.get(visit.actor.id) is visit:
            del self._visits[visit.actor.id]

    def close(self) -> None:
        for visit in list(self._visits.values()):
            visit.socket.close(1001)
        self._visits.clear()


async def _until(loop: asyncio.AbstractEventLoop, due: float) -> None:
    """As `asyncio.sleep`, which asks the system each time which loop it runs in."""
    waiter: asyncio.Future[None] = loop.create_future()
    timer = loop.call_at(due, _wake, waiter)
    try:
        await waiter
    finally:
        timer.cancel()


def _wake(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():  # it may have been cancelled in this very moment
        waiter.set_result(None)
