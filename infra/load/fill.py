"""Fills rooms as a clinic would: a therapist opens each, everyone comes by code, is let in, and the scene begins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp

from infra.load.fact_member import FactMember
from infra.load.stream_member import StreamMember
from rooms.axes import AXES
from server.supervision import Supervisor

CEILING: Final = {axis: 4 if axis == "company" else 3 for axis in AXES} | {"persuasion": 0, "substance_cues": 0}
AT_A_TIME: Final = 8
"""Rooms that are filled at once."""


class Member:
    """One person: the door of facts and the stream."""

    def __init__(self, facts: FactMember, stream: StreamMember) -> None:
        self.facts = facts
        self.stream = stream


class LoadRoom:
    """A running room and its members; `members[0]` is the client."""

    def __init__(self, session: str) -> None:
        self.session = session
        self.members: list[Member] = []


class Clinic:
    """Signs in at the console and fills rooms. Owns every connection that it makes until `close`."""

    def __init__(self, base: str, secret: str, clock: Callable[[], float], heard: Callable[[float, str], None]) -> None:
        self._base = base
        self._secret = secret
        self._clock = clock
        self._heard = heard
        self._tasks = Supervisor("load")
        self._at_once = asyncio.Semaphore(AT_A_TIME)
        self._http = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True), connector=aiohttp.TCPConnector(limit=0)
        )
        self._visitors = aiohttp.ClientSession(
            cookie_jar=aiohttp.DummyCookieJar(), connector=aiohttp.TCPConnector(limit=0)
        )

    async def sign_in(self) -> None:
        await self._post(self._http, "/api/sign-in", secret=self._secret)

    async def fill(self, rooms: int, members: int, company: int) -> list[LoadRoom]:
        """Opens `rooms` with `members` people each and starts them, with the avatars of that level of company."""
        return list(await asyncio.gather(*(self._fill_one(members, company) for _ in range(rooms))))

    async def close(self) -> None:
        await self._tasks.close()
        await self._http.close()
        await self._visitors.close()

    async def _fill_one(self, members: int, company: int) -> LoadRoom:
        async with self._at_once:
            made = await self._post(
                self._http, "/api/sessions", scenario="bus_stop", language="en", ceiling=CEILING, step=1
            )
            room = LoadRoom(made["id"])
            therapist = await self._connect(self._http, None, room.session)
            for number in range(members):
                role = "client" if number == 0 else "peer"
                room.members.append(await self._bring_in(room.session, role, number, therapist))
            await therapist.ask(type="setlevel", axis="company", level=company)
            await therapist.ask(type="continue")
            await therapist.ask(type="leave")
            await therapist.close()
            return room

    async def _bring_in(self, session: str, role: str, number: int, therapist: FactMember) -> Member:
        code = await self._post(self._http, f"/api/sessions/{session}/codes", role=role)
        seat = await self._post(self._visitors, "/api/join", code=code["code"])
        facts = await self._connect(self._visitors, seat["seat"], None)
        await facts.ask(type="knock", name=f"Guest {number}", look="sol", language="en")
        await therapist.ask(type="admit", person=facts.you)
        await facts.let_in()
        ticket = (await facts.call("ticket"))["ticket"]
        netloc = urlsplit(self._base).netloc
        host, _, port = netloc.partition(":")
        _, stream = await asyncio.get_running_loop().create_connection(
            lambda: StreamMember(netloc, ticket, self._clock, (number * 0.5 - 2.0, 1.0)),
            host,
            int(port),
        )
        await asyncio.wait_for(stream.opened, 30)
        return Member(facts, stream)

    async def _connect(self, http: aiohttp.ClientSession, seat: str | None, session: str | None) -> FactMember:
        facts = FactMember(http, self._base, self._clock, self._heard)
        await facts.connect(seat, session)
        self._tasks.start("facts", facts.run())
        await facts.ready()
        return facts

    async def _post(self, http: aiohttp.ClientSession, path: str, **body: Any) -> Any:
        async with http.post(f"{self._base}{path}", json=body, headers={"Origin": self._base}) as answer:
            if answer.status >= 400:
                raise RuntimeError(f"{path}: {answer.status} {await answer.text()}")
            return await answer.json() if answer.status != 204 else None


def everyone(rooms: list[LoadRoom]) -> Iterator[Member]:
    for room in rooms:
        yield from room.members
