"""The replays of this server: one room for each recording that is watched, closed when nobody has for ten minutes."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from rooms.people import Actor, Role
from rooms.refusals import Refusal, refuse
from server.counts import Counts
from server.recording.site_key import SiteKey
from server.replay.archive import Archive
from server.replay.session import ReplaySession
from server.secrets_table import SecretsTable
from server.sessions import Place

IDLE_MS: Final = 600_000
LOOK_EVERY_S: Final = 10.0
MOST_REPLAYS: Final = 8


class Entered(msgspec.Struct, frozen=True):
    """The secret of a seat in a replay, the replay's name, and as whom one watches."""

    seat: str
    session: str
    role: Role


class Replays:
    """Opens recordings for watching and closes them. `seats` and `tickets` lead into them as into live rooms.

    Nobody may be writing to a recording that is watched; whoever begins to, or erases any of it, calls `drop` first.
    """

    def __init__(
        self,
        seats: SecretsTable[Place],
        tickets: SecretsTable[Place],
        clock: Callable[[], float],
        counts: Counts,
        most: int = MOST_REPLAYS,
    ) -> None:
        self._seats = seats
        self._tickets = tickets
        self._clock = clock
        self._counts = counts
        self._most = most
        self._open: dict[str, ReplaySession] = {}
        self._by: dict[Actor, Actor] = {}
        """Who at a console let a watcher in."""
        self._opening = asyncio.Lock()
        self._hear_drop: list[Callable[[str], None]] = []

    def on_drop(self, hear: Callable[[str], None]) -> None:
        """Tells `hear` the name of each replay that closes."""
        self._hear_drop.append(hear)

    def get(self, name: str) -> ReplaySession | None:
        return self._open.get(name)

    def all(self) -> list[ReplaySession]:
        return list(self._open.values())

    def watchers(self) -> list[int]:
        """Of each replay, how many are connected."""
        return [replay.connected for replay in self.all()]

    def of(self, recording: str) -> ReplaySession | None:
        """The replay in which the recording of this session is watched."""
        return next((replay for replay in self.all() if replay.recording == recording), None)

    async def enter(
        self,
        path: Path,
        site: SiteKey,
        role: Role,
        person: str | None = None,
        console: Actor | None = None,
        damaged: bool = False,
    ) -> Entered | Refusal:
        """A seat in the replay of a recording, which is opened when nobody watches it yet.

        `person`: who of the recording they are, for a client; `console`: who is signed in, for staff. Raises
        BadFileError, SealError, OSError; `room_full` when too many are watched at a time.
        """
        async with self._opening:
            replay = self.of(path.stem) or await self._make(path, site, damaged)
        if isinstance(replay, Refusal):
            return replay
        actor = Actor(f"{role[0]}{secrets.token_hex(4)}", role)
        replay.expect(actor, person)
        if console is not None:
            self._by[actor] = console
        return Entered(self._seats.make(Place(replay.name, actor)), replay.name, role)

    async def _make(self, path: Path, site: SiteKey, damaged: bool) -> ReplaySession | Refusal:
        if len(self._open) >= self._most:
            empty = max(self.all(), key=ReplaySession.empty_for)
            if not empty.empty_for():
                return refuse("room_full")
            await self._close(empty)
        archive = await Archive.open(path, site, damaged)
        try:
            replay = await ReplaySession.open(secrets.token_hex(6), archive, self._clock, self._counts)
        except BaseException:
            await archive.close()
            raise
        self._open[replay.name] = replay
        return replay

    def sign_out(self, console: Actor) -> set[Actor]:
        """Nobody watches by this console's cookie any more. Those who did, whose connections are to be ended."""
        gone = {actor for actor, by in self._by.items() if by == console}
        for table in (self._seats, self._tickets):
            table.forget_where(lambda place: place.actor in gone)
        for actor in gone:
            del self._by[actor]
            for replay in self.all():
                replay.stream.end(actor.id)
        return gone

    async def drop(self, recording: str) -> None:
        """Ends the watching of a recording, when it is watched: nothing of it is in memory then."""
        if (replay := self.of(recording)) is not None:
            await self._close(replay)

    async def _close(self, replay: ReplaySession) -> None:
        self._open.pop(replay.name, None)
        self._by = {actor: by for actor, by in self._by.items() if not replay.expects(actor)}
        for table in (self._seats, self._tickets):
            table.forget_where(lambda place: place.session == replay.name)
        for hear in self._hear_drop:
            hear(replay.name)
        await replay.close()

    async def watch(self) -> None:
        """Closes those that nobody has watched for ten minutes, until cancelled."""
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            await self.close_idle()

    async def close_idle(self) -> None:
        for replay in self.all():
            if replay.empty_for() >= IDLE_MS:
                await self._close(replay)

    async def close(self) -> None:
        for replay in self.all():
            await self._close(replay)
