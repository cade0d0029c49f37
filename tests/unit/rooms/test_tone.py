"""The share of negative replies that a level promises is the share delivered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rooms.axes import CRITICAL_SHARE
from rooms.tone import next_reply, speaking_ms


def replies(levels: list[int], owed: int = 0) -> tuple[list[bool], int]:
    given_so_far = []
    for level in levels:
        critical, owed = next_reply(owed, level)
        given_so_far.append(critical)
    return given_so_far, owed


@given(before=st.lists(st.integers(0, 4), max_size=30), level=st.integers(0, 4))
def test_any_eight_replies_at_one_level_are_within_one_of_its_share(before: list[int], level: int) -> None:
    """Also when the levels changed before."""
    _, owed = replies(before)
    critical, _ = replies([level] * 24, owed)
    for first in range(17):
        assert abs(sum(critical[first : first + 8]) - 8 * CRITICAL_SHARE[level]) <= 1


@given(levels=st.lists(st.integers(0, 4), max_size=60))
def test_what_is_owed_never_grows(levels: list[int]) -> None:
    for length in range(len(levels)):
        assert -2 <= replies(levels[:length])[1] <= 1


@given(levels=st.lists(st.integers(0, 4), min_size=1, max_size=60))
def test_over_changing_levels_the_sum_is_kept(levels: list[int]) -> None:
    critical, _ = replies(levels)
    assert abs(sum(critical) - sum(CRITICAL_SHARE[level] for level in levels)) < 1


@given(owed=st.integers(-2, 1))
def test_none_and_all_are_exact(owed: int) -> None:
    assert replies([0] * 8, owed)[0] == [False] * 8
    assert replies([4] * 8, owed)[0] == [True] * 8


def test_negative_replies_are_spread() -> None:
    assert replies([2] * 6)[0] == [True, False, True, False, True, False]


@given(st.text())
def test_a_line_lasts_long_enough_to_be_read_and_not_for_ever(text: str) -> None:
    assert 1400 <= speaking_ms(text) <= 9000
    assert speaking_ms(text + "x") >= speaking_ms(text)
