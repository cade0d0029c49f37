"""What was said and who said it is in no byte of any file, and what everybody may open names nobody."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest
from structlog.testing import capture_logs

from infra.write_golden import recorded_log
from rooms import facts as f
from rooms import intents as i
from server.recording.bad_file import BadFileError
from server.recording.erase import erase_person, erase_session
from server.recording.key_file import SESSION
from server.recording.reader import SessionFile
from server.recording.seal import Kind
from tests.unit.server.recording.kit import Place, RecordedRoom, a_session, record_log

EVER = 10**9
CANARY = "Kanarifuglen Oskar bor i skapet"


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def forms_of(text: str) -> list[bytes]:
    return [text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")]


def test_a_sentence_is_in_no_file_while_it_is_written_nor_after(place: Place) -> None:
    with capture_logs() as logs:
        room = a_session(place)
        room.ask("c1", i.Say(text=CANARY))
        room.ask("t1", i.Whisper("c1", CANARY))
        room.live(500, moving=("c1",))
        names = {path.name for path in place.path.parent.iterdir()}
        assert {"s1.proverom", "s1.proverom-wal"} <= names
        during = bytes_of(place.data) + bytes_of(place.config)
        room.writer.finish()
        after = bytes_of(place.data) + bytes_of(place.config)
    assert [path.name for path in place.path.parent.iterdir()] == ["s1.proverom"]
    for text in (CANARY, "Kim", "Nora", "Hei, Kim."):
        assert not [form for form in forms_of(text) if form in during or form in after], text
    assert CANARY not in str(logs)
    with place.read() as file:
        assert CANARY in str(file.facts(0, EVER))


def test_what_was_said_before_the_recording_is_not_in_it(place: Place) -> None:
    room = a_session(place)
    room.writer.finish()
    with place.read() as file:
        told = str(file.facts(0, EVER)) + str(file.state_at(file.info.first_ms)) + str(file.state_at(EVER))
    assert "before anyone agreed" not in told


def test_what_the_session_owns_holds_no_name_and_no_words_of_anyone(place: Place) -> None:
    """On a scene in which everything happens that can happen."""
    log = recorded_log()
    record_log(place, log).finish()
    with place.read() as file:
        shared = b"".join(
            file._content(block) or b""
            for block in map(file._blocks.block, file._blocks.index)
            if block.owner == SESSION and block.kind != Kind.HEADER
        )
    private = {stamped.fact.name for stamped in log if isinstance(stamped.fact, f.Knocked | f.Admitted)}
    private |= {stamped.fact.text for stamped in log if isinstance(stamped.fact, f.Whispered | f.Instructed)}
    private |= {stamped.fact.note for stamped in log if isinstance(stamped.fact, f.Marked)}
    avatars = set(log[0].fact.scene.cast) if isinstance(log[0].fact, f.Opened) else set()
    for stamped in log:
        if isinstance(stamped.fact, f.Said) and (stamped.fact.by or stamped.fact.who not in avatars):
            private |= {*stamped.fact.words.values()} if stamped.fact.meaning is None else set()
    assert len(private) > 12
    assert [text for text in sorted(private) if msgspec.msgpack.encode(text) in shared] == []
    assert b"humancalled" not in shared


def erased(place: Place, person: str) -> RecordedRoom:
    room = a_session(place)
    room.writer.finish()
    erase_person(place.path, place.site, "s1", person)
    return room


def test_an_erased_person_stays_without_a_name_and_the_others_still_replay(place: Place) -> None:
    room = erased(place, "c1")
    with place.read() as file:
        facts, state = file.facts(0, EVER), file.state_at(EVER)
        bodies = set(file.poses(0, EVER).body.tolist())
        someone = {one.id: one for one in file.info.people}
    assert someone["c1"] == msgspec.structs.replace(someone["c1"], name=None, body=None, erased=True, role="client")
    assert (someone["p1"].name, someone["p1"].erased) == ("Ola", False)
    assert bodies == {1}
    assert state.people["c1"].name == ""
    assert {line.who for line in state.lines} == {"p1", *(set(state.avatars) & {line.who for line in state.lines})}
    not_hers = [stamped for stamped in room.told if stamped in facts]
    assert [stamped.seq for stamped in not_hers] == [stamped.seq for stamped in facts]
    assert "Du gjør det fint." in str(facts)
    assert "når går bussen?" not in str(facts)
    assert "Du kan spørre om prisen." not in str(facts)
    assert "Spurte selv" not in str(facts)


def test_the_words_a_therapist_typed_for_an_avatar_go_with_the_therapist(place: Place) -> None:
    erased(place, "t1")
    with place.read() as file:
        state = file.state_at(EVER)
        assert "Hei, Kim." not in str(file.facts(0, EVER)) + str(state)
        (line,) = [line for line in state.lines if line.by == "t1"]
        assert line.words == {"nb": ""}
        assert "når går bussen?" in str(state.lines)


def test_a_restored_backup_of_the_data_folder_does_not_bring_an_erased_part_back(place: Place, tmp_path: Path) -> None:
    room = a_session(place)
    room.writer.finish()
    shutil.copytree(place.data, tmp_path / "backup")
    erase_person(place.path, place.site, "s1", "c1")
    with place.read() as file:
        left = file.facts(0, EVER)
    shutil.rmtree(place.data)
    shutil.copytree(tmp_path / "backup", place.data)
    with place.read() as file:
        assert file.facts(0, EVER) == left
        assert file.missing > 0
        assert file.damage() == []
        assert {one.id for one in file.info.people if one.erased} == {"c1"}


def test_the_rows_of_an_erased_person_are_gone_from_the_file(place: Place) -> None:
    room = a_session(place)
    room.writer.finish()
    with place.read() as file:
        numbers = [number for number, owner in file._blocks.owners.items() if "c1" in owner.split("+")]
        rows = [row for row in file._blocks.index if int(row[2]) in numbers]
        sealed = [
            file._blocks._database.execute("SELECT sealed FROM blocks WHERE id=?", (int(row[0]),)).fetchone()[0]
            for row in rows
        ]
    assert len(sealed) > 5
    assert all(one[:12] in place.path.read_bytes() for one in sealed)
    erase_person(place.path, place.site, "s1", "c1")
    place.read().close()
    assert [path.name for path in place.path.parent.iterdir()] == ["s1.proverom"]
    left = bytes_of(place.data)
    assert not [one for one in sealed if one[:12] in left]
    erase_person(place.path, place.site, "s1", "c1")


def test_an_erased_session_is_gone_also_from_a_backup(place: Place, tmp_path: Path) -> None:
    room = a_session(place)
    room.writer.finish()
    backup = tmp_path / "backup.proverom"
    shutil.copy(place.path, backup)
    place.path.with_name(".s1.proverom.new").write_bytes(b"left by a kill")
    erase_session(place.path, place.site, "s1")
    assert list(place.path.parent.iterdir()) == []
    assert list(place.site.keys.iterdir()) == []
    with pytest.raises(BadFileError) as refused:
        SessionFile.open(backup, place.site)
    assert refused.value.code == "no_keys"
    erase_session(place.path, place.site, "s1")
