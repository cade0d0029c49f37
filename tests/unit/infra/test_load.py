"""How the load generator counts: what it calls late, lost, held and grown."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.load.figures import arrivals, latencies, percentile_ms
from infra.load.run import Figures, Lines
from infra.load.soak import Sample, summary
from rooms.bodies import Bodies, pack_pose

AT = ((0.0, 1.6, 0.0), (0.0, 0.0, 0.0, 1.0))
HELD = Figures(
    rooms=10, members=8, seconds=20, latency_ms_p50=18, latency_ms_p95=33, latency_ms_p99=35, cpu_share=0.2,
    down_bytes_per_client_s=5700, delivered_share=1.0, company=1, line_every_s=5, line_ms_p50=5, line_ms_p99=20,
    lines_heard_share=1.0, generator_cpu_share=0.2, memory_mb=160, memory_empty_mb=90, counts=True,
)  # fmt: skip


def tick(**numbers: int) -> bytes:
    """A tick in which body b3 has sent its pose number 7: tick(b3=7)."""
    bodies = Bodies(12)
    for name, number in numbers.items():
        bodies.put(int(name[1:]), pack_pose(AT, AT, AT)[:-4] + number.to_bytes(4, "little"))
    packet = bodies.take_tick(0)
    assert packet is not None
    return packet


def test_a_pose_is_as_late_as_its_first_arrival() -> None:
    received = [(10.5, tick(b0=0, b1=0)), (10.6, tick(b0=1)), (10.9, tick(b0=1, b1=0))]
    sent = {0: np.array([10.4, 10.55]), 1: np.array([10.1]), 2: np.array([10.0])}
    took, due = latencies(received, 2, sent, 10.0, 11.0)
    assert sorted(took.round(3)) == [0.05, 0.1, 0.4]
    assert due == 3


def test_what_never_came_is_due_and_ones_own_poses_are_not() -> None:
    took, due = latencies([(10.5, tick(b0=1))], 1, {0: np.array([10.1, 10.2]), 1: np.array([10.1])}, 10.0, 11.0)
    assert (len(took), due) == (1, 2)


def test_what_was_sent_before_or_after_the_time_of_measuring_is_not_counted() -> None:
    took, due = latencies([(10.5, tick(b0=0)), (12.0, tick(b0=1))], 1, {0: np.array([9.9, 11.5])}, 10.0, 11.0)
    assert (len(took), due) == (0, 0)


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 2**32 - 1)), max_size=20))
def test_every_body_of_every_tick_is_read_as_it_was_sent(found: list[tuple[int, int]]) -> None:
    received = [(float(at), tick(**{f"b{body}": number})) for at, (body, number) in enumerate(found)]
    at, bodies, numbers = arrivals([(0.0, b"\x00"), *received])
    assert list(zip(bodies.tolist(), numbers.tolist(), strict=True)) == found
    assert at.tolist() == [float(number) for number in range(len(found))]


def test_nothing_has_no_percentile() -> None:
    assert percentile_ms(np.empty(0), 99) == 0.0
    assert percentile_ms(np.array([0.01, 0.02, 0.03]), 50) == 20.0


@pytest.mark.parametrize(
    ("changed", "held"),
    [
        ({}, True),
        ({"latency_ms_p99": 50.0}, False),
        ({"delivered_share": 0.96}, False),
        ({"counts": False}, False),
    ],
)
def test_rooms_are_held_when_poses_come_in_time_and_the_generator_was_not_the_one_too_slow(
    changed: dict[str, float], held: bool
) -> None:
    assert msgspec.structs.replace(HELD, **changed).passes(50.0) is held


def test_a_line_is_due_to_everyone_and_timed_for_each() -> None:
    now = 1.0
    lines = Lines(lambda: now)
    words = lines.ask(3)
    lines.heard(1.25, words)
    lines.heard(1.5, words)
    lines.heard(2.0, "what an avatar answered")
    assert lines.seconds == [0.25, 0.5]
    assert lines.heard_share() == pytest.approx(0.6667)


def test_a_soak_tells_growth_by_the_slope() -> None:
    samples = [Sample(60.0 * n, 100.0 + n / 60, 20, 10.0 * n, 10.0 * n) for n in range(16)]
    found = summary(samples, 20, 8, 7)
    assert found.memory_growth_mb_h == pytest.approx(1.0)
    assert (found.open_files_first, found.open_files_last) == (20, 20)
    assert (found.late_ms_first, found.late_ms_last) == (1.0, 1.0)
    assert found.came_back == 7
