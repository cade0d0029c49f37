"""A whole room with everything in it that nobody else may read: names, words, codes, seats, tickets, wrong tries."""

from __future__ import annotations

import aiohttp

from rooms import intents as i
from rooms.bodies import pack_pose
from server.app import Server
from server.sessions import Session
from tests.live.live_client import EVENT, LiveClient, RefusedConnectError
from tests.live.test_a_room import until_closed

WORDS = {
    "name": "Zebedeus", "line": "quokka at the window", "whisper": "wombat is near", "mark": "numbat seen",
    "instruction": "platypus wait", "played": "bandicoot says hello", "guess": "ZQXJ7K4W", "card": "echidna-card",
    "event": "bilby-event", "seat": "dugong-seat-guess", "body": "cassowary-body", "path": "kookaburra-path",
    "header": "lyrebird-header", "ticket": "galah-ticket",
}  # fmt: skip
"""Made up so that none of them can come into a text by chance."""


async def live_through(server: Server, session: Session, http: aiohttp.ClientSession, base: str) -> list[str]:
    """Two people and an avatar, and some who should not be there. Gives everything that was secret."""
    code = server.sessions.code_for(session.runner.name, "client").code
    client = await LiveClient.join(http, base, code)
    await client.connect()
    assert (await client.ask(i.Knock(WORDS["name"], "sol", "en"))).ok
    key = server.auth.make_link_secret()
    async with http.post(f"{base}/api/sign-in", json={"secret": key}, headers={"Origin": base}) as answer:
        cookie = answer.cookies["proverom_console"].value
    therapist = LiveClient(http, base)
    await therapist.connect(session.runner.name)
    assert (await therapist.ask(i.Admit(client.you))).ok
    for person, intent in (
        (therapist, i.Continue()), (client, i.Say(text=WORDS["line"])),
        (therapist, i.Whisper(client.you, WORDS["whisper"])), (therapist, i.Mark(WORDS["mark"])),
        (therapist, i.Instruct("berit", WORDS["instruction"])),
        (therapist, i.Take("berit")), (therapist, i.SpeakAs("berit", text=WORDS["played"])),
    ):  # fmt: skip
        assert (await person.ask(intent)).ok
    for refused in (i.Say(meaning=WORDS["card"]), i.Admit(WORDS["name"]), i.Whisper(client.you, WORDS["whisper"])):
        assert not (await client.ask(refused)).ok
    ticket = (await client.call("ticket"))["ticket"]
    stream = await client.open_stream()
    await stream.send_bytes(pack_pose(((0.4, 1.68, 0.5), (0.0, 0.0, 0.0, 1.0))))
    await stream.send_bytes(WORDS["body"].encode())
    while (await stream.receive(5)).type is aiohttp.WSMsgType.BINARY:
        pass
    await misbehave(http, base, client)
    secrets = [
        *WORDS.values(),
        code,
        key,
        cookie,
        client.seat or "",
        ticket,
        session.runner.name,
        client.you,
        therapist.you,
    ]
    await client.close()
    await therapist.close()
    return [*WORDS.values(), *secrets]


async def misbehave(http: aiohttp.ClientSession, base: str, client: LiveClient) -> None:
    """Wrong codes, wrong bodies, wrong seats, wrong packets, and requests that are no HTTP, each with a word in it."""
    headers = {"Origin": base, "X-Odd": WORDS["header"], "Cookie": f"proverom_console={WORDS['ticket']}"}
    for body in ({"code": WORDS["guess"]}, {"code": WORDS["body"], WORDS["body"]: 1}, WORDS["body"]):
        async with http.post(f"{base}/api/join", json=body, headers=headers) as answer:
            assert answer.status in (400, 404)
    async with http.get(f"{base}/{WORDS['path']}?x={WORDS['path']}", headers=headers) as answer:
        assert answer.status == 404
    stranger = LiveClient(http, base, WORDS["seat"])
    try:
        await stranger.connect()
    except RefusedConnectError:
        await until_closed(stranger)
    for data in (WORDS["event"].encode(), b"\xc1" + WORDS["event"].encode()):
        twin = LiveClient(http, base, client.seat)
        await twin.connect()
        await twin.send_raw(data)
        await until_closed(twin)
    odd = LiveClient(http, base, client.seat)
    await odd.connect()
    await odd.call("intent", {"id": "x", "intent": {"type": "say", "text": WORDS["line"], WORDS["event"]: 1}})
    await odd.send(EVENT, [WORDS["event"], WORDS["line"]])
    await until_closed(odd)
    await client.close()
    await client.connect(resume=True)
