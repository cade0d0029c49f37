"""A tiny session, measured by hand (`tiny.py`) and by the program."""

from __future__ import annotations

import pytest

from rooms import facts as f
from rooms.measures.course import Act, Distress, Helped, Level, Still, distress
from rooms.measures.looks import Look
from rooms.measures.session import Measures, measure
from rooms.measures.talk import Speaker
from rooms.measures.tracks import tracks_of
from tests.unit.rooms.measures import tiny


@pytest.fixture(name="tiny_session")
def measured() -> Measures:
    log = tiny.log()
    return measure(log, tracks_of(log, tiny.poses()))


def test_the_scene_ran_for_20_of_26_seconds(tiny_session: Measures) -> None:
    assert (tiny_session.from_ms, tiny_session.until_ms, tiny_session.ran_ms) == (0, 26_000, 20_000)
    assert tiny_session.client == "c1"


def test_who_spoke_when(tiny_session: Measures) -> None:
    assert [(speech.who, speech.kind, speech.parts) for speech in tiny_session.spoken] == [
        ("berit", "authored", [(3000, 5000)]),
        ("c1", "person", [(8000, 9500)]),
        ("berit", "authored", [(10_000, 11_000), (15_000, 16_000)]),
        ("c1", "person", [(18_000, 19_400)]),
    ]
    assert tiny_session.speakers == [Speaker("berit", 2, 4000, 4000 / 6900), Speaker("c1", 2, 2900, 2900 / 6900)]
    assert tiny_session.ms_by_kind == {"authored": 4000, "model": 0, "played": 0, "person": 2900}


def test_pauses_and_lengths_of_answers(tiny_session: Measures) -> None:
    assert [(answer.pause_ms, answer.words, answer.card) for answer in tiny_session.answers] == [
        (3000, 3, False),
        (2000, 4, True),
    ]


def test_looks(tiny_session: Measures) -> None:
    looks = tiny_session.looks
    assert looks is not None
    assert looks.looks == [Look(4000, 9000, "berit"), Look(17_000, 26_000, "berit")]
    assert (looks.looked_ms, looks.known_ms, looks.share) == (14_000, 20_000, 0.7)
    assert looks.by_face == {"berit": 14_000}


def test_nearness(tiny_session: Measures) -> None:
    near = tiny_session.nearness
    assert near is not None
    # Berit's walk of 1.15 m takes the second from 22 s on; the last that is looked at in it is after 0.9 s.
    assert near.metres == [2.0] * 16 + [0.965] + [0.85] * 3
    assert near.t == [*range(2000, 11_000, 1000), *range(15_000, 22_000, 1000), 22_900, 23_000, 24_000, 25_000]
    assert set(near.who) == {"berit"}
    assert (near.least, near.median) == (0.85, 2.0)


def test_pressure_help_and_steps(tiny_session: Measures) -> None:
    rising = tiny_session.rising
    assert rising.axes["closeness"] == [Level(0, 1), Level(22_000, 2)]
    assert rising.axes["company"] == [Level(0, 0)]
    assert rising.ceiling["company"] == [Level(0, 3)]
    assert (rising.help, rising.step) == ([Level(0, 0), Level(22_000, 1)], [Level(0, 1), Level(22_000, 2)])
    assert tiny_session.helped == [Helped(2000, 24_000, "shown", "room", {"nb": "Ja", "en": "Yes"})]
    assert tiny_session.acts == [Act(17_000, "c1", "help"), Act(25_000, "c1", "limit")]
    assert tiny_session.step_reached == 2


def test_stops_beats_goals_and_markers(tiny_session: Measures) -> None:
    assert tiny_session.stills == [Still(11_000, 15_000, "calm", "c1", "stop", "t1")]
    assert [(beat.beat, beat.from_ms, beat.until_ms) for beat in tiny_session.beats] == [
        ("arrive", 2000, 24_000),
        ("board", 24_000, 26_000),
    ]
    assert [(goal.t, goal.words["en"]) for goal in tiny_session.goals] == [(20_000, "I asked")]
    assert [(mark.t, mark.who, mark.words["nb"]) for mark in tiny_session.markers] == [(21_000, "t1", "Spurte selv")]


def test_without_poses_looks_and_nearness_are_not_known() -> None:
    measured = measure(tiny.log(), {})
    assert (measured.looks, measured.nearness) == (None, None)


def test_nothing_is_measured_of_nothing() -> None:
    measured = measure([], {})
    assert (measured.client, measured.ran_ms, measured.spoken, measured.step_reached) == (None, 0, [], 1)


def test_a_step_that_was_put_back_before_the_start_was_not_reached() -> None:
    log = tiny.log()
    high = f.PressureSet(tiny.levels(closeness=3), 0, 9, "t1", "step")
    low = f.PressureSet(tiny.levels(closeness=1), 0, 1, "t1", "step")
    changed = [f.Stamped(0, 600, high), f.Stamped(0, 700, low)]
    assert measure(log[:4] + changed + log[4:], {}).step_reached == 2


def test_before_the_start_nothing_is_interrupted() -> None:
    log = tiny.log()
    calm = [f.Stamped(0, 1200, tiny.phase("calm", "stop")), f.Stamped(0, 1300, tiny.phase("paused", "pause"))]
    assert measure(log[:5] + calm + log[5:], {}).stills == measure(log, {}).stills


def test_one_without_a_name_is_no_client() -> None:
    """They have not agreed, or are erased: where they stood is all that is known of them."""
    log = [one for one in tiny.log() if getattr(one.fact, "person", "") != "c1"]
    nameless = tiny.stamped((1000, tiny.admitted("c1", "", "client", 0)))
    assert measure(log[:4] + nameless + log[4:], {}).client is None


def test_how_hard_it_was_is_the_client_s_own_and_is_told_with_their_limit() -> None:
    log = tiny.stamped(
        (0, f.DistressLimitSet("p1", 2)), (1000, f.DistressRated("c1", 4)), (2000, f.DistressRated("p1", 9)),
        (3000, f.DistressLimitSet("c1", 5)), (4000, f.DistressRated("c1", 4)), (5000, f.DistressRated("c1", 6)),
    )  # fmt: skip
    told = distress(log, "c1")
    assert told.ratings == [Level(1000, 4), Level(4000, 4), Level(5000, 6)]
    assert told.limits == [Level(0, 7), Level(3000, 5)]
    assert distress(log, "c2") == Distress([], [])
