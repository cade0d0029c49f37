"""The file: one SQLite database, in which a block is a row. Writing, and a reading that bears damage.

It is made beside its place and moved there with its first keyframe in it, so that whatever lies at its path can be
opened. While it is written it has a write-ahead log; once finished it is one file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from server.recording.key_file import SESSION, sync
from server.recording.seal import VERSION, Block

APPLICATION: Final = 0x50726F76
"""The mark in the file's head, by which programs tell what it is: "Prov"."""
PAGE_BYTES: Final = 1024
"""Small: a block fills whole pages and the rest of one, so little is left empty."""
BUSY_S: Final = 2.0
_TABLES: Final = f"""
PRAGMA application_id={APPLICATION};
PRAGMA user_version={VERSION};
BEGIN IMMEDIATE;
CREATE TABLE file (session TEXT NOT NULL, site BLOB NOT NULL);
CREATE TABLE owners (id INTEGER PRIMARY KEY, owner TEXT NOT NULL UNIQUE);
CREATE TABLE blocks (
    id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, owner INTEGER NOT NULL, first INTEGER NOT NULL,
    last INTEGER NOT NULL, items INTEGER NOT NULL, base INTEGER NOT NULL, sealed BLOB NOT NULL
);
INSERT INTO owners VALUES (0, '');
COMMIT;
"""


class Store:
    """A recording's file, open for writing. Every method may raise sqlite3.Error. Owned by one thread at a time."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._owners: dict[str, int] = {owner: number for number, owner in owners_of(database).items()}
        (newest,) = database.execute("SELECT coalesce(max(id), 0) FROM blocks").fetchone()
        self.next_id = int(newest) + 1
        """The number of the next block."""

    @classmethod
    def create(cls, path: Path, session: str, site: bytes) -> Store:
        """A new file beside `path`; `settle` moves it there. Raises OSError."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = _beside(path)
        for old in _with_logs(beside):
            old.unlink(missing_ok=True)
        database = _connect(beside)
        database.execute("PRAGMA synchronous=OFF")  # nobody looks for it before `place`
        database.execute(f"PRAGMA page_size={PAGE_BYTES}")
        database.execute("PRAGMA journal_mode=WAL")
        database.executescript(_TABLES)
        database.execute("INSERT INTO file VALUES (?, ?)", (session, site))
        return cls(database)

    @classmethod
    def place(cls, path: Path) -> Store:
        """Moves what `create` made, closed by now, to `path`, and opens it there for writing on. Raises OSError.

        It does not wait for the disk: meanwhile a killed server would lose what it is told. See `make_durable`.
        """
        _beside(path).rename(path)
        return cls.reopen(path)

    @classmethod
    def reopen(cls, path: Path) -> Store:
        """A file that is there. Also one that was cut: what was written whole is in it."""
        database = _connect(path)
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=NORMAL")
        database.execute("PRAGMA wal_autocheckpoint=0")
        return cls(database)

    @classmethod
    def amend(cls, path: Path) -> Store:
        """A file that nobody writes to, for something small. What is dropped is written over. Raises OSError."""
        if not path.exists():
            raise FileNotFoundError(path.name)
        database = _connect(path)
        database.execute("PRAGMA secure_delete=ON")
        return cls(database)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """All that is added within is in the file when it ends, whatever becomes of us then; none when it fails."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._database.execute("COMMIT")
        except BaseException:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise

    def add(self, block: Block, sealed: bytes) -> None:
        row = (block.id, block.kind, self._owner(block.owner), *block[3:], sealed)
        self._database.execute("INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        self.next_id = block.id + 1

    def _owner(self, owner: str) -> int:
        number = self._owners.get(owner)
        if number is None:
            number = len(self._owners)
            self._database.execute("INSERT INTO owners VALUES (?, ?)", (number, owner))
            self._owners[owner] = number
        return number

    def drop(self, blocks: Sequence[int]) -> None:
        self._database.executemany("DELETE FROM blocks WHERE id=?", [(block,) for block in blocks])

    def owners(self) -> list[str]:
        """Everybody who has or had something in it."""
        return list(self._owners)

    def drop_owners(self, owners: Sequence[str]) -> None:
        """Their blocks are written over with zeros."""
        self._database.execute("PRAGMA secure_delete=ON")
        numbers = [(self._owners[owner],) for owner in owners if owner in self._owners]
        with self.whole():
            self._database.executemany("DELETE FROM blocks WHERE owner=?", numbers)

    def drop_kind(self, kind: int) -> None:
        self._database.execute("DELETE FROM blocks WHERE kind=?", (kind,))

    def last(self) -> int:
        """Room time of the last thing in the file, ms."""
        (last,) = self._database.execute("SELECT coalesce(max(last), 0) FROM blocks").fetchone()
        return int(last)

    def shrink(self) -> None:
        """Nothing is left in the file but what it says, nor in its log."""
        self._database.execute("VACUUM")
        self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        self._database.close()

    def finish(self) -> None:
        """Makes it one file, without a log beside it, and closes it. While somebody reads it the log stays."""
        self._database.execute("PRAGMA synchronous=FULL")
        self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with suppress(sqlite3.OperationalError):
            self._database.execute("PRAGMA journal_mode=DELETE")
        self._database.close()


def make_durable(path: Path) -> None:
    """What is in the file outlasts a power cut from now on. Takes as long as the disk likes, and holds up no writer.

    A commit does not wait for the disk, which may take half a second: a server that is killed then would lose too much.
    Raises sqlite3.Error, OSError.
    """
    sync(path.parent)
    with closing(_connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(PASSIVE)")


def roll_back(path: Path) -> None:
    """Undoes what a process that was killed while it opened or closed the file had begun. Raises sqlite3.Error."""
    with closing(_connect(path)) as database:
        database.execute("SELECT 1 FROM file").fetchone()


def journal_of(path: Path) -> Path:
    """What lies beside a file while it is opened or closed."""
    return path.with_name(f"{path.name}-journal")


def files_of(path: Path) -> list[Path]:
    """Every file that a recording may have: its own, its logs, and what a kill has left of its beginning."""
    return [*_with_logs(path), *_with_logs(_beside(path))]


def _with_logs(path: Path) -> list[Path]:
    return [path.with_name(f"{path.name}{ending}") for ending in ("", "-wal", "-shm", "-journal")]


def has_log(path: Path) -> bool:
    """A file that was not closed has a log beside it, which knows better how long it is."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _connect(path: Path) -> sqlite3.Connection:
    """Autocommit."""
    database = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
    for setting in ("synchronous=FULL", "temp_store=MEMORY", "trusted_schema=OFF"):
        database.execute(f"PRAGMA {setting}")
    return database


def owners_of(database: sqlite3.Connection) -> dict[int, str]:
    """Every owner's number."""
    found = database.execute("SELECT id, owner FROM owners").fetchall()
    return {0: SESSION} | {int(number): str(owner) for number, owner in found}
