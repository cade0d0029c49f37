"""Whatever happens in a room, and whoever is left out of its recording: a seek gives what playing gives."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rooms import facts as f
from rooms import intents as i
from rooms.axes import AXES
from rooms.bodies import TICK_HEAD
from rooms.fold import fold
from server.recording.erase import erase_person
from server.recording.reader import SessionFile
from tests.unit.server.recording.kit import Place, RecordedRoom, copy_of

EVER = 10**9
PEOPLE = ("c1", "p1", "t1")
people = st.sampled_from(PEOPLE)
avatars = st.sampled_from(("berit", "ingrid", "jonas"))
texts = st.sampled_from(("når går bussen?", "hei", "ja", "jeg vil hjem", "qwzx", "jeg klarer ikke mer", "stopp"))

asked: st.SearchStrategy[tuple[str, i.Intent]] = st.one_of(
    st.tuples(people, st.builds(i.Say, text=texts)),
    st.tuples(people, st.builds(i.Say, text=texts)),
    st.tuples(people, st.sampled_from([i.Stop(), i.Calmer(), i.SetPresence(False), i.SetPresence(True), i.Leave()])),
    st.tuples(people, st.builds(i.Stand, st.tuples(st.floats(-3, 3), st.floats(-0.9, 1.8)), st.floats(-180, 180))),
    st.tuples(st.just("c1"), st.just(i.AskHelp())),
    st.tuples(st.just("p1"), st.builds(i.GiveHelp, st.sampled_from(["hint", "shown"]))),
    st.tuples(st.just("t1"), st.builds(i.Take, avatars)),
    st.tuples(st.just("t1"), st.builds(i.SpeakAs, avatars, text=texts)),
    st.tuples(st.just("t1"), st.builds(i.Release, avatars)),
    st.tuples(st.just("t1"), st.builds(i.SetLevel, st.sampled_from(AXES), st.integers(0, 4))),
    st.tuples(st.just("t1"), st.builds(i.Whisper, people, texts)),
    st.tuples(st.just("t1"), st.builds(i.Instruct, avatars, texts)),
    st.tuples(st.just("t1"), st.builds(i.Mark, texts)),
    st.tuples(st.just("t1"), st.builds(i.Admit, people)),
    st.tuples(st.just("t1"), st.builds(i.Remove, people)),
    st.tuples(st.just("t1"), st.sampled_from([i.Continue(), i.Pause(), i.Again(), i.Harder()])),
    st.tuples(st.just("knock"), st.builds(i.Knock, st.just("Igjen"), st.just("tor"), st.just("nb"))),
)
moments = st.lists(
    st.tuples(st.sampled_from([0, 0, 50, 300, 2500, 11_000]), asked, st.sets(st.sampled_from(["c1", "p1"]))),
    max_size=14,
)


def played(place: Place, moments: list[tuple[int, tuple[str, i.Intent], set[str]]], left_out: str = "") -> RecordedRoom:
    room = RecordedRoom(place)
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Kim", by="t1")
    room.come("p1", "peer", "Ola", by="t1")
    room.ask("t1", i.Continue())
    room.live(200, moving=("c1", "p1"))
    room.start()
    for number, (ms, (who, intent), moving) in enumerate(moments):
        if left_out and number == len(moments) // 2:
            room.writer.leave_out(left_out)
        room.ask("p1" if who == "knock" else who, intent)
        here = {person.id for person in room.runner.state.in_room() if person.body is not None}
        room.live(ms, moving=tuple(sorted(moving & here)))
    room.writer.finish()
    return room


def seeks_as_it_plays(file: SessionFile) -> None:
    first, last = file.info.first_ms, file.info.last_ms
    start = file.state_at(first)
    told = file.facts(first - 1, last)
    state, at = copy_of(start), start.seq
    for t in sorted({first, last, *range(first, last, 997), *(stamped.t for stamped in told)}):
        fold([stamped for stamped in told if stamped.t <= t and stamped.seq > at], state)
        at = max(at, state.seq)
        assert file.state_at(t) == state, t


@settings(max_examples=40)
@given(moments=moments)
def test_a_seek_to_any_moment_equals_playing_to_it(moments: list[tuple[int, tuple[str, i.Intent], set[str]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = played(Place(Path(folder)), moments)
        with room.place.read() as file:
            seeks_as_it_plays(file)
            facts = file.facts(0, EVER)
            # In the lobby one has agreed to nothing; what was said before the recording is not in it.
            others = [stamped.fact for stamped in room.told if stamped not in facts]
            assert all(isinstance(fact, f.Knocked | f.Presence | f.HeardAs | f.AskedBack) for fact in others)
            assert [stamped for stamped in facts if not isinstance(stamped.fact, f.Knocked)] == [
                stamped for stamped in room.told if stamped in facts
            ]
            assert file.poses(0, EVER).rows.tobytes() == b"".join(packet[TICK_HEAD.size :] for packet in room.ticks)


SAID_LAST: list[tuple[int, tuple[str, i.Intent], set[str]]] = [
    (300, ("t1", i.Pause()), set()), (11_000, ("c1", i.Say(text="hei")), set()), (2500, ("t1", i.Mark("merke")), set()),
    (300, ("t1", i.Continue()), set()),
]  # fmt: skip
"""The last that happened before a keyframe is somebody's, and may be erased."""


@settings(max_examples=25)
@given(moments=moments, who=people)
@example(moments=SAID_LAST, who="c1")
def test_also_when_somebody_is_left_out_or_erased(
    moments: list[tuple[int, tuple[str, i.Intent], set[str]]], who: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = played(Place(Path(folder)), moments, left_out=who)
        with room.place.read() as file:
            seeks_as_it_plays(file)
        erase_person(room.place.path, room.place.site, "s1", who)
        with room.place.read() as file:
            seeks_as_it_plays(file)
            assert file.missing == 0
