"""`proverom doctor` beside a server that runs, and beside somebody else's."""

from __future__ import annotations

import asyncio
import errno
from pathlib import Path

import pytest

from infra.load.ports import free_port
from server.app import Server
from server.doctor import PortFound
from server.doctor_command import find_port
from tests.live.test_tls import Clinic


async def find(port: int) -> PortFound:
    return await asyncio.wait_for(asyncio.to_thread(find_port, "127.0.0.1", port), 20)


async def test_a_free_port_is_free() -> None:
    assert await find(free_port()) == "free"


async def test_our_own_server_is_known_by_its_name(server: Server) -> None:
    assert await find(server.settings.port) == "ours"


async def test_our_own_server_is_known_under_tls_too(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path)
    async with clinic.open():
        assert await find(clinic.server.settings.port) == "ours"


@pytest.mark.parametrize("says", [b"", b"SSH-2.0-x\r\n", b"HTTP/1.0 200 OK\r\nServer: other\r\n\r\n"])
async def test_another_program_is_no_server_of_ours(says: bytes) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(says)
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as other:
        assert await find(other.sockets[0].getsockname()[1]) == errno.EADDRINUSE
