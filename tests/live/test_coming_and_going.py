"""Connections that are cut, doubled, refused and ended, on the real server: nobody is shown twice and nothing stays."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
from aiohttp import WSMsgType

from rooms import intents as i
from rooms.refusals import Refusal
from server import gateway
from server.app import Server
from server.sessions import Session
from tests.live.conftest import CEILING
from tests.live.live_client import CONNECT, EVENT, LiveClient, RefusedConnectError
from tests.live.test_a_room import both_in_room, client_in_lobby, therapist_in_room, until_closed


async def test_of_many_connections_at_once_of_one_person_one_stays(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    """Entering VR may cut and dial again several times within a moment."""
    client, therapist = await both_in_room(server, session, http, base)
    twins = [LiveClient(http, base, client.seat) for _ in range(4)]
    await asyncio.gather(*(twin.connect() for twin in twins))
    await client.until(lambda: not client.is_open)
    async with asyncio.timeout(10):
        while sum(twin.is_open for twin in twins) > 1:
            await therapist.ask(i.Mark("a moment"))
    (left,) = (twin for twin in twins if twin.is_open)
    assert (await therapist.ask(i.Continue())).ok
    await left.until(lambda: left.state.phase == "running")
    assert session.runner.state.people[client.you].here
    for one in (client, *twins, therapist):
        await one.close()


async def test_a_therapist_may_be_in_two_rooms_at_once(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    other = await server.sessions.make("bus_stop", "nb", CEILING)
    assert not isinstance(other, Refusal)
    first = await therapist_in_room(server, session, http, base)
    second = LiveClient(http, base)
    await second.connect(other.runner.name)
    assert (await second.ask(i.Mark("there"))).ok
    assert (await first.ask(i.Mark("here"))).ok
    assert not first.closing
    await first.close()
    await second.close()


async def test_one_who_does_not_come_back_is_shown_as_lost_and_one_who_does_is_not(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gateway, "LOST_AFTER_S", 0.2)
    client, therapist = await both_in_room(server, session, http, base)
    await therapist.ask(i.Continue())
    await client.close()
    await client.connect(resume=True)
    await client.close()
    await therapist.until(lambda: therapist.state.phase == "paused")
    assert not therapist.state.people[client.you].here
    shown = [stamped for stamped in session.runner.log if type(stamped.fact).__name__ == "Presence"]
    assert len(shown) == 1
    await client.connect(resume=True)
    await therapist.until(lambda: therapist.state.phase == "running")
    await client.close()
    await therapist.close()


async def test_a_client_that_never_says_what_it_has_seen_is_cut_and_may_come_back(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gateway, "MOST_UNSEEN", 10)
    client, therapist = await both_in_room(server, session, http, base)
    client.acknowledges = False
    for number in range(12):
        await therapist.ask(i.SetHelp(number % 2))
    await client.until(lambda: not client.is_open)
    assert therapist.is_open
    await client.close()
    await client.connect(resume=True)
    await client.until(lambda: client.state.help == session.runner.state.help)
    await client.close()
    await therapist.close()


@pytest.mark.parametrize("event", [["connect", {"HTTP_COOKIE": "x"}, {}], ["disconnect"], ["seen", {}, 1], ["other"]])
async def test_events_that_are_not_a_clients_cost_the_connection(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str, event: list[object]
) -> None:
    client = await client_in_lobby(server, session, http, base)
    await client.send(EVENT, event)
    await until_closed(client)


async def test_a_refused_socket_gets_no_second_guess(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    """Not even with a good seat: what comes after the refusal is not looked at, and the socket is closed."""
    client = await client_in_lobby(server, session, http, base)
    stranger = LiveClient(http, base, "not-a-seat")
    with pytest.raises(RefusedConnectError):
        await stranger.connect()
    await stranger.send(CONNECT, {"protocol": 1, "seat": client.seat})
    await until_closed(stranger)
    assert stranger.snapshots == 0
    assert client.is_open
    await client.close()


async def test_a_goodbye_closes_the_socket(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client = await client_in_lobby(server, session, http, base)
    await client.send(1, None)
    await until_closed(client)


async def test_a_newer_stream_of_the_same_person_closes_the_older(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    therapist = await therapist_in_room(server, session, http, base)
    older = await therapist.open_stream()
    newer = await therapist.open_stream()
    while (message := await asyncio.wait_for(older.receive(), 5)).type is WSMsgType.BINARY:
        pass
    assert (message.type, message.data) == (WSMsgType.CLOSE, 4409)
    assert (await asyncio.wait_for(newer.receive(), 5)).type is WSMsgType.BINARY
    await newer.close()
    await therapist.close()


async def test_bodies_of_another_shape_are_refused_in_words(http: aiohttp.ClientSession, base: str) -> None:
    headers = {"Origin": base, "Content-Type": "application/json"}
    for body, status in ((b'{"code": "\xff"}', 400), (b'{"code": 7}', 400), (b" " * 20_000, 413)):
        async with http.post(f"{base}/api/join", data=body, headers=headers) as answer:
            assert (answer.status, (await answer.json())["code"]) == (status, "malformed")
