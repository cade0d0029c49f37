"""From older forms of the file to the newest: one step a version, each taking what a block held to the next form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

import msgspec

from server.recording.seal import VERSION, Kind

Step = Callable[[Kind, Any], Any]
"""Takes what a block of a kind held in version n (plain msgpack values), and gives what it would hold in n + 1."""

STEPS: Final[Mapping[int, Step]] = {}
"""By the version that they start from: every version below the newest has one, and a golden file of its own."""

T = TypeVar("T")


def read(content: bytes, kind: Kind, form: type[T], version: int, steps: Mapping[int, Step] = STEPS) -> T:
    """What a block of a file of `version` holds, in the newest form. Raises msgspec.MsgspecError."""
    if version == VERSION:
        return msgspec.msgpack.decode(content, type=form)
    held = msgspec.msgpack.decode(content)
    for number in range(version, VERSION):
        held = steps[number](kind, held)
    return msgspec.convert(held, form)
