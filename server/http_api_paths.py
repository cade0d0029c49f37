"""The JSON doors of paths: all of them and their deletion for staff, one's own for a client."""

from __future__ import annotations

from aiohttp import web

from rooms.path import MyPath, Path, PathBook, PathStop, whose
from rooms.refusals import refuse
from server.access import PLACE
from server.paths import Paths
from server.refused import RefusedError, answer
from server.sessions import Sessions


class PathsApi:
    """Handlers; `routes` names them, and `access.py` keeps those out whom a door is not for."""

    def __init__(self, paths: Paths, sessions: Sessions) -> None:
        self._paths = paths
        self._sessions = sessions

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/api/paths", self.list_all),
            web.get("/api/paths/mine", self.mine),
            web.delete("/api/paths/{path}", self.delete),
            web.delete("/api/paths/{path}/entries/{entry}", self.delete),
        ]

    async def list_all(self, request: web.Request) -> web.Response:
        return answer(PathBook(self._paths.kept, self._paths.all()))

    async def mine(self, request: web.Request) -> web.Response:
        """Titles and what was practised, for the client of a session that is on a path, and nobody else in it."""
        place = request[PLACE]
        path, session = self._paths.of(place.session), self._sessions.get(place.session)
        client = whose(session.runner.state) if session is not None else None
        if path is None or client is None or client.id != place.actor.id:
            raise RefusedError(refuse("no_such_path"), 404)
        return answer(MyPath(path.name, self._stops(path)))

    def _stops(self, path: Path) -> list[PathStop]:
        practised = [entry.scenario for entry in path.entries]
        return [
            PathStop(one.id, one.title, one.place, one.leads_to, practised.count(one.id))
            for one in self._sessions.scenarios()
            if not one.own or one.id in practised
        ]

    async def delete(self, request: web.Request) -> web.Response:
        """The whole path, or one entry of it."""
        path = self._paths.get(request.match_info["path"])
        entry = request.match_info.get("entry")
        if path is None or (entry is not None and all(each.id != entry for each in path.entries)):
            raise RefusedError(refuse("no_such_path"), 404)
        try:
            await self._paths.remove(path.id, entry)
        except OSError:
            raise RefusedError(refuse("not_erased"), 500) from None
        return web.Response(status=204)
