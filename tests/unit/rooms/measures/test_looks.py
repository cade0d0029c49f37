"""Looks and nearness in places made for them: angles, breaks, several faces, those who are not to be seen."""

from __future__ import annotations

import math

import numpy as np
import pytest

from rooms import facts as f
from rooms.bodies import Joint
from rooms.measures.clock import SceneClock
from rooms.measures.figures import avatar_figures
from rooms.measures.looks import LOOK_DEGREES, Look, Surroundings, looks_at_faces, nearness, surroundings
from rooms.measures.tracks import tracks_of
from rooms.motion import standing_at
from rooms.people import Motion
from tests.unit.rooms.measures import tiny

Told = list[tuple[int, f.Fact]]
KIM = (0.0, 1.6, -2.0)


def turned(degrees: float) -> Joint:
    """Kim's head, so many degrees off +z."""
    half = math.radians(180 + degrees) / 2
    return KIM, (0.0, math.sin(half), 0.0, math.cos(half))


def around(told: Told, *shown: tuple[int, int, Joint], until: int = 10_000) -> Surroundings:
    log = tiny.stamped((0, tiny.phase("running", "start")), (0, tiny.admitted("c1", "Kim", "client", 0)), *told)
    found = surroundings(log, tracks_of(log, tiny.poses_of(*shown)), "c1", SceneClock(log, until))
    assert found is not None
    return found


BERIT = (0, tiny.walks("berit", [(0.0, 0.0)]))


@pytest.mark.parametrize(("off", "looks"), [(0, True), (LOOK_DEGREES - 1, True), (1 - LOOK_DEGREES, True), (16, False)])
def test_a_face_within_the_angle_is_looked_at(off: float, looks: bool) -> None:
    found = looks_at_faces(around([BERIT], (0, 0, turned(off)))).looks
    assert found == ([Look(0, 10_000, "berit")] if looks else [])


def test_of_two_faces_the_straighter_one_is_looked_at() -> None:
    olav = (0, tiny.walks("olav", [(0.3, 0.0)]))
    found = looks_at_faces(around([BERIT, olav], (0, 0, turned(0)), (5000, 0, turned(8))))
    assert found.by_face == {"berit": 5000, "olav": 5000}


def test_a_short_break_is_part_of_the_look_and_a_longer_one_is_not() -> None:
    away, there = turned(90), turned(0)
    shown = [(0, 0, there), (2000, 0, away), (2200, 0, there), (5000, 0, away), (5400, 0, there)]
    found = looks_at_faces(around([BERIT], *shown))
    assert [(look.from_ms, look.until_ms) for look in found.looks] == [(0, 5000), (5400, 10_000)]


def test_the_scene_standing_still_ends_a_look() -> None:
    told: Told = [BERIT, (3000, tiny.phase("paused", "pause")), (6000, tiny.phase("running", "continue"))]
    found = looks_at_faces(around(told, (0, 0, turned(0))))
    assert [(look.from_ms, look.until_ms) for look in found.looks] == [(0, 3000), (6000, 10_000)]
    assert found.share == 1.0


def test_a_person_is_a_face_while_they_are_here() -> None:
    told: Told = [
        (1000, tiny.admitted("p1", "Ola", "peer", 1)),
        (4000, f.Presence("p1", False)),
        (6000, f.Presence("p1", True)),
        (8000, f.Left("p1", "left")),
    ]
    ola = ((0.0, 1.7, 0.0), tiny.AWAY)
    found = looks_at_faces(around(told, (0, 0, turned(0)), (2000, 1, ola)))
    assert [(look.from_ms, look.until_ms) for look in found.looks] == [(2000, 4000), (6000, 8000)]
    assert found.known_ms == 4000


def test_of_a_client_whose_line_is_lost_nothing_is_known() -> None:
    lost = around([BERIT, (3000, f.Presence("c1", False)), (8000, f.Presence("c1", True))], (0, 0, turned(0)))
    assert looks_at_faces(lost).known_ms == 5000
    assert nearness(lost).t == [0, 1000, 2000, 8000, 9000]


def test_with_nobody_there_the_share_is_not_known() -> None:
    alone = around([], (0, 0, turned(0)))
    assert looks_at_faces(alone).share is None
    assert nearness(alone).least is None


def test_where_the_scene_never_ran_nothing_was_looked_at() -> None:
    never = around([BERIT], (0, 0, turned(0)), until=0)
    assert (looks_at_faces(never).looks, looks_at_faces(never).share, nearness(never).t) == ([], None, [])


def test_one_on_the_way_out_is_seen_until_they_are_gone() -> None:
    leaves = (2000, tiny.walks("berit", [(0.0, 0.0), (0.0, 2.3)], present=False))
    near = nearness(around([BERIT, leaves], (0, 0, turned(0))))
    assert near.t[-1] == 3000
    assert near.metres[-1] == pytest.approx(3.15)


def test_one_inside_a_bus_is_seen_when_it_has_come() -> None:
    rides = (0, tiny.walks("olav", [(-20.0, 0.0), (0.0, 0.0)], speed=5.0))
    near = nearness(around([rides], (0, 0, turned(0))))
    assert near.t == [*range(4000, 10_000, 1000)]


def test_a_walk_stands_still_with_the_scene() -> None:
    told: Told = [
        (0, tiny.walks("berit", [(0.0, 0.0), (0.0, 11.5)])),
        (2000, tiny.phase("paused", "pause")),
        (7000, tiny.phase("running", "continue")),
    ]
    near = nearness(around(told, (0, 0, turned(0))))
    assert dict(zip(near.t, near.metres, strict=True)) == {
        0: 2.0, 1000: 3.15, 7000: pytest.approx(4.3), 8000: 5.45, 9000: 6.6
    }  # fmt: skip


def test_avatars_stand_where_the_pages_draw_them() -> None:
    """Against the walk that both languages share."""
    path = [(0.0, 0.0), (1.0, 0.0), (1.0, 2.0), (1.0, 2.0), (-1.0, 3.0)]
    log = tiny.stamped((0, tiny.phase("running", "start")), (500, tiny.walks("berit", path)))
    times = np.arange(500, 8000, 70)
    (figure,) = avatar_figures(log, SceneClock(log, 8000), times)
    exact = [standing_at(Motion(path, 500, 1.15, 0.0, "stand"), int(t)).at for t in times]
    assert np.allclose(figure.head[:, [0, 2]], exact, atol=1e-5)
