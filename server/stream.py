"""The stream: poses in, one packet a room and tick out. Newest wins; a slow reader is skipped, never waited for.

One plain binary WebSocket a person, opened with a single-use ticket as its first message (PROTOCOL.md). Each room ticks
30 times a second, silent when nobody moved, at its own point of the interval.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable
from typing import Final, Protocol

import structlog
from aiohttp import WSMsgType, web

from rooms.bodies import Bodies, Joint
from rooms.facts import Left, Stamped
from rooms.intents import Stand
from rooms.motion import distance, turn_between
from rooms.people import MOST_PEOPLE, Actor
from rooms.place import GroundPoint
from server.counts import Counts
from server.runner import RoomRunner
from server.supervision import Supervisor

log = structlog.get_logger("proverom.stream")

TICK_S: Final = 1 / 30
FIRST_MESSAGE_S: Final = 5.0
HEARTBEAT_S: Final = 10.0
GOODBYE_S: Final = 1.0
"""How long the other side gets to answer a close."""
MOST_BYTES: Final = 256
STOOD_M: Final = 0.4
STOOD_DEGREES: Final = 25.0
STOOD_EVERY_MS: Final = 500
OPEN: Final = b"\x00"


class Socket(Protocol):
    """What a reader needs of a WebSocket; `send_bytes` raises ConnectionResetError once it has ended."""

    async def send_bytes(self, data: bytes) -> None: ...

    async def close(self, *, code: int) -> bool: ...


class Reader:
    """One open stream's sending side: holds at most one packet; what it missed it gets as a whole picture."""

    def __init__(self, socket: Socket) -> None:
        self.socket = socket
        self._packet: bytes | None = None
        self._behind = False
        self._due = asyncio.Event()

    def push(self, packet: bytes) -> None:
        self._behind = self._behind or self._packet is not None
        self._packet = packet
        self._due.set()

    async def send_all(self, whole: Callable[[], bytes]) -> None:
        """Opens the stream with a whole picture and sends on until cancelled. Raises ConnectionResetError."""
        await self.socket.send_bytes(OPEN)
        await self.socket.send_bytes(whole())
        while True:
            await self._due.wait()
            self._due.clear()
            packet, behind = self._packet, self._behind
            self._packet, self._behind = None, False
            if packet is not None:
                await self.socket.send_bytes(whole() if behind else packet)


class RoomStream:
    """The bodies of a room and everyone who watches them."""

    def __init__(self, runner: RoomRunner, counts: Counts) -> None:
        self.bodies = Bodies(MOST_PEOPLE)
        self._runner = runner
        self._counts = counts
        self._readers: dict[str, Reader] = {}
        self._stood: dict[str, int] = {}
        self._tasks = Supervisor(f"stream {runner.name}")
        runner.listen(self._hear)

    def _hear(self, facts: list[Stamped]) -> None:
        """Forgets the bodies of those who left."""
        if any(isinstance(stamped.fact, Left) for stamped in facts):
            present = {person.body for person in self._runner.state.in_room()}
            for body in range(MOST_PEOPLE):
                if body not in present:
                    self.bodies.forget(body)

    async def run(self) -> None:
        """Ticks until cancelled."""
        loop = asyncio.get_running_loop()
        offset = (hash(self._runner.epoch) % 1000) / 1000 * TICK_S
        due = loop.time() + offset
        while True:
            await asyncio.sleep(max(0.0, due - loop.time()))
            packet = self.bodies.take_tick(self._runner.now())
            if packet is not None:
                for reader in self._readers.values():
                    reader.push(packet)
            due = max(due + TICK_S, loop.time())

    async def serve(self, socket: web.WebSocketResponse, actor: Actor) -> None:
        """Reads poses from one person and sends them the room's, until the socket closes. A second one replaces it."""
        old, reader = self._readers.get(actor.id), Reader(socket)
        self._readers[actor.id] = reader
        if old is not None:  # perhaps a stalled one: it is not waited for
            self._tasks.start(f"replaced {actor.id}", _close(old, 4409))
        sending = self._tasks.start(f"to {actor.id}", self._send(reader))
        try:
            async for message in socket:
                if self._readers.get(actor.id) is not reader:
                    return
                if message.type is not WSMsgType.BINARY or not self._take(actor, message.data):
                    await socket.close(code=4400)
        finally:
            sending.cancel()
            if self._readers.get(actor.id) is reader:
                del self._readers[actor.id]

    async def _send(self, reader: Reader) -> None:
        try:
            await reader.send_all(lambda: self.bodies.all(self._runner.now()))
        except ConnectionResetError:
            log.debug("stream ended", room=self._runner.name)  # how every stream ends, and no failure

    def _take(self, actor: Actor, packet: bytes) -> bool:
        """A pose of this person's own body. False: not a pose, the sender is cut. Without a body it is ignored."""
        person = self._runner.state.people.get(actor.id)
        if person is None or person.body is None:
            return True
        if not self.bodies.put(person.body, packet):
            log.info("not a pose", room=self._runner.name, role=actor.role, size=len(packet))
            return False
        self._note_where(actor, person.body)
        return True

    def _note_where(self, actor: Actor, body: int) -> None:
        """Tells the log when a person has come to stand elsewhere, at most twice a second."""
        now = self._runner.now()
        if now - self._stood.get(actor.id, -STOOD_EVERY_MS) < STOOD_EVERY_MS:
            return
        head = self.bodies.head(body)
        person = self._runner.state.people[actor.id]
        if head is None:
            return
        at, facing = ground_of(head)
        if distance(at, person.at) > STOOD_M or turn_between(facing, person.facing) > STOOD_DEGREES:
            self._stood[actor.id] = now
            self._runner.ask(actor, Stand(at, facing))

    def end(self, person: str) -> None:
        """Ends the stream of one who has no more business here."""
        if (reader := self._readers.pop(person, None)) is not None:
            self._tasks.start(f"ended {person}", _close(reader, 4401))

    async def close(self) -> None:
        await asyncio.gather(*(_close(reader, 1001) for reader in self._readers.values()))
        await self._tasks.close()


async def _close(reader: Reader, code: int) -> None:
    await reader.socket.close(code=code)


def ground_of(head: Joint) -> tuple[GroundPoint, float]:
    """Where a head is above the floor, and which way it faces in degrees (0 along +z, 90 along +x)."""
    (x, _, z), (qx, qy, qz, qw) = head
    forward_x = -2.0 * (qx * qz + qw * qy)
    forward_z = -(1.0 - 2.0 * (qx * qx + qy * qy))
    return (x, z), math.degrees(math.atan2(forward_x, forward_z))
