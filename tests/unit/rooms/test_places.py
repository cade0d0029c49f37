"""Every place of the library keeps what scenarios count on: spots to stand on, ways in, room for the axes, surfaces."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pytest

from rooms.axes import DISTANCE_M
from rooms.floor import BODY_M, Crowd, can_stand, onto_floor, stand_near
from rooms.motion import bearing, distance
from rooms.place import GroundPoint, Place, Spot
from rooms.routes import route
from rooms.scenario_file import load_places
from rooms.staging import AROUND, NEAR

COMPANY = (0, 1, 3, 6, 12)
POSTS: dict[str, tuple[int, tuple[str, ...], tuple[str, ...]]] = {
    "park": (4, ("pair_a", "pair_b"), ("notice",)),
    "flat": (2, ("peer",), ("list",)),
    "shop": (4, ("till", "shelf", "aisle"), ("list", "shelf_label")),
    "office": (3, ("clerk", "guard"), ("letter",)),
    "clinic": (4, ("reception", "doctor"), ("notice",)),
    "stairwell": (2, ("door", "landing"), ("notice",)),
    "cafe": (4, ("counter", "friend"), ("menu",)),
    "peer_cafe": (4, ("host", "peer_a", "peer_b"), ("rules",)),
    "quay": (3, ("friend",), ("poster",)),
    "venue": (4, ("jumper", "doorman"), ("poster",)),
    "meeting_room": (4, ("chair", "member_a", "member_b"), ("agenda",)),
    "home": (2, ("relative", "other"), ("letter",)),
    "friends_flat": (4, ("host", "guest_a", "guest_b"), ("phone",)),
    "talk_room": (2, ("worker", "peer"), ("plan",)),
    "workplace": (4, ("boss", "colleague_a", "colleague_b"), ("cv",)),
}
"""Of each place: the highest level of company, the posts that beats name, and the parts that are read."""
SEATED = ("sit", "table")
APART_M = 0.55
FREE_M = 3.0

PLACES = load_places()
every_place = pytest.mark.parametrize("place", [PLACES[name] for name in POSTS], ids=list(POSTS))


def spots(place: Place) -> dict[str, Spot]:
    return {spot.id: spot for spot in place.spots}


def homes(place: Place) -> list[Spot]:
    return [spots(place)[f"c{number + 1}"] for number in range(COMPANY[POSTS[place.id][0]])]


def along(start: GroundPoint, degrees: float, metres: float) -> GroundPoint:
    angle = math.radians(degrees)
    return start[0] + metres * math.sin(angle), start[1] + metres * math.cos(angle)


def test_no_place_is_missing() -> None:
    assert set(PLACES) == {*POSTS, "bus_stop", "calm"}


@every_place
def test_a_place_has_the_spots_ways_and_surfaces_that_scenarios_name(place: Place) -> None:
    _, posts, readable = POSTS[place.id]
    assert [spot.id for spot in place.spots if spot.you] == ["you_a", "you_b", "you_c", "you_d"]
    assert {*posts, "stand_in", *(spot.id for spot in homes(place))} <= set(spots(place))
    assert len(spots(place)) == len(place.spots)
    assert [way.id for way in place.ways] == ["in", "in2"]
    assert list(place.surfaces) == ["s1", "s2", "s3", "s4", "s5", "s6"]
    assert "board" in place.looks_at
    assert set(readable) <= {part["part"] for part in place.parts}


@every_place
def test_one_can_stand_or_sit_on_every_spot(place: Place) -> None:
    for spot in place.spots:
        if spot.posture in SEATED:
            assert spot.seat is not None, spot.id
            assert distance(spot.at, onto_floor(place, spot.at)) < 0.9, f"nobody gets to the seat {spot.id}"
        else:
            assert can_stand(place, spot.at), f"{spot.id} is off the floor or inside something"
    for one, other in combinations(place.spots, 2):
        assert distance(one.at, other.at) >= APART_M, f"{one.id} and {other.id}"


@every_place
def test_everybody_gets_from_either_way_in_to_their_spot_without_walking_through_things(place: Place) -> None:
    for way in place.ways:
        inner = way.points[-1]
        assert can_stand(place, inner), f"the way {way.id} ends inside something"
        for spot in place.spots:
            path = route(place, inner, spot.at)
            end = 0.9 if spot.posture in SEATED else 0.0
            for a, b in pairwise(path):
                for part in range(21):
                    at = (a[0] + (b[0] - a[0]) * part / 20, a[1] + (b[1] - a[1]) * part / 20)
                    if distance(at, spot.at) >= end:
                        assert free(place, at), f"{way.id} to {spot.id} leads through something at {at}"


def free(place: Place, at: GroundPoint) -> bool:
    return all(distance(at, (x, z)) > radius + BODY_M - 0.03 for x, z, radius in place.blocks)


@every_place
def test_whoever_speaks_at_a_post_can_come_as_near_and_stay_as_far_as_closeness_says(place: Place) -> None:
    you = spots(place)["you_a"]
    for name in POSTS[place.id][1]:
        towards = bearing(you.at, spots(place)[name].at)
        assert abs((towards - you.facing + 180) % 360 - 180) <= 55, f"{name} is not before the client"
        for metres in DISTANCE_M:
            assert can_stand(place, along(you.at, towards, metres)), f"{metres} m towards {name} is taken"


@every_place
def test_the_nearest_of_a_full_room_stands_exactly_as_near_as_closeness_says(place: Place) -> None:
    you = spots(place)["you_a"]
    for closeness, near in enumerate(NEAR):
        crowd = Crowd(place, you.at, [spots(place)[name].at for name in ("you_b", "you_c", "you_d")])
        for name in (*POSTS[place.id][1], "stand_in"):
            crowd.add(spots(place)[name].at)
        for rank, home in enumerate(homes(place)):
            turn = you.facing + AROUND[rank % len(AROUND)]
            at = stand_near(crowd, near[rank], turn) if rank < len(near) else home.at
            crowd.add(at)
            if rank == 0:
                assert distance(at, you.at) == pytest.approx(DISTANCE_M[closeness], abs=0.05)


@every_place
def test_company_at_home_keeps_the_greatest_distance_from_the_client(place: Place) -> None:
    you = spots(place)["you_a"]
    for home in homes(place):
        assert distance(home.at, you.at) >= FREE_M, home.id


@every_place
def test_nobody_faces_a_wall_or_the_back_of_a_shelf(place: Place) -> None:
    for spot in place.spots:
        ahead = along(spot.at, spot.facing, 0.6)
        if spot.posture not in SEATED:
            assert distance(ahead, onto_floor(place, ahead)) < 0.35, f"{spot.id} faces a wall"


@every_place
def test_what_lies_on_a_surface_is_at_a_height_and_in_the_room(place: Place) -> None:
    you = spots(place)["you_a"].at
    for name, (x, y, z) in place.surfaces.items():
        assert 0.0 <= y <= 1.6, name
        assert distance((x, z), you) < 8.0, name
        assert distance((x, z), onto_floor(place, (x, z))) < 1.6, name


@every_place
def test_what_is_put_down_first_lies_before_the_client(place: Place) -> None:
    you = spots(place)["you_a"]
    for name in ("s1", "s2"):
        x, _, z = place.surfaces[name]
        assert distance((x, z), you.at) < 5.5, name
        assert abs((bearing(you.at, (x, z)) - you.facing + 180) % 360 - 180) <= 52, name
