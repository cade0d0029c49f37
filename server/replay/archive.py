"""A recording's file, read in a thread of its own: live rooms must not wait for it, nor it for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from rooms.state import RoomState
from rooms.watching import WatchNote
from server.recording.reader import FileInfo, Moment, SessionFile
from server.recording.site_key import SiteKey
from server.replay.notes import NoteBook
from server.replay.playback import Stretch, read_stretch

T = TypeVar("T")


class Archive:
    """One open file. Every call waits for those before it; cancelling one is safe, it is done all the same."""

    def __init__(self, name: str, file: SessionFile, book: NoteBook, thread: Executor) -> None:
        """Use `open`. `name`: the session whose recording it is, also when the file can no longer say so."""
        self.name = name
        self._file = file
        self._book = book
        self._thread = thread
        self.info: FileInfo = file.info
        self.anew = file.anew()

    @classmethod
    async def open(cls, path: Path, site: SiteKey, damaged: bool = False) -> Archive:
        """Raises BadFileError, OSError."""
        thread = ThreadPoolExecutor(1, "replay")
        try:
            file, book = await _within(thread, lambda: _open(path, site, damaged))
        except BaseException:
            thread.shutdown(wait=False)
            raise
        return cls(path.stem, file, book, thread)

    async def at(self, position: int) -> Moment:
        return await _within(self._thread, lambda: self._file.at(position))

    async def state_at(self, position: int) -> RoomState:
        return await _within(self._thread, lambda: self._file.state_at(position))

    async def stretch(self, after: int, until: int) -> Stretch:
        return await _within(self._thread, lambda: read_stretch(self._file, after, until))

    async def notes(self) -> list[WatchNote]:
        return await _within(self._thread, self._book.load)

    async def keep(self, note: WatchNote) -> None:
        """Raises OSError, sqlite3.Error, when it could not be kept."""
        await _within(self._thread, lambda: self._book.add(note, self._file.state_at(note.at)))

    async def forget(self, note: WatchNote) -> None:
        """Raises OSError, sqlite3.Error, when it is still there."""
        await _within(self._thread, lambda: self._book.remove(note.id))

    async def close(self) -> None:
        """Once what was begun is done."""
        await _within(self._thread, self._file.close)
        self._thread.shutdown(wait=False)


def _open(path: Path, site: SiteKey, damaged: bool) -> tuple[SessionFile, NoteBook]:
    file = SessionFile.open(path, site, damaged)
    return file, NoteBook(path, site, file.info.session or path.stem, damaged)


async def _within(thread: Executor, call: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(thread, call)
