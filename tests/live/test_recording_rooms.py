"""Recording over the real server: from when everyone has said yes, only those who have, and as it was sent."""

from __future__ import annotations

import asyncio
from functools import partial

import aiohttp

from rooms import intents as i
from rooms.bodies import POSE_BYTES, READ, TICK_HEAD, pack_pose
from rooms.facts import Left, RecordingChanged, Said, Stamped
from server.app import Server
from server.recorders import RECORDER
from server.recording.reader import SessionFile
from server.sessions import Session
from tests.live.live_client import LiveClient
from tests.live.recorded import EVER, agreed, closed, knocking, opened, path_of, until

CANARY = "the quokka dreams of liquorice"


def lines_in(file: SessionFile) -> list[tuple[str, str]]:
    facts = [stamped.fact for stamped in file.facts(-1, EVER)]
    return [(fact.who, text) for fact in facts if isinstance(fact, Said) for text in fact.words.values()]


async def say(person: LiveClient, text: str) -> None:
    assert (await person.ask(i.Say(text=text))).ok


async def move(stream: aiohttp.ClientWebSocketResponse, steps: int, server: Server, z: float = 0.3) -> None:
    """Poses, no two alike, each taken before the next is sent."""
    for step in range(steps):
        await stream.send_bytes(pack_pose(((step / 50, 1.6, z), (0.0, 0.0, 0.0, 1.0)), flat=True))
        await until(partial(has_taken, server, server.counts.poses + 1))


def has_taken(server: Server, poses: int) -> bool:
    return server.counts.poses >= poses


