"""What happened in one moment is told as one message, to whoever is connected then."""

from __future__ import annotations

import asyncio

import msgspec
import pytest

from infra.virtual_room import VirtualRoom
from rooms import intents as i
from rooms.facts import Left, Said, Stamped
from rooms.fold import fold
from rooms.people import Actor
from rooms.wire import PROTOCOL, Facts, Hello, Snapshot
from server.counts import Counts
from server.herald import Connection, Herald
from server.outbox import Outbox, plain
from server.sessions import Place, Session
from server.stream import RoomStream
from server.supervision import Supervisor


class Heard:
    """A room, a herald, and the numbers of the facts in each message by who got it."""

    def __init__(self) -> None:
        self.room = VirtualRoom("bus_stop")
        self.room.knock("t1", "therapist", "Nora")
        self.room.come("c1", "client", "Kim", by="t1")
        self.messages: list[tuple[str, list[int]]] = []
        runner = self.room.runner
        self._session = Session(runner, RoomStream(runner, Counts()), Supervisor("test"), 0.0)
        self.herald = Herald(runner, self.tell)

    def connection(self, who: str) -> Connection:
        place = Place("s", Actor(who, "client"))
        return Connection(f"sid-{who}", place, self._session, Hello(PROTOCOL))

    def tell(self, connection: Connection, facts: list[Stamped]) -> None:
        self.messages.append((connection.place.actor.id, [stamped.seq for stamped in facts]))

    def mark(self) -> int:
        """One more fact; its number."""
        assert self.room.ask("t1", i.Mark("x")).ok
        return self.room.runner.state.seq


@pytest.fixture
async def heard() -> Heard:
    return Heard()


async def test_the_facts_of_one_moment_are_one_message(heard: Heard) -> None:
    for who in ("t1", "c1"):
        heard.herald.join(heard.connection(who))
    first, second = heard.mark(), heard.mark()
    assert heard.messages == []
    await asyncio.sleep(0)
    assert heard.messages == [("t1", [first, second]), ("c1", [first, second])]
    third = heard.mark()
    await asyncio.sleep(0)
    assert heard.messages[2:] == [("t1", [third]), ("c1", [third])]


async def test_one_who_leaves_and_knocks_in_the_same_moment_has_left_for_the_others(heard: Heard) -> None:
    """Who may hear of it is judged by the room as it was then: of one in the lobby others than staff hear nothing."""
    room = heard.room
    room.come("p1", "peer", "Ola", by="t1")
    outbox, runner, told = Outbox("c1", "epoch"), room.runner, list[Stamped]()
    seen = msgspec.convert(plain(outbox.start(runner.state, [], 0, None, 0)[0][1]), Snapshot).state

    def tell(connection: Connection, facts: list[Stamped]) -> None:
        for _, message in outbox.tell(runner.state, facts, 0):
            told.extend(msgspec.convert(plain(message), Facts).facts)

    herald = Herald(runner, tell)
    herald.join(heard.connection("c1"))
    assert seen.people["p1"].where == "room"
    room.ask("p1", i.Say(text="ha det"))
    room.ask("p1", i.Leave())
    room.ask("p1", i.Knock("Ola", "tor", "nb"))
    await asyncio.sleep(0)
    assert runner.state.people["p1"].where == "lobby"
    assert fold(told, seen).people["p1"].where == "gone"
    assert [type(stamped.fact) for stamped in told][:2] == [Said, Left]


async def test_one_who_comes_is_told_nothing_that_happened_before(heard: Heard) -> None:
    heard.herald.join(heard.connection("t1"))
    first = heard.mark()
    heard.herald.join(heard.connection("c1"))
    assert heard.messages == [("t1", [first])]
    await asyncio.sleep(0)
    assert heard.messages == [("t1", [first])]


async def test_one_who_goes_is_told_nothing_more_and_the_last_one_ends_it(heard: Heard) -> None:
    one, other = heard.connection("t1"), heard.connection("c1")
    heard.herald.join(one)
    heard.herald.join(other)
    assert not heard.herald.leave(one)
    last = heard.mark()
    heard.herald.tell_now()
    assert heard.messages == [("c1", [last])]
    assert heard.herald.leave(other)
    heard.mark()
    await asyncio.sleep(0)
    assert heard.messages == [("c1", [last])]


async def test_one_whom_the_telling_of_another_ends_is_told_no_more(heard: Heard) -> None:
    one, other = heard.connection("t1"), heard.connection("c1")
    told: list[str] = []

    def tell(connection: Connection, facts: list[Stamped]) -> None:
        told.append(connection.place.actor.id)
        herald.leave(other)

    herald = Herald(heard.room.runner, tell)
    herald.join(one)
    herald.join(other)
    heard.mark()
    herald.tell_now()
    assert told == ["t1"]
