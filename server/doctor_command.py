"""`proverom doctor`: looks at the machine, and says what to mend."""

from __future__ import annotations

import http.client
import importlib.util
import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import msgspec
import typer

from server import doctor as judge
from server.doctor import CertificateFound, PortFound, Verdict
from server.door_check import SERVER
from server.options import (
    AlsoKnownAs,
    CertFile,
    DataFolder,
    Host,
    KeyFile,
    Lan,
    MostRooms,
    Port,
    given_files,
    listening_address,
)
from server.own_names import EVERYWHERE, LOOPBACK, own_names
from server.settings import STATIC, usual_data_folder
from server.tls.certificates import CertificateError
from server.tls.given import GivenFiles
from server.tls.store import AUTHORITY, LEAF, Store

ANSWER_WITHIN_S: Final = 2.0
CLOCK_WATCHED_S: Final = 0.2
SOURCES_CHECK: Final = STATIC.parent.parent / "infra" / "build_client.py"
"""There in a copy of the sources only; an installed server has its pages with it."""


def doctor(
    port: Port = 8790,
    lan: Lan = False,
    cert: CertFile = None,
    key: KeyFile = None,
    host: Host = None,
    also_known_as: AlsoKnownAs = None,
    most_rooms: MostRooms = 32,
    data: DataFolder = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Look at what would keep people out, and say what to mend. Give it the options that `serve` gets."""
    files = given_files(cert, key)
    listen = listening_address(host, lan, files)
    folder = data or usual_data_folder()
    names = own_names(listen)
    verdicts = [judge.port(port, listen, find_port(listen, port))]
    if lan and not files:
        wanted = (*LOOPBACK, *names, *(also_known_as or ()))
        verdicts += [judge.network(wanted), judge.certificate(find_own(Store(folder), wanted), _now())]
    if files:
        verdicts.append(judge.certificate(find_given(files, tuple(also_known_as or ())), _now()))
    verdicts += _machine(folder, most_rooms)
    ok = all(verdict.ok for verdict in verdicts)
    if as_json:
        typer.echo(msgspec.json.encode({"ok": ok, "checks": verdicts}).decode())
    else:
        typer.echo("\n".join(_lines(verdicts)))
    if not ok:
        raise typer.Exit(1)


def _lines(verdicts: list[Verdict]) -> Iterator[str]:
    for verdict in verdicts:
        yield f"{'good ' if verdict.ok else 'MEND '} {verdict.name:<12} {verdict.said}"
        if verdict.mend:
            yield f"{'':<19}{verdict.mend}"


def _machine(folder: Path, most_rooms: int) -> list[Verdict]:
    free, writable = find_disk(folder)
    return [
        judge.clock(_now(), *find_clock()),
        judge.disk(folder, free, writable),
        judge.pages((STATIC / "index.html").is_file(), find_freshness(SOURCES_CHECK)),
        judge.python(sys.version_info[:2], importlib.util.find_spec("uvloop") is not None),
        judge.open_files(find_most_open_files(), most_rooms),
    ]


def _now() -> datetime:
    return datetime.now(UTC)


def find_port(host: str, port: int) -> PortFound:
    """Tries to listen there, for a moment."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
        try:
            probe.bind((host, port))
            probe.listen()
        except OSError as error:
            return "ours" if _is_ours("127.0.0.1" if host in EVERYWHERE else host, port) else error.errno or -1
    return "free"


def _is_ours(host: str, port: int) -> bool:
    """Whether what answers there calls itself by our name; nothing secret is said to it."""
    anybody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
    for line in (
        http.client.HTTPSConnection(host, port, timeout=ANSWER_WITHIN_S, context=anybody),
        http.client.HTTPConnection(host, port, timeout=ANSWER_WITHIN_S),
    ):
        try:
            line.request("GET", "/healthz")
            if line.getresponse().getheader("Server") == SERVER:
                return True
        except (OSError, http.client.HTTPException):
            continue  # another program, or another protocol
        finally:
            line.close()
    return False


def find_own(store: Store, names: tuple[str, ...]) -> CertificateFound:
    """The authority and the leaf of the data folder, as they are."""
    try:
        authority, leaf = store.kept(AUTHORITY), store.kept(LEAF)
    except (CertificateError, OSError) as error:
        return CertificateFound(names, trouble=str(error))
    if authority is None or leaf is None:
        return CertificateFound(names)
    return CertificateFound(names, leaf.certificate, authority.certificate)


def find_given(files: GivenFiles, names: tuple[str, ...]) -> CertificateFound:
    """The two files of a real name."""
    try:
        return CertificateFound(names, files.read(_now()).certificate)
    except CertificateError as error:
        return CertificateFound(names, trouble=str(error))


def find_clock() -> tuple[float, float]:
    """How long a moment was by the wall clock, and by the steady one; seconds."""
    wall, steady = time.time(), time.monotonic()
    time.sleep(CLOCK_WATCHED_S)
    return time.time() - wall, time.monotonic() - steady


def find_disk(folder: Path) -> tuple[int, bool]:
    """Free bytes, and whether the folder, or the nearest one above it that is there, can be written to."""
    nearest = next(one for one in (folder.absolute(), *folder.absolute().parents) if one.exists())
    return shutil.disk_usage(nearest).free, nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def find_freshness(check: Path) -> bool | None:
    """Whether the pages were built from the sources as they are; None without sources."""
    if not check.is_file():
        return None
    return subprocess.run([sys.executable, str(check), "--check"], capture_output=True, check=False).returncode == 0


def find_most_open_files() -> int:
    """How many files and sockets this process may have open."""
    if sys.platform == "win32":
        return sys.maxsize
    import resource

    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return sys.maxsize if soft == resource.RLIM_INFINITY else soft
