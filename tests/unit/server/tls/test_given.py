"""A real name's certificate in two files that somebody else keeps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.tls.certificates import CertificateError, Identity, make_authority, make_leaf
from server.tls.given import GivenFiles

NOW = datetime.now(UTC)
AUTHORITY = make_authority("a public one", NOW)
LEAF = make_leaf(AUTHORITY, ["rooms.clinic.example"], NOW)


def written(folder: Path, certificate: bytes, key: bytes) -> GivenFiles:
    files = GivenFiles(folder / "full.pem", folder / "key.pem")
    files.certificate.write_bytes(certificate)
    files.key.write_bytes(key)
    return files


def test_certificate_key_and_chain_are_read(tmp_path: Path) -> None:
    whole = Identity(LEAF.key, (*LEAF.chain, *AUTHORITY.chain))
    assert written(tmp_path, whole.pem(), LEAF.pem()).read(NOW).chain == whole.chain


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    files = written(tmp_path, LEAF.pem(), LEAF.pem())
    files.key.unlink()
    with pytest.raises(CertificateError, match=r"key\.pem cannot be read: no such file"):
        files.read(NOW)


def test_a_key_of_another_certificate_is_told_with_both_files(tmp_path: Path) -> None:
    with pytest.raises(CertificateError, match=r"full\.pem with .*key\.pem: the key does not belong"):
        written(tmp_path, LEAF.pem(), AUTHORITY.pem()).read(NOW)


@pytest.mark.parametrize("days", [-3, 400])
def test_a_certificate_out_of_its_time_is_told_with_its_dates(tmp_path: Path, days: int) -> None:
    with pytest.raises(CertificateError, match=r"full\.pem is for \d{4}-\d\d-\d\d to .*, and today is"):
        written(tmp_path, LEAF.pem(), LEAF.pem()).read(NOW + timedelta(days=days))
