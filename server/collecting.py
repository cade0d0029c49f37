"""The garbage collector's rounds: short ones while people are here, full ones when every room is at rest.

A full round over a busy server stops every room for 0.1 s and more. Measured with 40 rooms of 8 and Python's own
rounds: a third of the processor's time, and poses up to 0.4 s late.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from typing import Final

ROUNDS: Final = (5_000, 10, 1_000_000_000)
"""New objects before a young round, young rounds before an older one, and never a full one by itself."""
LOOK_EVERY_S: Final = 60.0
OLDER_ROUNDS: Final = 10
"""After so many older rounds there may be something for a full one."""


def collect_rarely() -> None:
    gc.set_threshold(*ROUNDS)


def keep_what_is_loaded() -> None:
    """Leaves all that exists now out of later rounds: scenarios, tables and code stay for the life of the server."""
    gc.freeze()


async def collect_at_rest(at_rest: Callable[[], bool]) -> None:
    """Makes a full round when it is due and nobody would notice. Until cancelled."""
    while True:
        await asyncio.sleep(LOOK_EVERY_S)
        if gc.get_count()[2] >= OLDER_ROUNDS and at_rest():
            gc.collect()
