"""Practising alone on the real server: staff start it, the simulated client talks, stops, rates, is sent away, ends."""

from __future__ import annotations

import asyncio
from random import Random
from typing import Any

import aiohttp
import msgspec
import pytest

from agents import simulated
from agents.simulated import MannerName
from rooms import intents as i
from rooms.axes import AXES
from rooms.people import SIMULATED
from rooms.refusals import Refusal
from server.app import Server
from server.practice import SimulatedMember
from server.sessions import Session
from tests.live.live_client import LiveClient

QUICK: dict[MannerName, tuple[float, float]] = {"agreeable": (0.05, 0.1), "irritable": (0.05, 0.1)}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A simulated client that does not think for long."""
    for name, waits in QUICK.items():
        manner = msgspec.structs.replace(simulated.SHARES[name], waits=waits)
        monkeypatch.setitem(simulated.SHARES, name, manner)


async def signed_in(server: Server, http: aiohttp.ClientSession, base: str) -> LiveClient:
    secret = server.auth.make_link_secret()
    async with http.post(f"{base}/api/sign-in", json={"secret": secret}, headers={"Origin": base}) as answer:
        assert answer.status == 204
    return LiveClient(http, base)


async def practise(http: aiohttp.ClientSession, base: str, **body: Any) -> Any:
    asked = {"scenario": "bus_stop", "language": "en", "manner": "agreeable", **body}
    async with http.post(f"{base}/api/practice", json=asked, headers={"Origin": base}) as answer:
        return answer.status, await answer.json()


def tasks_of(session: Session) -> list[str]:
    name = f"session {session.runner.name}/simulated client"
    return [task.get_name() for task in asyncio.all_tasks() if task.get_name() == name]


def lines_of_the_client(staff: LiveClient) -> int:
    return sum(line.who == SIMULATED for line in staff.state.lines)


async def test_staff_practise_with_a_simulated_client(server: Server, http: aiohttp.ClientSession, base: str) -> None:
    staff = await signed_in(server, http, base)
    status, info = await practise(http, base, step=2)
    assert (status, info["practice"]) == (201, True)
    await staff.connect(info["id"])
    assert staff.state.people[SIMULATED].name == "Robin (simulated)"
    assert staff.state.people[SIMULATED].where == "room"
    assert (await staff.ask(i.Continue())).ok
    await staff.until(lambda: lines_of_the_client(staff) > 0)
    await staff.until(lambda: any(line.answered for line in staff.state.lines if line.who == SIMULATED))

    assert (await staff.ask(i.Stop())).ok
    said = lines_of_the_client(staff)
    assert (await staff.ask(i.AskDistress(SIMULATED))).ok
    await staff.until(lambda: bool(staff.state.distress_of(SIMULATED).ratings))
    assert lines_of_the_client(staff) == said
    assert (await staff.ask(i.AskToRecord())).ok
    await staff.until(lambda: staff.state.recording.on)

    session = server.sessions.get(info["id"])
    assert session is not None
    assert len(tasks_of(session)) == 1
    assert (await staff.ask(i.End())).ok
    await staff.until(lambda: staff.state.phase == "ended")
    await asyncio.sleep(0)
    assert tasks_of(session) == []
    await staff.close()


async def test_one_who_is_sent_away_says_no_more(server: Server, http: aiohttp.ClientSession, base: str) -> None:
    staff = await signed_in(server, http, base)
    _, info = await practise(http, base, manner="irritable")
    await staff.connect(info["id"])
    assert (await staff.ask(i.Remove(SIMULATED))).ok
    session = server.sessions.get(info["id"])
    assert session is not None
    await staff.until(lambda: staff.state.people[SIMULATED].where == "gone")
    await asyncio.sleep(0)
    assert tasks_of(session) == []
    await staff.close()


async def test_nobody_practises_for_ever(server: Server) -> None:
    session = await server.sessions.make("bus_stop", "nb", dict.fromkeys(AXES, 4))
    assert not isinstance(session, Refusal)
    member = SimulatedMember(session, "silent", "nb", Random(1))
    member.come("nb")
    await member.run(longest=0.01)
    assert session.runner.state.people[SIMULATED].where == "gone"


async def test_what_cannot_be_practised_is_refused(server: Server, http: aiohttp.ClientSession, base: str) -> None:
    await signed_in(server, http, base)
    for body in ({"manner": "drunk"}, {"step": 0}, {"scenario": "nowhere"}, {"step": 50}):
        status, refusal = await practise(http, base, **body)
        assert status in (400, 409)
        assert set(refusal) == {"code", "words", "instead"}
    assert server.sessions.all() == []
