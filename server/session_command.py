"""`proverom session …`: what is in a recording, and taking it along."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from rooms.axes import Language
from rooms.measures.words import clock
from server.export.formats import FORMATS, Files, MissingError
from server.export.from_file import export_of, said_yes
from server.recording.bad_file import BadFileError
from server.recording.reader import SessionFile, Someone
from server.recording.site_key import SiteKey, SiteKeyError, usual_site_key
from server.settings import usual_data_folder

session_app = typer.Typer(no_args_is_help=True, help="Recordings: what is in one, and taking it along.")

Recording = Annotated[Path, typer.Argument(help="A recording (.proverom).", exists=True, dir_okay=False)]
KeyPath = Annotated[
    Path | None,
    typer.Option("--site-key", envvar="PROVEROM_SITE_KEY", help="The site's key file, when it is not the usual one."),
]
Damaged = Annotated[bool, typer.Option("--damaged", help="Take what can still be read of a bad file.")]
SUFFIXES = {".vtt": "vtt", ".mcap": "mcap", ".html": "html"}
"""Formats of one file, by how it ends."""


@session_app.command("info")
def info(file: Recording, site_key: KeyPath = None, damaged: Damaged = False) -> None:
    """What a recording is of, and who is in it."""
    with _opened(file, site_key, damaged) as recording:
        told = recording.info
        opened = datetime.fromtimestamp(told.opened_at, UTC)
        typer.echo(f"session   {told.session}")
        typer.echo(f"scenario  {told.scenario} ({told.language})")
        typer.echo(f"opened    {opened:%Y-%m-%d %H:%M} UTC")
        typer.echo(
            f"recorded  {clock(told.first_ms)} to {clock(told.last_ms)}{'' if told.finished else ', not closed'}"
        )
        typer.echo(f"format    {told.version}, written by {told.app or 'unknown'}")
        for one in told.people:
            typer.echo(f"person    {one.id}  {one.role}  {'erased' if one.erased else one.name or 'not told of'}")
        for start, end, why in told.gaps:
            typer.echo(f"gap       {clock(start)} to {clock(end)}  {why}")


@session_app.command("export")
def export(
    file: Recording,
    to: Annotated[Path, typer.Option("--to", help="A folder, or a file that ends in .vtt, .mcap or .html.")],
    kinds: Annotated[str, typer.Option("--as", help="Formats, as vtt,csv,parquet,mcap,html.")] = "",
    leave_out: Annotated[
        list[str] | None, typer.Option("--leave-out", help="A person (id or name) who has not said yes to it. Repeat.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="The captions’ language: nb or en. Default: as spoken.")] = None,
    site_key: KeyPath = None,
    damaged: Damaged = False,
) -> None:
    """Take a session along. It leaves the locked file: give it to nobody who may not see the session.

    Only people who said yes are in it. Others are unnamed silhouettes without voice.
    """
    chosen = _formats(kinds, to)
    with _opened(file, site_key, damaged) as recording:
        typer.echo("Reading the session…", err=True)
        people = recording.info.people
        out = _found(people, leave_out or [])
        agreed = said_yes(recording) - out
        session = export_of(recording, agreed)
        in_words = _language(language) or session.about.language
        made: Files = {}
        for number, kind in enumerate(chosen, 1):
            typer.echo(f"Making {kind} ({number} of {len(chosen)})…", err=True)
            try:
                made |= FORMATS[kind](session, in_words)
            except MissingError as error:
                raise typer.BadParameter(str(error), param_hint="--as") from None
        for path in _write(made, to, file.stem):
            typer.echo(str(path))
        names = [one.name or one.id for one in people if one.id in agreed]
        typer.echo(f"In it by name: {', '.join(names) or 'nobody'}. Silhouettes: {len(people) - len(names)}.", err=True)
        if recording.missing:
            typer.echo(f"{recording.missing} facts and poses could not be read.", err=True)


@contextmanager
def _opened(file: Path, site_key: Path | None, damaged: bool) -> Iterator[SessionFile]:
    """The recording; a plain sentence and status 1 when it cannot be opened."""
    key = site_key or usual_site_key()
    if not key.is_file():
        raise typer.BadParameter(f"there is no site key at {key}", param_hint="--site-key")
    try:
        site = SiteKey.load_or_create(key, usual_data_folder())
        with SessionFile.open(file, site, damaged) as recording:
            yield recording
    except BadFileError as error:
        typer.echo(f"{error.refusal.words['en']} {error.refusal.instead['en']}", err=True)
        if error.readable is not None:
            span = f"{clock(error.readable.first_ms)} to {clock(error.readable.last_ms)}"
            typer.echo(f"From {span} can still be read: add --damaged.", err=True)
        raise typer.Exit(1) from None
    except SiteKeyError as error:
        raise typer.BadParameter(str(error), param_hint="--site-key") from None


def _formats(kinds: str, to: Path) -> list[str]:
    """What was asked for; else what the file's name says."""
    chosen = [kind for kind in kinds.replace(" ", "").split(",") if kind]
    ending = SUFFIXES.get(to.suffix)
    if unknown := [kind for kind in chosen if kind not in FORMATS]:
        raise typer.BadParameter(f"{unknown[0]} is none of {', '.join(FORMATS)}", param_hint="--as")
    if ending is not None and chosen in ([], [ending]):
        return [ending]
    if ending is not None:
        raise typer.BadParameter("several files need a folder", param_hint="--to")
    if not chosen:
        raise typer.BadParameter(f"say which of {', '.join(FORMATS)}", param_hint="--as")
    return chosen


def _language(language: str | None) -> Language | None:
    if language not in (None, "nb", "en"):
        raise typer.BadParameter("choose nb or en", param_hint="--language")
    return None if language is None else "nb" if language == "nb" else "en"


def _found(people: list[Someone], wanted: list[str]) -> frozenset[str]:
    """The ids of those named. One who is not found stops it all: a slip of the pen must not let anybody through."""
    found: set[str] = set()
    for name in wanted:
        ids = {one.id for one in people if name in (one.id, one.name)}
        if not ids:
            raise typer.BadParameter(f"nobody in it is called {name}", param_hint="--leave-out")
        found |= ids
    return frozenset(found)


def _write(made: Files, to: Path, name: str) -> Iterator[Path]:
    """Writes each file, readable by this user only. A folder that is not there is made."""
    for ending, content in made.items():
        path = to if to.suffix in SUFFIXES else to / f"{name}{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(content)
        yield path
