"""What one may do with a recording afterwards: staff all, a client with their own link, and nobody else anything."""

from __future__ import annotations

from typing import Any

import aiohttp

from rooms import intents as i
from rooms.people import Actor
from server.app import Server
from server.sessions import Place, Session
from tests.live.live_client import LiveClient
from tests.live.recorded import EVER, agreed, closed, knocking, opened, path_of, until


class Asker:
    """Asks the doors of one server: with the console's cookie, with a seat, or with nothing."""

    def __init__(self, http: aiohttp.ClientSession, base: str) -> None:
        self._http = http
        self._base = base

    async def __call__(
        self, method: str, path: str, body: dict[str, Any] | None = None, seat: str | None = None
    ) -> tuple[int, Any]:
        """The status, and what was answered; of a refusal its code."""
        headers = {"Origin": self._base} | ({"Authorization": f"Bearer {seat}"} if seat else {})
        url = f"{self._base}/api/recordings{path}"
        async with self._http.request(method, url, json=body, headers=headers) as answer:
            found: Any = await answer.json() if answer.status != 204 else None
            return answer.status, found["code"] if answer.status >= 400 else found


async def recorded(server: Server, session: Session, http: aiohttp.ClientSession, base: str) -> LiveClient:
    """The client of a session that was recorded and has ended; `http` is signed in at the console."""
    client, therapist = await agreed(server, session, http, base)
    peer = await knocking(server, session, http, base, "peer", "Ola")
    assert (await peer.ask(i.Consent(True))).ok
    assert (await therapist.ask(i.Admit(peer.you))).ok
    for person, words in ((client, "is this my stop?"), (peer, "you do this well")):
        assert (await person.ask(i.Say(text=words))).ok
    assert (await therapist.ask(i.Mark("asked by herself"))).ok
    assert (await therapist.ask(i.End())).ok
    for person in (client, therapist, peer):
        await person.close()
    return client


def key_in(link: str) -> str:
    return link.rpartition("&key=")[2]


