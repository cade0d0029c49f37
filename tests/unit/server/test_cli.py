"""The command line as a person meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rooms.scenario_file import library
from server.cli import app


def run(*words: str) -> tuple[int, str]:
    """Exit status and everything that was printed."""
    result = CliRunner().invoke(app, list(words), env={"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"})
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("words", "explained"),
    [
        (["--help"], ["serve", "doctor", "scenario", "bench"]),
        (
            ["serve", "--help"],
            ["--port", "--demo", "--lan", "--cert", "--key", "--data", "--public-address"],
        ),
        (["doctor", "--help"], ["--lan", "--cert", "--key", "--data", "--json"]),
        (["scenario", "--help"], ["new", "check", "play", "list"]),
        (["bench", "--help"], ["understanding", "answer"]),
    ],
)
def test_help_names_what_there_is(words: list[str], explained: list[str]) -> None:
    status, text = run(*words)
    assert status == 0
    assert [word for word in explained if word not in text] == []


def test_a_mistake_is_told_with_its_file_line_and_what_to_write(tmp_path: Path) -> None:
    lines = library()["bus_stop"].read_text(encoding="utf-8").splitlines(keepends=True)
    number = next(at for at, line in enumerate(lines) if line.startswith("place:"))
    lines[number] = "place: bus_stopp\n"
    file = tmp_path / "mine.yaml"
    file.write_text("".join(lines), encoding="utf-8")
    status, text = run("scenario", "check", str(file))
    assert status == 1
    assert f"{file}:{number + 1}: place:" in text
    assert "Write instead:" in text
    assert "found." in text.splitlines()[-1]


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "picture.yaml"
    file.write_bytes(b"id: \xff\xfe")
    status, text = run("scenario", "check", str(file))
    assert status == 2
    assert "UTF-8" in text


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert run("scenario", "check", str(tmp_path / "none.yaml"))[0] == 2
    assert run("scenario", "check", str(tmp_path))[0] == 2


def test_an_unknown_language_is_refused_before_anything_starts() -> None:
    status, text = run("serve", "--language", "de")
    assert status == 2
    assert "nb or en" in text


def test_the_library_is_listed() -> None:
    status, text = run("scenario", "list")
    assert status == 0
    assert "bus_stop" in text


@pytest.mark.parametrize("name", ["answer", "understanding"])
def test_a_benchmark_prints_one_json_object_of_numbers(name: str) -> None:
    status, text = run("bench", name, "--json", *(["--rounds", "2"] if name == "answer" else []))
    assert status == 0
    assert isinstance(json.loads(text), dict)
