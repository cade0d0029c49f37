"""Runs the application until it is told to stop, on uvloop where there is one."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable

from aiohttp import web

from server.app import Server
from server.collecting import collect_rarely, keep_what_is_loaded

SHUTDOWN_S = 3.0


async def serve_until_stopped(server: Server, ready: Callable[[], None]) -> None:
    """Listens, calls `ready`, and returns after SIGINT or SIGTERM once every room has been told. Raises OSError when
    the port is taken."""
    runner = web.AppRunner(server.app, access_log=None, shutdown_timeout=SHUTDOWN_S)
    await runner.setup()
    site = web.TCPSite(runner, server.settings.host, server.settings.port)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    collect_rarely()
    keep_what_is_loaded()
    try:
        await site.start()
        ready()
        await stop.wait()
    finally:
        await runner.cleanup()
