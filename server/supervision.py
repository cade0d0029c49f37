"""The one way to start a task: every task has a name and an owner that cancels and awaits it, and a death is heard."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

import structlog

log = structlog.get_logger("proverom.tasks")


ASK_AGAIN_S: Final = 0.5
"""How long a task gets to end: some code swallows a cancelling, as `asyncio.wait_for` of Python 3.11 may."""
ASKS: Final = 4


class Supervisor:
    """Owns tasks until `close`. A task that dies of an error is logged with its name and its error's kind.

    Not safe for threads. `close` may be cancelled; the tasks are cancelled by then.
    """

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False

    def start(self, name: str, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Runs `work` until it ends or the supervisor closes. Raises RuntimeError once closed."""
        if self._closed:
            work.close()
            raise RuntimeError(f"{self._owner} has closed and starts no {name}")
        task = asyncio.get_running_loop().create_task(work, name=f"{self._owner}/{name}")
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("task died", task=task.get_name(), error=type(error).__name__, exc_info=error)

    async def close(self) -> None:
        """Cancels every task and waits until all have ended: two seconds at most, for one that will not."""
        self._closed = True
        tasks = set(self._tasks)
        for _ in range(ASKS):
            for task in tasks:
                task.cancel()
            if tasks:
                _, tasks = await asyncio.wait(tasks, timeout=ASK_AGAIN_S)
        for task in tasks:
            log.error("task does not end", task=task.get_name())
