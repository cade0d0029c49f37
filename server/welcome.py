"""What the terminal shows when the server is ready: links, codes and a QR code, in words a busy person can follow."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import segno

from server.own_names import Names


class DemoLinks(msgspec.Struct, frozen=True):
    """The demo session and its codes."""

    session: str
    client_code: str
    peer_code: str


class PracticeLink(msgspec.Struct, frozen=True):
    """The session in which a simulated client waits."""

    session: str


def grouped(code: str) -> str:
    """A code in two groups of four: easier to read aloud and to type."""
    return f"{code[:4]} {code[4:]}"


def welcome(
    names: Names, secret: str, first: DemoLinks | PracticeLink | None, authority: Path | None = None,
    new_key: Path | None = None, back: int = 0,
) -> str:  # fmt: skip
    """The whole text. `authority` is the file that people may install, when the certificate is our own; `new_key` the
    file with the site's key, when it was made just now; `back` how many rooms are open from before."""
    url = names.address
    if isinstance(first, PracticeLink):
        return _to_practise(f"{url}/console#key={secret}&session={first.session}", new_key)
    lines = ["", "  Prøverom is running.", "", "  Console (opens once, for the person who leads the session):"]
    lines += [f"    {url}/console#key={secret}", "", *_where(names)]
    if first is not None:
        lines += ["", f"  Join code for the client:       {grouped(first.client_code)}"]
        lines += [f"  Join code for a peer worker:    {grouped(first.peer_code)}"]
        lines += ["  Each code works once, for ten minutes. The console makes new ones."]
    link = f"{url}/#code={first.client_code}" if first is not None else f"{url}/"
    lines += ["", _qr(link), f"  {link}", ""]
    if authority is not None:
        lines += [*_on_a_quest(names, authority), ""]
    if back:
        rooms = "1 room is" if back == 1 else f"{back} rooms are"
        lines += [f"  {rooms} open from before, with everybody’s seat. Nothing moves until staff press Continue.", ""]
    if new_key is not None:
        lines += [*_back_up(new_key), ""]
    return "\n".join([*lines, "  Stop the server with Ctrl+C.", ""])


def _to_practise(link: str, new_key: Path | None) -> str:
    lines = ["", "  Prøverom is running, with a simulated client in the room: a program, no person.", ""]
    lines += ["  Console (opens once). Press Start there:", f"    {link}", ""]
    if new_key is not None:
        lines += [*_back_up(new_key), ""]
    return "\n".join([*lines, "  Stop the server with Ctrl+C.", ""])


def moved(names: Names) -> str:
    """What is shown when the network has changed."""
    return "\n".join(["", "  The network has changed.", "", *_where(names), "", _qr(f"{names.address}/")])


def _where(names: Names) -> list[str]:
    others = [f"    {address}/   (if the first does not open)" for address in names.addresses[1:]]
    return ["  Headset, laptop or phone:", f"    {names.address}/", *others]


def _on_a_quest(names: Names, authority: Path) -> list[str]:
    port = names.port
    return [
        f"  On a Quest (with pictures: {names.address}/help/headset):",
        "    1. Open the address in the headset’s browser, with https:// in front. It warns, because nobody",
        "       outside this house vouches for us. Press Advanced, then Proceed. As a rule only the first time;",
        "       if the warning comes again, do the same.",
        "    2. Or with a cable and no warning: start the server without --lan, then",
        f"       adb reverse tcp:{port} tcp:{port}, and open http://localhost:{port}/ in the headset.",
        "    3. Or with no warning for anyone: a real name’s certificate, with --cert FILE --key FILE.",
        "  Laptops and phones do not warn once this authority is installed there:",
        f"    {authority}, or {names.address}/authority.crt",
    ]


def _back_up(key: Path) -> list[str]:
    return [
        "  A new key was made. It locks every recording:",
        f"    {key}",
        "  Keep a copy of its folder in a safe place, apart from the recordings. Without it nobody can ever open them.",
        "  En ny nøkkel er laget. Den låser alle opptak. Ta vare på en kopi av mappa den ligger i, på et trygt sted,",
        "  ikke sammen med opptakene. Uten den kan ingen noen gang åpne dem.",
    ]


def _qr(link: str) -> str:
    drawn = io.StringIO()
    segno.make(link, error="m").terminal(out=drawn, compact=True, border=2)
    return drawn.getvalue()
