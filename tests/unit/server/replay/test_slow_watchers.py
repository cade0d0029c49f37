"""Watchers who do not keep up, and reels that are moved faster than they can be loaded."""

from __future__ import annotations

from rooms import watching as w
from server.replay.screening import LOAD_EVERY_MS
from server.replay.session import BYTES_AHEAD
from tests.unit.server.replay.kit import TICK_MS, Replay
from tests.unit.server.replay.seen import AS_STAFF, has_the_moment


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
