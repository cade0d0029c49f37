"""A word from staff into an avatar's ear, while it plays by its script."""

from __future__ import annotations

import pytest

from rooms import intents as i
from rooms.motion import distance
from tests.scenes.scene import Scene


def test_told_to_say_nothing_it_keeps_quiet_until_told_to_speak() -> None:
    scene = Scene("nb")
    scene.next_said()
    scene.nora(i.Instruct("berit", "Si ingenting nå."))
    said = len(scene.avatar_lines())
    scene.client_says("når går bussen?")
    scene.pass_time(30)
    assert len(scene.avatar_lines()) == said
    scene.nora(i.Instruct("berit", "du kan snakke igjen"))
    answer = scene.next_said()
    assert answer.who == "berit"
    assert "12:10" in answer.words["nb"]


def test_told_to_say_something_it_does_not_wait_for_the_silence_to_grow() -> None:
    scene = Scene("en")
    scene.next_said()
    scene.pass_time(4)
    said = len(scene.avatar_lines())
    scene.nora(i.Instruct("berit", "Say something now."))
    scene.pass_time(2)
    assert len(scene.avatar_lines()) == said + 1


def test_told_to_wait_it_answers_later() -> None:
    def answered_after(told: str | None) -> int:
        scene = Scene("nb")
        scene.next_said()
        scene.pass_time(6)
        if told is not None:
            scene.nora(i.Instruct("berit", told))
        scene.client_says("når går bussen?")
        asked = scene.state.lines[-1].t
        return scene.next_said().t - asked

    assert answered_after("Vent litt lenger før du svarer.") - answered_after(None) == pytest.approx(3000, abs=100)


def test_told_to_give_room_it_walks_a_metre_away() -> None:
    scene = Scene("nb")
    scene.next_said()
    client = scene.state.people["kim"].at
    before = distance(client, scene.state.avatars["berit"].motion.path[-1])
    scene.nora(i.Instruct("berit", "Gi klienten mer plass."))
    scene.pass_time(3)
    after = distance(client, scene.state.avatars["berit"].motion.path[-1])
    assert after >= before + 0.95
    scene.pass_time(20)
    assert distance(client, scene.state.avatars["berit"].motion.path[-1]) == after


def test_a_word_that_it_does_not_know_changes_nothing() -> None:
    scene = Scene("nb")
    scene.next_said()
    scene.nora(i.Instruct("berit", "Spill på trompet."))
    scene.client_says("når går bussen?")
    assert "12:10" in scene.next_said().words["nb"]
