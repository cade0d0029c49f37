"""The command line: `proverom --help`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated

import structlog
import typer

from rooms.axes import AXES, Axis, Language
from rooms.refusals import Refusal
from rooms.scenario_check import check
from rooms.scenario_file import library, load_general, load_places
from server.app import Server
from server.bench import bench_app
from server.own_names import own_names
from server.proxies import NotANetworkError, trusted_networks
from server.serving import serve_until_stopped
from server.settings import Settings
from server.welcome import DemoLinks, welcome

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Prøverom: rooms in which people practise ordinary social life."
)
scenario_app = typer.Typer(no_args_is_help=True, help="Scenarios: what a rehearsal is made of.")
app.add_typer(scenario_app, name="scenario")
app.add_typer(bench_app, name="bench")

DEMO_CEILING: dict[Axis, int] = {
    **dict.fromkeys(AXES, 3),
    "company": 4,
    "personal_questions": 1,
    "persuasion": 0,
    "substance_cues": 0,
}


def _networks(names: list[str] | None) -> list[str] | None:
    """The names as they are. Raises BadParameter when one is no network."""
    try:
        trusted_networks(names or ())
    except NotANetworkError as error:
        raise typer.BadParameter(str(error)) from None
    return names


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="The port to serve on.")] = 8790,
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 for the whole network.")] = "127.0.0.1",
    also_known_as: Annotated[
        list[str] | None, typer.Option(help="A further name or address under which browsers reach this server.")
    ] = None,
    demo: Annotated[bool, typer.Option("--demo", help="Open a session at the bus stop, with a code ready.")] = False,
    language: Annotated[str, typer.Option(help="The language spoken in the demo: nb or en.")] = "nb",
    public_address: Annotated[
        str | None, typer.Option(help="The https address of a proxy in front, such as rooms.clinic.example.")
    ] = None,
    trust_proxy: Annotated[
        list[str] | None,
        typer.Option(
            help="A network whose word on client addresses is believed, such as 127.0.0.1.", callback=_networks
        ),
    ] = None,
    most_rooms: Annotated[int, typer.Option(help="How many rooms may be open at a time.", min=1)] = 32,
    name: Annotated[str, typer.Option(help="The name that clients see for whoever is at the console.")] = "Veileder",
) -> None:
    """Start the server, and print the links to the console and to the headset."""
    if language not in ("nb", "en"):
        raise typer.BadParameter("choose nb or en", param_hint="--language")
    chosen: Language = "nb" if language == "nb" else "en"
    hosts = tuple(dict.fromkeys(["127.0.0.1", "localhost", *own_names(host), *(also_known_as or [])]))
    settings = Settings(
        host=host, port=port, hosts=hosts, worker_name=name, language=chosen, secure=public_address is not None,
        public=public_address, trusted_proxies=tuple(trust_proxy or ()), most_rooms=most_rooms,
    )  # fmt: skip
    if not (settings.static / "index.html").is_file():
        typer.echo("The pages are not built, so no browser can come in. Run `make run`, which builds them.", err=True)
        raise typer.Exit(1)
    _log_to_stderr()
    _run(_serve(settings, demo))


def _run(work: Coroutine[None, None, None]) -> None:
    """On uvloop where it runs: it halves the cost of a packet."""
    if sys.platform == "win32":
        asyncio.run(work)
    else:
        import uvloop

        uvloop.run(work)


async def _serve(settings: Settings, demo: bool) -> None:
    server = Server(settings)
    links = await _open_demo(server) if demo else None

    def ready() -> None:
        typer.echo(welcome(settings, server.auth.make_link_secret(), links))

    try:
        await serve_until_stopped(server, ready)
    except OSError:
        typer.echo(
            f"Port {settings.port} of {settings.host} cannot be used: another program may have it. "
            "Choose another one with --port.",
            err=True,
        )
        raise typer.Exit(1) from None


async def _open_demo(server: Server) -> DemoLinks:
    session = await server.sessions.make("bus_stop", server.settings.language, DEMO_CEILING)
    if isinstance(session, Refusal):
        raise RuntimeError(f"the demo could not be opened: {session.words['en']}")
    name = session.runner.name
    return DemoLinks(name, server.sessions.code_for(name, "client").code, server.sessions.code_for(name, "peer").code)


def _log_to_stderr() -> None:
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(30),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


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
