"""The command line: `proverom --help`."""

from __future__ import annotations

import typer

from server.bench import bench_app
from server.bench_dial import dial
from server.bench_hearing import hearing
from server.bench_recording import crash, recording
from server.bench_rooms import rooms
from server.doctor_command import doctor
from server.practice_command import practice
from server.scenario_command import scenario_app
from server.serve_command import serve
from server.session_command import session_app

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Prøverom: rooms in which people practise ordinary social life."
)
app.command()(serve)
app.command()(practice)
app.command()(doctor)
app.add_typer(scenario_app, name="scenario")
app.add_typer(session_app, name="session")
bench_app.command("rooms")(rooms)
bench_app.command("dial")(dial)
bench_app.command("hearing")(hearing)
bench_app.command("recording")(recording)
bench_app.command("crash")(crash)
app.add_typer(bench_app, name="bench")


def main() -> None:
    """The entry point of the `proverom` command."""
    app()
