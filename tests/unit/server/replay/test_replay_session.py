"""Whatever watchers do, each has what the recording says of the moment they look at, as far as they may know it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rooms import intents as i
from rooms import watch_rules
from rooms import watching as w
from rooms.audience import view_for
from rooms.bodies import pack_pose
from rooms.facts import HeardAs, Marked, Whispered
from rooms.people import Person
from rooms.state import RoomState
from rooms.watching import FIRST_WATCHER_BODY
from server.recording.owners import person_without
from server.replay.screening import LOAD_EVERY_MS
from server.replay.session import AWAY_MS, BYTES_AHEAD
from tests.unit.server.recording.kit import NOBODY, Place, RecordedRoom, a_session, copy_of
from tests.unit.server.recording.test_any_recording import moments, played
from tests.unit.server.replay.kit import TICK_MS, Replay, Watcher, rows_in

AS_STAFF = Person("t9", "therapist", "", "", "nb", where="room")
AS_CLIENT = Person("c1", "client", "", "", "nb", where="room")

asked: st.SearchStrategy[w.Watch] = st.one_of(
    st.builds(w.Play, st.booleans()),
    st.builds(w.Play, st.just(True)),
    st.builds(w.SetSpeed, st.sampled_from(["0.25", "1", "2", "4"])),
    st.builds(w.Seek, st.integers(0, 60_000)),
    st.builds(w.WanderOff, st.booleans()),
    st.builds(w.AddNote, st.just("her")),
)


def seen_of(state: RoomState, sees: Person) -> RoomState:
    """What one may know of a state; who is told less has heard fewer facts, and not of one who waits outside again."""
    seen = view_for(copy_of(state), sees)
    here = {person.id: person for person in seen.people.values() if sees.role != "client" or person.where == "room"}
    return msgspec.structs.replace(seen, people=here, seq=0, t=0)


def has_the_moment(replay: Replay, watcher: Watcher, sees: Person) -> None:
    at = watch_rules.where_is(replay.session.hall, watcher.who, replay.session.now())
    moment = replay.file.at(at)
    assert watcher.state is not None
    assert seen_of(watcher.state, sees) == seen_of(moment.state, sees), at
    assert replay.session.screening_of(watcher.who).rows == rows_in(moment.bodies), at


async def wild(place: Place, asks: list[tuple[str, w.Watch, int]]) -> None:
    replay = Replay(place)
    await replay.open()
    staff, client = await replay.come("t9"), await replay.come("k", "client", "c1")
    try:
        for who, intent, ms in asks:
            await replay.ask(who, intent)
            await replay.live(ms)
            has_the_moment(replay, staff, AS_STAFF)
            has_the_moment(replay, client, AS_CLIENT)
    finally:
        await replay.close()


@settings(max_examples=25)
@given(
    moments=moments,
    asks=st.lists(st.tuples(st.sampled_from(["t9", "k"]), asked, st.sampled_from([99, 250, 3000])), max_size=12),
)
async def test_each_has_the_moment_they_look_at_whatever_is_asked(
    moments: list[tuple[int, tuple[str, i.Intent], set[str]]], asks: list[tuple[str, w.Watch, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = played(Place(Path(folder)), moments)
        await wild(room.place, asks)


@pytest.fixture
async def replay(place: Place) -> Replay:
    a_session(place).writer.finish()
    made = Replay(place)
    await made.open()
    return made


async def test_what_is_played_is_what_was_recorded_and_a_client_hears_only_what_is_theirs(replay: Replay) -> None:
    staff, client = await replay.come("t9"), await replay.come("k", "client", "c1")
    await replay.ask("t9", w.Play(True))
    await replay.live(40_000)
    info = replay.file.info
    assert staff.facts == [s for s in replay.file.facts(info.first_ms, info.last_ms) if s.t > info.first_ms]
    assert staff.watching is not None
    assert staff.watching.shared == w.Playing(info.last_ms, staff.watching.shared.since, False, 1.0)
    own = [stamped.fact for stamped in client.facts]
    assert not any(isinstance(fact, HeardAs | Marked) for fact in own)
    assert [fact.to for fact in own if isinstance(fact, Whispered)] == ["c1"]
    assert {HeardAs, Marked, Whispered} <= {type(stamped.fact) for stamped in staff.facts}
    await replay.close()


async def test_at_four_times_the_speed_facts_come_four_times_as_fast(replay: Replay) -> None:
    staff = await replay.come("t9")
    await replay.ask("t9", w.SetSpeed("4"))
    await replay.ask("t9", w.Play(True))
    await replay.live(2000)
    due = replay.file.facts(replay.file.info.first_ms, replay.file.info.first_ms + 8000)
    assert staff.facts == due
    assert len(due) > 3
    assert staff.snapshots == 1
    await replay.close()


async def test_a_reel_that_came_to_its_end_before_its_file_was_read_shows_the_end_all_the_same(replay: Replay) -> None:
    one = await replay.come("t9")
    await replay.live(100)
    last = replay.file.info.last_ms
    await replay.ask("t9", w.Seek(last - 100))
    await replay.ask("t9", w.SetSpeed("4"))
    await replay.ask("t9", w.Play(True))
    await replay.live(200)
    assert one.watching is not None
    assert not replay.session.hall.shared.running
    has_the_moment(replay, one, AS_STAFF)
    await replay.close()


async def test_one_wanders_off_and_rejoins_while_the_others_go_on(replay: Replay) -> None:
    one, other = await replay.come("t9"), await replay.come("k", "client", "c1")
    first = replay.file.info.first_ms
    await replay.ask("t9", w.Play(True))
    await replay.live(990)
    await replay.ask("k", w.WanderOff(True))
    await replay.ask("k", w.Seek(first + 20_000))
    await replay.ask("k", w.Play(False))
    await replay.live(2970)
    assert one.facts
    assert other.watching is not None
    assert other.watching.own is not None
    assert other.watching.own.at == first + 20_000
    assert [watcher.alone for watcher in other.watching.watchers] == [False, True]
    has_the_moment(replay, one, AS_STAFF)
    has_the_moment(replay, other, AS_CLIENT)
    assert one.snapshots == 1
    shared = one.epoch
    await replay.ask("k", w.WanderOff(False))
    await replay.live(TICK_MS)
    assert other.epoch == shared
    has_the_moment(replay, other, AS_CLIENT)
    assert len(replay.session.screenings()) == 1
    await replay.close()


async def test_what_was_never_recorded_is_passed_over_and_the_room_is_right_behind_it(place: Place) -> None:
    room = a_session(place)
    room.writer.break_off()
    room.ask("c1", i.Say(text="mens ingen skrev"))
    room.live(5000, moving=("c1",))
    room.writer.go_on("io_error")
    room.ask("c1", i.Say(text="etterpå"))
    room.live(3000, moving=("c1",))
    room.writer.finish()
    replay = Replay(place)
    await replay.open()
    ((start, end, _),) = replay.file.info.gaps
    one, other = await replay.come("t9"), await replay.come("k", "client", "c1")
    await replay.ask("t9", w.Seek(start - 1000))
    await replay.ask("t9", w.Play(True))
    await replay.live(1200)
    assert one.watching is not None
    assert one.watching.shared.at == end
    await replay.live(800)
    has_the_moment(replay, one, AS_STAFF)
    assert one.state is not None
    assert [line.words["nb"] for line in one.state.lines][-1] == "etterpå"
    await replay.ask("k", w.WanderOff(True))
    await replay.ask("k", w.Play(False))
    await replay.ask("k", w.Seek(start + 10))
    await replay.live(200)
    has_the_moment(replay, other, AS_CLIENT)
    await replay.close()


async def test_one_who_says_yes_in_the_middle_is_there_from_then_on(place: Place) -> None:
    room = RecordedRoom(place)
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Kim", by="t1")
    room.come("p1", "peer", "Ola", by="t1")
    begun = copy_of(room.runner.state)
    begun.people["c1"] = person_without(begun.people["c1"])
    room.writer.leave_out("c1")
    room.writer.begin(begun, NOBODY)
    room.recording = True
    room.live(3000, moving=("p1",))
    room.writer.take_in(room.runner.state.people["c1"])
    room.live(3000, moving=("c1",))
    room.ask("t1", i.Continue())
    room.live(1000)
    room.writer.finish()
    replay = Replay(place)
    await replay.open()
    ((start, end, why),) = replay.file.info.gaps
    assert (start, why) == (end, "joined")
    one = await replay.come("t9")
    await replay.ask("t9", w.Play(True))
    await replay.live(end - replay.file.info.first_ms - TICK_MS)
    assert one.state is not None
    assert one.state.people["c1"].name == ""
    await replay.live(1000)
    assert one.state.people["c1"].name == "Kim"
    has_the_moment(replay, one, AS_STAFF)
    await replay.close()


async def test_one_who_leaves_and_knocks_in_the_same_moment_is_seen_to_leave(place: Place) -> None:
    room = a_session(place)
    room.come("p1", "peer", "Ola", by="t1")
    room.live(1000)
    room.ask("p1", i.Leave())
    room.knock("p1", "peer", "Ola")
    room.live(500)
    room.writer.finish()
    replay = Replay(place)
    await replay.open()
    client = await replay.come("k", "client", "c1")
    await replay.live(100)
    await replay.ask("k", w.Seek(replay.file.info.last_ms - 700))
    assert client.state is not None
    assert len(client.state.in_room()) == 3
    await replay.ask("k", w.Play(True))
    await replay.live(1500)
    has_the_moment(replay, client, AS_CLIENT)
    assert len(client.state.in_room()) == 2
    await replay.close()


async def test_notes_and_talk_reach_the_others_and_notes_outlast_the_replay(replay: Replay, place: Place) -> None:
    one, other = await replay.come("t9"), await replay.come("k", "client", "c1")
    await replay.ask("t9", w.Seek(9000))
    assert (await replay.ask("t9", w.AddNote("Her så du opp."))).ok
    assert (await replay.ask("k", w.AddNote("Her ble jeg redd."))).ok
    assert (await replay.ask("k", w.Talk("Så du det?"))).ok
    await replay.live(200)
    assert one.talked == [w.Talked("k", "k", "Så du det?")] == other.talked
    assert one.watching is not None
    assert [(note.at, note.by, note.text) for note in one.watching.notes] == [
        (9000, "t9", "Her så du opp."), (9000, "c1", "Her ble jeg redd."),
    ]  # fmt: skip
    refused = await replay.ask("t9", w.RemoveNote("2"))
    assert refused.refusal is not None
    assert refused.refusal.code == "no_such_note"
    await replay.close()
    again = Replay(place)
    await again.open()
    late = await again.come("new", "client", "c1")
    assert (await again.ask("new", w.RemoveNote("2"))).ok
    await again.live(200)
    assert late.watching is not None
    assert [note.text for note in late.watching.notes] == ["Her så du opp."]
    await again.close()


async def test_a_note_that_cannot_be_kept_is_refused_and_shown_to_nobody(replay: Replay, place: Place) -> None:
    one = await replay.come("t9")
    place.path.rename(place.path.with_suffix(".away"))
    outcome = await replay.ask("t9", w.AddNote("Her"))
    assert outcome.refusal is not None
    assert outcome.refusal.code == "not_kept"
    await replay.live(200)
    assert one.watching is not None
    assert one.watching.notes == []
    await replay.close()


async def test_one_who_does_not_keep_up_is_shown_the_newest_place_once_they_have(replay: Replay) -> None:
    slow = await replay.come("t9")
    slow.acknowledges = False
    await replay.live(2 * TICK_MS)
    await replay.ask("t9", w.Seek(9000))
    slow.outbox.came_to(BYTES_AHEAD + 1)
    for at in (12_000, 20_000):
        await replay.live(2 * TICK_MS)
        await replay.ask("t9", w.Seek(at))
    assert slow.snapshots == 2
    assert slow.state is not None
    await replay.live(2 * TICK_MS)
    assert slow.snapshots == 2
    slow.outbox.seen(slow.state.seq)
    await replay.live(TICK_MS)
    assert slow.snapshots == 3
    has_the_moment(replay, slow, AS_STAFF)
    assert slow.outbox.behind == 1
    slow.outbox.seen(slow.state.seq)
    assert slow.outbox.behind == 0
    await replay.close()


async def test_a_reel_that_is_dragged_along_is_loaded_now_and_then_and_where_it_ends(replay: Replay) -> None:
    one = await replay.come("t9")
    await replay.live(1000)
    for at in range(4000, 24_000, 200):
        await replay.ask("t9", w.Seek(at))
        replay.ms += 10
        replay.session.stream.tick()
    assert one.snapshots == 1 + 1000 // LOAD_EVERY_MS
    await replay.live(100)
    has_the_moment(replay, one, AS_STAFF)
    await replay.close()


async def test_having_seen_the_newest_place_is_having_seen_all_before(replay: Replay) -> None:
    one = await replay.come("t9")
    one.acknowledges = False
    for at in (20_000, 4000, 12_000, 4000):
        await replay.live(2 * TICK_MS)
        await replay.ask("t9", w.Seek(at))
    assert one.outbox.behind == 4
    assert one.state is not None
    assert replay.session.newest > one.state.seq
    one.outbox.seen(one.state.seq)
    assert one.outbox.behind == 0
    await replay.close()


async def test_who_is_away_for_long_is_shown_no_more_and_their_body_neither(replay: Replay) -> None:
    one, other = await replay.come("t9"), await replay.come("k", "client", "c1")
    body = replay.session.body_of("k")
    assert body == FIRST_WATCHER_BODY + 1
    replay.session.stream.bodies.put(body, pack_pose(((0.0, 1.6, 0.0), (0.0, 0.0, 0.0, 1.0))))
    assert body in rows_in(replay.session.stream._whole("t9", 0))
    await replay.ask("k", w.WanderOff(True))
    replay.session.leave(other)
    replay.session.set_here(replay.actors["k"], False)
    await replay.live(AWAY_MS - TICK_MS)
    assert one.watching is not None
    assert [watcher.here for watcher in one.watching.watchers] == [True, False]
    await replay.live(200)
    assert [watcher.id for watcher in one.watching.watchers] == ["t9"]
    assert body not in rows_in(replay.session.stream._whole("t9", 0))
    assert len(replay.session.screenings()) == 1
    assert replay.session.empty_for() == 0
    replay.session.leave(one)
    await replay.live(5000)
    assert replay.session.empty_for() == 5000
    await replay.close()
