"""The JSON body of a request, read as what it has to be."""

from __future__ import annotations

from typing import Final, TypeVar

import msgspec
from aiohttp import web

from rooms.refusals import refuse
from server.refused import RefusedError

MOST_BODY: Final = 16 * 1024

T = TypeVar("T")


async def body_of(request: web.Request, kind: type[T]) -> T:
    """The JSON body as `kind`. Raises RefusedError for another content type, size or shape."""
    if request.content_type != "application/json":
        raise RefusedError(refuse("malformed"), 415)
    try:
        return msgspec.json.decode(await request.read(), type=kind)
    except web.HTTPRequestEntityTooLarge:
        raise RefusedError(refuse("malformed"), 413) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise RefusedError(refuse("malformed"), 400) from None
