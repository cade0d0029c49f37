"""What a seek costs when several watch together: one wishes it, and each is to be shown the place."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from rooms.people import Actor
from rooms.watching import ComeIn, Play, Seek
from server.counts import Counts
from server.outbox import Message
from server.recording.site_key import SiteKey
from server.replay.archive import Archive
from server.replay.session import ReplaySession

BETWEEN_S: Final = 0.1
"""Between a place that all have been shown and the next wish: a tick or two go by meanwhile."""
LATE_S: Final = 10.0
PLAYING: Final = 20
"""So many seeks are made at rest, so many while it plays, and so on."""


class Watching:
    """One of staff who watches, as the gateway would serve them. What they are sent is spelled and seen at once."""

    def __init__(self, replay: ReplaySession, name: str) -> None:
        self.sid = name
        self.actor = Actor(name, "therapist")
        replay.expect(self.actor, None)
        self.outbox = replay.outbox_for(self.actor)
        self.shown = asyncio.Event()
        self._replay = replay

    def put(self, message: Message) -> None:
        self._replay.packets.of(message)
        if message[0] == "snapshot":
            self.shown.set()
        self.outbox.seen(self._replay.newest)


@asynccontextmanager
async def watched_by(watchers: int, path: Path, site: SiteKey) -> AsyncIterator[tuple[ReplaySession, list[Watching]]]:
    """The replay of a recording with so many in it, who have been shown where it begins."""
    replay = await ReplaySession.open("bench", await Archive.open(path, site), time.monotonic, Counts())
    try:
        all_here = [Watching(replay, f"t{number}") for number in range(watchers)]
        for one in all_here:
            replay.join(one.actor.id, one, one.put)
            await replay.watch(one.actor, ComeIn("Navn", "nora", "nb"))
        await _all_shown(all_here)
        yield replay, all_here
    finally:
        await replay.close()


async def seek_together(path: Path, site: SiteKey, watchers: int, seeks: int, seed: int = 1) -> list[float]:
    """Milliseconds from a wish until all watchers have been shown the place, for each seek."""
    async with watched_by(watchers, path, site) as (replay, all_here):
        chance, took = random.Random(seed), list[float]()
        for number in range(seeks):
            await asyncio.sleep(BETWEEN_S)
            await replay.watch(all_here[0].actor, Play(number // PLAYING % 2 == 1))
            took.append(await _seek(replay, all_here, chance.randrange(replay.hall.first, replay.hall.last)))
        return took


async def _seek(replay: ReplaySession, all_here: list[Watching], where: int) -> float:
    began = time.perf_counter()
    await replay.watch(all_here[0].actor, Seek(where))
    await _all_shown(all_here)
    return (time.perf_counter() - began) * 1000


async def _all_shown(all_here: list[Watching]) -> None:
    """Raises TimeoutError."""
    async with asyncio.timeout(LATE_S):
        for one in all_here:
            await one.shown.wait()
            one.shown.clear()
