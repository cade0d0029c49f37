"""`proverom bench recording` and `proverom bench crash`: what recording costs, and what a killed server loses."""

from __future__ import annotations

import asyncio
import os
import random
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Final

import msgspec
import numpy as np
import typer

from infra.load.crash import crash as kill_rooms
from infra.load.made_up_session import MadeUpRoom, Movement, ticks
from rooms.facts import Stamped
from rooms.state import RoomState
from rooms.wire import Snapshot
from server.bench import AsJson, show
from server.bench_watchers import seek_together
from server.recording.forms import Header
from server.recording.reader import SessionFile
from server.recording.session_writer import SessionWriter
from server.recording.site_key import SiteKey

TICK_MS: Final = 50
LOOK_MS: Final = 100
OPENS: Final = 10
WATCHERS: Final = 8
WARM_MS: Final = 120_000


class RecordingFigures(msgspec.Struct, frozen=True):
    """What `bench recording` prints. `rss_growth_mb`: memory at the end, when all was read through and sought in, less
    that after the first two minutes; `play_ms_p99`: reading ten seconds of all there is; `seek_watchers_ms_p99`: from
    the wish of one of eight who watch in a replay room until all of them have been shown the place."""

    bodies: int
    minutes: float
    seek_ms_p50: float
    seek_ms_p99: float
    seek_watchers_ms_p99: float
    open_ms: float
    file_bytes: int
    writer_cpu_share: float
    write_ms_max: float
    play_ms_p99: float
    rss_growth_mb: float


def recording(
    bodies: Annotated[int, typer.Option(help="People who move all the time.", min=1, max=64)] = 16,
    minutes: Annotated[float, typer.Option(help="How long the session is.", min=0.5)] = 50,
    seeks: Annotated[int, typer.Option(help="How often to seek, alone and with eight who watch.", min=1)] = 400,
    as_json: AsJson = False,
) -> None:
    """Write a made-up session at 20 ticks a second as fast as it goes, and seek in it."""
    with tempfile.TemporaryDirectory(prefix="proverom-bench-") as folder:
        show(msgspec.to_builtins(_measure(Path(folder), bodies, round(minutes * 60_000), seeks)), as_json)


def crash(
    kills: Annotated[int, typer.Option(help="How many rooms to kill.", min=1)] = 200,
    seed: Annotated[int, typer.Option(help="Decides the moments.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Kill recording rooms of eight people (SIGKILL) at moments by chance, and look what their files have lost."""
    try:
        show(msgspec.to_builtins(kill_rooms(kills, seed)), as_json)
    except RuntimeError as error:
        typer.echo(f"The run could not be made: {error}.", err=True)
        raise typer.Exit(1) from None


def _measure(folder: Path, bodies: int, length_ms: int, seeks: int) -> RecordingFigures:
    site = SiteKey.load_or_create(folder / "config" / "site.key", folder / "data")
    path = folder / "data" / "sessions" / "bench.proverom"
    room = MadeUpRoom(bodies)
    writer = SessionWriter(path, site, Header("bench", "bench", "bus_stop", "nb", 0.0, "bench"))
    movement = Movement(bodies, seed=1)
    live = msgspec.msgpack.decode(msgspec.msgpack.encode(room.state), type=RoomState)
    writer.begin(live, ticks(movement, 0, 1, 1)[0][1])
    spent, slowest, warm = 0.0, 0.0, 0.0
    for start in range(0, length_ms, 1000):
        told = list(room.second(start // 1000))
        moves = ticks(movement, start + TICK_MS, start + 1000 + TICK_MS, TICK_MS)
        used, most = _write_second(writer, told, moves)
        spent, slowest = spent + used, max(slowest, most)
        if start <= WARM_MS:
            warm = _memory_mb()
    writer.finish()
    opened = [_timed(lambda: SessionFile.open(path, site).close()) for _ in range(OPENS)]
    alone, plays = _read(path, site, length_ms, seeks)
    growth = _memory_mb() - warm
    together = asyncio.run(seek_together(path, site, WATCHERS, seeks))
    return RecordingFigures(
        bodies, length_ms / 60_000, _percentile(alone, 50), _percentile(alone, 99), _percentile(together, 99),
        round(max(opened), 2), path.stat().st_size, round(spent / (length_ms / 1000), 5), round(slowest * 1000, 1),
        _percentile(plays, 99), round(growth, 1),
    )  # fmt: skip


def _write_second(
    writer: SessionWriter, told: list[list[Stamped]], moves: list[tuple[int, bytes]]
) -> tuple[float, float]:
    """Tells and flushes in the order of time, as the recorder's thread does. Processor seconds used, and the longest
    flush in seconds."""
    waiting = list(told)
    began, longest = time.thread_time(), 0.0
    for t, packet in moves:
        writer.tick(packet)
        while waiting and waiting[0][0].t <= t:
            writer.facts(waiting.pop(0))
        if t % LOOK_MS == 0:
            longest = max(longest, _timed(writer.flush))
    writer.make_durable()
    return time.thread_time() - began, longest / 1000


def _read(path: Path, site: SiteKey, length_ms: int, seeks: int) -> tuple[list[float], list[float]]:
    """Milliseconds for each seek, until what is sent for it is spelled; and for reading each ten seconds."""
    chance = random.Random(1)
    with SessionFile.open(path, site) as file:

        def seek(t: int) -> None:
            moment = file.at(t)
            msgspec.msgpack.encode(Snapshot("bench", t, "c1", moment.state))

        def play(t: int) -> None:
            file.facts(t, t + 10_000)
            file.poses(t, t + 10_000)

        moments = [chance.randrange(length_ms) for _ in range(seeks)]
        sought = [_timed(partial(seek, t)) for t in moments]
        plays = [_timed(partial(play, t)) for t in range(0, length_ms, 10_000)]
    return sought, plays


def _timed(work: Callable[[], None]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _percentile(ms: list[float], share: float) -> float:
    return round(float(np.percentile(ms, share)), 2)


def _memory_mb() -> float:
    """Resident memory now."""
    fields = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
