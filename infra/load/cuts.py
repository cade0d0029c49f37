"""Cuts the lines of eight people at random moments while they talk and move, and looks at what each of them was told.

`python -m infra.load.cuts --cuts 200 --longest 60 --json` is the whole length, with the page's own times; the test
suite runs it smaller. The room, its server and the people are in this process; every line goes through its own proxy.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import logging
import math
import socket
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Final

import aiohttp
import msgspec
import structlog
from aiohttp import web

from infra.load.cutting_proxy import MANNERS, CuttingProxy
from infra.load.returning_client import ReturningClient
from rooms import intents as i
from rooms.audience import view_for
from rooms.axes import AXES
from rooms.bodies import pack_pose
from rooms.facts import Said, Stamped
from rooms.people import Actor, Role
from rooms.refusals import Refusal
from server.app import Server
from server.sessions import Session
from server.settings import Settings
from server.supervision import Supervisor

MEMBERS: Final = 8
THERAPIST: Final = Actor("therapist", "therapist")
BACK_WITHIN_S: Final = 60.0
UPRIGHT: Final = (0.0, 0.0, 0.0, 1.0)
POSES_A_SECOND: Final = 10


@dataclass
class Member:
    """One of the eight, with the line through which they come."""

    number: int
    client: ReturningClient
    proxy: CuttingProxy
    taken: list[str] = field(default_factory=list)
    """What they said and the room took."""
    body: int = -1
    back_s: list[float] = field(default_factory=list)
    """From when the line was there again until they were back, for each cut."""
    moving_s: list[float] = field(default_factory=list)
    """The same until the bodies of others were heard of again."""


@dataclass
class Cuts:
    """A room and its people, while their lines are cut."""

    server: Server
    session: Session
    members: list[Member]
    chance: Random
    pace: float
    told: list[Stamped]
    """Every fact of the room, in its order."""
    tasks: Supervisor
    ending: bool = False

    async def run(self, cuts: int, longest_s: float) -> None:
        """Cuts each line its share of `cuts` times, each for up to `longest_s`, and waits until all is answered."""
        talking = [self.tasks.start("talk", self._talk(member)) for member in self.members]
        moving = [self.tasks.start("move", self._move(member)) for member in self.members]
        each = math.ceil(cuts / len(self.members))
        await asyncio.gather(*(self._cut(member, each, longest_s) for member in self.members))
        self.ending = True
        await asyncio.wait_for(asyncio.gather(*talking), BACK_WITHIN_S)
        for task in moving:
            task.cancel()
        self.session.runner.ask(THERAPIST, i.Pause())
        for member in self.members:
            await self._until_known(member)

    async def _cut(self, member: Member, times: int, longest_s: float) -> None:
        clock = asyncio.get_running_loop().time
        for _ in range(times):
            await asyncio.sleep(self.chance.uniform(0.5, 4.0) * self.pace)
            member.proxy.cut(self.chance.choice(MANNERS))
            await asyncio.sleep(self.chance.uniform(0.0, longest_s))
            member.proxy.mend()
            mended = clock()
            await self._until_told(member)
            member.back_s.append(clock() - mended)
            await member.client.until(lambda: bool(member.client.bodies - {member.body}), BACK_WITHIN_S)
            member.moving_s.append(clock() - mended)

    async def _until_known(self, member: Member) -> None:
        await member.client.until(lambda: self.knows(member), BACK_WITHIN_S)

    async def _until_told(self, member: Member) -> None:
        """Until the line stands and all words that were said before it was mended have come."""
        said = (stamped.seq for stamped in reversed(self.told) if isinstance(stamped.fact, Said))
        last, client = next(said, 0), member.client
        await client.until(lambda: client.up.is_set() and client.heard.state.seq >= last, BACK_WITHIN_S)

    async def _talk(self, member: Member) -> None:
        number = 0
        while not self.ending:
            number += 1
            text = f"line {member.number} {number}"
            if (await member.client.ask(i.Say(text=text))).ok:
                member.taken.append(text)
            await asyncio.sleep(self.chance.uniform(1.0, 6.0) * self.pace)

    async def _move(self, member: Member) -> None:
        step = 0
        while True:
            step += 1
            angle = step / 40 + member.number
            at = (2 * math.cos(angle), 1.6, 2 * math.sin(angle))
            await member.client.pose(pack_pose((at, UPRIGHT), flat=True))
            await asyncio.sleep(1 / POSES_A_SECOND)

    def knows(self, member: Member) -> bool:
        """Whether a member has the room as the room itself would show it to them."""
        state = self.session.runner.state
        seen = view_for(state, state.people[member.client.heard.you])
        return bool(_plain(seen) == _plain(member.client.heard.state))

    def said(self) -> Counter[str]:
        """How often each typed line stands in the room's log."""
        lines = (stamped.fact for stamped in self.told if isinstance(stamped.fact, Said))
        return Counter(next(iter(said.words.values())) for said in lines if said.source == "person")

    def out_of_order(self) -> list[str]:
        """Members who folded a fact twice or out of its order."""
        return [member.client.heard.you for member in self.members if not _rises(member.client.heard.seqs)]


