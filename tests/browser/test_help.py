"""The page /help/headset: six steps with pictures, in both languages, at every size, on a screen and on paper."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, Route

from tests.browser.conftest import Pages, Served, violations

Shot = Callable[[Page, str], Awaitable[None]]

CLINIC = "https://192.168.100.20:8790"
SIZES = {
    "phone": (390, 844),
    "small-phone": (320, 640),
    "tablet": (768, 1024),
    "quest": (1000, 700),
    "laptop": (1366, 768),
}
WORDS = {
    "nb-NO": ("nb", "Hjelp med brillene", "English", "Help with the headset", "Bruk samme nett", "Skriv koden din"),
    "en-GB": ("en", "Help with the headset", "Norsk", "Hjelp med brillene", "Use the same network", "Enter your code"),
}
SMALL = """
() => {
  const small = [];
  for (const each of document.querySelectorAll('main a, main button, header button, header a')) {
    const { width, height } = each.getBoundingClientRect();
    if (width < 48 || height < 48) small.push(`${each.textContent}: ${width} x ${height}`);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const holder = texts.currentNode.parentElement;
    const drawn = holder.closest('svg');
    const scale = drawn === null ? 1 : holder.getScreenCTM().a;
    const size = parseFloat(getComputedStyle(holder).fontSize) * scale;
    const text = texts.currentNode.data.trim();
    if (text !== '' && size < 18) small.push(`${text}: ${size} px`);
  }
  return small;
}
"""


@pytest.mark.parametrize("locale", WORDS)
async def test_six_steps_with_pictures_in_the_language_of_the_browser(
    served: Served, pages: Pages, shot: Shot, locale: str
) -> None:
    tongue, title, other, other_title, first, code = WORDS[locale]
    page = await pages.open(locale, 1000, 700)
    await page.goto(f"{served.base}/help/headset")
    await page.get_by_role("heading", name=title).wait_for()
    assert await page.get_attribute("html", "lang") == tongue
    steps = page.get_by_role("region", name="Slik kommer du inn" if tongue == "nb" else "How to get in")
    assert await steps.get_by_role("listitem").count() == 6
    assert await steps.get_by_role("img").count() == 6
    await steps.get_by_role("heading", name=first).wait_for()
    for name, (width, height) in SIZES.items():
        await page.set_viewport_size({"width": width, "height": height})
        assert await violations(page) == [], name
        assert await page.evaluate("document.documentElement.scrollWidth") == width, name
        await shot(page, f"help-{name}-{tongue}")
    await page.get_by_role("button", name=other).click()
    await page.get_by_role("heading", name=other_title).wait_for()
    await page.get_by_role("button", name="Norsk" if tongue == "nb" else "English").click()
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.locator("main a[href='/']").click()
    await page.get_by_role("heading", name=code).wait_for()
    onward = await page.get_by_role("button", name="Videre" if tongue == "nb" else "Next").bounding_box()
    assert onward is not None
    assert onward["y"] + onward["height"] < 844, "the link to the help pushes the way on out of sight"
    await page.get_by_role("link", name=title).click()
    await page.get_by_role("heading", name=title).wait_for()
    assert pages.complaints == []


async def test_large_enough_to_read_and_to_hit(served: Served, pages: Pages) -> None:
    page = await pages.open("nb-NO", 1000, 700)
    await page.goto(f"{served.base}/help/headset")
    await page.get_by_role("heading", name="Hjelp med brillene").wait_for()
    assert await page.evaluate(SMALL) == []


async def test_the_address_is_the_one_the_page_was_opened_under(served: Served, pages: Pages, shot: Shot) -> None:
    page = await pages.open("nb-NO", 1366, 768)
    await page.goto(f"{served.base}/help/headset")
    await page.get_by_text("Siden er åpnet på selve maskinen.").wait_for()
    assert await page.get_by_role("img", name="Rutekode med adressen").count() == 0

    await _as_on_the_clinics_network(page, served)
    await page.goto(f"{CLINIC}/help/headset")
    address = page.get_by_role("region", name="Adressen her")
    await address.get_by_text(CLINIC, exact=True).wait_for()
    await address.get_by_role("img", name="Rutekode med adressen").wait_for()
    assert await page.get_by_text("Siden er åpnet på selve maskinen.").count() == 0
    await page.get_by_text("adb reverse tcp:8790 tcp:8790").wait_for()
    await shot(page, "help-clinic-nb")


async def test_two_sheets_of_paper_hold_it(served: Served, pages: Pages) -> None:
    for locale in WORDS:
        page = await pages.open(locale, 1366, 768)
        await _as_on_the_clinics_network(page, served)
        await page.goto(f"{CLINIC}/help/headset")
        await page.get_by_role("heading", name=WORDS[locale][1]).wait_for()
        sheets = await page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == 2, locale


async def test_it_needs_nothing_that_the_content_security_policy_forbids(served: Served, pages: Pages) -> None:
    page = await pages.open("nb-NO", 1000, 700, strict=True)
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    await page.goto(f"{served.base}/help/headset")
    await page.get_by_role("heading", name="Hjelp med brillene").wait_for()
    assert heard == []


async def test_the_console_leads_to_it_from_a_code(served: Served, pages: Pages) -> None:
    page = await pages.open("nb-NO", 1366, 900)
    await page.goto(served.console_link)
    await page.get_by_role("button", name="Gå inn").first.click()
    await page.get_by_role("button", name="Folk og koder").click()
    await page.get_by_role("button", name=re.compile("Lag kode.*klient")).click()
    async with page.expect_popup() as opened:
        await page.get_by_role("link", name="Hjelp med brillene").click()
    popup = await opened.value
    await popup.get_by_role("heading", name="Hjelp med brillene").wait_for()
    assert await violations(page) == []


async def _as_on_the_clinics_network(page: Page, served: Served) -> None:
    """Lets the page open the server under an address that a headset would use."""

    async def answer(route: Route) -> None:
        path = route.request.url.removeprefix(CLINIC)
        await route.fulfill(response=await page.request.get(f"{served.base}{path}"))

    await page.route(f"{CLINIC}/**", answer)
