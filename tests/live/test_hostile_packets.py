"""Frames of many shapes at both doors of a server in a process of its own: it lives, and nothing of them stays.

A short form; `python -m infra.hostile.run` sends 30 000.
"""

from __future__ import annotations

import re

from infra.hostile.run import run

FRAMES = 3000
MOST_GROWTH_MB = 10.0


async def test_frames_of_many_shapes_cost_the_server_nothing_that_stays() -> None:
    cost = await run(FRAMES)
    assert sum(int(found) for found in re.findall(r": (\d+)", cost.ends)) == FRAMES * 0.8
    assert cost.memory_growth_mb < MOST_GROWTH_MB
    assert cost.files_growth <= 1
    assert cost.tasks_growth <= 1
