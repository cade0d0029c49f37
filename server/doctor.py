"""What would keep people out, and how to mend it: one small judgement a matter, over what was found on the machine."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Literal

import msgspec
from cryptography import x509

from rooms.people import MOST_PEOPLE
from server.own_names import LOOPBACK
from server.tls.certificates import is_due, is_in_force, not_covered

OLDEST_PYTHON: Final = (3, 11)
WRITTEN: Final = datetime(2026, 11, 1, tzinfo=UTC)
"""No clock that is right stands before this was written."""
LATEST: Final = WRITTEN + timedelta(days=30 * 365)
CLOCK_STEP_S: Final = 0.5
FREE_BYTES: Final = 500 * 1024 * 1024
RENEWED_WITHIN: Final = timedelta(days=14)
SOCKETS_A_PERSON: Final = 2
"""One for facts, one for the stream."""
OTHER_FILES: Final = 200


class Verdict(msgspec.Struct, frozen=True):
    """One matter. `mend` is what to do about it, empty when nothing needs doing."""

    name: str
    ok: bool
    said: str
    mend: str = ""


class CertificateFound(msgspec.Struct, frozen=True):
    """What https would be served with. `authority` is ours; None with a real name's certificate."""

    names: tuple[str, ...]
    leaf: x509.Certificate | None = None
    authority: x509.Certificate | None = None
    trouble: str = ""
    """Why what is there cannot be read or used."""


PortFound = Literal["free", "ours"] | int
"""Free, or our own server answers there, or the number of the error that trying it gave."""


def _good(name: str, said: str) -> Verdict:
    return Verdict(name, True, said)


def _bad(name: str, said: str, mend: str) -> Verdict:
    return Verdict(name, False, said, mend)


def port(number: int, host: str, found: PortFound) -> Verdict:
    if found == "free":
        return _good("port", f"Port {number} of {host} is free.")
    if found == "ours":
        return _good("port", f"Prøverom is running on port {number}.")
    return _bad("port", f"Port {number} of {host} cannot be used: {why_not(found)}.", "Choose another: --port.")


def why_not(error: int | None) -> str:
    """The number of an error of listening, in words."""
    words = {
        errno.EADDRINUSE: "another program has it",
        errno.EACCES: "numbers below 1024 need special rights",
        errno.EADDRNOTAVAIL: "this machine has no such address",
    }
    return words.get(error or 0, "the system does not allow it")


def network(names: Sequence[str]) -> Verdict:
    """`names` are all that this machine goes by."""
    others = [name for name in names if name not in LOOPBACK]
    if not any(name[0].isdigit() or ":" in name for name in others):
        return _bad("network", "This machine has no address that others reach.", "Join it to the clinic’s network.")
    return _good("network", f"Others reach this machine as {', '.join(others)}.")


def certificate(found: CertificateFound, now: datetime) -> Verdict:
    """Of https only: without --lan and --cert nobody asks."""
    if found.trouble:
        return _bad("certificate", f"The certificate cannot be used: {found.trouble}.", "Mend or replace it.")
    if found.leaf is None:
        return _bad("certificate", "There is no certificate yet.", "Start `proverom serve --lan`: it makes one.")
    if found.authority is None:
        return _given(found.leaf, found.names, now)
    if not is_in_force(found.authority, now):
        begins, ends = found.authority.not_valid_before_utc, found.authority.not_valid_after_utc
        return _bad(
            "certificate",
            f"The authority is for {begins:%Y-%m-%d} to {ends:%Y-%m-%d}.",
            "Set the clock if it is wrong. Else start `proverom serve --lan`: it makes a new one.",
        )
    if is_due(found.leaf, found.authority, found.names, now):
        missing = not_covered(found.leaf, found.names)
        why = f"is not for {', '.join(missing)}" if missing else "is old, or of another authority"
        return _bad("certificate", f"The certificate {why}.", "Start `proverom serve --lan`: it makes a new one.")
    return _good("certificate", f"The certificate is good until {found.leaf.not_valid_after_utc:%Y-%m-%d}.")


def _given(leaf: x509.Certificate, names: Sequence[str], now: datetime) -> Verdict:
    ends = f"{leaf.not_valid_after_utc:%Y-%m-%d}"
    if now + RENEWED_WITHIN > leaf.not_valid_after_utc:
        return _bad("certificate", f"The certificate ends on {ends}.", "Renew it; no restart is needed.")
    if missing := not_covered(leaf, names):
        return _bad("certificate", f"The certificate is not for {', '.join(missing)}.", "Get one that names them.")
    return _good("certificate", f"The certificate is good until {ends}.")


def clock(now: datetime, wall_s: float, steady_s: float) -> Verdict:
    """`wall_s` and `steady_s` are how long one and the same moment was by either clock of the machine."""
    if not WRITTEN <= now <= LATEST:
        return _bad("clock", f"The clock says {now:%Y-%m-%d}.", "Set date and time.")
    if abs(wall_s - steady_s) > CLOCK_STEP_S:
        return _bad("clock", "The clock is being moved.", "Wait until it has been set, and look again.")
    return _good("clock", f"The clock says {now:%Y-%m-%d %H:%M} UTC. Whether that is exact cannot be known from here.")


def disk(folder: Path, free_bytes: int, writable: bool) -> Verdict:
    if not writable:
        return _bad("disk", f"{folder} cannot be written to.", "Choose another: --data or PROVEROM_DATA.")
    free = f"{free_bytes / 1024**3:.1f} GB free"
    if free_bytes < FREE_BYTES:
        return _bad("disk", f"{folder} has {free}.", f"Make room: at least {FREE_BYTES / 1024**3:.1f} GB.")
    return _good("disk", f"{folder} can be written to and has {free}.")


def pages(there: bool, fresh: bool | None) -> Verdict:
    """`fresh` is None where there are no sources to hold the pages against."""
    if not there:
        return _bad("pages", "The pages are not built.", "Run `make run`, which builds them.")
    if fresh is False:
        return _bad("pages", "The pages are older than their sources.", "Run `make run`, which builds them.")
    return _good("pages", "The pages are built.")


def python(version: tuple[int, int], uvloop: bool) -> Verdict:
    name = f"Python {version[0]}.{version[1]}"
    if version < OLDEST_PYTHON:
        return _bad("python", f"{name} is too old.", "Install Python 3.11 or newer, and set Prøverom up again.")
    if not uvloop:
        return _bad("python", f"{name} has no uvloop, so the server holds half as many rooms.", "Install uvloop.")
    return _good("python", f"{name} with uvloop.")


def open_files(limit: int, rooms: int) -> Verdict:
    """`limit` is how many files and sockets the process may have open; `rooms` how many rooms there may be."""
    needed = rooms * MOST_PEOPLE * SOCKETS_A_PERSON + OTHER_FILES
    said = f"{limit} files may be open; {rooms} full rooms need {needed}."
    if limit < needed:
        mend = f"Run `ulimit -n {needed}` first, or set LimitNOFILE={needed} in the service."
        return _bad("open files", said, mend)
    return _good("open files", said)
