"""The JSON doors of recordings: the list, the way in to watch one, what is told of it, links, and deleting.

A client's proof is the key of their own link, or the seat that it has opened; staff are signed in.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, Final, TypeVar

import msgspec
import structlog
from aiohttp import web

from rooms.people import Actor
from rooms.permissions import may_use
from rooms.refusals import Refusal, refuse
from rooms.wire import OwnLink, RecordingInfo
from server.access import ACTOR, PLACE
from server.http_body import body_of
from server.measuring import Comparing, Job, Retelling
from server.recorders import Recorders
from server.recording.bad_file import WHY, BadFileError
from server.recording.key_file import WrongKeyError
from server.recording.seal import SealError
from server.recordings import Looked, Recordings
from server.refused import RefusedError, answer
from server.replay.replays import Replays
from server.sessions import Sessions

log = structlog.get_logger("proverom.recording")

STAFF_DOOR: Final = "GET /api/recordings"
"""Who may list the recordings may open every one of them, and delete it."""

T = TypeVar("T")


class KeyBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`key`: of a client's own link. `damaged`: what can be read of a bad file will do."""

    key: Annotated[str, msgspec.Meta(max_length=64)] | None = None
    damaged: bool = False


class RecordingsApi:
    """Handlers; `routes` names them, and `access.py` keeps those out whom a door is not for."""

    def __init__(
        self,
        recordings: Recordings | None,
        recorders: Recorders,
        replays: Replays,
        sessions: Sessions,
        address: Callable[[], str],
    ) -> None:
        self._recordings = recordings
        self._recorders = recorders
        self._replays = replays
        self._sessions = sessions
        self._address = address
        self._opening = asyncio.Lock()
        """Nobody begins to watch what is being deleted."""

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/api/recordings", self.list_all),
            web.get("/api/recordings/compare", self.compare),
            web.get("/api/recordings/mine", self.mine),
            web.get("/api/recordings/{session}/keys", self.keys),
            web.get("/api/recordings/{session}/timeline", self.timeline),
            web.post("/api/recordings/{session}/enter", self.enter),
            web.delete("/api/recordings/{session}", self.delete),
        ]

    async def list_all(self, request: web.Request) -> web.Response:
        if self._recordings is None:
            return answer([])
        return answer([self._info(one) for one in await _in_thread(self._recordings.all)])

    def _info(self, one: Looked) -> RecordingInfo:
        if one.contents is None:
            span = one.readable
            first, last = (0, 0) if span is None else (span.first_ms, span.last_ms)
            why = {} if one.trouble is None else one.trouble.words
            return RecordingInfo(one.session, "", why, one.changed, first, last, False, trouble=one.trouble)
        of = one.contents
        script = self._sessions.script(of.scenario)
        return RecordingInfo(
            one.session, of.scenario, script.scenario.title if script else {}, of.opened_at, of.first_ms, of.last_ms,
            of.finished, of.people,
        )  # fmt: skip

    async def enter(self, request: web.Request) -> web.Response:
        """A seat among those who watch. A client watches as the one whom the recording knows."""
        body = await body_of(request, KeyBody)
        recordings, path = await self._found(request)
        person = await self._whose(request, body)
        console = None if person is not None else request[ACTOR]
        role = "client" if console is None else console.role
        async with self._opening:
            self._refuse_while_recorded(path.stem)
            entered = await _opened(self._replays.enter(path, recordings.site, role, person, console, body.damaged))
        if isinstance(entered, Refusal):
            raise RefusedError(entered, 409)
        return answer(entered)

    async def timeline(self, request: web.Request) -> web.Response:
        """What is told of it to one who watches it, or is signed in."""
        _, path = await self._found(request)
        place = request.get(PLACE)
        replay = None if place is None else self._replays.get(place.session)
        if place is not None and (replay is None or replay.recording != path.stem):
            raise RefusedError(refuse("no_recording"), 404)
        person = None if place is None or replay is None else replay.person_of(place.actor)
        return await self._measured(Retelling(str(path), person))

    async def compare(self, request: web.Request) -> web.Response:
        first, second = [str(await self._path(request.query.get(name, ""))) for name in ("a", "b")]
        return await self._measured(Comparing(first, second))

    async def _measured(self, job: Job) -> web.Response:
        found = await _opened(self._need().measurer.do(job))
        if isinstance(found, Refusal):
            raise RefusedError(found, 409)
        return web.Response(body=found, content_type="application/json")

    async def keys(self, request: web.Request) -> web.Response:
        """The links of the clients in it; the console shows each to the one whose it is."""
        _, path = await self._found(request)
        return answer(await self._links(path, None))

    async def mine(self, request: web.Request) -> web.Response:
        """The own link of one who was in the room, for their own page."""
        place = request[PLACE]
        links = await self._links(await self._path(place.session), place.actor)
        if not links:
            raise RefusedError(refuse("no_recording"), 404)
        return answer(links[0])

    async def _links(self, path: Path, of: Actor | None) -> list[OwnLink]:
        recordings, session = self._need(), path.stem
        secret_of = recordings.links.secret_of

        def make() -> list[OwnLink]:
            people = [one for one in recordings.clients(path) if of is None or one.id == of.id]
            return [
                OwnLink(session, one.id, one.name or "", self._link(session, secret_of(session, one.id)))
                for one in people
            ]

        return await _opened(_in_thread(make))

    def _link(self, session: str, key: str) -> str:
        return f"{self._address()}/replay#session={session}&key={key}"

    async def delete(self, request: web.Request) -> web.Response:
        """A client's own part, or, for staff, everything."""
        body = await body_of(request, KeyBody)
        recordings, path = await self._found(request)
        person = await self._whose(request, body)
        session = path.stem
        async with self._opening:
            self._refuse_while_recorded(session)
            await self._replays.drop(session)
            try:
                await _in_thread(lambda: recordings.erase(session, person))
            except (OSError, sqlite3.Error, WrongKeyError) as error:
                log.error("a recording could not be deleted", room=session, error=type(error).__name__)
                raise RefusedError(refuse("not_erased"), 500) from None
        return web.Response(status=204)

    async def _whose(self, request: web.Request, body: KeyBody) -> str | None:
        """Who of the recording has come by their own key; None for staff. Raises RefusedError for anyone else."""
        if body.key is not None:
            recordings, path = await self._found(request)
            key = body.key
            person = await _opened(_in_thread(lambda: recordings.whose(path.stem, key)))
            if person is None:
                raise RefusedError(refuse("no_recording"), 404)
            return person
        actor = request.get(ACTOR)
        if actor is None:
            raise RefusedError(refuse("not_signed_in"), 401)
        if not may_use(actor.role, STAFF_DOOR):
            raise RefusedError(refuse("not_allowed"), 403)
        return None

    def _need(self) -> Recordings:
        if self._recordings is None:
            raise RefusedError(refuse("no_recording"), 404)
        return self._recordings

    async def _found(self, request: web.Request) -> tuple[Recordings, Path]:
        return self._need(), await self._path(request.match_info["session"])

    async def _path(self, session: str) -> Path:
        """Where a recording lies that nobody is writing; one that has just ended is waited for."""
        await self._recorders.closed(session)
        self._refuse_while_recorded(session)
        path = self._need().find(session)
        if path is None:
            raise RefusedError(refuse("no_recording"), 404)
        return path

    def _refuse_while_recorded(self, session: str) -> None:
        if self._recorders.is_writing(session):
            raise RefusedError(refuse("still_recording"), 409)


async def _in_thread(work: Callable[[], T]) -> T:
    return await asyncio.to_thread(work)


async def _opened(work: Awaitable[T]) -> T:
    """What is read of a recording. Raises RefusedError for one that cannot be opened, in words of its own."""
    try:
        return await work
    except BadFileError as error:
        raise RefusedError(error.refusal, 409) from None
    except SealError:
        raise RefusedError(WHY["damaged"], 409) from None
    except WrongKeyError:
        raise RefusedError(WHY["wrong_key"], 409) from None
    except FileNotFoundError:
        raise RefusedError(refuse("no_recording"), 404) from None