def _rises(seqs: list[int]) -> bool:
    # A snapshot may stand where one already was: nothing had happened meanwhile.
    return all(before <= after for before, after in itertools.pairwise(seqs))


def _plain(state: Any) -> Any:
    """The state without the number of the last fact, which may be one that others heard."""
    return msgspec.to_builtins(msgspec.structs.replace(state, seq=0, t=0))


@asynccontextmanager
async def room_of_eight(seed: int, pace: float) -> AsyncIterator[Cuts]:
    """A running room with eight people in it, each behind a proxy of their own."""
    async with _served() as (server, base), aiohttp.ClientSession() as http:
        session = await server.sessions.make("bus_stop", "en", dict.fromkeys(AXES, 3) | {"personal_questions": 1})
        assert not isinstance(session, Refusal)
        told: list[Stamped] = []
        session.runner.listen(told.extend)
        session.runner.ask(THERAPIST, i.Knock("Line", "nora", "en"))
        chance = Random(seed)
        tasks = Supervisor("cuts")
        members = [await _member(number, server, session, http, base, chance, pace) for number in range(MEMBERS)]
        assert session.runner.ask(THERAPIST, i.Continue()).ok
        try:
            yield Cuts(server, session, members, chance, pace, told, tasks)
        finally:
            await tasks.close()
            for member in members:
                await member.client.close()
                await member.proxy.close()


async def _member(
    number: int, server: Server, session: Session, http: aiohttp.ClientSession, base: str, chance: Random, pace: float
) -> Member:
    """Joins by a code, is let in and is in the room."""
    proxy = CuttingProxy(server.settings.port)
    await proxy.start()
    role: Role = "client" if number == 0 else "peer"
    code = server.sessions.code_for(session.runner.name, role).code
    async with http.post(f"{base}/api/join", json={"code": code}, headers={"Origin": base}) as answer:
        seat = (await answer.json())["seat"]
    client = ReturningClient(http, f"http://127.0.0.1:{proxy.port}", seat, chance, pace, base)
    client.start()
    await asyncio.wait_for(client.up.wait(), BACK_WITHIN_S)
    assert (await client.ask(i.Knock(f"Member {number}", "sol", "en"))).ok
    assert session.runner.ask(THERAPIST, i.Admit(client.heard.you)).ok
    body = session.runner.state.people[client.heard.you].body
    assert body is not None
    return Member(number, client, proxy, body=body)


@asynccontextmanager
async def _served() -> AsyncIterator[tuple[Server, str]]:
    with tempfile.TemporaryDirectory() as folder, socket.socket() as listening:
        static = Path(folder)
        (static / "assets").mkdir()
        listening.bind(("127.0.0.1", 0))
        port = int(listening.getsockname()[1])
        server = Server(Settings(port=port, static=static, language="en"))
        runner = web.AppRunner(server.app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.SockSite(runner, listening).start()
        try:
            yield server, f"http://127.0.0.1:{port}"
        finally:
            await runner.cleanup()


def figures(cuts: Cuts) -> dict[str, float]:
    """How long people took to be back, in ms, and how they came back."""
    back = sorted(ms for member in cuts.members for ms in member.back_s)
    moving = sorted(ms for member in cuts.members for ms in member.moving_s)

    def at(found: list[float], share: float) -> float:
        return round(found[min(len(found) - 1, int(len(found) * share))] * 1000, 1)

    return {
        "cuts": len(back),
        "back_ms_p50": at(back, 0.5),
        "back_ms_p95": at(back, 0.95),
        "back_ms_max": round(back[-1] * 1000, 1),
        "moving_ms_p50": at(moving, 0.5),
        "moving_ms_p95": at(moving, 0.95),
        "lines_said": sum(cuts.said().values()),
        "facts": len(cuts.told),
        "snapshots": sum(member.client.heard.snapshots for member in cuts.members),
        "facts_told_twice": sum(member.client.heard.twice for member in cuts.members),
    }


async def _measure(cuts: int, longest_s: float, pace: float, seed: int) -> dict[str, Any]:
    async with room_of_eight(seed, pace) as room:
        await room.run(cuts, longest_s)
        lost = [text for member in room.members for text in member.taken if room.said()[text] != 1]
        return {**figures(room), "lines_lost_or_doubled": len(lost), "out_of_order": len(room.out_of_order())}


def main() -> None:
    """Reads the command line, cuts, and prints the figures."""
    parser = argparse.ArgumentParser(description="Cut the lines of eight people and see what each was told.")
    parser.add_argument("--cuts", type=int, default=200)
    parser.add_argument("--longest", type=float, default=60.0, help="the longest outage, in seconds")
    parser.add_argument("--pace", type=float, default=1.0, help="scales the times of the clients; 1 is the page's own")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    found = asyncio.run(_measure(given.cuts, given.longest, given.pace, given.seed))
    if given.json:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name:24} {value}")


if __name__ == "__main__":
    main()
