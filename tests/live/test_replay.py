"""Watching a recording together over real connections: one position, each other's bodies, notes, talk, and alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import msgspec
import pytest

from rooms import intents as i
from rooms import watching as w
from rooms.audience import hears
from rooms.bodies import TICK, pack_pose
from rooms.facts import Marked, Stamped, Taken, Whispered
from rooms.fold import apply
from rooms.people import ROLES, Actor, Person, Role
from rooms.permissions import may_use
from rooms.wire import Facts, Outcome, Snapshot
from server.app import Server
from server.recording.reader import SessionFile
from server.replay.replays import IDLE_MS, Entered
from server.sessions import Place as Seated
from server.sessions import Session
from tests.live.live_client import DEADLINE_S, LiveClient, RefusedConnectError
from tests.unit.server.recording.kit import Place, a_session
from tests.unit.server.replay.kit import rows_in

POSE = pack_pose(((1.0, 1.6, 0.0), (0.0, 0.0, 0.0, 1.0)))


class Watcher(LiveClient):
    """One who watches, with everything they are told."""

    def __init__(self, http: aiohttp.ClientSession, base: str, seat: str) -> None:
        super().__init__(http, base, seat)
        self.watching: w.Watching | None = None
        self.talked: list[w.Talked] = []
        self.since_snapshot: list[Stamped] = []

    def _apply(self, event: str, payload: Any) -> None:
        if event == "watching":
            self.watching = msgspec.convert(payload, w.Watching)
        elif event == "talk":
            self.talked.append(msgspec.convert(payload, w.Talked))
        elif event == "snapshot":
            assert msgspec.convert(payload, Snapshot).epoch != self.epoch
            self.since_snapshot = []
            super()._apply(event, payload)
        elif event == "facts":
            facts = msgspec.convert(payload, Facts)
            if facts.epoch == self.epoch:
                self.since_snapshot += facts.facts
                for stamped in facts.facts:
                    apply(self.state, stamped)
        else:
            super()._apply(event, payload)

    @property
    def shared(self) -> w.Playing:
        assert self.watching is not None
        return self.watching.shared

    async def watch(self, intent: w.Watch) -> Outcome:
        return msgspec.convert(await self.call("watch", msgspec.to_builtins(intent)), Outcome)

    async def come(self, name: str) -> None:
        await self.connect()
        assert (await self.watch(w.ComeIn(name, "nora", "nb"))).ok


class Evening:
    """A recording on the server, and those who watch it."""

    def __init__(self, server: Server, place: Place, http: aiohttp.ClientSession, base: str) -> None:
        self.server = server
        self.place = place
        self.http = http
        self.base = base
        self.people: list[Watcher] = []

    async def enter(self, role: Role, person: str | None = None, console: Actor | None = None) -> Watcher:
        found = await self.server.replays.enter(self.place.path, self.place.site, role, person, console)
        assert isinstance(found, Entered)
        watcher = Watcher(self.http, self.base, found.seat)
        self.people.append(watcher)
        return watcher

    @property
    def name(self) -> str:
        (replay,) = self.server.replays.all()
        return replay.name

    async def close(self) -> None:
        for watcher in self.people:
            await watcher.close()


@pytest.fixture
async def evening(server: Server, http: aiohttp.ClientSession, base: str, tmp_path: Path) -> AsyncIterator[Evening]:
    place = Place(tmp_path)
    a_session(place).writer.finish()
    made = Evening(server, place, http, base)
    yield made
    await made.close()


@pytest.fixture
def file(evening: Evening) -> SessionFile:
    return evening.place.read()


async def tick_with(stream: aiohttp.ClientWebSocketResponse, *bodies: int) -> dict[int, bytes]:
    """The next tick in which all of these bodies are."""
    async with asyncio.timeout(DEADLINE_S):
        while True:
            packet = await stream.receive_bytes()
            if packet[0] == TICK and rows_in(packet).keys() >= {*bodies}:
                return rows_in(packet)


async def test_two_watch_together_and_one_wanders_off_and_comes_back(evening: Evening, file: SessionFile) -> None:
    staff, client = await evening.enter("therapist"), await evening.enter("client", "c1")
    await staff.come("Nora")
    await client.come("Kim")
    await staff.until(lambda: staff.watching is not None and len(staff.watching.watchers) == 2)

    at = 12_000
    assert (await staff.watch(w.Seek(at))).ok
    await client.until(lambda: client.snapshots == 2 and client.shared.at == at)
    await staff.until(lambda: staff.snapshots == 2)
    assert staff.state == file.state_at(at)
    assert client.state.seq == staff.state.seq
    assert client.state.notes == []

    streams = await staff.open_stream(), await client.open_stream()
    await streams[1].send_bytes(POSE)
    mine = next(one.body for one in staff.watching.watchers if one.id == client.you) if staff.watching else None
    assert mine is not None
    assert (await tick_with(streams[0], mine))[mine][1:] == POSE[1:]
    again = await evening.http.ws_connect(evening.base.replace("http", "ws") + "/stream", origin=evening.base)
    await again.send_bytes((await staff.call("ticket"))["ticket"].encode())
    assert await again.receive_bytes() == b"\x00"
    together = await tick_with(again, mine)
    ghosts = rows_in(file.bodies_at(at))
    assert {body: row for body, row in together.items() if body != mine} == ghosts != {}

    assert (await client.watch(w.AddNote("Her ble jeg redd."))).ok
    assert (await client.watch(w.Talk("Så du det?"))).ok
    assert (await client.watch(w.PointAt((1.0, 2.0)))).ok
    assert (await client.watch(w.TakeEyes("berit"))).ok
    await staff.until(lambda: staff.watching is not None and bool(staff.watching.notes) and bool(staff.talked))
    await staff.until(lambda: any(one.eyes == "berit" for one in staff.watching.watchers) if staff.watching else False)
    assert staff.watching is not None
    (note,) = staff.watching.notes
    assert (note.at, note.name, note.text) == (at, "Kim", "Her ble jeg redd.")
    assert staff.talked == [w.Talked(client.you, "Kim", "Så du det?")]
    assert [one.points_at for one in staff.watching.watchers] == [None, (1.0, 2.0)]

    assert (await client.watch(w.WanderOff(True))).ok
    assert (await client.watch(w.Seek(25_000))).ok
    await client.until(lambda: client.state.t > 20_000)
    assert (await staff.watch(w.Play(True))).ok
    await client.until(lambda: client.shared.running)
    assert client.watching is not None
    assert client.watching.own is not None
    assert client.watching.own.at == 25_000
    before = client.epoch
    assert (await client.watch(w.WanderOff(False))).ok
    await client.until(lambda: client.epoch != before and client.watching is not None and client.watching.own is None)
    assert client.epoch == staff.epoch
    assert (await staff.watch(w.Play(False))).ok
    await client.until(lambda: not client.shared.running)
    assert client.shared == staff.shared
    for stream in (*streams, again):
        await stream.close()


async def test_what_is_played_is_what_was_recorded_for_whom_it_was(evening: Evening, file: SessionFile) -> None:
    staff, client = await evening.enter("therapist"), await evening.enter("client", "c1")
    await staff.come("Nora")
    await client.come("Kim")
    start = 11_000
    await staff.watch(w.SetSpeed("4"))
    await staff.watch(w.Seek(start))
    await client.until(lambda: client.snapshots == 2)
    assert (await staff.watch(w.Play(True))).ok
    await staff.until(lambda: any(isinstance(stamped.fact, Taken) for stamped in staff.since_snapshot))
    await staff.watch(w.Play(False))
    await staff.until(lambda: staff.shared.at > start and not staff.shared.running)
    await client.until(lambda: client.shared.at > start and not client.shared.running)
    told = file.facts(start, staff.shared.at)
    assert staff.since_snapshot == told
    sees = Person("c1", "client", "", "", "nb", where="room")
    heard = [stamped for stamped in told if hears(staff.state, sees, stamped.fact)]
    assert client.since_snapshot == heard
    assert {Marked, Whispered} <= {type(stamped.fact) for stamped in told}
    assert Marked not in {type(stamped.fact) for stamped in heard}


async def test_poses_are_shown_to_the_bit(evening: Evening, file: SessionFile) -> None:
    """At a quarter of the speed none is passed over, also on a slow machine."""
    staff = await evening.enter("therapist")
    await staff.come("Nora")
    start, until = 4000, 4600
    await staff.watch(w.SetSpeed("0.25"))
    await staff.watch(w.Seek(start))
    await staff.until(lambda: staff.snapshots == 2)
    stream = await staff.open_stream()
    await tick_with(stream, 0)
    await staff.watch(w.Play(True))
    poses = file.poses(start, until)
    wanted = [row.tobytes() for row in poses.rows[poses.body == 0]]
    shown = [(await tick_with(stream, 0))[0] for _ in wanted]
    assert shown == wanted
    assert len(wanted) > 8
    await stream.close()


async def test_one_who_was_cut_is_in_again_by_themselves(evening: Evening) -> None:
    staff, other = await evening.enter("therapist"), await evening.enter("client", "c1")
    await staff.come("Nora")
    await other.come("Kim")
    await other.close()
    again = Watcher(evening.http, evening.base, other.seat or "")
    evening.people.append(again)
    await again.connect(resume=True)
    await again.until(lambda: again.snapshots == 1)
    assert again.you == other.you
    assert (await again.watch(w.Talk("Her er jeg"))).ok
    await staff.until(lambda: staff.talked == [w.Talked(again.you, "Kim", "Her er jeg")])


async def test_what_belongs_in_the_other_kind_of_room_is_refused(
    evening: Evening, session: Session, server: Server
) -> None:
    staff = await evening.enter("therapist")
    await staff.come("Nora")
    for intent in (i.Continue(), i.Stop(), i.Knock("Nora", "nora", "nb")):
        outcome = await staff.ask(intent)
        assert outcome.refusal is not None
        assert outcome.refusal.code == "not_allowed"
    malformed = msgspec.convert(await staff.call("watch", {"type": "seek", "at": -1}), Outcome)
    assert malformed.refusal is not None
    assert malformed.refusal.code == "malformed"
    seat = server.sessions.seats.make(Seated(session.runner.name, Actor("c5", "client")))
    live = Watcher(evening.http, evening.base, seat)
    evening.people.append(live)
    await live.connect()
    refused = await live.watch(w.Play(True))
    assert refused.refusal is not None
    assert refused.refusal.code == "not_allowed"


async def test_who_may_watch_is_as_the_table_says(evening: Evening, server: Server) -> None:
    await evening.enter("therapist")
    for role in ROLES:
        seat = server.sessions.seats.make(Seated(evening.name, Actor(f"a-{role}", role)))
        watcher = Watcher(evening.http, evening.base, seat)
        evening.people.append(watcher)
        try:
            await watcher.come(role)
        except RefusedConnectError:
            assert not may_use(role, "connect")
        else:
            assert may_use(role, "watch")


async def test_who_signs_out_watches_no_more(evening: Evening, server: Server) -> None:
    console = Actor("t1", "therapist")
    staff, client = await evening.enter("therapist", console=console), await evening.enter("client", "c1")
    await staff.come("Nora")
    await client.come("Kim")
    stream = await staff.open_stream()
    server._forget(console)
    await staff.until(lambda: staff.why == "not_signed_in")
    with pytest.raises(RefusedConnectError):
        await Watcher(evening.http, evening.base, staff.seat or "").connect()
    assert (await client.watch(w.Talk("Er du der?"))).ok
    await stream.close()


async def test_a_recording_that_is_dropped_or_that_nobody_watches_any_more_is_closed(
    evening: Evening, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff = await evening.enter("therapist")
    await staff.come("Nora")
    await server.replays.drop("s1")
    await staff.until(lambda: staff.why == "no_session")
    assert server.replays.all() == []
    left = await evening.enter("therapist")
    assert len(server.replays.all()) == 1
    await server.replays.close_idle()
    assert len(server.replays.all()) == 1
    (replay,) = server.replays.all()
    monkeypatch.setattr(replay, "_clock", lambda: replay._opened_at + IDLE_MS / 1000 + 1)
    await server.replays.close_idle()
    assert server.replays.all() == []
    with pytest.raises(RefusedConnectError):
        await left.connect()
