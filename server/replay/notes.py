"""What watchers have noted, kept in the recording itself: erased with it, and with the part of whom it is about.

A client's own note is sealed under the client's key. What staff note is about the client who is in the room then, and
sealed under that client's key too (as their markers are); without a client, under the session's.
"""

from __future__ import annotations

import contextlib
import errno
from pathlib import Path

import msgspec

from rooms.state import RoomState
from rooms.watching import WatchNote
from server.recording.blocks import Blocks
from server.recording.key_file import SESSION, KeyFile
from server.recording.seal import Block, Kind, Sealer, SealError
from server.recording.site_key import SiteKey
from server.recording.store import Store


class NoteBook:
    """The notes of one recording that nobody is writing to. One call at a time, from any thread.

    Every method may raise OSError, sqlite3.Error.
    """

    def __init__(self, path: Path, site: SiteKey, session: str, damaged: bool = False) -> None:
        self._path = path
        self._damaged = damaged
        self._sealer = Sealer(session, KeyFile(site, session).load())
        self._blocks: dict[str, int] = {}
        """The number of the block in which each note is."""

    def load(self) -> list[WatchNote]:
        """Those that can be read."""
        found = []
        with contextlib.closing(Blocks(self._path, self._damaged)) as blocks:
            for row in blocks.of_kind(Kind.NOTE):
                block = blocks.block(row)
                with contextlib.suppress(SealError, msgspec.MsgspecError):
                    note = msgspec.msgpack.decode(blocks.open(block, self._sealer), type=WatchNote)
                    self._blocks[note.id] = block.id
                    found.append(note)
        return found

    def add(self, note: WatchNote, state: RoomState) -> None:
        """Keeps a note; `state` is the recorded room at its moment. Nothing is written to a damaged file: OSError."""
        if self._damaged:
            raise OSError(errno.EROFS, "a damaged recording is only read")
        client = state.client()
        owner = note.by if self._sealer.has(note.by) else client.id if client is not None else SESSION
        owner = owner if self._sealer.has(owner) else SESSION
        with contextlib.closing(Store.amend(self._path)) as store, store.whole():
            block = Block(store.next_id, Kind.NOTE, owner, note.at, note.at, 1, 0)
            store.add(block, self._sealer.seal(msgspec.msgpack.encode(note), block))
        self._blocks[note.id] = block.id

    def remove(self, note: str) -> None:
        if (number := self._blocks.pop(note, None)) is not None:
            with contextlib.closing(Store.amend(self._path)) as store, store.whole():
                store.drop([number])
