"""A room in which everyone has agreed to be recorded, over real connections, and what its file holds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import aiohttp

from rooms import intents as i
from rooms.people import Role
from server.app import Server
from server.recording.reader import SessionFile
from server.sessions import Session
from tests.live.live_client import DEADLINE_S, LiveClient

EVER = 10**9
LOOK_S = 0.02


async def therapist_of(server: Server, session: Session, http: aiohttp.ClientSession, base: str) -> LiveClient:
    key = server.auth.make_link_secret()
    async with http.post(f"{base}/api/sign-in", json={"secret": key}, headers={"Origin": base}) as answer:
        assert answer.status == 204
    therapist = LiveClient(http, base)
    await therapist.connect(session.runner.name)
    return therapist


async def knocking(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str, role: Role, name: str
) -> LiveClient:
    person = await LiveClient.join(http, base, server.sessions.code_for(session.runner.name, role).code)
    await person.connect()
    assert (await person.ask(i.Knock(name, "sol", "en"))).ok
    return person


async def agreed(server: Server, session: Session, http: aiohttp.ClientSession, base: str) -> tuple[LiveClient, ...]:
    """A client and a therapist in a running room that is recorded."""
    therapist = await therapist_of(server, session, http, base)
    client = await knocking(server, session, http, base, "client", "Sol")
    assert (await therapist.ask(i.Admit(client.you))).ok
    assert (await therapist.ask(i.Continue())).ok
    assert (await therapist.ask(i.AskToRecord())).ok
    assert (await client.ask(i.Consent(True))).ok
    await client.until(lambda: client.state.recording.on)
    return client, therapist


def path_of(server: Server, session: Session) -> Path:
    assert server.recordings is not None
    return server.recordings.path_of(session.runner.name)


def opened(server: Server, session: Session) -> SessionFile:
    assert server.recordings is not None
    return SessionFile.open(path_of(server, session), server.recordings.site)


async def until(holds: Callable[[], bool]) -> None:
    """Waits for something that nobody tells of. Raises TimeoutError after ten seconds."""
    for _ in range(round(DEADLINE_S / LOOK_S)):
        if holds():
            return
        await asyncio.sleep(LOOK_S)
    raise TimeoutError


async def closed(server: Server, session: Session) -> None:
    """Until the file is closed."""
    await until(lambda: not server.recorders.is_writing(session.runner.name))
