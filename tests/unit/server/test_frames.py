"""The stream's few kinds of frames against another implementation of the standard, in whatever pieces they come."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wsproto.frame_protocol import CloseReason, FrameProtocol, Opcode

from server.frames import (
    BINARY,
    CLOSE,
    MOST_PAYLOAD,
    PING,
    PONG,
    FrameError,
    FrameReader,
    binary_frame,
    close_frame,
    pong_frame,
    text_frame,
    unmasked,
)

Message = tuple[int, bytes]
payloads = st.binary(max_size=MOST_PAYLOAD)
messages = st.tuples(st.sampled_from((BINARY, PING, PONG)), payloads)


def as_a_page_sends(found: list[Message]) -> bytes:
    """The messages in frames, masked by chance, as another implementation writes them."""
    client = FrameProtocol(client=True, extensions=[])
    sent = b""
    for kind, payload in found:
        if kind == BINARY:
            sent += client.send_data(payload)
        else:
            sent += client.ping(payload) if kind == PING else client.pong(payload)
    return sent


def in_pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[start:end] for start, end in pairwise(places)]


def read_by_a_page(data: bytes) -> list[tuple[Opcode, object]]:
    reader = FrameProtocol(client=True, extensions=[])
    reader.receive_bytes(data)
    return [(frame.opcode, frame.payload) for frame in reader.received_frames() if frame.message_finished]


@given(st.lists(messages, max_size=8), st.lists(st.integers(0, 2000), max_size=8))
def test_what_a_page_sends_is_read_however_it_is_cut(found: list[Message], cuts: list[int]) -> None:
    reader = FrameReader()
    read = [message for piece in in_pieces(as_a_page_sends(found), cuts) for message in reader.feed(piece)]
    assert read == found


@given(st.binary(min_size=4, max_size=4), payloads)
def test_a_mask_taken_off_is_a_mask_put_on(mask: bytes, payload: bytes) -> None:
    masked = bytes(byte ^ mask[place % 4] for place, byte in enumerate(payload))
    assert unmasked(mask, masked) == payload


@given(st.binary(max_size=700) | st.binary(min_size=125, max_size=127))
def test_what_we_write_is_read_by_a_page(payload: bytes) -> None:
    assert read_by_a_page(binary_frame(payload)) == [(Opcode.BINARY, payload)]


@given(payloads)
def test_a_ping_is_answered_with_what_it_held(payload: bytes) -> None:
    assert read_by_a_page(pong_frame(payload)) == [(Opcode.PONG, payload)]


def test_a_goodbye_carries_its_code() -> None:
    assert read_by_a_page(close_frame(4401)) == [(Opcode.CLOSE, (4401, ""))]


def test_a_pages_goodbye_is_read() -> None:
    sent = FrameProtocol(client=True, extensions=[]).close(CloseReason.NORMAL_CLOSURE)
    assert [kind for kind, _ in FrameReader().feed(bytes(sent))] == [CLOSE]


@pytest.mark.parametrize(
    "head",
    [
        bytes((BINARY, 32)),  # not masked
        bytes((0x02, 0x80 | 32)),  # the first of several
        bytes((0x80, 0x80 | 32)),  # the last of several
        bytes((0x81, 0x80 | 32)),  # text
        bytes((0xC2, 0x80 | 32)),  # packed
        bytes((BINARY, 0x80 | 126)),  # longer than ours
        bytes((BINARY, 0x80 | 127)),
    ],
)
def test_what_pages_never_send_ends_it(head: bytes) -> None:
    with pytest.raises(FrameError):
        list(FrameReader().feed(head + bytes(40)))


@given(st.lists(st.binary(max_size=200), max_size=20))
def test_whatever_comes_at_most_one_frame_is_held(pieces: list[bytes]) -> None:
    reader = FrameReader()
    try:
        for piece in pieces:
            list(reader.feed(piece))
            assert len(reader._rest) <= 6 + MOST_PAYLOAD
    except FrameError:
        pass


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536, 70_000])
def test_whatever_its_length_another_library_reads_what_we_write(size: int) -> None:
    assert read_by_a_page(binary_frame(bytes(size))) == [(Opcode.BINARY, bytes(size))]
    assert read_by_a_page(text_frame("å" * size)) == [(Opcode.TEXT, "å" * size)]
