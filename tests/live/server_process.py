"""The real server in a process of its own, with the demo session: for what only a whole process can show."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import aiohttp

from infra.check_size import ROOT
from infra.load.ports import free_port
from tests.live.live_client import LiveClient

READY = "Stop the server with Ctrl+C."
START_WITHIN_S = 30.0
END_WITHIN_S = 5.0


class ServerProcess:
    """A running server and the ways in that it printed."""

    def __init__(self, process: asyncio.subprocess.Process, port: int, printed: str) -> None:
        self.process = process
        self.printed = printed
        self.base = f"http://127.0.0.1:{port}"
        self._key = _find(r"/console#key=(\S+)", printed)
        self.client_code = _find(r"client:\s+(\S{4} \S{4})", printed)
        self.peer_code = _find(r"peer worker:\s+(\S{4} \S{4})", printed)

    async def sign_in(self, http: aiohttp.ClientSession) -> str:
        """Signs `http` in at the console, and gives the id of the demo session."""
        async with http.post(f"{self.base}/api/sign-in", json={"secret": self._key}, headers=self.origin) as answer:
            assert answer.status == 204
        async with http.get(f"{self.base}/api/sessions") as answer:
            return str((await answer.json())[0]["id"])

    async def therapist(self, http: aiohttp.ClientSession) -> LiveClient:
        therapist = LiveClient(http, self.base)
        await therapist.connect(await self.sign_in(http))
        return therapist

    @property
    def origin(self) -> dict[str, str]:
        return {"Origin": self.base}

    async def end(self) -> int:
        """The status that the process ends with. Raises TimeoutError after five seconds."""
        return await asyncio.wait_for(self.process.wait(), END_WITHIN_S)


@asynccontextmanager
async def server_process(
    *options: str, port: int | None = None, home: Path | None = None, env: Mapping[str, str] | None = None
) -> AsyncIterator[ServerProcess]:
    """`home` is where data and the site's key lie, and what it logs (`log`); a folder that goes with the process unless
    said. `env`: further variables of its environment."""
    with ExitStack() as stack:
        at = home or Path(stack.enter_context(TemporaryDirectory(prefix="proverom-test-")))
        errors = stack.enter_context((at / "log").open("ab"))
        async with _process(*_places(options, at), port=port, env=env or {}, errors=errors) as process:
            yield process


def _places(options: tuple[str, ...], home: Path) -> list[str]:
    """Nothing of a test lands in the folders of whoever runs it."""
    data = [] if "--data" in options else ["--data", str(home / "data")]
    return [*options, *data, "--site-key", str(home / "config" / "site.key")]


@asynccontextmanager
async def _process(
    *options: str, port: int | None, env: Mapping[str, str], errors: IO[bytes]
) -> AsyncIterator[ServerProcess]:
    port = port or free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "from server.cli import main; main()", "serve", "--demo", "--port", str(port), *options,
        cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=errors, env={**os.environ, **env},
    )  # fmt: skip
    assert process.stdout is not None
    try:
        printed = await asyncio.wait_for(_until_ready(process.stdout), START_WITHIN_S)
        yield ServerProcess(process, port, printed)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _until_ready(stream: asyncio.StreamReader) -> str:
    printed = ""
    while READY not in printed:
        line = await stream.readline()
        assert line, f"the server ended:\n{printed}"
        printed += line.decode()
    return printed


def _find(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found is not None, text
    return found.group(1)
