"""What is kept of rooms for a server that dies, and who comes back into them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from random import Random

import pytest

from infra.virtual_room import load_script, load_understanding
from rooms import intents as i
from rooms.axes import AXES, Axis
from rooms.people import Actor
from rooms.refusals import Refusal
from rooms.scenario import Meaning
from rooms.script import Script
from server import sessions as sessions_module
from server.console_auth import COOKIE, ConsoleAuth
from server.counts import Counts
from server.practice import begin_practice
from server.recording.site_key import SiteKey
from server.recordings import Recordings
from server.reentry import Reentry
from server.seats_file import NAME
from server.sessions import SEAT_LIFETIME_S, Place, Session, Sessions

CEILING: dict[Axis, int] = dict.fromkeys(AXES, 4)
HOUR_S = 3600.0


class Life:
    """One life of a server, from a start to a kill. Its own clock begins anew with each; the wall's goes on."""

    def __init__(self, folder: Path, wall: list[float], scripts: Mapping[str, Script] | None = None) -> None:
        self.began = wall[0]
        self.wall = wall
        self.sessions = Sessions(
            {"bus_stop": load_script("bus_stop")} if scripts is None else scripts,
            self.clock, lambda: wall[0], lambda: "", 4, Counts(),
        )  # fmt: skip
        self.auth = ConsoleAuth(self.clock)
        site = SiteKey.load_or_create(folder / "config" / "site.key", folder / "data")
        self.recordings = Recordings(folder / "data", site)
        self.reentry = Reentry(self.sessions, self.auth, self.recordings, self.clock, lambda: wall[0])

    def clock(self) -> float:
        return 100.0 + self.wall[0] - self.began

    async def room(self) -> Session:
        made = await self.sessions.make("bus_stop", "nb", CEILING)
        assert not isinstance(made, Refusal)
        await made.rest()
        return made

    def seat(self, session: Session, actor: Actor) -> str:
        return self.sessions.seats.make(Place(session.runner.name, actor))


