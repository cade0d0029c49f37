"""Whose turn it is to open a WebSocket, in virtual time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.counts import Counts
from server.strangers import AT_ONCE, ONE_EVERY_S, Strangers


@given(st.lists(st.floats(0, 0.05), min_size=1, max_size=200))
def test_however_they_come_they_are_let_in_one_after_another(gaps: list[float]) -> None:
    strangers, now, turns = Strangers((), Counts()), 100.0, []
    for gap in gaps:
        now += gap
        turns.append(now + strangers.wait_for_turn(now))
    assert turns == sorted(turns)
    for number, turn in enumerate(turns):
        at_once = sum(turn <= other < turn + 0.1 for other in turns[number:])
        assert at_once <= AT_ONCE + 0.1 / ONE_EVERY_S + 2


def test_the_first_few_wait_for_nothing_and_a_crowd_for_its_own_length() -> None:
    strangers = Strangers((), Counts())
    waits = [strangers.wait_for_turn(5.0) for _ in range(160)]
    assert waits[: AT_ONCE + 1] == [0.0] * (AT_ONCE + 1)
    assert 0.5 < waits[-1] < 0.7
