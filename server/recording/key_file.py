"""The keys of one recording: a small file outside the data folder, one key for the session and one for each person.

Why outside: a person's part is erased by destroying its key. Were the key in the data folder too, a restored backup of
that folder would bring the part back. Each key is wrapped under the site's key.
"""

from __future__ import annotations

import os
import re
import tempfile
import threading
from pathlib import Path
from typing import Final

import msgspec
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from server.recording.site_key import KEY_BYTES, SiteKey

SESSION: Final = ""
"""The owner of what is about nobody."""
AND: Final = "+"
"""Between the ids of those who own something together, in order."""
NAME: Final = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_WRITING: Final = threading.Lock()


class NoKeysError(LookupError):
    """There are no keys for this recording: it was erased, or it comes from another machine."""


class WrongKeyError(ValueError):
    """The keys were wrapped under another site's key."""


class _Kept(msgspec.Struct, frozen=True):
    site: bytes
    keys: dict[str, bytes]


class KeyFile:
    """The keys of the recording `session`. Safe for threads; of one process alone. May raise OSError."""

    def __init__(self, site: SiteKey, session: str) -> None:
        """Raises ValueError for a session whose name is no file's name."""
        if not NAME.fullmatch(session) or session.startswith("."):
            raise ValueError("this is no name of a session")
        self._site = site
        self._session = session
        self._path = site.keys / f"{session}.keys"

    def load(self) -> dict[str, bytes]:
        """Every key that is still there, by owner. Raises NoKeysError, WrongKeyError."""
        kept = self._kept()
        if kept.site != self._site.mark:
            raise WrongKeyError
        found = {owner: self._site.unwrap(wrapped, self._about(owner)) for owner, wrapped in kept.keys.items()}
        return {owner: key for owner, key in found.items() if key is not None}

    def changed_ns(self) -> int:
        """When the keys were last changed, Unix time in ns; 0 when there are none."""
        try:
            return self._path.stat().st_mtime_ns
        except FileNotFoundError:
            return 0

    def add(self, owners: list[str]) -> dict[str, bytes]:
        """Makes keys for those who have none. Gives the keys of all. Raises WrongKeyError.

        A person whose key was destroyed gets a new one, which opens nothing of what was. The first keys of a session do
        not wait for the disk: call `make_durable` soon.
        """
        with _WRITING:
            try:
                keys = self.load()
            except NoKeysError:
                keys = {}
            missing = [owner for owner in owners if owner not in keys]
            keys |= {owner: os.urandom(KEY_BYTES) for owner in missing}
            if missing:
                self._keep(keys, wait=self._path.exists())
            return keys

    def make_durable(self) -> None:
        """The keys outlast a power cut from now on."""
        sync(self._path)
        sync(self._path.parent)

    def destroy(self, person: str) -> None:
        """The key of one person is gone for ever; it need not be there. Raises NoKeysError, WrongKeyError."""
        with _WRITING:
            keys = self.load()
            if keys.pop(person, None) is not None:
                self._keep(keys, wait=True)

    def destroy_all(self) -> None:
        """Every key is gone for ever; they need not be there."""
        with _WRITING:
            if self._path.exists():
                old = self._path.open("r+b")
                self._path.unlink()
                _overwrite(old.fileno())
                old.close()

    def _about(self, owner: str) -> bytes:
        return msgspec.msgpack.encode(["proverom key", self._session, owner])

    def _kept(self) -> _Kept:
        try:
            return msgspec.msgpack.decode(self._path.read_bytes(), type=_Kept)
        except (FileNotFoundError, msgspec.MsgspecError):
            raise NoKeysError from None

    def _keep(self, keys: dict[str, bytes], wait: bool) -> None:
        """The new file takes the old one's place whole, and what the old one held is written over."""
        wrapped = {owner: self._site.wrap(key, self._about(owner)) for owner, key in keys.items()}
        folder = self._path.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        old = self._path.open("r+b") if self._path.exists() else None
        handle, beside = tempfile.mkstemp(dir=folder, prefix=f".{self._path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.msgpack.encode(_Kept(self._site.mark, wrapped)))
                file.flush()
                if wait:
                    os.fsync(file.fileno())
            os.replace(beside, self._path)
        except OSError:
            Path(beside).unlink(missing_ok=True)
            raise
        finally:
            if old is not None:
                if not Path(beside).exists():
                    _overwrite(old.fileno())
                old.close()
        if wait:
            sync(folder)


def _overwrite(handle: int) -> None:
    os.pwrite(handle, bytes(os.fstat(handle).st_size), 0)
    os.fsync(handle)


def sync(path: Path) -> None:
    """What a file holds, or which names a folder has, is still so after the power went. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def key_of(owner: str, keys: dict[str, bytes]) -> bytes | None:
    """The key for what `owner` owns; for several it is made of all of theirs, so it is gone with any one of them."""
    people = owner.split(AND)
    if any(person not in keys for person in people):
        return None
    if len(people) == 1:
        return keys[owner]
    derive = HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=b"proverom: owned together")
    return derive.derive(b"".join(keys[person] for person in people))
