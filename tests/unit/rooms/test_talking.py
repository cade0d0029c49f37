"""Saying, hearing and answering: who may speak now, in which tone, and what follows."""

from __future__ import annotations

import pytest

from rooms import facts as f
from rooms import intents as i
from rooms.asking_back import asking_back
from rooms.axes import TONES
from tests.unit.rooms.kit import Room, of_kind


def begun(**levels: int) -> Room:
    room = Room(levels=levels)
    room.begin()
    return room


def the_line(facts: list[f.Fact]) -> f.Said:
    (said,) = of_kind(facts, f.Said)
    assert isinstance(said, f.Said)
    return said


def test_free_words_are_said_in_ones_own_language() -> None:
    room = begun()
    said = the_line(room.do("c1", i.Say(text="  Hei!  ")))
    assert (said.words, said.source, said.meaning) == ({"nb": "Hei!"}, "person", None)


@pytest.mark.parametrize("intent", [i.Say(), i.Say(text="   ")])
def test_nothing_cannot_be_said(intent: i.Say) -> None:
    assert begun().refused("c1", intent) == "nothing_to_say"


def test_a_card_is_certain_and_must_be_among_those_shown() -> None:
    room = begun()
    room.do("c1", i.Say(meaning="waiting"))
    assert (room.state.lines[-1].meaning, room.state.lines[-1].sure) == ("waiting", 1.0)
    assert room.refused("c1", i.Say(meaning="have_ticket")) == "not_offered"
    room.do("c1", i.Pause())
    assert room.refused("c1", i.Say(meaning="waiting")) == "not_running"


@pytest.mark.parametrize(("text", "stops"), [("stopp", True), ("Stopp, stopp!", True), ("stopp bussen her", False)])
def test_stop_words(text: str, stops: bool) -> None:
    room = begun()
    room.says(text)
    assert (room.state.phase == "calm") == stops


def test_a_line_is_heard_once_and_never_as_surely_as_a_card() -> None:
    room = begun()
    line = room.says()
    room.do("berit", i.Hear(line, "ask_time", 1.0))
    assert room.state.lines[-1].sure == 0.999
    assert room.refused("berit", i.Hear(line, "no", 1.0)) == "already_heard"
    room.do("berit", i.Answer("berit", line, "ask_time"))
    assert room.refused("berit", i.Hear(room.state.lines[-1].seq, "no", 1.0)) == "no_such_line"


def test_one_answer_to_a_line() -> None:
    room = begun()
    line = room.says()
    room.do("berit", i.Answer("berit", line, "ask_time"))
    room.now = 30_000
    assert room.refused("berit", i.Answer("berit", line, "ask_time")) == "already_answered"
    assert room.refused("berit", i.Answer("berit", room.state.lines[-1].seq, "yes")) == "no_such_line"
    assert room.refused("berit", i.Answer("berit", 999, "yes")) == "no_such_line"


def test_one_avatar_at_a_time() -> None:
    room = begun(company=2)
    said = the_line(room.do("berit", i.Open("berit")))
    line = room.says()
    room.now = said.lasts - 1
    assert room.refused("berit", i.Answer("ingrid", line, "ask_time")) == "floor_taken"
    assert room.refused("berit", i.Prompt("jonas", 0)) == "floor_taken"
    assert room.refused("berit", i.AskBack("ingrid", line, None)) == "floor_taken"
    room.now = said.lasts
    room.do("berit", i.Answer("ingrid", line, "ask_time"))


def test_who_is_not_there_does_not_speak() -> None:
    room = begun()
    line = room.says()
    assert room.refused("berit", i.Answer("jonas", line, "ask_time")) == "no_such_avatar"
    room.do("t1", i.Take("berit"))
    assert room.refused("berit", i.Answer("berit", line, "ask_time")) == "person_plays"
    assert room.refused("berit", i.Think("berit", True)) == "person_plays"
    room.do("t1", i.Pause())
    room.do("t1", i.Release("berit"))
    assert room.refused("berit", i.Answer("berit", line, "ask_time")) == "not_running"


