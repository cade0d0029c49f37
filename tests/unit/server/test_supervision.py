"""Tasks have an owner that ends them, and a death is heard."""

from __future__ import annotations

import asyncio
import contextlib

import pytest
from structlog.testing import capture_logs

from server import supervision
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


async def test_a_task_that_swallows_its_cancelling_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervision, "ASK_AGAIN_S", 0.001)
    asked = 0

    async def deaf(ears: int) -> None:
        nonlocal asked
        while asked < ears:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                asked += 1

    tasks = Supervisor("test")
    task = tasks.start("deaf", deaf(2))
    await asyncio.sleep(0)
    await tasks.close()
    assert (asked, task.done()) == (2, True)


async def test_a_task_that_never_ends_is_heard_and_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervision, "ASK_AGAIN_S", 0.001)
    end = asyncio.Event()

    async def stubborn() -> None:
        while not end.is_set():
            with contextlib.suppress(asyncio.CancelledError):
                await end.wait()

    tasks = Supervisor("test")
    task = tasks.start("stubborn", stubborn())
    await asyncio.sleep(0)
    with capture_logs() as heard:
        await tasks.close()
    assert [one["task"] for one in heard] == ["test/stubborn"]
    end.set()
    await task
