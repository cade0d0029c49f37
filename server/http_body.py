"""The JSON body of a request, read as what it has to be."""

from __future__ import annotations

import asyncio
from typing import Final, TypeVar

import msgspec
from aiohttp import web

from rooms.refusals import refuse
from server.refused import RefusedError

MOST_BODY: Final = 16 * 1024
WITHIN_S: Final = 30.0
"""How long the body of a request may be on its way."""

T = TypeVar("T")


async def body_of(request: web.Request, kind: type[T], most: int = MOST_BODY) -> T:
    """The JSON body as `kind`, of at most `most` bytes. Raises RefusedError for another content type, size or shape."""
    if request.content_type != "application/json":
        raise RefusedError(refuse("malformed"), 415)
    try:
        return msgspec.json.decode(await _read(request, most), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise RefusedError(refuse("malformed"), 400) from None


async def _read(request: web.Request, most: int) -> bytes:
    body = bytearray()
    try:
        async with asyncio.timeout(WITHIN_S):
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > most:
                    raise RefusedError(refuse("too_large" if most > MOST_BODY else "malformed"), 413)
    except TimeoutError:
        raise RefusedError(refuse("malformed"), 408) from None
    return bytes(body)
