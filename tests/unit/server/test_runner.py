"""The room's only writer: order, time, repeated asks, listeners."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from infra.virtual_room import VirtualRoom
from rooms import intents as i
from rooms.facts import Stamped
from rooms.fold import apply
from rooms.state import RoomState
from server.outbox import MOST_UNSEEN
from server.runner import KEPT_FACTS, REMEMBERED_ASKS


@pytest.fixture
def room() -> VirtualRoom:
    made = VirtualRoom("bus_stop")
    made.knock("t1", "therapist", "Nora")
    return made


def test_the_log_folds_to_the_live_state_and_is_numbered_without_gaps(room: VirtualRoom) -> None:
    room.come("c1", "client", "Kim", by="t1")
    room.ask("t1", i.Continue())
    room.advance(4000)
    assert [stamped.seq for stamped in room.runner.log] == list(range(1, len(room.runner.log) + 1))
    folded = RoomState()
    for stamped in room.runner.log:
        apply(folded, stamped)
    assert folded == room.runner.state


def test_an_ask_sent_again_is_done_once_and_answered_the_same(room: VirtualRoom) -> None:
    ask, therapist = room.runner.ask, room.actors["t1"]
    first = ask(therapist, i.Mark("here"), "a1")
    room.ask("t1", i.Mark("in between"))
    assert ask(therapist, i.Mark("here"), "a1") == first
    assert [note.text for note in room.runner.state.notes] == ["here", "in between"]


def test_a_refusal_is_remembered_too(room: VirtualRoom) -> None:
    therapist = room.actors["t1"]
    refused = room.runner.ask(therapist, i.Admit("c1"), "a1")
    assert refused.refusal is not None
    room.knock("c1", "client", "Kim")
    assert room.runner.ask(therapist, i.Admit("c1"), "a1") == refused
    assert room.runner.ask(therapist, i.Admit("c1"), "a2").ok


def test_two_people_may_number_their_asks_alike(room: VirtualRoom) -> None:
    room.knock("t2", "therapist", "Siri")
    for who in ("t1", "t2"):
        room.runner.ask(room.actors[who], i.Mark(who), "a1")
    assert [note.by for note in room.runner.state.notes] == ["t1", "t2"]


def test_what_is_remembered_is_bounded_and_the_oldest_goes(room: VirtualRoom) -> None:
    therapist = room.actors["t1"]
    for number in range(REMEMBERED_ASKS + 1):
        room.runner.ask(therapist, i.Mark("x"), f"a{number}")
    marks = len(room.runner.log)
    room.runner.ask(therapist, i.Mark("x"), f"a{REMEMBERED_ASKS}")
    assert len(room.runner.log) == marks
    room.runner.ask(therapist, i.Mark("x"), "a0")
    assert len(room.runner.log) == marks + 1


def test_what_one_person_asks_pushes_out_nobody_elses_answers(room: VirtualRoom) -> None:
    room.come("c1", "client", "Kim", by="t1")
    assert room.runner.ask(room.actors["c1"], i.Calmer(), "once").ok
    for number in range(2 * REMEMBERED_ASKS):
        room.runner.ask(room.actors["t1"], i.Mark("x"), f"a{number}")
    facts = room.runner.state.seq
    room.ask("t1", i.SetLevel("attention", 2))
    after = room.runner.state.seq
    assert room.runner.ask(room.actors["c1"], i.Calmer(), "once").seq <= facts
    assert room.runner.state.seq == after


def test_listeners_hear_every_later_fact_in_order_until_they_stop(room: VirtualRoom) -> None:
    early: list[Stamped] = []
    late: list[Stamped] = []
    stop = room.runner.listen(early.extend)
    before = len(room.runner.log)
    room.come("c1", "client", "Kim", by="t1")
    room.runner.listen(late.extend)
    room.ask("t1", i.Mark("both"))
    stop()
    room.ask("t1", i.Mark("late alone"))
    assert early == room.runner.log[before:-1]
    assert late == room.runner.log[-2:]


def test_a_listener_that_stops_while_it_is_told_keeps_nobody_else_from_hearing(room: VirtualRoom) -> None:
    heard: list[str] = []

    def once(facts: list[Stamped]) -> None:
        heard.append("once")
        stop()

    stop = room.runner.listen(once)
    room.runner.listen(lambda facts: heard.append("always"))
    room.ask("t1", i.Mark("1"))
    room.ask("t1", i.Mark("2"))
    assert heard == ["once", "always", "always"]


def test_a_listener_that_fails_costs_neither_the_others_nor_the_one_who_asked(room: VirtualRoom) -> None:
    heard: list[str] = []

    def broken(facts: list[Stamped]) -> None:
        raise ZeroDivisionError

    room.runner.listen(broken)
    room.runner.listen(lambda facts: heard.append("later"))
    assert room.runner.ask(room.actors["t1"], i.Mark("x")).ok
    assert heard == ["later"]
    assert room.counts.listeners_failed == 1


def test_no_more_facts_are_kept_than_those_who_come_back_need(room: VirtualRoom) -> None:
    for number in range(3 * KEPT_FACTS):
        room.ask("t1", i.Mark(f"{number}"))
        assert len(room.runner.log) <= 2 * KEPT_FACTS
    kept = room.runner.log
    assert len(kept) >= KEPT_FACTS
    assert KEPT_FACTS > MOST_UNSEEN
    assert [stamped.seq for stamped in kept] == list(range(kept[0].seq, room.runner.state.seq + 1))
    assert room.counts.facts == room.runner.state.seq


def test_refusals_are_logged_once_a_second_for_each_sender_and_all_are_counted(room: VirtualRoom) -> None:
    room.come("c1", "client", "Kim", by="t1")
    with capture_logs() as heard:
        for _ in range(30):
            for who in ("c1", "t1"):
                assert not room.runner.ask(room.actors[who], i.Admit("nobody")).ok
        room.advance(1000)
        room.runner.ask(room.actors["c1"], i.Admit("nobody"))
    lines = [(one["role"], one["code"], one.get("held_back", 0)) for one in heard if one["event"] == "refused"]
    assert lines == [("client", "not_allowed", 0), ("therapist", "not_waiting", 0), ("client", "not_allowed", 29)]
    assert room.counts.refused == {"not_allowed": 31, "not_waiting": 30}
