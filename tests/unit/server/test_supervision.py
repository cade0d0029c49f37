"""Tasks have an owner that ends them, and a death is heard."""

from __future__ import annotations

import asyncio

import pytest
from structlog.testing import capture_logs

from server.supervision import Supervisor


async def test_closing_cancels_and_awaits_every_task() -> None:
    ended = asyncio.Event()

    async def forever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    tasks = Supervisor("test")
    tasks.start("forever", forever())
    await asyncio.sleep(0)
    await tasks.close()
    assert ended.is_set()


async def test_a_task_that_dies_is_heard_by_name() -> None:
    async def dies() -> None:
        raise ValueError("no")

    tasks = Supervisor("test")
    with capture_logs() as heard:
        task = tasks.start("dies", dies())
        await asyncio.wait([task])
        await asyncio.sleep(0)
    assert [(one["task"], one["error"]) for one in heard] == [("test/dies", "ValueError")]
    await tasks.close()


async def test_nothing_starts_after_closing() -> None:
    async def work() -> None:
        return None

    tasks = Supervisor("test")
    await tasks.close()
    with pytest.raises(RuntimeError, match="test has closed"):
        tasks.start("late", work())
