"""The formats a session can be taken along in, and the files each makes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rooms.axes import Language
from server.export.session import ExportedSession

Files = dict[str, bytes]
"""What comes behind the session's name, and the content: {".vtt": …}."""


class MissingError(Exception):
    """What this format needs is not installed; the message says what to do."""


def vtt(session: ExportedSession, language: Language) -> Files:
    from server.export.captions import captions

    return {".vtt": captions(session, language).encode()}


def csv(session: ExportedSession, language: Language) -> Files:
    from server.export.as_csv import as_csv
    from server.export.tables import tables

    return {f"-{table.name}.csv": as_csv(table) for table in tables(session)}


def parquet(session: ExportedSession, language: Language) -> Files:
    from server.export.tables import tables

    try:
        from server.export.as_parquet import as_parquet
    except ModuleNotFoundError as error:
        if error.name != "pyarrow":
            raise
        raise MissingError("Parquet needs pyarrow: pip install 'proverom[export]'") from None
    return {f"-{table.name}.parquet": as_parquet(table, session.about) for table in tables(session)}


def mcap(session: ExportedSession, language: Language) -> Files:
    from server.export.as_mcap import as_mcap

    return {".mcap": as_mcap(session)}


def html(session: ExportedSession, language: Language) -> Files:
    from server.export.as_html import PageMissingError, as_html

    try:
        return {".html": as_html(session, language)}
    except PageMissingError as error:
        raise MissingError(str(error)) from None


FORMATS: Final[dict[str, Callable[[ExportedSession, Language], Files]]] = {
    "vtt": vtt, "csv": csv, "parquet": parquet, "mcap": mcap, "html": html,
}  # fmt: skip
"""Each module is loaded when it is asked for: the command line would wait for all of them."""
