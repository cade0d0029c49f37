"""`proverom serve --lan` as a clinic starts it: a process of its own, its words, its certificate."""

from __future__ import annotations

import asyncio
import ssl
import sys
from pathlib import Path

import aiohttp

from infra.check_size import ROOT
from tests.live.live_client import LiveClient
from tests.live.server_process import END_WITHIN_S, server_process


async def test_a_headset_comes_in_by_https_and_the_terminal_says_how(tmp_path: Path) -> None:
    async with server_process("--lan", "--data", str(tmp_path)) as running:
        authority = tmp_path / "tls" / "authority.crt"
        for words in ("https://", "Advanced", "adb reverse", "--cert FILE --key FILE", "/help/headset", str(authority)):
            assert words in running.printed
        assert "http://127" not in running.printed
        trusting = ssl.create_default_context(cafile=str(authority))
        base = running.base.replace("http:", "https:")
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=trusting)) as http:
            client = await LiveClient.join(http, base, running.client_code)
            await client.connect()
            assert client.snapshots == 1
            await client.close()
        assert await _refused_beside(base.rpartition(":")[2]) == (
            1, f"Port {base.rpartition(':')[2]} of 127.0.0.1 cannot be used: another program has it. "
            "Choose another: --port.\n",
        )  # fmt: skip
        running.process.terminate()
        assert await running.end() == 0


async def _refused_beside(port: str) -> tuple[int | None, str]:
    """Starts a second server on a port that is taken: its exit status, and what it says."""
    second = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "from server.cli import main; main()", "serve", "--port", port,
        cwd=ROOT, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, said = await asyncio.wait_for(second.communicate(), 4 * END_WITHIN_S)
    return second.returncode, said.decode()
