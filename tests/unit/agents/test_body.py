"""Eyes hold their share of the time, and bodies keep the promised distance and out of people's way."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.gaze import Gaze
from infra.virtual_room import VirtualRoom
from rooms import intents as i
from rooms.axes import AXES, DISTANCE_M, GAZE_SHARE
from rooms.crossing import PASS_M, speed_among, track
from rooms.fold import where_is
from rooms.motion import distance

MINUTE = 60.0


@given(
    level=st.integers(1, 4),
    talk=st.lists(st.tuples(st.floats(0.2, 8.0), st.booleans()), min_size=1, max_size=40),
    chance=st.lists(st.floats(0, 1), min_size=1, max_size=12),
)
def test_the_share_of_looking_is_held_however_people_talk(
    level: int, talk: list[tuple[float, bool]], chance: list[float]
) -> None:
    gaze = Gaze(chance)
    here = np.ones(len(chance), dtype=bool)
    looking = ~here
    looked, passed, number = np.zeros(len(chance)), 0.0, 0
    while passed < 4 * MINUTE:
        length, talking = talk[number % len(talk)]
        number += 1
        for _ in range(round(length / 0.1)):
            looking = gaze.wants(looking, here & talking, level)
            looked += 0.1 * looking
            gaze.pass_time(0.1, looking, here, level)
            passed += 0.1
    assert np.abs(looked / passed - GAZE_SHARE[level]).max() < 0.05


def test_unnoticed_means_that_nobody_looks_who_is_not_talked_with() -> None:
    gaze = Gaze([0.1, 0.9])
    looking = np.zeros(2, dtype=bool)
    here = np.ones(2, dtype=bool)
    gaze.pass_time(600.0, looking, here, 0)
    assert not gaze.wants(looking, ~here, 0).any()
    assert gaze.wants(looking, here, 0).all()


def test_the_time_of_the_next_turn_is_told() -> None:
    gaze = Gaze([0.5])
    here = np.ones(1, dtype=bool)
    looking = ~here
    gaze.pass_time(0.1, looking, here, 2)
    in_s = float(gaze.turns_in(looking, ~here, 2)[0])
    gaze.pass_time(in_s - 0.01, looking, here, 2)
    assert not gaze.wants(looking, ~here, 2)[0]
    gaze.pass_time(0.02, looking, here, 2)
    assert gaze.wants(looking, ~here, 2)[0]


def room_at(**levels: int) -> VirtualRoom:
    room = VirtualRoom("bus_stop")
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Kim", by="t1")
    for axis in AXES:
        if axis in levels:
            room.ask("t1", i.SetLevel(axis, levels[axis]))
    room.ask("t1", i.Continue())
    return room


def nearest(room: VirtualRoom) -> float:
    state = room.runner.state
    client = state.client()
    assert client is not None
    return min(distance(where_is(state, one, room.ms), client.at) for one in state.avatars.values() if one.present)


@pytest.mark.parametrize("level", range(5))
def test_the_others_follow_one_who_has_moved(level: int) -> None:
    room = room_at(closeness=level, company=2)
    room.advance(20_000)
    room.ask("c1", i.Stand((1.6, 0.9), 90.0))
    room.advance(20_000)
    assert nearest(room) == pytest.approx(DISTANCE_M[level], abs=0.1)


def test_nobody_steps_round_one_who_only_turns() -> None:
    room = room_at(closeness=2, company=3)
    room.advance(20_000)
    client = room.runner.state.client()
    assert client is not None
    before = {one.id: one.motion.path[-1] for one in room.runner.state.avatars.values() if one.present}
    room.ask("c1", i.Stand(client.at, client.facing + 30))
    room.advance(8000)
    after = {one.id: one.motion.path[-1] for one in room.runner.state.avatars.values() if one.present}
    moved = [name for name in before if distance(before[name], after[name]) > 0.3]
    assert moved == []


def test_one_who_walks_stops_before_a_person_who_steps_in_the_way() -> None:
    room = room_at(company=1)
    room.advance(20_000)
    room.ask("t1", i.SetLevel("company", 4))
    least = 9.0
    for _ in range(150):
        state = room.runner.state
        walking = [one for one in state.avatars.values() if len(one.motion.path) > 1 and one.present]
        if walking:
            ahead = where_is(state, walking[0], room.ms + 900)
            room.ask("c1", i.Stand(ahead, 0.0))
        room.advance(100)
        client = state.client()
        assert client is not None
        on_foot = [one for one in state.avatars.values() if one.present and one.motion.speed < 3]
        least = min([least, *(distance(where_is(state, one, room.ms), client.at) for one in on_foot)])
    assert least > 0.2


def test_two_whose_ways_cross_let_each_other_pass() -> None:
    first = track([(-3.0, 0.0), (3.0, 0.0)], 1.15)
    path = [(0.0, -3.0), (0.0, 3.0)]
    speed = speed_among(path, [first])
    apart = np.hypot(*(track(path, speed) - first).T)
    assert float(apart.min()) >= PASS_M
    assert float(np.hypot(*(track(path, 1.15) - first).T).min()) < PASS_M
