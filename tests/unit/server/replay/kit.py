"""A replay without threads and without waiting: its file is read in the test's own loop, its clock moved by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, ParamSpec, TypeVar

import msgspec

from rooms.bodies import POSE_BYTES, TICK_HEAD
from rooms.facts import Stamped
from rooms.fold import apply
from rooms.people import Actor, Role
from rooms.state import RoomState
from rooms.watching import ComeIn, Talked, Watch, Watching
from rooms.wire import Facts, Outcome, Snapshot
from server.counts import Counts
from server.outbox import Message, Outbox, plain
from server.replay.archive import Archive
from server.replay.notes import NoteBook
from server.replay.session import ReplaySession
from tests.unit.server.recording.kit import Place

P = ParamSpec("P")
T = TypeVar("T")
TICK_MS = 33


class AtOnce(Executor):
    """Does what it is given before it returns."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        done: Future[T] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


class Watcher:
    """What one connection has been told, folded as a page does it. `acknowledges`: says that it has seen it."""

    def __init__(self, who: str, outbox: Outbox) -> None:
        self.sid = f"sid-{who}"
        self.who = who
        self.outbox = outbox
        self.acknowledges = True
        self.state: RoomState | None = None
        self.epoch = ""
        self.snapshots = 0
        self.facts: list[Stamped] = []
        self.talked: list[Talked] = []
        self.watching: Watching | None = None

    def hear(self, message: Message) -> None:
        name, payload = message
        if name in ("facts", "snapshot"):
            self.outbox.came_to(100)
        told: Any = msgspec.convert(plain(payload), type(payload))
        if isinstance(told, Watching):
            self.watching = told
        elif isinstance(told, Talked):
            self.talked.append(told)
        elif isinstance(told, Snapshot):
            assert told.epoch != self.epoch
            self.state, self.epoch = told.state, told.epoch
            self.snapshots += 1
            self.facts = []
        elif isinstance(told, Facts) and told.epoch == self.epoch and self.state is not None:
            for stamped in told.facts:
                apply(self.state, stamped)
                self.facts.append(stamped)
        if self.acknowledges and self.state is not None:
            self.outbox.seen(self.state.seq)


class Replay:
    """The replay of the recording in `place`."""

    def __init__(self, place: Place) -> None:
        self.ms = 0
        self.file = place.read()
        self._book = NoteBook(place.path, place.site, "s1")
        self.session: ReplaySession
        self.counts = Counts()
        self.actors: dict[str, Actor] = {}

    async def open(self) -> None:
        archive = Archive("s1", self.file, self._book, AtOnce())
        self.session = await ReplaySession.open("replay", archive, self._clock, self.counts)
        await settle()

    def _clock(self) -> float:
        return self.ms / 1000 + 1e-7

    def connect(self, who: str, role: Role, person: str | None = None) -> Watcher:
        actor = self.actors[who] = Actor(who, role)
        self.session.expect(actor, person)
        watcher = Watcher(who, self.session.outbox_for(actor))
        self.session.set_here(actor, True)
        self.session.join(who, watcher, watcher.hear)
        return watcher

    async def come(self, who: str, role: Role = "therapist", person: str | None = None) -> Watcher:
        watcher = self.connect(who, role, person)
        assert (await self.ask(who, ComeIn(who, "nora", "nb"))).ok
        return watcher

    async def ask(self, who: str, intent: Watch) -> Outcome:
        outcome = await self.session.watch(self.actors[who], intent)
        await settle()
        return outcome

    async def live(self, ms: int) -> None:
        """Lets so much pass."""
        until = self.ms + ms
        while self.ms < until:
            self.ms = min(until, self.ms + TICK_MS)
            self.session.stream.tick()
            await settle()

    async def close(self) -> None:
        await self.session.close()


async def settle() -> None:
    """Until everything that was begun is done: an answer of the file takes some turns of the loop."""
    for _ in range(12):
        await asyncio.sleep(0)


def rows_in(packet: bytes) -> dict[int, bytes]:
    """The rows of a TICK packet, by body."""
    rows = [packet[at : at + POSE_BYTES] for at in range(TICK_HEAD.size, len(packet), POSE_BYTES)]
    return {row[0]: row for row in rows}
