"""A stop that somebody holds up."""

from __future__ import annotations

import asyncio

import pytest
from structlog.testing import capture_logs

from server import app
from server.app import Server
from server.sessions import Session


async def test_one_who_never_takes_the_goodbye_is_not_waited_for(
    server: Server, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = asyncio.Event()
    monkeypatch.setattr(app, "STOP_WITHIN_S", 0.05)
    monkeypatch.setattr(session, "close", never.wait)
    with capture_logs() as heard:
        async with asyncio.timeout(5):
            await server.stop()
    assert [one["event"] for one in heard] == ["not everyone took the goodbye"]
    never.set()
