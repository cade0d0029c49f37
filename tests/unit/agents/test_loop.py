"""The avatars' loop as a task."""

from __future__ import annotations

import asyncio

from infra.virtual_room import VirtualRoom
from rooms.facts import Marked, Stamped
from server.supervision import Supervisor


async def test_cancelling_ends_it_also_at_the_moment_at_which_something_happens() -> None:
    """`asyncio.wait_for` of Python 3.11 swallows a cancelling that comes with what is waited for."""
    loop = VirtualRoom("bus_stop").loop
    task = Supervisor("test").start("loop", loop.run())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.perceive([Stamped(1, 0, Marked("t1", "here"))])
    await asyncio.sleep(0)
    task.cancel()
    done, _ = await asyncio.wait([task], timeout=2)
    assert done == {task}
