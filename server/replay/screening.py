"""One reel as it is shown: it is loaded where it is put, and read on from there while it plays."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Final

import structlog

from rooms.facts import Stamped
from rooms.state import RoomState
from server.counts import Counts
from server.recording.seal import SealError
from server.replay.archive import Archive
from server.replay.playback import Playback
from server.supervision import Supervisor

log = structlog.get_logger("proverom.replay")

LOAD_EVERY_MS: Final = 50
"""Loading costs the processor a third of this: whoever drags the reel along is not to slow live rooms down."""
NOTHING: Final[dict[int, bytes]] = {}


class Screening:
    """`shown` hears each time that the room stands at another place than before, with a new `epoch`."""

    def __init__(
        self,
        archive: Archive,
        epochs: Iterator[str],
        now: Callable[[], int],
        shown: Callable[[Screening], None],
        tasks: Supervisor,
        counts: Counts,
    ) -> None:
        """`now`: the watchers' clock, ms."""
        self.epoch = ""
        self._now = now
        self._load_at = now()
        self._archive = archive
        self._counts = counts
        self._epochs = epochs
        self._shown = shown
        self._playback: Playback | None = None
        self._wanted: int | None = None
        self._wished_at = 0
        """Since when it is wished elsewhere."""
        self._speed = 0.0
        self._news = asyncio.Event()
        self._task = tasks.start("screening", self._run())

    @property
    def state(self) -> RoomState | None:
        """The room as it was last shown here; None before it is loaded."""
        return self._playback.state if self._playback is not None else None

    @property
    def rows(self) -> dict[int, bytes]:
        """Everybody's newest row, by body."""
        return self._playback.rows if self._playback is not None else NOTHING

    def take_moved(self) -> dict[int, bytes]:
        """The rows that have changed since this was last asked."""
        return self._playback.take_moved() if self._playback is not None else NOTHING

    def put(self, position: int) -> None:
        """Shows the room at `position` as soon as it is loaded. Of several the newest wins."""
        if self._wanted is None:
            self._wished_at = self._now()
        self._wanted = position
        self._news.set()

    def play(self, position: int, speed: float) -> Iterator[list[Stamped]]:
        """Goes on to `position`. Gives what has happened, moment by moment; `state` is the room just after each.

        `speed` 0: the reel stands still, and nothing is read ahead, for which the next seek would have to wait.
        """
        self._speed = speed
        playback = self._playback
        if playback is None or self._wanted is not None:
            self._news.set()
            return
        if any(playback.position < anew <= position for anew in self._archive.anew):
            self.put(position)
            return
        while facts := playback.next_facts(position):
            yield facts
        playback.move(position)
        if self._wants() is not None:
            self._news.set()

    def end(self) -> None:
        """Nobody looks at it any more."""
        self._task.cancel()

    async def _run(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            while await self._load() or await self._read_on():
                pass

    async def _load(self) -> bool:
        position = self._wanted
        if position is None or self._now() < self._load_at:
            return False
        self._load_at = self._now() + LOAD_EVERY_MS
        wished_at = self._wished_at
        try:
            moment = await self._archive.at(position)
        except SealError:
            log.warning("a moment of a recording cannot be shown")
            moment = None
        if self._wanted == position:
            self._wanted = None
        if moment is not None:
            self._playback = Playback(moment, position)
            self.epoch = next(self._epochs)
            self._shown(self)
            self._counts.seek_took.add(self._now() - wished_at)
        return True

    async def _read_on(self) -> bool:
        playback, span = self._playback, self._wants()
        if playback is None or span is None:
            return False
        playback.feed(await self._archive.stretch(*span))
        return True

    def _wants(self) -> tuple[int, int] | None:
        """What is to be read next."""
        if self._playback is None or self._wanted is not None:
            return None
        return self._playback.wants(self._speed, self._archive.info.last_ms)
