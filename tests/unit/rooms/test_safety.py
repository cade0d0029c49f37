"""Stop, pause, calm and the way back."""

from __future__ import annotations

import pytest

from rooms import facts as f
from rooms import intents as i
from rooms.axes import CALM_AXES
from tests.unit.rooms.kit import Room


def begun(**levels: int) -> Room:
    room = Room(levels=levels)
    room.begin()
    room.let_in("p1")
    room.knock("a1")
    return room


def in_phase(phase: str) -> Room:
    room = begun()
    match phase:
        case "ready":
            room = Room()
            room.let_in("c1", "p1")
            room.knock("a1")
        case "paused":
            room.do("t1", i.Pause())
        case "calm":
            room.do("c1", i.Stop())
    assert room.state.phase == phase
    return room


@pytest.mark.parametrize("who", ["c1", "p1", "t1", "a1"])
@pytest.mark.parametrize("phase", ["ready", "running", "paused", "calm"])
def test_stop_always_wins(phase: str, who: str) -> None:
    room = in_phase(phase)
    room.do(who, i.Stop())
    assert room.state.phase == "calm"
    assert room.state.frozen_at is not None


def test_after_the_end_there_is_nothing_to_stop() -> None:
    room = begun()
    room.do("t1", i.End())
    assert room.refused("c1", i.Stop()) == "not_in_room"


def test_a_headset_taken_off_says_so() -> None:
    room = begun()
    assert room.do("c1", i.Stop("headset_off")) == [f.PhaseChanged("calm", "c1", "headset_off")]
    assert room.do("c1", i.Stop()) == []


def test_a_client_takes_back_their_own_stop_and_pause() -> None:
    room = begun()
    for still in (i.Stop(), i.Pause()):
        room.do("c1", still)
        room.do("c1", i.Continue())
        assert room.state.phase == "running"


@pytest.mark.parametrize("still", [i.Stop(), i.Pause()])
@pytest.mark.parametrize("who", ["t1", "p1"])
def test_what_staff_have_stilled_staff_open(who: str, still: i.Intent) -> None:
    room = begun()
    room.do(who, still)
    assert room.refused("c1", i.Continue()) == "staff_stopped"
    room.do("t1", i.Continue())


@pytest.mark.parametrize("still", [i.Stop(), i.Pause()])
def test_staff_take_over_what_the_client_has_stilled(still: i.Intent) -> None:
    room = begun()
    room.do("c1", still)
    room.do("t1", still)
    assert room.state.phase_by == "t1"
    assert room.do("c1", still) == []
    assert room.do("p1", still) == []
    assert room.refused("c1", i.Continue()) == "staff_stopped"


def test_a_pause_does_not_lift_a_stop() -> None:
    room = begun()
    room.do("c1", i.Stop())
    assert room.do("t1", i.Pause()) == []


@pytest.mark.parametrize("stopped", [True, False])
def test_the_first_continue_begins_the_scene(stopped: bool) -> None:
    room = Room()
    assert room.refused("t1", i.Continue()) == "no_client"
    room.let_in("c1")
    if stopped:
        room.do("c1", i.Stop())
    assert room.refused("c1", i.Continue()) == "not_begun"
    facts = room.do("t1", i.Continue())
    assert facts[0] == f.PhaseChanged("running", "t1", "start")
    assert room.state.beat == "arrive"
    assert room.refused("t1", i.Continue()) == "already_running"


@pytest.mark.parametrize("intent", [i.Continue(), i.Again()])
def test_nothing_goes_on_without_the_client(intent: i.Intent) -> None:
    room = begun()
    room.do("c1", i.SetPresence(False))
    assert room.refused("t1", intent) == "no_client"
    room.do("c1", i.SetPresence(True))
    assert room.state.phase == "running"
    room.do("c1", i.Leave())
    assert room.refused("t1", intent) == "no_client"


def test_again_begins_anew_with_the_props_put_away() -> None:
    room = begun()
    for meaning in ("ask_time", "bus_here"):
        room.now += 20_000
        room.do("berit", i.Answer("berit", room.says(), meaning))
    assert room.state.props["bus"].value == "here"
    room.do("t1", i.Again())
    assert (room.state.beat, room.state.props["bus"].value, room.state.goals) == ("arrive", "away", [])


def test_calmer_is_one_press_to_a_warm_room_and_every_press_is_felt() -> None:
    room = begun(warmth=3, persuasion=2, substance_cues=1, company=3, attention=2)
    room.do("c1", i.Calmer())
    assert [room.state.levels[axis] for axis in CALM_AXES] == [0, 0, 0]
    assert room.state.levels["company"] == 3
    room.do("p1", i.Calmer())
    assert (room.state.levels["company"], room.state.levels["attention"]) == (2, 1)
    for _ in range(3):
        room.do("t1", i.Calmer())
    assert (room.state.levels["company"], room.state.levels["closeness"]) == (1, 0)
    assert room.do("t1", i.Calmer()) == []


def test_a_human_is_called_and_the_room_pauses() -> None:
    room = begun()
    assert room.do("berit", i.CallHuman(room.says("jeg vil dø"))) == [
        f.HumanCalled("c1", "crisis"), f.PhaseChanged("paused", "room", "crisis"),
    ]  # fmt: skip
    assert room.refused("c1", i.Continue()) == "staff_stopped"
    assert room.refused("berit", i.CallHuman(99)) == "no_such_line"
    assert room.do("berit", i.CallHuman(room.says("jeg vil dø"))) == [f.HumanCalled("c1", "crisis")]
