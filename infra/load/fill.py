"""Fills rooms as a clinic would: a therapist opens each, everyone comes by code, is let in, and the scene begins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp

from infra.load.fact_member import FactMember
from infra.load.stream_member import Received, StreamMember
from rooms.axes import AXES
from server.supervision import Supervisor

CEILING: Final = {axis: 4 if axis == "company" else 3 for axis in AXES} | {"persuasion": 0, "substance_cues": 0}
AT_A_TIME: Final = 8
"""Rooms that are filled at once."""
OPENED_S: Final = 30.0


class Member:
    """One person: the seat, the door of facts, the stream, and each tick received when they are kept."""

    def __init__(
        self, number: int, seat: str, facts: FactMember, stream: StreamMember, received: list[tuple[float, bytes]]
    ) -> None:
        self.number = number
        self.seat = seat
        self.facts = facts
        self.stream = stream
        self.received = received

    def bytes_down(self) -> int:
        return self.facts.bytes_down + self.stream.bytes_down


class LoadRoom:
    """A running room and its members; `members[0]` is the client."""

    def __init__(self, session: str) -> None:
        self.session = session
        self.members: list[Member] = []


class Clinic:
    """Signs in at the console and fills rooms. Owns every connection that it makes until `close`.

    `keep`: whether members keep the ticks they receive, which takes 80 kB a second of a room.
    """

    def __init__(
        self, base: str, secret: str, clock: Callable[[], float], heard: Callable[[float, str], None], keep: bool
    ) -> None:
        self._keep = keep
        self._base = base
        self._secret = secret
        self._clock = clock
        self._heard = heard
        self._tasks = Supervisor("load")
        self._connected: list[FactMember] = []
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
        await asyncio.gather(*(facts.close() for facts in self._connected))
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
            for number in range(min(members, 2)):
                room.members.append(await self._bring_in(room.session, number, therapist))
            await therapist.ask(type="setlevel", axis="company", level=company)
            await therapist.ask(type="continue")
            await therapist.ask(type="leave")
            await therapist.close()
            for number in range(2, members):  # a peer lets the others in, so that there is room for twelve
                room.members.append(await self._bring_in(room.session, number, room.members[1].facts))
            return room

    async def _bring_in(self, session: str, number: int, host: FactMember) -> Member:
        role = "client" if number == 0 else "peer"
        code = await self._post(self._http, f"/api/sessions/{session}/codes", role=role)
        seat = await self._post(self._visitors, "/api/join", code=code["code"])
        facts = await self._connect(self._visitors, seat["seat"], None)
        await facts.ask(type="knock", name=f"Guest {number}", look="sol", language="en")
        await host.ask(type="admit", person=facts.you)
        await facts.let_in()
        received: list[tuple[float, bytes]] = []
        stream = await self._stream(number, facts, received.append if self._keep else _let_go)
        return Member(number, seat["seat"], facts, stream, received)

    async def come_back(self, member: Member) -> None:
        """Cuts a member's two connections and brings them back to their seat, as a page does after a lost line."""
        await member.facts.close()
        member.stream.close()
        member.facts = await self._connect(self._visitors, member.seat, None)
        member.stream = await self._stream(member.number, member.facts, _let_go)

    async def _stream(self, number: int, facts: FactMember, received: Received) -> StreamMember:
        ticket = (await facts.call("ticket"))["ticket"]
        netloc = urlsplit(self._base).netloc
        host, _, port = netloc.partition(":")
        at = (number * 0.5 - 2.0, 1.0)
        _, stream = await asyncio.get_running_loop().create_connection(
            lambda: StreamMember(netloc, ticket, self._clock, at, received), host, int(port)
        )
        await asyncio.wait_for(stream.opened, OPENED_S)
        return stream

    async def _connect(self, http: aiohttp.ClientSession, seat: str | None, session: str | None) -> FactMember:
        facts = FactMember(http, self._base, self._clock, self._heard)
        self._connected.append(facts)
        await facts.connect(seat, session)
        self._tasks.start("facts", facts.run())
        await facts.ready()
        return facts

    async def _post(self, http: aiohttp.ClientSession, path: str, **body: Any) -> Any:
        async with http.post(f"{self._base}{path}", json=body, headers={"Origin": self._base}) as answer:
            if answer.status >= 400:
                raise RuntimeError(f"{path}: {answer.status} {await answer.text()}")
            return await answer.json() if answer.status != 204 else None


def _let_go(tick: tuple[float, bytes]) -> None:
    """What a member does with a tick that nobody is going to count."""


def everyone(rooms: Sequence[LoadRoom]) -> Iterator[Member]:
    for room in rooms:
        yield from room.members
