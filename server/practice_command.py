"""`proverom practice`: the server, with a session open in which a simulated client waits."""

from __future__ import annotations

from random import SystemRandom
from typing import Annotated

import typer

from agents.simulated import MANNERS, MannerName
from rooms.axes import Language
from rooms.refusals import Refusal
from server.app import Server
from server.options import DataFolder, Port, SiteKeyFile, language_named
from server.practice import begin_practice
from server.serve_command import serve_here
from server.sessions import Session
from server.welcome import PracticeLink


def practice(
    scenario: Annotated[str, typer.Option(help="What to practise: the id of a scenario.")] = "bus_stop",
    manner: Annotated[str, typer.Option(help=f"How the client is: {', '.join(MANNERS)}.")] = "anxious",
    step: Annotated[int, typer.Option(help="The step of the ladder; 1 is the start.", min=1)] = 1,
    language: Annotated[str, typer.Option(help="The language of the scene: nb or en.")] = "nb",
    port: Port = 8790,
    data: DataFolder = None,
    site_key: SiteKeyFile = None,
    name: Annotated[str, typer.Option(help="Your name in the room.")] = "Veileder",
) -> None:
    """Practise alone: start the server with a simulated client in the room, and print the link to the console."""
    chosen = language_named(language)
    how = _manner(manner)

    async def open_first(server: Server, back: list[Session]) -> PracticeLink:
        return await _open(server, scenario, chosen, how, step)

    serve_here(port, chosen, data, site_key, name, open_first)


def _manner(name: str) -> MannerName:
    for known in MANNERS:
        if known == name:
            return known
    raise typer.BadParameter(f"choose {', '.join(MANNERS)}", param_hint="--manner")


async def _open(server: Server, scenario: str, language: Language, manner: MannerName, step: int) -> PracticeLink:
    session = await begin_practice(server.sessions, scenario, language, manner, step, SystemRandom())
    if isinstance(session, Refusal):
        known = ", ".join(one.id for one in server.sessions.scenarios())
        why = f"{session.words['en']} {session.instead['en']}"
        raise typer.BadParameter(f"{why} Scenarios: {known}", param_hint="--scenario/--step")
    return PracticeLink(session.runner.name)
