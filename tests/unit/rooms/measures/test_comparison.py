"""Two sessions side by side."""

from __future__ import annotations

import msgspec
import pytest

from rooms import facts as f
from rooms.measures.comparison import NotComparableError, compare
from rooms.measures.session import measure
from rooms.measures.tracks import tracks_of
from tests.unit.rooms.measures import tiny


def test_the_measures_of_both_stand_side_by_side() -> None:
    log = tiny.log()
    whole, half = measure(log, tracks_of(log, tiny.poses())), measure(log[:12], {})
    rows = {row.id: (row.first, row.second) for row in compare(half, whole)}
    assert rows == {
        "step": (1, 2),
        "goals": (0, 1),
        "minutes": (pytest.approx(9 / 60), pytest.approx(20 / 60)),
        "lines": (1, 2),
        "own_words": (3, 3),
        "cards": (0, 1),
        "speaking_share": (pytest.approx(100 * 1500 / 4500), pytest.approx(100 * 2900 / 6900)),
        "pause": (3, 2.5),
        "looks_share": (None, pytest.approx(70)),
        "nearest": (None, 0.85),
        "critical_share": (None, None),
        "helped": (1, 1),
        "stopped": (1, 1),
    }


def test_the_share_of_negative_replies_is_of_those_that_count() -> None:
    lines = [(3000, tiny.said("berit", "Nei", 10, critical=True)), (3100, tiny.said("berit", "Ja", 10, critical=False))]
    extra = [f.Stamped(100 + number, t, fact) for number, (t, fact) in enumerate(lines)]
    measured = measure(tiny.log()[:9] + extra, {})
    assert {row.id: row.first for row in compare(measured, measured)}["critical_share"] == 50


def test_different_scenarios_do_not_stand_side_by_side() -> None:
    here = measure(tiny.log(), {})
    assert here.scene is not None
    there = msgspec.structs.replace(here, scene=msgspec.structs.replace(here.scene, id="grocery"))
    with pytest.raises(NotComparableError):
        compare(here, there)
