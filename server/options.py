"""The options of the command line that more than one command takes, and how each is checked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from rooms.axes import LANGUAGES, Language
from server.own_names import EVERYWHERE, host_name
from server.proxies import NotANetworkError, trusted_networks
from server.tls.given import GivenFiles


def _hosts(names: list[str] | None) -> list[str] | None:
    """The names as browsers write them. Raises BadParameter when one is neither a name nor an address."""
    return [_host(name) for name in names] if names else names


def _public_address(name: str | None) -> str | None:
    """The name as browsers write it, with its port when that is not the usual one."""
    if name is None:
        return None
    host, _, port = name.rpartition(":") if re.search(r":\d+$", name) else (name, "", "")
    return _host(host) if port in ("", "443") else f"{_host(host)}:{int(port)}"


def _host(name: str) -> str:
    found = host_name(name)
    if found is None:
        raise typer.BadParameter(f"{name} is neither a name nor an address: write it such as rooms.clinic.example")
    return found


def _networks(names: list[str] | None) -> list[str] | None:
    """The names as they are. Raises BadParameter when one is no network."""
    try:
        trusted_networks(names or ())
    except NotANetworkError as error:
        raise typer.BadParameter(str(error)) from None
    return names


def language_named(name: str) -> Language:
    """The language of the product with this name. Raises BadParameter for any other."""
    if name not in LANGUAGES:
        raise typer.BadParameter(f"choose {' or '.join(LANGUAGES)}", param_hint="--language")
    return "nb" if name == "nb" else "en"


def given_files(cert: Path | None, key: Path | None) -> GivenFiles | None:
    """The two files of a real name's certificate. Raises BadParameter when only one is given."""
    if cert is None and key is None:
        return None
    if cert is None or key is None:
        raise typer.BadParameter("--cert and --key go together", param_hint="--cert")
    return GivenFiles(cert, key)


def listening_address(host: str | None, lan: bool, files: GivenFiles | None) -> str:
    """What was asked for; else the whole network when others are to come in by https, and this machine when not."""
    return host or (EVERYWHERE[0] if lan or files else "127.0.0.1")


Port = Annotated[int, typer.Option(help="The port to serve on.", min=1, max=65535)]
Lan = Annotated[
    bool, typer.Option("--lan", help="Let headsets on the network in: https with a certificate of our own.")
]
CertFile = Annotated[Path | None, typer.Option("--cert", help="A real name's certificate with its chain (PEM).")]
KeyFile = Annotated[Path | None, typer.Option("--key", help="The key that belongs to --cert (PEM).")]
Host = Annotated[
    str | None,
    typer.Option(help="The address to listen on: this machine unless said, the whole network with --lan or --cert."),
]
AlsoKnownAs = Annotated[
    list[str] | None,
    typer.Option(help="A further name or address under which browsers reach this server.", callback=_hosts),
]
PublicAddress = Annotated[
    str | None,
    typer.Option(help="The https address of a proxy in front, such as rooms.clinic.example.", callback=_public_address),
]
TrustProxy = Annotated[
    list[str] | None,
    typer.Option(help="A network whose word on client addresses is believed, such as 127.0.0.1.", callback=_networks),
]
MostRooms = Annotated[int, typer.Option(help="How many rooms may be open at a time.", min=1)]
SiteKeyFile = Annotated[
    Path | None,
    typer.Option(
        "--site-key",
        envvar="PROVEROM_SITE_KEY",
        dir_okay=False,
        help="The file with the key that locks recordings, outside --data; with your user's settings unless said.",
    ),
]
DataFolder = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="PROVEROM_DATA",
        file_okay=False,
        help="The folder for what must outlive the server; a folder of your user's unless said.",
    ),
]