class World:
    """Lives after one another, over the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wall = [1_800_000_000.0]
        self.lives: list[Life] = []

    def live(self, scripts: Mapping[str, Script] | None = None) -> Life:
        self.lives.append(Life(self.folder, self.wall, scripts))
        return self.lives[-1]

    async def die_and_come_back(self, scripts: Mapping[str, Script] | None = None) -> tuple[Life, list[Session]]:
        await self.lives[-1].reentry.save()
        life = self.live(scripts)
        return life, await life.reentry.bring_back()

    async def close(self) -> None:
        for life in self.lives:
            await life.sessions.close()


@pytest.fixture
async def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    def learned(meanings: Mapping[str, Meaning]) -> object:
        return load_understanding("bus_stop")

    monkeypatch.setattr(sessions_module, "Understanding", learned)
    made = World(tmp_path)
    yield made
    await made.close()


THERAPIST, CLIENT, PEER = Actor("t1", "therapist"), Actor("c1", "client"), Actor("p1", "peer")


def come(session: Session, actor: Actor, let_in: bool = True) -> None:
    ask = session.runner.ask
    assert ask(actor, i.Knock(f"Name of {actor.id}", "sol", "nb")).ok
    if let_in and actor is not THERAPIST:
        assert ask(THERAPIST, i.Admit(actor.id)).ok


def where(session: Session, actor: Actor) -> str | None:
    person = session.runner.state.people.get(actor.id)
    return None if person is None else person.where


async def test_who_was_in_the_room_is_let_in_at_once_and_who_waited_waits(world: World) -> None:
    life = world.live()
    room = await life.room()
    for actor in (THERAPIST, CLIENT):
        come(room, actor)
    come(room, PEER, let_in=False)
    seats = {actor.id: life.seat(room, actor) for actor in (CLIENT, PEER, Actor("p2", "peer"))}
    after, (back,) = await world.die_and_come_back()
    assert back.runner.name == room.runner.name
    assert back.runner.epoch != room.runner.epoch
    assert {who: after.sessions.seats.look_up(seat) for who, seat in seats.items()} == {
        who: Place(room.runner.name, Actor(who, "client" if who == "c1" else "peer")) for who in seats
    }
    for actor in (CLIENT, PEER):
        assert where(back, actor) is None
        come(back, actor, let_in=False)
    await asyncio.sleep(0)
    assert (where(back, CLIENT), where(back, PEER)) == ("room", "lobby")


async def test_who_has_not_come_back_is_still_waited_for_after_another_death(world: World) -> None:
    room = await world.live().room()
    for actor in (THERAPIST, CLIENT):
        come(room, actor)
    world.lives[0].seat(room, CLIENT)
    await world.die_and_come_back()
    _, (back,) = await world.die_and_come_back()
    come(back, CLIENT, let_in=False)
    await asyncio.sleep(0)
    assert where(back, CLIENT) == "room"


async def test_who_was_sent_away_after_coming_back_is_not_let_in_again(world: World) -> None:
    room = await world.live().room()
    for actor in (THERAPIST, CLIENT):
        come(room, actor)
    world.lives[0].seat(room, CLIENT)
    _, (back,) = await world.die_and_come_back()
    come(back, THERAPIST)
    come(back, CLIENT, let_in=False)
    await asyncio.sleep(0)
    assert back.runner.ask(THERAPIST, i.Remove("c1")).ok
    come(back, CLIENT, let_in=False)
    await asyncio.sleep(0)
    assert where(back, CLIENT) == "lobby"


async def test_rooms_that_are_over_empty_or_old_and_the_seats_of_those_who_left_are_not_kept(world: World) -> None:
    life = world.live()
    over, left, _ = await life.room(), await life.room(), await life.room()  # into the third nobody comes
    for room in (over, left):
        for actor in (THERAPIST, CLIENT):
            come(room, actor)
    assert over.runner.ask(THERAPIST, i.End()).ok
    assert left.runner.ask(CLIENT, i.Leave()).ok
    seats = [life.seat(room, CLIENT) for room in (over, left)]
    after, (back,) = await world.die_and_come_back()
    assert back.runner.name == left.runner.name
    assert [after.sessions.seats.look_up(seat) for seat in seats] == [None, None]
    world.wall[0] += SEAT_LIFETIME_S + 1
    assert (await world.die_and_come_back())[1] == []


async def test_a_room_in_which_staff_practise_alone_is_not_kept(world: World) -> None:
    session = await begin_practice(world.live().sessions, "bus_stop", "nb", "silent", 1, Random(1))
    assert not isinstance(session, Refusal)
    come(session, THERAPIST)
    _, back = await world.die_and_come_back()
    assert back == []


async def test_seats_and_sign_ins_end_when_they_would_have_ended(world: World) -> None:
    life = world.live()
    room = await life.room()
    come(room, THERAPIST)
    seat = life.seat(room, CLIENT)
    cookie = f"{COOKIE}={life.auth.sign_in(life.auth.make_link_secret())}"
    gone = f"{COOKIE}={life.auth.sign_in(life.auth.make_link_secret())}"
    life.auth.sign_out(gone)
    world.wall[0] += HOUR_S
    after, _ = await world.die_and_come_back()
    assert after.auth.who(cookie) == life.auth.who(cookie) is not None
    assert after.auth.who(gone) is None
    world.wall[0] += SEAT_LIFETIME_S - HOUR_S - 2
    assert after.sessions.seats.look_up(seat) is not None
    world.wall[0] += 3
    assert after.sessions.seats.look_up(seat) is None
    assert after.auth.who(cookie) is None


async def test_a_room_whose_scenario_is_gone_is_let_go(world: World) -> None:
    come(await world.live().room(), THERAPIST)
    assert (await world.die_and_come_back(scripts={}))[1] == []


async def test_a_room_whose_recording_cannot_be_opened_goes_on_from_how_it_stood(world: World) -> None:
    life = world.live()
    room = await life.room()
    for actor in (THERAPIST, CLIENT):
        come(room, actor)
    for actor, intent in ((THERAPIST, i.Continue()), (THERAPIST, i.AskToRecord()), (CLIENT, i.Consent(True))):
        assert room.runner.ask(actor, intent).ok
    assert room.runner.state.recording.on
    _, (back,) = await world.die_and_come_back()
    state = back.runner.state
    assert (state.phase, state.beat, state.people) == ("paused", room.runner.state.beat, {})
    assert not state.recording.on


async def test_it_is_written_only_when_something_has_changed_and_a_full_disk_stops_nobody(world: World) -> None:
    life = world.live()
    room = await life.room()
    come(room, THERAPIST)
    await life.reentry.save()
    path = world.folder / "data" / NAME
    first = path.read_bytes()
    await life.reentry.save()
    assert path.read_bytes() == first  # sealed anew it would be another
    path.unlink()
    path.mkdir()
    life.seat(room, CLIENT)
    await life.reentry.save()
    assert path.is_dir()
    path.rmdir()
    await life.reentry.save()
    assert path.is_file()


async def test_a_file_that_is_damaged_brings_nobody_back(world: World) -> None:
    come(await world.live().room(), THERAPIST)
    await world.lives[0].reentry.save()
    (world.folder / "data" / NAME).write_bytes(b"half")
    assert await world.live().reentry.bring_back() == []
