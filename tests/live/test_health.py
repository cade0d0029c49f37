"""How the server says how it is, and that neither its figures nor its logs tell what anyone said or is called."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Iterator
from urllib.parse import urlsplit

import aiohttp
import pytest
import structlog
from prometheus_client.parser import text_string_to_metric_families

from rooms.people import ROLES
from rooms.refusals import REFUSALS
from server.app import Server
from server.logs import set_up_logs
from server.sessions import Session
from tests.live.test_a_room import both_in_room
from tests.live.whole_room import WORDS, live_through

LIBRARIES = ("aiohttp.access", "aiohttp.server", "aiohttp.web", "aiohttp.websocket", "asyncio", "engineio", "socketio")

Figures = dict[tuple[str, str], float]
"""By name, and the value of the one label or nothing."""


async def figures(http: aiohttp.ClientSession, base: str) -> tuple[str, Figures]:
    async with http.get(f"{base}/metrics") as answer:
        assert answer.status == 200
        text = await answer.text()
    found = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            found[sample.name, " ".join(sample.labels.values())] = sample.value
    return text, found


async def test_a_server_that_is_well_says_so(http: aiohttp.ClientSession, base: str) -> None:
    async with http.get(f"{base}/healthz") as answer:
        assert (answer.status, await answer.text()) == (200, "alive\n")
    async with http.get(f"{base}/readyz") as answer:
        assert (answer.status, await answer.json()) == (200, {"ready": True, "reasons": []})


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
async def test_who_comes_by_another_name_is_told_nothing(http: aiohttp.ClientSession, base: str, path: str) -> None:
    async with http.get(f"{base}{path}", headers={"Host": "evil.example"}) as answer:
        assert answer.status == 403


async def test_figures_follow_what_happens(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    _, before = await figures(http, base)
    assert before["proverom_rooms", "ready"] == 1
    client, therapist = await both_in_room(server, session, http, base)
    assert not (await client.call("intent", {"id": "a", "intent": {"type": "nothing"}}))["ok"]
    _, after = await figures(http, base)
    assert after["proverom_members", "client room"] == after["proverom_members", "therapist room"] == 1
    assert after["proverom_connections", ""] == 2
    assert after["proverom_refused_total", "malformed"] == 1
    assert after["proverom_facts_total", ""] > before["proverom_facts_total", ""]
    assert after["proverom_snapshots_total", ""] == 2
    assert after["proverom_loop_late_seconds_bucket", "+Inf"] == after["proverom_loop_late_seconds_count", ""]
    assert after["process_open_fds", ""] > 0
    assert after["process_cpu_seconds_total", ""] > 0
    assert after["process_resident_memory_bytes", ""] > 0
    await client.close()
    await therapist.close()


async def test_figures_tell_nothing_of_anyone(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str
) -> None:
    secrets = await live_through(server, session, http, base)
    text, found = await figures(http, base)
    assert [secret for secret in secrets if secret.lower() in text.lower()] == []
    assert found["proverom_members", "client room"] == 1
    assert {label for name, label in found if name == "proverom_refused_total"} <= set(REFUSALS)
    assert {label.split()[0] for name, label in found if name == "proverom_members"} <= set(ROLES)


class Everything(logging.Handler):
    """Keeps what libraries would say if nobody held them back."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(logging.Formatter().format(record))


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """All loggers at DEBUG, as the command line sets them up."""
    stream, root = io.StringIO(), logging.getLogger()
    handlers, configured = list(root.handlers), structlog.get_config()
    levels = {name: logging.getLogger(name).level for name in ("", *LIBRARIES)}
    set_up_logs(stream, "debug")
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield stream
    root.handlers[:] = handlers
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    structlog.configure(**configured)


async def test_logs_tell_nothing_of_what_anyone_said_or_is_called(
    server: Server, session: Session, http: aiohttp.ClientSession, base: str, written: io.StringIO
) -> None:
    everything = Everything()
    logging.getLogger().addHandler(everything)
    asyncio.get_running_loop().set_debug(True)
    secrets = set(await live_through(server, session, http, base))
    await speak_no_http(base)
    asyncio.get_running_loop().set_debug(False)
    logged = written.getvalue()
    assert "refused" in logged
    assert "cut: malformed packet" in logged
    assert "aiohttp.server" in logged
    assert [secret for secret in secrets - {session.runner.name} if secret in logged] == []
    raw = "\n".join(line for line in everything.said)
    assert WORDS["header"] in raw  # so the libraries would have told
    assert [word for word in secrets - set(WORDS.values()) if word in raw] == []


async def speak_no_http(base: str) -> None:
    """What aiohttp answers with a line of its log, traceback and all."""
    where = urlsplit(base)
    assert where.hostname is not None
    for bad in (f"GET / HTTP/1.1\r\n{WORDS['header']}\r\n\r\n", f"POST {WORDS['path']}\x00 HTTP/9\r\n\r\n"):
        reader, writer = await asyncio.open_connection(where.hostname, where.port)
        writer.write(bad.encode())
        assert b"400" in await asyncio.wait_for(reader.readline(), 5)
        writer.close()
        await writer.wait_closed()
