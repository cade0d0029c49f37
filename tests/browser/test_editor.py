"""A therapist makes a scenario of their own: copied, changed, mended, saved, tried with a simulated client, heard."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Page

from tests.browser.conftest import Pages, Served, draw, violations

Shot = Callable[[Page, str], Awaitable[None]]
NEW_LINE = "Hi, lovely to see somebody here."
FIRST = "replies.hello_waiting.open.warm[0].en"


async def console(served: Served, pages: Pages, width: int = 1440, height: int = 900) -> Page:
    page = await pages.open("en-GB", width, height)
    await page.goto(served.console_link)
    await page.get_by_role("heading", name="New session").wait_for()
    return page


async def clean(page: Page, what: str) -> None:
    assert await violations(page) == [], what


async def a_copy(page: Page, shot: Shot) -> None:
    await page.get_by_role("button", name="Make your own scenarios").click()
    await page.get_by_role("heading", name="Come with Prøverom").wait_for()
    await clean(page, "all scenarios")
    await shot(page, "make-list")
    await page.get_by_role("button", name=re.compile("Copy and change ?: The bus stop")).click()
    await page.get_by_role("heading", name="The bus stop (copy)").wait_for()


async def every_part_is_shown(page: Page, shot: Shot) -> None:
    for part in ("People", "Cards and hints", "The ladder", "Pressure", "About"):
        await page.get_by_role("navigation", name="Parts of the scenario").get_by_role("button", name=part).click()
        await page.get_by_role("region", name=part, exact=True).wait_for()
        await clean(page, part)
        await shot(page, f"make-{part.split()[-1].lower()}")


async def a_mistake_is_seen_and_mended(page: Page, shot: Shot) -> None:
    """A word that hurts is named beside the line, and the scenario cannot be tried until it is gone."""
    await page.get_by_role("navigation", name="Parts of the scenario").get_by_role("button", name="Lines").click()
    line = page.locator(f'[id="{FIRST}"]')
    first = await page.evaluate("fetch('/api/scenarios/bus_stop').then((answer) => answer.json())")
    spoken = first["scenario"]["replies"]["hello_waiting"]["open"]["warm"][0]["en"]
    await page.get_by_label("Find a line").fill(spoken)
    await page.get_by_role("button", name=spoken).first.click()
    assert await line.input_value() == spoken
    await line.fill("Hello, are you an addict?")
    await page.locator(".beside-field .sentence.mistake").first.wait_for()
    assert await line.get_attribute("aria-invalid") == "true"
    assert await page.get_by_role("button", name="Save and try").get_attribute("aria-disabled") == "true"
    await clean(page, "a mistake")
    await shot(page, "make-mistake")
    await line.fill(NEW_LINE)
    await page.get_by_text("No mistakes. The scenario can be used.").wait_for()
    await shot(page, "make-lines")


async def heard_in_the_room(page: Page, shot: Shot) -> None:
    await page.get_by_role("button", name="Save and try").click()
    await page.get_by_role("button", name="Start").wait_for()
    await page.wait_for_function("window.__room?.state()?.phase === 'ready'")
    await draw(page, False)
    await page.get_by_role("button", name="Start").click()
    await page.get_by_role("log").get_by_text(NEW_LINE).wait_for()
    assert await page.get_by_role("button", name="Through Robin (simulated)’s eyes").count() == 1
    await shot(page, "practice-room")
    await page.get_by_role("button", name="To the sessions").click()


async def test_a_scenario_of_ones_own(served: Served, pages: Pages, shot: Shot, tmp_path: Path) -> None:
    page = await console(served, pages)
    await a_copy(page, shot)
    await every_part_is_shown(page, shot)
    await a_mistake_is_seen_and_mended(page, shot)
    await heard_in_the_room(page, shot)
    await page.get_by_text("simulated client", exact=True).wait_for()

    await page.get_by_role("button", name="Make your own scenarios").click()
    async with page.expect_download() as coming:
        await page.get_by_role("link", name=re.compile(r"Download as a file ?: The bus stop \(copy\)")).click()
    file = tmp_path / "ours.yaml"
    await (await coming.value).save_as(file)
    assert NEW_LINE in file.read_text(encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace("id: bus_stop_own", "id: ours").replace("kari", "nobody"))
    chooser = page.locator('input[type="file"]')
    await chooser.set_input_files(file)
    await page.get_by_role("alert").get_by_text("ours.yaml cannot be used yet:").wait_for()
    await shot(page, "make-refused")
    file.write_text(file.read_text(encoding="utf-8").replace("look: nobody", "look: kari"))
    await chooser.set_input_files(file)
    await page.get_by_role("button", name=re.compile(r"Change ?: The bus stop \(copy\)")).nth(1).wait_for()
    assert pages.complaints == []
