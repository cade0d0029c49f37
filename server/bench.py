"""Benchmarks as commands: `proverom bench …`, with `--json` for machines. Figures are recorded in docs/measured.md."""

from __future__ import annotations

import json
import time
from typing import Annotated, Any

import typer

from agents import understanding_bench
from agents.body import Body
from agents.loop import AvatarLoop
from agents.understanding import Understanding
from rooms.axes import AXES, Axis
from rooms.decide import open_room
from rooms.intents import Admit, Continue, Knock, Say, SetLevel
from rooms.people import Actor
from rooms.refusals import Refusal
from server.app import load_scripts
from server.counts import Counts
from server.runner import RoomRunner
from server.virtual_room import VirtualRoom

bench_app = typer.Typer(no_args_is_help=True, help="Measure instead of believing.")
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def show(figures: dict[str, Any], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(figures))
        return
    for name, value in figures.items():
        typer.echo(f"{name:28} {value:.4g}" if isinstance(value, float) else f"{name:28} {value}")


@bench_app.command("understanding")
def understanding(as_json: AsJson = False) -> None:
    """How often, how surely and how fast the authored mind finds what was meant."""
    show(understanding_bench.run(time.perf_counter), as_json)


@bench_app.command("answer")
def answer(rounds: Annotated[int, typer.Option(help="Lines to answer.", min=1)] = 200, as_json: AsJson = False) -> None:
    """The work between a line's arrival and an avatar's planned answer: decide, fold, understand, plan (ms)."""
    script = load_scripts()["bus_stop"]
    ceiling: dict[Axis, int] = dict.fromkeys(AXES, 4)
    opening = open_room(script, "nb", ceiling)
    if isinstance(opening, Refusal):
        raise RuntimeError(f"the room could not be opened: {opening.words['en']}")
    runner = RoomRunner("bench", "bench", script, opening, time.monotonic, Counts())
    loop = AvatarLoop(script, runner.state, runner.now, lambda actor, intent: runner.ask(actor, intent).ok)
    client, therapist = Actor("c1", "client"), Actor("t1", "therapist")
    runner.ask(client, Knock("Sol", "sol", "nb"))
    runner.ask(therapist, Knock("Line", "nora", "nb"))
    runner.ask(therapist, Admit("c1"))
    runner.ask(therapist, Continue())
    took = []
    for number in range(rounds):
        start = time.perf_counter()
        runner.ask(client, Say(text=f"unnskyld, når går bussen til sentrum {number}?"))
        loop.step()
        took.append((time.perf_counter() - start) * 1000)
    took.sort()
    figures = {"lines": rounds, "answer_ms_p50": took[rounds // 2], "answer_ms_p99": took[int(rounds * 0.99)]}
    show({**figures, "answer_ms_max": took[-1]}, as_json)


@bench_app.command("bodies")
def bodies(ticks: Annotated[int, typer.Option(help="Ticks to time.", min=10)] = 2000, as_json: AsJson = False) -> None:
    """What one look at all bodies of a full room costs, for each avatar in view (µs)."""
    script = load_scripts()["bus_stop"]
    room = VirtualRoom(script, Understanding(script.meanings()))
    room.knock("t1", "therapist", "Line")
    room.come("c1", "client", "Sol", by="t1")
    everyone: dict[Axis, int] = {"company": 4, "attention": 3, "closeness": 3}
    for axis, level in everyone.items():
        room.ask("t1", SetLevel(axis, level))
    room.ask("t1", Continue())
    room.advance(20_000)
    state = room.runner.state
    body = Body(script, "bench")
    there = sum(avatar.present for avatar in state.avatars.values())
    took = []
    for tick in range(ticks):
        start = time.perf_counter()
        body.plan(state, room.ms + 33 * tick)
        took.append((time.perf_counter() - start) * 1e6 / there)
    took.sort()
    figures = {"avatars": there, "us_per_avatar_p50": took[ticks // 2], "us_per_avatar_p99": took[int(ticks * 0.99)]}
    show(figures, as_json)
