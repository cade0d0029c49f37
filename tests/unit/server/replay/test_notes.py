"""Notes of those who watch: kept in the recording, sealed, and gone with the part of whom they are about."""

from __future__ import annotations

import pytest

from rooms.people import Person
from rooms.state import RoomState
from rooms.watching import WatchNote
from server.recording.erase import erase_person
from server.replay.notes import NoteBook
from tests.unit.server.recording.kit import Place, a_session

CANARY = "kanarifugl i margen"


def note(number: int, by: str, text: str = CANARY) -> WatchNote:
    return WatchNote(str(number), 5000, by, "Nora", text)


def with_client() -> RoomState:
    return RoomState(people={"c1": Person("c1", "client", "Kim", "tor", "nb", where="room")})


def recorded(place: Place) -> None:
    a_session(place).writer.finish()


def book(place: Place) -> NoteBook:
    return NoteBook(place.path, place.site, "s1")


def test_notes_are_kept_until_they_are_removed_and_stand_in_no_byte_of_the_file(place: Place) -> None:
    recorded(place)
    open_book = book(place)
    with place.read() as file:  # whoever watches has it open meanwhile
        open_book.add(note(1, "staff"), with_client())
        open_book.add(note(2, "c1"), with_client())
        assert file.state_at(10**9).seq > 0
    assert book(place).load() == [note(1, "staff"), note(2, "c1")]
    assert CANARY.encode() not in place.path.read_bytes()
    again = book(place)
    again.load()
    again.remove("1")
    assert book(place).load() == [note(2, "c1")]
    with place.read() as file:
        assert file.info.finished
        assert file.damage() == []


def test_a_note_goes_with_the_part_of_whom_it_is_about(place: Place) -> None:
    recorded(place)
    open_book = book(place)
    for one, state in (
        (note(1, "staff"), with_client()),
        (note(2, "c1"), RoomState()),
        (note(3, "staff"), RoomState()),
    ):
        open_book.add(one, state)
    erase_person(place.path, place.site, "s1", "c1")
    assert book(place).load() == [note(3, "staff")]


def test_nothing_is_written_to_a_damaged_recording(place: Place) -> None:
    recorded(place)
    before = place.path.read_bytes()
    with pytest.raises(OSError, match="only read"):
        NoteBook(place.path, place.site, "s1", damaged=True).add(note(1, "staff"), with_client())
    assert place.path.read_bytes() == before
