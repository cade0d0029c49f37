"""The stream: poses in, one packet a room and tick out.

One plain binary WebSocket a person, opened with a single-use ticket as its first message (PROTOCOL.md). Each room ticks
30 times a second, silent when nobody moved, at its own point of the interval. This is the hot path: a packet is made
and framed once a tick and written to every open socket as it is.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from functools import partial
from typing import Final, Protocol

import structlog

from rooms.bodies import POSE_BYTES, READ, TICK_HEAD, TOO_FAST, Bodies, Joint, box_of
from rooms.facts import Left, Stamped
from rooms.intents import Stand
from rooms.motion import distance, turn_between
from rooms.people import EMBODIED, MOST_PEOPLE, Actor
from rooms.place import GroundPoint
from server.counts import Counts
from server.frames import binary_frame
from server.pace import CUT, Pace
from server.readers import Reader
from server.runner import RoomRunner
from server.sender_log import SenderLog
from server.stream_socket import StreamSocket

log = structlog.get_logger("proverom.stream")

TICK_S: Final = 1 / 30
LOOK_EVERY_TICKS: Final = 15
"""How often it is looked who has come to stand elsewhere, and who does not read: twice a second."""
STILL_MS: Final = 10_000
"""In a room where nothing moves everyone is shown it this often all the same, so that a dead line is noticed."""
STOOD_M: Final = 0.4
STOOD_DEGREES: Final = 25.0
POSES_A_SECOND: Final = 40.0
OPEN: Final = b"\x00"


class TickListener(Protocol):
    """Hears each tick's packet (PROTOCOL.md) before anyone is sent it; a recorder does."""

    def __call__(self, packet: bytes, /) -> None: ...


class Visit:
    """One open stream of one person."""

    def __init__(self, socket: StreamSocket, actor: Actor, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.socket = socket
        self.reader = Reader(socket.pipe)
        self.actor = actor
        self.pace = Pace(POSES_A_SECOND, POSES_A_SECOND, clock())


class RoomStream:
    """The bodies of a room and everyone who watches them. `turn` (0 to 1): where in the interval this room ticks."""

    def __init__(self, runner: RoomRunner, counts: Counts, turn: float = 0.0) -> None:
        self.bodies = Bodies(MOST_PEOPLE, box_of(runner.script.place))
        self._runner = runner
        self._counts = counts
        self._turn = turn
        self._visits: dict[str, Visit] = {}
        self._told_at = 0
        self._someone_behind = False
        self._listeners: list[TickListener] = []
        self._log = SenderLog(log, time.monotonic)
        runner.listen(self._hear)

    def listen(self, listener: TickListener) -> None:
        """Hands every later tick to `listener`."""
        self._listeners.append(listener)

    def _hear(self, facts: list[Stamped]) -> None:
        """Forgets the bodies of those who left."""
        if any(isinstance(stamped.fact, Left) for stamped in facts):
            present = {person.body for person in self._runner.state.in_room()}
            for body in range(MOST_PEOPLE):
                if body not in present:
                    self.bodies.forget(body)

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
            self._note_who_stood()
            self._look_for_the_silent()

    def tick(self) -> None:
        """Sends what has moved to everyone, and the whole picture to those who missed something and are ready."""
        t = self._runner.now()
        packet = self.bodies.take_tick(t)
        if packet is not None:
            for listener in self._listeners:
                listener(packet)
            framed = binary_frame(packet)
            for visit in self._visits.values():
                if not visit.reader.push(framed, t):
                    self._someone_behind = True
                    self._counts.ticks_skipped += 1
            self._counts.ticks += 1
            self._told_at = t
        if self._someone_behind:
            whole = binary_frame(self.bodies.all(t))
            behind = [visit for visit in self._visits.values() if not visit.reader.caught_up(whole, t)]
            self._someone_behind = bool(behind)

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
        person = self._runner.state.people.get(visit.actor.id)
        if person is None or person.body is None:
            return len(packet) == POSE_BYTES  # a place without a body: ignored
        if not self.bodies.put(person.body, packet):
            return False
        self._counts.poses += 1
        return True

    def _note_who_stood(self) -> None:
        """Tells the log who has come to stand elsewhere, so that the room's rules and a replay know."""
        for person in self._runner.state.in_room():
            head = None if person.body is None else self.bodies.head(person.body)
            if head is None or person.role not in EMBODIED:
                continue
            at, facing = ground_of(head)
            if distance(at, person.at) > STOOD_M or turn_between(facing, person.facing) > STOOD_DEGREES:
                self._runner.ask(Actor(person.id, person.role), Stand(at, facing))

    def _look_for_the_silent(self) -> None:
        """Ends the streams of those who do not read, who may open a new one; in a still room asks whether all do."""
        now = self._runner.now()
        for visit in [visit for visit in self._visits.values() if visit.reader.stalled(now)]:
            self._log.say("stream cut: does not read", room=self._runner.name, role=visit.actor.role)
            self._let_go(visit, "not_reading")
            visit.socket.drop()
        if now - self._told_at > STILL_MS:
            self._told_at = now
            self._show_all(list(self._visits.values()))

    def _show_all(self, visits: list[Visit]) -> None:
        """Sends the whole picture, also to those who have it."""
        now = self._runner.now()
        whole = binary_frame(self.bodies.all(now))
        for visit in visits:
            if not visit.reader.push(whole, now):
                self._someone_behind = True

    def _let_go(self, visit: Visit, why: str) -> None:
        self._counts.cut[why] += 1
        self.gone(visit)

    def _end(self, visit: Visit, code: int, why: str) -> None:
        """Says goodbye with a code and closes; nothing more of it is looked at."""
        if why != "replaced":
            self._log.say("stream cut", why=why, room=self._runner.name, role=visit.actor.role)
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


def ground_of(head: Joint) -> tuple[GroundPoint, float]:
    """Where a head is above the floor, and which way it faces in degrees (0 along +z, 90 along +x)."""
    (x, _, z), (qx, qy, qz, qw) = head
    forward_x = -2.0 * (qx * qz + qw * qy)
    forward_z = -(1.0 - 2.0 * (qx * qx + qy * qy))
    return (x, z), math.degrees(math.atan2(forward_x, forward_z))
