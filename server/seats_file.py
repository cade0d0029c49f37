"""What is kept of rooms so that they can be entered again after the server has died: one small sealed file.

Of each room its seats, and how it stands; never a name, never a word. Seats and sign-ins are kept as hashes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec
import structlog

from rooms.people import Actor
from rooms.reopening import Standing
from server.recording.site_key import SiteKey
from server.sealed_file import read_sealed, write_sealed

log = structlog.get_logger("proverom.seats")

NAME: Final = "seats.sealed"
_ABOUT: Final = b"proverom seats 1"


class KeptSeat(msgspec.Struct, frozen=True):
    """A seat or a sign-in: the hash of its secret, until when it is good (Unix s), and whose it is."""

    hashed: bytes
    until: int
    who: Actor
    inside: bool = False
    """Whether the person had been let into the room."""


class KeptRoom(msgspec.Struct, frozen=True):
    session: str
    scenario: str
    opened: float
    """Unix time."""
    recorded: bool
    """Whether its recording holds how it stands; else `stood` does."""
    stood: Standing
    seats: list[KeptSeat]


class Kept(msgspec.Struct, frozen=True):
    """Every room with somebody in it, and who is signed in at the console."""

    rooms: list[KeptRoom] = []
    consoles: list[KeptSeat] = []


class SeatsFile:
    """The file in the data folder. Calls may wait for the disk."""

    def __init__(self, data: Path, site: SiteKey) -> None:
        self._path = data / NAME
        self._site = site

    def load(self) -> Kept:
        """What was kept; nothing when there is no file, or one that cannot be used. Raises OSError."""
        content = read_sealed(self._path, self._site, _ABOUT)
        if content is None:
            return Kept()
        try:
            return msgspec.msgpack.decode(content, type=Kept)
        except msgspec.MsgspecError:
            log.warning("seats that were kept cannot be read")
            return Kept()

    def save(self, content: bytes) -> None:
        """Keeps `Kept`, spelled as MessagePack. Raises OSError."""
        write_sealed(self._path, self._site, content, _ABOUT)
