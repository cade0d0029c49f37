"""Company, closeness and attention as bodies in a place: who comes, how near, where they look, and how they walk."""

from __future__ import annotations

from itertools import combinations, pairwise

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from infra.virtual_room import load_script
from rooms import facts as f
from rooms import intents as i
from rooms.axes import DISTANCE_M
from rooms.floor import BODY_M, Crowd, can_stand, stand_near
from rooms.fold import where_is
from rooms.motion import RIDE_M_S, arrival, distance
from rooms.place import GroundPoint
from rooms.routes import PERSON_M, route
from rooms.staging import NEAR
from tests.unit.rooms.kit import Room

PLACE = load_script("bus_stop").place
COMPANY_AT_THE_STOP = (0, 1, 3, 6, 12)
"""As `axes.COMPANY`, but the bus stop has seven who wait, and its driver."""
on_the_pavement = st.tuples(st.floats(-6, 6), st.floats(-0.9, 1.8))
anywhere = st.tuples(st.floats(-60, 60), st.floats(-60, 60))


def clear_of(path: list[GroundPoint], block: tuple[float, float, float]) -> float:
    """Metres between the path and the block's edge."""
    x, z, radius = block
    steps = [
        (a[0] + (b[0] - a[0]) * part / 50, a[1] + (b[1] - a[1]) * part / 50)
        for a, b in pairwise(path)
        for part in range(51)
    ]
    return min(distance(step, (x, z)) for step in steps) - radius


def running(**levels: int) -> Room:
    room = Room(levels=levels)
    room.begin()
    return room


@pytest.mark.parametrize("level", range(5))
def test_company_is_as_many_as_the_level_says(level: int) -> None:
    assert len(running(company=level).present()) == COMPANY_AT_THE_STOP[level]


@pytest.mark.parametrize("company", [1, 2, 3, 4])
@pytest.mark.parametrize("closeness", range(5))
def test_the_nearest_stands_exactly_as_near_as_the_level_says(company: int, closeness: int) -> None:
    room = running(company=company, closeness=closeness)
    client = room.state.client()
    assert client is not None
    away = sorted(distance(room.at_rest(name), client.at) for name in room.present())
    assert away[0] == pytest.approx(DISTANCE_M[closeness], abs=0.05)
    assert len([one for one in away if one < DISTANCE_M[closeness] + 0.15]) <= len(NEAR[closeness])


@settings(max_examples=60)
@given(at=st.one_of(on_the_pavement, anywhere), closeness=st.integers(0, 4), company=st.integers(0, 4))
def test_wherever_the_client_stands_nobody_comes_too_near(at: GroundPoint, closeness: int, company: int) -> None:
    room = running(company=company, closeness=(closeness + 1) % 5)
    room.let_in("p1")
    room.client_stands(at)
    room.do("t1", i.SetLevel("closeness", closeness))
    client = room.state.client()
    assert client is not None
    nearest = min((distance(room.at_rest(name), client.at) for name in room.present()), default=9.0)
    assert nearest >= DISTANCE_M[closeness] - 0.05
    assert all(distance(room.at_rest(name), room.state.people["p1"].at) >= 0.4 for name in room.present())
    for one, other in combinations(room.present(), 2):
        assert distance(room.at_rest(one), room.at_rest(other)) >= 0.4


def test_the_one_who_speaks_is_the_nearest() -> None:
    room = running(company=3, closeness=3)
    client = room.state.client()
    assert client is not None
    assert min(room.present(), key=lambda name: distance(room.at_rest(name), client.at)) == "berit"


def test_nobody_is_placed_onto_a_peer_or_onto_one_whom_a_person_plays() -> None:
    empty = running(closeness=3)
    wanted = empty.at_rest("berit")
    with_peer = running()
    with_peer.let_in("p1")
    with_peer.do("p1", i.Stand(wanted, 0.0))
    with_peer.do("t1", i.SetLevel("closeness", 3))
    assert distance(with_peer.at_rest("berit"), wanted) >= 0.5
    with_jonas = running(company=2)
    with_jonas.do("t1", i.Take("jonas"))
    with_jonas.do("t1", i.WalkAs("jonas", wanted))
    with_jonas.do("t1", i.SetLevel("closeness", 3))
    assert distance(with_jonas.at_rest("berit"), with_jonas.at_rest("jonas")) >= 0.5


def test_one_between_two_floors_is_crowded_from_neither() -> None:
    """The nearest edge stands for one who is off the floor, but it is from themselves that the distance counts."""
    floors = [(-1.0, 0.0, 1.0, 1.0), (1.6, -5.0, 3.0, 5.0)]
    place = msgspec.structs.replace(PLACE, floor=floors, blocks=[])
    client = (1.3, 0.5)
    assert distance(stand_near(Crowd(place, client, []), 0.6, 90.0), client) >= 0.6


def test_a_place_that_is_full_says_so() -> None:
    place = msgspec.structs.replace(PLACE, floor=[(0.0, 0.0, 0.1, 0.1)], blocks=[])
    with pytest.raises(ValueError, match="no room"):
        stand_near(Crowd(place, (0.0, 0.0), []), 3.0, 0.0)


