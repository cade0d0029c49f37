"""The JSON door of practising alone: a session with a simulated client in it."""

from __future__ import annotations

from random import SystemRandom
from typing import Annotated

import msgspec
from aiohttp import web

from agents.simulated import MannerName
from rooms.axes import Language
from rooms.refusals import Refusal
from server.http_body import body_of
from server.practice import begin_practice
from server.refused import RefusedError, answer
from server.sessions import Sessions


class PracticeBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    scenario: Annotated[str, msgspec.Meta(max_length=60)]
    language: Language
    manner: MannerName
    step: Annotated[int, msgspec.Meta(ge=1, le=50)] = 1


class PracticeApi:
    """Handlers; `routes` names them, and `access.py` keeps those out whom a door is not for."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def routes(self) -> list[web.RouteDef]:
        return [web.post("/api/practice", self.begin)]

    async def begin(self, request: web.Request) -> web.Response:
        body = await body_of(request, PracticeBody)
        session = await begin_practice(
            self._sessions, body.scenario, body.language, body.manner, body.step, SystemRandom()
        )
        if isinstance(session, Refusal):
            raise RefusedError(session, 409)
        return answer(session.info(), 201)
