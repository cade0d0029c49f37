"""A first round at the bus stop: from hello to the bus and goodbye, in both languages, in many people's words."""

from __future__ import annotations

import pytest

from rooms import facts as f
from rooms import intents as i
from rooms.axes import Language
from tests.scenes.scene import Scene


def test_a_first_round_in_norwegian() -> None:
    scene = Scene()
    assert scene.state.help_given is not None
    assert scene.state.help_given.kind == "shown"
    scene.expect_said("berit", "Venter du også på 31-bussen?")
    scene.pass_time(4)
    scene.client_chooses("waiting")
    scene.expect_said("berit", "Jeg også")
    scene.expect_said("berit", "Tidene står på tavla")
    scene.pass_time(5)
    scene.client_says("når går bussen?")
    scene.expect_said("berit", "12:10")
    assert scene.state.goals == ["asked"]
    assert scene.state.beat == "wait"


def test_a_first_round_in_english() -> None:
    scene = Scene("en")
    scene.expect_said("berit", "Are you waiting for the 31 too?")
    scene.client_says("Yes, I am")
    scene.next_said()
    scene.next_said()
    scene.client_says("When does the bus go?")
    line = scene.expect_said("berit", "12:10")
    assert line.language == "en"
    assert line.words["nb"] != line.words["en"]


@pytest.mark.parametrize(
    "heard",
    ["når går busen", "ka tid går bussn?", "når kjem bussen", "eh når går den", "NÅR GÅR BUSSEN"],
)
def test_spelling_and_dialect_are_no_hindrance(heard: str) -> None:
    scene = Scene()
    scene.skip_to("ask")
    scene.pass_time(4)
    scene.forget()
    scene.client_says(heard)
    scene.expect_said("berit", "12:10")


def test_one_who_is_not_sure_asks_back_and_a_yes_is_enough() -> None:
    scene = Scene()
    scene.skip_to("ask")
    scene.pass_time(8)
    scene.forget()
    scene.client_says("buss tid tavla")
    question = scene.next_said()
    assert "Jeg fant det på tavla" in question.words["nb"]
    scene.client_says("ja")
    scene.expect_said("berit", reply="well_read")
    assert scene.state.goals == ["read"]


def test_a_no_to_the_question_ends_it() -> None:
    scene = Scene()
    scene.skip_to("ask")
    scene.pass_time(8)
    scene.forget()
    scene.client_says("buss tid tavla")
    scene.next_said()
    scene.client_says("nei")
    assert "?" in scene.next_said().words["nb"]
    assert scene.state.asked is None
    scene.client_says("ja")
    assert scene.next_said().reply != "well_read"


def test_what_nobody_could_understand_is_asked_for_again() -> None:
    scene = Scene()
    scene.next_said()
    scene.client_says("qwzx brfl gnk")
    assert scene.next_said().reply is None
    assert scene.state.asked is None
    scene.client_says("Jeg venter på bussen")
    scene.expect_said("berit", reply="me_too")


def test_a_peers_word_of_cheer_is_not_the_opening() -> None:
    scene = Scene()
    scene.room.come("ola", "peer", "Ola", by="nora")
    scene.room.ask("ola", i.Say(text="Lykke til!"))
    scene.expect_said("berit", reply="hello_waiting")


def test_say_that_again() -> None:
    scene = Scene()
    first = scene.next_said()
    scene.pass_time(3)
    scene.client_says("hva sa du?")
    assert scene.next_said().words == first.words


def test_a_question_that_is_said_again_still_stands() -> None:
    scene = Scene()
    scene.skip_to("ask")
    scene.pass_time(8)
    scene.forget()
    scene.client_says("buss tid tavla")
    question = scene.next_said()
    scene.client_says("hæ?")
    assert scene.next_said().words == question.words
    scene.client_says("ja")
    scene.expect_said("berit", reply="well_read")


def test_silence_is_met_in_order_and_the_scene_goes_on() -> None:
    scene = Scene()
    scene.expect_said("berit", reply="hello_waiting")
    scene.expect_said("berit", reply="easy_quiet", within=20)
    scene.expect_said("berit", reply="just_ask", within=20)
    assert scene.state.beat == "ask"
    scene.expect_said("berit", reply="look_board")
    scene.expect_said("berit", reply="just_ask", within=25)
    scene.expect_said("berit", reply="soon", within=25)
    assert scene.state.beat == "wait"


def test_silence_alone_leads_to_the_bus_and_to_the_end() -> None:
    scene = Scene()
    scene.skip_to("board")
    assert scene.state.props["bus"].value == "here"
    scene.expect_said("driver", reply="where_to", within=30)
    scene.expect_said("driver", reply="where_to", within=15)
    scene.expect_said("driver", reply="no_rush", within=15)
    scene.expect_said("driver", reply="must_go", within=30)
    assert scene.state.beat == "closing"


def test_through_to_the_end() -> None:
    scene = Scene()
    scene.skip_to("wait")
    scene.client_says("Der kommer bussen!")
    scene.expect_said("berit", reply="bus_coming")
    scene.expect_said("driver", reply="where_to", within=30)
    scene.client_says("Til sentrum")
    scene.expect_said("driver", reply="fare")
    scene.client_says("Jeg har billett på telefonen")
    scene.expect_said("driver", reply="paid")
    assert "met_driver" in scene.state.goals
    assert scene.state.beat == "closing"
    scene.client_says("Takk for hjelpen")
    scene.expect_said("berit", reply="welcome")
    scene.pass_time(60)
    assert not scene.state.avatars["driver"].present


def test_the_driver_speaks_when_the_bus_has_come() -> None:
    """Not from inside a bus that is still a street away."""
    scene = Scene()
    scene.skip_to("board")
    begun = scene.room.ms
    line = scene.expect_said("driver", within=30)
    assert line.t - begun > 5000


def test_the_round_again_begins_at_the_beginning() -> None:
    scene = Scene()
    scene.skip_to("wait")
    scene.client_says("Går den snart?")
    scene.nora(i.Again())
    assert (scene.state.beat, scene.state.goals) == ("arrive", [])
    scene.expect_said("berit", reply="hello_waiting")
    scene.expect_silence(5)


@pytest.mark.parametrize(("language", "heard"), [("nb", "Jeg forstår ikke"), ("en", "I don't understand")])
def test_not_to_understand_is_met_with_an_explanation(language: Language, heard: str) -> None:
    scene = Scene(language)
    scene.skip_to("ask")
    scene.pass_time(6)
    scene.forget()
    scene.client_says(heard)
    line = scene.expect_said("berit")
    assert line.reply == "explain"


def test_people_take_a_moment_before_they_answer() -> None:
    """The room understands at once; a person answers after 0.9 to 4 seconds and is seen to think."""
    for text in (
        "ja",
        "når går bussen?",
        "Unnskyld, jeg lurer på når bussen til sentrum går herfra i dag, vet du det?",
    ):
        scene = Scene()
        scene.skip_to("ask")
        scene.pass_time(8)
        scene.forget()
        scene.client_says(text)
        asked = scene.room.ms
        scene.pass_time(0)
        heard = scene.facts(f.HeardAs)[-1]
        assert heard.t == asked
        answer = scene.next_said()
        assert 900 <= answer.t - asked <= 4000
        thinking = [stamped for stamped in scene.facts(f.Thinking) if asked <= stamped.t <= answer.t]
        assert [stamped.fact for stamped in thinking] == [f.Thinking("berit", True)]
        assert not scene.state.avatars["berit"].thinking
