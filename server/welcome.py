"""What the terminal shows when the server is ready: links, codes and a QR code, in words a busy person can follow."""

from __future__ import annotations

import io

import msgspec
import segno

from server.settings import Settings


class DemoLinks(msgspec.Struct, frozen=True):
    """The demo session and its codes."""

    session: str
    client_code: str
    peer_code: str


def grouped(code: str) -> str:
    """A code in two groups of four: easier to read aloud and to type."""
    return f"{code[:4]} {code[4:]}"


def welcome(settings: Settings, secret: str, demo: DemoLinks | None) -> str:
    """The whole text."""
    url = settings.address()
    lines = ["", "  Prøverom is running.", "", "  Console (opens once, for the person who leads the session):"]
    lines += [f"    {url}/console#key={secret}", "", "  Headset, laptop or phone:", f"    {url}/"]
    if demo is not None:
        link = f"{url}/#code={demo.client_code}"
        lines += ["", f"  Join code for the client:       {grouped(demo.client_code)}"]
        lines += [f"  Join code for a peer worker:    {grouped(demo.peer_code)}"]
        lines += ["  Each code works once, for ten minutes. The console makes new ones.", "", _qr(link)]
        lines += [f"  {link}"]
    lines += ["", "  Stop the server with Ctrl+C.", ""]
    return "\n".join(lines)


def _qr(link: str) -> str:
    drawn = io.StringIO()
    segno.make(link, error="m").terminal(out=drawn, compact=True, border=2)
    return drawn.getvalue()
