"""The scene's time: running, standing still, cut by what was not recorded."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rooms import facts as f
from rooms.measures.clock import SceneClock
from tests.unit.rooms.measures import tiny


def clock_of(edges: list[int], gaps: list[tuple[int, int]], until: int = 1000) -> SceneClock:
    """Runs from the first edge to the second, from the third to the fourth, ..."""
    phases: list[tuple[int, f.Fact]] = []
    for number, t in enumerate(edges):
        phases.append((t, tiny.phase("paused", "pause") if number % 2 else tiny.phase("running", "continue")))
    return SceneClock(tiny.stamped(*phases), until, gaps)


def test_gaps_are_taken_out() -> None:
    assert clock_of([100, 500, 600], [(50, 120), (200, 300), (900, 2000)]).ran == [(120, 200), (300, 500), (600, 900)]


def test_running_twice_in_a_row_is_running() -> None:
    log = tiny.stamped((100, tiny.phase("running", "start")), (300, tiny.phase("running", "continue")))
    assert SceneClock(log, 500).ran == [(100, 500)]


_times = st.lists(st.integers(0, 1000), max_size=7).map(sorted)
_gaps = st.lists(
    st.tuples(st.integers(0, 1000), st.integers(0, 300)).map(lambda gap: (gap[0], gap[0] + gap[1])), max_size=3
)


@given(_times, _gaps, st.integers(0, 1000), st.integers(0, 1000))
def test_its_ways_of_telling_the_time_agree(edges: list[int], gaps: list[tuple[int, int]], start: int, ms: int) -> None:
    clock = clock_of(edges, gaps)
    later = clock.after(start, ms)
    if later < 1000 and ms:
        assert clock.between(start, later) == ms
    both = clock.scene(np.array([start, later]))
    assert both[1] - both[0] == (clock.between(start, later) if later >= start else -clock.between(later, start))
    assert clock.total() == clock.between(0, 1000)
    assert len(clock.grid(1)) == clock.total()
