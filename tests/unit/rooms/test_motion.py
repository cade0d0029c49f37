"""Where a walk is: in time, on the path, and as fast as it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms.motion import arrival, bearing, distance, path_length, standing_at, turn_between
from rooms.people import Motion

metres = st.floats(-30, 30)
points = st.tuples(metres, metres)
walks = st.builds(
    Motion,
    path=st.lists(points, min_size=1, max_size=6),
    start=st.integers(0, 10**7),
    speed=st.floats(0.3, 8),
    facing=st.floats(-180, 180),
    posture=st.just("stand"),
)


@given(walk=walks, early=st.integers(0, 10_000))
def test_it_starts_at_the_first_point_and_ends_at_the_last(walk: Motion, early: int) -> None:
    assert standing_at(walk, walk.start - early).at == pytest.approx(walk.path[0], abs=1e-9)
    end = standing_at(walk, arrival(walk))
    assert end.at == pytest.approx(walk.path[-1], abs=0.01)
    after = standing_at(walk, arrival(walk) + 1)
    assert (after.at, after.facing, after.speed) == (walk.path[-1], walk.facing, 0.0)


@given(walk=walks, times=st.tuples(st.integers(0, 400_000), st.integers(0, 400_000)))
def test_nobody_is_faster_than_they_walk(walk: Motion, times: tuple[int, int]) -> None:
    one, other = sorted(times)
    moved = distance(standing_at(walk, walk.start + one).at, standing_at(walk, walk.start + other).at)
    assert moved <= (other - one) / 1000 * walk.speed + 1e-6


@given(walk=walks, ms=st.integers(0, 400_000))
def test_the_path_is_not_left(walk: Motion, ms: int) -> None:
    at = standing_at(walk, walk.start + ms).at
    legs = zip(walk.path, walk.path[1:] or walk.path, strict=False)
    detours = [distance(a, at) + distance(at, b) - distance(a, b) for a, b in legs]
    assert min(detours) < 1e-6


def test_on_the_way_it_faces_where_it_goes() -> None:
    walk = Motion([(0.0, 0.0), (2.0, 0.0), (2.0, -2.0)], 0, 1.0, 33.0, "stand")
    assert standing_at(walk, 500).facing == 90.0
    assert abs(standing_at(walk, 2500).facing) == 180.0
    assert standing_at(walk, 4000).facing == 33.0
    assert path_length(walk.path) == 4.0


def test_one_point_stands() -> None:
    assert arrival(Motion([(1.0, 1.0)], 700, 1.0, 0.0, "stand")) == 700


@given(a=st.floats(-1000, 1000), b=st.floats(-1000, 1000))
def test_a_turn_is_the_short_way_round(a: float, b: float) -> None:
    assert 0 <= turn_between(a, b) <= 180
    assert turn_between(a, b) == pytest.approx(turn_between(b, a), abs=1e-6)
    assert turn_between(a, a + 360) == pytest.approx(0, abs=1e-6)


@given(a=points, b=points)
def test_a_bearing_leads_there(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert -180 <= bearing(a, b) <= 180
