"""Join codes in virtual time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.codes import ALPHABET, LENGTH, LIFETIME_S, MOST_CODES, JoinCodes, normalise


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


def test_codes_are_kept_as_hashes_with_a_salt_each(clock: Clock) -> None:
    codes = JoinCodes(clock, draw=lambda alphabet: alphabet[7])
    code, _ = codes.make("s1", "client")
    codes.make("s2", "peer")
    first, second = codes._kept
    assert code not in repr(vars(codes))
    assert (first.salt != second.salt, first.sealed != second.sealed) == (True, True)


def test_the_oldest_code_goes_when_the_table_is_full(clock: Clock) -> None:
    codes = JoinCodes(clock)
    made = [codes.make("s1", "client")[0] for _ in range(MOST_CODES + 1)]
    assert len(codes) == MOST_CODES
    assert codes.use(made[0]) is None
    assert codes.use(made[1]) is not None


def test_what_is_no_code_opens_nothing(clock: Clock) -> None:
    codes = JoinCodes(clock)
    codes.make("s1", "client")
    for text in ("", "\ud800", "æ" * 40, "\x00" * 8):
        assert codes.use(text) is None


@given(st.text(ALPHABET, min_size=8, max_size=8), st.booleans(), st.sampled_from(["", " ", "-"]))
def test_a_code_is_read_as_it_was_meant(code: str, lower: bool, between: str) -> None:
    written = code[:4] + between + code[4:]
    slipped = written.replace("0", "O").replace("1", "l" if lower else "I")
    assert normalise(slipped.lower() if lower else slipped) == code
