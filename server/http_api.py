"""The JSON doors beside Socket.IO: codes, signing in, sessions. Every error is a Refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import msgspec
from aiohttp import web

from rooms.axes import AXES, Axis, Language
from rooms.intents import Level
from rooms.people import Actor, Role
from rooms.permissions import BY_CODE
from rooms.refusals import Refusal, refuse
from server.access import ACTOR
from server.console_auth import COOKIE, ConsoleAuth
from server.http_body import body_of
from server.join_door import COME_AGAIN_S, JoinDoor, TooManyTriesError, sender_of
from server.paths import Paths
from server.refused import RefusedError, answer
from server.sessions import Session, Sessions


class JoinBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: Annotated[str, msgspec.Meta(max_length=40)]


class SignInBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    secret: Annotated[str, msgspec.Meta(max_length=100)]


class MakeBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    scenario: Annotated[str, msgspec.Meta(max_length=60)]
    language: Language
    ceiling: dict[Axis, Level]
    step: Annotated[int, msgspec.Meta(ge=1, le=50)] = 1
    path: Annotated[str, msgspec.Meta(max_length=60)] | None = None
    """The name of the path that the client is on, known or new; None: on none."""


class CodeBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    role: Role


class HttpApi:
    """Handlers; `routes` names them, and `access.py` keeps those out whom a door is not for."""

    def __init__(
        self,
        sessions: Sessions,
        auth: ConsoleAuth,
        worker_name: str,
        secure: bool,
        signed_out: Callable[[Actor], None],
        join_door: JoinDoor,
        paths: Paths,
    ) -> None:
        self._sessions = sessions
        self._auth = auth
        self._worker_name = worker_name
        self._secure = secure
        self._signed_out = signed_out
        self._join_door = join_door
        self._paths = paths

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/api/join", self.join),
            web.post("/api/sign-in", self.sign_in),
            web.post("/api/sign-out", self.sign_out),
            web.get("/api/me", self.me),
            web.get("/api/scenarios", self.scenarios),
            web.get("/api/sessions", self.list_sessions),
            web.post("/api/sessions", self.make_session),
            web.get("/api/sessions/{session}/script", self.script),
            web.post("/api/sessions/{session}/codes", self.make_code),
        ]

    async def join(self, request: web.Request) -> web.Response:
        body = await body_of(request, JoinBody)
        try:
            grant = await self._join_door.use(body.code, sender_of(request))
        except TooManyTriesError:
            raise RefusedError(refuse("too_many_tries"), 429, COME_AGAIN_S) from None
        if grant is None:
            raise RefusedError(refuse("bad_code"), 404)
        seat = self._sessions.sit(grant)
        if seat is None:
            raise RefusedError(refuse("no_session"), 404)
        return answer(seat)

    async def sign_in(self, request: web.Request) -> web.Response:
        value = self._auth.sign_in((await body_of(request, SignInBody)).secret)
        if value is None:
            raise RefusedError(refuse("not_signed_in"), 401)
        response = web.Response(status=204)
        self._auth.set_cookie(response, value, self._secure)
        return response

    async def sign_out(self, request: web.Request) -> web.Response:
        self._auth.sign_out(request.headers.get("Cookie", ""))
        if (actor := request.get(ACTOR)) is not None:
            self._signed_out(actor)
        response = web.Response(status=204)
        response.del_cookie(COOKIE, path="/")
        return response

    def _session(self, request: web.Request) -> Session:
        session = self._sessions.get(request.match_info["session"])
        if session is None:
            raise RefusedError(refuse("no_session"), 404)
        return session

    async def me(self, request: web.Request) -> web.Response:
        return answer({"role": request[ACTOR].role, "name": self._worker_name})

    async def scenarios(self, request: web.Request) -> web.Response:
        return answer(self._sessions.scenarios())

    async def list_sessions(self, request: web.Request) -> web.Response:
        return answer([session.info() for session in self._sessions.all()])

    async def make_session(self, request: web.Request) -> web.Response:
        body = await body_of(request, MakeBody)
        ceiling: dict[Axis, int] = {axis: body.ceiling.get(axis, 0) for axis in AXES}
        path = None if body.path is None else self._paths.named(body.path)
        if isinstance(path, Refusal):
            raise RefusedError(path, 409)
        session = await self._sessions.make(body.scenario, body.language, ceiling, body.step)
        if isinstance(session, Refusal):
            raise RefusedError(session, 409)
        if path is not None:
            self._paths.walk(session, path)
        return answer(session.info(), 201)

    async def script(self, request: web.Request) -> web.Response:
        return answer(self._session(request).runner.script.scenario)

    async def make_code(self, request: web.Request) -> web.Response:
        session = self._session(request)
        role = (await body_of(request, CodeBody)).role
        if role not in BY_CODE:
            raise RefusedError(refuse("not_allowed"), 403)
        return answer(self._sessions.code_for(session.runner.name, role), 201)
