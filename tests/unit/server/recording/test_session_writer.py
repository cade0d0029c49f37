"""What is on the disk when: small blocks soon, whole ones later, and what happens when it cannot be written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rooms import intents as i
from rooms.facts import Said, Stamped
from server.recording.reader import SessionFile
from server.recording.seal import Kind
from server.recording.session_writer import KEYFRAME_MS, SessionWriter
from tests.unit.server.recording.kit import HEADER, Place, RecordedRoom, copy_of

EVER = 10**9


@pytest.fixture
def room(place: Place) -> RecordedRoom:
    """A client, a peer worker and a therapist, all recorded from the beginning."""
    room = RecordedRoom(place)
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Kim", by="t1")
    room.come("p1", "peer", "Ola", by="t1")
    room.ask("t1", i.Continue())
    room.start()
    return room


def as_if_cut(place: Place, tmp_path: Path) -> SessionFile:
    """The file as it would be found had the server been killed now: with its log, and nothing of memory."""
    shutil.rmtree(tmp_path / "cut", ignore_errors=True)
    shutil.copytree(place.path.parent, tmp_path / "cut")
    return SessionFile.open(tmp_path / "cut" / place.path.name, place.site)


def said_by(who: str, facts: list[Stamped]) -> list[str]:
    lines = [stamped.fact for stamped in facts if isinstance(stamped.fact, Said)]
    return [line.words["nb"] for line in lines if line.who == who]


def test_a_fact_is_on_the_disk_after_the_next_flush(room: RecordedRoom, tmp_path: Path) -> None:
    for number in range(3):
        room.ask("c1", i.Say(text=f"linje {number}"))
        room.live(100)
        with as_if_cut(room.place, tmp_path) as file:
            assert file.facts(-1, EVER) == room.told
            assert not file.info.finished


def test_no_more_than_a_second_of_movement_is_not_on_the_disk(room: RecordedRoom, tmp_path: Path) -> None:
    for _ in range(40):
        room.live(300, moving=("c1", "p1"))
        with as_if_cut(room.place, tmp_path) as file:
            assert room.ms - int(file.poses(-1, EVER).t.max(initial=0)) <= 900


def test_ten_seconds_become_one_block_of_each_kind_and_owner(room: RecordedRoom) -> None:
    for number in range(100):
        room.ask("c1", i.Say(text=f"linje {number}"))
        room.live(KEYFRAME_MS // 20, moving=("c1",))
    room.writer.finish()
    with room.place.read() as file:
        poses = file._blocks.of_kind(Kind.POSES)
        facts = file._blocks.of_kind(Kind.FACTS)
        keyframes = {int(number) for number in file._keyframes[:, 5]}
        assert file.facts(-1, EVER) == room.told
    assert len(keyframes) == 7
    assert len(poses) == 5
    assert len(facts) <= 5 * 3


def test_a_person_who_leaves_takes_their_body_with_them(room: RecordedRoom) -> None:
    room.live(1000, moving=("c1", "p1"))
    room.ask("p1", i.Leave())
    room.live(1000, moving=("c1",))
    room.writer.finish()
    with room.place.read() as file:
        assert file.bodies_at(900)[1] == 2
        assert file.bodies_at(2000) == room.bodies.all(2000)
        assert file.bodies_at(EVER)[1] == 1


def test_who_is_left_out_is_not_written_from_then_on_until_they_are_taken_in(room: RecordedRoom) -> None:
    room.ask("c1", i.Say(text="første"))
    room.live(1000, moving=("c1", "p1"))
    room.writer.leave_out("c1")
    room.ask("c1", i.Say(text="andre"))
    room.ask("t1", i.Whisper("c1", "hemmelig"))
    room.ask("c1", i.Stand((1.0, 1.0), 10.0))
    room.live(2000, moving=("c1", "p1"))
    room.writer.take_in(room.runner.state.people["c1"])
    room.ask("c1", i.Say(text="tredje"))
    room.live(1000, moving=("c1", "p1"))
    room.writer.finish()
    with room.place.read() as file:
        facts = file.facts(-1, EVER)
        hers = file.poses(-1, EVER)
        client = set(hers.t[hers.body == 0].tolist())
        assert file.info.gaps == [(3000, 3000, "joined")]
        assert "hemmelig" not in str(facts) + str(file.state_at(EVER))
        assert file.bodies_at(2500)[1] == 1
        assert file.state_at(EVER).people["c1"].at == (1.0, 1.0)
    assert said_by("c1", facts) == ["første", "tredje"]
    assert not [t for t in client if 1000 < t <= 3000]
    assert [t for t in client if t > 3000]


def test_one_who_was_never_agreed_with_has_no_name_in_it(place: Place) -> None:
    room = RecordedRoom(place)
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Kim", by="t1")
    room.writer.leave_out("p1")
    room.start()
    room.come("p1", "peer", "Ola", by="t1")
    room.ask("p1", i.Say(text="ikke dette"))
    room.live(1500, moving=("c1", "p1"))
    room.writer.finish()
    with place.read() as file:
        assert "'Ola'" not in str(file.facts(-1, EVER)) + str(file.state_at(EVER)) + str(file.info)
        assert "ikke dette" not in str(file.facts(-1, EVER))
        assert {one.id for one in file.info.people} == {"t1", "c1", "p1"}
        assert set(file.poses(-1, EVER).body.tolist()) == {0}


def test_when_it_cannot_be_written_the_room_goes_on_and_so_does_the_recording(room: RecordedRoom) -> None:
    room.ask("c1", i.Say(text="før"))
    room.live(1000, moving=("c1",))
    room.writer.break_off()
    room.ask("c1", i.Say(text="mens"))
    room.live(2000, moving=("c1",))
    room.writer.go_on("disk_full")
    room.ask("c1", i.Say(text="etter"))
    room.live(1000, moving=("c1",))
    room.writer.finish()
    with room.place.read() as file:
        assert file.info.gaps == [(800, 3000, "disk_full")]
        assert file.info.finished
        assert said_by("c1", file.facts(-1, EVER)) == ["før", "etter"]
        lines = [line.words["nb"] for line in file.state_at(EVER).lines if line.who == "c1"]
        assert lines == ["før", "mens", "etter"]
        assert file.state_at(EVER).people == room.runner.state.people
        times = file.poses(-1, EVER).t
    assert not [t for t in times.tolist() if 800 < t <= 3000]
    assert [t for t in times.tolist() if t > 3000]


def test_a_cut_recording_is_gone_on_with_in_the_same_file(room: RecordedRoom) -> None:
    room.ask("c1", i.Say(text="før"))
    room.live(1000, moving=("c1",))
    room.writer.break_off()
    room.writer = SessionWriter(room.place.path, room.place.site, HEADER)
    room.live(500)
    room.start()
    room.ask("c1", i.Say(text="etter"))
    room.live(1000, moving=("c1",))
    room.writer.finish()
    with room.place.read() as file:
        assert [gap for gap in file.info.gaps if gap[2] == "stopped"] == file.info.gaps
        assert said_by("c1", file.facts(-1, EVER)) == ["før", "etter"]


def test_what_was_never_told_is_a_gap_after_which_the_room_is_right_again(room: RecordedRoom) -> None:
    room.live(1000, moving=("c1",))
    room.recording = False
    room.ask("c1", i.Say(text="ufortalt"))
    room.ask("t1", i.Harder())
    room.live(500)
    room.recording = True
    room.writer.missed(copy_of(room.runner.state))
    room.ask("c1", i.Say(text="etter"))
    room.live(500)
    room.writer.finish()
    with room.place.read() as file:
        state = file.state_at(EVER)
        assert [why for _, _, why in file.info.gaps] == ["io_error"]
        assert state.levels == room.runner.state.levels
        assert [line.words["nb"] for line in state.lines if line.who == "c1"] == ["etter"]


def test_who_takes_back_their_yes_is_left_out_whoever_sees_to_it(place: Place) -> None:
    room = RecordedRoom(place)
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Kim", by="t1")
    room.ask("t1", i.AskToRecord())
    room.ask("c1", i.Consent(True))
    assert room.runner.state.recording.on
    room.start()
    room.come("p1", "peer", "Ola", by="t1")
    room.ask("p1", i.Say(text="aldri spurt"))
    room.ask("c1", i.Say(text="før"))
    room.live(1000, moving=("c1", "p1"))
    room.ask("c1", i.Consent(False))
    room.ask("c1", i.Say(text="etter"))
    room.live(1000, moving=("c1", "p1"))
    room.writer.finish()
    with place.read() as file:
        facts, poses = file.facts(-1, EVER), file.poses(-1, EVER)
        assert file.state_at(EVER).recording == room.runner.state.recording
    assert (said_by("c1", facts), said_by("p1", facts)) == (["før"], [])
    assert {*poses.body.tolist()} == {0}
    assert poses.t.max() == 1000
