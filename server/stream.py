"""The stream: poses in, one packet a room and tick out.

One plain binary WebSocket a person, opened with a single-use ticket as its first message (PROTOCOL.md). Each room ticks
30 times a second, silent when nobody moved, at its own point of the interval. This is the hot path: a packet is made
and framed once a tick and written to every open socket as it is.
"""

from __future__ import annotations

import math
from typing import Final, Protocol

from rooms.bodies import Bodies, Joint, box_of
from rooms.facts import Left, Stamped
from rooms.intents import Stand
from rooms.motion import distance, turn_between
from rooms.people import EMBODIED, MOST_PEOPLE, Actor
from rooms.place import GroundPoint
from server.counts import Counts
from server.frames import binary_frame
from server.runner import RoomRunner
from server.visits import Visits

STOOD_M: Final = 0.4
STOOD_DEGREES: Final = 25.0


class TickListener(Protocol):
    """Hears each tick's packet (PROTOCOL.md) before anyone is sent it; a recorder does."""

    def __call__(self, packet: bytes, /) -> None: ...


class RoomStream(Visits):
    """The bodies of a room and everyone who watches them. `turn` (0 to 1): where in the interval this room ticks."""

    def __init__(self, runner: RoomRunner, counts: Counts, turn: float = 0.0) -> None:
        super().__init__(runner.name, Bodies(MOST_PEOPLE, box_of(runner.script.place)), counts, turn)
        self._runner = runner
        self._listeners: list[TickListener] = []
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

    def _now(self) -> int:
        return self._runner.now()

    def _body_of(self, person: str) -> int | None:
        known = self._runner.state.people.get(person)
        return None if known is None else known.body

    def _whole(self, person: str, t: int) -> bytes:
        return self.bodies.all(t)

    def _look_around(self) -> None:
        self._note_who_stood()
        super()._look_around()

    def _note_who_stood(self) -> None:
        """Tells the log who has come to stand elsewhere, so that the room's rules and a replay know."""
        for person in self._runner.state.in_room():
            head = None if person.body is None else self.bodies.head(person.body)
            if head is None or person.role not in EMBODIED:
                continue
            at, facing = ground_of(head)
            if distance(at, person.at) > STOOD_M or turn_between(facing, person.facing) > STOOD_DEGREES:
                self._runner.ask(Actor(person.id, person.role), Stand(at, facing))


def ground_of(head: Joint) -> tuple[GroundPoint, float]:
    """Where a head is above the floor, and which way it faces in degrees (0 along +z, 90 along +x)."""
    (x, _, z), (qx, qy, qz, qw) = head
    forward_x = -2.0 * (qx * qz + qw * qy)
    forward_z = -(1.0 - 2.0 * (qx * qx + qy * qy))
    return (x, z), math.degrees(math.atan2(forward_x, forward_z))
