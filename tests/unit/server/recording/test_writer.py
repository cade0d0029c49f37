"""What a failure of the disk is called. The recorder itself needs a real clock (`tests/live/test_recording.py`)."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from server.recording.key_file import WrongKeyError
from server.recording.writer import reason_of


def test_a_full_disk_is_told_from_a_broken_one(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "full", isolation_level=None)
    database.execute("PRAGMA max_page_count=2")
    database.execute("CREATE TABLE x (y)")
    with pytest.raises(sqlite3.OperationalError) as full:
        database.execute("INSERT INTO x VALUES (zeroblob(100000))")
    database.close()
    assert reason_of(full.value) == "disk_full"
    assert reason_of(OSError(errno.ENOSPC, "")) == "disk_full"
    assert reason_of(OSError(errno.EDQUOT, "")) == "disk_full"
    assert reason_of(OSError(errno.EIO, "")) == "io_error"
    assert reason_of(sqlite3.DatabaseError()) == "io_error"
    assert reason_of(WrongKeyError()) == "io_error"
