"""Join codes in virtual time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.codes import ALPHABET, FAILURES_A_MINUTE, LENGTH, LIFETIME_S, JoinCodes, TooManyTriesError, normalise


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_code_has_eight_crockford_characters(clock: Clock) -> None:
    code, until = JoinCodes(clock).make("s1", "client")
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    assert until == clock.now + LIFETIME_S


def test_a_code_opens_its_session_once(clock: Clock) -> None:
    codes = JoinCodes(clock)
    code, _ = codes.make("s1", "peer")
    grant = codes.use(code)
    assert grant is not None
    assert (grant.session, grant.role) == ("s1", "peer")
    assert codes.use(code) is None


def test_a_code_ends_after_ten_minutes(clock: Clock) -> None:
    codes = JoinCodes(clock)
    code, _ = codes.make("s1", "client")
    clock.now += LIFETIME_S
    assert codes.use(code) is None


def test_codes_are_not_kept_in_the_open(clock: Clock) -> None:
    codes = JoinCodes(clock)
    code, _ = codes.make("s1", "client")
    assert code not in repr(vars(codes))


def test_many_wrong_codes_make_everyone_wait_a_minute_and_no_longer(clock: Clock) -> None:
    codes = JoinCodes(clock)
    good, _ = codes.make("s1", "client")
    for number in range(FAILURES_A_MINUTE):
        assert codes.use(f"WRONG{number:03}") is None
    with pytest.raises(TooManyTriesError):
        codes.use(good)
    clock.now += 60
    assert codes.use(good) is not None


@given(st.text(ALPHABET, min_size=8, max_size=8), st.booleans(), st.sampled_from(["", " ", "-"]))
def test_a_code_is_read_as_it_was_meant(code: str, lower: bool, between: str) -> None:
    written = code[:4] + between + code[4:]
    slipped = written.replace("0", "O").replace("1", "l" if lower else "I")
    assert normalise(slipped.lower() if lower else slipped) == code
