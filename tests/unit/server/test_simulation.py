"""Every scenario played by every simulated client on its lowest, middle and highest step; what the dial delivers."""

from __future__ import annotations

import pytest

from agents.simulated import MANNERS, MannerName
from infra.virtual_room import load_script, load_understanding
from rooms import facts as f
from rooms import intents as i
from rooms.plain_words import forbidden_in
from rooms.scenario_file import library
from rooms.script import Script
from server.dial.delivered import delivered, failures, falls
from server.dial.exchanges import plain_levels, run_exchanges
from server.simulation import LONGEST_MS, Round, play_round
from server.virtual_room import VirtualRoom

SCENARIOS = sorted(library())


def steps(script: Script) -> list[int]:
    return [1, (1 + script.steps()) // 2, script.steps()]


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_scenario_comes_to_its_end_with_everybody(name: str, manner: MannerName) -> None:
    script = load_script(name)
    for number, step in enumerate(steps(script)):
        language = ("nb", "en")[number % 2]
        played = play_round(script, load_understanding(name), manner, step, "en" if language == "en" else "nb", number)
        assert played.closed, f"step {step} stuck in {played.beats}"
        assert played.ms < LONGEST_MS
        keeps_the_rules(played)


def keeps_the_rules(played: Round) -> None:
    """Nothing forbidden is said, nobody answers in a still room, leaving and distress are met."""
    running = False
    for stamped in played.log:
        fact = stamped.fact
        if isinstance(fact, f.PhaseChanged):
            running = fact.phase == "running"
        if isinstance(fact, f.Said) and fact.source == "authored":
            assert running, "an avatar spoke while the room stood still"
            for language, text in fact.words.items():
                assert not forbidden_in(text, language)


@pytest.mark.parametrize("name", SCENARIOS)
def test_stop_works_in_every_beat(name: str) -> None:
    script = load_script(name)
    beats = set(script.scenario.beats)
    room = VirtualRoom(script, load_understanding(name))
    room.knock("staff", "therapist", "Staff")
    room.come("client", "client", "Sol", by="staff")
    room.ask("staff", i.Continue())
    stopped = set()
    for _ in range(2400):
        state = room.runner.state
        if state.beat not in stopped:
            assert room.ask("client", i.Stop()).ok
            assert state.phase == "calm"
            before = len(state.lines)
            room.advance(5000)
            assert len(state.lines) == before, "somebody spoke in the calm place"
            stopped.add(state.beat)
            assert room.ask("client", i.Continue()).ok
        if state.beat == "closing":
            break
        room.advance(500)
    assert "closing" in stopped
    assert len(stopped) >= min(3, len(beats))


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_middle_step_delivers_what_it_promises(name: str) -> None:
    script = load_script(name)
    levels, help_level = script.levels_at(steps(script)[1])
    run = run_exchanges(script, load_understanding(name), levels, help_level)
    assert failures(delivered(run, script, levels), script, levels, run.exchanges) == []


def test_a_level_that_is_not_delivered_is_found_out() -> None:
    script = load_script("bus_stop")
    levels = plain_levels(script, warmth=1)
    run = run_exchanges(script, load_understanding("bus_stop"), levels, 2)
    other = {**levels, "warmth": 2, "closeness": 3, "attention": 3, "company": 2, "critical_replies": 2}
    wrong = " ".join(failures(delivered(run, script, levels), script, other, run.exchanges))
    for axis in ("warmth", "closeness", "attention", "company"):
        assert axis in wrong


def test_a_measure_that_does_not_grow_is_found_out() -> None:
    assert falls([0.0, 1.0, 1.0])
    assert not falls([0.0, 0.5, None, 1.0])
