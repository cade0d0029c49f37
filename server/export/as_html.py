"""A session as one HTML page that plays it without a server: the page is built with the others, the session put in."""

from __future__ import annotations

import base64
import gzip
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from rooms.axes import Language
from server.export.session import ExportedSession
from server.settings import STATIC

TEMPLATE: Final = STATIC / "offline.html"
HERE: Final = "<!--session-->"
"""Where in the page the session goes."""


class PageMissingError(Exception):
    """The page was not built, or has no place for a session; the message says what to do."""


def as_html(session: ExportedSession, language: Language, template: Path = TEMPLATE) -> bytes:
    """The page with the session in it. Raises PageMissingError."""
    try:
        page = template.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PageMissingError("The offline page is not built: run `make client` first") from None
    if page.count(HERE) != 1:
        raise PageMissingError(f"{template.name} has no place for a session ({HERE})")
    held = base64.b64encode(packed(session)).decode()
    tag = f'<script id="session" type="application/gzip;base64" data-language="{language}">{held}</script>'
    return page.replace(HERE, tag).encode()


def packed(session: ExportedSession) -> bytes:
    """The session as MessagePack in gzip: a map `{about, facts, timeline, summary, who, t, rows}`.

    `t` holds the poses' room times as u32 (ms), `rows` their 32 bytes each as on the wire (PROTOCOL.md), little endian.
    """
    poses = session.poses
    content = {
        "about": session.about,
        "facts": session.facts,
        "timeline": session.timeline,
        "summary": session.summary,
        "who": session.measures.who,
        "t": poses.t.astype(np.dtype("<u4")).tobytes(),
        "rows": poses.rows.tobytes(),
    }
    return gzip.compress(msgspec.msgpack.encode(content), mtime=0)
