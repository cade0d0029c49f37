"""`proverom scenario …`: what a rehearsal is made of, checked before anybody meets it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rooms.scenario_check import check
from rooms.scenario_file import library, load_general, load_places

scenario_app = typer.Typer(no_args_is_help=True, help="Scenarios: what a rehearsal is made of.")


@scenario_app.command("check")
def scenario_check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Scenario files (YAML); the library's own unless given.", exists=True, dir_okay=False),
    ] = None,
) -> None:
    """Explain every mistake in a scenario file: where it is, and what to write instead. Advice comes after."""
    general, places = load_general(), load_places()
    mistakes = 0
    for path in files or library().values():
        found = check(_text(path), str(path), general, places)
        for mistake in found.mistakes:
            typer.echo(str(mistake))
        for advice in found.advice:
            typer.echo(f"{advice} (advice)")
        mistakes += len(found.mistakes)
    if mistakes:
        typer.echo(f"{mistakes} {'mistake' if mistakes == 1 else 'mistakes'} found.", err=True)
        raise typer.Exit(1)
    typer.echo("No mistakes found.")


@scenario_app.command("list")
def scenario_list() -> None:
    """The scenarios that come with Prøverom."""
    for name, path in library().items():
        typer.echo(f"{name}  {path.name}")


def _text(path: Path) -> str:
    """What stands in the file. Raises BadParameter when it is no text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise typer.BadParameter(f"{path} is not text in UTF-8 (byte {error.start}); save it as UTF-8") from None
