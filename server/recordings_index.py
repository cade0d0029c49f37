"""What the list tells of each recording, kept beside them in one sealed file: after a restart none need be opened.

Only of recordings that were closed in order, which do not change any more. It holds no name and nothing that was said,
and what it tells of a recording goes with it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from server.recording.site_key import SiteKey
from server.sealed_file import read_sealed, write_sealed

FILE: Final = ".listing"
ABOUT: Final = b"proverom listing 1"

Mark = tuple[int, int, int]
"""Last change (ns) and size of a recording's file, and last change of its keys: another mark, and it is looked into."""


class Contents(msgspec.Struct, frozen=True):
    """What a recording is of. Times in room ms, `opened_at` in Unix seconds; `people`: how many there were."""

    scenario: str
    opened_at: float
    first_ms: int
    last_ms: int
    finished: bool
    people: int


Kept = dict[str, tuple[Mark, Contents]]
"""By session."""


class RecordingsIndex:
    """The file in `folder`. One call at a time."""

    def __init__(self, folder: Path, site: SiteKey) -> None:
        self._path = folder / FILE
        self._site = site
        self._kept: Kept | None = None

    def load(self) -> Kept:
        """What is kept; nothing from a file that is missing, cannot be read, is damaged or somebody else's."""
        if self._kept is None:
            try:
                content = read_sealed(self._path, self._site, ABOUT)
                self._kept = msgspec.msgpack.decode(content or b"", type=Kept)
            except (OSError, msgspec.MsgspecError):
                self._kept = {}
        return self._kept

    def save(self, kept: Kept) -> None:
        """Keeps this, and nothing else. Raises OSError."""
        if kept == self.load():
            return
        if kept:
            write_sealed(self._path, self._site, msgspec.msgpack.encode(kept), ABOUT)
        else:
            self._path.unlink(missing_ok=True)
        self._kept = kept
