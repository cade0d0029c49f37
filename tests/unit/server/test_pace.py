"""How a sender is slowed and cut, and how little it can make us write."""

from __future__ import annotations

from typing import Any

import structlog
from hypothesis import given
from hypothesis import strategies as st

from server.counts import LATE_MS, Lateness
from server.pace import CUT, PATIENCE_S, Pace
from server.sender_log import SenderLog


@given(st.lists(st.floats(0.0251, 1.0), max_size=300))
def test_one_who_keeps_within_the_pace_never_waits(gaps: list[float]) -> None:
    pace, now = Pace(40, 40, 0.0), 0.0
    for gap in gaps:
        now += gap
        assert pace.take(now) == 0.0


def test_a_burst_is_let_through_and_what_follows_is_slowed_to_the_pace() -> None:
    pace, now = Pace(40, 40, 0.0), 0.0
    assert [pace.take(now) for _ in range(40)] == [0.0] * 40
    waits = []
    for _ in range(40):
        waits.append(pace.take(now))
        now += waits[-1]
    assert sum(waits) == 1.0


def test_one_who_floods_on_is_cut_and_one_who_rests_is_forgiven() -> None:
    def flood(pace: Pace, start: float, seconds: float) -> float:
        now, wait = start, 0.0
        while now - start < seconds and wait != CUT:
            wait = pace.take(now)
            now += wait if wait != CUT else 0.0
            now += 1e-4
        return wait

    assert flood(Pace(120, 120, 0.0), 0.0, PATIENCE_S + 2.5) == CUT
    rested = Pace(120, 120, 0.0)
    assert flood(rested, 0.0, 3.0) != CUT
    assert flood(rested, 5.0, 3.0) != CUT
    assert flood(rested, 10.0, 3.0) != CUT


def test_a_sender_makes_one_line_a_second_and_the_rest_are_counted() -> None:
    now = 0.0
    with structlog.testing.capture_logs() as written:
        log = SenderLog(structlog.get_logger("test"), lambda: now)
        for number in range(100):
            now = number * 0.05
            log.say("cut", why="malformed")
    assert len(written) == 5
    lines: list[Any] = [line.get("held_back", 0) for line in written]
    assert lines == [0, 19, 19, 19, 19]


@given(st.lists(st.floats(0, 5000)))
def test_each_lateness_falls_into_one_bucket(found: list[float]) -> None:
    lateness = Lateness()
    for one in found:
        lateness.add(one)
    assert sum(lateness.buckets) == lateness.count == len(found)
    assert lateness.buckets[-1] == sum(one > LATE_MS[-1] for one in found)
