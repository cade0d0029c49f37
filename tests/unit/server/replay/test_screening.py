"""What a seek takes, as it is counted for /metrics."""

from __future__ import annotations

from rooms import watching as w
from server.replay.screening import LOAD_EVERY_MS
from tests.unit.server.recording.kit import Place, a_session
from tests.unit.server.replay.kit import TICK_MS, Replay


async def test_a_seek_is_counted_from_the_first_wish_until_the_newest_place_is_shown(place: Place) -> None:
    a_session(place).writer.finish()
    replay = Replay(place)
    await replay.open()
    staff = await replay.come("t9")
    await replay.live(LOAD_EVERY_MS * 2)
    seeks, shown = replay.counts.seek_took, staff.snapshots
    before, spent = seeks.count, seeks.sum_ms
    for where in (9000, 12_000, 15_000):
        await replay.ask("t9", w.Seek(where))
        replay.ms += 10
    await replay.live(LOAD_EVERY_MS * 2)
    assert seeks.count - before == staff.snapshots - shown == 2
    assert seeks.sum_ms - spent == 20 + TICK_MS  # of the second wish; the first was shown at once
    assert replay.session.connected == 1
    await replay.close()
