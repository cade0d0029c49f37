"""Reading blocks from a file: an index of what stands in clear, and each block opened when it is asked for.

A damaged file is read row by row, round what is damaged.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote

import numpy as np
import numpy.typing as npt

from server.recording.seal import VERSION, Block, Sealer, SealError
from server.recording.store import APPLICATION, has_log, journal_of, owners_of, roll_back

BYTES_A_NUMBER: Final = 16
"""A damaged file may say that it has any number of blocks: they are looked for up to its size by this."""
_CLEAR: Final = "SELECT id, kind, owner, first, last, items, base FROM blocks"

Index = npt.NDArray[np.int64]
"""One row a block: id, kind, owner, first, last, items, base."""


class Blocks:
    """The blocks of an open file, in the order in which they were written. One call at a time."""

    def __init__(self, path: Path, damaged: bool = False) -> None:
        """Raises ValueError when it is no recording, or a damaged one and `damaged` is not said; sqlite3.Error."""
        self._database = _open(path, damaged)
        self._size = path.stat().st_size
        self.unread = 0
        """Rows of a damaged file that could not be read at all."""
        self.owners: dict[int, str] = {}
        self.index: Index = np.empty((0, 7), np.int64)
        try:
            self.version = self._checked_version()
            if not damaged and not has_log(path) and self._size < self._said_size():
                raise ValueError("the end of the file is missing")
            self.owners = owners_of(self._database)
            found = list(self._each_row()) if damaged else self._database.execute(_CLEAR).fetchall()
            self.index = np.array(found, np.int64).reshape(-1, 7)
            self._ids = self.index[:, 0].copy()
        except (sqlite3.Error, ValueError, TypeError, OverflowError) as error:
            self._database.close()
            raise ValueError("this is no whole recording") from error

    def said(self) -> tuple[str, bytes]:
        """The session's name and the mark of the site's key, as the file says in clear. Raises ValueError."""
        try:
            found = self._database.execute("SELECT session, site FROM file").fetchone()
        except sqlite3.DatabaseError:
            found = None
        if found is None or not isinstance(found[0], str) or not isinstance(found[1], bytes):
            raise ValueError("the file does not say what it is")
        return found[0], found[1]

    def _checked_version(self) -> int:
        """Raises ValueError when it is no recording, or of a version that is not known yet."""
        (application,) = self._database.execute("PRAGMA application_id").fetchone()
        (version,) = self._database.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION or not 1 <= version <= VERSION:
            raise ValueError("this is no recording of a known version")
        return int(version)

    def _said_size(self) -> int:
        (pages,) = self._database.execute("PRAGMA page_count").fetchone()
        (page,) = self._database.execute("PRAGMA page_size").fetchone()
        return int(pages) * int(page)

    def of_kind(self, kind: int) -> Index:
        found: Index = self.index[self.index[:, 1] == kind]
        return found

    def block(self, row: npt.NDArray[np.int64]) -> Block:
        number, kind, owner, first, last, items, base = row.tolist()
        return Block(number, kind, self.owners.get(owner, "?"), first, last, items, base)

    def open(self, block: Block, sealer: Sealer) -> bytes:
        """What is in a block. Raises SealError, also for one that cannot be read from the file."""
        base = b""
        if block.base:
            at = int(np.searchsorted(self._ids, block.base))
            if at == len(self._ids) or self._ids[at] != block.base:
                raise SealError("the block that it is packed against is gone")
            under = self.block(self.index[at])
            if under.base:
                raise SealError("no block is packed against one that is packed against another")
            base = self.open(under, sealer)
        try:
            found_row = self._database.execute("SELECT sealed FROM blocks WHERE id=?", (block.id,)).fetchone()
        except sqlite3.DatabaseError:
            found_row = None
        if found_row is None or not isinstance(found_row[0], bytes):
            raise SealError("the block cannot be read")
        return sealer.open(found_row[0], block, base)

    def _each_row(self) -> Iterator[tuple[int, ...]]:
        for number in range(1, self._highest() + 1):
            try:
                row = self._database.execute(f"{_CLEAR} WHERE id=?", (number,)).fetchone()
            except sqlite3.DatabaseError:
                self.unread += 1
                continue
            if row is not None and all(isinstance(value, int) for value in row):
                yield row

    def _highest(self) -> int:
        """The highest number of a block; where that cannot be read, as high as it may be."""
        most = 1000 + self._size // BYTES_A_NUMBER
        try:
            (highest,) = self._database.execute("SELECT coalesce(max(id), 0) FROM blocks").fetchone()
        except sqlite3.DatabaseError:
            return most
        return min(int(highest), most)

    def close(self) -> None:
        self._database.close()


def _open(path: Path, damaged: bool) -> sqlite3.Connection:
    """For reading alone, once what was begun is undone."""
    if journal_of(path).exists():
        roll_back(path)
    database = sqlite3.connect(
        f"file:{quote(str(path.resolve()))}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
    )
    database.execute("PRAGMA trusted_schema=OFF")
    database.execute("PRAGMA temp_store=MEMORY")
    if damaged:
        database.execute("PRAGMA writable_schema=ON")  # else SQLite opens no file that is shorter than it says
    return database
