"""Several recordings watched at once: each in a room of its own, opened once and closed when it must be."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from rooms.people import Actor
from rooms.refusals import Refusal
from server.counts import Counts
from server.recording.bad_file import BadFileError
from server.replay.replays import IDLE_MS, Entered, Replays
from server.secrets_table import SecretsTable
from server.sessions import Place as Seated
from tests.unit.server.recording.kit import Place, a_session


class House:
    """A server's replays, at most two at a time, and two recordings."""

    def __init__(self, place: Place) -> None:
        self.seconds = 0.0
        self.site = place.site
        a_session(place).writer.finish()
        self.one = place.path
        self.other, self.third = (place.path.with_name(f"{name}.proverom") for name in ("s2", "s3"))
        for copy in (self.other, self.third):
            shutil.copy(self.one, copy)
        self.seats: SecretsTable[Seated] = SecretsTable(self.clock, 1000, 100)
        self.tickets: SecretsTable[Seated] = SecretsTable(self.clock, 1000, 100)
        self.replays = Replays(self.seats, self.tickets, self.clock, Counts(), most=2)
        self.dropped: list[str] = []
        self.replays.on_drop(self.dropped.append)

    def clock(self) -> float:
        return self.seconds

    async def enter(self, path: Path, person: str | None = None, console: Actor | None = None) -> Entered:
        found = await self.replays.enter(path, self.site, "client" if person else "therapist", person, console)
        assert isinstance(found, Entered)
        return found


@pytest.fixture
def house(place: Place) -> House:
    return House(place)


async def test_who_watch_the_same_recording_are_in_the_same_room(house: House) -> None:
    first, second, elsewhere = await asyncio.gather(
        house.enter(house.one), house.enter(house.one, "c1"), house.enter(house.other)
    )
    assert first.session == second.session != elsewhere.session
    assert (first.role, second.role) == ("therapist", "client")
    assert len(house.replays.all()) == 2
    places = [house.seats.look_up(entered.seat) for entered in (first, second)]
    replay = house.replays.get(first.session)
    assert replay is not None
    assert [replay.person_of(place.actor) for place in places if place] == [None, "c1"]
    await house.replays.close()
    assert set(house.dropped) == {first.session, elsewhere.session}


async def test_an_empty_room_makes_way_for_another_and_its_seats_lead_nowhere(house: House) -> None:
    first = await house.enter(house.one)
    await house.enter(house.other)
    full = await house.replays.enter(house.third, house.site, "therapist")
    assert isinstance(full, Refusal)
    assert full.code == "room_full"
    house.seconds = 1.0
    await house.enter(house.third)
    assert house.dropped == [first.session]
    assert house.seats.look_up(first.seat) is None
    await house.replays.close()


async def test_a_room_that_nobody_has_watched_for_ten_minutes_is_closed(house: House) -> None:
    entered = await house.enter(house.one)
    house.seconds = IDLE_MS / 1000 - 1
    await house.replays.close_idle()
    assert house.dropped == []
    house.seconds += 1
    await house.replays.close_idle()
    assert house.dropped == [entered.session]


async def test_signing_out_takes_the_seats_that_were_had_by_it(house: House) -> None:
    console, other = Actor("t1", "therapist"), Actor("t2", "therapist")
    mine, theirs = await house.enter(house.one, console=console), await house.enter(house.one, console=other)
    place = house.seats.look_up(mine.seat)
    assert place is not None
    assert house.replays.sign_out(console) == {place.actor}
    assert house.replays.sign_out(console) == set()
    assert house.seats.look_up(mine.seat) is None
    assert house.seats.look_up(theirs.seat) is not None
    await house.replays.close()


async def test_what_cannot_be_opened_leaves_nothing_open(house: House) -> None:
    house.one.write_bytes(b"not a recording" * 100)
    with pytest.raises(BadFileError):
        await house.enter(house.one)
    assert house.replays.all() == []
    await house.enter(house.other)
    await house.replays.drop("s2")
    await house.replays.drop("s2")
    assert house.replays.all() == []
