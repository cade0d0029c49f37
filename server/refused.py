"""A request that ends with a refusal: raised anywhere on its way, answered as JSON in one place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from aiohttp import web
from aiohttp.typedefs import Middleware

from rooms.refusals import Refusal
from server.counts import Counts


class RefusedError(Exception):
    """Ends a request with a Refusal as its answer."""

    def __init__(self, refusal: Refusal, status: int, wait_s: int | None = None) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal
        self.status = status
        self.wait_s = wait_s
        """After how many seconds another try has a chance, where that is known."""


def answer(found: Any, status: int = 200) -> web.Response:
    """What was found, as JSON."""
    return web.Response(body=msgspec.json.encode(found), status=status, content_type="application/json")


def refusals_as_json(counts: Counts) -> Middleware:
    """A middleware: turns a RefusedError into its answer, and counts it."""

    @web.middleware
    async def check(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        try:
            return await handler(request)
        except RefusedError as refused:
            counts.refused[refused.refusal.code] += 1
            response = answer(refused.refusal, refused.status)
            if refused.wait_s is not None:
                response.headers["Retry-After"] = str(refused.wait_s)
            return response

    return check
