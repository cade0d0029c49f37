"""Every page before the room, in both languages, under the real Content-Security-Policy."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page

from tests.browser.conftest import Pages, Served, violations

Shot = Callable[[Page, str], Awaitable[None]]

WORDS = {
    "nb-NO": ("nb", "Skriv koden din", "Du er ikke logget inn", "English", "Enter your code"),
    "en-GB": ("en", "Enter your code", "You are not signed in", "Norsk", "Skriv koden din"),
}


@pytest.mark.parametrize("locale", WORDS)
async def test_a_page_speaks_the_language_of_its_browser_until_told_otherwise(
    served: Served, pages: Pages, locale: str
) -> None:
    tongue, code, door, other, code_in_other = WORDS[locale]
    page = await pages.open(locale, 1280, 800)
    await page.goto(f"{served.base}/console")
    await page.get_by_role("heading", name=door).wait_for()
    assert await violations(page) == []
    await page.goto(served.base)
    await page.get_by_role("heading", name=code).wait_for()
    assert await page.get_attribute("html", "lang") == tongue
    assert await violations(page) == []
    await page.get_by_role("button", name=other).click()
    await page.get_by_role("heading", name=code_in_other).wait_for()
    await page.reload()
    await page.get_by_role("heading", name=code_in_other).wait_for()


async def test_the_console_in_norwegian(served: Served, pages: Pages, shot: Shot) -> None:
    page = await pages.open("nb-NO", 1440, 900)
    await page.goto(served.console_link)
    await page.get_by_role("button", name="Gå inn").first.wait_for()
    assert "key=" not in page.url
    assert await violations(page) == []
    await page.get_by_role("button", name="Gå inn").first.click()
    await page.get_by_role("heading", name="Trykk").wait_for()
    assert await violations(page) == []
    await shot(page, "console-nb")


async def test_a_wrong_code_is_met_with_a_plain_sentence(served: Served, pages: Pages, shot: Shot) -> None:
    page = await pages.open("nb-NO", 390, 844)
    await page.goto(f"{served.base}/#code=ABCD2345")
    await page.get_by_role("alert").get_by_text("Koden er ikke riktig, eller den er brukt.").wait_for()
    assert await violations(page) == []
    await shot(page, "headset-wrong-code-phone")
    assert await page.get_by_role("button", name="Videre").get_attribute("aria-disabled") == "true"
    await page.get_by_role("button", name="K", exact=True).click()
    await page.get_by_role("img", name="Koden så langt: K", exact=True).wait_for()


async def test_nothing_on_the_pages_breaks_the_content_security_policy(served: Served, pages: Pages) -> None:
    page = await pages.open("en-GB", 1000, 700, strict=True)
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    await page.goto(f"{served.base}/#code={served.client_code}")
    await page.get_by_role("button", name="Sol", exact=True).click()
    await page.get_by_role("button", name="Next", exact=True).click()
    await page.get_by_role("button", name="I am ready").click()
    await page.get_by_role("heading", name="You will be let in soon").wait_for()
    await page.goto(served.console_link)
    await page.get_by_role("button", name="Go in").first.wait_for()
    assert heard == []
    assert pages.complaints == []
