"""Where a recording says nothing for a while, and where somebody comes into it or leaves it."""

from __future__ import annotations

from rooms import intents as i
from rooms import watching as w
from server.recording.owners import person_without
from tests.unit.server.recording.kit import NOBODY, Place, RecordedRoom, a_session, copy_of
from tests.unit.server.replay.kit import TICK_MS, Replay
from tests.unit.server.replay.seen import AS_CLIENT, AS_STAFF, has_the_moment


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
