"""A therapist takes an avatar in the middle of a scene, and gives it back."""

from __future__ import annotations

from itertools import pairwise

from rooms import facts as f
from rooms import intents as i
from rooms.motion import arrival
from tests.scenes.scene import Scene


def at_the_board() -> Scene:
    scene = Scene(company=3)
    scene.skip_to("ask")
    scene.pass_time(14)
    scene.forget()
    return scene


def test_nobody_butts_in_while_a_person_plays() -> None:
    scene = at_the_board()
    scene.nora(i.Take("berit"))
    scene.client_says("når går bussen?")
    scene.expect_silence(20)
    assert scene.room.refused == [], "their minds do not even try"
    scene.nora(i.SpeakAs("berit", text="Om ti minutter, tror jeg."))
    line = scene.expect_said("berit", "ti minutter")
    assert (line.source, line.by) == ("person", "nora")
    scene.expect_silence(60)


def test_given_back_it_goes_on_with_the_scene() -> None:
    scene = at_the_board()
    scene.nora(i.Take("berit"))
    scene.client_says("når går bussen?")
    scene.nora(i.SpeakAs("berit", text="Om ti minutter."))
    scene.next_said()
    scene.nora(i.Release("berit"))
    scene.expect_said("berit", reply="just_ask", within=20)


def test_given_back_it_answers_what_nobody_has_answered() -> None:
    scene = at_the_board()
    scene.nora(i.Take("berit"))
    scene.client_says("når går bussen?")
    scene.expect_silence(5)
    scene.nora(i.Release("berit"))
    scene.expect_said("berit", "12:10")


def test_what_the_peer_says_does_not_hide_what_the_client_asked() -> None:
    scene = at_the_board()
    scene.room.come("ola", "peer", "Ola", by="nora")
    scene.nora(i.Take("berit"))
    scene.client_says("når går bussen?")
    scene.room.ask("ola", i.Say(text="Bra spurt."))
    scene.nora(i.SpeakAs("berit", text="Ti over tolv."))
    scene.next_said()
    scene.nora(i.Release("berit"))
    scene.expect_silence(6)


def test_an_authored_line_is_said_in_the_tone_of_the_room() -> None:
    scene = Scene(warmth=4)
    scene.next_said()
    scene.nora(i.Take("berit"))
    scene.nora(i.SpeakAs("berit", reply="told_time"))
    line = scene.expect_said("berit", "Det står jo der.")
    assert (line.source, line.by) == ("authored", "nora")


def test_it_walks_back_to_its_place() -> None:
    scene = at_the_board()
    home = scene.state.avatars["berit"].motion.path[-1]
    scene.nora(i.Take("berit"))
    assert scene.nora(i.WalkAs("berit", (4.0, 0.0))).ok
    scene.pass_time(10)
    scene.nora(i.Release("berit"))
    assert scene.state.avatars["berit"].motion.path[-1] == home


def test_a_therapist_who_goes_leaves_no_silent_avatar() -> None:
    for going in (i.Leave(), i.SetPresence(False)):
        scene = at_the_board()
        scene.nora(i.Take("berit"))
        scene.client_says("når går bussen?")
        scene.nora(going)
        scene.expect_said("berit", "12:10")


def test_the_driver_whom_a_person_plays_goes_when_given_back() -> None:
    scene = Scene()
    scene.skip_to("board")
    scene.pass_time(20)
    scene.nora(i.Take("driver"))
    scene.pass_time(1)
    scene.nora(i.Again())
    assert scene.state.avatars["driver"].present
    scene.nora(i.Release("driver"))
    assert not scene.state.avatars["driver"].present


def test_one_who_is_named_answers_and_the_other_stops_thinking() -> None:
    scene = at_the_board()
    scene.client_says("går 31 til sentrum?")
    scene.pass_time(0.6)
    assert scene.state.avatars["berit"].thinking
    scene.client_says("Amina, når går bussen?")
    scene.expect_said("amina", "12:10")
    assert not scene.state.avatars["berit"].thinking


def test_people_do_not_talk_on_the_way_in() -> None:
    scene = Scene()
    scene.skip_to("ask")
    scene.pass_time(14)
    scene.forget()
    scene.nora(i.SetLevel("company", 2))
    scene.client_says("Jonas, når går bussen?")
    line = scene.expect_said("jonas", "12:10", within=30)
    assert line.t >= arrival(scene.state.avatars["jonas"].motion)


def test_the_fare_is_the_drivers_to_tell() -> None:
    scene = Scene()
    scene.skip_to("board")
    scene.expect_said("driver", within=30)
    scene.client_says("Berit, hva koster det?")
    scene.expect_said("driver", reply="fare")


def test_no_two_avatars_talk_over_each_other() -> None:
    scene = Scene(company=4, step=4)
    for text in (
        "hei",
        "Ingrid, når går bussen?",
        "Jonas, går den snart?",
        "Berit, fint vær",
        "Amina, er den sein?",
    ) * 3:
        scene.client_says(text)
        scene.pass_time(3.1)
    scene.pass_time(60)
    lines = sorted(scene.avatar_lines(), key=lambda line: line.t)
    assert len({line.who for line in lines}) >= 3
    for one, following in pairwise(lines):
        assert following.t >= one.t + one.lasts


def test_only_the_newest_of_many_lines_is_answered() -> None:
    scene = at_the_board()
    for text in ("hei", "du", "når går bussen?"):
        scene.client_says(text)
        scene.pass_time(0.2)
    scene.expect_said("berit", "12:10")
    answers = [stamped.fact.answers for stamped in scene.facts(f.Said) if isinstance(stamped.fact, f.Said)]
    assert len([answer for answer in answers if answer is not None]) == 1
