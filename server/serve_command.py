"""`proverom serve`: what the command line said, checked, and the server run on it."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final, NoReturn

import msgspec
import typer

from rooms.axes import AXES, Axis, Language
from rooms.refusals import Refusal
from server.app import Server
from server.doctor import why_not
from server.logs import USUAL, VARIABLE, set_up_logs
from server.options import (
    AlsoKnownAs,
    CertFile,
    DataFolder,
    Host,
    KeyFile,
    Lan,
    MostRooms,
    Port,
    PublicAddress,
    SiteKeyFile,
    TrustProxy,
    given_files,
    listening_address,
)
from server.own_names import own_names
from server.own_scenarios import OwnScenarios, own_folder
from server.reach import Reach, given_certificate, own_certificate, without_tls
from server.recording.site_key import SiteKey, SiteKeyError, usual_site_key
from server.serving import serve_until_stopped
from server.sessions import Session
from server.settings import Settings, usual_data_folder
from server.tls.certificates import CertificateError
from server.tls.given import GivenFiles
from server.tls.store import Store
from server.welcome import DemoLinks, PracticeLink, moved, welcome

OpensFirst = Callable[[Server, list[Session]], Awaitable[DemoLinks | PracticeLink]]
"""Opens the session with which the server starts; it is handed those that are open from before."""

DEMO_CEILING: Final[dict[Axis, int]] = {
    **dict.fromkeys(AXES, 3),
    "company": 4,
    "personal_questions": 1,
    "persuasion": 0,
    "substance_cues": 0,
}


def serve(
    port: Port = 8790,
    lan: Lan = False,
    cert: CertFile = None,
    key: KeyFile = None,
    host: Host = None,
    also_known_as: AlsoKnownAs = None,
    demo: Annotated[bool, typer.Option("--demo", help="Open a session at the bus stop, with a code ready.")] = False,
    language: Annotated[str, typer.Option(help="The language spoken in the demo: nb or en.")] = "nb",
    public_address: PublicAddress = None,
    trust_proxy: TrustProxy = None,
    most_rooms: MostRooms = 32,
    data: DataFolder = None,
    site_key: SiteKeyFile = None,
    name: Annotated[str, typer.Option(help="The name that clients see for whoever is at the console.")] = "Veileder",
) -> None:
    """Start the server, and print the links to the console and to the headset."""
    if language not in ("nb", "en"):
        raise typer.BadParameter("choose nb or en", param_hint="--language")
    chosen: Language = "nb" if language == "nb" else "en"
    files = given_files(cert, key)
    if public_address and (lan or files):
        raise typer.BadParameter(
            "a proxy speaks https for us: leave out --lan and --cert", param_hint="--public-address"
        )
    listen = listening_address(host, lan, files)
    folder = data or usual_data_folder()
    way = _way_in(listen, also_known_as or [], folder if lan and not files else None, files)
    site = _site_key(site_key or usual_site_key(), folder)
    settings = Settings(
        host=listen, port=port, hosts=way.reach.hosts, worker_name=name, language=chosen,
        secure=way.reach.context is not None or public_address is not None, public=public_address,
        trusted_proxies=tuple(trust_proxy or ()), most_rooms=most_rooms, data=folder, site=site,
        authority=way.authority,
    )  # fmt: skip
    _start(settings, way, _open_demo if demo else None)


def serve_here(
    port: int, language: Language, data: Path | None, site_key: Path | None, name: str, first: OpensFirst
) -> None:
    """Runs the server for browsers on this machine alone, with the session that `first` opens. Exits when it cannot."""
    listen, folder = listening_address(None, lan=False, files=None), data or usual_data_folder()
    way = _way_in(listen, [], None, None)
    site = _site_key(site_key or usual_site_key(), folder)
    settings = Settings(
        host=listen, port=port, hosts=way.reach.hosts, worker_name=name, language=language, data=folder, site=site
    )
    _start(settings, way, first)


def _start(settings: Settings, way: WayIn, first: OpensFirst | None) -> None:
    if not (settings.static / "index.html").is_file():
        typer.echo("The pages are not built, so no browser can come in. Run `make run`, which builds them.", err=True)
        raise typer.Exit(1)
    _log_to_stderr()
    _leave_no_dump()
    _run(_serve(settings, way, first))


class WayIn(msgspec.Struct, frozen=True):
    """How browsers come in: by which names and certificate, and the authority that people may install."""

    reach: Reach
    authority: bytes | None = None
    authority_file: Path | None = None


def _way_in(host: str, also: list[str], data: Path | None, files: GivenFiles | None) -> WayIn:
    """With files: theirs; with a data folder: our own authority's; else without TLS. Exits when it cannot be had."""

    def find() -> list[str]:
        return [*own_names(host), *also]

    try:
        if files is not None:
            return WayIn(Reach(given_certificate(files, also, _now)))
        if data is None:
            return WayIn(Reach(without_tls(find)))
        store = Store(data)
        authority = store.authority(socket.gethostname(), _now())
        reach = Reach(own_certificate(store, authority, find, _now))
        return WayIn(reach, store.for_browsers.read_bytes(), store.for_browsers)
    except CertificateError as error:
        typer.echo(f"https cannot be served: {error}.", err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        _cannot_be_used(error, data, "Choose another folder with --data.")


def _site_key(path: Path, data: Path) -> SiteKey:
    """The key that locks recordings, made when there is none. Exits when it cannot be had."""
    try:
        return SiteKey.load_or_create(path, data)
    except SiteKeyError as error:
        typer.echo(f"Recordings cannot be locked: {error}.", err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        _cannot_be_used(error, path, "Choose another file with --site-key.")


def _cannot_be_used(error: OSError, path: Path | None, instead: str) -> NoReturn:
    why = (error.strerror or "unknown reason").lower()
    typer.echo(f"{error.filename or path} cannot be used: {why}. {instead}", err=True)
    raise typer.Exit(1) from None


def _now() -> datetime:
    return datetime.now(UTC)


def _run(work: Coroutine[None, None, None]) -> None:
    """On uvloop where it runs: it halves the cost of a packet."""
    if sys.platform == "win32":
        asyncio.run(work)
    else:
        import uvloop

        uvloop.run(work)


async def _serve(settings: Settings, way: WayIn, first: OpensFirst | None) -> None:
    server = Server(settings)
    _name_what_is_left_out(server.own, settings.data)
    back = await server.reentry.bring_back()
    links = await first(server, back) if first is not None else None

    def ready() -> None:
        new_key = settings.site.path if settings.site is not None and settings.site.created else None
        typer.echo(welcome(server.names, server.auth.make_link_secret(), links, way.authority_file, new_key, len(back)))

    try:
        await serve_until_stopped(server, way.reach, ready, lambda: typer.echo(moved(server.names)))
    except OSError as error:
        why = why_not(error.errno)
        typer.echo(f"Port {settings.port} of {settings.host} cannot be used: {why}. Choose another: --port.", err=True)
        raise typer.Exit(1) from None


def _name_what_is_left_out(own: OwnScenarios, data: Path | None) -> None:
    if own.mistakes and data is not None:
        typer.echo(f"Scenarios in {own_folder(data)} that are left out until they are mended:", err=True)
    for mistake in own.mistakes:
        typer.echo(str(mistake), err=True)


async def _open_demo(server: Server, back: list[Session]) -> DemoLinks:
    """A session that was open before is gone on with."""
    session = back[0] if back else await server.sessions.make("bus_stop", server.settings.language, DEMO_CEILING)
    if isinstance(session, Refusal):
        raise RuntimeError(f"the demo could not be opened: {session.words['en']}")
    name = session.runner.name
    return DemoLinks(name, server.sessions.code_for(name, "client").code, server.sessions.code_for(name, "peer").code)


def _leave_no_dump() -> None:
    """What is in a room does not end up in a dump of memory."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _log_to_stderr() -> None:
    try:
        set_up_logs(sys.stderr, os.environ.get(VARIABLE, USUAL))
    except ValueError as error:
        typer.echo(f"{error}.", err=True)
        raise typer.Exit(1) from None
