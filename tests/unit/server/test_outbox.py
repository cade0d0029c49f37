"""What one connection is told, and what one who comes back is told. In virtual time."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from socketio.packet import EVENT

from infra.virtual_room import VirtualRoom
from rooms import intents as i
from rooms.facts import Stamped
from rooms.fold import apply
from rooms.state import MOST_LINES, MOST_NOTES
from rooms.wire import Snapshot
from server.outbox import MOST_UNSEEN, MOST_UNSEEN_BYTES, Message, Outbox, Packets, plain
from server.packets import FactPacket, event
from server.runner import KEPT_FACTS, KEPT_MS


@pytest.fixture
def room() -> VirtualRoom:
    """A client in the room and a therapist who let them in."""
    made = VirtualRoom("bus_stop")
    made.knock("t1", "therapist", "Nora")
    made.come("c1", "client", "Kim", by="t1")
    return made


Told = tuple[str, dict[str, Any]]


def come_back(room: VirtualRoom, who: str, after: int, epoch: str = "epoch") -> list[Told]:
    return read(Outbox(who, "epoch").start(room.runner.state, room.runner.log, room.ms, epoch, after))


def read(messages: list[Message]) -> list[Told]:
    return [(name, plain(payload)) for name, payload in messages]


def kinds(messages: list[Told]) -> list[str]:
    return [event for event, _ in messages]


def test_one_who_comes_back_is_told_what_was_missed_and_ends_where_the_others_are(room: VirtualRoom) -> None:
    _, payload = come_back(room, "t1", 0)[0]
    state = msgspec.convert(payload, Snapshot).state
    room.ask("t1", i.Continue())
    room.ask("t1", i.SetLevel("warmth", 1))
    ((event, missed),) = come_back(room, "t1", state.seq)
    assert event == "facts"
    for stamped in msgspec.convert(missed["facts"], list[Stamped]):
        apply(state, stamped)
    assert state == room.runner.state


def test_nothing_is_said_when_nothing_was_missed(room: VirtualRoom) -> None:
    assert come_back(room, "c1", room.runner.state.seq) == []


@pytest.mark.parametrize(("epoch", "after"), [("another", 3), ("epoch", 0), ("epoch", -1), ("epoch", 10_000)])
def test_what_belongs_to_another_log_brings_a_snapshot(room: VirtualRoom, epoch: str, after: int) -> None:
    assert kinds(come_back(room, "c1", after, epoch)) == ["snapshot"]


def test_one_whom_the_room_does_not_know_gets_the_scene_alone(room: VirtualRoom) -> None:
    ((event, payload),) = come_back(room, "stranger", 2)
    assert event == "snapshot"
    assert payload["state"]["people"] == {}
    assert payload["state"]["avatars"] == {}


def test_one_who_was_turned_away_meanwhile_is_never_known_to_the_client(room: VirtualRoom) -> None:
    """Judged by the room as it is afterwards, their knock would be told to everyone."""
    seen = room.runner.state.seq
    room.knock("x1", "client", "Feil rom")
    room.ask("t1", i.Decline("x1"))
    ((event, payload),) = come_back(room, "c1", seen)
    assert event == "snapshot"
    assert "Feil rom" not in str(payload)


def test_one_who_was_let_in_while_away_gets_the_whole_room(room: VirtualRoom) -> None:
    room.knock("p1", "peer", "Ola")
    seen = room.runner.state.seq
    room.ask("t1", i.Admit("p1"))
    ((event, payload),) = come_back(room, "p1", seen)
    assert event == "snapshot"
    assert set(payload["state"]["people"]) == {"t1", "c1", "p1"}


def test_one_who_left_and_knocks_again_with_the_same_seat_is_told_of_themselves_alone(room: VirtualRoom) -> None:
    outbox = Outbox("c1", "epoch")
    room.ask("c1", i.Leave())
    seen = len(room.runner.log)
    room.knock("c1", "client", "Kim")
    ((event, payload),) = read(outbox.tell(room.runner.state, room.runner.log[seen:], room.ms))
    assert event == "snapshot"
    assert set(payload["state"]["people"]) == {"c1"}
    ((event, payload),) = come_back(room, "c1", seen)
    assert set(payload["state"]["people"]) == {"c1"}


def test_one_who_knocks_is_told_that_they_are_asked_about_a_recording(room: VirtualRoom) -> None:
    outbox = Outbox("p1", "epoch")
    room.ask("t1", i.AskToRecord())
    seen = len(room.runner.log)
    room.knock("p1", "peer", "Ola")
    ((event, payload),) = read(outbox.tell(room.runner.state, room.runner.log[seen:], room.ms))
    assert event == "snapshot"
    assert set(payload["state"]["people"]) == {"p1"}
    assert (payload["state"]["recording"]["asked_by"], payload["state"]["recording"]["answers"]) == ("t1", {})


def test_too_much_missed_brings_a_snapshot(room: VirtualRoom) -> None:
    seen = room.runner.state.seq
    for number in range(MOST_UNSEEN - 1):
        room.ask("t1", i.Mark(f"{number}"))
    assert kinds(come_back(room, "t1", seen)) == ["facts"]
    room.ask("t1", i.Mark("one more"))
    assert kinds(come_back(room, "t1", seen)) == ["snapshot"]


def test_what_has_been_seen_is_no_longer_behind(room: VirtualRoom) -> None:
    outbox = Outbox("t1", "epoch")
    outbox.start(room.runner.state, room.runner.log, 0, None, 0)
    assert outbox.behind == 1
    first = room.runner.state.seq
    for text in "abc":
        room.ask("t1", i.Mark(text))
        outbox.tell(room.runner.state, room.runner.log[-1:], 0)
    assert outbox.behind == 4
    outbox.seen(first + 1)
    assert outbox.behind == 2


def test_facts_for_others_make_nobody_late(room: VirtualRoom) -> None:
    outbox = Outbox("c1", "epoch")
    room.ask("t1", i.Mark("for staff"))
    assert outbox.tell(room.runner.state, room.runner.log[-1:], 0) == []
    assert outbox.behind == 0


def test_one_who_missed_more_than_is_kept_gets_a_snapshot(room: VirtualRoom) -> None:
    seen = room.runner.state.seq
    for number in range(2 * KEPT_FACTS + 1):
        room.ask("t1", i.Mark(f"{number}"))
    assert room.runner.log[0].seq > seen + 1
    assert kinds(come_back(room, "t1", seen)) == ["snapshot"]


def test_one_who_was_away_for_longer_than_is_kept_gets_a_snapshot(room: VirtualRoom) -> None:
    seen = room.runner.state.seq
    room.ask("t1", i.Mark("while they were away"))
    room.advance(2 * KEPT_MS + 1000)
    room.ask("t1", i.Mark("just now"))
    assert kinds(come_back(room, "t1", seen)) == ["snapshot"]
    assert kinds(come_back(room, "t1", room.runner.state.seq - 1)) == ["facts"]
    assert kinds(come_back(room, "t1", room.runner.state.seq)) == []


def test_bytes_and_time_count_until_they_are_seen(room: VirtualRoom) -> None:
    outbox = Outbox("t1", "epoch")
    outbox.start(room.runner.state, room.runner.log, 0, None, 0)
    outbox.came_to(700)
    first = room.runner.state.seq
    for at, text in ((1000, "a"), (2000, "b")):
        room.ask("t1", i.Mark(text))
        outbox.tell(room.runner.state, room.runner.log[-1:], at)
        outbox.came_to(50)
    assert (outbox.bytes, outbox.unseen_for(4000)) == (800, 4000)
    outbox.seen(first + 1)
    assert (outbox.bytes, outbox.unseen_for(4000)) == (50, 2000)
    outbox.seen(first + 2)
    assert (outbox.bytes, outbox.unseen_for(9000)) == (0, 0)


def test_the_fullest_room_can_still_be_told_to_one_who_comes(room: VirtualRoom) -> None:
    """Or whoever fills it would keep the others out."""
    room.ask("t1", i.Continue())
    for _ in range(MOST_LINES):
        assert room.ask("c1", i.Say(text="😀" * 400)).ok
    for _ in range(MOST_NOTES):
        assert room.ask("t1", i.Mark("😀" * 200)).ok
    state = room.runner.state
    ((name, snapshot),) = Outbox("t1", "epoch").start(state, room.runner.log, room.ms, "epoch", 0)
    assert 600_000 < len(event(name, snapshot)) < MOST_UNSEEN_BYTES


def test_a_message_is_spelled_as_the_packets_that_engine_io_asks_for(room: VirtualRoom) -> None:
    room.ask("t1", i.Continue())
    room.ask("t1", i.Whisper("c1", "Ta den tiden du trenger 😀"))
    state = room.runner.state
    for _ in range(2):
        for name, payload in Outbox("t1", "epoch").start(state, room.runner.log, room.ms, "epoch", 1):
            spelled = FactPacket(packet_type=EVENT, namespace="/", data=[name, plain(payload)]).encode()
            assert event(name, payload) == spelled
        room.ask("c1", i.Leave())


def test_what_many_are_told_at_once_is_written_once_and_what_is_told_later_is_written_anew(room: VirtualRoom) -> None:
    packets, seen = Packets(), len(room.runner.log)
    room.ask("t1", i.Continue())
    news = room.runner.log[seen:]

    def told(who: str, now: int) -> bytes:
        (message,) = Outbox(who, "epoch").tell(room.runner.state, news, now)
        return packets.of(message)

    assert told("t1", 5) is told("t1", 5)
    assert told("t1", 5) == told("c1", 5)
    later = told("c1", 9)
    assert told("t1", 9) is later
    assert later not in (told("t1", 5), told("c1", 5))


def test_one_who_may_not_hear_all_gets_a_packet_of_their_own(room: VirtualRoom) -> None:
    packets, seen = Packets(), len(room.runner.log)
    room.knock("x1", "client", "Feil rom")
    room.ask("t1", i.Continue())
    news = room.runner.log[seen:]
    found = [packets.of(Outbox(who, "epoch").tell(room.runner.state, news, 0)[0]) for who in ("t1", "c1")]
    assert b"Feil rom" in found[0]
    assert b"Feil rom" not in found[1]
