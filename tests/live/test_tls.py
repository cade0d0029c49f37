"""The clinic's network over real TLS: who may come in, and a certificate that changes while people are inside."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
import uvloop

from infra.load.ports import free_port
from rooms import intents as i
from rooms.refusals import Refusal
from server.app import Server
from server.reach import Reach, own_certificate
from server.serving import listening
from server.settings import Settings
from server.strangers import MOST_AT_ONE
from server.tls.certificates import names_in
from server.tls.store import Store
from tests.live.conftest import CEILING
from tests.live.live_client import LiveClient
from tests.tls_client import trusting


class Clinic:
    """A server with a certificate of its own, on a network whose addresses the test decides."""

    def __init__(self, folder: Path, vouched_for: bool = False) -> None:
        (folder / "assets").mkdir()
        for name in ("index.html", "console.html"):
            (folder / name).write_text("<!doctype html><title>page</title>")
        self.addresses: list[str] = []
        store = Store(folder)
        authority = store.authority("pc", datetime.now(UTC))
        self.client = trusting(authority)
        self.reach = Reach(own_certificate(store, authority, lambda: self.addresses, lambda: datetime.now(UTC)))
        settings = Settings(
            host="0.0.0.0", port=free_port(), hosts=self.reach.hosts, static=folder, language="en", secure=True,
            authority=None if vouched_for else store.for_browsers.read_bytes(),
        )  # fmt: skip
        self.server = Server(settings)
        self.base = f"https://127.0.0.1:{self.server.settings.port}"

    @asynccontextmanager
    async def open(self, handshake_within: float = 5.0) -> AsyncIterator[aiohttp.ClientSession]:
        """Serves, and gives a browser's side that trusts the authority."""
        assert self.reach.context is not None
        connector = aiohttp.TCPConnector(ssl=self.client, force_close=True)
        async with listening(self.server, self.reach.context.door, handshake_within):
            jar = aiohttp.CookieJar(unsafe=True)
            async with aiohttp.ClientSession(connector=connector, cookie_jar=jar) as http:
                yield http

    async def code(self) -> str:
        session = await self.server.sessions.make("bus_stop", "en", CEILING)
        assert not isinstance(session, Refusal)
        return self.server.sessions.code_for(session.runner.name, "client").code


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path)


async def _moved_access_point(clinic: Clinic) -> None:
    there = clinic.base.replace("127.0.0.1", "127.0.0.2")
    async with clinic.open() as http:
        inside = await LiveClient.join(http, clinic.base, await clinic.code())
        await inside.connect()
        stream = await inside.open_stream()
        with pytest.raises(aiohttp.ClientConnectorCertificateError):
            await http.get(there)
        clinic.addresses = ["127.0.0.2"]
        assert clinic.reach.refresh(clinic.server.names)
        code = await clinic.code()
        newcomer = await LiveClient.join(http, there, code)
        await newcomer.connect()
        assert newcomer.snapshots == 1
        stream_there = await newcomer.open_stream()
        assert clinic.server.names.address == there
        assert (await inside.ask(i.Knock("Kari", "sol", "en"))).ok  # who was inside notices nothing
        assert not stream.closed
        for socket in (stream, stream_there):
            await socket.close()
        for person in (inside, newcomer):
            await person.close()


@pytest.mark.parametrize("run", [asyncio.run, uvloop.run], ids=["asyncio", "uvloop"])
def test_a_new_address_is_served_without_a_restart_and_nobody_is_cut(
    clinic: Clinic, run: Callable[[Coroutine[None, None, None]], None]
) -> None:
    run(_moved_access_point(clinic))


DOORS = ["POST /api/join", "GET /stream", "GET /socket.io/?EIO=4&transport=websocket"]
STRANGERS = {
    "a page of plain http": ("{own}", "http://{own}"),
    "no origin": ("{own}", None),
    "a page from nowhere": ("{own}", "null"),
    "another page": ("{own}", "https://evil.example"),
    "a page on another port": ("{own}", "https://127.0.0.1"),
    "a longer name": ("{own}", "https://{own}.evil.example"),
    "another host": ("evil.example", "https://{own}"),
    "rebinding": ("evil.example", "https://evil.example"),
    "rebinding over http": ("evil.example", "http://evil.example"),
}


