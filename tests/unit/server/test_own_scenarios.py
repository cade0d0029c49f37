"""A clinic's own scenarios beside the library's: a bad file is named, and keeps nobody from the others."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from rooms.axes import AXES
from rooms.scenario_file import SKELETON, library
from server.app import Server
from server.own_scenarios import load_own, own_folder
from server.sessions import Session
from server.settings import Settings
from tests.unit.rooms.broken import WAYS, break_it

GOOD = SKELETON.read_text(encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    own_folder(tmp_path).mkdir()
    return tmp_path


def write(data: Path, name: str, text: str) -> None:
    (own_folder(data) / name).write_text(text, encoding="utf-8")


def test_nothing_is_needed() -> None:
    own = load_own(Path("/nowhere"))
    assert (own.scripts, own.mistakes) == ({}, [])


def test_a_file_goes_by_the_id_that_stands_in_it(data: Path) -> None:
    write(data, "a.yaml", GOOD.replace("id: skeleton", "id: our_own"))
    write(data, "notes.txt", "not a scenario")
    own = load_own(data)
    assert (list(own.scripts), own.mistakes) == (["our_own"], [])


def test_one_that_can_be_read_but_names_what_is_not_there_is_left_out(data: Path) -> None:
    write(data, "a.yaml", GOOD.replace("look: turid", "look: nobody"))
    own = load_own(data)
    assert (list(own.scripts), [mistake.where for mistake in own.mistakes]) == ([], ["cast.worker.look"])


def test_an_id_is_taken_once_and_none_of_the_librarys(data: Path) -> None:
    write(data, "a.yaml", GOOD)
    write(data, "b.yaml", GOOD)
    write(data, "c.yaml", GOOD.replace("id: skeleton", "id: bus_stop"))
    own = load_own(data)
    assert list(own.scripts) == ["skeleton"]
    assert [str(mistake) for mistake in own.mistakes] == [
        "b.yaml:1: id: Another file has the id 'skeleton' already. Write instead: an id of its own",
        "c.yaml:1: id: 'bus_stop' is a scenario that comes with Prøverom. Write instead: an id of its own",
    ]


def test_what_is_no_text_or_no_file_is_named(data: Path) -> None:
    (own_folder(data) / "picture.yaml").write_bytes(b"id: \xff")
    (own_folder(data) / "folder.yaml").mkdir()
    own = load_own(data)
    assert [(mistake.file, mistake.problem) for mistake in own.mistakes] == [
        ("folder.yaml", "The file cannot be read: is a directory."),
        ("picture.yaml", "This is no text (byte 4)."),
    ]


async def test_a_server_serves_the_rest(data: Path) -> None:
    write(data, "good.yaml", GOOD)
    for way in WAYS:
        lines = break_it(library()["bus_stop"].read_text(encoding="utf-8"), way, Random(way.__name__)).lines
        write(data, f"{way.__name__}.yaml", "\n".join(lines))
    server = Server(Settings(data=data))
    assert {mistake.file for mistake in server.own.mistakes} == {f"{way.__name__}.yaml" for way in WAYS}
    offered = [scenario.id for scenario in server.sessions.scenarios()]
    assert offered == [*library(), "skeleton"]
    opened = await server.sessions.make("skeleton", "nb", dict.fromkeys(AXES, 4))
    assert isinstance(opened, Session)
    await server.sessions.close()
