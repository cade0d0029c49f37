"""Those who come to the doors in another way than a page of ours: each costs itself only, and nothing of it stays."""

from __future__ import annotations

import asyncio
import gc
from typing import Any

import aiohttp
import msgspec
import pytest

from infra.hostile.wire import CLOSE, CONTINUE, FACTS, PING, STREAM, TEXT, Wire, frame, handshake, packet, until
from rooms import intents as i
from server import fact_server, strangers
from server.app import Server
from server.packets import MOST_BYTES
from server.sessions import Session
from tests.live.live_client import CONNECT, EVENT, LiveClient
from tests.live.test_a_room import client_in_lobby, therapist_in_room, until_closed

MARK = {"id": "m", "intent": msgspec.to_builtins(i.Mark("x"))}


def is_empty(server: Server) -> bool:
    return len(server.strangers) + server.gateway.server.kept() + len(server.sessions.tickets) == 0


async def raw_seat(server: Server, session: Session, http: aiohttp.ClientSession, base: str) -> str:
    seat = (await LiveClient.join(http, base, server.sessions.code_for(session.runner.name, "client").code)).seat
    assert seat is not None
    return seat


WEBSOCKET = "EIO=4&transport=websocket"
NO_WAYS_IN = [
    ("EIO=4&transport=polling", {}),
    ("EIO=4&transport=polling&j=0", {}),
    (f"{WEBSOCKET}&j=0", {}),
    ("EIO=3&transport=websocket", {}),
    ("transport=websocket", {}),
    ("", {}),
    (f"{WEBSOCKET}&sid=anybody", {}),
    (WEBSOCKET, {"Upgrade": ""}),
    (WEBSOCKET, {"Sec-WebSocket-Key": "short"}),
    (WEBSOCKET, {"Sec-WebSocket-Key": ""}),
    (WEBSOCKET, {"Sec-WebSocket-Version": "12"}),
]


async def test_only_a_websocket_of_our_version_gets_in(server: Server, base: str) -> None:
    for query, headers in NO_WAYS_IN:
        wire = await Wire.dial(base)
        await wire.send(handshake(base, f"/socket.io/?{query}", headers))
        assert b" 400 " in (await wire.read_until(b"\r\n")), (query, headers)
        wire.close()
    await until(lambda: is_empty(server))


