"""Authority and leaf in the data folder."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from server.tls.certificates import CertificateError
from server.tls.store import AUTHORITY, LEAF, Store

NOW = datetime.now(UTC)
YEAR = timedelta(days=365)


def test_authority_and_leaf_are_made_once_and_kept(tmp_path: Path) -> None:
    first, again = Store(tmp_path / "data"), Store(tmp_path / "data")
    authority = first.authority("pc", NOW)
    leaf = first.leaf(authority, ["localhost"], NOW)
    assert again.authority("pc", NOW + YEAR).chain == authority.chain
    assert again.leaf(authority, ["localhost"], NOW + YEAR / 2).chain == leaf.chain


def test_keys_are_for_this_user_only_and_what_people_install_holds_none(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    authority = store.authority("pc", NOW)
    store.leaf(authority, ["localhost"], NOW)
    for name in (AUTHORITY, LEAF):
        assert stat.S_IMODE((store.folder / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    published = store.for_browsers.read_bytes()
    assert b"PRIVATE" not in published
    assert x509.load_pem_x509_certificate(published) == authority.certificate
    assert sorted(one.name for one in store.folder.iterdir()) == ["authority.crt", "authority.pem", "leaf.pem"]


def test_a_leaf_is_made_anew_when_a_name_is_missing_it_ends_or_it_is_damaged(tmp_path: Path) -> None:
    store = Store(tmp_path)
    authority = store.authority("pc", NOW)
    leaf = store.leaf(authority, ["localhost"], NOW)
    wider = store.leaf(authority, ["localhost", "192.0.2.7"], NOW)
    assert wider.chain != leaf.chain
    assert store.leaf(authority, ["localhost"], NOW).chain == wider.chain
    renewed = store.leaf(authority, ["localhost"], NOW + YEAR * 1.05)
    assert renewed.chain != wider.chain
    (store.folder / LEAF).write_bytes(b"half")
    assert store.leaf(authority, ["localhost"], NOW + YEAR * 1.05).chain != renewed.chain


def test_an_authority_that_would_not_outlive_a_leaf_makes_way(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = store.authority("pc", NOW)
    second = store.authority("pc", NOW + 19.5 * YEAR)
    assert second.chain != first.chain
    assert x509.load_pem_x509_certificate(store.for_browsers.read_bytes()) == second.certificate


def test_an_authority_is_not_thrown_away_for_a_wrong_clock(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = store.authority("pc", NOW)
    with pytest.raises(CertificateError, match="set the clock"):
        store.authority("pc", NOW - YEAR)
    assert store.authority("pc", NOW).chain == first.chain


def test_a_damaged_authority_is_named_and_left_alone(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.authority("pc", NOW)
    (store.folder / AUTHORITY).write_bytes(b"half")
    with pytest.raises(CertificateError, match=r"authority\.pem is damaged"):
        store.authority("pc", NOW)
    assert (store.folder / AUTHORITY).read_bytes() == b"half"
