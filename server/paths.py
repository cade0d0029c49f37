"""Paths of those who chose a name for theirs, in a sealed file: one entry a round, written when the round is over."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path as FilePath
from typing import Final

import msgspec
import structlog

from rooms.facts import BeatBegan, Fact, GoalReached, HelpAsked, NextSuggested, PhaseChanged, Stamped, Wished
from rooms.path import Path, PathEntry, entry_of
from rooms.refusals import Refusal, refuse
from server.recording.site_key import SiteKey
from server.sealed_file import read_sealed, write_sealed
from server.sessions import Session, Sessions

log = structlog.get_logger("proverom.paths")

NAME: Final = "paths.sealed"
_ABOUT: Final = b"proverom paths 1"
MOST_PATHS: Final = 1000
LONGEST_NAME: Final = 24
TRY_AGAIN_S: Final = 10.0
MATTER: Final[tuple[type[Fact], ...]] = (BeatBegan, GoalReached, HelpAsked, NextSuggested, PhaseChanged, Wished)
"""What changes an entry, or finishes a round."""


class Kept(msgspec.Struct, frozen=True):
    """The content of the file: every path, and which session is on which (by their ids)."""

    paths: list[Path] = []
    walks: dict[str, str] = {}


class Paths:
    """Every path of this server. `today` gives the date as 2026-11-22. Without a folder or a key nothing is kept.

    To be made before any session is opened. Reads the file at once.
    """

    def __init__(
        self, data: FilePath | None, site: SiteKey | None, sessions: Sessions, today: Callable[[], str]
    ) -> None:
        self._file = data / NAME if data is not None and site is not None else None
        self._site = site
        self._sessions = sessions
        self._today = today
        self._paths: dict[str, Path] = {}
        self._walks: dict[str, str] = {}
        self._deleted: set[str] = set()
        """Entries that were deleted since the server started."""
        self._written = msgspec.msgpack.encode(Kept())
        """What is in the file; without one there is nothing to keep."""
        self._stirred = asyncio.Event()
        self._writing = asyncio.Lock()
        self._load()
        sessions.on_open(self._attend)
        sessions.on_drop(self._leave)

    @property
    def kept(self) -> bool:
        """Whether paths can be kept here."""
        return self._file is not None

    def all(self) -> list[Path]:
        return sorted(self._paths.values(), key=lambda path: path.name.casefold())

    def named(self, name: str) -> Path | Refusal:
        """The path with this name, a new one where there is none."""
        plain = " ".join(name.split())
        if not plain or len(plain) > LONGEST_NAME:
            return refuse("no_name")
        if not self.kept:
            return refuse("no_paths")
        for path in self._paths.values():
            if path.name.casefold() == plain.casefold():
                return path
        if len(self._paths) >= MOST_PATHS:
            return refuse("too_many_paths")
        return self._put(Path(secrets.token_hex(6), plain))

    def walk(self, session: Session, path: Path) -> None:
        """Whoever practises in the session is on this path."""
        self._walks[session.runner.name] = path.id
        self._stirred.set()

    def of(self, session: str) -> Path | None:
        """The path that a session is on."""
        return self._paths.get(self._walks.get(session, ""))

    def get(self, path: str) -> Path | None:
        return self._paths.get(path)

    async def remove(self, path: str, entry: str | None = None) -> None:
        """Deletes one entry, or else the path with all of them; gone from the disk too when this returns.

        Raises OSError. A round that still goes on does not come back, nor does the path of a session that is open.
        """
        self._stirred.set()
        if entry is not None:
            self._deleted.add(entry)
            self._paths[path] = self._paths[path].without(entry)
        else:
            del self._paths[path]
            self._walks = {session: walked for session, walked in self._walks.items() if walked != path}
        await self.save()

    def _put(self, path: Path) -> Path:
        self._paths[path.id] = path
        self._stirred.set()
        return path

    def _attend(self, session: Session) -> None:
        session.runner.listen(partial(self._hear, session))

    def _leave(self, session: str) -> None:
        self._walks.pop(session, None)

    def _hear(self, session: Session, facts: list[Stamped]) -> None:
        path = self.of(session.runner.name)
        if path is None or not any(isinstance(stamped.fact, MATTER) for stamped in facts):
            return
        entry = self._entry(session)
        if entry is not None and entry not in path.entries and entry.id not in self._deleted:
            self._put(path.with_entry(entry))

    def _entry(self, session: Session) -> PathEntry | None:
        runner = session.runner
        return entry_of(runner.state, runner.name, runner.script.scenario.id, self._today())

    async def watch(self) -> None:
        """Writes what has changed, until cancelled, which is safe."""
        while True:
            await self._stirred.wait()
            self._stirred.clear()
            try:
                await self.save()
            except OSError as error:
                log.error("paths cannot be kept", error=error.strerror)
                await asyncio.sleep(TRY_AGAIN_S)
                self._stirred.set()

    async def save(self) -> None:
        """On the disk when this returns. Raises OSError."""
        file, site = self._file, self._site
        if file is None or site is None:
            return
        async with self._writing:
            content = msgspec.msgpack.encode(Kept(list(self._paths.values()), self._walks))
            if content != self._written:
                await asyncio.to_thread(write_sealed, file, site, content, _ABOUT)
                self._written = content

    async def close(self) -> None:
        """Writes the rest, as the server is about to go away."""
        try:
            await self.save()
        except OSError as error:
            log.error("paths cannot be kept", error=error.strerror)

    def _load(self) -> None:
        """A file that cannot be opened keeps nobody from practising, and is not written over."""
        if self._file is None or self._site is None:
            return
        try:
            content = read_sealed(self._file, self._site, _ABOUT)
            if content is None and self._file.exists():
                raise OSError(0, "it is damaged, or sealed with another key")
            kept = Kept() if content is None else msgspec.msgpack.decode(content, type=Kept)
        except (OSError, msgspec.MsgspecError) as error:
            log.error("paths cannot be read", error=getattr(error, "strerror", None) or type(error).__name__)
            self._file = None
            return
        self._written = msgspec.msgpack.encode(kept)
        self._paths = {path.id: path for path in kept.paths}
        self._walks = dict(kept.walks)
