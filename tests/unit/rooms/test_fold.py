"""Facts give the state: every type is folded, strangers change nothing, and what stood still goes on where it was."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from infra.virtual_room import load_script
from rooms import facts as f
from rooms.axes import AXES
from rooms.decide import open_room
from rooms.fold import APPLY, apply, fold
from rooms.state import MOST_LINES, MOST_NOTES, RoomState

WORDS: dict[Any, str] = {"nb": "hei", "en": "hi"}


def opened() -> RoomState:
    opening = open_room(load_script("bus_stop"), "nb", dict.fromkeys(AXES, 4))
    assert isinstance(opening, list)
    return fold([f.Stamped(number, 0, fact) for number, fact in enumerate(opening, 1)])


def then(state: RoomState, *facts: tuple[int, f.Fact]) -> RoomState:
    for t, fact in facts:
        apply(state, f.Stamped(state.seq + 1, t, fact))
    return state


def said(who: str, lasts: int = 2000, **more: Any) -> f.Said:
    return f.Said(who, WORDS, "nb", "authored", lasts, **more)


def phase(name: f.Phase, why: Any = "pause") -> f.PhaseChanged:
    return f.PhaseChanged(name, "t1", why)


def test_every_type_of_fact_is_folded() -> None:
    assert set(APPLY) == set(f.FACTS)


@pytest.mark.parametrize(
    "fact",
    [
        f.Declined("x", "t"), f.Left("x", "left"), f.Presence("x", False), f.Stood("x", (1.0, 1.0), 0.0),
        f.HeardAs(99, "yes", 0.5), f.Thinking("x", True), f.Taken("x", "t"), f.Released("x", "t"),
        f.Moved("x", [(0.0, 0.0)], 1.0, 0.0, "stand"), f.Looked("x", None), f.Gestured("x", "nod"),
    ],
    ids=lambda fact: type(fact).__name__,
)  # fmt: skip
def test_a_fact_about_a_stranger_changes_nothing(fact: f.Fact) -> None:
    state = opened()
    before = msgspec.to_builtins(state)
    then(state, (0, fact))
    assert msgspec.to_builtins(state) == {**before, "seq": before["seq"] + 1}


def test_the_session_begins_when_the_room_first_runs() -> None:
    state = then(opened(), (900, phase("ready", "again")))
    assert state.begun_t is None
    then(state, (1000, phase("running", "start")), (4000, phase("paused")), (9000, phase("running", "continue")))
    assert state.begun_t == 1000


def test_what_stood_still_goes_on_where_it_was() -> None:
    state = then(
        opened(),
        (1000, phase("running", "start")),
        (2000, f.Moved("berit", [(0.0, 0.0), (5.0, 0.0)], 1.0, 0.0, "stand")),
        (2000, f.PropSet("bus", "here")),
        (2500, f.Gestured("berit", "nod")),
        (3000, said("berit")),
        (4000, phase("paused")),
        (9000, phase("calm", "stop")),
    )
    assert msgspec.to_builtins(state)["frozen_at"] == 4000
    then(state, (14_000, phase("running", "continue")))
    berit = state.avatars["berit"]
    assert state.frozen_at is None
    assert berit.motion.start == 12_000
    assert berit.gesture is not None
    assert berit.gesture.t == 12_500
    assert state.props["bus"].t == 12_000
    assert state.floor is not None
    assert state.floor.until == 15_000


def test_what_begins_in_a_still_room_begins_when_it_moves_again() -> None:
    state = then(opened(), (1000, phase("running", "start")), (2000, phase("paused")))
    then(state, (5000, f.Moved("berit", [(0.0, 0.0), (5.0, 0.0)], 1.0, 0.0, "stand")), (8000, phase("running")))
    assert state.avatars["berit"].motion.start == 8000


def test_an_answer_marks_the_line_it_answers() -> None:
    state = then(opened(), (1, said("c1")), (2, said("c1")))
    first, second = (line.seq for line in state.lines)
    then(state, (3, said("berit", answers=second)))
    assert [line.answered for line in state.lines] == [False, True, False]
    assert state.line(first) is state.lines[0]
    assert state.line(999) is None


def test_a_question_stands_until_an_avatar_says_something_else() -> None:
    state = then(opened(), (1, said("c1")), (2, said("berit")), (2, f.AskedBack(5, "ask_time")), (3, said("c1")))
    assert state.asked is not None
    then(state, (4, said("berit")))
    assert state.asked is None


def test_negative_replies_are_owed_by_the_level_at_which_they_were_said() -> None:
    state = opened()
    levels = {**state.levels, "critical_replies": 1}
    then(state, (0, f.PressureSet(levels, 0, 1, "t", "axis")), (1, said("berit", critical=False)))
    assert state.critical_owed == 1
    then(state, (2, said("berit", critical=True)), (3, said("berit")))
    assert state.critical_owed == -2


def test_variants_are_counted_by_reply_tone_and_manner() -> None:
    state = then(opened(), (1, said("berit", reply="hello", tone="warm", critical=False)))
    then(
        state,
        (2, said("berit", reply="hello", tone="warm")),
        (3, said("berit", reply="hello", tone="cool", critical=True)),
    )
    assert state.uses == {"hello/warm/False": 2, "hello/cool/True": 1}


def test_old_lines_and_notes_make_room() -> None:
    state = opened()
    for number in range(MOST_LINES + 5):
        then(state, (number, said("c1")), (number, f.Marked("t1", str(number))))
    assert len(state.lines) == MOST_LINES
    assert len(state.notes) == MOST_NOTES
    assert state.notes[-1].text == str(MOST_LINES + 4)


def test_the_scene_stays_with_the_client_who_was_let_in_first() -> None:
    state = opened()
    for who in ("c1", "c2"):
        then(state, (0, f.Knocked(who, "client", who, "jonas", "nb")))
    for body, who in enumerate(("c2", "c1")):
        then(state, (1, f.Admitted(who, "client", who, "jonas", "nb", "t1", body, (0.0, 0.0), 0.0)))
    client = state.client()
    assert client is not None
    assert client.id == "c2"


def test_a_start_begins_with_no_goals_reached() -> None:
    state = then(opened(), (1, f.GoalReached("asked", WORDS)), (1, f.GoalReached("asked", WORDS)))
    assert state.goals == ["asked"]
    assert then(state, (2, phase("running", "start"))).goals == []
