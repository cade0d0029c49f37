"""A room that is opened again stands as it stood, with nobody in it and nothing said."""

from __future__ import annotations

import msgspec
import pytest

from infra.virtual_room import VirtualRoom
from rooms import intents as i
from rooms.facts import Fact, PhaseChanged, Stamped
from rooms.fold import fold
from rooms.reopening import goes_on, reopen_room, standing
from rooms.state import RoomState

MINUTES = (0, 1, 3)


def folded(facts: list[Fact]) -> RoomState:
    return fold(Stamped(number, 0, fact) for number, fact in enumerate(facts, 1))


def played(ms: int) -> VirtualRoom:
    """A client who says nothing, so that the scene goes on by itself; harder and calmer on the way."""
    room = VirtualRoom("bus_stop")
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Kim", by="t1")
    room.ask("t1", i.Continue())
    room.ask("c1", i.Say(text="a secret about me"))
    room.ask("t1", i.Harder())
    room.advance(ms)
    room.ask("c1", i.SetCeiling("attention", 2))
    return room


@pytest.mark.parametrize("minutes", MINUTES)
def test_it_stands_as_it_stood_and_waits_for_staff(minutes: int) -> None:
    room = played(minutes * 60_000)
    was = room.runner.state
    now = folded(reopen_room(room.runner.script, standing(was)))
    assert standing(now) == standing(was)
    assert (now.phase, now.phase_by, now.frozen_at) == ("paused", "room", 0)
    assert now.offered == was.offered
    assert {name for name, avatar in now.avatars.items() if avatar.present} == {
        name for name, avatar in was.avatars.items() if avatar.present
    }


def test_nobody_and_nothing_said_is_in_what_is_kept() -> None:
    room = played(60_000)
    kept = msgspec.json.encode(standing(room.runner.state)).decode()
    assert "Kim" not in kept
    assert "secret" not in kept
    now = folded(reopen_room(room.runner.script, standing(room.runner.state)))
    assert (now.people, now.lines, now.notes) == ({}, [], [])


def test_one_that_had_not_begun_has_not_begun() -> None:
    room = VirtualRoom("bus_stop")
    now = folded(reopen_room(room.runner.script, standing(room.runner.state)))
    assert now.phase == "ready"
    assert now.avatars == room.runner.state.avatars


def test_a_beat_that_the_scenario_no_longer_has_begins_anew() -> None:
    room = played(1000)
    old = msgspec.structs.replace(standing(room.runner.state), beat="on_the_moon")
    now = folded(reopen_room(room.runner.script, old))
    assert (now.phase, now.beat, now.levels) == ("ready", "", room.runner.state.levels)


def test_a_recorded_room_stands_still_and_does_not_go_on_by_itself_when_the_client_is_back() -> None:
    room = played(1000)
    assert goes_on(room.runner.state) == [PhaseChanged("paused", "room", "pause")]
    room.ask("c1", i.SetPresence(False))
    assert len(goes_on(room.runner.state)) == 1
    room.ask("t1", i.Pause())
    room.ask("t1", i.Stop())
    assert goes_on(room.runner.state) == []
