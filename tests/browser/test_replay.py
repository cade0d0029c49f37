"""A recorded session seen again by two pages together, taken along, and played from a disk without a server."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Page

from tests.browser.a_recording import Recorded, recorded, shows
from tests.browser.conftest import ROOT, Pages, draw
from tests.browser.test_the_story import clean

Shot = Callable[[Page, str], Awaitable[None]]
SAME_MS = 400
"""As far as two pages may be apart in a reel that plays."""


async def position(page: Page) -> float:
    return float(await page.evaluate("window.__replay.position()"))


async def client_comes(record: Recorded, pages: Pages, shot: Shot) -> Page:
    """By their own link, which leaves the address."""
    page = await pages.open("nb-NO", 1280, 800)
    await page.goto(record.link)
    await page.get_by_role("button", name="Gå inn", exact=True).wait_for()
    assert "key=" not in page.url
    await clean(page, "the way in")
    await shot(page, "replay-way-in")
    assert await page.get_by_label("Navnet ditt her inne").input_value() == "Sol"
    await page.get_by_role("button", name="Gå inn", exact=True).click()
    await shows(page, "r.watching().watchers.length === 1")
    await page.locator(".whose img.portrait").nth(2).wait_for()
    await draw(page, False)
    return page


async def staff_come(record: Recorded, pages: Pages, shot: Shot) -> Page:
    """From the list of recordings, under their own name."""
    page = await pages.open("en-GB", 1000, 760)
    await record.sign_in(page)
    await page.goto(f"{record.served.base}/replay")
    await page.get_by_role("button", name="See again").wait_for()
    await clean(page, "recordings")
    await shot(page, "replay-list")
    await page.get_by_role("button", name="See again").click()
    await shows(page, "r.watching().watchers.length === 2")
    await page.locator(".whose img.portrait").nth(2).wait_for()
    await draw(page, False)
    return page


async def they_share_one_time(client: Page, staff: Page) -> None:
    await client.get_by_role("slider", name="Tid i øvelsen").focus()
    await client.keyboard.press("Home")
    await client.keyboard.press("ArrowRight")
    at = await position(client)
    await shows(staff, f"Math.abs(r.position() - {at}) < 1")
    await staff.get_by_role("button", name="Play", exact=True).click()
    await shows(client, f"r.playing().running && r.position() > {at} + 500")
    # Pages in a test answer when they can: what they say is compared as of one moment.
    lead = "window.__replay.position() - Date.now()"
    assert abs(await client.evaluate(lead) - await staff.evaluate(lead)) < SAME_MS
    await client.get_by_role("button", name="Pause", exact=True).click()
    await shows(staff, "!r.playing().running")
    await staff.get_by_label("Speed").select_option("0.25")
    await shows(client, "r.playing().speed === 0.25")
    await client.get_by_role("button", name="Neste replikk").click()
    at = await position(client)
    await shows(staff, f"Math.abs(r.position() - {at}) < 1")


async def both_see_the_same_room(client: Page, staff: Page) -> None:
    """What was said until then, and nothing after it. Staff may see more than the client, but no other lines."""
    lines = "JSON.stringify(window.__replay.state().lines.map((line) => line.words))"
    for _ in range(100):
        told, heard = await client.evaluate(lines), await staff.evaluate(lines)
        if told == heard != "[]":
            return
        await client.wait_for_timeout(100)
    raise AssertionError(f"{told} is not {heard}")


async def one_takes_the_clients_eyes_and_points(record: Recorded, client: Page, staff: Page, shot: Shot) -> None:
    """The picture is from where the client's head was."""
    await draw(staff, True)
    await staff.get_by_role("button", name="Sol", exact=True).click()
    await staff.get_by_text("You see what Sol saw.").wait_for()
    await shows(staff, "Math.hypot(r.camera().p[0] - 0.6, r.camera().p[2] - 1.5) < 0.02")
    await shows(staff, f"r.watching().watchers.some((one) => one.eyes === '{record.client}')")
    await clean(staff, "through the client's eyes")
    await shot(staff, "replay-eyes")
    await staff.get_by_role("button", name="Above").click()
    await staff.get_by_role("button", name="Point", exact=True).click()
    await staff.locator(".above svg").click(position={"x": 150, "y": 120})
    await shows(client, "r.watching().watchers.some((one) => one.points_at !== null)")
    await staff.get_by_role("button", name="Stop pointing").wait_for()
    await shot(staff, "replay-above")
    await draw(staff, False)


