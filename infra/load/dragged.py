"""A long recording that is watched and dragged along without end, beside live rooms that are measured."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path
from typing import Final

import msgspec

from infra.load.made_up_session import MadeUpRoom, Movement, ticks
from rooms.state import RoomState
from rooms.watching import Seek
from server.bench_watchers import watched_by
from server.recording.forms import Header
from server.recording.session_writer import SessionWriter
from server.recording.site_key import SiteKey

BODIES: Final = 16
MINUTES: Final = 50
TICK_MS: Final = 50
WATCHERS: Final = 8
DRAG_EVERY_S: Final = 0.1
FARTHEST_MS: Final = 60_000
"""So far the hand moves between two wishes."""


def places(folder: Path) -> tuple[Path, SiteKey]:
    """The recording below `folder`, and the key outside the data folder."""
    site = SiteKey.load_or_create(folder / "config" / "site.key", folder / "data")
    return folder / "data" / "sessions" / "dragged.proverom", site


def record(folder: Path) -> None:
    """Makes the recording, faster than real time."""
    path, site = places(folder)
    room, movement = MadeUpRoom(BODIES), Movement(BODIES, seed=1)
    writer = SessionWriter(path, site, Header("dragged", "bench", "bus_stop", "nb", 0.0, "bench"))
    writer.begin(msgspec.convert(msgspec.to_builtins(room.state), RoomState), ticks(movement, 0, 1, 1)[0][1])
    for second in range(MINUTES * 60):
        for facts in room.second(second):
            writer.facts(facts)
        start = second * 1000 + TICK_MS
        for _, packet in ticks(movement, start, start + 1000, TICK_MS):
            writer.tick(packet)
        writer.flush()
    writer.finish()


async def drag(folder: Path) -> None:
    """Eight watch it in this process; one of them drags it along, until cancelled."""
    path, site = places(folder)
    async with watched_by(WATCHERS, path, site) as (replay, watchers):
        chance, at = random.Random(1), replay.hall.first
        while True:
            at = max(replay.hall.first, (at + chance.randrange(FARTHEST_MS)) % replay.hall.last)
            await replay.watch(watchers[0].actor, Seek(at))
            await asyncio.sleep(DRAG_EVERY_S)
