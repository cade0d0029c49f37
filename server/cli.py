"""The command line: `proverom --help`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rooms.scenario_check import check
from rooms.scenario_file import library, load_general, load_places
from server.bench import bench_app
from server.bench_recording import crash, recording
from server.bench_rooms import rooms
from server.doctor_command import doctor
from server.serve_command import serve
from server.session_command import session_app

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Prøverom: rooms in which people practise ordinary social life."
)
scenario_app = typer.Typer(no_args_is_help=True, help="Scenarios: what a rehearsal is made of.")
app.command()(serve)
app.command()(doctor)
app.add_typer(scenario_app, name="scenario")
app.add_typer(session_app, name="session")
bench_app.command("rooms")(rooms)
bench_app.command("recording")(recording)
bench_app.command("crash")(crash)
app.add_typer(bench_app, name="bench")


@scenario_app.command("check")
def scenario_check(
    files: Annotated[list[Path], typer.Argument(help="Scenario files (YAML).", exists=True, dir_okay=False)],
) -> None:
    """Explain every mistake in a scenario file: where it is, and what to write instead."""
    general, places = load_general(), load_places()
    found = 0
    for path in files:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise typer.BadParameter(f"{path} is not text in UTF-8 (byte {error.start}); save it as UTF-8") from None
        for mistake in check(text, str(path), general, places):
            typer.echo(str(mistake))
            found += 1
    if found:
        typer.echo(f"{found} {'mistake' if found == 1 else 'mistakes'} found.", err=True)
        raise typer.Exit(1)
    typer.echo("No mistakes found.")


@scenario_app.command("list")
def scenario_list() -> None:
    """The scenarios that come with Prøverom."""
    for name, path in library().items():
        typer.echo(f"{name}  {path.name}")


def main() -> None:
    """The entry point of the `proverom` command."""
    app()
