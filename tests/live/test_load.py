"""The benchmark and the soak in a short form, on a real server of their own: what they say can be believed."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from infra.load.run import measure
from infra.load.server_process import ServerProcess, start_server
from infra.load.soak import soak


@pytest.fixture
async def measured() -> AsyncIterator[ServerProcess]:
    server = await start_server(None, 4)
    yield server
    await server.stop()


async def test_a_short_run_delivers_poses_and_lines_to_everyone(measured: ServerProcess) -> None:
    found = await measure(measured, rooms=2, members=3, seconds=2, company=1)
    assert (found.rooms, found.members) == (2, 3)
    assert found.delivered_share > 0.8  # poses that meet in one tick are one: the machine may be busy
    assert 0 < found.latency_ms_p50 <= found.latency_ms_p95 <= found.latency_ms_p99
    assert found.lines_heard_share == 1.0
    assert 0 < found.down_bytes_per_client_s < 8000
    assert found.memory_mb > found.memory_empty_mb > 10
    assert found.cpu_share > 0


async def test_a_full_room_of_twelve_and_all_avatars_is_filled(measured: ServerProcess) -> None:
    found = await measure(measured, rooms=1, members=12, seconds=1, company=4)
    assert found.delivered_share > 0.8


async def test_a_short_soak_cuts_people_and_brings_them_back(measured: ServerProcess) -> None:
    found = await soak(measured, rooms=1, members=3, minutes=0.12, warm_minutes=0.02)
    assert found.came_back >= 2
    assert found.open_files_last <= found.open_files_first + 4
    assert found.late_ms_last >= 0
