"""A log that begins in the middle tells the same of what follows as the whole one."""

from __future__ import annotations

import pytest

from infra.golden_scene import record
from rooms.facts import Stamped
from rooms.fold import fold, where_is
from rooms.measures.beginning import as_facts
from rooms.measures.session import measure
from rooms.state import Distress, Rating, RoomState

LOG = record()


def begun_at(seq: int) -> tuple[RoomState, list[Stamped]]:
    state = fold(LOG[:seq])
    return state, as_facts(state)


@pytest.mark.parametrize("seq", range(0, len(LOG), 5))
def test_the_room_stands_as_it_stood(seq: int) -> None:
    state, facts = begun_at(seq)
    again = fold(facts)
    for name in ("scene", "phase", "levels", "ceiling", "help", "step", "beat"):
        assert getattr(again, name) == getattr(state, name)
    assert {person.id: person for person in again.in_room()} == {person.id: person for person in state.in_room()}
    for later in (state.t, state.t + 700, state.t + 90_000):
        for name, avatar in state.avatars.items():
            there = where_is(again, again.avatars[name], later)
            assert there == pytest.approx(where_is(state, avatar, later), abs=2e-3)
            assert again.avatars[name].present == avatar.present


@pytest.mark.parametrize("seq", [60, 100, 160])
def test_what_follows_is_measured_as_in_the_whole_log(seq: int) -> None:
    state, facts = begun_at(seq)
    whole, half = measure(LOG, {}), measure(facts + LOG[seq:], {})
    since = state.t
    assert half.client == whole.client
    assert [line.parts for line in half.spoken] == [line.parts for line in whole.spoken if line.seq > seq]
    assert [one for one in half.stills if one.from_ms > since] == [one for one in whole.stills if one.from_ms > since]
    assert half.step_reached == whole.step_reached
    assert half.until_ms == whole.until_ms


def test_the_agreed_limit_is_told_and_what_was_said_before_is_not() -> None:
    state = fold(LOG[:60])
    state.distress = {"c1": Distress(limit=4, ratings=[Rating(1, 9)]), "gone": Distress(limit=1)}
    assert fold(as_facts(state)).distress == {"c1": Distress(limit=4)}