@pytest.mark.parametrize("warmth", range(5))
def test_the_tone_is_the_levels(warmth: int) -> None:
    room = begun(warmth=warmth)
    assert the_line(room.do("berit", i.Answer("berit", room.says(), "ask_time"))).tone == TONES[warmth]


def test_variants_come_in_turn() -> None:
    room = begun()
    heard = []
    for _ in range(4):
        heard.append(the_line(room.do("berit", i.Answer("berit", room.says(), "ask_time"))).words["nb"])
        room.now += 20_000
    assert heard[0] != heard[1]
    assert heard[:2] == heard[2:]


@pytest.mark.parametrize("meaning", ["leave", "help", "distress", "anger"])
def test_a_way_out_is_never_made_to_hurt(meaning: str) -> None:
    room = begun(critical_replies=4)
    said = the_line(room.do("berit", i.Answer("berit", room.says(), meaning)))
    assert said.critical is None
    lines = room.script.scenario.replies[said.reply or ""].open["warm"]
    assert said.words in lines


def test_what_an_answer_leads_to() -> None:
    room = begun()
    facts = room.do("berit", i.Answer("berit", room.says(), "ask_time"))
    assert [fact.goal for fact in facts if isinstance(fact, f.GoalReached)] == ["asked"]
    assert [fact.beat for fact in facts if isinstance(fact, f.BeatBegan)] == ["wait"]
    assert [card.meaning for card in room.state.offered] == room.script.scenario.beats["wait"].cards


def test_help_fades() -> None:
    kinds = []
    for level in range(5):
        room = Room()
        room.do("t1", i.SetHelp(level))
        room.begin()
        kinds.append(room.state.help_given.kind if room.state.help_given else None)
    assert kinds == ["shown", "hint", None, None, None]


def test_nobody_opens_when_the_client_starts() -> None:
    assert begun(your_part=3).refused("berit", i.Open("berit")) == "nothing_to_say"
    assert begun(your_part=2).do("berit", i.Open("berit"))


def test_a_silence_line_that_is_not_written_is_not_said() -> None:
    room = begun()
    assert room.refused("berit", i.Prompt("berit", 9)) == "nothing_to_say"
    room.do("berit", i.Prompt("berit", 1))
    assert room.state.beat == "ask"


def test_asking_back_is_an_answer_that_waits_for_a_yes() -> None:
    room = begun()
    line = room.says("buss")
    room.do("berit", i.AskBack("berit", line, "ask_time"))
    assert room.state.asked is not None
    assert room.state.asked.meaning == "ask_time"
    room.now = 10_000
    other = room.says("hm")
    room.do("berit", i.AskBack("berit", other, None))
    assert room.state.lines[-1].critical is None


def test_asking_back_is_warm_or_curt_and_never_twice_the_same() -> None:
    card = Room().script.card("ask_time")
    for guess in (card, None):
        asked = {asking_back(guess, warmth, turn)["nb"] for warmth in (0, 4) for turn in (0, 1)}
        assert len(asked) == 4
    assert "Når går bussen?" in asking_back(card, 0, 0)["nb"]


def test_what_was_last_said_is_said_again_in_the_same_words() -> None:
    room = begun(critical_replies=4)
    first = the_line(room.do("berit", i.Open("berit")))
    room.now = 10_000
    again = the_line(room.do("berit", i.Answer("berit", room.says("Hva?"), "repeat")))
    assert (again.words, again.critical) == (first.words, None)


def test_anger_tells_staff_and_leaving_stills_the_room() -> None:
    room = begun()
    facts = room.do("berit", i.Answer("berit", room.says(), "anger"))
    assert f.HumanCalled("c1", "anger") in facts
    assert f.Gestured("berit", "step_back") in facts
    room.now = 10_000
    assert f.PhaseChanged("paused", "room", "left") in room.do("berit", i.Answer("berit", room.says(), "leave"))


def test_who_cries_for_help_is_named_and_helped() -> None:
    room = begun()
    facts = room.do("berit", i.Answer("berit", room.says(), "help"))
    assert f.HelpAsked("c1") in facts
    assert f.HumanCalled("c1", "help") in facts
    assert of_kind(facts, f.HelpGiven)
