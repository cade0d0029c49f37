"""`proverom bench hearing`: whether everybody is understood, in every scenario and both languages."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from agents.hearing_bench import Heard, Taken, figures, heard_in, read_heard, strangers, take
from agents.understanding import Understanding
from rooms.script import Script
from server.app import load_scripts
from server.bench import AsJson, show


def hearing(
    scenario: Annotated[str | None, typer.Option(help="One scenario only.")] = None,
    set_: Annotated[Path | None, typer.Option("--set", help="A JSON-lines set of your own.", dir_okay=False)] = None,
    wrong: Annotated[bool, typer.Option("--wrong", help="Print the lines that were taken for something else.")] = False,
    as_json: AsJson = False,
) -> None:
    """Lines that no author of the scenarios wrote: taken for what was meant, or asked about."""
    scripts = load_scripts()
    heard = _heard(scripts, set_)
    taken: list[Taken] = []
    for name in [scenario] if scenario else list(scripts):
        here = take_in(scripts[name], [one for one in heard if one.scenario == name])
        taken += here
        if here:
            typer.echo(_row(name, here), err=True)
        if wrong:
            _tell_wrong(here)
    for name, part in (("tuned on", False), ("never tuned on", True)):
        typer.echo(_row(name, [one for one in taken if one.heard.last is part]), err=True)
    show(figures(taken), as_json)


def take_in(script: Script, heard: list[Heard]) -> list[Taken]:
    """What the mind of one scenario makes of its lines."""
    return take(script, Understanding(script.meanings()), heard, time.perf_counter) if heard else []


def _heard(scripts: Mapping[str, Script], path: Path | None) -> list[Heard]:
    """The lines of `path`, or our own; lines that fit no scenario are told and end the command."""
    try:
        heard = read_heard(path) if path else [one for name in scripts for one in heard_in(name)]
    except (OSError, msgspec.ValidationError) as error:
        typer.echo(f"The set cannot be read: {error}", err=True)
        sys.exit(2)
    if strange := strangers(heard, scripts):
        typer.echo("\n".join(strange), err=True)
        sys.exit(2)
    return heard


def _row(name: str, taken: list[Taken]) -> str:
    row = figures(taken)
    shares = f"{row['top1_nb']:6.1%} {row['top1_en']:6.1%}  asked when wrong {row['asked_when_wrong']:4.0%}"
    return f"{name:18} {row['lines']:5} lines  nb, en {shares} of {row['wrong']}"


def _tell_wrong(taken: list[Taken]) -> None:
    for one in taken:
        if not one.right and not one.heard.last:
            meant, did = "/".join(one.heard.intents), "asks about" if one.asks else "ACTS ON"
            where = f"{one.heard.language} {one.heard.beat}"
            typer.echo(f"  {where}: '{one.heard.text}' ({meant}): {did} {one.meaning} {one.sure:.2f}", err=True)
