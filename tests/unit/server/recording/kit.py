"""A room that is played in virtual time and recorded as it goes, with people who move. Nothing waits."""

from __future__ import annotations

import math
from pathlib import Path

import msgspec

from infra.virtual_room import VirtualRoom
from rooms import intents as i
from rooms.bodies import TICK, TICK_HEAD, Bodies, pack_pose
from rooms.facts import Left, Stamped
from rooms.state import RoomState
from server.recording.forms import Header
from server.recording.reader import SessionFile
from server.recording.session_writer import SessionWriter
from server.recording.site_key import SiteKey

HEADER = Header("s1", "epoch", "bus_stop", "nb", 1_800_000_000.0, "0.1")
TICK_MS = 50
FLUSH_TICKS = 2


class Place:
    """A data folder and, outside it, the site's key."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.config = folder / "config"
        self.site = SiteKey.load_or_create(self.config / "site.key", self.data)
        self.path = self.data / "sessions" / "s1.proverom"

    def read(self, damaged: bool = False) -> SessionFile:
        return SessionFile.open(self.path, self.site, damaged)


class RecordedRoom(VirtualRoom):
    """`told` and `ticks` are what the recorder was told; nothing before `start`."""

    def __init__(self, place: Place) -> None:
        super().__init__("bus_stop")
        self.place = place
        self.bodies = Bodies(12)
        self.told: list[Stamped] = []
        self.ticks: list[bytes] = []
        self.writer = SessionWriter(place.path, place.site, HEADER)
        self.recording = False
        self._steps = 0
        self.runner.listen(self._hear)

    def start(self) -> None:
        self.writer.begin(copy_of(self.runner.state), self.bodies.all(self.ms))
        self.recording = True

    def _hear(self, facts: list[Stamped]) -> None:
        if any(isinstance(stamped.fact, Left) for stamped in facts):
            here = {person.body for person in self.runner.state.in_room()}
            for body in {*range(12)} - here:
                self.bodies.forget(body)
        if self.recording:
            self.told += facts
            self.writer.facts(facts)

    def live(self, ms: int, moving: tuple[str, ...] = ()) -> None:
        """Lets `ms` pass, in which those who are `moving` send a pose every tick; written as the thread would."""
        until = self.ms + ms
        while self.ms < until:
            self.advance(min(TICK_MS, until - self.ms))
            self._steps += 1
            for number, who in enumerate(moving):
                self._move(who, self._steps + 40 * number)
            packet = self.bodies.take_tick(self.ms)
            if packet is not None and self.recording:
                self.ticks.append(packet)
                self.writer.tick(packet)
            if self._steps % FLUSH_TICKS == 0:
                self.writer.flush()

    def _move(self, who: str, step: int) -> None:
        body = self.runner.state.people[who].body
        assert body is not None
        turn = step / 30
        head = ((math.sin(turn), 1.6, math.cos(turn)), (0.0, math.sin(turn / 2), 0.0, math.cos(turn / 2)))
        self.bodies.put(body, pack_pose(head, flat=True))


def a_session(place: Place) -> RecordedRoom:
    """Forty seconds: a client, a peer worker and a therapist, of which half a minute is recorded. Not finished."""
    room = RecordedRoom(place)
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Kim", by="t1")
    room.come("p1", "peer", "Ola", by="t1")
    room.ask("t1", i.Continue())
    room.ask("c1", i.Say(text="before anyone agreed"))
    room.live(3000, moving=("c1",))
    room.start()
    room.live(2000, moving=("c1", "p1"))
    room.ask("c1", i.Say(text="når går bussen?"))
    room.live(9000, moving=("c1",))
    room.ask("t1", i.Whisper("c1", "Du kan spørre om prisen."))
    room.ask("t1", i.Mark("Spurte selv"))
    room.ask("t1", i.Take("berit"))
    room.ask("t1", i.SpeakAs("berit", text="Hei, Kim."))
    room.live(4000, moving=("c1", "p1"))
    room.ask("t1", i.Release("berit"))
    room.ask("p1", i.Say(text="Du gjør det fint."))
    room.ask("t1", i.Harder())
    room.live(5000)
    room.ask("p1", i.Leave())
    room.ask("c1", i.Say(text="buss tid tavla"))
    room.live(12_000, moving=("c1",))
    return room


def copy_of(state: RoomState) -> RoomState:
    return msgspec.msgpack.decode(msgspec.msgpack.encode(state), type=RoomState)


NOBODY = TICK_HEAD.pack(TICK, 0, 0, 0)


def record_log(place: Place, log: list[Stamped]) -> SessionWriter:
    """Records a log as it is, from the empty room on. Not finished."""
    writer = SessionWriter(place.path, place.site, HEADER)
    writer.begin(RoomState(), NOBODY)
    for stamped in log:
        writer.facts([stamped])
        writer.flush()
    return writer
