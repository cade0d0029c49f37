"""Stopping the real process: rooms are told, what was done reaches everyone, and it ends in time for all that."""

from __future__ import annotations

import asyncio
import signal

import aiohttp
import pytest

from rooms import intents as i
from rooms.facts import Said
from tests.live.live_client import LiveClient, close_code
from tests.live.server_process import ServerProcess, server_process


async def both_in(served: ServerProcess, http: aiohttp.ClientSession) -> tuple[LiveClient, LiveClient]:
    client = await LiveClient.join(http, served.base, served.client_code)
    await client.connect()
    assert (await client.ask(i.Knock("Sol", "sol", "en"))).ok
    therapist = await served.therapist(http)
    assert (await therapist.ask(i.Admit(client.you))).ok
    assert (await therapist.ask(i.Continue())).ok
    await client.until(lambda: client.state.phase == "running")
    return client, therapist


async def talk_on(speaker: LiveClient, said: list[str], begun: asyncio.Event) -> str:
    """Says one line after another; `said` gets those that were done. Ends with the first that is not, and says why."""
    while True:
        line = f"line number {len(said)}"
        try:
            outcome = await speaker.ask(i.Say(text=line))
        except ConnectionResetError:  # it met the goodbye on its way
            return "closing"
        if outcome.refusal is not None:
            return outcome.refusal.code
        said.append(line)
        if len(said) == 20:
            begun.set()


def lines_of(listener: LiveClient, speaker: str) -> list[str]:
    facts = [stamped.fact for stamped in listener.heard]
    return [text for fact in facts if isinstance(fact, Said) and fact.who == speaker for text in fact.words.values()]


async def owe_something(client: LiveClient, therapist: LiveClient) -> None:
    """The client stops reading, and does not say that the last fact has come."""
    client.acknowledges = False
    client.stall()
    assert (await therapist.ask(i.SetHelp(1))).ok


async def test_what_was_done_before_a_stop_reaches_everyone(http: aiohttp.ClientSession) -> None:
    async with server_process() as served:
        client, therapist = await both_in(served, http)
        stream = await therapist.open_stream()
        mine: list[str] = []
        theirs: list[str] = []
        begun = asyncio.Event()
        talking = asyncio.gather(talk_on(client, mine, begun), talk_on(therapist, theirs, asyncio.Event()))
        await begun.wait()
        served.process.send_signal(signal.SIGTERM)
        assert list(await asyncio.wait_for(talking, 10)) == ["closing", "closing"]
        await client.until(lambda: not client.is_open)
        await therapist.until(lambda: not therapist.is_open)
        assert await close_code(stream) == aiohttp.WSCloseCode.GOING_AWAY
        assert await served.end() == 0
        for one in (client, therapist):
            assert one.closing
            assert one.why is None  # the page waits and comes back by itself
            assert one.close_code == aiohttp.WSCloseCode.GOING_AWAY
            assert lines_of(one, client.you) == mine
            assert lines_of(one, therapist.you) == theirs
            await one.close()


async def test_one_who_does_not_read_holds_up_nobody_and_newcomers_are_told(http: aiohttp.ClientSession) -> None:
    async with server_process() as served:
        client, therapist = await both_in(served, http)
        await owe_something(client, therapist)
        served.process.send_signal(signal.SIGINT)
        await therapist.until(lambda: therapist.closing)
        async with http.get(f"{served.base}/readyz") as answer:
            assert answer.status == 503
            assert (await answer.json())["reasons"] == ["stopping"]
        async with http.get(f"{served.base}/healthz") as answer:
            assert answer.status == 200
        code = {"code": served.peer_code}
        async with http.post(f"{served.base}/api/join", json=code, headers=served.origin) as answer:
            assert answer.status == 503
            assert (await answer.json())["code"] == "closing"
        for path in ("/stream", "/socket.io/?EIO=4&transport=websocket"):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await http.ws_connect(served.base.replace("http", "ws") + path, origin=served.base)
            assert refused.value.status == 503
        assert await served.end() == 0
        await client.close()
        await therapist.close()


async def test_a_second_signal_ends_at_once(http: aiohttp.ClientSession) -> None:
    async with server_process() as served:
        client, therapist = await both_in(served, http)
        await owe_something(client, therapist)
        served.process.send_signal(signal.SIGINT)
        await therapist.until(lambda: therapist.closing)
        served.process.send_signal(signal.SIGINT)
        assert await served.end() == -signal.SIGINT
        await client.close()
        await therapist.close()
