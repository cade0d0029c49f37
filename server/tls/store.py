"""The authority and the leaf in the data folder: made when they are missing, kept for this user's eyes only."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives import serialization

from server.tls.certificates import (
    LEAF_LIFE,
    CertificateError,
    Identity,
    identity_from,
    is_due,
    is_in_force,
    make_authority,
    make_leaf,
)

FOLDER: Final = "tls"
AUTHORITY: Final = "authority.pem"
LEAF: Final = "leaf.pem"
FOR_BROWSERS: Final = "authority.crt"
"""The authority's certificate alone: what a person installs. The other two files hold keys."""


class Store:
    """The folder `tls` of the data folder. Every method may raise OSError."""

    def __init__(self, data: Path) -> None:
        self.folder = data / FOLDER

    @property
    def for_browsers(self) -> Path:
        return self.folder / FOR_BROWSERS

    def kept(self, name: str) -> Identity | None:
        """What a file holds, None when there is none. Raises CertificateError when it cannot be read."""
        path = self.folder / name
        try:
            pem = path.read_bytes()
        except FileNotFoundError:
            return None
        try:
            return identity_from(pem, pem)
        except CertificateError as error:
            raise CertificateError(f"{path} is damaged: {error}; delete it and a new one will be made") from None

    def authority(self, machine: str, now: datetime) -> Identity:
        """The authority; a new one when there is none, or when it would not outlive a leaf.

        Raises CertificateError when it is damaged, or when the clock stands before its beginning.
        """
        found = self.kept(AUTHORITY)
        if found is not None and now < found.certificate.not_valid_before_utc:
            began = found.certificate.not_valid_before_utc
            raise CertificateError(
                f"the clock of this machine says {now:%Y-%m-%d}, which is before the authority was made "
                f"({began:%Y-%m-%d}): set the clock, or delete {self.folder / AUTHORITY}"
            )
        if found is None or not is_in_force(found.certificate, now + LEAF_LIFE):
            found = make_authority(machine, now)
            self._keep(AUTHORITY, found.pem(), 0o600)
        self._keep(FOR_BROWSERS, found.certificate.public_bytes(serialization.Encoding.PEM), 0o644)
        return found

    def leaf(self, authority: Identity, names: Sequence[str], now: datetime) -> Identity:
        """The leaf; a new one when it is missing, damaged, or due."""
        try:
            found = self.kept(LEAF)
        except CertificateError:
            found = None
        if found is None or is_due(found.certificate, authority.certificate, names, now):
            found = make_leaf(authority, names, now)
            self._keep(LEAF, found.pem(), 0o600)
        return found

    def _keep(self, name: str, content: bytes, mode: int) -> None:
        """Whole or not at all, also when the power goes."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=self.folder, prefix=f".{name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                os.fchmod(file.fileno(), mode)
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, self.folder / name)
        except OSError:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(beside)
            raise
