"""Who is told what: never more than is theirs, and always enough to see the room as it is."""

from __future__ import annotations

import pytest

from rooms import facts as f
from rooms import intents as i
from rooms.audience import hears, view_for
from rooms.state import RoomState
from tests.unit.rooms.kit import Room

EVERYBODY = ("c1", "c2", "p1", "t1", "o1", "a1")


def full() -> Room:
    """A room with everybody in it but p9, who waits in the lobby."""
    room = Room()
    room.begin()
    room.let_in("c2", "p1", "o1")
    room.knock("a1")
    room.knock("p9")
    return room


def who_hears(room: Room, fact: f.Fact) -> set[str]:
    return {who for who in (*EVERYBODY, "p9") if hears(room.state, room.state.people[who], fact)}


def view(room: Room, who: str) -> RoomState:
    return view_for(room.state, room.state.people[who])


STAFF = {"p1", "t1", "a1"}
ROOM = full()


@pytest.mark.parametrize(
    ("fact", "who"),
    [
        (f.Thinking("berit", True), set(EVERYBODY)),
        (f.Presence("c1", False), set(EVERYBODY)),
        (f.Left("c1", "left"), set(EVERYBODY)),
        (f.PhaseChanged("paused", "t1", "pause"), set(EVERYBODY)),
        (f.PhaseChanged("ended", "t1", "end"), {*EVERYBODY, "p9"}),
        (f.Whispered("c1", "Bra!", "t1"), {"c1", *STAFF}),
        (f.Whispered("o1", "Se nå", "t1"), {"o1", *STAFF}),
        (f.HeardAs(9, "yes", 0.9), STAFF),
        (f.Instructed("berit", "Vent", "t1"), STAFF),
        (f.Marked("t1", "her"), STAFF),
        (f.HumanCalled("c1", "anger"), STAFF),
        (f.HelpAsked("c1"), {"c1", *STAFF}),
        (f.Knocked("p9", "peer", "Ny", "jonas", "nb"), {"p9", *STAFF}),
        (f.Presence("p9", False), {"p9", *STAFF}),
        (f.Declined("p9", "t1"), {"p9", *STAFF}),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, f.FactBase) else "",
)
def test_who_hears(fact: f.Fact, who: set[str]) -> None:
    assert who_hears(ROOM, fact) == who


@pytest.mark.parametrize("who", ["c1", "c2", "o1"])
def test_what_free_words_were_taken_for_is_for_staff(who: str) -> None:
    room = full()
    room.do("c1", i.Say(meaning="waiting"))
    line = room.says("jeg venter her")
    room.do("berit", i.Hear(line, "waiting", 0.8))
    shown = [(line.meaning, line.sure) for line in view(room, who).lines]
    assert shown == [("waiting", 1.0), (None, None)], "a card means what it says; the rest is a guess"
    assert view(room, "p1").lines[-1].meaning == "waiting"


def test_notes_are_for_few_eyes() -> None:
    room = full()
    room.do("t1", i.Whisper("c1", "Til deg"))
    room.do("t1", i.Whisper("c2", "Til en annen"))
    room.do("t1", i.Instruct("berit", "Vent"))
    room.do("t1", i.Mark("her"))
    room.do("c1", i.AskHelp())
    assert [note.kind for note in view(room, "c1").notes] == ["whisper", "help"]
    assert [note.text for note in view(room, "c2").notes] == ["Til en annen"]
    assert view(room, "o1").notes == []
    assert len(view(room, "t1").notes) == 5


def test_who_waits_is_for_staff() -> None:
    room = full()
    assert "p9" in view(room, "t1").people
    assert "p9" not in view(room, "c1").people


def test_whose_words_are_in_the_transcript_is_not_forgotten() -> None:
    room = full()
    room.says("Ha det!", who="p1")
    room.do("p1", i.Leave())
    room.do("c2", i.Leave())
    assert set(view(room, "c1").people) == {"c1", "t1", "o1", "a1", "p1"}


def test_one_who_has_spoken_and_left_and_waits_again_is_gone_for_all_but_staff() -> None:
    room = full()
    room.says("Ha det!", who="p1")
    room.do("p1", i.Leave())
    room.knock("p1")
    assert view(room, "c1").people["p1"].where == "gone"
    assert view(room, "t1").people["p1"].where == "lobby"
    assert room.state.people["p1"].where == "lobby"


def test_from_the_lobby_one_sees_the_title_and_oneself() -> None:
    shown = view(full(), "p9")
    assert set(shown.people) == {"p9"}
    assert shown.scene is not None
    assert (shown.avatars, shown.lines, shown.offered) == ({}, [], [])


def test_before_the_knock_one_sees_nobody() -> None:
    shown = view_for(full().state, None)
    assert shown.people == {}
    assert shown.scene is not None


def test_one_who_has_left_sees_the_room_no_more() -> None:
    room = full()
    room.do("c2", i.Leave())
    assert set(view(room, "c2").people) == {"c2"}
    assert not hears(room.state, room.state.people["c2"], f.Thinking("berit", True))


def test_looking_never_changes_the_room() -> None:
    room = full()
    line = room.says("hei")
    room.do("berit", i.Hear(line, "greeting", 0.8))
    view(room, "c1")
    assert room.state.lines[-1].meaning == "greeting"
