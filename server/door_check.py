"""Who may knock at all: Host and Origin against explicit lists, and the headers every answer carries.

The stock check of engine.io passes a missing Origin, and Host = Origin (DNS rebinding); under TLS it assumes http://.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Middleware

from server.settings import Settings

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

SAFE_METHODS: Final = ("GET", "HEAD")
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "Permissions-Policy": "xr-spatial-tracking=(self), microphone=(self), camera=(), geolocation=()",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def door_check(settings: Settings) -> Middleware:
    """A middleware: 403 for a Host that is not ours, and for a WebSocket or a change from a page that is not ours."""
    hosts, origins = settings.host_headers(), settings.origins()

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.headers.get("Host", "") not in hosts:
            return web.Response(status=403, text="This server does not go by that name.\n")
        upgrade = request.headers.get("Upgrade", "").lower() == "websocket"
        if (upgrade or request.method not in SAFE_METHODS) and request.headers.get("Origin") not in origins:
            return web.Response(status=403, text="This page may not talk to this server.\n")
        return await handler(request)

    return check


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Signal handler: the same headers on every answer, also errors."""
    response.headers.update(HEADERS)