async def test_a_client_opens_the_recording_by_their_own_link_and_deletes_their_part(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client = await recorded(server, session, http, base)
    name = session.runner.name
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as own:
        ask = Asker(own, base)
        status, mine = await ask("GET", "/mine", seat=client.seat)
        assert (status, mine["person"], mine["name"]) == (200, client.you, "Sol")
        assert mine["link"].startswith(f"http://localhost:{server.settings.port}/replay#session={name}&key=")
        key = key_in(mine["link"])
        assert len(key) == 22  # 128 bits
        status, entered = await ask("POST", f"/{name}/enter", {"key": key})
        assert (status, entered["role"]) == (200, "client")
        watcher = LiveClient(own, base, entered["seat"])
        await watcher.connect()
        assert watcher.state.people[client.you].name == "Sol"
        status, told = await ask("GET", f"/{name}/timeline", seat=entered["seat"])
        assert (status, told["client"]) == (200, client.you)
        assert "marks" not in {lane["id"] for lane in told["timeline"]["lanes"]}
        assert len(told["summary"]["staff"]) == 1
        assert await ask("POST", f"/{name}/enter", {"key": "A" * 22}) == (404, "no_recording")
        assert await ask("DELETE", f"/{name}", {"key": "A" * 22}) == (404, "no_recording")
        assert await ask("DELETE", f"/{name}", {}) == (401, "not_signed_in")
        links = path_of(server, session).with_suffix(".links")
        backup = links.read_bytes()
        assert await ask("DELETE", f"/{name}", {"key": key}) == (204, None)
        await watcher.until(lambda: not watcher.is_open)
        assert await ask("POST", f"/{name}/enter", {"key": key}) == (404, "no_recording")
        assert await ask("GET", "/mine", seat=client.seat) == (404, "no_recording")
        links.write_bytes(backup)
        assert await ask("POST", f"/{name}/enter", {"key": key}) == (404, "no_recording")
    with opened(server, session) as file:
        people = {one.id: one for one in file.info.people}
        assert people[client.you].erased
        assert [one.name for one in people.values() if one.role == "peer"] == ["Ola"]
        assert "is this my stop?" not in str(file.facts(-1, EVER))
        assert "you do this well" in str(file.facts(-1, EVER))


async def test_staff_list_watch_hand_out_links_compare_and_delete(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client = await recorded(server, session, http, base)
    ask, name = Asker(http, base), session.runner.name
    assert (await ask("GET", f"/{name}/keys"))[0] == 200  # a file that is being closed is waited for
    status, (listed,) = await ask("GET", "")
    assert (status, listed["session"], listed["scenario"], listed["finished"]) == (200, name, "bus_stop", True)
    assert listed["title"] == session.runner.script.scenario.title
    status, (link,) = await ask("GET", f"/{name}/keys")
    assert (status, link["person"], link["name"]) == (200, client.you, "Sol")
    _, (again,) = await ask("GET", f"/{name}/keys")
    assert again["link"] == link["link"]
    entered = [(await ask("POST", f"/{name}/enter", {"key": key_in(one["link"])}))[1] for one in (link, again)]
    status, staff = await ask("POST", f"/{name}/enter", {})
    assert (status, staff["role"]) == (200, "therapist")
    assert {staff["session"]} == {one["session"] for one in entered}
    for seat in (staff["seat"], None):
        status, told = await ask("GET", f"/{name}/timeline", seat=seat)
        assert status == 200
        assert "marks" in {lane["id"] for lane in told["timeline"]["lanes"]}
    status, rows = await ask("GET", f"/compare?a={name}&b={name}")
    assert status == 200
    assert all(row["first"] == row["second"] for row in rows)
    assert await ask("GET", f"/compare?a={name}&b=nowhere") == (404, "no_recording")
    assert await ask("DELETE", f"/{name}", {}) == (204, None)
    assert await ask("GET", "") == (200, [])
    assert await ask("POST", f"/{name}/enter", {}) == (404, "no_recording")
    assert server.recordings is not None
    assert list(server.recordings.folder.iterdir()) == []


async def test_nothing_is_opened_or_deleted_while_it_is_recorded(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client, therapist = await agreed(server, session, http, base)
    ask, name = Asker(http, base), session.runner.name
    await until(path_of(server, session).exists)
    for method, path in (("POST", f"/{name}/enter"), ("DELETE", f"/{name}"), ("GET", f"/{name}/keys")):
        assert await ask(method, path, {}) == (409, "still_recording")
    assert await ask("GET", "/mine", seat=client.seat) == (409, "still_recording")
    assert path_of(server, session).exists()
    await client.close()
    await therapist.close()


async def test_a_seat_of_another_room_opens_nothing(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    client = await recorded(server, session, http, base)
    await closed(server, session)
    name = session.runner.name
    stranger = server.sessions.seats.make(Place("elsewhere", Actor(client.you, "client")))
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as own:
        ask = Asker(own, base)
        for seat in (stranger, client.seat):  # the seat of the room itself does not let one watch either
            assert await ask("GET", f"/{name}/timeline", seat=seat) == (404, "no_recording")
        assert await ask("GET", "/mine", seat=stranger) == (404, "no_recording")
        peer = server.sessions.seats.make(Place(name, Actor("p1", "peer")))
        assert await ask("GET", "/mine", seat=peer) == (403, "not_allowed")
        assert await ask("GET", f"/{name}/keys", seat=client.seat) == (403, "not_allowed")
        assert await ask("GET", "", seat=client.seat) == (403, "not_allowed")


async def test_a_bad_file_is_told_in_its_own_words_and_what_can_be_read_is_offered(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    await recorded(server, session, http, base)
    await closed(server, session)
    ask, name, path = Asker(http, base), session.runner.name, path_of(server, session)
    path.write_bytes(path.read_bytes()[:-1024])
    (path.parent / "000000000000.proverom").write_bytes(b"this is a shopping list")
    _, listed = await ask("GET", "")
    assert {one["session"]: one["trouble"]["code"] for one in listed} == {
        name: "truncated", "000000000000": "not_a_recording",
    }  # fmt: skip
    assert await ask("POST", "/000000000000/enter", {}) == (409, "not_a_recording")
    assert await ask("POST", f"/{name}/enter", {}) == (409, "truncated")
    status, entered = await ask("POST", f"/{name}/enter", {"damaged": True})
    assert status == 200
    watcher = LiveClient(http, base, entered["seat"])
    await watcher.connect()
    assert watcher.state.scene is not None
    await watcher.close()
