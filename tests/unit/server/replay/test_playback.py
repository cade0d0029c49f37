"""Playing a recording to a moment gives what a seek to that moment gives, whatever happened in it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rooms import intents as i
from server.recording.erase import erase_person
from server.recording.reader import SessionFile
from server.replay.playback import Playback, read_stretch
from tests.unit.server.recording.kit import Place, a_session
from tests.unit.server.recording.test_any_recording import moments, people, played
from tests.unit.server.replay.kit import rows_in


def play_through(file: SessionFile, start: int, steps: list[int], stretch_ms: int) -> None:
    """Plays from `start` in steps, and looks at each whether a seek gives the same."""
    last = file.info.last_ms
    position = start
    playback = Playback(file.at(start), start)
    for step in steps:
        position = min(last, position + step)
        while playback.read_until < position:
            playback.feed(read_stretch(file, playback.read_until, min(last, playback.read_until + stretch_ms)))
        told = []
        while facts := playback.next_facts(position):
            assert {stamped.t for stamped in facts} == {facts[0].t}
            told += facts
        before = playback.position
        playback.move(position)
        assert told == file.facts(before, position)
        sought = file.at(position)
        # What was erased has no number in the log, but may have had the last one of a keyframe.
        playback.state.seq, playback.state.t = sought.state.seq, sought.state.t
        assert playback.state == sought.state, position
        assert playback.rows == rows_in(sought.bodies), position


@settings(max_examples=25)
@given(
    moments=moments,
    steps=st.lists(st.sampled_from([33, 132, 1000, 9000]), min_size=2, max_size=20),
    part=st.floats(0, 1),
    stretch_ms=st.sampled_from([700, 10_000]),
    erased=st.none() | people,
)
def test_playing_equals_seeking(
    moments: list[tuple[int, tuple[str, i.Intent], set[str]]],
    steps: list[int],
    part: float,
    stretch_ms: int,
    erased: str | None,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = played(Place(Path(folder)), moments)
        if erased is not None:
            erase_person(room.place.path, room.place.site, "s1", erased)
        with room.place.read() as file:
            first, last = file.info.first_ms, file.info.last_ms
            play_through(file, first + int(part * (last - first)), steps, stretch_ms)


def test_every_pose_is_shown_to_the_bit_when_one_looks_often_enough(place: Place) -> None:
    room = a_session(place)
    room.writer.finish()
    with place.read() as file:
        playback = Playback(file.at(file.info.first_ms), file.info.first_ms)
        playback.feed(read_stretch(file, file.info.first_ms, file.info.last_ms))
        shown = []
        for t in range(file.info.first_ms, file.info.last_ms + 1, 50):
            while playback.next_facts(t):
                pass
            playback.move(t)
            moved = playback.take_moved()
            if moved:
                shown.append(moved)
    assert shown == [rows_in(packet) for packet in room.ticks]


def test_of_what_passes_between_two_looks_the_newest_pose_wins(place: Place) -> None:
    room = a_session(place)
    room.writer.finish()
    with place.read() as file:
        start, position = file.info.first_ms, file.info.first_ms + 1500
        playback = Playback(file.at(start), start)
        assert playback.wants(1.0, file.info.last_ms) == (start, start + 10_000)
        playback.feed(read_stretch(file, start, start + 10_000))
        assert playback.wants(1.0, file.info.last_ms) is None
        playback.feed(read_stretch(file, start, start + 10_000))  # not the one that follows
        assert playback.read_until == start + 10_000
        while playback.next_facts(position):
            pass
        playback.move(position)
        moved = playback.take_moved()
        assert {body: moved[body] for body in (0, 1)} == rows_in(file.bodies_at(position))
        assert playback.take_moved() == {}
        assert playback.wants(4.0, file.info.last_ms) is None
        playback.move(start + 2500)
        assert playback.wants(0.0, file.info.last_ms) is None
        assert playback.wants(4.0, file.info.last_ms) == (start + 10_000, start + 20_000)
