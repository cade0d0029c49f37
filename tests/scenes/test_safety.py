"""Anger, distress, crisis, leaving, stopping, and a connection that is lost."""

from __future__ import annotations

import pytest

from rooms import facts as f
from rooms import intents as i
from tests.scenes.scene import Scene


def calls(scene: Scene) -> list[tuple[str, str]]:
    return [(note.by, note.text) for note in scene.state.notes if note.kind == "call"]


def test_anger_is_met_with_room_and_staff_are_told() -> None:
    scene = Scene(warmth=4, critical_replies=4)
    scene.next_said()
    scene.client_says("Hold kjeft!")
    line = scene.expect_said("berit", reply="give_space")
    assert line.critical is None
    assert scene.state.avatars["berit"].gesture is not None
    assert calls(scene) == [("kim", "anger")]
    assert scene.state.phase == "running"


def test_distress_stills_the_room_and_calls_a_human() -> None:
    scene = Scene(warmth=4, critical_replies=4)
    scene.next_said()
    scene.client_says("Jeg klarer ikke mer")
    line = scene.expect_said("berit", reply="you_are_heard")
    assert line.critical is None
    assert scene.state.phase == "paused"
    assert calls(scene) == [("kim", "distress")]
    assert scene.kim(i.Continue()).ok is False
    scene.expect_silence(60)


def test_who_asks_for_help_gets_it_and_staff_are_told() -> None:
    scene = Scene(help=2)
    scene.next_said()
    assert scene.facts(f.HelpGiven) == []
    scene.client_says("Jeg trenger hjelp")
    scene.expect_said("berit", reply="help_heard")
    assert calls(scene) == [("kim", "help")]
    assert [note.by for note in scene.state.notes if note.kind == "help"] == ["kim"]
    given = scene.state.help_given
    assert given is not None
    assert given.kind == "hint"
    assert scene.state.phase == "running"


@pytest.mark.parametrize("heard", ["Jeg vil ikke leve lenger", "jeg vil dø", "I want to kill myself"])
def test_words_of_crisis_are_answered_by_no_avatar(heard: str) -> None:
    scene = Scene()
    scene.next_said()
    scene.client_says(heard)
    scene.pass_time(0)
    assert scene.state.phase == "paused"
    assert calls(scene) == [("kim", "crisis")]
    scene.expect_silence(30)
    scene.nora(i.Continue())
    scene.expect_silence(9)
    assert scene.state.avatars["berit"].gesture is None
    assert calls(scene) == [("kim", "crisis")]


@pytest.mark.parametrize("still", [i.Pause(), i.Stop()])
def test_words_of_crisis_are_heard_in_a_room_that_is_still(still: i.Intent) -> None:
    scene = Scene()
    scene.next_said()
    scene.nora(still)
    phase = scene.state.phase
    scene.client_says("jeg vil ta livet mitt")
    scene.pass_time(0)
    assert calls(scene) == [("kim", "crisis")]
    assert scene.state.phase == phase


def test_words_of_crisis_are_heard_also_when_more_was_said_since() -> None:
    scene = Scene()
    scene.next_said()
    scene.client_says("jeg vil dø")
    scene.client_says("eller, jeg vet ikke")
    scene.pass_time(0)
    assert calls(scene) == [("kim", "crisis")]
    assert scene.state.phase == "paused"


def test_words_of_crisis_are_heard_before_the_scene_begins() -> None:
    scene = Scene(begin=False)
    scene.client_says("jeg vil dø")
    scene.pass_time(0)
    assert calls(scene) == [("kim", "crisis")]


def test_to_leave_is_always_fine() -> None:
    scene = Scene(warmth=4, critical_replies=4)
    scene.next_said()
    scene.client_says("Jeg vil gå nå")
    line = scene.expect_said("berit", reply="bye")
    assert line.critical is None
    assert (scene.state.phase, scene.state.phase_why) == ("paused", "left")
    scene.expect_silence(60)


def test_one_who_goes_pauses_the_room() -> None:
    scene = Scene()
    scene.kim(i.Leave())
    assert (scene.state.phase, scene.state.phase_why) == ("paused", "left")
    assert scene.nora(i.Continue()).ok is False


@pytest.mark.parametrize("heard", ["Stopp!", "stopp stopp", "STOP"])
def test_a_stop_word_stops_everything(heard: str) -> None:
    scene = Scene()
    scene.next_said()
    scene.client_says(heard)
    assert (scene.state.phase, scene.state.phase_why) == ("calm", "stop_word")
    scene.expect_silence(60)


def test_after_a_stop_the_sentence_is_taken_up_where_it_was() -> None:
    scene = Scene()
    scene.next_said()
    scene.client_says("Når går bussen?")
    scene.pass_time(1)
    scene.kim(i.Stop())
    frozen = scene.state.scene_time(scene.room.ms)
    scene.expect_silence(300)
    assert scene.state.scene_time(scene.room.ms) == frozen
    assert scene.kim(i.Continue()).ok
    resumed = scene.room.ms
    line = scene.expect_said("berit", "12:10")
    assert line.t - resumed >= 800, "nobody speaks in the very moment in which the room moves again"


def test_a_stop_before_the_start_leaves_a_scene_that_can_begin() -> None:
    scene = Scene(begin=False)
    scene.kim(i.Stop())
    assert scene.kim(i.Continue()).ok is False
    assert scene.nora(i.Continue()).ok
    scene.expect_said("berit", reply="hello_waiting")


def test_staff_take_over_a_stop() -> None:
    scene = Scene()
    scene.kim(i.Stop())
    scene.nora(i.Stop())
    assert scene.state.phase_by == "nora"
    refused = scene.kim(i.Continue())
    assert refused.refusal is not None
    assert refused.refusal.code == "staff_stopped"


def test_a_lost_client_stills_the_room_and_it_goes_on_by_itself() -> None:
    scene = Scene()
    scene.next_said()
    scene.kim(i.SetPresence(False))
    assert (scene.state.phase, scene.state.phase_why) == ("paused", "lost")
    refused = scene.nora(i.Continue())
    assert refused.refusal is not None
    assert refused.refusal.code == "no_client"
    scene.expect_silence(40)
    scene.kim(i.SetPresence(True))
    assert scene.state.phase == "running"
    scene.expect_said("berit", reply="easy_quiet", within=12)


def test_a_room_that_staff_hold_still_does_not_go_on_by_itself() -> None:
    scene = Scene()
    scene.kim(i.SetPresence(False))
    scene.nora(i.Pause())
    scene.kim(i.SetPresence(True))
    assert (scene.state.phase, scene.state.phase_by) == ("paused", "nora")


def test_calmer_is_felt_at_once() -> None:
    scene = Scene(warmth=3, company=3, closeness=3)
    scene.next_said()
    assert scene.kim(i.Calmer()).ok
    assert scene.state.levels["warmth"] == 0
    scene.kim(i.Calmer())
    assert (scene.state.levels["company"], scene.state.levels["closeness"]) == (2, 2)


def test_a_scene_without_end_does_not_fill_the_log() -> None:
    """Ten minutes in which nobody says anything: the avatars come to rest and only glance about."""
    scene = Scene(company=4, attention=2)
    scene.pass_time(120)
    before = len(scene.room.runner.log)
    scene.pass_time(600)
    assert len(scene.room.runner.log) - before < 600
    assert len([stamped for stamped in scene.facts(f.Said) if stamped.t > 300_000]) == 0
