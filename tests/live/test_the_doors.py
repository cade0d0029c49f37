"""Who may knock: Host, Origin, cookies, codes and tickets, on the real server."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
from aiohttp import WSMsgType

from rooms import intents as i
from rooms.people import MOST_PEOPLE
from server.app import Server
from server.sessions import Session
from tests.live.live_client import LiveClient
from tests.live.test_a_room import therapist_in_room


async def test_another_host_name_is_turned_away(http: aiohttp.ClientSession, base: str) -> None:
    """DNS rebinding: the browser believes that another name leads here."""
    async with http.get(f"{base}/", headers={"Host": "evil.example"}) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", None])
async def test_another_page_may_not_change_anything(http: aiohttp.ClientSession, base: str, origin: str | None) -> None:
    headers = {"Origin": origin} if origin else {}
    async with http.post(f"{base}/api/join", json={"code": "ABCD2345"}, headers=headers) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("path", ["/stream", "/socket.io/?EIO=4&transport=websocket"])
async def test_another_page_opens_no_socket(http: aiohttp.ClientSession, base: str, path: str) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await http.ws_connect(base.replace("http", "ws") + path, origin="http://evil.example")
    assert refused.value.status == 403


async def test_the_console_link_works_once_and_its_cookie_is_kept_close(
    server: Server, http: aiohttp.ClientSession, base: str
) -> None:
    secret = server.auth.make_link_secret()
    async with http.post(f"{base}/api/sign-in", json={"secret": secret}, headers={"Origin": base}) as answer:
        assert answer.status == 204
        cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    async with http.post(f"{base}/api/sign-in", json={"secret": secret}, headers={"Origin": base}) as answer:
        assert answer.status == 401
    async with http.get(f"{base}/api/me") as answer:
        assert (await answer.json())["role"] == "therapist"
    async with http.post(f"{base}/api/sign-out", json={}, headers={"Origin": base}) as answer:
        assert answer.status == 204
    async with http.get(f"{base}/api/me") as answer:
        assert answer.status == 401


@pytest.mark.parametrize("path", ["/api/me", "/api/scenarios", "/api/sessions", "/api/sessions/x/script"])
async def test_strangers_are_told_nothing(http: aiohttp.ClientSession, base: str, path: str) -> None:
    async with http.get(f"{base}{path}") as answer:
        assert answer.status == 401
        assert (await answer.json())["code"] == "not_signed_in"


async def test_every_answer_carries_the_headers(http: aiohttp.ClientSession, base: str) -> None:
    async with http.get(f"{base}/") as answer:
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "xr-spatial-tracking=(self)" in answer.headers["Permissions-Policy"]


async def test_a_code_makes_one_seat(server: Server, session: Session, http: aiohttp.ClientSession, base: str) -> None:
    code = server.sessions.code_for(session.runner.name, "client").code
    for status in (200, 404):
        async with http.post(f"{base}/api/join", json={"code": code}, headers={"Origin": base}) as answer:
            assert answer.status == status


async def test_staff_make_sessions_and_codes_but_no_codes_for_staff(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    therapist = await therapist_in_room(server, session, http, base)
    wanted = {"scenario": "bus_stop", "language": "en", "ceiling": {"company": 2, "closeness": 1, "your_part": 1}}
    async with http.post(f"{base}/api/sessions", json=wanted, headers={"Origin": base}) as answer:
        assert answer.status == 201
        made = (await answer.json())["id"]
    too_low = {**wanted, "ceiling": {}}
    async with http.post(f"{base}/api/sessions", json=too_low, headers={"Origin": base}) as answer:
        assert (answer.status, (await answer.json())["code"]) == (409, "start_above_ceiling")
    codes = f"{base}/api/sessions/{made}/codes"
    async with http.post(codes, json={"role": "peer"}, headers={"Origin": base}) as answer:
        assert (answer.status, (await answer.json())["role"]) == (201, "peer")
    async with http.post(codes, json={"role": "therapist"}, headers={"Origin": base}) as answer:
        assert (answer.status, (await answer.json())["code"]) == (403, "not_allowed")
    await therapist.close()


async def test_a_ticket_opens_the_stream_once(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    therapist = await therapist_in_room(server, session, http, base)
    ticket = (await therapist.call("ticket"))["ticket"]
    url = base.replace("http", "ws") + "/stream"
    first = await http.ws_connect(url, origin=base)
    await first.send_bytes(ticket.encode())
    assert await asyncio.wait_for(first.receive_bytes(), 5) == b"\x00"
    second = await http.ws_connect(url, origin=base)
    await second.send_bytes(ticket.encode())
    message = await asyncio.wait_for(second.receive(), 5)
    assert message.type is WSMsgType.CLOSE
    assert second.close_code == 4401
    await first.close()
    await therapist.close()


async def test_a_room_holds_twelve_people(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    therapist = await therapist_in_room(server, session, http, base)
    people = []
    for number in range(MOST_PEOPLE):
        code = server.sessions.code_for(session.runner.name, "client" if number == 0 else "peer").code
        person = await LiveClient.join(http, base, code)
        await person.connect()
        outcome = await person.ask(i.Knock(f"Person {number}", "sol", "en"))
        if number == MOST_PEOPLE - 1:
            assert outcome.refusal is not None
            assert outcome.refusal.code == "room_full"
            await person.close()
            continue
        assert (await therapist.ask(i.Admit(person.you))).ok
        people.append(person)
    bodies = {one.body for one in session.runner.state.people.values() if one.body is not None}
    assert bodies == set(range(MOST_PEOPLE - 1))
    for person in (*people, therapist):
        await person.close()
