"""The permission table over real connections: whom it does not name is denied in so many words, and nothing changes.

Every case is made from the table, and the table itself is kept as text, so that a change to either is seen.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from infra.golden_permissions import TARGET, spelled
from infra.load.ports import free_port
from rooms import intents as i
from rooms.decide import FROM_OUTSIDE
from rooms.intents import INTENTS
from rooms.people import Actor, Role
from rooms.permissions import DOORS, may, may_use
from rooms.refusals import Refusal
from server.access import UnlistedError, check_listed, doors_of
from server.app import Server
from server.console_auth import COOKIE
from server.fact_server import EVENTS
from server.settings import Settings
from server.strangers import DoorRunner
from tests.live.conftest import CEILING
from tests.live.live_client import LiveClient, RefusedConnectError, close_code
from tests.live.permission_world import EXAMPLES, Clock, World, settings_for

AWAY = "127.0.0.2"
"""An address that is not this machine's own, as far as the server knows."""


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    clock = Clock()
    server = Server(settings_for(free_port(), tmp_path), clock)
    runner = DoorRunner(server.app, server.strangers, 1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", server.settings.port).start()
    connector = aiohttp.TCPConnector(local_addr=(AWAY, 0))
    async with aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as http:
        made = World(server, clock, http, f"http://127.0.0.1:{server.settings.port}")
        await made.call()
        yield made
        await runner.cleanup()
        await made.close()


async def test_intents_are_denied_exactly_where_the_table_says_so(world: World) -> None:
    """In the room, in the lobby, gone, removed, in another room: the role decides, and a denial changes nothing."""
    wrong = []
    for name, person in world.people.items():
        for kind, intent in EXAMPLES.items():
            if not may(world.role[name], kind):
                before = world.room()
                outcome = await person.ask(intent)
                code = outcome.refusal.code if outcome.refusal else None
                if (code, world.room()) != ("not_allowed", before):
                    wrong.append(f"{name} was not denied {kind.__name__}: {code}")
    assert wrong == []


async def test_intents_are_taken_where_the_table_says_so_and_the_person_is_there(world: World) -> None:
    """Those outside the room are told so, whatever their role may do inside."""
    inside = ("client", "peer", "observer", "therapist", "admin")
    outside = ("removed", "gone", "waiting", "elsewhere")
    wrong = []
    for name in (*outside, *inside):
        person, before = world.people[name], world.room()
        for kind, intent in EXAMPLES.items():
            if may(world.role[name], kind) and kind not in (i.End, *FROM_OUTSIDE):
                outcome = await person.ask(intent)
                code = outcome.refusal.code if outcome.refusal else None
                if code == "not_allowed" or (name in outside and code != "not_in_room"):
                    wrong.append(f"{name} asked for {kind.__name__}: {code}")
        if name in outside and world.room() != before:
            wrong.append(f"{name} changed the room")
    assert wrong == []


async def test_what_is_allowed_last(world: World) -> None:
    """Going, and ending it all: allowed to whom the table says, one after another."""
    for name in ("client", "peer", "observer"):
        assert (await world.people[name].ask(i.Leave())).ok
    before = world.room()
    assert (await world.people["elsewhere"].ask(i.Leave())).ok
    assert world.room() == before
    assert (await world.people["admin"].ask(i.End())).ok
    assert world.session.runner.state.phase == "ended"


BODIES: dict[str, dict[str, Any]] = {
    "POST /api/sessions": {
        "scenario": "bus_stop",
        "language": "en",
        "ceiling": dict.fromkeys(("company", "closeness", "your_part"), 3),
    },
    "POST /api/practice": {"scenario": "bus_stop", "language": "en", "manner": "silent"},
    "POST /api/sessions/{session}/codes": {"role": "peer"},
    "POST /api/sign-out": {},
    "POST /api/scenarios/{scenario}": {},
    "POST /api/scenarios/{scenario}/copy": {},
    "POST /api/own-scenarios": {},
    "POST /api/recordings/{session}/enter": {"key": "A" * 22},
}


def body_for(world: World, door: str) -> dict[str, Any]:
    if door == "POST /api/join":
        return {"code": world.server.sessions.code_for(world.session.runner.name, "peer").code}
    if door == "POST /api/sign-in":
        return {"secret": world.server.auth.make_link_secret()}
    return BODIES[door]


ADDRESSES = [door for door in DOORS if " " in door]

Caller = tuple[Role | None, dict[str, str], bool]
"""The role that is proved, if any; the headers that prove it; whether the request begins on this machine."""


def callers(world: World) -> dict[str, Caller]:
    client_seat = world.people["client"].seat
    signed_out = world.cookie("therapist")
    world.server.auth.sign_out(signed_out)
    return {
        "anyone": (None, {}, False),
        "one with a client’s seat for a cookie": (None, {"Cookie": f"{COOKIE}={client_seat}"}, False),
        "one with an expired cookie": (None, {"Cookie": world.expired_cookie}, False),
        "one who has signed out": (None, {"Cookie": signed_out}, False),
        "a therapist": ("therapist", {"Cookie": world.cookie("therapist")}, False),
        "an admin": ("admin", {"Cookie": world.cookie("admin")}, False),
        "a client by their seat": ("client", {"Authorization": f"Bearer {client_seat}"}, False),
        "a peer worker by their seat": ("peer", {"Authorization": f"Bearer {world.people['peer'].seat}"}, False),
        "one with an expired seat": (None, {"Authorization": f"Bearer {world.expired_seat}"}, False),
        "a program on this machine": (None, {}, True),
        "one behind a proxy here": (None, {"X-Forwarded-For": "203.0.113.9"}, True),
    }


async def test_http_doors_are_open_exactly_where_the_table_says_so(world: World) -> None:
    wrong = []
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as here:
        for name, (role, headers, is_here) in callers(world).items():
            for door in sorted(ADDRESSES, key=lambda door: "sign-out" in door):  # which ends the cookie
                method, _, path = door.partition(" ")
                path = path.replace("{session}", world.session.runner.name).replace("{scenario}", "nowhere")
                path = path.replace("{path}", "nobody").replace("{entry}", "nothing")
                path += "/x.js" if path == "/assets" else ""
                local = is_here and "X-Forwarded-For" not in headers
                expected = may_use(role or "anyone", door) or (local and may_use("this machine", door))
                before = world.room()
                body = body_for(world, door) if method == "POST" else None
                body = BODIES["POST /api/recordings/{session}/enter"] if method == "DELETE" else body
                sent = headers | {"Origin": world.base}
                http = here if is_here else world.http
                async with http.request(method, f"{world.base}{path}", json=body, headers=sent) as answer:
                    code = (await answer.json())["code"] if answer.status in (401, 403) else None
                denial = None if expected else "not_allowed" if role else "not_signed_in"
                if (code, world.room()) != (denial, before):
                    wrong.append(f"{name} at {door}: {code} for {denial}, status {answer.status}")
    assert wrong == []


async def refused(
    world: World, seat: str | None = None, cookie: str | None = None, room: str | None = None
) -> str | None:
    """The code with which CONNECT is refused, None when it is taken."""
    stranger = LiveClient(world.http, world.base, seat, cookie)
    try:
        await stranger.connect(room)
    except RefusedConnectError as error:
        return str(error.data["data"]["code"])
    finally:
        await stranger.close()
    return None


async def test_connections_are_taken_exactly_where_the_table_says_so(world: World) -> None:
    here, before = world.session.runner.name, world.room()
    assert await refused(world) == "not_signed_in"
    assert await refused(world, room=here) == "not_signed_in"
    assert await refused(world, seat="A" * 32) == "no_session"
    assert await refused(world, seat=world.expired_seat) == "no_session"
    assert await refused(world, cookie=world.expired_cookie, room=here) == "not_signed_in"
    assert await refused(world, cookie=world.cookie("therapist")) == "not_signed_in"
    assert await refused(world, cookie=world.cookie("therapist"), room="elsewhere") == "no_session"
    seated: tuple[Role, ...] = ("client", "peer", "observer", "mind")
    for role in seated:
        taken = await refused(world, seat=world.seat(Actor(f"new-{role}", role))) is None
        assert taken == may_use(role, "connect"), role
    assert world.room() == before
    roles: tuple[Role, ...] = ("therapist", "admin")
    for role in roles:
        taken = await refused(world, cookie=world.cookie(role), room=here) is None
        assert taken == may_use(role, "connect"), role


async def test_a_seat_reaches_its_own_session_whatever_is_asked_for(world: World) -> None:
    elsewhere, before = world.people["elsewhere"], world.room()
    again = LiveClient(world.http, world.base, elsewhere.seat)
    await again.connect(world.session.runner.name)
    assert again.epoch == world.other.runner.epoch
    assert (await again.ask(i.SetPresence(False))).ok
    assert world.room() == before
    await again.close()


async def test_tickets_are_given_to_whom_the_table_says(world: World) -> None:
    for name, person in world.people.items():
        assert ("ticket" in await person.call("ticket")) == may_use(world.role[name], "ticket")


async def test_signing_out_ends_what_was_opened_with_the_cookie(world: World) -> None:
    cookie = world.cookie("therapist")
    therapist = LiveClient(world.http, world.base, cookie=cookie)
    await therapist.connect(world.session.runner.name)
    stream = await therapist.open_stream()
    ticket = (await therapist.call("ticket"))["ticket"]
    headers = {"Cookie": cookie, "Origin": world.base}
    async with world.http.post(f"{world.base}/api/sign-out", json={}, headers=headers) as answer:
        assert answer.status == 204
    await therapist.until(lambda: not therapist.is_open)
    assert therapist.why == "not_signed_in"
    assert world.session.runner.state.people[therapist.you].where == "gone"
    assert await close_code(stream) == 4401
    late = await world.http.ws_connect(world.base.replace("http", "ws") + "/stream", origin=world.base)
    await late.send_bytes(ticket.encode())
    assert await close_code(late) == 4401
    assert world.people["therapist"].is_open
    await therapist.close()


async def test_the_end_of_a_session_lets_those_go_who_came_by_a_code(world: World) -> None:
    therapist, client, waiting = (world.people[name] for name in ("therapist", "client", "waiting"))
    stream = await client.open_stream()
    assert (await therapist.ask(i.End())).ok
    await client.until(lambda: not client.is_open)
    await waiting.until(lambda: not waiting.is_open)
    assert (client.state.phase, client.why, waiting.why) == ("ended", "ended", "ended")
    assert await close_code(stream) == 4401
    assert therapist.is_open
    assert (await world.people["elsewhere"].ask(i.SetPresence(True))).ok


async def test_a_session_that_makes_way_lets_the_console_go_and_keeps_no_seat(world: World) -> None:
    therapist = world.people["therapist"]
    stream = await therapist.open_stream()
    assert (await therapist.ask(i.End())).ok
    made = await world.server.sessions.make("bus_stop", "en", CEILING)
    assert not isinstance(made, Refusal)
    await therapist.until(lambda: not therapist.is_open)
    assert therapist.why == "no_session"
    assert await close_code(stream) == aiohttp.WSCloseCode.GOING_AWAY
    assert await refused(world, seat=world.people["client"].seat) == "no_session"
    assert world.people["elsewhere"].is_open


def test_the_table_reads_as_it_did() -> None:
    """After a change: python infra/golden_permissions.py, and read the difference."""
    assert TARGET.read_text(encoding="utf-8") == spelled()


def test_every_intent_event_and_address_is_listed_and_nothing_else(tmp_path: Path) -> None:
    server = Server(Settings(static=tmp_path_with_assets(tmp_path)))
    addresses = set(doors_of(server.app))
    assert set(ADDRESSES) == addresses
    assert {door for door in DOORS if " " not in door} == {"connect", *EVENTS}
    assert set(EXAMPLES) == set(INTENTS)


def test_an_address_that_is_not_listed_keeps_the_server_from_starting(tmp_path: Path) -> None:
    async def secret(request: web.Request) -> web.Response:
        return web.Response()

    app = Server(Settings(static=tmp_path_with_assets(tmp_path))).app
    app.router.add_get("/api/secret", secret)
    with pytest.raises(UnlistedError, match="GET /api/secret"):
        check_listed(app)


def tmp_path_with_assets(folder: Path) -> Path:
    (folder / "assets").mkdir()
    return folder
