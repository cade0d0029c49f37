"""Behind the nginx of infra/: everything works, names and addresses are true, and nobody can forge who they are."""

from __future__ import annotations

import asyncio
import re
import shlex
import ssl
import subprocess
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import NamedTuple

import aiohttp
import pytest
from aiohttp import web
from yarl import URL

from infra.load.ports import free_port
from rooms.bodies import TICK_HEAD, pack_pose
from rooms.refusals import Refusal
from server.app import Server
from server.proxies import HEADER, client_address
from server.serving import listening
from server.sessions import Session
from server.settings import Settings
from tests.live import proxy
from tests.live.conftest import CEILING
from tests.live.live_client import LiveClient
from tests.live.server_process import server_process
from tests.live.test_a_room import UPRIGHT, both_in_room, client_in_lobby

CLIENT = "127.0.0.2"
"""Where the tests' client calls from: an address of this machine that is no trusted proxy."""
AT_ONCE = 480
"""Sockets of one address: half of the places for strangers, and everybody of thirty rooms of eight."""
FORGED = {
    "X-Forwarded-For": "203.0.113.9, 127.0.0.1",
    "X-Real-IP": "203.0.113.9",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "http",
    "Forwarded": "for=203.0.113.9;host=evil.example;proto=http",
}


class Front(NamedTuple):
    """An nginx: its address, and where plain http is answered."""

    base: str
    plain: str
    settings: Settings
    trust: ssl.SSLContext


class Seen(NamedTuple):
    path: str
    client: str
    forwarded: str
    """What stood in X-Forwarded-For when it arrived."""


Site = Callable[[Path, int, int, int], str]


@pytest.fixture
def site() -> Site:
    return proxy.debian_site


@pytest.fixture
async def front(tmp_path: Path, site: Site) -> AsyncIterator[Front]:
    plain, tls, behind = free_port(), free_port(), free_port()
    trust = proxy.make_certificate(tmp_path)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "page.js").write_text("// a page\n" * 1000)
    for name in ("index.html", "console.html"):
        (tmp_path / name).write_text("<!doctype html><title>page</title>")
    settings = Settings(
        port=behind, static=tmp_path, language="en", secure=True, public=f"{proxy.NAME}:{tls}",
        trusted_proxies=("127.0.0.1",),
    )  # fmt: skip
    command = proxy.write(tmp_path, site(tmp_path, plain, tls, behind))
    with proxy.running(command, tls, tmp_path / "nginx.log"):
        yield Front(f"https://{proxy.NAME}:{tls}", f"http://{proxy.NAME}:{plain}", settings, trust)


@pytest.fixture
def seen() -> list[Seen]:
    """Who the server took each request to be from."""
    return []


Stop = Callable[[], Awaitable[None]]
Start = Callable[[], Awaitable[tuple[Server, Stop]]]


