"""A WebSocket that aiohttp shakes hands for and that we close ourselves."""

from __future__ import annotations

from aiohttp import web


class ClosedByUs(web.WebSocketResponse):
    """When it has ended, aiohttp would close it once more and keep the error of that with everything that it touches:
    20 kB a connection until the collector comes by.
    """

    async def write_eof(self, data: bytes = b"") -> None:
        """Nothing is written after the end."""
