"""The way in and out: bodies, places, names, and what becomes of those one played."""

from __future__ import annotations

import pytest

from rooms import facts as f
from rooms import intents as i
from rooms.motion import distance
from rooms.people import MOST_PEOPLE
from tests.unit.rooms.kit import Room, of_kind


def test_clients_wait_in_the_lobby_and_therapists_do_not() -> None:
    room = Room()
    room.knock("c1")
    assert room.state.people["c1"].where == "lobby"
    assert room.state.people["t1"].where == "room"
    assert room.state.people["t1"].body is None


@pytest.mark.parametrize(("name", "shown"), [("  Kim  ", "Kim"), ("Kim\n\tA", "Kim A")])
def test_names_are_tidied(name: str, shown: str) -> None:
    room = Room()
    room.do("c1", i.Knock(name, "tor", "nb"))
    assert room.state.people["c1"].name == shown


def test_a_name_of_nothing_is_no_name() -> None:
    assert Room().refused("c1", i.Knock(" \t ", "tor", "nb")) == "no_name"


def test_one_is_in_once() -> None:
    room = Room()
    room.let_in("c1")
    assert room.refused("c1", i.Knock("Kim", "tor", "nb")) == "already_here"
    assert room.refused("t1", i.Admit("c1")) == "not_waiting"


def test_twelve_people_and_no_more_and_each_has_a_body_and_a_place() -> None:
    room = Room()
    everybody = [f"p{number}" for number in range(MOST_PEOPLE - 1)]
    room.let_in(*everybody)
    assert room.refused("c1", i.Knock("Kim", "tor", "nb")) == "room_full"
    bodies = [room.state.people[who].body for who in everybody]
    assert sorted(body for body in bodies if body is not None) == list(range(MOST_PEOPLE - 1))
    places = [room.state.people[who].at for who in everybody]
    assert min(distance(a, b) for n, a in enumerate(places) for b in places[:n]) >= 0.5


def test_a_body_that_is_free_again_is_used_again() -> None:
    room = Room()
    room.let_in("p1", "p2", "p3")
    room.do("p2", i.Leave())
    room.let_in("p4")
    assert room.state.people["p4"].body == 1


def test_a_console_has_no_body_and_is_in_nobodys_way() -> None:
    room = Room()
    room.let_in("o1")
    assert room.state.people["o1"].body is None


def test_one_who_comes_later_is_not_put_onto_an_avatar() -> None:
    room = Room()
    room.begin()
    second = room.script.start_spots()[1].at
    room.do("t1", i.Take("berit"))
    room.do("t1", i.WalkAs("berit", (second[0] - 0.3, second[1])))
    room.let_in("p1")
    assert room.state.people["p1"].at == room.script.start_spots()[2].at


def test_where_every_place_is_taken_one_gets_the_roomiest() -> None:
    room = Room(levels={"company": 4})
    room.begin()
    for spot in room.script.start_spots():
        room.do("c1", i.Stand(spot.at, 0.0))
        room.let_in("p1")
        assert distance(room.state.people["p1"].at, spot.at) >= 0.4
        room.do("p1", i.Leave())


def test_staff_alone_hear_a_knock_so_that_letting_in_says_who_it_is() -> None:
    room = Room()
    room.knock("c1")
    (admitted,) = of_kind(room.do("t1", i.Admit("c1")), f.Admitted)
    assert isinstance(admitted, f.Admitted)
    assert (admitted.name, admitted.role, admitted.look) == ("name-c1", "client", "tor")


def test_one_who_is_lost_while_they_wait_is_let_in_as_lost() -> None:
    room = Room()
    room.knock("p1")
    room.do("p1", i.SetPresence(False))
    room.do("t1", i.Admit("p1"))
    assert not room.state.people["p1"].here


def test_one_who_turns_round_in_the_lobby_is_staffs_to_know() -> None:
    room = Room()
    room.knock("c1")
    facts = room.do("c1", i.Leave())
    assert facts == [f.Declined("c1", "c1")]
    room.knock("c1")
    assert room.state.people["c1"].where == "lobby"


def test_to_be_removed() -> None:
    room = Room()
    room.begin()
    room.knock("p1")
    assert room.refused("t1", i.Remove("p1")) == "not_here"
    assert room.refused("t1", i.Remove("t1")) == "not_here"
    assert room.do("t1", i.Remove("c1"))[0] == f.Left("c1", "removed")
    assert (room.state.phase, room.state.phase_why) == ("paused", "left")


@pytest.mark.parametrize("intent", [i.Leave(), i.SetPresence(False)])
def test_whom_one_played_goes_back_to_its_mind(intent: i.Intent) -> None:
    room = Room(levels={"company": 2})
    room.begin()
    room.do("t1", i.Take("berit"))
    room.do("t1", i.Take("jonas"))
    released = of_kind(room.do("t1", intent), f.Released)
    assert released == [f.Released("berit", "t1"), f.Released("jonas", "t1")]


def test_a_peer_who_is_lost_stills_nothing() -> None:
    room = Room()
    room.begin()
    room.let_in("p1")
    assert room.do("p1", i.SetPresence(False)) == [f.Presence("p1", False)]
    assert room.do("p1", i.SetPresence(False)) == []


@pytest.mark.parametrize("at", [(float("nan"), 0.0), (0.0, float("inf"))])
def test_nobody_stands_nowhere(at: tuple[float, float]) -> None:
    room = Room()
    room.begin()
    assert room.refused("c1", i.Stand(at, 0.0)) == "nowhere"


@pytest.mark.parametrize(("facing", "kept"), [(370.0, 10.0), (-190.0, 170.0), (45.04, 45.0)])
def test_a_bearing_is_kept_within_one_turn(facing: float, kept: float) -> None:
    room = Room()
    room.begin()
    room.do("c1", i.Stand((0.0, 1.0), facing))
    assert room.state.people["c1"].facing == kept


def test_an_absurd_bearing_leaves_room_for_the_others() -> None:
    """So large that no turn changes it: they would all be looked for in one direction."""
    room = Room()
    room.begin()
    room.do("c1", i.Stand((0.0, -1.0), 7.3e20))
    room.do("t1", i.SetLevel("company", 4))


def test_the_end_sees_everybody_out() -> None:
    room = Room()
    room.begin()
    room.knock("p1")
    room.do("t1", i.End())
    assert {person.where for person in room.state.people.values()} == {"gone"}
    assert room.refused("t1", i.Continue()) == "ended"
