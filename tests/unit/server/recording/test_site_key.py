"""The site's key: made once, for this user's eyes, outside the data folder; and what is done when it is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.recording.site_key import SiteKey, SiteKeyError


def load(folder: Path) -> SiteKey:
    return SiteKey.load_or_create(folder / "config" / "site.key", folder / "data")


def test_it_is_made_once_and_says_so(tmp_path: Path) -> None:
    first, second = load(tmp_path), load(tmp_path)
    assert (first.created, second.created) == (True, False)
    assert first.mark == second.mark
    wrapped = first.wrap(b"k" * 32, b"about")
    assert second.unwrap(wrapped, b"about") == b"k" * 32
    assert second.unwrap(wrapped, b"something else") is None
    assert second.unwrap(b"", b"about") is None


def test_only_this_user_may_read_it_also_when_somebody_had_opened_it(tmp_path: Path) -> None:
    key = load(tmp_path)
    assert key.path.stat().st_mode & 0o777 == 0o600
    assert key.path.parent.stat().st_mode & 0o777 == 0o700
    key.path.chmod(0o644)
    load(tmp_path)
    assert key.path.stat().st_mode & 0o777 == 0o600
    assert list(key.path.parent.iterdir()) == [key.path]


def test_it_does_not_lie_in_the_data_folder(tmp_path: Path) -> None:
    with pytest.raises(SiteKeyError, match="data folder"):
        SiteKey.load_or_create(tmp_path / "data" / "below" / "site.key", tmp_path / "data")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "content", ["", "proverom site key 1\n", "proverom site key 1\nAAAA\n", "x\n" + "A" * 43 + "="]
)
def test_a_file_that_holds_no_key_is_refused_and_left_as_it_is(tmp_path: Path, content: str) -> None:
    path = tmp_path / "config" / "site.key"
    path.parent.mkdir()
    path.write_text(content)
    with pytest.raises(SiteKeyError, match="restore it"):
        load(tmp_path)
    assert path.read_text() == content


def test_two_sites_have_two_keys(tmp_path: Path) -> None:
    here, there = load(tmp_path / "here"), load(tmp_path / "there")
    assert here.mark != there.mark
    assert there.unwrap(here.wrap(b"k" * 32, b""), b"") is None
