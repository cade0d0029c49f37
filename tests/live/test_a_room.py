"""The whole path on the real server: a code, a lobby, a room, words, poses, stop, and coming back."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from rooms import intents as i
from rooms.bodies import POSE_BYTES, TICK, TICK_HEAD, pack_pose, unpack_joint
from server.app import Server
from server.sessions import Session
from tests.live.live_client import LiveClient, RefusedConnectError

UPRIGHT = (0.0, 0.0, 0.0, 1.0)


async def client_in_lobby(server: Server, session: Session, http: aiohttp.ClientSession, base: str) -> LiveClient:
    client = await LiveClient.join(http, base, server.sessions.code_for(session.runner.name, "client").code)
    await client.connect()
    assert (await client.ask(i.Knock("Sol", "sol", "en"))).ok
    await client.until(lambda: client.you in client.state.people)
    return client


async def therapist_in_room(server: Server, session: Session, http: aiohttp.ClientSession, base: str) -> LiveClient:
    secret = server.auth.make_link_secret()
    async with http.post(f"{base}/api/sign-in", json={"secret": secret}, headers={"Origin": base}) as answer:
        assert answer.status == 204
    therapist = LiveClient(http, base)
    await therapist.connect(session.runner.name)
    return therapist


async def until_closed(client: LiveClient) -> None:
    await client.until(lambda: not client.is_open)
    await client.close()


async def both_in_room(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> tuple[LiveClient, LiveClient]:
    client = await client_in_lobby(server, session, http, base)
    therapist = await therapist_in_room(server, session, http, base)
    assert (await therapist.ask(i.Admit(client.you))).ok
    await client.until(lambda: client.state.people[client.you].where == "room")
    return client, therapist


async def test_a_code_reaches_only_the_lobby(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client = await client_in_lobby(server, session, http, base)
    assert client.state.people[client.you].where == "lobby"
    assert client.state.avatars == {}
    outcome = await client.ask(i.Say(text="hello"))
    assert outcome.refusal is not None
    assert outcome.refusal.code == "not_in_room"
    await client.close()


async def test_a_client_is_let_in_speaks_and_is_answered(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client, therapist = await both_in_room(server, session, http, base)
    assert (await therapist.ask(i.Continue())).ok
    await client.until(lambda: client.state.phase == "running")
    assert (await client.ask(i.Say(text="when does the bus go?"))).ok
    await client.until(lambda: any(line.answered for line in client.state.lines))
    answer = client.state.lines[-1]
    assert answer.who == "berit"
    assert answer.source == "authored"
    await client.close()
    await therapist.close()


async def test_poses_reach_the_others_as_one_packet_a_tick(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client, therapist = await both_in_room(server, session, http, base)
    mine, theirs = await client.open_stream(), await therapist.open_stream()
    await mine.send_bytes(pack_pose(((0.4, 1.68, 0.5), UPRIGHT)))
    while True:
        packet = await asyncio.wait_for(theirs.receive_bytes(), 5)
        kind, count, _, _ = TICK_HEAD.unpack(packet[: TICK_HEAD.size])
        assert kind == TICK
        assert len(packet) == TICK_HEAD.size + count * POSE_BYTES
        if count:
            break
    position, _ = unpack_joint(packet[TICK_HEAD.size + 2 : TICK_HEAD.size + 12])
    assert position == pytest.approx((0.4, 1.68, 0.5), abs=0.001)
    await client.until(lambda: client.state.people[client.you].at == pytest.approx((0.4, 0.5), abs=0.01))
    await mine.close()
    await theirs.close()
    await client.close()
    await therapist.close()


async def test_stop_freezes_both_and_the_client_may_take_it_back(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client, therapist = await both_in_room(server, session, http, base)
    await therapist.ask(i.Continue())
    assert (await client.ask(i.Stop())).ok
    await therapist.until(lambda: therapist.state.phase == "calm")
    assert therapist.state.frozen_at is not None
    assert (await client.ask(i.Continue())).ok
    await therapist.until(lambda: therapist.state.phase == "running")
    await client.close()
    await therapist.close()


async def test_coming_back_brings_what_was_missed_and_nothing_twice(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client, therapist = await both_in_room(server, session, http, base)
    await therapist.ask(i.Continue())
    await client.until(lambda: client.state.phase == "running")
    await client.close()
    await therapist.ask(i.SetLevel("warmth", 1))
    pictures = client.snapshots
    await client.connect(resume=True)
    await client.until(lambda: client.state.levels["warmth"] == 1)
    assert client.snapshots == pictures
    first = await client.ask(i.Say(text="hello there"), "same")
    again = await client.ask(i.Say(text="hello there"), "same")
    assert first == again
    said = [line for line in session.runner.state.lines if line.who == client.you]
    assert len(said) == 1
    await client.close()
    await therapist.close()


async def test_a_second_connection_of_the_same_person_replaces_the_first(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client = await client_in_lobby(server, session, http, base)
    twin = LiveClient(http, base, client.seat)
    await twin.connect()
    await client.until(lambda: not client.is_open)
    assert client.closing
    assert twin.you == client.you
    await twin.close()
    await client.close()


async def test_a_whisper_reaches_one_ear(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client, therapist = await both_in_room(server, session, http, base)
    observer = await LiveClient.join(http, base, server.sessions.code_for(session.runner.name, "observer").code)
    await observer.connect()
    await observer.ask(i.Knock("Guest", "ali", "en"))
    await therapist.until(lambda: observer.you in therapist.state.people)
    await therapist.ask(i.Admit(observer.you))
    await observer.until(lambda: observer.state.people[observer.you].where == "room")
    await therapist.ask(i.Whisper(client.you, "Well done."))
    await client.until(lambda: any(note.text == "Well done." for note in client.state.notes))
    await therapist.ask(i.Calmer())
    await therapist.ask(i.Pause())
    await therapist.ask(i.SetHelp(1))
    await observer.until(lambda: observer.state.help == 1)
    assert observer.state.notes == []
    for one in (client, therapist, observer):
        await one.close()


async def test_nobody_comes_in_without_a_seat(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    stranger = LiveClient(http, base, "not-a-seat")
    with pytest.raises(RefusedConnectError) as refused:
        await stranger.connect()
    assert refused.value.data["data"]["code"] == "no_session"
    await stranger.until(lambda: not stranger.is_open)
    await stranger.close()


async def test_malformed_packets_cost_the_sender_alone(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client, therapist = await both_in_room(server, session, http, base)
    for bad in (b"", b"\xc1", b"\x85\xa4type\x05", b"\xdf\xff\xff\xff\xff"):
        twin = LiveClient(http, base, client.seat)
        await twin.connect()
        await twin.send_raw(bad)
        await until_closed(twin)
    assert (await therapist.ask(i.Mark("still here"))).ok
    await client.close()
    await therapist.close()


async def test_the_server_says_goodbye(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client = await client_in_lobby(server, session, http, base)
    await server.gateway.close()
    await client.until(lambda: client.closing)
    await client.close()
