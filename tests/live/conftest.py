"""A real server on a free loopback port, in the test's own loop."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from agents.understanding import Understanding
from infra.load.ports import free_port
from rooms.axes import AXES, Axis
from rooms.refusals import Refusal
from rooms.scenario import Meaning
from server import sessions
from server.app import Server
from server.recording.site_key import SiteKey
from server.sessions import Session
from server.settings import Settings
from server.strangers import DoorRunner

CEILING: dict[Axis, int] = {**dict.fromkeys(AXES, 3), "personal_questions": 1}


@pytest.fixture(autouse=True)
def learned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What avatars understand is made once for all tests: it takes 0.3 s and 70 MB each time, and never changes."""
    monkeypatch.setattr(sessions, "Understanding", _understanding_of)


def _understanding_of(meanings: Mapping[str, Meaning]) -> Understanding:
    key = tuple(sorted(meanings))
    if key not in _LEARNED:
        _LEARNED[key] = Understanding(meanings)
    return _LEARNED[key]


_LEARNED: dict[tuple[str, ...], Understanding] = {}


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    """Serves the doors; pages are two small files of the test's own."""
    (tmp_path / "assets").mkdir()
    for name in ("index.html", "console.html"):
        (tmp_path / name).write_text("<!doctype html><title>page</title>")
    data = tmp_path / "data"
    site = SiteKey.load_or_create(tmp_path / "config" / "site.key", data)
    made = Server(Settings(port=free_port(), static=tmp_path, language="en", data=data, site=site))
    runner = DoorRunner(made.app, made.strangers, 1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", made.settings.port).start()
    yield made
    await runner.cleanup()


@pytest.fixture
def base(server: Server) -> str:
    return f"http://127.0.0.1:{server.settings.port}"


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        yield session


@pytest.fixture
async def session(server: Server) -> Session:
    """An open room at the bus stop, in English."""
    made = await server.sessions.make("bus_stop", "en", CEILING)
    assert not isinstance(made, Refusal)
    return made
