"""A browser on the clinic's network: https by our own authority, without any flag that looks away from certificates."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import Browser, Error, Page, async_playwright

from infra.load.ports import free_port
from infra.machine import find_chromium, which
from rooms import intents as i
from rooms.people import Actor
from rooms.refusals import Refusal
from server.app import Server
from server.reach import Reach, own_certificate
from server.serving import listening
from server.sessions import Session
from server.settings import Settings
from server.tls.store import Store
from tests.browser.conftest import FLAGS, Pages, draw
from tests.live.conftest import CEILING

BEFORE, AFTER = "192.0.2.77", "192.0.2.78"
"""The machine's address on the clinic's network, and the one it gets when the access point has been moved."""
THERE = f"MAP {BEFORE} 127.0.0.1, MAP {AFTER} 127.0.0.1"
"""Where the browser finds them. Loopback itself would be a secure context also without TLS."""


class Clinic:
    """The whole server with the built pages, in the test's own loop."""

    def __init__(self, data: Path) -> None:
        self.address = BEFORE
        self.store = Store(data)
        authority = self.store.authority("clinic-pc", datetime.now(UTC))
        self.reach = Reach(own_certificate(self.store, authority, lambda: [self.address], lambda: datetime.now(UTC)))
        settings = Settings(port=free_port(), hosts=self.reach.hosts, language="en", secure=True)
        self.server = Server(settings)

    async def room(self) -> Session:
        session = await self.server.sessions.make("bus_stop", "en", CEILING)
        assert not isinstance(session, Refusal)
        return session

    def link(self, session: Session) -> str:
        """A join link for a client, at the address of the moment."""
        return self.server.sessions.code_for(session.runner.name, "client").link

    def move(self) -> None:
        self.address = AFTER
        assert self.reach.refresh(self.server.names)


@pytest.fixture
async def clinic(tmp_path: Path) -> AsyncIterator[Clinic]:
    made = Clinic(tmp_path / "data")
    assert made.reach.context is not None
    async with listening(made.server, made.reach.context.door):
        yield made


def install(authority: Path, home: Path) -> None:
    """As a person does in the browser's settings: the store of certificates lies in their home folder."""
    certutil = which("certutil")
    assert certutil is not None, "certutil is missing: run `make machine`"
    store = home / ".pki" / "nssdb"
    store.mkdir(parents=True)
    for step in (["-N", "--empty-password"], ["-A", "-t", "C,,", "-n", "Prøverom", "-i", str(authority)]):
        subprocess.run([certutil, "-d", f"sql:{store}", *step], check=True, capture_output=True, timeout=30)


@asynccontextmanager
async def browser_of(home: Path) -> AsyncIterator[Browser]:
    path = find_chromium()
    assert path is not None, "Chromium is missing: run `make machine`"
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(
            executable_path=path, args=[*FLAGS, f"--host-resolver-rules={THERE}"], env={**os.environ, "HOME": str(home)}
        )
        yield chromium
        await chromium.close()


async def is_fit_for_vr(page: Page) -> bool:
    """Whether the page may ask for a headset, and is allowed to look where it is."""
    return bool(
        await page.evaluate(
            """async () => isSecureContext && 'xr' in Navigator.prototype
                 && document.featurePolicy.allowsFeature('xr-spatial-tracking')
                 && (await navigator.xr.isSessionSupported('immersive-vr'))"""
        )
    )


async def join(page: Page, link: str) -> None:
    """From the link to the lobby."""
    await page.goto(link)
    await knock(page)


async def knock(page: Page) -> None:
    """A name, a look, and into the lobby, which needs the door of facts."""
    await page.get_by_role("button", name="Sol", exact=True).click()
    await page.get_by_role("button", name="Next", exact=True).click()
    await page.get_by_role("button", name="I am ready").click()
    await page.get_by_role("heading", name="You will be let in soon").wait_for()


async def let_in(session: Session, page: Page) -> None:
    """Admits the one who waits, who goes in with the headset on; waits for a pose of theirs to come by the stream."""
    (who,) = [person.id for person in session.runner.state.people.values() if person.where == "lobby"]
    therapist = Actor("t1", "therapist")
    assert session.runner.ask(therapist, i.Knock("Line", "nora", "en")).ok
    assert session.runner.ask(therapist, i.Admit(who)).ok
    body = session.runner.state.people[who].body
    assert body is not None
    await page.get_by_role("button", name="Go in with the headset").click()
    await draw(page, False)
    async with asyncio.timeout(60):
        while session.stream.bodies.head(body) is None:
            await page.wait_for_timeout(100)
    assert await page.evaluate("window.__room.inVr()")


async def test_with_the_authority_installed_the_whole_way_into_the_room_is_open_also_after_a_move(
    clinic: Clinic, tmp_path: Path
) -> None:
    install(clinic.store.for_browsers, tmp_path / "home")
    async with browser_of(tmp_path / "home") as browser:
        pages = Pages(browser)
        session = await clinic.room()
        page = await pages.open("en-GB", 1000, 700, quest=True, strict=True)
        heard: list[str] = []
        page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
        await join(page, clinic.link(session).replace("https:", "http:"))  # as people type it
        assert page.url.startswith(f"https://{BEFORE}:")
        assert await is_fit_for_vr(page)
        await let_in(session, page)
        assert heard == []  # the Content-Security-Policy lets wss through

        elsewhere = f"https://{AFTER}:{clinic.server.settings.port}/"
        with pytest.raises(Error, match="ERR_CERT_COMMON_NAME_INVALID"):
            await (await pages.open("en-GB", 1000, 700)).goto(elsewhere)
        clinic.move()
        link = clinic.link(session)
        assert link.startswith(elsewhere)
        await join(await pages.open("en-GB", 1000, 700, strict=True), link)
        assert heard == []
        assert pages.complaints == []


async def test_without_the_authority_one_is_warned_and_may_go_on_as_on_a_headset(
    clinic: Clinic, tmp_path: Path
) -> None:
    async with browser_of(tmp_path) as browser:
        pages = Pages(browser)
        session = await clinic.room()
        page = await pages.open("en-GB", 1000, 700, quest=True)
        with pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
            await page.goto(clinic.link(session))
        await page.locator("#details-button").click()
        await page.locator("#proceed-link").click()
        await page.get_by_role("button", name="Sol", exact=True).wait_for()
        assert await is_fit_for_vr(page)
        await knock(page)
        await let_in(session, page)
