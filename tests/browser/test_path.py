"""A client's own path: chosen with the session, shown to them when they leave, gone on from, and deleted."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from playwright.async_api import Page

from tests.browser.conftest import Pages, Served, draw, violations
from tests.browser.test_the_story import join, until

Shot = Callable[[Page, str], Awaitable[None]]


async def made_with_a_new_path(served: Served, pages: Pages) -> tuple[Page, str]:
    """The console, and the link for the client."""
    page = await pages.open("en-GB", 1440, 900)
    await page.goto(served.console_link)
    await page.get_by_label("Whose path?").select_option(label="A new path …")
    await page.get_by_label("Name of the path").fill("Fjelltur")
    await page.get_by_role("button", name="Make the session").click()
    link = await page.get_by_role("link", name="Open the link for the client here").get_attribute("href")
    assert link is not None
    await page.get_by_role("button", name="Go into the room").click()
    return page, link


async def practised(console: Page, client: Page, link: str) -> None:
    await join(client, link, "Sol", "Next", "I am ready")
    await console.get_by_role("button", name="Let in: Sol").click()
    await client.get_by_role("button", name="Go in on the screen").click()
    await draw(client, False)
    await draw(console, False)
    await console.get_by_role("button", name="Start").click()
    await until(client, "s.phase === 'running' && s.offered.length > 0")
    await client.get_by_role("textbox").fill("when does the bus go")
    await client.keyboard.press("Enter")
    await until(console, "s.lines.some((line) => line.words.en === 'when does the bus go')")
    await console.get_by_role("button", name="End", exact=True).click()
    await console.get_by_role("button", name="Yes, end it").click()


async def test_a_path_from_its_name_to_its_deletion(served: Served, pages: Pages, shot: Shot) -> None:
    console, link = await made_with_a_new_path(served, pages)
    client = await pages.open("en-GB", 390, 844)
    await practised(console, client, link)
    await client.get_by_role("heading", name="Your path: Fjelltur").wait_for()
    await client.get_by_text("practised once").wait_for()
    assert await violations(client) == []
    await client.screenshot(path="build/screens/path-client-phone.png", full_page=True)

    await console.get_by_role("button", name="To the sessions").first.click()
    await console.get_by_role("button", name="The path").click()
    await console.get_by_label("Whose path?").select_option(label="Fjelltur")
    await console.get_by_role("heading", name="Practised: Fjelltur").wait_for()
    await console.get_by_text("step 1 · help: shown first · without asking for help").wait_for()
    assert await violations(console) == []
    await shot(console, "path-console")
    await console.set_viewport_size({"width": 390, "height": 844})
    assert await violations(console) == []
    await shot(console, "path-console-phone")
    await console.set_viewport_size({"width": 1440, "height": 900})

    await console.get_by_role("button", name=re.compile("Start here ?: The bus stop, step 1")).click()
    chosen = console.get_by_label("Whose path?")
    await console.get_by_role("radio", name=re.compile("The bus stop")).wait_for()
    assert await chosen.evaluate("(box) => box.selectedOptions[0].textContent") == "Fjelltur"
    assert await console.get_by_role("radio", name=re.compile("The bus stop")).is_checked()

    await console.get_by_role("button", name="The path").click()
    await console.get_by_label("Whose path?").select_option(label="Fjelltur")
    await console.get_by_role("button", name="Delete the path").click()
    await console.get_by_role("button", name="Yes, delete it").click()
    await console.get_by_text("Nobody has a path yet.").wait_for()
    assert pages.complaints == []
