"""Guessing codes, in virtual time: the limit holds, and honest people get in beside those who guess."""

from __future__ import annotations

import random
from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.codes import ALPHABET, LENGTH, MOST_CODES, JoinCodes
from server.join_door import (
    A_SECOND,
    AT_ONCE,
    FORGIVEN_AFTER_S,
    MOST_WAITING,
    PATIENCE_S,
    Sender,
    Try,
    Turns,
)

MINUTE_S = 60.0


class Door:
    """A door in virtual time that notes when each wrong code was tried."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.codes = JoinCodes(self.clock)
        self.turns = Turns(self.codes, self.clock, random.Random(7))
        self.wrong: list[float] = []
        self.in_vain = 0

    def clock(self) -> float:
        return self.now

    def come(self, code: str, address: str, connection: str = "1") -> tuple[Try, list[float]]:
        """A try, and where the time of its answer will stand."""
        answered: list[float] = []

        def tell() -> None:
            answered.append(self.now)
            if one.in_vain:
                self.in_vain += 1
            elif one.grant is None:
                self.wrong.append(self.now)

        one = self.turns.come(code, Sender(address, connection), tell)
        self.turns.step()
        return one, answered

    def advance(self, seconds: float) -> None:
        until = self.now + seconds
        while (wait := self.turns.step()) is not None and self.now + wait <= until:
            self.now += max(wait, 1e-6)
        self.now = until

    def most_in_a_minute(self) -> int:
        window: deque[float] = deque()
        most = 0
        for at in self.wrong:
            window.append(at)
            while at - window[0] >= MINUTE_S:
                window.popleft()
            most = max(most, len(window))
        return most


def guess(door: Door, guesses: int, addresses: int, connections: int) -> None:
    """`guesses` wrong codes, each sender sending its next as soon as it is answered, in step with the virtual clock."""
    senders = [(f"a{number % addresses}", f"c{number}") for number in range(connections)]
    waiting: dict[tuple[str, str], list[float]] = {}
    while guesses:
        for sender in senders:
            if guesses and (sender not in waiting or waiting[sender]):
                guesses -= 1
                waiting[sender] = door.come("WRONGWRO", *sender)[1]
        door.advance(1.0)


@pytest.mark.parametrize(("addresses", "connections"), [(1, 1), (1, 100), (50, 100), (100, 100)])
def test_of_5000_guesses_no_more_than_60_a_minute_are_tried(addresses: int, connections: int) -> None:
    door = Door()
    guess(door, 5000, addresses, connections)
    door.advance(60)
    assert len(door.wrong) + door.in_vain == 5000
    assert 50 <= door.most_in_a_minute() <= 60
    assert len(door.turns) == 0


@given(st.lists(st.tuples(st.floats(0, 30), st.integers(1, 40)), max_size=30))
def test_no_minute_holds_more_than_60_whenever_they_come(waves: list[tuple[float, int]]) -> None:
    door = Door()
    for pause, guesses in waves:
        door.advance(pause)
        for _ in range(guesses):
            door.come("WRONGWRO", "a")
    door.advance(PATIENCE_S)
    assert door.most_in_a_minute() <= 60
    assert len(door.turns) == 0


@pytest.mark.parametrize(
    ("addresses", "connections", "at"),
    [(1, 100, "elsewhere"), (50, 100, "elsewhere"), (100, 100, "elsewhere"), (1, 1, "a0"), (1, 100, "a0")],
)
def test_an_honest_person_gets_in_while_somebody_guesses(addresses: int, connections: int, at: str) -> None:
    """Also from behind the same address as those who guess, as in a clinic with one way out."""
    door = Door()
    guess(door, 2000, addresses, connections)
    code, _ = door.codes.make("s1", "client")
    came = door.now
    one, answered = door.come(code, at, "their own")
    guess(door, 200, addresses, connections)
    assert one.grant is not None
    assert answered[0] - came <= 3 / A_SECOND


def test_one_who_mistypes_twice_still_goes_before_those_who_guess() -> None:
    door = Door()
    guess(door, 500, 20, 100)
    code, _ = door.codes.make("s1", "client")
    began = door.now
    for typed in ("WRONGWR1", "WRONGWR2", code):
        one, answered = door.come(typed, "elsewhere")
        while not answered:
            guess(door, 100, 20, 100)
    assert one.grant is not None
    assert answered[0] - began <= 10 / A_SECOND


def test_right_codes_cost_nothing_and_a_group_comes_in_at_once() -> None:
    door = Door()
    for _ in range(100):
        one, answered = door.come(door.codes.make("s1", "client")[0], "the clinic")
        assert (one.grant is not None, answered) == (True, [door.now])


def test_the_first_wrong_codes_are_answered_at_once_and_the_next_soon() -> None:
    door = Door()
    answers = [door.come("WRONGWRO", "a")[1] for _ in range(AT_ONCE + 1)]
    assert [bool(answered) for answered in answers] == [True] * AT_ONCE + [False]
    door.advance(1 / A_SECOND + 0.001)
    assert answers[-1]


def test_one_who_waits_in_vain_is_told_after_ten_seconds() -> None:
    door = Door()
    tries = [door.come("WRONGWRO", "a", f"{number}") for number in range(100)]
    door.advance(PATIENCE_S)
    assert all(answered for _, answered in tries)
    assert max(answered[0] for _, answered in tries) <= 1000.0 + PATIENCE_S + 0.001
    assert sum(one.in_vain for one, _ in tries) == 100 - AT_ONCE - int(PATIENCE_S * A_SECOND)


def test_when_too_many_wait_those_who_tried_most_make_way() -> None:
    door = Door()
    for number in range(AT_ONCE + MOST_WAITING):
        door.come("WRONGWRO", "a", f"{number % 10}")
    code, _ = door.codes.make("s1", "client")
    one, answered = door.come(code, "a", "their own")
    assert len(door.turns) == MOST_WAITING
    assert not answered
    door.advance(1 / A_SECOND + 0.001)
    assert one.grant is not None


def test_nothing_is_remembered_of_those_who_have_gone() -> None:
    door = Door()
    guess(door, 1000, 100, 100)
    door.advance(FORGIVEN_AFTER_S + PATIENCE_S)
    assert (len(door.turns), len(door.turns.tries)) == (0, 0)


def test_a_code_is_guessed_less_than_once_in_a_hundred_years() -> None:
    """With as many codes open, always, as the table holds."""
    guesses_a_year = 60 * 60 * 24 * 365
    assert guesses_a_year * MOST_CODES / len(ALPHABET) ** LENGTH < 0.01