async def test_a_recording_and_the_room_tell_the_same(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    """Facts in their order, and poses to the bit, as those who were there were sent them."""
    client, therapist = await agreed(server, session, http, base)
    since = next(one.seq for one in therapist.heard if isinstance(one.fact, RecordingChanged))
    stream, watching = await client.open_stream(), await therapist.open_stream()
    await move(stream, 40, server)
    shown = await seen_by(watching, session)
    await seen_by(stream, session)  # who leaves ticks unread is cut while the avatar takes its time
    await say(client, "Is this the right stop?")
    assert (await therapist.ask(i.Whisper(client.you, "You can ask for the time."))).ok
    assert (await therapist.ask(i.Mark("asked by herself"))).ok
    await until(lambda: len(lines_of_avatars(session)) > 0)
    await move(stream, 20, server, z=0.6)
    shown += await seen_by(watching, session)
    assert (await therapist.ask(i.End())).ok
    await therapist.until(lambda: therapist.state.phase == "ended")
    await closed(server, session)
    with opened(server, session) as file:
        assert file.info.finished
        assert file.info.gaps == []
        assert file.missing == 0
        facts = file.facts(-1, EVER)
        heard = [stamped for stamped in therapist.heard if stamped.seq > since]
        assert before_the_end(heard) == before_the_end(facts)
        assert not client.state.recording.on
        theirs = [stamped for stamped in client.heard if stamped.seq > since]
        assert theirs == [stamped for stamped in facts if stamped.seq in {one.seq for one in theirs}]
        assert len(theirs) > 5
        poses = file.poses(-1, EVER)
        assert [(int(t), row.tobytes()) for t, row in zip(poses.t, poses.rows, strict=True)] == shown
        assert len(shown) >= 20
        assert file.state_at(EVER).seq == session.runner.state.seq
    await client.close()
    await therapist.close()


def before_the_end(facts: list[Stamped]) -> list[Stamped]:
    """Staff hear everything but what goes with the session itself, when they are gone too."""
    return [stamped for stamped in facts if not isinstance(stamped.fact, Left | RecordingChanged)]


async def seen_by(stream: aiohttp.ClientWebSocketResponse, session: Session) -> list[tuple[int, bytes]]:
    """Every row that is shown on this stream with its time, up to the pose that stands now; says that it was read."""
    shown: list[tuple[int, bytes]] = []
    newest = session.stream.bodies.all(0)[TICK_HEAD.size :]
    while not shown or shown[-1][1] != newest:
        tick = await stream.receive_bytes(timeout=5)
        shown += [
            (TICK_HEAD.unpack_from(tick)[3], tick[at : at + POSE_BYTES]) for at in range(8, len(tick), POSE_BYTES)
        ]
    await stream.send_bytes(TICK_HEAD.pack(READ, 0, 0, shown[-1][0]))
    return shown


def lines_of_avatars(session: Session) -> list[str]:
    return [line.who for line in session.runner.state.lines if line.who in session.runner.state.avatars]


async def test_nothing_is_kept_from_before_nor_of_one_who_takes_a_yes_back(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client, therapist = await agreed(server, session, http, base)
    peer = await knocking(server, session, http, base, "peer", "Ola")
    assert (await therapist.ask(i.Admit(peer.you))).ok
    await say(peer, "nobody has asked me yet")
    await say(client, "one")
    assert (await client.ask(i.Consent(False))).ok
    await say(client, "two")
    assert (await peer.ask(i.Consent(True))).ok
    await say(peer, "now I have said yes")
    assert (await client.ask(i.Consent(True))).ok
    await say(client, "three")
    assert (await therapist.ask(i.StopRecording())).ok
    await say(client, "four")
    await closed(server, session)
    with opened(server, session) as file:
        said = [line for line in lines_in(file) if line[0] in (client.you, peer.you)]
        assert said == [(client.you, "one"), (peer.you, "now I have said yes"), (client.you, "three")]
        names = {one.id: one.name for one in file.info.people}
        assert names[peer.you] == "Ola"
    for person in (client, therapist, peer):
        await person.close()


async def test_a_newcomer_who_has_not_agreed_is_nobody_in_the_file(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client, therapist = await agreed(server, session, http, base)
    peer = await knocking(server, session, http, base, "peer", "Ola")
    assert (await therapist.ask(i.Admit(peer.you))).ok
    stream = await peer.open_stream()
    await move(stream, 10, server)
    assert (await therapist.ask(i.End())).ok
    await closed(server, session)
    with opened(server, session) as file:
        someone = next(one for one in file.info.people if one.id == peer.you)
        assert (someone.name, someone.body, someone.role) == (None, None, "peer")
        assert len(file.poses(-1, EVER).t) == 0
    for person in (client, therapist, peer):
        await person.close()


async def test_recording_again_goes_on_in_the_same_file_after_a_gap(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client, therapist = await agreed(server, session, http, base)
    await say(client, "the first part")
    assert (await therapist.ask(i.StopRecording())).ok
    assert (await therapist.ask(i.AskToRecord())).ok
    await say(client, "in between")
    assert (await client.ask(i.Consent(True))).ok
    await until(lambda: server.recorders.now() != [])
    await say(client, "the second part")
    assert (await therapist.ask(i.End())).ok
    await closed(server, session)
    with opened(server, session) as file:
        assert [text for who, text in lines_in(file) if who == client.you] == ["the first part", "the second part"]
        assert [why for _, _, why in file.info.gaps] == ["stopped"]
        assert file.info.finished
    await client.close()
    await therapist.close()


async def test_staff_see_trouble_within_a_second_and_the_room_goes_on(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    path_of(server, session).parent.mkdir(parents=True)
    path_of(server, session).mkdir()  # nothing can be written there
    client, therapist = await agreed(server, session, http, base)
    async with asyncio.timeout(1):
        await therapist.until(lambda: therapist.state.recording.trouble == "io_error")
    await client.until(lambda: client.state.recording.trouble == "io_error")
    await say(client, "can you hear me?")
    assert [now.trouble for now in server.recorders.now()] == ["io_error"]
    path_of(server, session).rmdir()
    await therapist.until(lambda: therapist.state.recording.trouble == "")
    await say(client, "and now?")
    assert (await therapist.ask(i.End())).ok
    await closed(server, session)
    with opened(server, session) as file:
        assert [text for who, text in lines_in(file) if who == client.you] == ["and now?"]
    await client.close()
    await therapist.close()


async def test_only_the_server_itself_says_how_the_recorder_is(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client, therapist = await agreed(server, session, http, base)
    for person in (client, therapist):
        refusal = (await person.ask(i.TellRecorder("disk_full"))).refusal
        assert refusal is not None
        assert refusal.code == "not_allowed"
    assert session.runner.ask(RECORDER, i.TellRecorder("disk_full")).ok
    await client.close()
    await therapist.close()
