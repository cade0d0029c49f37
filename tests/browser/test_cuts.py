"""Lines that are cut while a headset is put on and while somebody types, through real pages and a proxy that cuts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from playwright.async_api import Page

from infra.load.cutting_proxy import CuttingProxy, Manner
from tests.browser.conftest import Pages, Served, draw, serving
from tests.browser.quest import Quest
from tests.browser.test_the_story import join, state, until

CLIENTS, PEERS = "127.0.0.2", "127.0.0.3"
"""Two more names of this machine: by each, one page comes in over a line of its own."""
OUTAGES: tuple[tuple[Manner, float], ...] = (
    ("reset", 0.1), ("silence", 1.5), ("reset", 1.3), ("forgotten", 6.5), ("reset", 2.2),
)  # fmt: skip
"""Seconds. What is forgotten lasts until the page has noticed."""


PATIENT = """
// A page whose line is away for eight seconds opens the calm place. Putting the headset on may take as long here, where
// all is drawn in software: this page waits a minute.
const wait = globalThis.setTimeout;
globalThis.setTimeout = (then, ms, ...more) => wait(then, ms === 8000 ? 60000 : ms, ...more);
"""


class Scene:
    """A console on the machine itself, a client in an emulated headset and a peer worker, each over their own line."""

    def __init__(self, served: Served, pages: Pages, lines: dict[str, CuttingProxy]) -> None:
        self.served = served
        self.pages = pages
        self.lines = lines
        self.console: Page
        self.client: Page
        self.peer: Page

    def way_in(self, host: str) -> str:
        return self.served.base.replace("localhost", host)

    async def begin(self) -> None:
        page = self.console = await self.pages.open("en-GB", 1280, 800)
        await page.goto(self.served.console_link)
        await page.get_by_role("button", name="Go in").first.click()
        self.peer = await self.pages.open("en-GB", 1000, 700)
        await join(self.peer, f"{self.way_in(PEERS)}/#code={self.served.peer_code}", "Kim", "Next", "I am ready")
        await page.get_by_role("button", name="Let in: Kim").click()
        await self.peer.get_by_role("button", name="Go in on the screen").click()
        await draw(self.peer, False)
        self.client = await self.pages.open("nb-NO", 1000, 700, quest=True)
        await self.client.add_init_script(PATIENT)
        await join(
            self.client, f"{self.way_in(CLIENTS)}/#code={self.served.client_code}", "Sol", "Videre", "Jeg er klar"
        )
        await page.get_by_role("button", name="Let in: Sol").click()
        await self.client.get_by_role("button", name="Gå inn på skjermen").click()
        await draw(self.client, False)
        await page.get_by_role("button", name="Start").click()
        await until(self.client, "s.phase === 'running' && s.offered.length > 0")

    async def lines_of(self, page: Page, name: str) -> list[Any]:
        """What the person of that name has said, as the console has it."""
        found = await state(self.console)
        me = await page.evaluate("window.__room.you().id")
        assert found["people"][me]["name"] == name
        return [line for line in found["lines"] if line["who"] == me]


@pytest.fixture
async def scene(pages: Pages) -> AsyncIterator[Scene]:
    async with AsyncExitStack() as stack:
        served = await stack.enter_async_context(serving("--also-known-as", CLIENTS, "--also-known-as", PEERS))
        port = int(served.base.rsplit(":", 1)[1])
        lines = {host: CuttingProxy(port) for host in (CLIENTS, PEERS)}
        for host, line in lines.items():
            await line.start(host, port)
            stack.push_async_callback(line.close)
        found = Scene(served, pages, lines)
        await found.begin()
        yield found


async def the_headset_is_put_on_while_the_line_is_cut(scene: Scene) -> None:
    """The seat stays, the others see that one will be back, and what was chosen meanwhile is said once."""
    page, line = scene.client, scene.lines[CLIENTS]
    line.cut("reset")
    await page.get_by_role("button", name="Ta på briller").dispatch_event("click")
    quest = Quest(page)
    await quest.put_on()
    await page.wait_for_function("window.__room.cards().length > 0")
    card = (await page.evaluate("window.__room.cards()"))[0]
    await quest.look_at(tuple(card["at"]))
    me = await page.evaluate("window.__room.you().id")
    await until(scene.peer, f"s.people['{me}'].here === false && s.phase === 'paused'")
    await scene.peer.get_by_text("Sol will be back in a moment.").wait_for()
    await scene.console.get_by_text("Sol lost the connection.").wait_for()
    await page.wait_for_function("sessionStorage.getItem('sayings') !== null")
    await quest.look_at((0.0, 30.0, 0.0))
    line.mend()
    await until(scene.console, f"s.people['{me}'].here && s.phase === 'running'")
    await until(scene.console, f"s.lines.some((l) => l.who === '{me}')")
    assert [said["meaning"] for said in await scene.lines_of(page, "Sol")] == [card["meaning"]]
    assert await page.evaluate("window.__room.inVr()")


async def stop_works_while_the_line_is_silent(scene: Scene) -> None:
    """At once on the page itself, and for the others as soon as they can be told."""
    page, line = scene.client, scene.lines[CLIENTS]
    line.cut("silence")
    pressed = await Quest(page).press_stop_button()
    await page.wait_for_function("window.__room.calm()")
    print("still after (ms):", round(await page.evaluate("window.__room.stoppedAt()") - pressed))
    assert (await state(scene.console))["phase"] == "running"
    line.mend()
    await until(scene.console, "s.phase === 'calm'")
    # Who presses before the page is back is told to wait a little; here the press comes after.
    await until(page, "window.__room.link() === 'live' && s.phase === 'calm'")
    await page.locator("button.plank").first.dispatch_event("click")
    await until(scene.console, "s.phase === 'running'")


async def what_was_typed_outlives_the_line_and_a_reload(scene: Scene) -> None:
    page, line = scene.peer, scene.lines[PEERS]
    line.cut("reset")
    await page.get_by_role("textbox").fill("I am still here.")
    await page.keyboard.press("Enter")
    await page.get_by_role("textbox").fill("and this is not finis")
    await page.get_by_text("The line is gone. We will be back. You can stop any time.").wait_for()
    await page.get_by_text("Will be said when we are back: I am still here.").wait_for()
    line.mend()
    await page.reload()
    await page.get_by_role("textbox").wait_for()
    await draw(page, False)
    await until(scene.console, "s.lines.some((l) => l.words.en === 'I am still here.')")
    assert await page.get_by_role("textbox").input_value() == "and this is not finis"
    assert [said["words"]["en"] for said in await scene.lines_of(page, "Kim")] == ["I am still here."]
    await page.wait_for_function("sessionStorage.getItem('sayings') === null")


async def back_after_each_outage(scene: Scene) -> list[float]:
    """Milliseconds from when the line is there again until the page is; then it hears what happens."""
    took = []
    for number, (manner, seconds) in enumerate(OUTAGES):
        scene.lines[CLIENTS].cut(manner)
        await scene.console.wait_for_timeout(seconds * 1000)
        scene.lines[CLIENTS].mend()
        mended = await scene.client.evaluate("performance.now()")
        live = await scene.client.wait_for_function("window.__room.link() === 'live' && performance.now()", polling=50)
        took.append(await live.json_value() - mended)
        await scene.console.get_by_role("button", name=f"Attention: {'less' if number % 2 else 'more'}").click()
        await until(scene.console, f"s.levels.attention === {1 - number % 2}")
        await until(scene.client, f"s.levels.attention === {1 - number % 2}")
    return took


async def test_no_cut_costs_anybody_their_place_or_their_words(scene: Scene) -> None:
    await the_headset_is_put_on_while_the_line_is_cut(scene)
    await stop_works_while_the_line_is_silent(scene)
    await what_was_typed_outlives_the_line_and_a_reload(scene)
    took = await back_after_each_outage(scene)
    print("back after (ms):", [f"{manner} {ms:.0f}" for (manner, _), ms in zip(OUTAGES, took, strict=True)])
    me = await scene.client.evaluate("window.__room.you().id")
    found = await state(scene.console)
    assert found["people"][me]["here"]
    assert len([one for one in found["people"].values() if one["where"] == "room"]) == 3
    assert scene.pages.complaints == []
