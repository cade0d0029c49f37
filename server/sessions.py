"""The sessions of this server: rooms, their avatars' loops and streams, seats, and the ways in."""

from __future__ import annotations

import asyncio
import itertools
import secrets
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Final

import msgspec

from agents.loop import AvatarLoop
from agents.understanding import Understanding
from rooms.axes import Axis, Language
from rooms.decide import open_room
from rooms.facts import Fact
from rooms.people import SIMULATED, Actor, Role
from rooms.refusals import Refusal, refuse
from rooms.scenario_file import library
from rooms.script import Script
from rooms.state import RoomState
from rooms.wire import Code, ScenarioInfo, Seat, SessionInfo, StepInfo
from server.codes import LIFETIME_S, Grant, JoinCodes
from server.counts import Counts
from server.outbox import Outbox, Packets
from server.runner import RoomRunner
from server.secrets_table import SecretsTable
from server.stream import RoomStream
from server.supervision import Supervisor

SEAT_LIFETIME_S: Final = 12 * 3600
TICKET_LIFETIME_S: Final = 30
GOLDEN: Final = (5**0.5 - 1) / 2
"""Points that lie this part of a round apart are spread evenly, however many there are: so are the rooms' ticks."""


class Place(msgspec.Struct, frozen=True):
    """A seat: who sits in which session. The role never changes; a new role needs a new code."""

    session: str
    actor: Actor


class Back(msgspec.Struct, frozen=True):
    """A room as it goes on after the server has died: its first facts on top of `state`, at room time `began` (ms)."""

    name: str
    scenario: str
    opened: float
    opening: list[Fact]
    state: RoomState | None = None
    began: int = 0


