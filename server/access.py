"""Keeps the permission table at the HTTP doors: whom a door is for is looked up, never decided by a handler.

A door is an address with its method, as `rooms/permissions.py` lists it. A server with a door that is not listed does
not start.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Middleware

from rooms.intents import INTENTS
from rooms.people import Actor
from rooms.permissions import ALLOWED, DOORS, Caller, may_use
from rooms.refusals import refuse
from server.fact_server import EVENTS
from server.refused import RefusedError
from server.sessions import Place

BEARER: Final = "Bearer "
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
WhoIs = Callable[[str], Actor | None]
"""Whom the Cookie header of a request belongs to; None: nobody who is signed in."""
WhoseSeat = Callable[[str], Place | None]
"""Whose seat a secret is; None: nobody's."""

ACTOR: Final = web.RequestKey("actor", Actor)
"""Whoever is signed in, for the handlers of doors that only they may use."""
PLACE: Final = web.RequestKey("place", Place)
"""Whoever has shown a seat in the header Authorization, and in which session it is."""
LOOPBACK: Final = ("127.0.0.1", "::1")
FORWARDED: Final = ("X-Forwarded-For", "X-Real-IP", "Forwarded", "Via")
"""What a proxy adds: whoever comes with one of these is somewhere else, though the proxy is here."""


class UnlistedError(Exception):
    """A door or an intent that the permission table says nothing about."""


def check_listed(app: web.Application) -> None:
    """Raises UnlistedError unless each door of `app`, event of a connection and intent has its row in the table."""
    unlisted = sorted({door for door in (*doors_of(app), *EVENTS) if door not in DOORS})
    unlisted += [intent.__name__ for intent in INTENTS if intent not in ALLOWED]
    if unlisted:
        raise UnlistedError(f"rooms/permissions.py does not say who may use {', '.join(unlisted)}")


def doors_of(app: web.Application) -> Iterator[str]:
    """Every address of the application with its method."""
    return (_door(route) for route in app.router.routes())


def _door(route: web.AbstractRoute) -> str:
    """A HEAD is a GET without its answer; a folder of files is one door."""
    path = route.resource.canonical if route.resource is not None else ""
    return f"{'GET' if route.method == 'HEAD' else route.method} {path}"


def access(who_is: WhoIs, whose_seat: WhoseSeat) -> Middleware:
    """A middleware: 401 for one who is nobody here where that is asked, 403 for one whose role may not."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        route = request.match_info.route
        if route.resource is None:  # no such address, or no such method there: the handler says so
            return await handler(request)
        door, actor = _door(route), who_is(request.headers.get("Cookie", ""))
        callers: list[Caller] = ["anyone"]
        if actor is not None:
            request[ACTOR] = actor
            callers.append(actor.role)
        place = _seat(request, whose_seat)
        if place is not None:
            request[PLACE] = place
            callers.append(place.actor.role)
        if _from_this_machine(request):
            callers.append("this machine")
        if any(may_use(caller, door) for caller in callers):
            return await handler(request)
        if actor is None and place is None and DOORS.get(door):
            raise RefusedError(refuse("not_signed_in"), 401)
        raise RefusedError(refuse("not_allowed"), 403)

    return check


def _seat(request: web.Request, whose_seat: WhoseSeat) -> Place | None:
    shown = request.headers.get("Authorization", "")
    return whose_seat(shown.removeprefix(BEARER)) if shown.startswith(BEARER) else None


def _from_this_machine(request: web.Request) -> bool:
    """Whether the request began here, rather than at a proxy that runs here."""
    return request.remote in LOOPBACK and not any(name in request.headers for name in FORWARDED)
