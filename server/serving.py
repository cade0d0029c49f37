"""Runs the application until it is told to stop, on uvloop where there is one."""

from __future__ import annotations

import asyncio
import signal
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final

from server.app import Server
from server.collecting import collect_at_rest, collect_rarely, keep_what_is_loaded
from server.reach import Reach
from server.strangers import DoorRunner
from server.supervision import Supervisor
from server.tls.door import HANDSHAKE_WITHIN_S, TlsDoor

SHUTDOWN_S: Final = 0.5
"""What is left once everyone has been told is not waited for."""
SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


@asynccontextmanager
async def listening(
    server: Server, context: ssl.SSLContext | None = None, handshake_within: float = HANDSHAKE_WITHIN_S
) -> AsyncIterator[None]:
    """Listens while the block runs; then every room is told. Raises OSError when the port is taken."""
    runner = DoorRunner(server.app, server.strangers, SHUTDOWN_S)
    await runner.setup()
    try:
        async with _door(server, runner, context, handshake_within):
            try:
                yield
            finally:
                await server.stop()  # while we still listen, so that whoever comes now is told why
    finally:
        await runner.cleanup()


@asynccontextmanager
async def _door(
    server: Server, runner: DoorRunner, context: ssl.SSLContext | None, handshake_within: float
) -> AsyncIterator[None]:
    where = server.settings.host, server.settings.port
    assert runner.server is not None
    if context is None:
        plain = await asyncio.get_running_loop().create_server(runner.server, *where)
        try:
            yield
        finally:
            plain.close()
        return
    door = TlsDoor(where, context, runner.server, server.names.address_as, server.counts, handshake_within)
    door.open()
    try:
        yield
    finally:
        await door.close()


async def serve_until_stopped(
    server: Server, reach: Reach, ready: Callable[[], None], moved: Callable[[], None]
) -> None:
    """Listens, calls `ready`, and returns after SIGINT or SIGTERM once every room has been told; calls `moved` when
    others reach the server at another address than before. A second signal ends the process at once.

    Raises OSError when the port is taken.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop_once() -> None:
        stop.set()
        for number in SIGNALS:
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_DFL)

    for number in SIGNALS:
        loop.add_signal_handler(number, stop_once)
    tasks = Supervisor("serving")
    async with listening(server, reach.context.door if reach.context else None):
        collect_rarely()
        tasks.start("learn", _learn(server))
        tasks.start("collect", collect_at_rest(server.sessions.at_rest))
        tasks.start("reach", reach.run(server.names, moved))
        ready()
        try:
            await stop.wait()
        finally:
            await tasks.close()


async def _learn(server: Server) -> None:
    await server.sessions.learn()
    keep_what_is_loaded()
