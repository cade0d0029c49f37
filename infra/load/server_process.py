"""A real server in a process of its own, on a core of its own, and what it uses."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from infra.load.ports import free_port

READY_S: Final = 60.0
STOP_S: Final = 15.0
_TICKS_A_SECOND: Final = os.sysconf("SC_CLK_TCK")


class ServerProcess:
    """A running server: where it is, the secret of its console link, and its process."""

    def __init__(self, process: asyncio.subprocess.Process, base: str, secret: str) -> None:
        self.base = base
        self.secret = secret
        self._process = process

    @property
    def pid(self) -> int:
        return self._process.pid

    def cpu_seconds(self) -> float:
        """Processor time since the start, user and system."""
        return cpu_seconds(self.pid)

    def memory_bytes(self) -> int:
        """Resident memory now."""
        fields = Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()
        return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")

    def open_files(self) -> int:
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    async def stop(self) -> None:
        """Asks it to stop, and ends it if it has not within 15 s."""
        if self._process.returncode is None:
            self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), STOP_S)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()


async def start_server(core: int | None, most_rooms: int, dragged: Path | None = None) -> ServerProcess:
    """Starts the server of this installation on `core`. Raises RuntimeError when it is not up within a minute.

    `dragged`: a folder with a recording that is dragged along meanwhile.
    """
    port = free_port()
    words = [str(port), str(most_rooms), *([] if dragged is None else [str(dragged)])]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "infra.load.recorded_server", *words, stdout=asyncio.subprocess.PIPE
    )
    if core is not None:
        os.sched_setaffinity(process.pid, {core})
    if process.stdout is None:
        raise RuntimeError("the server has no output")
    try:
        secret = await asyncio.wait_for(process.stdout.readline(), READY_S)
    except TimeoutError:
        process.kill()
        raise RuntimeError(f"the server was not ready within {READY_S:.0f} s") from None
    if not secret:
        raise RuntimeError("the server ended before it was ready; see above")
    return ServerProcess(process, f"http://127.0.0.1:{port}", secret.decode().strip())


def cpu_seconds(pid: int) -> float:
    """Processor time of a process since its start, user and system."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS_A_SECOND


def cores() -> tuple[int | None, int | None]:
    """One core for the server and another for the generator; None where cores cannot be chosen or there is only one."""
    if not hasattr(os, "sched_setaffinity"):
        return None, None
    free = sorted(os.sched_getaffinity(0))
    return (free[0], free[1]) if len(free) > 1 else (None, None)


@contextmanager
def pinned(core: int | None) -> Iterator[None]:
    """Keeps this process on one core while the block runs; nothing happens without one."""
    if core is None:
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