async def test_polling_of_another_s_connection_is_refused(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client = await client_in_lobby(server, session, http, base)
    (eio_sid,) = server.gateway.server.eio.sockets
    url = f"{base}{FACTS}&sid={eio_sid}"
    for method in ("POST", "OPTIONS", "PUT"):
        async with http.request(method, url, data=b"41", headers={"Origin": base}) as answer:
            assert answer.status in (403, 405)
    async with http.get(url.replace("websocket", "polling")) as answer:
        assert answer.status == 400
    assert (await client.ask(i.Leave())).ok
    await client.close()


ELSEWHERE = [
    {"Origin": ""},
    {"Origin": "null"},
    {"Origin": "http://evil.example"},
    {"Host": "evil.example", "Origin": "http://evil.example"},
    {"Host": "evil.example", "X-Forwarded-Host": "127.0.0.1", "Origin": "http://evil.example"},
    {"Origin": "https://evil.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1"},
    {"Host": "evil.example", "Forwarded": "for=127.0.0.1;host=127.0.0.1;proto=http"},
]


async def test_neither_another_page_nor_another_name_gets_in(server: Server, base: str) -> None:
    for path in (FACTS, STREAM):
        for headers in ELSEWHERE:
            wire = await Wire.dial(base)
            await wire.send(handshake(base, path, headers))
            assert b" 403 " in (await wire.read_until(b"\r\n")), (path, headers)
            wire.close()
    await until(lambda: is_empty(server))


MALFORMED = {
    "an empty packet": frame(b""),
    "no MessagePack": frame(b"\xc1"),
    "half a map": frame(packet(EVENT, ["still"])[:-3]),
    "ACK": frame(packet(3, [1], 1)),
    "CONNECT_ERROR": frame(packet(4, {})),
    "BINARY_EVENT": frame(packet(5, ["intent", {"_placeholder": True, "num": 0}])),
    "BINARY_ACK": frame(packet(6, [1], 1)),
    "a second CONNECT": frame(packet(CONNECT, {"protocol": 1})),
    "an event of another name": frame(packet(EVENT, ["connect", {}])),
    "seen of what has not happened": frame(packet(EVENT, ["seen", {"seq": 2**53 - 1}])),
    "seen without a number": frame(packet(EVENT, ["seen", {"seq": -1}])),
    "text": frame(b"42[]", TEXT),
    "text in base64": frame(b"bgQ==", TEXT),
    "a probe": frame(b"2probe", TEXT),
    "an upgrade": frame(b"5", TEXT),
    "a noop": frame(b"6", TEXT),
    "no text": frame(b"", TEXT),
    "text that is no UTF-8": frame(b"\xff", TEXT),
    "a packet of 64 KiB and more": frame(b"\x00" * (MOST_BYTES + 1)),
    "a frame without a mask": frame(b"", masked=False),
    "a frame with reserved bits": frame(b"x", rest=0x40),
    "a frame of no kind": frame(b"x", 0xB),
    "a continuation of nothing": frame(b"x", CONTINUE),
    "a ping too long": frame(b"x" * 126, PING),
    "a close that is none": frame(b"x", CLOSE),
    "a message of endless parts": frame(b"x" * 60_000, rest=0x80) + frame(b"x" * 60_000, CONTINUE, rest=0x80),
    "HTTP again": b"GET / HTTP/1.1\r\n\r\n",
}


async def test_what_is_malformed_costs_the_sender_the_connection_and_nobody_else(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    therapist = await therapist_in_room(server, session, http, base)
    kept = server.gateway.server.kept()
    for name, data in MALFORMED.items():
        wire = await Wire.upgrade(base, FACTS)
        await wire.packet(CONNECT, {"protocol": 1, "seat": await raw_seat(server, session, http, base)})
        await wire.send(data)
        assert await wire.ended(), name
        wire.close()
        assert (await therapist.ask(i.Mark("still here"))).ok
        await until(lambda: server.gateway.server.kept() == kept)
    await therapist.close()
    await until(lambda: is_empty(server))


ODD: dict[str, Any] = {
    "an unknown intent": {"type": "reboot"},
    "another's field": {"type": "mark", "note": "x", "by": "somebody"},
    "NaN": {"type": "stand", "at": [0.0, 0.0], "facing": "NaN"},
    "a name of 8 KiB": {"type": "knock", "name": "x" * 8192, "look": "sol", "language": "en"},
    "a level of a million": {"type": "sethelp", "level": 10**6},
    "a list": [],
    "nothing": None,
}


async def test_an_intent_that_cannot_be_read_is_refused_in_words(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client = await client_in_lobby(server, session, http, base)
    for name, intent in ODD.items():
        outcome = await client.call("intent", {"id": "x", "intent": intent})
        assert (outcome["ok"], outcome["refusal"]["code"]) == (False, "malformed"), name
    assert client.is_open
    await client.close()


async def test_numbers_that_are_none_are_not_taken(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    therapist = await therapist_in_room(server, session, http, base)
    facts = session.runner.state.seq
    for number in (float("nan"), float("inf"), -float("inf")):
        for intent in (
            {"type": "stand", "at": [number, 0.0], "facing": 0.0},
            {"type": "stand", "at": [0.0, 0.0], "facing": number},
            {"type": "walkas", "avatar": "berit", "to": [0.0, number]},
            {"type": "hear", "said": 1, "meaning": None, "sure": number},
        ):
            await therapist.send(EVENT, ["intent", {"id": "x", "intent": intent}], 1)
            await until_closed(therapist)
            therapist = LiveClient(http, base)
            await therapist.connect(session.runner.name)
    assert session.runner.state.seq == facts
    await therapist.close()


async def test_one_who_sends_no_whole_request_is_dropped(
    server: Server, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strangers, "SPEAKS_WITHIN_S", 0.1)
    for first in (b"", b"GET /", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", b"\x16\x03\x01\x02\x00", b"POST /api/join"):
        wire = await Wire.dial(base)
        await wire.send(first)
        assert await wire.ended(), first
        wire.close()
    await until(lambda: is_empty(server))


async def test_a_body_that_never_comes_ends_with_an_answer(
    server: Server, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strangers, "ASKED_WITHIN_S", 0.1)
    wire = await Wire.dial(base)
    head = handshake(base, "/api/join", {"Upgrade": "", "Connection": "", "Content-Type": "application/json"})
    await wire.send(head.replace(b"GET", b"POST").replace(b"\r\n\r\n", b"\r\nContent-Length: 100\r\n\r\n{"))
    assert b" 504 " in await wire.read_until(b"\r\n")
    wire.close()
    await until(lambda: is_empty(server))


async def test_one_who_sends_no_connect_is_closed(server: Server, base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fact_server, "CONNECT_WITHIN_S", 0.1)
    silent = await Wire.upgrade(base, FACTS)
    busy = await Wire.upgrade(base, FACTS)
    await busy.packet(EVENT, ["intent", MARK], 1)
    for wire in (silent, busy):
        assert await wire.ended()
        wire.close()
    assert dict(server.counts.cut) == {"silent": 2}
    await until(lambda: is_empty(server))


async def test_strangers_are_bounded_and_those_who_are_known_are_not_among_them(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strangers, "MOST_AT_ONE", 10)
    client = await client_in_lobby(server, session, http, base)
    wires = [await Wire.dial(base, source="127.0.0.2") for _ in range(5)]
    for _ in range(5):
        wires.append(await Wire.upgrade(base, FACTS, source="127.0.0.2"))
    assert len(server.strangers) == 10
    for _ in range(5):
        wires.append(await Wire.dial(base, source="127.0.0.2"))
        assert await wires[-1].ended()
    assert dict(server.counts.cut) == {"too_many": 5}
    others = await therapist_in_room(server, session, http, base)
    stream = await others.open_stream()
    assert len(server.strangers) == 10
    for wire in wires:
        wire.close()
    await until(lambda: len(server.strangers) == 0)
    again = await Wire.upgrade(base, FACTS, source="127.0.0.2")
    again.close()
    await stream.close()
    for one in (client, others):
        await one.close()


async def test_a_connection_that_has_ended_leaves_nothing_for_the_collector(server: Server, base: str) -> None:
    """It comes by rarely (server/collecting.py); a ring of tracebacks would keep all of each connection until then."""
    connections = 20

    async def come_and_go() -> None:
        for _ in range(connections):
            wire = await Wire.upgrade(base, FACTS)
            await wire.frame(b"\xc1")
            assert await wire.ended()
            wire.close()
        await until(lambda: is_empty(server))
        await asyncio.sleep(0)

    await come_and_go()
    gc.collect()
    gc.disable()
    try:
        await come_and_go()
        assert gc.collect() < connections
    finally:
        gc.enable()
