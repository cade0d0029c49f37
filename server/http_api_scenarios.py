"""The JSON doors for making scenarios of one's own: read, check, save, copy, take in, hand out, delete.

Those that come with the program are read and copied, never changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar

import msgspec
import structlog
from aiohttp import web

from rooms.mistakes import Mistake
from rooms.refusals import refuse
from rooms.scenario import Scenario
from rooms.scenario_file import library, load_general, load_places
from rooms.script import Script
from rooms.wire_scenarios import Checked, OwnInfo, TakenIn, Written
from server.http_body import body_of
from server.own_shelf import ID, MOST_OWN, free_id, own_by_id, path_for, put
from server.refused import RefusedError, answer
from server.scenario_checking import Checker, Look, Seen
from server.sessions import Sessions

log = structlog.get_logger("proverom.scenarios")

MOST_SCENARIO: Final = 1024 * 1024
"""Bytes that a scenario may have; the longest of the library has a fifth of it."""

T = TypeVar("T")


class ScenarioBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole scenario as the page has it; what is wrong in it is said by the checker."""

    scenario: dict[str, Any]


class FileBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Annotated[str, msgspec.Meta(max_length=100)]
    text: str


class ScenariosApi:
    """Handlers; `routes` names them, and `access.py` keeps those out whom a door is not for."""

    def __init__(self, data: Path | None, sessions: Sessions) -> None:
        self._data = data
        self._sessions = sessions
        self._checker = Checker()
        self._writing = asyncio.Lock()

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/api/own-scenarios", self.list_own),
            web.post("/api/own-scenarios", self.take_in),
            web.get("/api/scenarios/{scenario}", self.read),
            web.post("/api/scenarios/{scenario}", self.check),
            web.put("/api/scenarios/{scenario}", self.save),
            web.delete("/api/scenarios/{scenario}", self.delete),
            web.post("/api/scenarios/{scenario}/copy", self.copy),
            web.get("/api/scenarios/{scenario}/file", self.hand_out),
        ]

    async def list_own(self, request: web.Request) -> web.Response:
        """Those that may be played are known already; the others are looked at."""
        return answer([await self._own_info(name, path) for name, path in (await self._own()).items()])

    async def _own_info(self, name: str, path: Path) -> OwnInfo:
        script = self._sessions.script(name)
        if script is not None and name not in library():
            return OwnInfo(name, script.scenario.title, 0)
        seen = await self._look(Look(path.name, await _text_of(path)))
        mistakes = seen.mistakes or _why_not(path.name, name, set(library()))
        if not mistakes:  # it was put there by hand while the server ran
            self._offer(name, seen)
        return OwnInfo(name, seen.scenario.title if seen.scenario else {}, len(mistakes))

    async def read(self, request: web.Request) -> web.Response:
        name, path = await self._named(request)
        seen = await self._look(Look(path.name, await _text_of(path)))
        return answer(Written(name, name not in library(), seen.scenario, seen.mistakes, seen.advice))

    async def check(self, request: web.Request) -> web.Response:
        """Nothing is written."""
        body = await body_of(request, ScenarioBody, MOST_SCENARIO)
        name = request.match_info["scenario"]
        text = msgspec.json.encode({**body.scenario, "id": name}).decode()  # JSON is YAML, and read sooner
        seen = await self._look(Look(f"{name}.yaml", text))
        return answer(Checked(seen.mistakes, seen.advice))

    async def save(self, request: web.Request) -> web.Response:
        """Written also with mistakes, so that no work is lost; it is offered again once they are mended."""
        name, path = await self._own_named(request)
        body = await body_of(request, ScenarioBody, MOST_SCENARIO)
        seen = await self._look(Look(path.name, value={**body.scenario, "id": name}))
        if seen.scenario is None:
            return answer(Checked(seen.mistakes, seen.advice))
        await self._write(path, seen.text)
        self._offer(name, seen)
        return answer(Checked(seen.mistakes, seen.advice, saved=True))

    async def copy(self, request: web.Request) -> web.Response:
        _, path = await self._named(request)
        own = await self._own()
        if len(own) >= MOST_OWN:
            raise RefusedError(refuse("too_many_own"), 409)
        seen = await self._look(Look(path.name, await _text_of(path)))
        if seen.scenario is None:
            raise RefusedError(refuse("bad_scenario"), 409)
        name = free_id(seen.scenario.id, {*library(), *own})
        title = {
            "nb": f"{seen.scenario.title.get('nb', '')} (kopi)",
            "en": f"{seen.scenario.title.get('en', '')} (copy)",
        }
        value = msgspec.to_builtins(seen.scenario) | {"id": name, "title": title}
        made = await self._look(Look(f"{name}.yaml", value=value))
        await self._write(path_for(self._folder(), name), made.text)
        self._offer(name, made)
        return answer(TakenIn(name, made.mistakes), 201)

    async def take_in(self, request: web.Request) -> web.Response:
        """A file from elsewhere, as it stands, with its comments; refused with file, line and sentence."""
        body = await body_of(request, FileBody, MOST_SCENARIO)
        seen = await self._look(Look(body.name, body.text))
        own = await self._own()
        name = seen.scenario.id if seen.scenario else ""
        mistakes = seen.mistakes or _why_not(body.name, name, {*library(), *own})
        if mistakes:
            return answer(TakenIn(None, mistakes))
        if len(own) >= MOST_OWN:
            raise RefusedError(refuse("too_many_own"), 409)
        await self._write(path_for(self._folder(), name), body.text)
        self._offer(name, seen)
        return answer(TakenIn(name, []), 201)

    async def hand_out(self, request: web.Request) -> web.Response:
        name, path = await self._named(request)
        text = await _text_of(path)
        headers = {"Content-Disposition": f'attachment; filename="{name}.yaml"'}
        return web.Response(text=text, content_type="application/yaml", charset="utf-8", headers=headers)

    async def delete(self, request: web.Request) -> web.Response:
        name, path = await self._own_named(request)
        async with self._writing:
            await _saved(lambda: path.unlink(missing_ok=True))
        self._sessions.withdraw(name)
        return web.Response(status=204)

    def _offer(self, name: str, seen: Seen) -> None:
        """What is without mistakes may be played from now on; sessions that are open keep what they began with."""
        if seen.scenario is None or seen.mistakes:
            self._sessions.withdraw(name)
            return
        self._sessions.offer(_script(seen.scenario))

    async def _look(self, look: Look) -> Seen:
        seen = await self._checker.look(look)
        if seen is None:
            raise RefusedError(refuse("not_checked"), 503)
        return seen

    async def _write(self, path: Path, text: str) -> None:
        async with self._writing:
            await _saved(lambda: put(path, text))

    def _folder(self) -> Path:
        if self._data is None:
            raise RefusedError(refuse("not_saved"), 409)
        return self._data

    async def _own(self) -> dict[str, Path]:
        data = self._data
        return {} if data is None else await _in_thread(lambda: own_by_id(data))

    async def _named(self, request: web.Request) -> tuple[str, Path]:
        """The scenario of the address and its file. Raises RefusedError where there is none."""
        name = request.match_info["scenario"]
        path = library().get(name) or (await self._own()).get(name)
        if path is None:
            raise RefusedError(refuse("no_scenario"), 404)
        return name, path

    async def _own_named(self, request: web.Request) -> tuple[str, Path]:
        name, path = await self._named(request)
        if name in library():
            raise RefusedError(refuse("not_own"), 409)
        return name, path


def _why_not(file: str, name: str, taken: set[str]) -> list[Mistake]:
    """Why a scenario may not be called so; empty when it may."""
    if not ID.fullmatch(name):
        return [Mistake(file, 1, "id", f"'{name}' is no id.", "small letters, numbers and _, such as our_bus")]
    if name in taken:
        return [Mistake(file, 1, "id", f"There is a scenario with the id '{name}' already.", "an id of its own")]
    return []


def _script(scenario: Scenario) -> Script:
    return Script(scenario, load_general(), load_places()[scenario.place])


async def _text_of(path: Path) -> str:
    """What stands in a file; what is no text is shown as such, and the checker says so."""
    return await _in_thread(lambda: path.read_text(encoding="utf-8", errors="replace"))


async def _in_thread(work: Callable[[], T]) -> T:
    """Reads. Raises RefusedError for a file that has gone or may not be read."""
    try:
        return await asyncio.to_thread(work)
    except OSError:
        raise RefusedError(refuse("no_scenario"), 404) from None


async def _saved(work: Callable[[], None]) -> None:
    try:
        await asyncio.to_thread(work)
    except OSError as error:
        log.error("a scenario could not be saved", error=error.strerror)
        raise RefusedError(refuse("not_saved"), 507) from None
