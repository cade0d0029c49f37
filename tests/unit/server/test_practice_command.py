"""What `proverom practice` refuses before anything starts, and what it prints when the room is open."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from server.cli import app
from server.own_names import Names
from server.settings import Settings
from server.welcome import PracticeLink, welcome


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--manner", "drunk"], "choose anxious, silent, irritable, agreeable, intoxicated"),
        (["--language", "de"], "choose nb or en"),
        (["--step", "0"], "greater than or equal to 1"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(words: list[str], why: str) -> None:
    shell = {"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}
    result = CliRunner().invoke(app, ["practice", *words], env=shell)
    assert result.exit_code == 2
    assert why in " ".join(result.output.replace("│", " ").split())


def test_the_link_leads_into_the_room_and_nobody_else_is_asked_in() -> None:
    text = welcome(Names(Settings(port=1234)), "SECRET", PracticeLink("a1b2"))
    assert "http://localhost:1234/console#key=SECRET&session=a1b2" in text
    assert "a program, no person" in text
    assert "code" not in text
    assert "Stop the server with Ctrl+C." in text
