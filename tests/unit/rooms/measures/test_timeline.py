"""The lanes of the tiny session and the table behind them: the same things, in both languages."""

from __future__ import annotations

import typing

import msgspec
import pytest

from infra.golden_scene import record
from rooms.axes import AXES
from rooms.facts import PhaseChanged
from rooms.measures.course import Distress, Level
from rooms.measures.session import measure
from rooms.measures.talk import KINDS
from rooms.measures.timeline import Timeline, table, timeline
from rooms.measures.tracks import tracks_of
from rooms.measures.words import clock, decimals, say
from tests.unit.rooms.measures import tiny


@pytest.fixture(name="lanes")
def drawn() -> Timeline:
    log = tiny.log()
    return timeline(measure(log, tracks_of(log, tiny.poses())))


def test_every_lane_holds_what_was_measured(lanes: Timeline) -> None:
    held = {lane.id: (len(lane.spans), len(lane.points), len(lane.curves)) for lane in lanes.lanes}
    assert held == {
        "spoke": (5, 0, 0), "pauses": (2, 0, 0), "answers": (0, 2, 0), "pressure": (0, 0, 3), "looks": (2, 0, 0),
        "near": (0, 0, 1), "help": (1, 2, 0), "stills": (1, 0, 0), "beats": (2, 0, 0), "goals": (0, 1, 0),
        "marks": (0, 1, 0),
    }  # fmt: skip


def test_only_axes_that_were_ever_above_zero_have_a_curve(lanes: Timeline) -> None:
    pressure = next(lane for lane in lanes.lanes if lane.id == "pressure")
    assert [(curve.id, curve.t, curve.values) for curve in pressure.curves] == [
        ("step", [0, 22_000], [1, 2]),
        ("closeness", [0, 22_000], [1, 2]),
        ("help", [0, 22_000], [0, 1]),
    ]
    limits = [(curve.id, len(curve.limit_t), len(curve.limits)) for curve in pressure.curves]
    assert limits[0] == ("step", 0, 0), "a ladder has no limit of the client’s"
    assert all(count == number > 0 for name, count, number in limits if name not in ("step", "help"))


def test_the_table_says_in_order_what_the_lanes_show(lanes: Timeline) -> None:
    rows = table(lanes)
    assert [row.t for row in rows] == sorted(row.t for row in rows)
    said = [f"{clock(row.t)} {row.words['nb']}" for row in rows]
    for line in [
        "0:00 Steg 1 av 2", "0:03 Berit (manus)", "0:04 Så på Berit i 5,0 s", "0:05 Ventet 3,0 s", "0:08 3 ord",
        "0:11 Rolig sted (stopp)", "0:18 4 ord, valgt som kort", "0:20 Jeg spurte", "0:21 Spurte selv",
        "0:15 2,0 m til Berit", "0:22 Nærhet: 2 av 4",
    ]:  # fmt: skip
        assert line in said


def test_the_table_tells_the_distance_every_ten_seconds(lanes: Timeline) -> None:
    assert [row.t for row in table(lanes) if row.lane == "near"] == [2000, 15_000, 25_000]


def test_a_timeline_travels_as_json(lanes: Timeline) -> None:
    assert msgspec.json.decode(msgspec.json.encode(lanes), type=Timeline) == lanes


def test_a_whole_round_has_a_timeline_in_both_languages() -> None:
    rows = table(timeline(measure(record(), {})))
    assert len(rows) > 60
    assert [row for row in rows if not (row.words["nb"] and row.words["en"])] == []


def test_there_are_words_for_every_axis_kind_and_reason() -> None:
    whys = typing.get_args(typing.get_type_hints(PhaseChanged)["why"])
    keys = [f"axis.{axis}" for axis in AXES] + [f"kind.{kind}" for kind in KINDS]
    for key in keys + [f"why.{why}" for why in whys if why not in ("start", "continue", "end")]:
        assert all(say(key).values())


def test_what_is_put_in_is_not_filled() -> None:
    assert say("spoke", who="{kind}", kind="x") == {"nb": "{kind} (x)", "en": "{kind} (x)"}


def test_numbers_are_written_as_each_language_does() -> None:
    assert decimals(1.25, 2) == {"nb": "1,25", "en": "1.25"}
    assert clock(246_900) == "4:06"


def test_how_hard_it_was_is_a_curve_with_the_limit_and_rows_in_words() -> None:
    said = Distress([Level(3000, 2), Level(9000, 6)], [Level(0, 7), Level(5000, 5)])
    measured = msgspec.structs.replace(measure(tiny.log(), {}), distress=said)
    lane = next(lane for lane in timeline(measured).lanes if lane.id == "distress")
    curve = lane.curves[0]
    assert (curve.least, curve.most, curve.t, curve.values) == (0, 10, [3000, 9000], [2, 6])
    assert (curve.limit_t, curve.limits) == ([0, 5000], [7, 5])
    rows = [(row.t, row.words["en"]) for row in table(timeline(measured)) if row.lane == "distress"]
    assert rows == [(3000, "Said 2 of 10"), (9000, "Said 6 of 10")]
