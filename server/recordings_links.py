"""The links with which clients open their recordings: 128-bit secrets, which are nowhere kept.

One sealed file beside each recording that anyone has a link to. A link is one person's: it opens the recording for
them, and lets them delete their part. What is kept is its hash, and the salt with which the site's key makes it again:
whoever asks for it twice, or loses the paper, gets the same one.
"""

from __future__ import annotations

import base64
import hashlib
import os
import threading
from hmac import compare_digest
from pathlib import Path
from typing import Final

import msgspec

from server.recording.site_key import SiteKey
from server.sealed_file import read_sealed, write_sealed

SECRET_BYTES: Final = 16
SALT_BYTES: Final = 16
SUFFIX: Final = ".links"


class _Kept(msgspec.Struct, frozen=True):
    hashed: bytes
    person: str
    salt: bytes = b""
    """Empty in those that were made before links could be made again; they open what they did."""


class OwnLinks:
    """The links to the recordings of `folder`. Safe for threads; every call may wait, and raise OSError."""

    def __init__(self, folder: Path, site: SiteKey) -> None:
        self._folder = folder
        self._site = site
        self._changing = threading.Lock()

    def secret_of(self, session: str, person: str) -> str:
        """The secret of `person`: the same until it is forgotten, and then another."""
        with self._changing:
            kept = self._load(session)
            salt = next((one.salt for one in kept if one.person == person and one.salt), None)
            if salt is None:
                salt = os.urandom(SALT_BYTES)
                self._save(session, [*kept, _Kept(_hashed(self._secret(session, person, salt)), person, salt)])
            return self._secret(session, person, salt)

    def _secret(self, session: str, person: str, salt: bytes) -> str:
        about = msgspec.msgpack.encode(["proverom link", session, person, salt])
        return base64.urlsafe_b64encode(self._site.derive(about)[:SECRET_BYTES]).decode().rstrip("=")

    def whose(self, session: str, secret: str) -> str | None:
        """Whose secret it is; None for one that opens nothing here."""
        hashed = _hashed(secret)
        return next((one.person for one in self._load(session) if compare_digest(one.hashed, hashed)), None)

    def forget(self, session: str, person: str | None = None) -> None:
        """The links of a person, or all, open nothing any more."""
        with self._changing:
            kept = [] if person is None else [one for one in self._load(session) if one.person != person]
            if kept:
                self._save(session, kept)
            else:
                self._path(session).unlink(missing_ok=True)

    def _path(self, session: str) -> Path:
        return self._folder / f"{session}{SUFFIX}"

    def _load(self, session: str) -> list[_Kept]:
        """None at all from a file that is not ours."""
        try:
            content = read_sealed(self._path(session), self._site, _about(session))
            return msgspec.msgpack.decode(content or b"", type=list[_Kept])
        except msgspec.MsgspecError:
            return []

    def _save(self, session: str, kept: list[_Kept]) -> None:
        write_sealed(self._path(session), self._site, msgspec.msgpack.encode(kept), _about(session))


def _about(session: str) -> bytes:
    return msgspec.msgpack.encode(["proverom links", session])


def _hashed(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
