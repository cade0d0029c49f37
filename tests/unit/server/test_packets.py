"""Whatever bytes arrive: a packet of ours within limits, or MalformedPacketError and nothing else."""

from __future__ import annotations

import tracemalloc
from typing import Any

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.packets import (
    MOST_BYTES,
    MOST_DEPTH,
    MOST_ITEMS,
    MOST_NUMBER,
    MOST_TEXT,
    FactPacket,
    MalformedPacketError,
)

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
nearly = st.fixed_dictionaries(
    {"type": st.integers(-1, 7) | plain, "nsp": st.just("/") | plain},
    optional={"data": plain, "id": st.integers(0, 99) | plain, "more": plain},
)


def read(data: Any) -> FactPacket | None:
    try:
        return FactPacket(encoded_packet=data)
    except MalformedPacketError:
        return None


def is_ours(packet: FactPacket) -> bool:
    named = packet.packet_type != 2 or isinstance(packet.data[0], str)
    return type(packet.packet_type) is int and packet.packet_type in range(3) and packet.namespace == "/" and named


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_a_packet_of_ours_or_malformed(data: bytes) -> None:
    packet = read(data)
    assert packet is None or is_ours(packet)


@given(nearly)
def test_anything_nearly_right_is_a_packet_of_ours_or_malformed(found: dict[str, Any]) -> None:
    packet = read(msgpack.packb(found))
    assert packet is None or ("more" not in found and is_ours(packet))


@given(st.sampled_from(["intent", "seen"]), st.dictionaries(st.text(), st.integers(0, 9)), st.none() | st.integers(0))
def test_what_is_written_is_read_again(name: str, payload: dict[str, int], number: int | None) -> None:
    number = None if number is None else number % 2**32
    packet = read(FactPacket(packet_type=2, data=[name, payload], namespace="/", id=number).encode())
    assert packet is not None
    assert (packet.packet_type, packet.id, packet.data) == (2, number, [name, payload])


@pytest.mark.parametrize(
    ("payload", "taken"),
    [
        ("x" * MOST_TEXT, True),
        ("x" * (MOST_TEXT + 1), False),
        ([0] * MOST_ITEMS, True),
        ([0] * (MOST_ITEMS + 1), False),
        ({str(key): 0 for key in range(MOST_ITEMS)}, True),
        ({str(key): 0 for key in range(MOST_ITEMS + 1)}, False),
    ],
)
def test_limits_hold_to_the_last_item(payload: Any, taken: bool) -> None:
    data = msgpack.packb({"type": 2, "nsp": "/", "data": ["seen", payload]})
    assert (read(data) is not None) is taken


def test_a_packet_of_more_than_the_limit_is_not_read() -> None:
    texts = ["x" * MOST_TEXT] * 8
    data = msgpack.packb({"type": 2, "nsp": "/", "data": ["seen", texts]})
    assert len(data) > MOST_BYTES
    assert read(data) is None


def test_text_is_no_packet() -> None:
    assert read("2[]") is None


def event(payload: Any) -> bytes:
    packed: bytes = msgpack.packb({"type": 2, "nsp": "/", "data": ["seen", payload]})
    return packed


def nested(depth: int) -> Any:
    return [nested(depth - 1)] if depth else 0


@pytest.mark.parametrize(
    ("payload", "taken"),
    [
        (nested(MOST_DEPTH - 2), True),
        (nested(MOST_DEPTH - 1), False),
        ([[{} for _ in range(60)] for _ in range(4)], True),
        ([[{} for _ in range(60)] for _ in range(5)], False),
        (1.5, True),
        (float("nan"), False),
        ([{"at": float("inf")}], False),
        (MOST_NUMBER, True),
        (-MOST_NUMBER - 1, False),
        ({1: 2}, False),
        (msgpack.ExtType(1, b""), False),
        (msgpack.Timestamp(0), False),
    ],
)
def test_depth_number_of_lists_and_kinds_of_values_have_limits(payload: Any, taken: bool) -> None:
    assert (read(event(payload)) is not None) is taken


def test_a_key_twice_is_refused() -> None:
    once = event({"seq": 1})
    assert read(once) is not None
    assert read(once.replace(b"\x81\xa3seq\x01", b"\x82\xa3seq\x01\xa3seq\x02")) is None


def test_the_number_of_an_event_is_one_that_a_browser_counts_to() -> None:
    assert [read(msgpack.packb({"type": 2, "nsp": "/", "data": ["seen"], "id": number})) is None
            for number in (0, -1, 2**53, True, 1.0)] == [False, True, True, True, True]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        b"\x80" * MOST_BYTES,
        b"\x91" * MOST_BYTES,
        b"\xdc\x00\x40" * 20_000,
        (b"\xdc\x00\x40" + b"\x80" * 63) * 900,
        b"\xdd\xff\xff\xff\xff" * 10_000,
        b"\xde\x00\x40\xa1a" * 12_000,
        b"\xdb\xff\xff\xff\xff" + b"x" * 60_000,
        msgpack.packb([[[{}] * 64] * 64] * 16)[:MOST_BYTES],
    ],
    ids=range(8),
)
def test_64_kib_of_anything_costs_little_memory(data: bytes) -> None:
    tracemalloc.start()
    try:
        assert read(data) is None
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
