"""Watching a recording on a telephone and a tablet, two recordings side by side, and deleting one's own part."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from playwright.async_api import Page

from server.recording.reader import SessionFile
from server.recording.site_key import SiteKey
from tests.browser.a_recording import Recorded, recorded, shows
from tests.browser.conftest import Pages, draw
from tests.browser.test_the_story import clean

Shot = Callable[[Page, str], Awaitable[None]]
EVER = 10**9
SMALL: Final = {"phone": (390, 844), "tablet": (820, 1180)}
IN_SIGHT: Final = "(one) => one.getBoundingClientRect().bottom <= innerHeight"
TOO_WIDE: Final = "document.documentElement.scrollWidth > innerWidth"


async def fits(page: Page, what: str, shot: Shot) -> None:
    """On both, nothing is cut off at the side, and axe has nothing to say."""
    for name, (width, height) in SMALL.items():
        await page.set_viewport_size({"width": width, "height": height})
        assert not await page.evaluate(TOO_WIDE), (what, name)
        await clean(page, f"{what} on a {name}")
        await shot(page, f"replay-{name}-{what}")


async def client_watches(record: Recorded, pages: Pages, shot: Shot) -> Page:
    page = await pages.open("nb-NO", *SMALL["phone"])
    await page.goto(record.link)
    await page.get_by_role("button", name="Gå inn", exact=True).click()
    await shows(page, "r.watching().watchers.length === 1")
    await page.locator(".whose img.portrait").nth(2).wait_for()
    assert await page.get_by_role("button", name="Spill", exact=True).evaluate(IN_SIGHT)
    await fits(page, "watching", shot)
    await draw(page, False)
    return page


async def two_are_compared(record: Recorded, pages: Pages, shot: Shot) -> None:
    page = await pages.open("en-GB", *SMALL["phone"])
    await record.sign_in(page)
    await page.goto(f"{record.served.base}/replay")
    await page.get_by_role("button", name="Show", exact=True).click()
    table = page.get_by_role("table")
    await table.get_by_role("columnheader", name="The first").wait_for()
    await table.get_by_role("columnheader", name="The second").wait_for()
    step = table.get_by_role("row", name="Highest step").get_by_role("cell")
    assert await step.nth(0).inner_text() == await step.nth(1).inner_text() == "2"
    await page.get_by_text("It does not say who or what was best.").wait_for()
    await fits(page, "compare", shot)
    await page.close()


async def the_client_deletes_their_part(record: Recorded, page: Page, shot: Shot) -> None:
    await page.get_by_role("button", name="Slett det som er mitt").click()
    await page.get_by_text("Det kan ikke hentes tilbake.").wait_for()
    await page.get_by_role("button", name="Nei, behold").click()
    await page.get_by_role("button", name="Slett det som er mitt").click()
    await page.get_by_role("button", name="Ja, slett").click()
    await page.get_by_role("heading", name="Din del er slettet").wait_for()
    await page.get_by_text("Ingen kan se eller høre deg i opptaket mer.").wait_for()
    await draw(page, True)  # there is no picture any more that would have to be drawn
    await fits(page, "deleted", shot)
    await page.goto("about:blank")
    await page.goto(record.link)
    await page.get_by_role("heading", name="Vi kan ikke åpne opptaket").wait_for()


async def test_on_a_small_screen_one_watches_compares_and_deletes_ones_part(
    pages: Pages, shot: Shot, tmp_path: Path
) -> None:
    async with recorded(tmp_path, times=2) as record:
        page = await client_watches(record, pages, shot)
        await two_are_compared(record, pages, shot)
        await the_client_deletes_their_part(record, page, shot)
    with SessionFile.open(record.file, SiteKey.load_or_create(record.site_key, tmp_path / "data")) as file:
        mine = next(one for one in file.info.people if one.id == record.client)
        assert mine.erased
        assert mine.name is None
        assert not [one for one in file.facts(-1, EVER) if getattr(one.fact, "who", "") == record.client]
    assert pages.complaints == []
