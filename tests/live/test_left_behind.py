"""Who comes and goes leaves nothing for the garbage collector, whose full rounds wait until every room is at rest."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Iterator

import pytest
from aiohttp.web_protocol import RequestHandler

from infra.load.fill import Clinic
from server.app import Server
from server.fact_line import FactLine
from server.herald import Connection
from server.stream_socket import StreamSocket

TIMES = 6
OURS = (RequestHandler, Connection, FactLine, StreamSocket)


@pytest.fixture
def found_by_the_collector() -> Iterator[list[object]]:
    """From when it is asked for, what only the collector would have freed is kept in this list."""
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    yield gc.garbage
    gc.set_debug(0)
    gc.garbage.clear()
    gc.enable()


async def test_a_connection_that_has_ended_is_freed_at_once(
    server: Server, base: str, found_by_the_collector: list[object]
) -> None:
    clinic = Clinic(base, server.auth.make_link_secret(), time.perf_counter, lambda at, words: None, keep=False)
    await clinic.sign_in()
    (room,) = await clinic.fill(1, 2, 1)
    for _ in range(TIMES):
        await clinic.come_back(room.members[1])
    await asyncio.sleep(0.2)  # the last ones' sockets are told by the loop that they have ended
    gc.collect()
    left = [type(thing).__name__ for thing in found_by_the_collector if isinstance(thing, OURS)]
    await clinic.close()
    assert left == []
