"""Who may knock at all: Host and Origin against explicit lists, and the headers every answer carries.

The stock check of engine.io passes a missing Origin, and Host = Origin (DNS rebinding); under TLS it assumes http://.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Middleware

from server.own_names import Names

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

SAFE_METHODS: Final = ("GET", "HEAD")
SERVER: Final = "Proverom"
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "Permissions-Policy": "xr-spatial-tracking=(self), microphone=(self), camera=(), geolocation=()",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": SERVER,  # by which `proverom doctor` knows us; the stock one tells versions
}
HTTPS_ONLY: Final = {"Strict-Transport-Security": "max-age=2592000"}
"""For thirty days: a clinic that goes back to a certificate of its own is not locked out for long."""


def door_check(names: Names) -> Middleware:
    """A middleware: 403 for a Host that is not ours, and for a WebSocket or a change from a page that is not ours."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.headers.get("Host", "") not in names.host_headers:
            return web.Response(status=403, text="This server does not go by that name.\n")
        upgrade = request.headers.get("Upgrade", "").lower() == "websocket"
        if (upgrade or request.method not in SAFE_METHODS) and request.headers.get("Origin") not in names.origins:
            return web.Response(status=403, text="This page may not talk to this server.\n")
        return await handler(request)

    return check


def header_adder(https_only: bool) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    """A signal handler: the same headers on every answer, also errors; what the doors of JSON say is never kept."""
    always = HEADERS | HTTPS_ONLY if https_only else HEADERS

    async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(always)
        if request.path.startswith("/api/"):
            response.headers["Cache-Control"] = "no-store"

    return add_headers
