"""What those who watch have of one another: notes, talk, and who is here."""

from __future__ import annotations

from rooms import watching as w
from rooms.bodies import pack_pose
from rooms.watching import FIRST_WATCHER_BODY
from server.replay.session import AWAY_MS
from tests.unit.server.recording.kit import Place
from tests.unit.server.replay.kit import TICK_MS, Replay, rows_in


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
