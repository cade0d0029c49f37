"""The site's key: one file outside the data folder, under which the keys of every recording are wrapped.

It is made once, when there is none. Whoever loses it loses every recording; whoever has it and the keys beside it
(`key_file.py`) can open them. The data folder holds nothing but what is sealed.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import tempfile
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from platformdirs import user_config_path

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
FIRST_LINE: Final = "proverom site key 1"
KEYS: Final = "session-keys"


class SiteKeyError(ValueError):
    """The key file cannot be used; the message is one plain sentence in English."""


class SiteKey:
    """The key in the file `path`. `created`: it was made just now, and should be backed up."""

    def __init__(self, path: Path, key: bytes, created: bool = False) -> None:
        self.path = path
        self.created = created
        self.mark: Final = hashlib.sha256(b"proverom site key mark" + key).digest()[:8]
        """Tells this key from another; says nothing about it."""
        self._cipher = AESGCM(key)
        self._root = hashlib.sha256(b"proverom site key root" + key).digest()

    @classmethod
    def load_or_create(cls, path: Path, data: Path) -> SiteKey:
        """The key kept in `path`, made when there is none. `data` is the data folder, in which it must not lie.

        Raises SiteKeyError for a file that holds no key or lies in the data folder; OSError.
        """
        if path.resolve().is_relative_to(data.resolve()):
            raise SiteKeyError(f"{path} lies in the data folder; keep the key elsewhere, so that a backup has only one")
        created = False
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            created = _write_new(path)
        os.chmod(path, 0o600)
        return cls(path, _read(path), created)

    @property
    def keys(self) -> Path:
        """The folder of the recordings' keys, beside this file."""
        return self.path.parent / KEYS

    def wrap(self, key: bytes, about: bytes) -> bytes:
        """`key` sealed for keeping; it unwraps only with the same `about`."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, key, about)

    def unwrap(self, wrapped: bytes, about: bytes) -> bytes | None:
        """What was wrapped, or None when it is damaged or was wrapped under another key or for something else."""
        try:
            return self._cipher.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], about)
        except (InvalidTag, ValueError):
            return None

    def derive(self, about: bytes) -> bytes:
        """32 bytes that nobody can tell without this key; the same for the same `about`."""
        return hmac.digest(self._root, about, "sha256")


def usual_site_key() -> Path:
    """Where a program of this user keeps its settings: another place than its data."""
    return user_config_path("proverom", appauthor=False) / "site.key"


def _write_new(path: Path) -> bool:
    """A new key, whole or not at all. False when somebody else has made one in this very moment."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{FIRST_LINE}\n{base64.b64encode(os.urandom(KEY_BYTES)).decode()}\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(beside, path)
    except FileExistsError:
        return False
    finally:
        os.unlink(beside)
    return True


def _read(path: Path) -> bytes:
    try:
        first, key = path.read_text(encoding="ascii").split("\n")[:2]
        found = base64.b64decode(key, validate=True)
    except (ValueError, binascii.Error):
        first, found = "", b""
    if first != FIRST_LINE or len(found) != KEY_BYTES:
        raise SiteKeyError(f"{path} holds no key of Prøverom: restore it from its backup")
    return found
