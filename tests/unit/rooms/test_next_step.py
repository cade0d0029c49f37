"""What could come next: the table, read from the top, and where on the ladder it leads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms import intents as i
from rooms.facts_round import Wish
from rooms.next_step import WHY, Round, advise, suggest
from tests.unit.rooms.kit import Room

wishes = st.sampled_from([None, "again", "harder", "easier", "enough"])
rounds = st.builds(
    Round, st.one_of(st.none(), st.integers(0, 10)), st.integers(0, 10), st.integers(0, 9), st.integers(0, 5), wishes,
    st.booleans(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("round_", "advised"),
    [
        (Round(2, 7, 0, 2, "easier"), ("down", "wish_easier")),
        (Round(9, 7, 0, 2, "enough"), ("again", "enough")),
        (Round(8, 7, 0, 2, "harder"), ("down", "too_hard")),
        (Round(3, 7, 0, 2, None, paused_by_distress=True), ("down", "too_hard")),
        (Round(5, 7, 0, 2, "harder"), ("again", "near_limit")),
        (Round(4, 7, 0, 2, "again"), ("again", "wish_again")),
        (Round(None, 7, 0, 0, "harder"), ("up", "wish_harder")),
        (Round(None, 7, 0, 2, None), ("again", "not_rated")),
        (Round(2, 7, 3, 2, None), ("again", "much_help")),
        (Round(2, 7, 0, 0, None), ("again", "no_goal")),
        (Round(2, 7, 2, 1, None), ("up", "went_well")),
    ],
)
def test_the_table(round_: Round, advised: tuple[str, str]) -> None:
    assert advise(round_) == advised


@given(round_=rounds)
def test_never_up_when_it_was_too_hard_or_easier_was_wished(round_: Round) -> None:
    direction, why = advise(round_)
    assert why in WHY
    too_hard = round_.paused_by_distress or (round_.hardest is not None and round_.hardest > round_.limit)
    assert not (direction == "up" and (too_hard or round_.wish in ("easier", "enough", "again")))


@given(round_=rounds, more=st.integers(1, 10))
def test_a_harder_round_never_leads_higher(round_: Round, more: int) -> None:
    order = ("down", "again", "up")
    harder = Round(min(10, (round_.hardest or 0) + more), round_.limit, round_.helps, round_.goals, round_.wish)
    known = Round(round_.hardest or 0, round_.limit, round_.helps, round_.goals, round_.wish)
    assert order.index(advise(harder)[0]) <= order.index(advise(known)[0])


def at(step: int, wish: Wish) -> Room:
    room = Room(step=step)
    room.knock("c1")
    room.do("t1", i.Admit("c1"))
    room.do("t1", i.Continue())
    room.do("c1", i.MakeWish(wish))
    return room


def test_up_is_the_next_rung_and_within_the_ceiling() -> None:
    room = at(2, "harder")
    suggestion = suggest(room.state, room.script)
    assert (suggestion.next, suggestion.axis, suggestion.level) == ("up", "warmth", 1)
    room.do("c1", i.SetCeiling("warmth", 0))
    assert suggest(room.state, room.script).why == WHY["ceiling"]


def test_down_takes_back_what_the_step_added() -> None:
    room = at(3, "easier")
    suggestion = suggest(room.state, room.script)
    assert (suggestion.next, suggestion.axis, suggestion.level) == ("down", "warmth", 0)


def test_there_is_a_top_and_a_bottom() -> None:
    top = at(Room().script.steps(), "harder")
    assert suggest(top.state, top.script).why == WHY["top"]
    bottom = at(1, "easier")
    assert suggest(bottom.state, bottom.script).why == WHY["bottom"]
