"""A recording room whose files may not grow for a while, as on a full disk: `python -m tests.live.full_disk FOLDER`.

Prints what the recorder told of itself, a line each. The limit is the system's own, so it is for a process of its own.
"""

from __future__ import annotations

import asyncio
import resource
import sys
import time
from pathlib import Path
from typing import Final

from rooms import intents as i
from rooms.bodies import pack_pose
from server.logs import set_up_logs
from server.recording.writer import Recorder, RecorderState
from tests.unit.server.recording.kit import HEADER, NOBODY, Place, RecordedRoom

LIMIT_BYTES: Final = 24_000
WITHIN_S: Final = 20.0


class Watch:
    """Prints states, and lets one wait for a kind of them."""

    def __init__(self) -> None:
        self._states: asyncio.Queue[RecorderState] = asyncio.Queue(100)

    def __call__(self, state: RecorderState) -> None:
        print(state.reason or "recording", flush=True)
        self._states.put_nowait(state)

    async def until(self, whole: bool) -> None:
        async with asyncio.timeout(WITHIN_S):
            while ((await self._states.get()).reason is None) is not whole:
                pass


async def move(room: RecordedRoom, recorder: Recorder) -> None:
    """A tick and a line every few milliseconds, for ever."""
    number = 0
    while True:
        number += 1
        room.advance(33)
        room.bodies.put(0, pack_pose(((number % 50 / 10, 1.6, 0.0), (0.0, 0.0, 0.0, 1.0))))
        packet = room.bodies.take_tick(room.ms)
        if packet is not None:
            recorder.tick(packet)
        room.ask("c1", i.Say(text=f"Dette er linje {number}."))
        await asyncio.sleep(0.003)


async def run(folder: Path) -> None:
    watch = Watch()
    room = RecordedRoom(Place(folder))
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Kim", by="t1")
    recorder = Recorder(room.place.path, room.place.site, HEADER, time.monotonic, watch)
    room.runner.listen(lambda facts: recorder.facts(facts, room.runner.state))
    recorder.start(room.runner.state, NOBODY)
    await watch.until(whole=True)
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    async with asyncio.TaskGroup() as tasks:
        moving = tasks.create_task(move(room, recorder))
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT_BYTES, most))
        await watch.until(whole=False)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        await watch.until(whole=True)
        await asyncio.sleep(0.2)
        moving.cancel()
    print("finished" if await recorder.finish() else "not finished", room.runner.state.seq, flush=True)


if __name__ == "__main__":
    set_up_logs(sys.stderr, "error")
    asyncio.run(run(Path(sys.argv[1])))