async def notes_and_talk_arrive(client: Page, staff: Page, shot: Shot) -> None:
    await client.get_by_label("Skriv et notat ved").fill("Her turte jeg å spørre.")
    await client.get_by_role("button", name="Legg til").click()
    await staff.get_by_role("button", name="Her turte jeg å spørre.").first.wait_for()
    assert await staff.get_by_role("button", name="Remove the note").count() == 0
    await staff.get_by_label("Write to the others").fill("Bra sagt!")
    await staff.get_by_role("button", name="Send").click()
    await client.get_by_text("Bra sagt!").wait_for()
    await draw(client, True)
    await clean(client, "watching together")
    await shot(client, "replay-together")
    await draw(client, False)
    await client.get_by_role("button", name="Vis som tabell").click()
    await client.get_by_role("columnheader", name="Hva").wait_for()
    await clean(client, "the table")
    await shot(client, "replay-table")
    await client.get_by_role("button", name="Vis som bilde").click()


async def one_goes_alone_and_comes_back(client: Page, staff: Page) -> None:
    at = await position(staff)
    await client.get_by_role("button", name="Gå alene").click()
    await client.get_by_text("Du går alene nå.").wait_for()
    await client.get_by_role("slider", name="Tid i øvelsen").focus()
    await client.keyboard.press("End")
    await shows(client, "r.position() >= r.watching().last - 1")
    assert abs(await position(staff) - at) < 1
    await client.get_by_role("button", name="Bli med igjen").click()
    await shows(client, f"Math.abs(r.position() - {at}) < 1")


async def test_two_see_a_session_again_together(pages: Pages, shot: Shot, tmp_path: Path) -> None:
    async with recorded(tmp_path) as record:
        client = await client_comes(record, pages, shot)
        staff = await staff_come(record, pages, shot)
        await they_share_one_time(client, staff)
        await both_see_the_same_room(client, staff)
        await notes_and_talk_arrive(client, staff, shot)
        await one_takes_the_clients_eyes_and_points(record, client, staff, shot)
        await one_goes_alone_and_comes_back(client, staff)
        await client.reload()
        await shows(client, "r.watching().watchers.filter((one) => one.here).length === 2")
        await client.close()
        await staff.close()
        await nothing_breaks_the_content_policy(record, pages)
        await it_plays_from_a_disk(record, pages, shot, tmp_path)
    assert pages.complaints == []


async def nothing_breaks_the_content_policy(record: Recorded, pages: Pages) -> None:
    page = await pages.open("en-GB", 700, 500, strict=True)
    await record.sign_in(page)
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    await page.goto(f"{record.served.base}/replay")
    await page.get_by_role("button", name="See again").click()
    await page.locator(".whose img.portrait").nth(2).wait_for()
    await page.close()
    assert heard == []


async def it_comes_past(page: Page, at: float) -> None:
    """As `shows`, where the page's own policy lets in no waiting code."""
    for _ in range(200):
        if await position(page) > at:
            return
        await page.wait_for_timeout(50)
    raise AssertionError(f"the reel stands at {await position(page)}")


async def it_plays_from_a_disk(record: Recorded, pages: Pages, shot: Shot, folder: Path) -> None:
    """Exported by the command line, with nothing fetched from anywhere."""
    to = folder / "session.html"
    command = "from server.cli import main; main()"
    export = [sys.executable, "-c", command, "session", "export", str(record.file), "--to", str(to)]
    process = await asyncio.create_subprocess_exec(*export, "--site-key", str(record.site_key), cwd=ROOT)
    assert await process.wait() == 0
    page = await pages.open("nb-NO", 1000, 760, strict=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(to.as_uri())
    await page.get_by_role("button", name="Spill", exact=True).wait_for()
    began = await position(page)
    await page.get_by_role("button", name="Spill", exact=True).click()
    await it_comes_past(page, began + 300)
    await page.get_by_role("button", name="Pause", exact=True).click()
    await page.get_by_role("button", name="Spill", exact=True).wait_for()
    await page.get_by_role("slider", name="Tid i øvelsen").focus()
    await page.keyboard.press("Home")
    assert await position(page) == began
    await page.get_by_role("button", name="Neste replikk").click()
    assert await position(page) > began
    assert await page.get_by_role("log").first.inner_text() != ""
    await clean(page, "offline")
    await shot(page, "replay-offline")
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    await page.close()
