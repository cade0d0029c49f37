"""`proverom bench rooms`: how many rooms one core holds, measured from outside on a real server."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Annotated, Final

import msgspec
import typer

from infra.load.dragged import record
from infra.load.run import Figures, measure
from infra.load.server_process import cores, pinned, start_server
from server.bench import AsJson, show

WITHIN_MS: Final = 50.0
NEAR_ENOUGH: Final = 4
"""The search ends when the largest number that is held is known to so many rooms."""


class Load(msgspec.Struct, frozen=True):
    """What each room does while it is measured."""

    members: int
    seconds: float
    company: int
    line_every: float
    dragged: Path | None
    """The folder of a recording that is dragged along meanwhile."""


def rooms(
    rooms: Annotated[int, typer.Option(help="Rooms that are open at once.", min=1)] = 20,
    members: Annotated[int, typer.Option(help="People in each room.", min=1, max=12)] = 8,
    seconds: Annotated[float, typer.Option(help="How long to measure.", min=1)] = 20,
    company: Annotated[int, typer.Option(help="Avatars in view, as a level: 0 few, 4 all eight.", min=0, max=4)] = 1,
    line_every: Annotated[
        float, typer.Option(help="Seconds between two lines of each room's client, which an avatar answers; 0: none.")
    ] = 5,
    dragged: Annotated[bool, typer.Option(help="Drag a recording of 50 minutes along ten times a second.")] = False,
    largest: Annotated[bool, typer.Option("--max", help="Search the largest number of rooms that is held.")] = False,
    as_json: AsJson = False,
) -> None:
    """Rooms full of people who move 20 times a second: how late each pose is, for each who sees it.

    The server runs in a process of its own on one core, the generator on another. With --max the number of rooms grows
    from --rooms until poses come later than 50 ms (99th percentile) or are lost.
    """
    with tempfile.TemporaryDirectory(prefix="proverom-bench-") as folder:
        if dragged:
            record(Path(folder))
        load = Load(members, seconds, company, line_every, Path(folder) if dragged else None)
        if largest:
            found = _largest(rooms, load)
            show({"max_rooms": found.rooms, **msgspec.to_builtins(found)}, as_json)
        else:
            show(msgspec.to_builtins(_run(rooms, load)), as_json)


def _run(rooms: int, load: Load) -> Figures:
    """One run on a fresh server."""
    if not sys.platform.startswith("linux"):
        typer.echo(
            "This benchmark needs Linux: it pins processes to cores and reads what they use from /proc.", err=True
        )
        raise typer.Exit(1)
    import uvloop  # not to be had everywhere that the other commands run

    server_core, own_core = cores()

    async def run() -> Figures:
        server = await start_server(server_core, rooms, load.dragged)
        try:
            return await measure(server, rooms, load.members, load.seconds, load.company, load.line_every)
        finally:
            await server.stop()

    try:
        with pinned(own_core):
            return uvloop.run(run())
    except RuntimeError as error:
        typer.echo(f"The run could not be made: {error}.", err=True)
        raise typer.Exit(1) from None


def _largest(rooms: int, load: Load) -> Figures:
    """Grows by a half until a run fails, then halves the gap. Raises typer.Exit when not even `rooms` are held."""
    best = _tried(rooms, load)
    if not best.passes(WITHIN_MS):
        typer.echo(f"Not even {rooms} rooms are held on this machine; try fewer with --rooms.", err=True)
        raise typer.Exit(1)
    failed = best.rooms + max(NEAR_ENOUGH, best.rooms // 2)
    while (found := _tried(failed, load)).passes(WITHIN_MS):
        best, failed = found, failed + max(NEAR_ENOUGH, failed // 2)
    while failed - best.rooms > NEAR_ENOUGH:
        found = _tried((best.rooms + failed) // 2, load)
        if found.passes(WITHIN_MS):
            best = found
        else:
            failed = found.rooms
    return best


def _tried(rooms: int, load: Load) -> Figures:
    """One run, told on standard error: a search takes minutes."""
    found = _run(rooms, load)
    verdict = (
        "held" if found.passes(WITHIN_MS) else "not held" if found.counts else "does not count: generator too busy"
    )
    typer.echo(
        f"{rooms} rooms: p99 {found.latency_ms_p99} ms, delivered {found.delivered_share:.2%}, "
        f"server {found.cpu_share:.0%}, generator {found.generator_cpu_share:.0%}: {verdict}",
        err=True,
    )
    return found
