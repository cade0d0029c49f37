"""What lies beside recordings: links, which are nowhere kept, and small sealed files."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.recording.site_key import SiteKey
from server.recordings import Recordings
from server.recordings_links import OwnLinks
from server.sealed_file import read_sealed, write_sealed

SESSION = "0123456789ab"


@pytest.fixture
def site(tmp_path: Path) -> SiteKey:
    return SiteKey.load_or_create(tmp_path / "config" / "site.key", tmp_path / "data")


@pytest.fixture
def links(tmp_path: Path, site: SiteKey) -> OwnLinks:
    return OwnLinks(tmp_path / "data", site)


def test_a_link_opens_one_recording_for_one_person(links: OwnLinks) -> None:
    kim, ola = links.secret_of(SESSION, "c1"), links.secret_of(SESSION, "c2")
    assert (len(kim), links.whose(SESSION, kim), links.whose(SESSION, ola)) == (22, "c1", "c2")
    assert links.whose("ba9876543210", kim) is None
    assert links.whose(SESSION, kim[:-1]) is None
    assert links.whose(SESSION, "") is None


def test_hashes_alone_are_kept_and_they_are_sealed(links: OwnLinks, tmp_path: Path) -> None:
    secret = links.secret_of(SESSION, "c1a2b3d4")
    (file,) = (tmp_path / "data").iterdir()
    assert secret.encode() not in file.read_bytes()
    assert b"c1a2b3d4" not in file.read_bytes()


def test_who_asks_again_gets_the_same_link_also_after_a_restart(links: OwnLinks, tmp_path: Path, site: SiteKey) -> None:
    first = links.secret_of(SESSION, "c1")
    (file,) = (tmp_path / "data").iterdir()
    kept = file.read_bytes()
    assert OwnLinks(tmp_path / "data", site).secret_of(SESSION, "c1") == links.secret_of(SESSION, "c1") == first
    assert file.read_bytes() == kept
    assert len({first, links.secret_of(SESSION, "c2"), links.secret_of("ba9876543210", "c1")}) == 3


def test_a_link_that_was_forgotten_never_comes_again(links: OwnLinks) -> None:
    before = links.secret_of(SESSION, "c1")
    links.forget(SESSION, "c1")
    after = links.secret_of(SESSION, "c1")
    assert (links.whose(SESSION, before), links.whose(SESSION, after)) == (None, "c1")


def test_a_link_from_before_links_could_be_made_again_still_opens(
    links: OwnLinks, tmp_path: Path, site: SiteKey
) -> None:
    old = [{"hashed": hashlib.sha256(b"an older secret").digest(), "person": "c1"}]
    about = msgspec.msgpack.encode(["proverom links", SESSION])
    write_sealed(tmp_path / "data" / f"{SESSION}.links", site, msgspec.msgpack.encode(old), about)
    new = links.secret_of(SESSION, "c1")
    assert [links.whose(SESSION, key) for key in ("an older secret", new)] == ["c1", "c1"]


def test_a_persons_links_go_with_their_part_and_all_with_the_recording(links: OwnLinks, tmp_path: Path) -> None:
    kim, ola = links.secret_of(SESSION, "c1"), links.secret_of(SESSION, "c2")
    links.forget(SESSION, "c1")
    assert (links.whose(SESSION, kim), links.whose(SESSION, ola)) == (None, "c2")
    links.forget(SESSION)
    links.forget(SESSION)
    assert links.whose(SESSION, ola) is None
    assert list((tmp_path / "data").iterdir()) == []


def test_links_under_another_key_open_nothing(links: OwnLinks, tmp_path: Path) -> None:
    secret = links.secret_of(SESSION, "c1")
    other = SiteKey.load_or_create(tmp_path / "other" / "site.key", tmp_path / "data")
    assert OwnLinks(tmp_path / "data", other).whose(SESSION, secret) is None


@given(st.integers(0, 300), st.integers(1, 255))
def test_a_sealed_file_opens_whole_or_not_at_all(at: int, flip: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = SiteKey.load_or_create(Path(folder) / "config" / "site.key", Path(folder) / "data")
        path = Path(folder) / "data" / "file"
        write_sealed(path, site, b"seats", b"about")
        assert read_sealed(path, site, b"about") == b"seats"
        assert read_sealed(path, site, b"about something else") is None
        assert path.stat().st_mode & 0o777 == 0o600
        held = bytearray(path.read_bytes())
        held[at % len(held)] ^= flip
        path.write_bytes(held)
        assert read_sealed(path, site, b"about") is None
        assert read_sealed(path.with_name("none"), site, b"about") is None


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", "0123456789abc", "0123456789AB", "nowhere", "%2e%2e"])
def test_what_is_no_name_of_a_session_leads_nowhere(name: str, tmp_path: Path, site: SiteKey) -> None:
    recordings = Recordings(tmp_path / "data", site)
    assert recordings.find(name) is None
    with pytest.raises(ValueError, match="no name"):
        recordings.path_of(name)


def test_there_are_no_recordings_before_the_first(tmp_path: Path, site: SiteKey) -> None:
    assert Recordings(tmp_path / "data", site).all() == []
