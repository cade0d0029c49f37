"""A client at a flat screen, in English: types, holds a card, is read to, asks for calm, stops and comes back."""

from __future__ import annotations

from playwright.async_api import Page

from tests.browser.conftest import Pages, Served, draw
from tests.browser.test_the_story import join, state, until

HEAR = """() => {
  globalThis.__heard = [];
  speechSynthesis.speak = (said) => globalThis.__heard.push(said.text);
}"""


async def come_in(served: Served, pages: Pages) -> tuple[Page, Page]:
    """The client in the running room, and the console that let them in."""
    console = await pages.open("en-GB", 1280, 800)
    await console.goto(served.console_link)
    await console.get_by_role("button", name="Go in").first.click()
    page = await pages.open("en-GB", 1100, 700)
    await join(page, f"{served.base}/#code={served.client_code}", "Sol", "Next", "I am ready")
    await console.get_by_role("button", name="Let in: Sol").click()
    await page.get_by_role("button", name="Go in on the screen").click()
    await draw(page, False)
    await console.get_by_role("button", name="Start").click()
    await until(page, "s.phase === 'running' && s.offered.length > 0")
    return page, console


async def test_a_client_at_a_flat_screen(served: Served, pages: Pages) -> None:
    page, console = await come_in(served, pages)
    me = await page.evaluate("window.__room.you().id")

    await page.evaluate(HEAR)
    first = (await state(page))["offered"][0]["words"]["en"]
    await page.get_by_role("button", name=f"Read aloud: {first}").click()
    assert await page.evaluate("globalThis.__heard") == [first]

    await page.get_by_role("button", name="When does the bus go?", exact=True).hover()
    await until(page, f"s.lines.some((l) => l.who === '{me}' && l.meaning === 'ask_time')")
    await until(page, f"s.lines.some((l) => l.who === '{me}' && l.answered)")

    await page.get_by_role("textbox").fill("wen dus the bus go")
    await page.keyboard.press("Enter")
    await until(console, "s.lines.some((l) => l.words.en === 'wen dus the bus go' && l.meaning === 'ask_time')")

    await console.get_by_role("button", name="Coolness: more").click()
    await until(page, "s.levels.warmth === 1")
    await page.get_by_role("button", name="Calmer").click()
    await until(console, "s.levels.warmth === 0")

    await page.reload()  # the seat is the tab's: nobody joins again, and nothing that was said is lost
    await page.get_by_role("button", name="Go in on the screen").or_(page.get_by_role("textbox")).first.wait_for()
    await until_back(page)
    assert any(line["who"] == me for line in (await state(page))["lines"])

    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    await page.get_by_role("heading", name="Everything is still now.").wait_for()
    await until(console, "s.phase === 'calm'")
    await page.get_by_role("button", name="I want to go back").click()
    await until(console, "s.phase === 'running'")
    assert pages.complaints == []


async def until_back(page: Page) -> None:
    """Past the door again, if the page shows it after a reload."""
    door = page.get_by_role("button", name="Go in on the screen")
    if await door.is_visible():
        await door.click()
    await draw(page, False)
    await until(page, "s.phase === 'running'")
