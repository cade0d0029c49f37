"""The scene that the golden log holds: a whole round at the bus stop in which everything happens that can happen."""

from __future__ import annotations

from infra.virtual_room import VirtualRoom
from rooms import intents as i
from rooms.axes import AXES, Axis
from rooms.facts import Stamped
from rooms.people import Actor


def record() -> list[Stamped]:
    """Plays the scene from its first fact to its last, and gives its log."""
    room = VirtualRoom("bus_stop", ceiling=dict.fromkeys(AXES, 3))
    _come_together(room)
    _everyone_agrees_to_be_recorded(room)
    _a_first_talk(room)
    _the_therapist_plays(room)
    _pressure_and_pauses(room)
    _to_the_end(room)
    return room.runner.log


def _come_together(room: VirtualRoom) -> None:
    room.knock("t1", "therapist", "Nora")
    room.advance(400)
    room.knock("c1", "client", "Kim", "ali")
    room.advance(600)
    room.ask("t1", i.Admit("c1"))
    room.come("p1", "peer", "Ola", by="t1")
    room.knock("c2", "client", "Feil rom")
    room.ask("t1", i.Decline("c2"))
    room.come("o1", "observer", "Student", by="p1", language="en")
    room.ask("t1", i.Continue())


def _everyone_agrees_to_be_recorded(room: VirtualRoom) -> None:
    room.ask("t1", i.AskToRecord())
    room.advance(300)
    for who, agree in (("c1", False), ("p1", True), ("o1", True), ("c1", True)):
        room.ask(who, i.Consent(agree))
        room.advance(200)


def _a_first_talk(room: VirtualRoom) -> None:
    room.advance(5000)
    room.ask("c1", i.Say(meaning="waiting"))
    room.advance(12_000)
    room.ask("c1", i.Say(text="buss tid tavla"))
    room.advance(6000)
    room.ask("c1", i.Say(text="Ja"))
    room.ask("c1", i.Stand((1.1, 1.25), 170.0))
    room.advance(14_000)
    room.ask("c1", i.AskHelp())
    room.ask("p1", i.GiveHelp("shown"))
    room.ask("p1", i.Say(text="Du gjør det fint."))
    room.advance(3000)


def _the_therapist_plays(room: VirtualRoom) -> None:
    room.ask("t1", i.Take("berit"))
    room.ask("c1", i.Say(text="Er det langt?"))
    room.advance(3500)
    room.ask("t1", i.SpeakAs("berit", text="Ti minutter, tror jeg."))
    room.ask("t1", i.GestureAs("berit", "point"))
    room.ask("t1", i.LookAs("berit", "board"))
    room.ask("t1", i.WalkAs("berit", (2.9, 0.4)))
    room.advance(2500)
    room.ask("t1", i.Release("berit"))
    room.ask("t1", i.Instruct("berit", "Snakk litt saktere."))
    room.ask("t1", i.Whisper("c1", "Du kan spørre om prisen."))
    room.ask("t1", i.Mark("Spurte selv"))
    for trouble in ("disk_full", ""):
        room.runner.ask(Actor("recorder", "mind"), i.TellRecorder(trouble))
    room.ask("c1", i.Consent(False))
    room.advance(4000)


def _pressure_and_pauses(room: VirtualRoom) -> None:
    for _ in range(3):
        room.ask("t1", i.Harder())
        room.advance(700)
    room.ask("t1", i.SetLevel("attention", 2))
    room.ask("t1", i.SetLevel("load", 1))
    room.ask("t1", i.SetLevel("critical_replies", 2))
    room.ask("t1", i.SetLevel("closeness", 2))
    room.advance(5000)
    room.ask("c1", i.SetPresence(False))
    room.advance(4000)
    room.ask("c1", i.SetPresence(True))
    room.advance(1500)
    room.ask("c1", i.Say(text="Hva koster billetten?"))
    room.advance(1700)
    room.ask("c1", i.Stop())
    room.advance(8000)
    room.ask("c1", i.Calmer())
    room.ask("c1", i.SetCeiling("closeness", 1))
    room.ask("t1", i.Continue())
    room.advance(9000)


def _the_last_yes_is_taken_back_and_given_again(room: VirtualRoom) -> None:
    for who in ("o1", "t1"):
        room.ask(who, i.Consent(False))
    room.ask("t1", i.AskToRecord())
    for who in ("o1", "c1"):
        room.ask(who, i.Consent(True))


def _to_the_end(room: VirtualRoom) -> None:
    room.ask("c1", i.SetDistressLimit(6))
    room.ask("t1", i.AskDistress("c1"))
    room.ask("c1", i.RateDistress(4))
    raised: list[tuple[Axis, int]] = [("personal_questions", 1), ("persuasion", 1), ("load", 2), ("load", 4)]
    for axis, level in raised:
        room.ask("c1", i.SetCeiling(axis, 4))
        room.ask("t1", i.SetLevel(axis, level))
    for text in ("Hva er klokka?", "Fint vær i dag", "Hvor lenge tar turen, da?", "Ja", "Hva koster billetten?"):
        room.ask("c1", i.Say(text=text))
        room.advance(12_000)
    room.ask("t1", i.SetLevel("load", 1))
    room.advance(1000)
    room.ask("c1", i.Say(text="Nå kommer bussen"))
    room.advance(20_000)
    room.ask("c1", i.Say(text="En billett til sentrum, takk"))
    room.advance(9000)
    room.ask("c1", i.MakeWish("harder"))
    room.advance(2000)
    room.ask("p1", i.Leave())
    _the_last_yes_is_taken_back_and_given_again(room)
    room.ask("c1", i.Say(text="Jeg klarer ikke mer"))
    room.advance(6000)
    room.ask("t1", i.End())
