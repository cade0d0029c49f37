"""Paths on the real server: chosen with a session, written when a round is over, seen by their owner, deleted."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from rooms import intents as i
from rooms.axes import AXES
from server.app import Server
from server.paths import NAME, Paths
from server.sessions import Session
from tests.live.live_client import LiveClient
from tests.live.test_making_scenarios import Desk

WANTED = {"scenario": "bus_stop", "language": "en", "ceiling": dict.fromkeys(AXES, 3), "step": 2}


@pytest.fixture
async def desk(server: Server, http: aiohttp.ClientSession, base: str) -> Desk:
    made = Desk(http, base)
    assert (await made.ask("POST", "/api/sign-in", {"secret": server.auth.make_link_secret()}))[0] == 204
    return made


async def on_a_path(desk: Desk, server: Server, name: str | None) -> Session:
    status, info = await desk.ask("POST", "/api/sessions", {**WANTED, "path": name})
    assert status == 201, info
    session = server.sessions.get(info["id"])
    assert session is not None
    return session


async def practised(server: Server, session: Session, http: aiohttp.ClientSession, base: str) -> LiveClient:
    """A client says something, and staff end the session."""
    client = await LiveClient.join(http, base, server.sessions.code_for(session.runner.name, "client").code)
    await client.connect()
    assert (await client.ask(i.Knock("Sol", "sol", "en"))).ok
    therapist = LiveClient(http, base)
    await therapist.connect(session.runner.name)
    assert (await therapist.ask(i.Admit(client.you))).ok
    assert (await therapist.ask(i.Continue())).ok
    assert (await client.ask(i.Say(text="a secret word"))).ok
    assert (await therapist.ask(i.End())).ok
    await therapist.close()
    return client


async def mine(http: aiohttp.ClientSession, base: str, client: LiveClient) -> tuple[int, Any]:
    async with http.get(f"{base}/api/paths/mine", headers={"Authorization": f"Bearer {client.seat}"}) as answer:
        return answer.status, await answer.json()


async def test_a_path_from_a_name_to_its_deletion(
    server: Server, desk: Desk, http: aiohttp.ClientSession, base: str
) -> None:
    session = await on_a_path(desk, server, "  Fjell  tur ")
    client = await practised(server, session, http, base)
    _, book = await desk.ask("GET", "/api/paths")
    (path,) = book["paths"]
    (entry,) = path["entries"]
    assert (path["name"], entry["scenario"], entry["step"], entry["helps"]) == ("Fjell tur", "bus_stop", 2, 0)
    status, own = await mine(http, base, client)
    stops = {stop["id"]: stop for stop in own["stops"]}
    assert (status, own["name"]) == (200, "Fjell tur")
    assert (stops["bus_stop"]["rounds"], stops["cafe"]["rounds"]) == (1, 0)
    await client.close()

    assert (await on_a_path(desk, server, "fjell tur")).runner.name != session.runner.name
    await server.paths.save()
    data, site = server.settings.data, server.settings.site
    assert data is not None
    sealed = (data / NAME).read_bytes()
    assert b"Fjell" not in sealed
    again = Paths(data, site, server.sessions, lambda: "")
    assert again.all() == server.paths.all()
    found = again.of(session.runner.name)
    assert found is not None
    assert len(found.entries) == 1

    assert (await desk.ask("DELETE", f"/api/paths/{path['id']}/entries/{entry['id']}"))[0] == 204
    assert (await desk.ask("DELETE", f"/api/paths/{path['id']}/entries/{entry['id']}"))[0] == 404
    assert [one.entries for one in Paths(data, site, server.sessions, lambda: "").all()] == [[]]
    assert (await desk.ask("DELETE", f"/api/paths/{path['id']}"))[0] == 204
    assert Paths(data, site, server.sessions, lambda: "").all() == []
    assert (await mine(http, base, client))[0] == 404


async def test_nothing_is_kept_of_one_who_has_no_path(
    server: Server, desk: Desk, http: aiohttp.ClientSession, base: str
) -> None:
    client = await practised(server, await on_a_path(desk, server, None), http, base)
    assert (await desk.ask("GET", "/api/paths"))[1] == {"kept": True, "paths": []}
    assert (await mine(http, base, client))[0] == 404
    await client.close()
    status, refusal = await desk.ask("POST", "/api/sessions", {**WANTED, "path": " "})
    assert (status, refusal["code"]) == (409, "no_name")
    status, refusal = await desk.ask("POST", "/api/sessions", {**WANTED, "path": "x" * 30})
    assert (status, refusal["code"]) == (409, "no_name")


async def test_a_file_that_cannot_be_opened_is_not_written_over(server: Server, desk: Desk) -> None:
    data, site = server.settings.data, server.settings.site
    assert data is not None
    data.mkdir(exist_ok=True)
    (data / NAME).write_bytes(b"somebody else's")
    paths = Paths(data, site, server.sessions, lambda: "")
    assert not paths.kept
    assert "kept" not in repr(paths.named("Fjelltur"))
    await paths.close()
    await asyncio.sleep(0)
    assert (data / NAME).read_bytes() == b"somebody else's"