async def _knock(http: aiohttp.ClientSession, base: str, door: str, host: str, origin: str | None) -> int:
    """The status of the answer at a door: 404 for a wrong code that was looked at, 101 for an open socket."""
    method, path = door.split()
    headers = {"Host": host} | ({"Origin": origin} if origin else {})
    if method == "POST":
        async with http.post(base + path, json={"code": "ABCD2345"}, headers=headers) as answer:
            return answer.status
    try:
        socket = await http.ws_connect(base.replace("https", "wss") + path, headers=headers)
    except aiohttp.WSServerHandshakeError as refused:
        return refused.status
    await socket.close()
    return 101


async def test_only_pages_of_this_server_over_https_get_through_any_door(clinic: Clinic) -> None:
    own = f"127.0.0.1:{clinic.server.settings.port}"
    async with clinic.open() as http:
        for door in DOORS:
            assert await _knock(http, clinic.base, door, own, f"https://{own}") in (101, 404)
            for who, (host, origin) in STRANGERS.items():
                said = origin and origin.format(own=own)
                assert await _knock(http, clinic.base, door, host.format(own=own), said) == 403, (door, who)


async def test_behind_a_proxy_only_pages_under_its_name_get_through(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    settings = Settings(port=free_port(), static=tmp_path, secure=True, public="rooms.clinic.example")
    server = Server(settings)
    own, base = f"127.0.0.1:{settings.port}", f"http://127.0.0.1:{settings.port}"
    async with listening(server), aiohttp.ClientSession() as http:
        body, public = {"code": "ABCD2345"}, "rooms.clinic.example"
        for host, origin, status in (
            (public, f"https://{public}", 404),
            (public, f"http://{public}", 403),
            (own, f"http://{own}", 403),
            (own, f"https://{own}", 403),
        ):
            headers = {"Host": host, "Origin": origin}
            async with http.post(f"{base}/api/join", json=body, headers=headers) as answer:
                assert answer.status == status, headers
            assert answer.headers["Strict-Transport-Security"].startswith("max-age=")


async def test_the_consoles_cookie_never_travels_without_tls(clinic: Clinic) -> None:
    async with clinic.open() as http:
        body = {"secret": clinic.server.auth.make_link_secret()}
        async with http.post(f"{clinic.base}/api/sign-in", json=body, headers={"Origin": clinic.base}) as answer:
            cookie = answer.headers["Set-Cookie"]
    assert {"Secure", "HttpOnly", "SameSite=Strict"} <= {part.strip() for part in cookie.split(";")}


async def test_every_answer_carries_the_headers_and_what_the_api_says_is_not_kept(clinic: Clinic) -> None:
    async with clinic.open() as http:
        for path, kept in (("/", True), ("/api/me", False), ("/nowhere", True)):
            async with http.get(clinic.base + path) as answer:
                found = answer.headers
            assert "frame-ancestors 'none'" in found["Content-Security-Policy"]
            assert "connect-src 'self'" in found["Content-Security-Policy"]
            assert found["X-Frame-Options"] == "DENY"
            assert found["X-Content-Type-Options"] == "nosniff"
            assert found["Cross-Origin-Resource-Policy"] == "same-origin"
            assert "xr-spatial-tracking=(self)" in found["Permissions-Policy"]
            assert "aiohttp" not in found["Server"]
            assert (found.get("Cache-Control") != "no-store") is kept, path
            assert "Strict-Transport-Security" not in found  # it would forbid going on past the warning


async def test_our_own_authority_can_be_fetched_and_installed(clinic: Clinic) -> None:
    async with clinic.open() as http, http.get(f"{clinic.base}/authority.crt") as answer:
        assert answer.content_type == "application/x-x509-ca-cert"
        text = await answer.text()
    fresh = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    fresh.load_verify_locations(cadata=text)
    assert fresh.get_ca_certs() == clinic.client.get_ca_certs()
    assert "PRIVATE" not in text


async def test_with_somebody_elses_certificate_there_is_no_authority_and_browsers_stay_with_https(
    tmp_path: Path,
) -> None:
    clinic = Clinic(tmp_path, vouched_for=True)
    async with clinic.open() as http, http.get(f"{clinic.base}/authority.crt") as answer:
        assert answer.status == 404
        assert answer.headers["Strict-Transport-Security"] == "max-age=2592000"


async def _half_open(clinic: Clinic) -> None:
    port = clinic.server.settings.port
    async with clinic.open(handshake_within=0.2) as http:
        for says in (b"", b"\x16", b"\x16\x03\x01\x02"):  # nothing, or the beginning of a handshake
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(says)
            assert await asyncio.wait_for(reader.read(), 5) == b""
            writer.close()
        async with http.get(clinic.base) as answer:  # and honest ones still come in
            assert answer.status == 200
        assert clinic.server.counts.cut["silent"] >= 1


async def _crowd(clinic: Clinic) -> None:
    port = clinic.server.settings.port
    async with clinic.open(handshake_within=20) as http:
        silent = [await asyncio.open_connection("127.0.0.1", port) for _ in range(MOST_AT_ONE + 1)]
        assert await asyncio.wait_for(silent[-1][0].read(), 5) == b""
        assert clinic.server.counts.cut["too_many"] == 1
        for _, writer in silent:
            writer.close()
        async with asyncio.timeout(5):
            while await _status(http, clinic.base) != 200:  # until the server has seen them go
                continue


async def _status(http: aiohttp.ClientSession, base: str) -> int:
    try:
        async with http.get(base) as answer:
            return answer.status
    except aiohttp.ClientError:
        return 0


async def _typed_without_https(clinic: Clinic) -> None:
    port = clinic.server.settings.port
    clinic.addresses = ["192.0.2.7"]
    clinic.reach.refresh(clinic.server.names)
    best = f"https://192.0.2.7:{port}"
    async with clinic.open():
        for asked, there in (
            (f"GET /console?a=1 HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", f"https://localhost:{port}/console?a=1"),
            (f"GET / HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\n\r\n", f"https://127.0.0.1:{port}/"),
            ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", f"{best}/"),
            ("GET //evil.example HTTP/1.1\r\n\r\n", f"{best}//evil.example"),
            ("HEAD / HTTP/1.0\r\n\r\n", f"{best}/"),
            ("GET http://evil.example/ HTTP/1.1\r\n\r\n", None),
            ("POST /api/join HTTP/1.1\r\n\r\n", None),
            ("GET /a\rSet-Cookie:x=y HTTP/1.1\r\n\r\n", None),
            ("SSH-2.0-x\r\n", None),
        ):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(asked.encode())
            said = (await asyncio.wait_for(reader.read(), 5)).decode()
            writer.close()
            assert (f"Location: {there}\r\n" in said) if there else said == "", asked


@pytest.mark.parametrize("run", [asyncio.run, uvloop.run], ids=["asyncio", "uvloop"])
@pytest.mark.parametrize(
    "story",
    [_half_open, _crowd, _typed_without_https],
    ids=["half-open ones are dropped", "a crowd of them is bounded", "plain http is sent to https"],
)
def test_before_the_handshake(
    clinic: Clinic,
    story: Callable[[Clinic], Coroutine[None, None, None]],
    run: Callable[[Coroutine[None, None, None]], None],
) -> None:
    run(story(clinic))


def test_the_certificate_is_for_this_machine_in_every_case(clinic: Clinic) -> None:
    assert clinic.reach.context is not None
    assert {"127.0.0.1", "localhost", "::1"} <= set(clinic.reach.hosts)
    leaf = Store(clinic.server.settings.static).kept("leaf.pem")
    assert leaf is not None
    assert {"127.0.0.1", "localhost", "::1"} <= set(names_in(leaf.certificate))
