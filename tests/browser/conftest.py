"""A real server in a process of its own, and real Chromium pages, one of them with an emulated Quest 3."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from infra.load.ports import free_port
from infra.machine import find_chromium

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ROOT / "build" / "screens"
MODULES = ROOT / "headset_client" / "node_modules"
FLAGS = [
    "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-background-timer-throttling", "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows", "--autoplay-policy=no-user-gesture-required",
]  # fmt: skip
QUEST = """
(() => {
  const device = new IWER.XRDevice(IWER.metaQuest3, { stereoEnabled: false });
  device.installRuntime({ forceInstall: true });
  globalThis.__quest = device;
})();
"""
DRAWING = """
// Drawing is in software here and takes seconds a frame: a page can be told to do all but the drawing.
globalThis.__draw = true;
for (const name of ['drawArrays', 'drawArraysInstanced', 'drawElements', 'drawElementsInstanced']) {
  const draw = WebGL2RenderingContext.prototype[name];
  WebGL2RenderingContext.prototype[name] = function (...how) { if (globalThis.__draw) draw.apply(this, how); };
}
"""
READY = "Stop the server"
PATIENT = "from server import gateway, readers; gateway.UNSEEN_S = 60; readers.UNREAD_MS = 60000"
"""Drawing in software stops a page for seconds: what would be a dead line to a headset is a slow picture here."""


class Served:
    """A running `proverom serve --demo` and what it printed."""

    def __init__(self, process: asyncio.subprocess.Process, port: int, printed: str) -> None:
        self.process = process
        self.base = f"http://localhost:{port}"
        self.console_link = self._find(r"(http\S+/console#key=\S+)", printed)
        self.client_code = self._find(r"client:\s+(\S{4} \S{4})", printed).replace(" ", "")
        self.peer_code = self._find(r"peer worker:\s+(\S{4} \S{4})", printed).replace(" ", "")

    @staticmethod
    def _find(pattern: str, text: str) -> str:
        found = re.search(pattern, text)
        assert found is not None, text
        return found.group(1)

    def kill(self) -> None:
        """As a power cut would."""
        if self.process.returncode is None:
            self.process.kill()


async def _read_until_ready(stream: asyncio.StreamReader) -> str:
    printed = ""
    while READY not in printed:
        line = await stream.readline()
        assert line, f"the server ended:\n{printed}"
        printed += line.decode()
    return printed


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    """The demo session in Norwegian, served from the built pages."""
    async with serving() as found:
        yield found


@asynccontextmanager
async def serving(*options: str, before: str = PATIENT) -> AsyncIterator[Served]:
    """The demo session, with more of the command line. `before`: Python that runs before the server."""
    port = free_port()
    home = TemporaryDirectory(prefix="proverom-test-")
    places = ["--data", f"{home.name}/data", "--site-key", f"{home.name}/config/site.key"]
    command = f"{before}; from server.cli import main; main()"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", command, "serve", "--demo", "--port", str(port), "--name", "Line", *places, *options,
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        printed = await asyncio.wait_for(_read_until_ready(process.stdout), 30)
        yield Served(process, port, printed)
    finally:
        if process.returncode is None:
            process.terminate()
        await asyncio.wait_for(process.wait(), 15)
        home.cleanup()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    path = find_chromium()
    assert path is not None, "Chromium is missing: run `make machine`"
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        await chromium.close()


class Pages:
    """Opens pages, each in a context of its own, and keeps what their consoles complained of."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.complaints: list[str] = []

    async def open(self, locale: str, width: int, height: int, quest: bool = False, strict: bool = False) -> Page:
        """A page. `strict` keeps the Content-Security-Policy, which also shuts out the test's own waiting code."""
        context: BrowserContext = await self._browser.new_context(
            locale=locale, viewport={"width": width, "height": height}, reduced_motion="reduce", bypass_csp=not strict
        )
        await context.add_init_script(DRAWING)
        if quest:
            iwer = (MODULES / "iwer" / "build" / "iwer.min.js").read_text(encoding="utf-8")
            await context.add_init_script(iwer + QUEST)
        page = await context.new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        return page


@pytest.fixture
def pages(browser: Browser) -> Pages:
    return Pages(browser)


@pytest.fixture
def shot() -> Callable[[Page, str], object]:
    """Takes a picture of a page into build/screens/, with everything drawn."""
    SCREENS.mkdir(parents=True, exist_ok=True)

    async def take(page: Page, name: str) -> None:
        was = await page.evaluate("globalThis.__draw")
        if not was:
            await draw(page, True)
            await page.wait_for_timeout(4000)
        await page.screenshot(path=SCREENS / f"{name}.png", timeout=60_000)
        await draw(page, was)

    return take


async def draw(page: Page, on: bool) -> None:
    """Whether the page draws its 3D picture."""
    await page.evaluate("(on) => { globalThis.__draw = on; }", on)


async def violations(page: Page) -> list[str]:
    """What axe-core finds wrong with the page as it stands."""
    source = (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    await page.evaluate(source)
    found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in found["violations"]]
