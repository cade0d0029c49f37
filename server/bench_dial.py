"""`proverom bench dial`: whether every step and every level of every scenario delivers what it promises."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Annotated, Final

import msgspec
import typer

from agents.understanding import Understanding
from rooms.axes import AXES
from rooms.scenario_file import library
from rooms.script import Script
from server.app import load_scripts
from server.bench import AsJson, show
from server.dial.delivered import delivered, failures, falls, moved_too
from server.dial.exchanges import plain_levels, run_exchanges

HELP: Final = 2


class Case(msgspec.Struct, frozen=True):
    """One thing that was promised, and what was wrong with it (nothing: it was kept)."""

    scenario: str
    what: str
    wrong: list[str]


def dial(
    scenario: Annotated[str | None, typer.Option(help="One scenario only.")] = None,
    jobs: Annotated[int, typer.Option(help="How many scenarios at a time.", min=1)] = 2,
    as_json: AsJson = False,
) -> None:
    """Forty simulated exchanges on every step and every level of every axis, in every scenario."""
    names = [scenario] if scenario else sorted(library())
    cases: list[Case] = []
    with ProcessPoolExecutor(jobs) as workers:
        for name, found in zip(names, workers.map(cases_of, names), strict=True):
            cases += found
            wrong = sum(bool(case.wrong) for case in found)
            typer.echo(f"{name:20} {len(found):4} cases  {wrong or 'all green'}", err=True)
    for case in cases:
        for line in case.wrong:
            typer.echo(f"{case.scenario} {case.what}: {line}", err=True)
    failed = sum(bool(case.wrong) for case in cases)
    show({"cases": len(cases), "failed": failed}, as_json)
    if failed:
        sys.exit(1)


def cases_of(name: str) -> list[Case]:
    """All cases of one scenario."""
    script = load_scripts()[name]
    understanding = Understanding(script.meanings())
    return [*_steps(name, script, understanding), *_axes(name, script, understanding)]


def _steps(name: str, script: Script, understanding: Understanding) -> Iterator[Case]:
    for step in range(1, script.steps() + 1):
        levels, help_level = script.levels_at(step)
        run = run_exchanges(script, understanding, levels, help_level)
        wrong = failures(delivered(run, script, levels), script, levels, run.exchanges)
        yield Case(name, f"step {step}", wrong)


def _axes(name: str, script: Script, understanding: Understanding) -> Iterator[Case]:
    """Each axis from its lowest to its highest level, all others left where they are."""
    plain = plain_levels(script)
    before = delivered(run_exchanges(script, understanding, plain, HELP), script, plain)
    for axis in AXES:
        values = []
        for level in range(script.top(axis) + 1):
            levels = {**plain, axis: level}
            run = run_exchanges(script, understanding, levels, HELP)
            after = delivered(run, script, levels)
            values.append(after.values[axis])
            wrong = failures(after, script, levels, run.exchanges) + moved_too(before, after, axis)
            yield Case(name, f"{axis} {level}", wrong)
        yield Case(name, f"{axis} grows", [f"measured {values}"] if falls(values) else [])
