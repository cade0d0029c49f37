"""Every `proverom` that stands in a file or a text for those who install it is one that the program takes."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer
import yaml
from typer.core import TyperGroup

from infra.check_size import ROOT
from server.cli import app

TEXTS = ("docs/running.md", "docs/scenarios.md", "infra/systemd/proverom.service")
PROVEROM = re.compile(r"(?:^|[\s=])(?:\S*/)?proverom +(?P<words>[a-z][^`#\n]*)")
FILLED_IN = re.compile(r"\$\{(\w+)[^}]*\}")


def commands(text: str) -> list[list[str]]:
    """The words behind `proverom` in each line of a block, a unit or a pair of backticks."""
    return [shlex.split(FILLED_IN.sub("filled.in", found["words"])) for found in PROVEROM.finditer(text)]


def parse(words: list[str]) -> None:
    """Lets the program's own parser read the words, without doing what they say. Raises UsageError."""
    command = typer.main.get_command(app)
    while isinstance(command, TyperGroup):
        name, *words = words
        assert name in command.commands, f"there is no command {name}"
        command = command.commands[name]
    command.make_context(command.name, words)


def in_texts() -> list[tuple[str, list[str]]]:
    return [(name, words) for name in TEXTS for words in commands(code(ROOT / name))]


def code(path: Path) -> str:
    """Of a page only what is in code; of another file everything but comments."""
    text = path.read_text()
    if path.suffix != ".md":
        return re.sub(r"^#.*$", "", text, flags=re.MULTILINE)
    blocks = re.findall(r"^```.*?\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    return "\n".join([*blocks, *re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)])


def in_containers() -> list[list[str]]:
    compose = yaml.safe_load((ROOT / "infra/compose/compose.yaml").read_text())
    containerfile = (ROOT / "infra/compose/Containerfile").read_text()
    entry = re.search(r'^ENTRYPOINT \["/opt/proverom/bin/proverom"\]$', containerfile, re.MULTILINE)
    assert entry is not None
    (usual,) = re.findall(r"^CMD (\[.+\])$", containerfile, re.MULTILINE)
    started = [FILLED_IN.sub("filled.in", word) for word in compose["services"]["rooms"]["command"]]
    return [started, yaml.safe_load(usual)]


@pytest.mark.parametrize(("name", "words"), in_texts())
def test_a_command_in_a_text_is_taken(name: str, words: list[str]) -> None:
    parse(words)


@pytest.mark.parametrize("words", in_containers())
def test_a_command_of_a_container_is_taken(words: list[str]) -> None:
    parse(words)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("proverom srve", "there is no command"),
        ("proverom serve --lann", "No such option"),
        ("proverom serve --trust-proxy clinic.example", "Write an address"),
    ],
)
def test_a_wrong_one_is_not(text: str, why: str) -> None:
    (words,) = commands(text)
    with pytest.raises(Exception, match=why):
        parse(words)


def test_commands_are_found_in_every_text() -> None:
    assert {name for name, _ in in_texts()} == set(TEXTS)
