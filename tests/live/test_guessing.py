"""Guessing join codes on the real server, on one and on many connections, from one and from many addresses."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from server import join_door
from server.app import Server
from server.codes import Grant
from server.join_door import A_SECOND, AT_ONCE, COME_AGAIN_S
from server.sessions import Session
from server.supervision import Supervisor
from tests.live.live_client import LiveClient
from tests.live.wire import Wire, until

GUESSES = 5000


def guess_request(base: str, number: int) -> bytes:
    body = json.dumps({"code": f"{number:08}"}).encode()
    head = f"POST /api/join HTTP/1.1\r\nHost: {base.removeprefix('http://')}\r\nOrigin: {base}\r\n"
    return (head + f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body


class Guessers:
    """Many connections that send one guess after another."""

    def __init__(self, base: str, tasks: Supervisor) -> None:
        self.base = base
        self.sent = 0
        self._tasks = tasks
        self._wires: list[Wire] = []

    async def open(self, connections: int, addresses: int, guesses: int) -> None:
        """Shares `guesses` among the connections, which send theirs without waiting for answers."""
        for number in range(connections):
            wire = await Wire.dial(self.base, source=f"127.0.0.{number % addresses + 2}")
            self._wires.append(wire)
            self._tasks.start("guesser", self._guess(wire, guesses // connections))

    async def _guess(self, wire: Wire, guesses: int) -> None:
        loop = asyncio.get_running_loop()
        with contextlib.suppress(OSError):
            for _ in range(guesses):
                self.sent += 1
                await wire.send(guess_request(self.base, self.sent))
            while await loop.sock_recv(wire.bare, 65536):
                pass

    def close(self) -> None:
        for wire in self._wires:
            wire.close()


@asynccontextmanager
async def guessers(base: str) -> AsyncIterator[Guessers]:
    tasks = Supervisor("guessers")
    made = Guessers(base, tasks)
    try:
        yield made
    finally:
        await tasks.close()
        made.close()


async def test_one_who_waited_in_vain_is_asked_to_come_again(
    server: Server, http: aiohttp.ClientSession, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(join_door, "PATIENCE_S", 0.1)
    for number in range(AT_ONCE + 1):
        async with http.post(f"{base}/api/join", json={"code": f"{number:08}"}, headers={"Origin": base}) as answer:
            code = (await answer.json())["code"]
            if number < AT_ONCE:
                assert (answer.status, code) == (404, "bad_code")
    assert (answer.status, code) == (429, "too_many_tries")
    assert answer.headers["Retry-After"] == str(COME_AGAIN_S)
    assert len(server.join_door.turns) == 0


@pytest.mark.parametrize(("connections", "addresses"), [(1, 1), (200, 1), (200, 50)])
async def test_of_5000_guesses_few_are_tried_and_an_honest_person_gets_in(
    server: Server,
    session: Session,
    http: aiohttp.ClientSession,
    base: str,
    connections: int,
    addresses: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    tried: list[float] = []
    use = server.sessions.codes.use

    def noted(code: str) -> Grant | None:
        tried.append(time.monotonic())
        return use(code)

    monkeypatch.setattr(server.sessions.codes, "use", noted)
    began = time.monotonic()
    async with guessers(base) as guessing:
        await guessing.open(connections, addresses, GUESSES)
        await until(lambda: len(server.join_door.turns) >= min(connections, 100))
        dialled = time.monotonic()
        client = await LiveClient.join(http, base, server.sessions.code_for(session.runner.name, "client").code)
        waited = time.monotonic() - dialled
        await client.connect()
        await client.close()
    lasted = time.monotonic() - began
    with capsys.disabled():
        print(f"\n{connections} connections, {addresses} addresses: {guessing.sent} sent, {len(tried)} tried in "
              f"{lasted:.1f} s; the honest person waited {waited:.2f} s")  # fmt: skip
    assert len(tried) <= 1 + AT_ONCE + lasted * A_SECOND
    assert len(server.sessions.codes) == 0
