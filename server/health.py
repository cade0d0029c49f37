"""How the server is: alive, ready to take people, and how late its event loop comes.

`/healthz` is answered while the loop runs. `/readyz` says whether people may be sent here, and if not why, in codes of
our own: `stopping`, `pages_missing`, `loop_late`, `disk_full`, `disk_not_writable`. None of it tells of anyone.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections import deque
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median
from typing import Final

import msgspec
from aiohttp import web
from aiohttp.typedefs import Middleware

from rooms.refusals import refuse
from server.counts import Lateness
from server.refused import RefusedError, answer

BEAT_S: Final = 0.1
BEATS: Final = 50
"""How many beats are looked back on: five seconds of them."""
LATE_MS: Final = 100.0
"""What the middle beat may be late: a hiccup turns nobody away, a loop that lags all the time does."""
FREE_BYTES: Final = 50 * 1024 * 1024


class Found(msgspec.Struct, frozen=True):
    """What was found when somebody asked."""

    stopping: bool
    pages: bool
    late_ms: float
    free_bytes: int
    writable: bool


def reasons(found: Found) -> list[str]:
    """Why nobody should be sent here now, in codes; none when all is well."""
    wrong = {
        "stopping": found.stopping,
        "pages_missing": not found.pages,
        "loop_late": found.late_ms > LATE_MS,
        "disk_full": found.free_bytes < FREE_BYTES,
        "disk_not_writable": not found.writable,
    }
    return [code for code, is_so in wrong.items() if is_so]


class Health:
    """Watches the event loop and looks at the rest when asked. `data` is the folder that the server writes to; while it
    is not there nothing is written, and the disk is no concern."""

    def __init__(self, pages: Path, data: Path | None) -> None:
        self.stopping = False
        self.loop_late = Lateness()
        self._late: deque[float] = deque(maxlen=BEATS)
        self._pages = pages
        self._data = data

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/healthz", self.alive), web.get("/readyz", self.ready)]

    async def watch(self) -> None:
        """Notes how late the loop comes, until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + BEAT_S
            await asyncio.sleep(BEAT_S)
            self.beat((loop.time() - due) * 1000.0)

    def beat(self, late_ms: float) -> None:
        """One beat of the loop came this late."""
        self._late.append(late_ms)
        self.loop_late.add(late_ms)

    def look(self) -> Found:
        """Looks at the disk and the pages."""
        data = self._data if self._data is not None and self._data.is_dir() else None
        return Found(
            stopping=self.stopping,
            pages=(self._pages / "index.html").is_file(),
            late_ms=median(self._late) if self._late else 0.0,
            free_bytes=shutil.disk_usage(data).free if data else FREE_BYTES,
            writable=os.access(data, os.W_OK) if data else True,
        )

    def turn_away(self) -> Middleware:
        """A middleware: while the server stops, nobody comes in and nothing is begun."""

        @web.middleware
        async def check(
            request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
        ) -> web.StreamResponse:
            if self.stopping and (request.method not in ("GET", "HEAD") or "Upgrade" in request.headers):
                raise RefusedError(refuse("closing"), 503)
            return await handler(request)

        return check

    async def alive(self, request: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def ready(self, request: web.Request) -> web.Response:
        why = reasons(self.look())
        return answer({"ready": not why, "reasons": why}, 503 if why else 200)
