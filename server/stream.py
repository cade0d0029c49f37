"""The stream: poses in, one packet a room and tick out.

One plain binary WebSocket a person, opened with a single-use ticket as its first message (PROTOCOL.md). Each room ticks
30 times a second, silent when nobody moved, at its own point of the interval. This is the hot path: a packet is made
and framed once a tick and written to every open socket as it is.
"""

from __future__ import annotations

import asyncio
import math
from typing import Final, Protocol

import structlog
from aiohttp import WSMsgType, web

from rooms.bodies import POSE_BYTES, READ, TICK_HEAD, TOO_FAST, Bodies, Joint, box_of
from rooms.facts import Left, Stamped
from rooms.intents import Stand
from rooms.motion import distance, turn_between
from rooms.people import EMBODIED, MOST_PEOPLE, Actor
from rooms.place import GroundPoint
from server.counts import Counts
from server.frames import binary_frame
from server.pace import CUT, Pace
from server.readers import Pipe, Reader
from server.runner import RoomRunner
from server.supervision import Supervisor

log = structlog.get_logger("proverom.stream")

TICK_S: Final = 1 / 30
STOOD_EVERY_TICKS: Final = 15
"""How often it is looked who has come to stand elsewhere: twice a second."""
STOOD_M: Final = 0.4
STOOD_DEGREES: Final = 25.0
POSES_A_SECOND: Final = 40.0
OPEN: Final = b"\x00"


class TickListener(Protocol):
    """Hears each tick's packet (PROTOCOL.md) before anyone is sent it; a recorder does."""

    def __call__(self, packet: bytes, /) -> None: ...


class Visit:
    """One open stream of one person."""

    def __init__(self, socket: web.WebSocketResponse, reader: Reader, actor: Actor, now: float) -> None:
        self.socket = socket
        self.reader = reader
        self.actor = actor
        self.pace = Pace(POSES_A_SECOND, POSES_A_SECOND, now)


class RoomStream:
    """The bodies of a room and everyone who watches them."""

    def __init__(self, runner: RoomRunner, counts: Counts) -> None:
        self.bodies = Bodies(MOST_PEOPLE, box_of(runner.script.place))
        self._runner = runner
        self._counts = counts
        self._visits: dict[str, Visit] = {}
        self._behind = False
        self._listeners: list[TickListener] = []
        self._tasks = Supervisor(f"stream {runner.name}")
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
        due = loop.time() + (hash(self._runner.epoch) % 1000) / 1000 * TICK_S
        while True:
            for _ in range(STOOD_EVERY_TICKS):
                await asyncio.sleep(due - loop.time())
                now = loop.time()
                self._counts.tick_late.add((now - due) * 1000)
                self.tick()
                due = max(due + TICK_S, now)
            self._note_who_stood()
            self._drop_stalled()

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
                    self._behind = True
                    self._counts.ticks_skipped += 1
            self._counts.ticks += 1
        if self._behind:
            whole = binary_frame(self.bodies.all(t))
            still_behind = [visit for visit in self._visits.values() if not visit.reader.caught_up(whole, t)]
            self._behind = bool(still_behind)

    async def serve(self, socket: web.WebSocketResponse, pipe: Pipe, actor: Actor) -> None:
        """Reads poses from one person and sends them the room's, until the socket closes. A second one replaces it.

        Cancelling is safe and ends the visit.
        """
        clock = asyncio.get_running_loop().time
        visit = Visit(socket, Reader(pipe), actor, clock())
        if (old := self._visits.pop(actor.id, None)) is not None:  # perhaps a stalled one: it is not waited for
            self._end(old, 4409, "replaced")
        now = self._runner.now()
        visit.reader.open(OPEN, self.bodies.all(now), now)
        self._visits[actor.id] = visit
        try:
            async for message in socket:
                if self._visits.get(actor.id) is not visit:
                    return
                if wait := visit.pace.take(clock()):
                    await self._slow(visit, wait)
                if message.type is not WSMsgType.BINARY or not self._take(visit, message.data):
                    self._end(visit, 4400, "malformed")
        finally:
            if self._visits.get(actor.id) is visit:
                del self._visits[actor.id]

    async def _slow(self, visit: Visit, wait: float) -> None:
        """One who sends too fast is told once, then read no faster than allowed, and in the end cut."""
        if wait == CUT:
            self._end(visit, 4429, "too_fast")
            return
        if not visit.pace.told:
            visit.pace.told = True
            visit.reader.tell(bytes((TOO_FAST,)))
        await asyncio.sleep(wait)

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

    def _drop_stalled(self) -> None:
        """Ends the streams of those who do not read; they may open a new one."""
        now = self._runner.now()
        for visit in [visit for visit in self._visits.values() if visit.reader.stalled(now)]:
            self._counts.cut["not_reading"] += 1
            log.info("stream cut: does not read", room=self._runner.name, role=visit.actor.role)
            del self._visits[visit.actor.id]
            visit.reader.drop()

    def _end(self, visit: Visit, code: int, why: str) -> None:
        """Says goodbye with a code and closes, in a task of its own: the other side may be stalled."""
        self._counts.cut[why] += 1
        if self._visits.get(visit.actor.id) is visit:
            del self._visits[visit.actor.id]
        self._tasks.start(f"goodbye {visit.actor.id}", _close(visit, code))

    async def close(self) -> None:
        await asyncio.gather(*(_close(visit, 1001) for visit in self._visits.values()))
        await self._tasks.close()


async def _close(visit: Visit, code: int) -> None:
    """Waits at most a second for the other side's goodbye, which is the socket's own time-out."""
    await visit.socket.close(code=code)
    visit.reader.drop()


def ground_of(head: Joint) -> tuple[GroundPoint, float]:
    """Where a head is above the floor, and which way it faces in degrees (0 along +z, 90 along +x)."""
    (x, _, z), (qx, qy, qz, qw) = head
    forward_x = -2.0 * (qx * qz + qw * qy)
    forward_z = -(1.0 - 2.0 * (qx * qx + qy * qy))
    return (x, z), math.degrees(math.atan2(forward_x, forward_z))
