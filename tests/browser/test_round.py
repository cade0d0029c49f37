"""A round as people see it: asked how hard it is, paused by itself, and what next; on a telephone and in a headset."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from playwright.async_api import Page, ViewportSize

from tests.browser.conftest import SCREENS, Pages, Served, draw, violations
from tests.browser.quest import Quest
from tests.browser.test_the_story import join, set_level, state, until

Shot = Callable[[Page, str], Awaitable[None]]
PHONE = (390, 844)
LAPTOP: ViewportSize = {"width": 1280, "height": 800}


async def open_console(served: Served, pages: Pages) -> Page:
    console = await pages.open("en-GB", 1440, 900)
    await console.goto(served.console_link)
    await console.get_by_role("button", name="Go in").first.click()
    await until(console, "s.phase === 'ready'")
    return console


async def come_in(served: Served, page: Page, console: Page, way: str) -> str:
    """The client from the door into the running room; their id."""
    await join(page, f"{served.base}/#code={served.client_code}", "Sol", "Videre", "Jeg er klar")
    await console.get_by_role("button", name="Let in: Sol").click()
    await page.get_by_role("button", name=way).click()
    await draw(page, False)
    await console.get_by_role("button", name="Start").click()
    await until(page, "s.phase === 'running' && s.offered.length > 0")
    return str(await page.evaluate("window.__room.you().id"))


async def shown_clean(page: Page, shot: Shot, name: str) -> None:
    assert await violations(page) == [], name
    await shot(page, name)


async def glance(page: Page, name: str) -> None:
    """A picture at once, without waiting for the room behind it."""
    await page.screenshot(path=SCREENS / f"{name}.png")


async def load_to_the_top(page: Page, console: Page) -> None:
    """The client raises their limit, and the therapist goes up to it."""
    for name in ("Mer", "Min grense", "Hev grensen: Hvor mye som skjer på en gang", "Lukk", "Lukk"):
        await page.get_by_role("button", name=name, exact=True).first.dispatch_event("click")
    await until(console, "s.ceiling.load === 4")
    await set_level(console, "load", "Load", 4)


async def a_busy_round(page: Page, console: Page, shot: Shot) -> None:
    """Load 4: the time is counted down in sight, and a second task is kept in mind."""
    await load_to_the_top(page, console)
    await page.get_by_text("Spør også hva billetten koster.").wait_for()
    await page.get_by_text("igjen", exact=False).first.wait_for()
    await page.wait_for_function("window.__room.state().countdown !== null")
    await console.locator(".running").get_by_text("Also ask what the ticket costs.").wait_for()


async def asked_and_answered_by_a_key(me: str, page: Page, console: Page, shot: Shot) -> None:
    await console.get_by_role("button", name="Ask how it is: Sol").click()
    await page.get_by_role("heading", name="Hvor tungt er det nå?").wait_for()
    await shown_clean(page, shot, "round-phone-asked")
    await page.keyboard.press("4")
    await until(console, f"s.distress['{me}'].ratings.at(-1)?.level === 4")
    await page.get_by_role("heading", name="Hvor tungt er det nå?").wait_for(state="detached")
    await console.get_by_text("Sol: 4 of 10. Limit: 7.").wait_for(state="attached")
    again = console.get_by_role("button", name="Ask again in")
    assert await again.get_attribute("aria-disabled") == "true"


async def too_hard(me: str, page: Page, console: Page) -> None:
    """The limit is the client's to move; above it the room pauses by itself."""
    await page.get_by_role("button", name="Mer").click()
    await page.get_by_role("button", name="Min grense").click()
    for limit in (6, 5):
        await page.get_by_role("button", name="Senk grensen: Pause når det blir for tungt").click()
        await until(console, f"s.distress['{me}'].limit === {limit}")
    await page.get_by_text("Pause av seg selv over: 5").wait_for()
    await shown_clean(page, glance, "round-phone-limit")
    await page.get_by_role("button", name="Lukk").click()
    await page.get_by_role("button", name="Si hvor tungt det er").click()
    await glance(page, "round-phone-say")
    await page.get_by_role("button", name="8 av 10").click()
    await until(console, "s.phase === 'paused' && s.phase_why === 'distress'")
    await console.get_by_text("Sol is having a hard time.").wait_for()


async def what_next(me: str, page: Page, console: Page, shot: Shot) -> None:
    await page.get_by_role("heading", name="Hva vil du nå?").wait_for()
    await shown_clean(page, shot, "round-phone-next")
    await page.set_viewport_size(LAPTOP)
    await page.get_by_role("button", name="Litt lettere").click()
    await until(console, f"s.distress['{me}'].wish === 'easier' && s.suggestion.next === 'down'")
    await page.get_by_text("Du valgte: Litt lettere.").wait_for()
    await shot(page, "round-laptop-chosen")
    await console.get_by_text("Sol would like: A bit easier").wait_for()
    await shown_clean(console, glance, "round-console")
    await console.get_by_role("button", name="Do this, and begin again").click()
    await until(page, "s.phase === 'running' && s.levels.load === 3 && s.suggestion === null")


async def test_a_round_on_a_telephone(served: Served, pages: Pages, shot: Shot) -> None:
    console = await open_console(served, pages)
    page = await pages.open("nb-NO", *PHONE)
    me = await come_in(served, page, console, "Gå inn på skjermen")
    await a_busy_round(page, console, shot)
    await asked_and_answered_by_a_key(me, page, console, shot)
    await too_hard(me, page, console)
    await what_next(me, page, console, shot)
    assert pages.complaints == []


async def look_until(page: Page, quest: Quest, where: str, condition: str) -> None:
    """Keeps the eyes on the point that `where` gives, until `condition` on the state holds."""
    for _ in range(20):
        at = await page.evaluate(where)
        if at is not None:
            await quest.look_at(tuple(at))
        await page.wait_for_timeout(700)
        if await page.evaluate(f"(() => {{ const s = window.__room.state(); return {condition}; }})()"):
            return
    raise AssertionError(f"looking did nothing: {condition}")


SAY_IT = "window.__room.pucks().find((one) => one.name === 'hard')?.at ?? null"


async def test_a_round_in_a_headset(served: Served, pages: Pages, shot: Shot) -> None:
    console = await open_console(served, pages)
    page = await pages.open("nb-NO", 720, 480, quest=True)
    quest = Quest(page)
    me = await come_in(served, page, console, "Gå inn med briller")
    await quest.put_on()
    await load_to_the_top(page, console)
    await page.wait_for_function("window.__room.state().countdown !== null")
    await console.get_by_role("button", name="Ask how it is: Sol").click()
    await page.wait_for_function("window.__room.ratings().length === 11 && window.__room.cards().length === 0")
    await shot(page, "round-vr-asked")
    await look_until(page, quest, SAY_IT, "window.__room.ratings().length === 11")
    face = "window.__room.ratings().find((one) => one.rating === 8)?.at ?? null"
    await look_until(page, quest, face, f"s.distress['{me}'].ratings.some((one) => one.level === 8)")
    assert (await state(console))["phase_why"] == "distress"
    await page.wait_for_function("window.__room.wishes().length === 4")
    await shot(page, "round-vr-next")
    wish = "window.__room.wishes().find((one) => one.meaning === 'easier')?.at ?? null"
    await look_until(page, quest, wish, f"s.distress['{me}'].wish === 'easier'")
    await console.get_by_role("button", name="Do this, and begin again").click()
    await until(console, "s.phase === 'running' && s.levels.load === 3")
    await page.wait_for_function("window.__room.cards().length > 0 && window.__room.wishes().length === 0")
    assert pages.complaints == []
