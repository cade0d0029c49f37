"""The list of recordings after a restart: what was closed in order is not opened again, and nothing outlasts it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from server.recording.forms import Header
from server.recording.key_file import KeyFile
from server.recording.session_writer import SessionWriter
from server.recording.site_key import SiteKey
from server.recordings import Recordings
from server.recordings_index import FILE, RecordingsIndex
from tests.unit.server.recording.kit import NOBODY, Place, RecordedRoom, copy_of

SESSION = "0123456789ab"
OTHER = "ba9876543210"


@pytest.fixture
def site(tmp_path: Path) -> SiteKey:
    return SiteKey.load_or_create(tmp_path / "config" / "site.key", tmp_path / "data")


def record(recordings: Recordings, session: str, finish: bool = True) -> Path:
    """A short recording of one client."""
    room = RecordedRoom(Place(recordings.data.parent))
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Kim", by="t1")
    path = recordings.path_of(session)
    writer = SessionWriter(path, recordings.site, Header(session, "epoch", "bus_stop", "nb", 5.0, "0.1"))
    writer.begin(copy_of(room.runner.state), NOBODY)
    if finish:
        writer.finish()
    else:
        writer.break_off()
    return path


def spoil(path: Path) -> None:
    """Nothing of the file can be read any more, but it looks the same from outside."""
    stat = path.stat()
    path.write_bytes(bytes(stat.st_size))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def restarted(recordings: Recordings) -> Recordings:
    return Recordings(recordings.data, recordings.site)


def kept(recordings: Recordings) -> set[str]:
    return set(RecordingsIndex(recordings.folder, recordings.site).load())


def test_after_a_restart_what_has_not_changed_is_not_opened(tmp_path: Path, site: SiteKey) -> None:
    recordings = Recordings(tmp_path / "data", site)
    path = record(recordings, SESSION)
    before = recordings.all()
    (found,) = before
    assert found.contents is not None
    assert (found.contents.scenario, found.contents.people, found.contents.finished) == ("bus_stop", 2, True)
    spoil(path)
    assert restarted(recordings).all() == recordings.all() == before
    path.touch()
    (changed,) = restarted(recordings).all()
    assert changed.contents is None
    assert changed.trouble is not None


def test_one_that_was_not_closed_is_looked_into_at_each_start(tmp_path: Path, site: SiteKey) -> None:
    recordings = Recordings(tmp_path / "data", site)
    path = record(recordings, SESSION, finish=False)
    assert [one.contents.finished for one in recordings.all() if one.contents] == [False]
    spoil(path)
    (found,) = restarted(recordings).all()
    assert found.trouble is not None


def test_a_recording_whose_keys_have_gone_is_not_told_as_if_it_could_be_seen(tmp_path: Path, site: SiteKey) -> None:
    recordings = Recordings(tmp_path / "data", site)
    record(recordings, SESSION)
    recordings.all()
    KeyFile(site, SESSION).destroy_all()
    for one in (recordings, restarted(recordings)):
        (found,) = one.all()
        assert found.trouble is not None
        assert found.trouble.code == "no_keys"


def test_the_index_is_sealed_and_what_is_erased_is_not_in_it(tmp_path: Path, site: SiteKey) -> None:
    recordings = Recordings(tmp_path / "data", site)
    for session in (SESSION, OTHER):
        record(recordings, session)
    recordings.all()
    index = recordings.folder / FILE
    assert not [word for word in (b"bus_stop", SESSION.encode(), b"Kim") if word in index.read_bytes()]
    recordings.erase(SESSION)
    assert kept(recordings) == {OTHER}
    assert [one.session for one in restarted(recordings).all()] == [OTHER]
    recordings.erase(OTHER)
    assert list(recordings.folder.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"nonsense", bytes(200)])
def test_an_index_that_is_not_ours_is_made_anew(content: bytes, tmp_path: Path, site: SiteKey) -> None:
    recordings = Recordings(tmp_path / "data", site)
    record(recordings, SESSION)
    before = recordings.all()
    (recordings.folder / FILE).write_bytes(content)
    again = restarted(recordings)
    assert again.all() == before
    assert kept(again) == {SESSION}


def test_a_disk_that_takes_no_index_does_not_hide_the_recordings(tmp_path: Path, site: SiteKey) -> None:
    recordings = Recordings(tmp_path / "data", site)
    record(recordings, SESSION)
    (recordings.folder / FILE).mkdir()
    assert [one.session for one in recordings.all()] == [SESSION]
    recordings.erase(SESSION)
    assert recordings.all() == []


def test_a_file_that_is_named_like_no_session_is_not_listed(tmp_path: Path, site: SiteKey) -> None:
    recordings = Recordings(tmp_path / "data", site)
    record(recordings, SESSION).rename(recordings.folder / "a copy.proverom")
    assert recordings.all() == []
