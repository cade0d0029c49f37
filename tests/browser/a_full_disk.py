"""A disk that is full for as long as a file lies there that says so, for a server in a process of its own.

It is SQLite itself that says so, as on a real disk: it may not add a page to any file.
"""

from __future__ import annotations

import functools
import shutil
import sqlite3
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

MOST_PAGES: Final = 2**30


def full_while(there: Path) -> None:
    """From now on every SQLite file of this process lies on that disk."""

    class OnThatDisk(sqlite3.Connection):
        def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
            if sql.startswith("BEGIN"):
                super().execute(f"PRAGMA max_page_count={1 if there.exists() else MOST_PAGES}")
            return super().execute(sql, parameters)

    real = shutil.disk_usage

    def usage(path: Path) -> Any:
        return real(path)._replace(free=0) if there.exists() else real(path)

    patch("sqlite3.connect", functools.partial(sqlite3.connect, factory=OnThatDisk)).start()
    patch("shutil.disk_usage", usage).start()
