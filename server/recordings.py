"""Where recordings lie: one file a session in a folder of the data folder, and the keys elsewhere.

Calls read files and may take a while: they are made in a thread.
"""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path
from typing import Final

import msgspec
import structlog

from rooms.refusals import Refusal
from server.measuring import Measurer
from server.recording.bad_file import WHY, BadFileError, Readable
from server.recording.erase import erase_person, erase_session
from server.recording.key_file import KeyFile, NoKeysError
from server.recording.reader import FileInfo, SessionFile, Someone
from server.recording.seal import SealError
from server.recording.site_key import SiteKey
from server.recordings_index import Contents, Mark, RecordingsIndex
from server.recordings_links import OwnLinks

log = structlog.get_logger("proverom.recording")

FOLDER: Final = "sessions"
SUFFIX: Final = ".proverom"
MOST_LISTED: Final = 500
"""The newest are listed."""
_SESSION: Final = re.compile(r"[0-9a-f]{12}")


class Looked(msgspec.Struct, frozen=True):
    """What was found of one recording: what it is of, or why it cannot be opened and what can be read all the same."""

    session: str
    changed: float
    """Unix time of the last change of the file."""
    contents: Contents | None = None
    trouble: Refusal | None = None
    readable: Readable | None = None


class Recordings:
    """The recordings under `data`, whose keys are wrapped by `site`."""

    def __init__(self, data: Path, site: SiteKey) -> None:
        self.data = data
        self.folder = data / FOLDER
        self.site = site
        self.links = OwnLinks(self.folder, site)
        self.measurer = Measurer(data, site)
        self._index = RecordingsIndex(self.folder, site)
        self._looked: dict[str, tuple[Mark, Looked]] = {}
        """By session: a file that has not changed is looked into once."""
        self._listing = threading.Lock()

    def path_of(self, session: str) -> Path:
        """Where the recording of `session` lies or would lie. Raises ValueError for what is no session's name."""
        if not _SESSION.fullmatch(session):
            raise ValueError("this is no name of a session")
        return self.folder / f"{session}{SUFFIX}"

    def find(self, session: str) -> Path | None:
        """Where the recording of `session` lies; None when there is none."""
        try:
            path = self.path_of(session)
        except ValueError:
            return None
        return path if path.is_file() else None

    def all(self) -> list[Looked]:
        """What there is, the newest first; one listing at a time. Raises OSError."""
        with self._listing:
            paths = self.folder.glob(f"*{SUFFIX}") if self.folder.is_dir() else ()
            found = [(path.stat(), path) for path in paths if _SESSION.fullmatch(path.stem)]
            found.sort(key=lambda one: one[0].st_mtime, reverse=True)
            self._looked = {path.stem: self._found(path, stat) for stat, path in found[:MOST_LISTED]}
            self._keep()
            return [looked for _, looked in self._looked.values()]

    def _found(self, path: Path, stat: os.stat_result) -> tuple[Mark, Looked]:
        """What is known of a file as it is, or is found in it."""
        session, keys = path.stem, KeyFile(self.site, path.stem).changed_ns()
        mark = stat.st_mtime_ns, stat.st_size, keys
        looked, kept = self._looked.get(session), self._index.load().get(session)
        if looked is not None and looked[0] == mark:
            return looked
        if kept is not None and kept[0] == mark:
            return mark, Looked(session, stat.st_mtime, kept[1])
        return mark, self._look(path, stat.st_mtime)

    def _keep(self) -> None:
        """The next start of the server need not look into those that do not change any more."""
        finished = {
            session: (mark, looked.contents)
            for session, (mark, looked) in self._looked.items()
            if looked.contents is not None and looked.contents.finished
        }
        try:
            self._index.save(finished)
        except OSError as error:
            log.warning("the list of recordings is not kept", error=type(error).__name__)

    def _look(self, path: Path, changed: float) -> Looked:
        try:
            with SessionFile.open(path, self.site) as file:
                return Looked(path.stem, changed, _contents(file.info))
        except BadFileError as error:
            return Looked(path.stem, changed, trouble=error.refusal, readable=error.readable)
        except SealError:
            return Looked(path.stem, changed, trouble=WHY["damaged"])

    def clients(self, path: Path) -> list[Someone]:
        """The clients who have a part in it. Raises BadFileError, SealError, OSError."""
        with SessionFile.open(path, self.site) as file:
            return [one for one in file.info.people if one.role == "client" and file.has_part(one.id)]

    def whose(self, session: str, key: str) -> str | None:
        """Who has come by the key of their own link; None for a wrong one, or one whose part has been erased: a backup
        that is restored may bring the link back. Raises OSError, WrongKeyError."""
        person = self.links.whose(session, key)
        try:
            return person if person in KeyFile(self.site, session).load() else None
        except NoKeysError:
            return None

    def erase(self, session: str, person: str | None = None) -> None:
        """A person's part, or everything; and whatever leads to it. May be called again after it failed.

        Raises OSError, sqlite3.Error, WrongKeyError.
        """
        path = self.path_of(session)
        self.measurer.forget(path)
        if person is None:
            erase_session(path, self.site, session)
        else:
            erase_person(path, self.site, session, person)
        self.links.forget(session, person)
        with self._listing:
            self._looked.pop(session, None)
            self._index.save({name: kept for name, kept in self._index.load().items() if name != session})


def _contents(info: FileInfo) -> Contents:
    return Contents(info.scenario, info.opened_at, info.first_ms, info.last_ms, info.finished, len(info.people))
