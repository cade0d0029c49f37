"""What pressure brings into a round: offers, questions, being put off, interruptions, the time, and how hard it is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rooms import facts as f
from rooms import intents as i
from rooms.next_step import WHY
from rooms.state import Line
from tests.scenes.scene import Scene


def no_to(scene: Scene, within: float = 12.0) -> Line:
    """The client says no, and the next line that follows."""
    scene.client_says("Nei")
    return scene.next_said(within)


def offered(scene: Scene) -> Line:
    """The scene up to its first offer."""
    scene.skip_to("wait")
    scene.next_said()
    scene.client_says("Det er fint vær")
    scene.next_said()
    return scene.next_said()


@pytest.mark.parametrize("level", [1, 2, 3])
def test_an_offer_is_repeated_as_often_as_the_level_says_and_then_the_no_stands(level: int) -> None:
    scene = Scene(persuasion=level)
    lines = [offered(scene)]
    for _ in range(level - 1):
        lines.append(no_to(scene))
    assert [(line.remark, line.level) for line in lines] == [("push", number + 1) for number in range(level)]
    assert len({line.words["nb"] for line in lines}) == level
    last = no_to(scene)
    assert last.remark is None
    scene.expect_silence(6)


def test_at_the_highest_level_somebody_else_joins_in() -> None:
    scene = Scene(persuasion=4, company=2)
    first = offered(scene)
    lines = [no_to(scene) for _ in range(3)]
    assert lines[-1].level == 4
    assert lines[-1].who != first.who


@pytest.mark.parametrize("way_out", ["Jeg vil helst ikke snakke om det", "Jeg går nå", "Hold kjeft"])
def test_no_offer_follows_a_word_that_ends_it(way_out: str) -> None:
    scene = Scene(persuasion=4, company=2)
    offered(scene)
    scene.client_says(way_out)
    said = scene.next_said()
    assert said.remark is None
    scene.pass_time(10)
    assert not [line for line in scene.avatar_lines() if line.remark == "push" and line.seq > said.seq]


@pytest.mark.parametrize("taking", ["Ja", "Ja takk, en øl"])
def test_a_yes_to_an_offer_takes_it(taking: str) -> None:
    scene = Scene(persuasion=2)
    offered(scene)
    scene.client_says(taking)
    assert scene.next_said().reply == "take_one"


def test_without_persuasion_nothing_is_offered() -> None:
    scene = Scene()
    scene.skip_to("wait")
    for text in ("Det er fint vær", "Ja", "Nei"):
        scene.client_says(text)
        scene.pass_time(12)
    assert not [line for line in scene.avatar_lines() if line.remark == "push"]


def asked_personally(scene: Scene) -> Line:
    """Three answers, and the question that follows them."""
    scene.next_said()
    for _ in range(3):
        scene.client_says("Hva er klokka?")
        scene.next_said()
    return scene.next_said()


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_every_third_answer_is_followed_by_a_question_of_the_level(level: int) -> None:
    scene = Scene(personal_questions=level)
    question = asked_personally(scene)
    assert (question.remark, question.level) == ("question", level)


def test_whatever_one_tells_is_taken_note_of() -> None:
    scene = Scene(personal_questions=2)
    asked_personally(scene)
    scene.client_says("Jeg samler på gamle frimerker fra Bolivia")
    answer = scene.next_said()
    assert answer.reply == scene.room.script.scenario.general["told"].reply


def test_the_same_words_out_of_the_blue_are_asked_about() -> None:
    scene = Scene()
    scene.next_said()
    scene.client_says("Jeg samler på gamle frimerker fra Bolivia")
    assert scene.next_said().reply is None


def test_a_very_short_answer_is_asked_about_when_open_answers_are_wanted() -> None:
    scene = Scene(your_part=2)
    scene.skip_to("wait")
    scene.pass_time(6)
    scene.forget()
    for text in ("Det er fint vær", "Hva er klokka?", "Unnskyld"):
        scene.client_says(text)
        scene.next_said()
    assert scene.next_said().remark == "followup"
    scene.client_says("Ja")
    scene.next_said()
    scene.expect_silence(5)


def test_a_request_is_put_off_once_where_one_must_stand_up_for_oneself() -> None:
    scene = Scene(your_part=4)
    scene.client_says("Når går bussen?")
    assert scene.next_said().remark == "stall"
    scene.client_says("Når går bussen?")
    scene.expect_said("berit", "12:10")


def test_who_only_watches_sees_the_scene_played_to_its_end() -> None:
    scene = Scene(your_part=0)
    scene.skip_to("closing")
    spoken = {line.who for line in scene.avatar_lines() if line.remark == "stand_in"}
    assert spoken == {scene.room.script.stand_in()}
    assert scene.state.goals


def test_things_break_in_when_there_is_more_to_mind() -> None:
    scene = Scene(load=2)
    scene.next_said()
    for _ in range(9):
        scene.client_says("Hva er klokka?")
        scene.pass_time(8)
    broke_in = scene.facts(f.Interrupted) + [line for line in scene.avatar_lines() if line.remark == "interruption"]
    assert len(broke_in) == 2


def counted_to(scene: Scene) -> int:
    """Up to when the time is counted down; 0 when it is not."""
    return scene.state.countdown or 0


def test_the_time_is_counted_down_and_when_it_is_up_the_scene_goes_on() -> None:
    scene = Scene(load=4)
    scene.pass_time(1)
    limit = scene.room.script.scenario.load
    assert limit is not None
    before = counted_to(scene)
    scene.nora(i.Pause())
    scene.pass_time(30)
    scene.nora(i.Continue())
    assert counted_to(scene) == before + 30_000
    for _ in range(80):
        if scene.state.beat == limit.time_limit.then:
            break
        scene.client_says("Jeg er nervøs")
        scene.pass_time(8)
    assert scene.state.beat == limit.time_limit.then
    assert counted_to(scene) == 0
    assert scene.state.phase == "running"


def test_less_to_mind_takes_the_time_away() -> None:
    scene = Scene(load=4)
    scene.pass_time(1)
    scene.nora(i.SetLevel("load", 3))
    scene.pass_time(1)
    assert scene.state.countdown is None


def ratings(scene: Scene) -> list[int]:
    return [rating.level for rating in scene.state.distress_of("kim").ratings]


def test_how_hard_it_is_is_asked_in_the_rhythm_of_the_scene_and_never_sooner() -> None:
    scene = Scene()
    scene.pass_time(scene.room.script.scenario.ask_distress_every + 15)
    asked = scene.facts(f.DistressAsked)
    assert len(asked) == 1
    refused = scene.nora(i.AskDistress("kim"))
    assert refused.refusal is not None
    assert refused.refusal.code == "asked_lately"
    scene.kim(i.RateDistress(3))
    assert ratings(scene) == [3]
    scene.pass_time(scene.room.script.scenario.ask_distress_every + 15)
    times = [stamped.t for stamped in scene.facts(f.DistressAsked)]
    assert all(later - earlier >= 120_000 for earlier, later in pairwise(times))


def test_above_the_limit_the_room_pauses_by_itself_and_calls() -> None:
    scene = Scene()
    scene.kim(i.SetDistressLimit(5))
    scene.kim(i.RateDistress(5))
    assert scene.state.phase == "running"
    scene.kim(i.RateDistress(6))
    assert (scene.state.phase, scene.state.phase_why) == ("paused", "distress")
    assert scene.facts(f.HumanCalled)
    scene.pass_time(1)
    suggestion = scene.state.suggestion
    assert suggestion is not None
    assert suggestion.why == WHY["bottom"]


def test_after_a_round_one_thing_is_suggested_and_a_wish_changes_it() -> None:
    scene = Scene()
    scene.client_says("Når går bussen?")
    scene.skip_to("closing")
    scene.pass_time(1)
    first = scene.state.suggestion
    assert first is not None
    assert (first.next, first.why) == ("again", WHY["not_rated"])
    scene.kim(i.MakeWish("harder"))
    scene.pass_time(1)
    second = scene.state.suggestion
    assert second is not None
    assert (second.next, second.axis, second.level) == ("up", "help", 1)
    scene.nora(i.Again())
    assert scene.state.suggestion is None
