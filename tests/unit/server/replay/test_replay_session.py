"""Whatever watchers do, each has what the recording says of the moment they look at, as far as they may know it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rooms import intents as i
from rooms import watching as w
from rooms.facts import HeardAs, Marked, Whispered
from tests.unit.server.recording.kit import Place
from tests.unit.server.recording.test_any_recording import moments, played
from tests.unit.server.replay.kit import TICK_MS, Replay
from tests.unit.server.replay.seen import AS_CLIENT, AS_STAFF, has_the_moment

asked: st.SearchStrategy[w.Watch] = st.one_of(
    st.builds(w.Play, st.booleans()),
    st.builds(w.Play, st.just(True)),
    st.builds(w.SetSpeed, st.sampled_from(["0.25", "1", "2", "4"])),
    st.builds(w.Seek, st.integers(0, 60_000)),
    st.builds(w.WanderOff, st.booleans()),
    st.builds(w.AddNote, st.just("her")),
)


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
