"""The sending side of a stream with a pipe that is emptied by hand: newest wins, and nobody who stalls is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.readers import UNREAD_MS, Reader

WHOLE = b"everyone"


class HandPipe:
    """Holds what is written until it is emptied, as a socket does whose other side reads slowly."""

    def __init__(self) -> None:
        self.written: list[bytes] = []
        self.held = 0
        self.closing = False

    def write(self, data: bytes) -> None:
        assert not self.closing, "uvloop raises on a closed one"
        self.written.append(data)

    def get_write_buffer_size(self) -> int:
        return self.held

    def is_closing(self) -> bool:
        return self.closing


def test_one_who_keeps_up_gets_each_packet() -> None:
    pipe = HandPipe()
    reader = Reader(pipe)
    assert [reader.push(packet, 0) for packet in (b"1", b"2", b"3")] == [True] * 3
    assert pipe.written == [b"1", b"2", b"3"]


def test_one_who_is_late_gets_a_whole_picture_for_all_that_was_missed() -> None:
    pipe = HandPipe()
    reader = Reader(pipe)
    reader.push(b"1", 0)
    pipe.held = 1
    assert not reader.push(b"2", 33)
    assert not reader.caught_up(WHOLE, 33)
    pipe.held = 0
    assert not reader.push(b"3", 66), "a change alone means nothing to one who missed the last"
    assert reader.caught_up(WHOLE, 66)
    assert reader.push(b"4", 100)
    assert pipe.written == [b"1", WHOLE, b"4"]


def test_nothing_is_written_to_a_socket_that_has_ended() -> None:
    pipe = HandPipe()
    reader = Reader(pipe)
    pipe.closing = True
    assert not reader.push(b"1", 0)
    assert not reader.caught_up(WHOLE, 0)
    reader.tell(b"x")
    assert pipe.written == []


@pytest.mark.parametrize("reads", [True, False])
def test_one_who_does_not_say_what_it_has_read_is_stalled(reads: bool) -> None:
    reader = Reader(HandPipe())
    stalled = []
    for t in range(0, 20_000, 33):
        reader.push(b"tick", t)
        if reads and t % 1980 == 0:
            reader.has_read(t)
        stalled.append(reader.stalled(t))
    assert any(stalled) is not reads
    if not reads:
        assert stalled.index(True) * 33 == pytest.approx(UNREAD_MS, abs=66)


def test_one_who_reads_ever_older_ticks_is_stalled_too() -> None:
    """A byte a second: what it says to have read falls further and further behind."""
    reader = Reader(HandPipe())
    for t in range(0, 12_000, 33):
        reader.push(b"tick", t)
        reader.has_read(t // 330 * 33)
        if reader.stalled(t):
            break
    assert 4400 < t < 6500


def test_nobody_is_stalled_who_was_sent_nothing() -> None:
    reader = Reader(HandPipe())
    reader.push(b"tick", 100)
    reader.has_read(100)
    assert not reader.stalled(1_000_000)


@given(st.lists(st.integers(0, 2**32 - 1), max_size=20))
def test_saying_to_have_read_what_was_never_sent_buys_no_time(said: list[int]) -> None:
    reader = Reader(HandPipe())
    reader.push(b"tick", 1000)
    reader.push(b"tick", 2000)
    for t in said:
        if t not in range(1000, 2001):
            reader.has_read(t)
    assert reader.stalled(1001 + UNREAD_MS)
