"""Puts the parts together: one aiohttp application with pages, JSON doors, the door of facts and the stream."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

import structlog
from aiohttp import web

from rooms.intents import Leave
from rooms.people import Actor
from rooms.refusals import refuse
from rooms.scenario_file import library, load_general, load_place, load_scenario
from rooms.script import Script
from rooms.wire import Hello
from server.access import access, check_listed
from server.console_auth import ConsoleAuth
from server.counts import Counts
from server.door_check import door_check, header_adder
from server.gateway import Gateway
from server.health import Health
from server.http_api import HttpApi
from server.http_api_paths import PathsApi
from server.http_api_practice import PracticeApi
from server.http_api_recordings import RecordingsApi
from server.http_api_scenarios import ScenariosApi
from server.http_body import MOST_BODY
from server.join_door import JoinDoor, Turns
from server.metrics import Metrics, RoomCollector
from server.own_names import Names
from server.own_scenarios import OwnScenarios, load_own
from server.paths import Paths
from server.proxies import TRUSTED, trusted_networks
from server.recorders import Recorders
from server.recordings import Recordings
from server.reentry import Reentry
from server.refused import refusals_as_json
from server.replay.replays import Replays
from server.sessions import Place, Sessions
from server.settings import Settings
from server.strangers import Strangers
from server.stream_door import StreamDoor
from server.supervision import Supervisor

log = structlog.get_logger("proverom.app")

STOP_WITHIN_S: Final = 3.5
"""How long a stop waits for those who do not read; whoever stops the process has little patience."""


class Server:
    """Everything of one process. Make it, then run `app` with aiohttp, whose shutdown closes it all."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self.own = load_own(settings.data) if settings.data else OwnScenarios({}, [])
        for mistake in self.own.mistakes:
            log.warning("a scenario of one's own cannot be used", file=mistake.file, line=mistake.line)
        scripts = {**load_scripts(), **self.own.scripts}
        self.settings = settings
        self.names = Names(settings)
        self.auth = ConsoleAuth(clock)
        self.counts = Counts()
        self.sessions = Sessions(
            scripts, clock, time.time, lambda: self.names.address, settings.most_rooms, self.counts
        )
        self.recordings = Recordings(settings.data, settings.site) if settings.data and settings.site else None
        self.recorders = Recorders(self.recordings, clock)
        self.reentry = Reentry(self.sessions, self.auth, self.recordings, clock, time.time)
        self.paths = Paths(settings.data, settings.site, self.sessions, _today)
        self.sessions.on_open(self.recorders.attend)
        self.sessions.on_drop(self.recorders.leave)
        self.replays = Replays(self.sessions.seats, self.sessions.tickets, clock, self.counts)
        self.recorders.on_begin(self._nobody_watches)
        self.health = Health(settings.static, settings.data)
        self._tasks = Supervisor("server")
        self.join_door = JoinDoor(Turns(self.sessions.codes, clock, random.SystemRandom()), self._tasks)
        self.strangers = Strangers(trusted_networks(settings.trusted_proxies), self.counts)
        self.gateway = Gateway(
            self.sessions, self.replays, self._who_is, settings.worker_name, self.counts, self.strangers
        )
        self.app = self._build()

    def _build(self) -> web.Application:
        app = web.Application(
            middlewares=[
                door_check(self.names),
                refusals_as_json(self.counts),
                self.health.turn_away(),
                access(self.auth.who, self.sessions.seats.look_up),
            ],
            client_max_size=MOST_BODY,
        )
        app[TRUSTED] = trusted_networks(self.settings.trusted_proxies)
        app.on_response_prepare.append(header_adder(self.settings.https_only))
        app.on_startup.append(self._start)
        app.on_shutdown.append(self._close)
        rooms = RoomCollector(
            self.counts, self.sessions, self.health.loop_late, self.gateway.waiting, self.recorders.now,
            self.replays.watchers,
        )  # fmt: skip
        metrics = Metrics(rooms)
        api = HttpApi(
            self.sessions, self.auth, self.settings.worker_name, self.settings.secure, self._forget, self.join_door,
            self.paths,
        )  # fmt: skip
        recordings = RecordingsApi(
            self.recordings, self.recorders, self.replays, self.sessions, lambda: self.names.address
        )
        app.add_routes([*api.routes(), *recordings.routes(), *self.health.routes(), *metrics.routes()])
        own = ScenariosApi(self.settings.data, self.sessions)
        app.add_routes([*PracticeApi(self.sessions).routes(), *own.routes()])
        app.add_routes(PathsApi(self.paths, self.sessions).routes())
        stream = StreamDoor(self.sessions, self.replays, self.strangers, self.counts)
        app.add_routes([web.get("/stream", stream.come_in), *self._pages()])
        self.gateway.server.attach(app)
        check_listed(app)
        return app

    def _pages(self) -> list[web.AbstractRouteDef]:
        async def room(request: web.Request) -> web.FileResponse:
            return self._page("index.html")

        async def console(request: web.Request) -> web.FileResponse:
            return self._page("console.html")

        async def replay(request: web.Request) -> web.FileResponse:
            return self._page("replay.html")

        async def help_headset(request: web.Request) -> web.FileResponse:
            return self._page("help.html")

        async def authority(request: web.Request) -> web.Response:
            if self.settings.authority is None:
                raise web.HTTPNotFound
            return web.Response(body=self.settings.authority, content_type="application/x-x509-ca-cert")

        assets = self.settings.static / "assets"
        return [
            web.get("/", room),
            web.get("/console", console),
            web.get("/replay", replay),
            web.get("/help/headset", help_headset),
            web.get("/authority.crt", authority),
            web.static("/assets", assets),
        ]

    def _page(self, name: str) -> web.FileResponse:
        return web.FileResponse(self.settings.static / name, headers={"Cache-Control": "no-cache"})

    def _who_is(self, environ: Mapping[str, Any], hello: Hello) -> Place | None:
        """A seat names its person; else the console's cookie does, and the hello names the session."""
        if hello.seat is not None:
            return self.sessions.seats.look_up(hello.seat)
        actor = self.auth.who(environ.get("HTTP_COOKIE", ""))
        return Place(hello.session, actor) if actor and hello.session else None

    def _nobody_watches(self, session: str) -> None:
        """What is written to is not watched."""
        if self.replays.of(session) is not None:
            self._tasks.start("drop a replay", self.replays.drop(session))

    def _forget(self, actor: Actor) -> None:
        """Ends whatever one who has signed out has open."""
        self.sessions.tickets.forget_where(lambda place: place.actor == actor)
        for session in self.sessions.all():
            session.runner.ask(actor, Leave())
            session.stream.end(actor.id)
        ended = {actor} | self.replays.sign_out(actor)
        self.gateway.end(lambda place: place.actor in ended, refuse("not_signed_in"))

    async def _start(self, app: web.Application) -> None:
        self._tasks.start("health", self.health.watch())
        self._tasks.start("seats", self.reentry.watch())
        self._tasks.start("replays", self.replays.watch())
        self._tasks.start("paths", self.paths.watch())
        self._tasks.start("slow ones", self.gateway.watch())

    async def stop(self) -> None:
        """Goes away without losing anything: nobody new, no avatar goes on, everyone is told behind what was done.

        Takes STOP_WITHIN_S at most, also when some do not read. A second call does nothing.
        """
        if self.health.stopping:
            return
        self.health.stopping = True
        try:
            async with asyncio.timeout(STOP_WITHIN_S):
                await self.sessions.rest()
                await asyncio.gather(
                    self.gateway.close(), self.recorders.close(), self.reentry.save(), self.paths.close()
                )
                await asyncio.gather(self.sessions.close(), self.replays.close())
        except TimeoutError:
            log.warning("not everyone took the goodbye")

    async def _close(self, app: web.Application) -> None:
        await self.stop()
        await self._tasks.close()


def _today() -> str:
    return datetime.now(UTC).astimezone().date().isoformat()


@cache
def load_scripts() -> Mapping[str, Script]:
    """Every scenario of the library with what it stands on. Raises ScenarioError for a file that cannot be used.

    Read once in a process: it takes seconds, and none of it ever changes.
    """
    general = load_general()
    scripts = {}
    for name, path in library().items():
        scenario = load_scenario(path)
        scripts[name] = Script(scenario, general, load_place(scenario.place))
    return scripts
