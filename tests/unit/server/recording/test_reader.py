"""What was told is what is read: facts in order, poses to the bit, and any moment as one had played to it."""

from __future__ import annotations

import pytest

from rooms.fold import fold
from tests.unit.server.recording.kit import Place, RecordedRoom, a_session, copy_of

EVER = 10**9


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(tmp_path_factory.mktemp("recording"))


@pytest.fixture(scope="module")
def room(place: Place) -> RecordedRoom:
    room = a_session(place)
    room.writer.finish()
    return room


def test_every_fact_comes_back_in_order(room: RecordedRoom) -> None:
    with room.place.read() as file:
        assert file.facts(0, EVER) == room.told
        assert file.missing == 0


def test_every_tick_comes_back_to_the_bit(room: RecordedRoom) -> None:
    with room.place.read() as file:
        poses = file.poses(0, EVER)
    packed = b"".join(packet[8:] for packet in room.ticks)
    assert poses.rows.tobytes() == packed
    assert len(poses.t) > 500


def test_any_moment_is_what_playing_to_it_gives(room: RecordedRoom) -> None:
    with room.place.read() as file:
        first = file.info.first_ms
        start = file.state_at(first)
        for t in range(first, file.info.last_ms + 300, 250):
            played = fold(file.facts(first, t), copy_of(start))
            assert file.state_at(t) == played
    live = room.runner.state
    assert [line for line in live.lines if line.t >= first] == played.lines
    assert (live.people, live.avatars, live.levels) == (played.people, played.avatars, played.levels)


def test_info(room: RecordedRoom) -> None:
    with room.place.read() as file:
        info = file.info
    assert (info.session, info.scenario, info.finished, info.gaps) == ("s1", "bus_stop", True, [])
    assert (info.first_ms, info.last_ms) == (3000, 35_000)
    people = [(one.id, one.role, one.name, one.body, one.erased) for one in info.people]
    assert people == [
        ("t1", "therapist", "Nora", None, False),
        ("c1", "client", "Kim", 0, False),
        ("p1", "peer", "Ola", 1, False),
    ]
