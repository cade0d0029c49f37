"""A scenario of one's own from the command line: begun, checked, played through."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from rooms.scenario_check import check
from rooms.scenario_file import SCHEMA, SKELETON, load_general, load_places
from server.cli import app
from server.own_scenarios import own_folder


def run(*words: str, typed: str = "") -> tuple[int, str]:
    """Exit status and everything that was printed, with `typed` as what a person types."""
    environment = {"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}
    result = CliRunner().invoke(app, ["scenario", *words], input=typed, env=environment)
    return result.exit_code, result.output


def test_the_skeleton_may_be_played_as_it_is() -> None:
    found = check(SKELETON.read_text(encoding="utf-8"), SKELETON.name, load_general(), load_places())
    assert found.mistakes == []
    assert not [piece for piece in found.advice if "words" in piece.problem], "what there is, is short"


def test_a_good_scenario_has_no_mistakes_and_advice_does_not_fail_it() -> None:
    status, text = run("check", str(SKELETON))
    assert status == 0
    assert text.splitlines()[0].startswith("Advice")
    assert text.splitlines()[-1] == "No mistakes found."


def test_mistakes_come_before_advice_and_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(SKELETON.read_text(encoding="utf-8").replace("place: talk_room", "place: moon"), encoding="utf-8")
    status, text = run("check", str(file), str(SKELETON))
    assert status == 1
    assert text.splitlines()[0].startswith(f"{file}:9: place: There is no place 'moon'.")
    assert "1 mistake found." in text


@pytest.mark.parametrize("source", [None, "bus_stop"])
def test_one_of_ones_own_is_begun_in_the_servers_folder_and_may_be_played(source: str | None, tmp_path: Path) -> None:
    words = [] if source is None else ["--from", source]
    status, text = run("new", "my_own", *words, "--data", str(tmp_path))
    path = own_folder(tmp_path) / "my_own.yaml"
    assert status == 0
    assert str(path) in text
    written = path.read_text(encoding="utf-8")
    assert written.startswith(f"# yaml-language-server: $schema={SCHEMA.as_uri()}\n")
    found = check(written, path.name, load_general(), load_places())
    assert found.mistakes == []
    assert found.scenario is not None
    assert found.scenario.id == "my_own"
    assert "my_own" in run("list", "--data", str(tmp_path))[1]
    assert source is not None or run("play", "my_own", "--data", str(tmp_path), typed="q\n")[0] == 0


def test_a_new_one_takes_the_place_of_no_other(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "mine.yaml"
    assert run("new", "mine", "--to", str(file))[0] == 0
    before = file.read_text(encoding="utf-8")
    status, text = run("new", "mine", "--from", "bus_stop", "--to", str(file))
    assert status == 2
    assert "is there already" in text
    assert file.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("words", [["bus_stop"], ["../away"], ["Stor"], ["mine", "--from", "moon"]])
def test_a_name_that_will_not_do_is_refused(words: list[str], tmp_path: Path) -> None:
    assert run("new", *words, "--data", str(tmp_path))[0] == 2
    assert list(tmp_path.iterdir()) == []


def test_a_play_through_in_norwegian_by_card_words_and_silence() -> None:
    status, text = run("play", str(SKELETON), typed="Hva?\n1\n9\n\n")
    assert status == 0
    lines = text.splitlines()
    assert lines[0] == "Flytte en time. Spør om du kan få en ny time."
    assert lines[1] == "Steg 1 av 4: Start"
    assert "Hjelp: Kan jeg få flytte timen?" in lines
    assert "Solveig (varmt): Hei, så fint at du kom! Hva kan jeg hjelpe deg med?" in lines
    assert any("forstått som" in line or "ikke forstått" in line for line in lines)
    assert "> Du: Kan jeg få flytte timen?" in lines
    assert "Nådd: Jeg spurte om en ny time" in lines
    assert "> Det er ikke noe kort 9." in lines
    assert "> Solveig (varmt): Ta den tida du trenger." in lines, "nobody said anything, so she did"
    assert lines[-1] == "> ", "it ends with what was typed"


def test_a_play_through_in_english_up_to_a_step_in_real_life() -> None:
    status, text = run("play", str(SKELETON), "--language", "en", "--step", "3", typed="1\nTuesday\nthank you\nmore\n")
    assert status == 0
    lines = text.splitlines()
    assert "Step 3 of 4: She is friendly, but not quite as warm." in lines
    assert "Solveig (friendly): Good, I'll write that down." in lines
    assert "A step in real life:" in lines
    assert lines[-1] == "  – Call and ask together with someone.", "and then it is over"


def test_stop_stills_the_play_and_an_empty_line_goes_on() -> None:
    lines = run("play", str(SKELETON), "--language", "en", typed="stop\n\n1\nq\n")[1].splitlines()
    assert "Everything stands still. Empty line: go on." in lines
    assert "Solveig (warmly): Of course! Which day is best for you?" in lines
    assert lines[-1] == "> You left. That is always fine."


def test_what_cannot_be_played_is_said(tmp_path: Path) -> None:
    assert run("play", "moon", "--data", str(tmp_path))[0] == 2
    assert run("play", str(SKELETON), "--step", "99")[0] == 2
    assert run("play", str(SKELETON), "--language", "de")[0] == 2
    file = tmp_path / "own.yaml"
    file.write_text("id: [", encoding="utf-8")
    status, text = run("play", str(file))
    assert status == 1
    assert f"{file}:1:" in text
