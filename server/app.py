"""Puts the parts together: one aiohttp application with pages, JSON doors, the door of facts and the stream."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import structlog
from aiohttp import web

from rooms.scenario_file import library, load_general, load_place, load_scenario
from rooms.script import Script
from rooms.wire import Hello
from server.console_auth import ConsoleAuth
from server.counts import Counts
from server.door_check import add_headers, door_check
from server.gateway import Gateway
from server.http_api import MOST_BODY, HttpApi, refusals_as_json
from server.sessions import Place, Sessions
from server.settings import Settings
from server.stream_door import StreamDoor

log = structlog.get_logger("proverom.app")


class Server:
    """Everything of one process. Make it, then run `app` with aiohttp, whose shutdown closes it all."""

    def __init__(self, settings: Settings) -> None:
        scripts = load_scripts()
        self.settings = settings
        self.auth = ConsoleAuth(time.monotonic)
        self.counts = Counts()
        self.sessions = Sessions(
            scripts, time.monotonic, time.time, settings.address(), settings.most_rooms, self.counts
        )
        self.gateway = Gateway(self.sessions, self._who_is, settings.worker_name, self.counts)
        self.app = self._build()

    def _build(self) -> web.Application:
        app = web.Application(middlewares=[door_check(self.settings), refusals_as_json], client_max_size=MOST_BODY)
        app.on_response_prepare.append(add_headers)
        app.on_shutdown.append(self._close)
        app.add_routes(
            HttpApi(self.sessions, self.auth, self.settings.worker_name, secure=self.settings.secure).routes()
        )
        app.add_routes([web.get("/stream", StreamDoor(self.sessions, self.counts).come_in), *self._pages()])
        self.gateway.server.attach(app)
        return app

    def _pages(self) -> list[web.AbstractRouteDef]:
        async def room(request: web.Request) -> web.FileResponse:
            return self._page("index.html")

        async def console(request: web.Request) -> web.FileResponse:
            return self._page("console.html")

        assets = self.settings.static / "assets"
        return [web.get("/", room), web.get("/console", console), web.static("/assets", assets)]

    def _page(self, name: str) -> web.FileResponse:
        return web.FileResponse(self.settings.static / name, headers={"Cache-Control": "no-cache"})

    def _who_is(self, environ: Mapping[str, Any], hello: Hello) -> Place | None:
        """A seat names its person; else the console's cookie does, and the hello names the session."""
        if hello.seat is not None:
            return self.sessions.seats.look_up(hello.seat)
        actor = self.auth.who(environ.get("HTTP_COOKIE", ""))
        return Place(hello.session, actor) if actor and hello.session else None

    async def _close(self, app: web.Application) -> None:
        await self.gateway.close()
        await self.sessions.close()


def load_scripts() -> dict[str, Script]:
    """Every scenario of the library with what it stands on. Raises ScenarioError for a file that cannot be used."""
    general = load_general()
    scripts = {}
    for name, path in library().items():
        scenario = load_scenario(path)
        scripts[name] = Script(scenario, general, load_place(scenario.place))
    return scripts
