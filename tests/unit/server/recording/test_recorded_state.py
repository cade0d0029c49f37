"""How hard it was is a person's own part of a recording: it goes when they do, and what was said before is not kept."""

from __future__ import annotations

from rooms import facts as f
from rooms.facts_round import Suggestion
from rooms.people import Person
from rooms.state import Distress, Rating, Recording, RoomState
from server.recording.key_file import SESSION
from server.recording.recorded_state import RecordedState, joined

WHY = Suggestion("again", None, None, {"nb": "Igjen", "en": "Again"})


def live() -> RoomState:
    people = {who: Person(who, "client", who, "ali", "nb", where="room") for who in ("c1", "c2")}
    distress = {"c1": Distress(limit=4, ratings=[Rating(1, 9)], wish="enough"), "c2": Distress(limit=3)}
    return RoomState(
        people=people, distress=distress, suggestion=WHY, suggested_to="c1",
        recording=Recording("t1", {"c1": True, "c2": False}, on=True),
    )  # fmt: skip


def recorded() -> RecordedState:
    known = RecordedState(live())
    facts: list[f.Fact] = [f.DistressRated("c1", 6), f.DistressRated("c2", 8), f.NextSuggested("c1", WHY)]
    for seq, fact in enumerate(facts, 1):
        known.take(f.Stamped(seq, seq * 100, fact), frozenset())
    return known


def test_of_one_who_has_not_agreed_nothing_is_kept_nor_what_was_said_before() -> None:
    assert RecordedState(live()).state.distress == {"c1": Distress(limit=4)}
    assert RecordedState(live()).state.suggestion is None
    assert recorded().state.distress == {"c1": Distress(limit=4, ratings=[Rating(100, 6)])}


def test_a_keyframe_has_it_in_the_person_s_own_part() -> None:
    known = recorded()
    parts = known.parts()
    room = parts[SESSION].room
    assert room is not None
    assert (room.distress, room.suggestion, room.suggested_to) == ({}, None, "")
    again = joined(parts)
    assert again is not None
    assert (again.distress, again.suggestion, again.suggested_to) == (known.state.distress, WHY, "c1")


def test_it_is_gone_when_the_person_is_erased() -> None:
    parts = recorded().parts()
    del parts["c1"]
    again = joined(parts)
    assert again is not None
    assert (again.distress, again.suggestion) == ({}, None)