class Session:
    """One room with all that runs for it."""

    def __init__(self, runner: RoomRunner, stream: RoomStream, tasks: Supervisor, opened: float) -> None:
        """`opened`: Unix time."""
        self.runner = runner
        self.stream = stream
        self.opened = opened
        self.packets = Packets()
        self._tasks = tasks

    def outbox_for(self, actor: Actor) -> Outbox:
        return Outbox(actor.id, self.runner.epoch)

    def now(self) -> int:
        return self.runner.now()

    @property
    def newest(self) -> int:
        """The number of the last fact."""
        return self.runner.state.seq

    def info(self) -> SessionInfo:
        state = self.runner.state
        scenario = self.runner.script.scenario
        return SessionInfo(
            self.runner.name, scenario.id, scenario.title, state.language, state.phase, len(state.in_room()),
            SIMULATED in state.people,
        )  # fmt: skip

    def run_beside(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        """Runs `work` until it ends or the room comes to rest."""
        self._tasks.start(name, work)

    async def rest(self) -> None:
        """No more ticks, and no avatar goes on. May be called again."""
        await self._tasks.close()

    async def close(self) -> None:
        await self.rest()
        self.stream.close()


class Sessions:
    """Makes sessions and keeps the secrets that lead into them.

    `wall` is Unix time, for what people are shown; `address` tells where others reach this server now; at most
    `most_rooms` are open at a time.
    """

    def __init__(
        self,
        scripts: Mapping[str, Script],
        clock: Callable[[], float],
        wall: Callable[[], float],
        address: Callable[[], str],
        most_rooms: int,
        counts: Counts,
    ) -> None:
        self._scripts = dict(scripts)
        self._clock = clock
        self._wall = wall
        self._address = address
        self._most_rooms = most_rooms
        self._counts = counts
        self._understandings: dict[str, tuple[Script, Understanding]] = {}
        self._learning = asyncio.Lock()
        self._open: dict[str, Session] = {}
        self._turns = (number * GOLDEN % 1.0 for number in itertools.count())
        self._hear_open: list[Callable[[Session], None]] = []
        self._hear_drop: list[Callable[[str], None]] = []
        self.codes = JoinCodes(clock)
        self.seats: SecretsTable[Place] = SecretsTable(clock, SEAT_LIFETIME_S, 10_000)
        self.tickets: SecretsTable[Place] = SecretsTable(clock, TICKET_LIFETIME_S, 10_000)

    def on_open(self, hear: Callable[[Session], None]) -> None:
        """Hands `hear` each new session before anything has happened in it; a recorder listens to it from then on."""
        self._hear_open.append(hear)

    def on_drop(self, hear: Callable[[str], None]) -> None:
        """Tells `hear` the name of each session that makes way for another."""
        self._hear_drop.append(hear)

    def get(self, name: str) -> Session | None:
        return self._open.get(name)

    def all(self) -> list[Session]:
        return list(self._open.values())

    def at_rest(self) -> bool:
        """Whether no scene is running."""
        return all(session.runner.state.phase != "running" for session in self.all())

    def scenarios(self) -> list[ScenarioInfo]:
        come_with_us = library()
        return [_info(script, own=name not in come_with_us) for name, script in self._scripts.items()]

    async def make(
        self, scenario: str, language: Language, ceiling: Mapping[Axis, int], step: int = 1
    ) -> Session | Refusal:
        """Opens a room. The oldest ended session makes way when there are too many; else `room_full`."""
        script = self._scripts.get(scenario)
        if script is None:
            return refuse("bad_scenario")
        opening = open_room(script, language, dict(ceiling), step)
        if isinstance(opening, Refusal):
            return opening
        understanding = await self._understanding_of(script)
        if len(self._open) >= self._most_rooms and not await self._drop_an_ended_one():
            return refuse("room_full")
        runner = RoomRunner(secrets.token_hex(6), secrets.token_hex(8), script, opening, self._clock, self._counts)
        return self._run(runner, understanding, self._wall())

    async def bring_back(self, back: Back) -> Session | None:
        """Opens a room that was open when the server died. None when its scenario is gone, or there are too many."""
        script = self._scripts.get(back.scenario)
        if script is None or len(self._open) >= self._most_rooms or back.name in self._open:
            return None
        understanding = await self._understanding_of(script)
        runner = RoomRunner(
            back.name, secrets.token_hex(8), script, back.opening, self._clock, self._counts, back.state, back.began
        )
        return self._run(runner, understanding, back.opened)

    def script(self, scenario: str) -> Script | None:
        return self._scripts.get(scenario)

    def _run(self, runner: RoomRunner, understanding: Understanding, opened: float) -> Session:
        """Everything that runs for a room, from now on."""
        name = runner.name
        tasks = Supervisor(f"session {name}")
        stream = RoomStream(runner, self._counts, next(self._turns))
        loop = AvatarLoop(
            runner.script, runner.state, runner.now, lambda actor, intent: runner.ask(actor, intent).ok,
            understanding,
        )  # fmt: skip
        runner.listen(loop.perceive)
        tasks.start("ticks", stream.run())
        tasks.start("avatars", loop.run())
        session = Session(runner, stream, tasks, opened)
        self._open[name] = session
        for hear in self._hear_open:
            hear(session)
        return session

    def offer(self, script: Script) -> None:
        """From now on sessions may be made of it, in place of another with its id; open rooms go on as they are."""
        self._scripts[script.scenario.id] = script

    def withdraw(self, scenario: str) -> None:
        """From now on no session is made of it; fine when there is none."""
        self._scripts.pop(scenario, None)
        self._understandings.pop(scenario, None)

    async def learn(self) -> None:
        """Makes ready what the avatars of every scenario understand, so that no session has to wait for it."""
        for script in list(self._scripts.values()):
            await self._understanding_of(script)

    async def _understanding_of(self, script: Script) -> Understanding:
        """One for all rooms of a scenario until it is changed: making it takes a quarter of a second."""
        name = script.scenario.id
        async with self._learning:
            known = self._understandings.get(name)
            if known is None or known[0] is not script:
                known = script, await asyncio.to_thread(Understanding, script.meanings())
                self._understandings[name] = known
        return known[1]

    async def _drop_an_ended_one(self) -> bool:
        for name, session in self._open.items():
            if session.runner.state.phase == "ended":
                del self._open[name]
                self._forget(name)
                await session.close()
                return True
        return False

    def _forget(self, session: str) -> None:
        """Nothing leads into a session that is gone."""
        for table in (self.seats, self.tickets):
            table.forget_where(lambda place: place.session == session)
        for hear in self._hear_drop:
            hear(session)

    def code_for(self, session: str, role: Role) -> Code:
        code, _ = self.codes.make(session, role)
        return Code(role, code, f"{self._address()}/#code={code}", int(self._wall()) + LIFETIME_S)

    def sit(self, grant: Grant) -> Seat | None:
        """A new seat for one who came with a good code; None when the session has gone."""
        session = self._open.get(grant.session)
        if session is None:
            return None
        actor = Actor(f"{grant.role[0]}{secrets.token_hex(4)}", grant.role)
        seat = self.seats.make(Place(grant.session, actor))
        return Seat(seat, grant.role, session.runner.state.language, session.runner.script.scenario.title)

    async def rest(self) -> None:
        """Brings every room to rest: what happens from here on is what people do."""
        await asyncio.gather(*(session.rest() for session in self.all()))

    async def close(self) -> None:
        await asyncio.gather(*(session.close() for session in self.all()))
        self._open.clear()


def _info(script: Script, own: bool) -> ScenarioInfo:
    scenario = script.scenario
    steps = [
        StepInfo(words, *script.levels_at(number)) for number, words in enumerate(script.scene_info().steps, start=1)
    ]
    return ScenarioInfo(
        scenario.id, scenario.title, scenario.goal, scenario.minutes, steps[0].levels, steps, scenario.place,
        scenario.leads_to, own,
    )  # fmt: skip
