"""Playing an avatar, and what staff say so that few hear it."""

from __future__ import annotations

import pytest

from rooms import facts as f
from rooms import intents as i
from rooms.motion import distance
from tests.unit.rooms.kit import Room, of_kind


def begun(**levels: int) -> Room:
    room = Room(levels=levels)
    room.begin()
    room.knock("t2")
    return room


def test_one_plays_and_others_wait() -> None:
    room = begun()
    room.do("t1", i.Take("berit"))
    assert room.do("t1", i.Take("berit")) == []
    assert room.refused("t2", i.Take("berit")) == "already_taken"
    assert room.refused("t2", i.Release("berit")) == "not_taken"
    assert room.refused("t1", i.Take("jonas")) == "no_such_avatar"
    room.do("t1", i.Release("berit"))
    room.do("t2", i.Take("berit"))


@pytest.mark.parametrize(
    "intent",
    [
        i.SpeakAs("berit", text="Hei"),
        i.GestureAs("berit", "nod"),
        i.LookAs("berit", "board"),
        i.WalkAs("berit", (4.0, 1.0)),
    ],
)
def test_only_whom_one_has_taken(intent: i.Intent) -> None:
    room = begun()
    assert room.refused("t1", intent) == "not_taken"
    room.do("t1", i.Take("berit"))
    room.do("t1", intent)
    if not isinstance(intent, i.SpeakAs):
        assert room.refused("berit", intent) == "person_plays"


def test_a_typed_line_is_a_persons_and_takes_the_floor() -> None:
    room = begun(company=2)
    room.do("t1", i.Take("berit"))
    room.do("berit", i.Open("ingrid"))
    asked = room.says()
    (said,) = room.do("t1", i.SpeakAs("berit", text=" Ti over. "))
    assert isinstance(said, f.Said)
    assert (said.words, said.source, said.by, said.answers) == ({"nb": "Ti over."}, "person", "t1", asked)
    assert room.state.floor is not None
    assert room.state.floor.who == "berit"


def test_an_authored_line_is_worded_as_the_mind_would() -> None:
    room = begun(warmth=2)
    room.do("t1", i.Take("berit"))
    (said,) = room.do("t1", i.SpeakAs("berit", reply="told_time"))
    assert isinstance(said, f.Said)
    assert (said.source, said.tone, said.words["en"]) == ("authored", "neutral", "It goes at 12:10.")
    assert room.refused("t1", i.SpeakAs("berit", reply="nonsense")) == "nothing_to_say"
    assert room.refused("t1", i.SpeakAs("berit", text="  ")) == "nothing_to_say"
    room.do("t1", i.Pause())
    assert room.refused("t1", i.SpeakAs("berit", text="Hei")) == "not_running"


@pytest.mark.parametrize("to", [(0.0, 50.0), (-1.35, -0.55), (float("nan"), 0.0), (float("inf"), 0.0)])
def test_nobody_walks_into_things_or_nowhere(to: tuple[float, float]) -> None:
    room = begun()
    room.do("t1", i.Take("berit"))
    assert room.refused("t1", i.WalkAs("berit", to)) == "nowhere"


def test_nobody_walks_into_people_or_avatars() -> None:
    room = begun(company=2)
    client = room.state.client()
    assert client is not None
    room.do("t1", i.Take("berit"))
    for taken in (client.at, room.at_rest("jonas")):
        assert room.refused("t1", i.WalkAs("berit", (taken[0] + 0.2, taken[1]))) == "nowhere"
    room.do("t1", i.WalkAs("berit", (4.0, 0.5)))
    assert room.refused("t1", i.WalkAs("berit", client.at)) == "nowhere"
    room.do("t2", i.Take("jonas"))
    assert room.refused("t2", i.WalkAs("jonas", (4.2, 0.5))) == "nowhere", "where berit will stand"


def test_it_faces_the_client_when_it_has_come() -> None:
    room = begun()
    room.do("t1", i.Take("berit"))
    room.client_stands((4.0, 1.0))
    (moved,) = room.do("t1", i.WalkAs("berit", (4.0, 0.0)))
    assert isinstance(moved, f.Moved)
    assert moved.facing == 0.0


@pytest.mark.parametrize("at", ["c1", "board", "ingrid", None])
def test_looking_at_what_is_there(at: str | None) -> None:
    room = begun(company=2)
    room.do("t1", i.Take("berit"))
    room.do("t1", i.LookAs("berit", at))
    assert room.state.avatars["berit"].looks_at == at
    assert room.do("t1", i.LookAs("berit", at)) == []


@pytest.mark.parametrize("at", ["t1", "berit", "moon", "c9"])
def test_looking_at_what_cannot_be_seen(at: str) -> None:
    room = begun()
    room.do("t1", i.Take("berit"))
    assert room.refused("t1", i.LookAs("berit", at)) == "nothing_there"


def test_given_back_it_goes_where_the_scene_wants_it() -> None:
    room = begun()
    home = room.at_rest("berit")
    room.do("t1", i.Take("berit"))
    room.do("t1", i.WalkAs("berit", (4.0, 0.5)))
    room.now = 9000
    facts = room.do("t1", i.Release("berit"))
    assert facts[0] == f.Released("berit", "t1")
    assert of_kind(facts, f.Moved)
    assert distance(room.at_rest("berit"), home) < 0.01


def test_whispers_instructions_and_markers() -> None:
    room = begun()
    assert room.do("t1", i.Whisper("c1", "Bra!")) == [f.Whispered("c1", "Bra!", "t1")]
    assert room.refused("t1", i.Whisper("c9", "Bra!")) == "not_here"
    assert room.do("t1", i.Instruct("jonas", "Vent")) == [f.Instructed("jonas", "Vent", "t1")]
    assert room.refused("t1", i.Instruct("moon", "Vent")) == "no_such_avatar"
    assert room.do("t1", i.Mark()) == [f.Marked("t1", "")]
    assert [note.kind for note in room.state.notes] == ["whisper", "instruct", "mark"]