@pytest.fixture
async def start(front: Front, seen: list[Seen]) -> AsyncIterator[Start]:
    """Starts a server behind the nginx, which writes down who it takes its clients for."""

    @web.middleware
    async def note(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        seen.append(Seen(request.path, client_address(request), ",".join(request.headers.getall(HEADER, []))))
        return await handler(request)

    async with AsyncExitStack() as running:

        async def started() -> tuple[Server, Stop]:
            server = Server(front.settings)
            server.app.middlewares.insert(0, note)
            this_one = await running.enter_async_context(AsyncExitStack())
            await this_one.enter_async_context(listening(server))
            return server, this_one.aclose

        yield started


@pytest.fixture
async def people(front: Front) -> AsyncIterator[aiohttp.ClientSession]:
    """Browsers of one machine, which all write every header of a proxy that there is."""
    connector = aiohttp.TCPConnector(resolver=proxy.ByHeart(), ssl=front.trust, local_addr=(CLIENT, 0))
    async with aiohttp.ClientSession(connector=connector, headers=FORGED) as session:
        yield session


async def open_room(server: Server) -> Session:
    made = await server.sessions.make("bus_stop", "en", CEILING)
    assert not isinstance(made, Refusal)
    return made


@pytest.mark.parametrize("site", [proxy.debian_site, proxy.compose_site])
async def test_a_room_is_entered_and_bodies_move_and_nobody_is_someone_else(
    front: Front, start: Start, people: aiohttp.ClientSession, seen: list[Seen]
) -> None:
    server, _ = await start()
    async with people.get(f"{front.base}/") as page:
        assert (page.status, "page" in await page.text()) == (200, True)
    client, therapist = await both_in_room(server, await open_room(server), people, front.base)
    mine, theirs = await client.open_stream(), await therapist.open_stream()
    await mine.send_bytes(pack_pose(((0.4, 1.68, 0.5), UPRIGHT)))
    async with asyncio.timeout(5):
        while not TICK_HEAD.unpack((await theirs.receive_bytes())[: TICK_HEAD.size])[1]:
            pass
    for open_line in (mine, theirs, client, therapist):
        await open_line.close()
    assert {one.path for one in seen} == {"/", "/api/join", "/api/sign-in", "/socket.io/", "/stream"}
    assert {(one.client, one.forwarded) for one in seen} == {(CLIENT, CLIENT)}


async def test_one_who_goes_round_the_proxy_can_forge_nothing(
    front: Front, start: Start, people: aiohttp.ClientSession, seen: list[Seen]
) -> None:
    await start()
    around = f"http://127.0.0.1:{front.settings.port}/"
    async with people.get(around) as page:
        assert page.status == 200
    assert seen == [Seen("/", CLIENT, FORGED[HEADER])]


async def test_a_server_that_starts_anew_is_there_at_once_and_people_are_told_meanwhile(
    front: Front, start: Start, people: aiohttp.ClientSession
) -> None:
    server, stop = await start()
    before = await client_in_lobby(server, await open_room(server), people, front.base)
    await stop()
    await before.until(lambda: not before.is_open)
    assert before.closing
    async with people.get(f"{front.base}/") as away:
        assert (away.status, away.headers["Retry-After"]) == (503, "5")
        words = await away.text()
    assert "prøver igjen" in words
    assert "tries again" in words
    server, _ = await start()
    after = await client_in_lobby(server, await open_room(server), people, front.base)
    await before.close()
    await after.close()


async def test_the_command_of_the_unit_serves_behind_nginx(front: Front, people: aiohttp.ClientSession) -> None:
    (command,) = re.findall(r"^ExecStart=\S+ serve (.+)$", proxy.UNIT.read_text(), re.MULTILINE)
    public = front.base.removeprefix("https://")
    options = shlex.split(command.replace("${PUBLIC_ADDRESS}", public))
    async with server_process(*options, port=front.settings.port) as served:
        client = await LiveClient.join(people, front.base, served.client_code)
        await client.connect()
        assert client.you
        await client.close()


async def test_one_who_opens_sockets_without_end_is_stopped_before_the_server_and_others_are_not(
    front: Front, people: aiohttp.ClientSession
) -> None:
    """Everybody of a clinic may come back at once, and nobody behind a proxy can take every place for strangers."""
    stream = f"{front.base}/stream"

    async def knock() -> int:
        async with people.get(stream) as answer:
            return answer.status

    statuses = Counter(await asyncio.gather(*(knock() for _ in range(2 * AT_ONCE))))
    assert statuses[429] > 0
    assert statuses[503] >= AT_ONCE  # nobody serves in this test: these were let through
    connector = aiohttp.TCPConnector(resolver=proxy.ByHeart(), ssl=front.trust, local_addr=("127.0.0.3", 0))
    async with aiohttp.ClientSession(connector=connector) as others, others.get(stream) as answer:
        assert answer.status == 503


async def test_plain_http_leads_to_https(front: Front, people: aiohttp.ClientSession) -> None:
    async with people.get(f"{front.plain}/console?a=b", allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (308, f"https://{proxy.NAME}/console?a=b")


@pytest.mark.parametrize("path", ["/metrics", "/metrics?x", "//metrics", "/%6detrics", "/./metrics"])
async def test_figures_are_not_published(
    front: Front, start: Start, people: aiohttp.ClientSession, seen: list[Seen], path: str
) -> None:
    await start()
    async with people.get(URL(f"{front.base}{path}", encoded=True)) as answer:
        assert answer.status == 404
    assert seen == []


async def test_another_name_is_turned_away(front: Front, start: Start, people: aiohttp.ClientSession) -> None:
    await start()
    async with people.get(f"{front.base}/", headers={"Host": "evil.example"}) as answer:
        assert answer.status == 403


async def test_a_body_out_of_all_measure_never_reaches_the_server(
    front: Front, start: Start, people: aiohttp.ClientSession, seen: list[Seen]
) -> None:
    await start()
    async with people.post(f"{front.base}/api/join", data=b" " * 70_000, headers={"Origin": front.base}) as answer:
        assert answer.status == 413
    assert seen == []


async def test_programs_come_packed(front: Front, start: Start, people: aiohttp.ClientSession) -> None:
    await start()
    async with people.get(f"{front.base}/assets/page.js") as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert await answer.text() == "// a page\n" * 1000


async def shake_hands(front: Front, version: ssl.TLSVersion) -> None:
    """Opens and closes a connection under that version. Raises SSLError when the other side will not."""
    context = front.trust
    context.set_ciphers("ALL:@SECLEVEL=0")  # else our own side would refuse what is old
    context.minimum_version = context.maximum_version = version
    port = URL(front.base).port
    _, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context, server_hostname=proxy.NAME)
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
async def test_present_tls_is_spoken(front: Front, version: ssl.TLSVersion) -> None:
    await shake_hands(front, version)


async def test_old_tls_is_refused(front: Front) -> None:
    with pytest.warns(DeprecationWarning, match="TLSv1_1"), pytest.raises(ssl.SSLError, match="PROTOCOL_VERSION"):
        await shake_hands(front, ssl.TLSVersion.TLSv1_1)


@pytest.mark.parametrize("site", [proxy.debian_site, proxy.compose_site])
def test_nginx_finds_nothing_to_say_against_the_files(tmp_path: Path, site: Site) -> None:
    proxy.make_certificate(tmp_path)
    command = [*proxy.write(tmp_path, site(tmp_path, free_port(), free_port(), free_port())), "-t"]
    checked = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert checked.returncode == 0, checked.stderr
    assert "warn" not in checked.stderr
