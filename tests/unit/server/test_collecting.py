"""Full rounds are made when one is due and every room is at rest, and at no other time."""

from __future__ import annotations

import asyncio
import gc

import pytest

from server import collecting
from server.collecting import OLDER_ROUNDS, collect_at_rest
from server.supervision import Supervisor


@pytest.mark.parametrize(
    ("older", "resting", "made"), [(OLDER_ROUNDS, True, True), (OLDER_ROUNDS, False, False), (0, True, False)]
)
async def test_a_full_round_waits_until_nobody_would_notice(
    older: int, resting: bool, made: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds: list[int] = []
    looked = asyncio.Event()

    def count() -> tuple[int, int, int]:
        looked.set()
        return 0, 0, older

    monkeypatch.setattr(collecting, "LOOK_EVERY_S", 0.0)
    monkeypatch.setattr(gc, "get_count", count)
    monkeypatch.setattr(gc, "collect", lambda: rounds.append(1))
    tasks = Supervisor("test")
    tasks.start("collect", collect_at_rest(lambda: resting))
    await looked.wait()
    await asyncio.sleep(0)
    await tasks.close()
    assert bool(rounds) is made
