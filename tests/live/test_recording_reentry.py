"""The server dies in the middle of a session: the same people come back by their seats, and the room stands still."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import aiohttp
import pytest

from rooms import intents as i
from rooms.bodies import TICK, pack_pose
from rooms.facts import Said
from server.recording.reader import SessionFile
from server.recording.site_key import SiteKey
from tests.live.live_client import LiveClient
from tests.live.recorded import EVER
from tests.live.server_process import ServerProcess, server_process

NAME = "Zebedeus"
CANARY = "the quokka dreams of liquorice"
KEPT_S = 0.6
"""Facts are kept within 250 ms, and seats as soon."""


async def running_room(
    served: ServerProcess, http: aiohttp.ClientSession, recorded: bool
) -> tuple[LiveClient, LiveClient, str]:
    """A client and a therapist in a running room in which something has been said, and the session's name."""
    client = await LiveClient.join(http, served.base, served.client_code)
    await client.connect()
    assert (await client.ask(i.Knock(NAME, "sol", "en"))).ok
    session = await served.sign_in(http)
    therapist = LiveClient(http, served.base)
    await therapist.connect(session)
    for intent in (i.Admit(client.you), i.Continue(), i.SetLevel("closeness", 3)):
        assert (await therapist.ask(intent)).ok
    if recorded:
        assert (await therapist.ask(i.AskToRecord())).ok
        assert (await client.ask(i.Consent(True))).ok
    assert (await client.ask(i.Say(text=CANARY))).ok
    assert (await client.ask(i.SetCeiling("attention", 2))).ok
    await asyncio.sleep(KEPT_S)
    return client, therapist, session


async def back(
    served: ServerProcess, http: aiohttp.ClientSession, seat: str | None, session: str
) -> tuple[LiveClient, LiveClient]:
    """The same two: the client by the seat, the therapist by the cookie."""
    assert "1 room is open from before" in served.printed
    client, therapist = LiveClient(http, served.base, seat), LiveClient(http, served.base)
    await client.connect()
    await therapist.connect(session)
    return client, therapist


async def go_on(client: LiveClient, therapist: LiveClient) -> None:
    """Staff go on, and poses flow."""
    assert (therapist.state.phase, therapist.state.phase_by) == ("paused", "room")
    assert (await therapist.ask(i.Continue())).ok
    await client.until(lambda: client.state.phase == "running")
    seen, moving = await therapist.open_stream(), await client.open_stream()
    await moving.send_bytes(pack_pose(((0.5, 1.6, 0.3), (0.0, 0.0, 0.0, 1.0)), flat=True))
    async with asyncio.timeout(5):
        while (tick := await seen.receive_bytes())[1] == 0:  # the picture of nobody, on opening
            pass
    assert tick[0] == TICK
    assert tick[8] == client.state.people[client.you].body


def same_standing(one: LiveClient, other: LiveClient) -> bool:
    then, now = one.state, other.state
    return (then.levels, then.ceiling, then.step, then.beat, then.help) == (
        now.levels, now.ceiling, now.step, now.beat, now.help,
    )  # fmt: skip


async def test_a_recorded_room_goes_on_from_its_recording(http: aiohttp.ClientSession, tmp_path: Path) -> None:
    async with server_process("--language", "en", home=tmp_path) as served:
        before, staff, session = await running_room(served, http, recorded=True)
        port = int(served.base.rpartition(":")[2])
        served.process.kill()
        await served.process.wait()
    async with server_process("--language", "en", home=tmp_path, port=port) as served:
        client, therapist = await back(served, http, before.seat, session)
        assert (client.you, therapist.you) == (before.you, staff.you)
        assert client.epoch != before.epoch
        you = client.state.people[client.you]
        assert (you.name, you.where, you.here) == (NAME, "room", True)
        assert [line.words for line in client.state.lines if line.who == client.you] == [{"en": CANARY}]
        assert same_standing(staff, therapist)
        assert therapist.state.recording.on
        await go_on(client, therapist)
        assert (await client.ask(i.Say(text="here again"))).ok
        assert (await therapist.ask(i.End())).ok
        served.process.send_signal(signal.SIGTERM)
        assert await served.end() == 0
    site = SiteKey.load_or_create(tmp_path / "config" / "site.key", tmp_path / "data")
    with SessionFile.open(tmp_path / "data" / "sessions" / f"{session}.proverom", site) as file:
        facts = [stamped.fact for stamped in file.facts(-1, EVER)]
        said = [fact.words["en"] for fact in facts if isinstance(fact, Said) and fact.who == before.you]
        assert said == [CANARY, "here again"]
        assert [why for _, _, why in file.info.gaps] == ["stopped"]
        assert file.info.finished
        assert len(file.poses(-1, EVER).t) > 0
    assert_in_no_byte(tmp_path, CANARY, "here again", NAME)
    for one in (before, staff, client, therapist):
        await one.close()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
async def test_a_room_that_nobody_recorded_stands_where_it_stood_and_keeps_no_word(
    http: aiohttp.ClientSession, tmp_path: Path, how: signal.Signals
) -> None:
    async with server_process("--language", "en", home=tmp_path) as served:
        before, staff, session = await running_room(served, http, recorded=False)
        port = int(served.base.rpartition(":")[2])
        served.process.send_signal(how)
        await served.end()
    assert_in_no_byte(tmp_path, CANARY, NAME, before.seat or "")
    async with server_process("--language", "en", home=tmp_path, port=port) as served:
        client, therapist = await back(served, http, before.seat, session)
        assert client.you == before.you
        assert client.state.people == {}
        assert same_standing(staff, therapist)
        assert therapist.state.lines == []
        assert (await client.ask(i.Knock("Sol", "sol", "en"))).ok
        await client.until(
            lambda: client.you in client.state.people and client.state.people[client.you].where == "room"
        )
        await go_on(client, therapist)
        for one in (before, staff, client, therapist):
            await one.close()


def assert_in_no_byte(folder: Path, *words: str) -> None:
    """Of any file, also not as it is written in UTF-16."""
    for path in folder.rglob("*"):
        if path.is_file():
            held = path.read_bytes().lower()
            for word in words:
                for coding in ("utf-8", "utf-16-le"):
                    assert word.lower().encode(coding) not in held, f"{word} is in {path.name}"
