"""The dial: the ladder one axis and one level at a time, the client's ceiling over it, and help beside it."""

from __future__ import annotations

import pytest

from rooms import facts as f
from rooms import intents as i
from rooms.axes import AXES
from rooms.decide import open_room
from rooms.refusals import REFUSALS, Refusal
from tests.unit.rooms.kit import Room, of_kind


def begun(step: int = 1, **levels: int) -> Room:
    room = Room(step, levels=levels)
    room.begin()
    return room


def test_harder_walks_the_ladder_one_axis_by_one_level() -> None:
    room = begun()
    for step in range(2, room.script.steps() + 1):
        before, help_before = dict(room.state.levels), room.state.help
        room.do("t1", i.Harder())
        moved = sum(abs(room.state.levels[axis] - before[axis]) for axis in AXES) + room.state.help - help_before
        assert (room.state.step, moved) == (step, 1)
        assert (room.state.levels, room.state.help) == room.script.levels_at(step)
    assert room.refused("t1", i.Harder()) == "top_of_ladder"


def test_after_calmer_it_is_still_one_level_at_a_time() -> None:
    room = begun(step=9)
    room.do("c1", i.Calmer())
    assert room.state.levels["warmth"] == 0
    room.do("t1", i.Harder())
    assert (room.state.levels["warmth"], room.state.step) == (1, 9)
    room.do("t1", i.Harder())
    assert (room.state.levels["warmth"], room.state.step) == (2, 10)


def test_harder_never_lowers() -> None:
    room = begun(attention=3, load=2)
    for _ in range(room.script.steps()):
        if not isinstance(room.decide("t1", i.Harder()), Refusal):
            room.do("t1", i.Harder())
        assert (room.state.levels["attention"], room.state.levels["load"]) == (3, 2)


@pytest.mark.parametrize("intent", [i.Harder(), i.SetStep(3), i.SetLevel("warmth", 1), i.SetLevel("warmth", 4)])
def test_above_the_ceiling_is_a_plain_no(intent: i.Intent) -> None:
    room = begun(step=2)
    room.do("c1", i.SetCeiling("warmth", 0))
    assert room.refused("t1", intent) == "above_ceiling"
    refusal = REFUSALS["above_ceiling"]
    assert refusal.words["nb"] == "Klienten har satt grensen her."
    assert refusal.instead["en"] == "Only the client can raise it."


def test_a_lower_ceiling_takes_the_level_down() -> None:
    room = begun(closeness=3)
    facts = room.do("c1", i.SetCeiling("closeness", 1))
    assert facts[0] == f.CeilingSet("closeness", 1, "c1")
    assert room.state.levels["closeness"] == 1
    assert of_kind(facts, f.Moved)


def test_lowering_is_never_refused() -> None:
    room = begun(warmth=3, closeness=3)
    room.do("c1", i.SetCeiling("closeness", 4))
    room.do("c1", i.SetLevel("warmth", 1))
    assert room.state.levels["warmth"] == 1


def test_a_client_lowers_the_pressure_and_raises_the_ceiling_not_the_other_way_round() -> None:
    room = begun()
    assert room.refused("c1", i.SetLevel("warmth", 2)) == "only_down"
    assert room.refused("t1", i.SetCeiling("warmth", 1)) == "not_allowed"
    assert room.do("c1", i.SetLevel("warmth", 0)) == []


def test_anothers_ceiling_may_be_lowered_but_not_raised() -> None:
    room = begun()
    room.let_in("c2")
    room.do("c2", i.SetCeiling("warmth", 2))
    assert room.refused("c2", i.SetCeiling("warmth", 3)) == "not_yours"
    room.do("c1", i.SetCeiling("warmth", 3))


def test_the_board_follows_its_axis() -> None:
    room = begun()
    easy = room.state.boards["timetable"]["nb"]
    facts = room.do("t1", i.SetLevel("load", 3))
    assert of_kind(facts, f.BoardSet)
    assert len(room.state.boards["timetable"]["nb"]) > len(easy)
    assert not of_kind(room.do("t1", i.SetLevel("warmth", 1)), f.BoardSet)


def test_a_step_sets_everything_that_the_ladder_says() -> None:
    room = begun(attention=3)
    room.do("t1", i.SetStep(6))
    assert (room.state.levels, room.state.help) == room.script.levels_at(6)
    assert room.state.step == 6
    assert room.refused("t1", i.SetStep(room.script.steps() + 1)) == "no_such_step"


@pytest.mark.parametrize(("step", "code"), [(0, "no_such_step"), (99, "no_such_step"), (10, "start_above_ceiling")])
def test_a_room_that_cannot_open_says_why(step: int, code: str) -> None:
    refused = open_room(Room().script, "nb", dict.fromkeys(AXES, 1), step)
    assert isinstance(refused, Refusal)
    assert refused.code == code


def test_help_that_is_asked_for_is_logged_and_grows() -> None:
    room = Room()
    room.do("t1", i.SetHelp(2))
    room.begin()
    given = [of_kind(room.do("c1", i.AskHelp()), f.HelpGiven) for _ in range(2)]
    assert [fact.kind for (fact,) in given if isinstance(fact, f.HelpGiven)] == ["hint", "shown"]
    room.do("c1", i.SetHelp(3))
    assert room.do("c1", i.AskHelp()) == [f.HelpAsked("c1")]
    room.do("c1", i.SetHelp(0))
    room.do("t1", i.Pause())
    assert room.refused("c1", i.AskHelp()) == "no_help_here"


def test_staff_give_help_when_they_see_fit() -> None:
    room = Room()
    assert room.refused("t1", i.GiveHelp("shown")) == "no_help_here"
    room.begin()
    card = room.script.card("waiting")
    assert card is not None
    assert room.do("t1", i.GiveHelp("shown")) == [f.HelpGiven("shown", card.words, "waiting", "t1")]
