"""`proverom scenario …`: making a scenario of one's own, checking it, and playing it before anybody meets it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from agents.understanding import Understanding
from rooms.scenario_check import Findings, check
from rooms.scenario_file import SCHEMA, SKELETON, library, load_general, load_places
from rooms.script import Script
from server.options import DataFolder, language_named
from server.own_scenarios import own_files, own_folder
from server.settings import usual_data_folder
from server.text_play import TextPlay

scenario_app = typer.Typer(no_args_is_help=True, help="Scenarios: what a rehearsal is made of.")
_ID = re.compile(r"[a-z][a-z0-9_]{1,39}")


@scenario_app.command("new")
def scenario_new(
    name: Annotated[str, typer.Argument(metavar="ID", help="A short name in small letters, such as my_bus.")],
    source: Annotated[
        str | None, typer.Option("--from", help="A scenario of the library to copy; a small one to begin from unless.")
    ] = None,
    to: Annotated[
        Path | None, typer.Option(help="The file to write; in the server's folder of own scenarios unless given.")
    ] = None,
    data: DataFolder = None,
) -> None:
    """Begin a scenario of one's own: a copy to change, which the server offers once it starts anew."""
    if not _ID.fullmatch(name) or name in library():
        raise typer.BadParameter(
            f"{name} cannot be its name: small letters, numbers and _, and none of the library's", param_hint="ID"
        )
    if source is not None and source not in library():
        raise typer.BadParameter(f"there is no {source}: choose {', '.join(library())}", param_hint="--from")
    path = to or own_folder(data or usual_data_folder()) / f"{name}.yaml"
    if path.exists():
        raise typer.BadParameter(f"{path} is there already", param_hint="--to")
    text = (SKELETON if source is None else library()[source]).read_text(encoding="utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_as_own(text, name), encoding="utf-8")
    typer.echo(f"{path}\nChange it, and look at it with:\n  proverom scenario check {path}")
    typer.echo(f"  proverom scenario play {path}")


@scenario_app.command("check")
def scenario_check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Scenario files (YAML); the library's unless given."),
    ] = None,
) -> None:
    """Explain every mistake in a scenario file: where it is, and what to write instead. Advice comes after."""
    found = [_findings(path) for path in files or library().values()]
    mistakes = [mistake for one in found for mistake in one.mistakes]
    advice = [piece for one in found for piece in one.advice]
    for mistake in mistakes:
        typer.echo(str(mistake))
    if advice:
        typer.echo("Advice, to make it as whole as those of the library:")
    for piece in advice:
        typer.echo(str(piece))
    if mistakes:
        typer.echo(f"{len(mistakes)} {'mistake' if len(mistakes) == 1 else 'mistakes'} found.", err=True)
        raise typer.Exit(1)
    typer.echo("No mistakes found.")


@scenario_app.command("play")
def scenario_play(
    scenario: Annotated[str, typer.Argument(help="A scenario file, or the id of one in the library or of one's own.")],
    language: Annotated[str, typer.Option(help="The language: nb or en.")] = "nb",
    step: Annotated[int, typer.Option(help="The step of the ladder; 1 is the start.", min=1)] = 1,
    data: DataFolder = None,
) -> None:
    """Play a scenario through in the terminal. Nobody waits: time passes only while somebody speaks."""
    chosen = language_named(language)
    known = {**own_files(data or usual_data_folder()), **library()}
    script = _playable(known.get(scenario, Path(scenario)), list(known))
    try:
        play = TextPlay(script, Understanding(script.meanings()), chosen, step, typer.echo)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--step") from None
    play.begin()
    while True:
        typer.echo("> ", nl=False)
        line = sys.stdin.readline()
        if not line or not play.put(line):
            return


@scenario_app.command("list")
def scenario_list(data: DataFolder = None) -> None:
    """The scenarios that come with Prøverom, and one's own."""
    for name, path in library().items():
        typer.echo(f"{name}  {path.name}")
    for name, path in own_files(data or usual_data_folder()).items():
        typer.echo(f"{name}  {path}")


def _as_own(text: str, name: str) -> str:
    """The text of a scenario under another id, with the way to the schema for editors."""
    bare = re.sub(r"\A# yaml-language-server:.*\n", "", text)
    renamed = re.sub(r"^id: .*$", f"id: {name}", bare, count=1, flags=re.MULTILINE)
    return f"# yaml-language-server: $schema={SCHEMA.as_uri()}\n{renamed}"


def _playable(path: Path, known: list[str]) -> Script:
    """The scenario in the file. Prints its mistakes and exits when there are any."""
    if not path.is_file():
        raise typer.BadParameter(f"{path} is no file, and none of {', '.join(known)}")
    found = _findings(path)
    for mistake in found.mistakes:
        typer.echo(str(mistake), err=True)
    if found.scenario is None or found.mistakes:
        raise typer.Exit(1)
    return Script(found.scenario, load_general(), load_places()[found.scenario.place])


def _findings(path: Path) -> Findings:
    """What is wrong in the file. Raises BadParameter when it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"{path} cannot be read: {(error.strerror or 'unknown reason').lower()}") from None
    except UnicodeDecodeError as error:
        raise typer.BadParameter(f"{path} is not text in UTF-8 (byte {error.start}); save it as UTF-8") from None
    return check(text, str(path), load_general(), load_places())
