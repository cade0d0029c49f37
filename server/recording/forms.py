"""What is in the blocks that are neither facts nor poses nor keyframes."""

from __future__ import annotations

import msgspec


class Header(msgspec.Struct, frozen=True):
    """What a recording is of. `opened`: Unix time in seconds; `app`: the version of the program."""

    session: str
    epoch: str
    scenario: str
    language: str
    opened: float
    app: str


class Gap(msgspec.Struct, frozen=True):
    """Nothing was written from `first` to `last` (room ms). What follows does not follow from the facts alone.

    `why`: `stopped` (the server), `disk_full`, `io_error`; `joined`, of no length: somebody is in it from here on.
    """

    first: int
    last: int
    why: str


class End(msgspec.Struct, frozen=True):
    """The final marker: the recording was closed in order."""

    last: int
