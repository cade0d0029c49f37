"""The garbage collector's rounds, kept short: a full one over all that a server has loaded stops every room for 0.1 s.

Measured with 40 rooms of 8: a third of the processor's time went to such rounds, and poses were up to 0.4 s late.
"""

from __future__ import annotations

import gc
from typing import Final

ROUNDS: Final = (5_000, 10, 10)
"""New objects before a young round, young rounds before an older one, older ones before a full one. Messages make and
drop hundreds of objects each; those without cycles never wait for a round, and what is loaded is in none."""


def collect_rarely() -> None:
    gc.set_threshold(*ROUNDS)


def keep_what_is_loaded() -> None:
    """Leaves all that exists now out of later rounds: scenarios, tables and code stay for the life of the server."""
    gc.freeze()
