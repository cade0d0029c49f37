"""Erasing: the keys first, so that no copy of the file can be opened, then what they opened, then its traces.

A person who is being recorded is left out (`Recorder.leave_out`) before their part is erased.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from server.recording.key_file import AND, KeyFile, NoKeysError, sync
from server.recording.site_key import SiteKey
from server.recording.store import Store, files_of


def erase_person(path: Path, site: SiteKey, session: str, person: str) -> None:
    """One person's part: their words, poses, name, and what was noted of them. The others' still replays.

    May be called again after it failed. Raises OSError, sqlite3.Error, WrongKeyError.
    """
    with contextlib.suppress(NoKeysError):
        KeyFile(site, session).destroy(person)
    store = Store.amend(path)
    with contextlib.closing(store):
        store.drop_owners([owner for owner in store.owners() if person in owner.split(AND)])
        store.shrink()


def erase_session(path: Path, site: SiteKey, session: str) -> None:
    """The whole recording. May be called again after it failed. Raises OSError, sqlite3.Error."""
    KeyFile(site, session).destroy_all()
    if path.exists():
        store = Store.amend(path)
        with contextlib.closing(store):
            store.drop_owners(store.owners())
            store.shrink()
    for left in files_of(path):
        left.unlink(missing_ok=True)
    if path.parent.exists():
        sync(path.parent)
