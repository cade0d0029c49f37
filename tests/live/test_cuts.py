"""Lines that are cut at random moments, in every manner a network has, while eight people talk and move."""

from __future__ import annotations

import asyncio

import pytest

from infra.load.cuts import Cuts, figures, room_of_eight
from rooms import intents as i
from server import gateway

PACE = 0.1
"""The times of the page and of the outages, a tenth of the real ones; `python -m infra.load.cuts` takes them whole."""
LONGEST_S = 1.2


async def test_two_hundred_cuts_lose_and_double_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway, "LOST_AFTER_S", gateway.LOST_AFTER_S * PACE)
    async with room_of_eight(seed=7, pace=PACE) as room:
        await room.run(cuts=200, longest_s=LONGEST_S)  # and waits until each has the room as it is
        print(figures(room))
        assert sum(len(member.back_s) for member in room.members) == 200
        said = room.said()
        assert {text: said[text] for member in room.members for text in member.taken} == dict(said)
        assert set(said.values()) == {1}
        assert room.out_of_order() == []
        assert [member.client.heard.twice for member in room.members] == [0] * len(room.members)
        people = [person for person in room.session.runner.state.people.values() if person.where == "room"]
        assert len(people) == len(room.members) + 1
        assert len({person.body for person in people}) == len(people)
        await everybody_leaves(room)


async def everybody_leaves(room: Cuts) -> None:
    """And nothing of them stays."""
    for member in room.members:
        await member.client.ask(i.Leave())
        await member.client.close()
        await member.proxy.close()
    tables = (room.server.gateway._connections, room.server.gateway._at, room.session.stream._visits)
    for _ in range(250):
        if not any(tables):
            return
        await asyncio.sleep(0.02)
    raise AssertionError(f"somebody is still there: {tables}")
