"""A certificate for a real name, given by `--cert` and `--key`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from server.tls.certificates import CertificateError, Identity, identity_from, is_in_force


class GivenFiles(msgspec.Struct, frozen=True):
    """Where the two PEM files lie; they may be replaced while the server runs."""

    certificate: Path
    key: Path

    def read(self, now: datetime) -> Identity:
        """Raises CertificateError, naming the file, when one is missing, unreadable, unfit or out of date."""
        certificates, key = _content(self.certificate), _content(self.key)
        try:
            found = identity_from(certificates, key)
        except CertificateError as error:
            raise CertificateError(f"{self.certificate} with {self.key}: {error}") from None
        if not is_in_force(found.certificate, now):
            begins, ends = found.certificate.not_valid_before_utc, found.certificate.not_valid_after_utc
            raise CertificateError(
                f"{self.certificate} is for {begins:%Y-%m-%d} to {ends:%Y-%m-%d}, and today is {now:%Y-%m-%d}"
            )
        return found


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CertificateError(f"{path} cannot be read: {(error.strerror or 'unknown reason').lower()}") from None