def test_nobody_walks_for_nothing() -> None:
    room = running(company=3)
    before = len(room.log)
    room.do("t1", i.SetLevel("load", 1))
    assert [stamped.fact for stamped in room.log[before:] if isinstance(stamped.fact, f.Moved)] == []


def test_they_come_from_out_of_sight_and_go_back_there() -> None:
    room = running()
    facts = room.do("t1", i.SetLevel("company", 2))
    moves = [fact for fact in facts if isinstance(fact, f.Moved) and fact.avatar != "berit"]
    assert {move.avatar for move in moves} == {"ingrid", "jonas"}
    assert all(abs(move.path[0][0]) > 15 for move in moves)
    room.now = 60_000
    gone = [fact for fact in room.do("t1", i.SetLevel("company", 1)) if isinstance(fact, f.Moved) and not fact.present]
    assert {move.avatar for move in gone} == {"ingrid", "jonas"}
    assert all(abs(move.path[-1][0]) > 15 for move in gone)


def test_one_who_is_called_back_turns_round_where_they_are() -> None:
    room = running(company=2)
    room.now = 60_000
    room.do("t1", i.SetLevel("company", 1))
    room.now += 2000
    here = where_is(room.state, room.state.avatars["jonas"], room.now)
    room.do("t1", i.SetLevel("company", 2))
    assert room.state.avatars["jonas"].motion.path[0] == pytest.approx(here, abs=0.001)


def test_before_the_scene_begins_nobody_is_seen_walking() -> None:
    room = Room(levels={"company": 4})
    room.let_in("c1")
    room.do("t1", i.SetLevel("company", 1))
    for avatar in room.state.avatars.values():
        assert arrival(avatar.motion) <= room.state.scene_time(room.now)
    assert room.present() == ["berit"]


def test_they_stand_round_the_client_as_soon_as_one_is_there() -> None:
    room = Room(levels={"closeness": 3})
    room.let_in("c1")
    client = room.state.client()
    assert client is not None
    assert distance(room.at_rest("berit"), client.at) == pytest.approx(0.8, abs=0.05)


def test_the_driver_comes_by_bus_and_stands_at_its_door() -> None:
    room = running()
    room.says("Bussen er her")
    room.do("berit", i.Answer("berit", room.state.lines[-1].seq, "waiting"))
    for meaning in ("ask_time", "bus_here"):
        room.now += 20_000
        room.do("berit", i.Answer("berit", room.says(), meaning))
    assert room.state.beat == "board"
    motion = room.state.avatars["driver"].motion
    assert motion.speed > RIDE_M_S
    assert motion.path[-1] == (0.2, 2.6)


def test_the_driver_steps_aside_for_one_who_stands_in_the_door() -> None:
    room = running()
    room.client_stands((0.2, 2.5))
    room.says()
    room.do("berit", i.Answer("berit", room.state.lines[-1].seq, "ask_time"))
    room.now = 20_000
    room.do("berit", i.Answer("berit", room.says(), "bus_here"))
    assert distance(room.at_rest("driver"), (0.2, 2.5)) >= 0.4


def test_whom_a_person_plays_is_left_alone() -> None:
    room = running(company=3)
    room.do("t1", i.Take("berit"))
    facts = room.do("t1", i.SetLevel("closeness", 4)) + room.do("t1", i.SetLevel("attention", 4))
    assert not [fact for fact in facts if isinstance(fact, f.Moved | f.Looked) and fact.avatar == "berit"]
    client = room.state.client()
    assert client is not None
    others = [distance(room.at_rest(name), client.at) for name in room.present() if name != "berit"]
    assert min(others) == pytest.approx(0.5, abs=0.05)


@settings(max_examples=150)
@given(start=on_the_pavement, end=on_the_pavement, person=on_the_pavement)
def test_a_walk_goes_round_what_stands_there(start: GroundPoint, end: GroundPoint, person: GroundPoint) -> None:
    assume(can_stand(PLACE, start) and can_stand(PLACE, end))
    path = route(PLACE, start, end)
    assert (path[0], path[-1]) == (start, end)
    assert all(clear_of(path, block) >= BODY_M - 0.005 for block in PLACE.blocks)
    assume(min(distance(person, start), distance(person, end)) > 0.7)
    round_them = route(PLACE, start, end, [person])
    if len(round_them) > 2 or round_them != path:
        assert all(clear_of(round_them, block) >= BODY_M - 0.005 for block in PLACE.blocks)
        assert clear_of(round_them, (*person, PERSON_M)) >= BODY_M - 0.005


def test_a_walk_from_the_bench_steps_off_it_first() -> None:
    path = route(PLACE, (-1.75, -0.5), (4.0, 1.0))
    assert path[1][1] > 0.0, "forwards, not through the glass"


def test_a_walk_to_where_one_stands_has_two_points() -> None:
    assert route(PLACE, (3.0, 1.0), (3.0, 1.0)) == [(3.0, 1.0), (3.0, 1.0)]
