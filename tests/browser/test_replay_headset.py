"""A recorded session seen again in the headset: where others stood, and together with one at a screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Page

from tests.browser.a_recording import Recorded, recorded, shows
from tests.browser.conftest import SCREENS, Pages, draw
from tests.browser.quest import Quest
from tests.browser.test_the_story import clean

Shot = Callable[[Page, str], Awaitable[None]]


async def looked_at_until(page: Page, quest: Quest, button: str, done: str) -> None:
    """Keeps the eyes on a button or a card until `done` holds."""
    for _ in range(30):
        for spot in await page.evaluate("window.__replay.buttons()"):
            if spot["name"] == button:
                await quest.look_at(tuple(spot["at"]))
        await page.wait_for_timeout(400)
        if await page.evaluate(f"() => {{ const r = window.__replay; return {done}; }}"):
            return
    there = await page.evaluate("[__replay.reads(), __replay.playing(), __replay.pose(), __replay.buttons()]")
    raise AssertionError(f"looking at {button} did nothing: {there}")


async def in_headset(record: Recorded, pages: Pages) -> tuple[Page, Quest]:
    """The client comes by their own link, some way into the recording, and puts the headset on."""
    page = await pages.open("nb-NO", 720, 560, quest=True)
    quest = Quest(page, "__replay")
    await page.goto(record.link)
    await page.get_by_role("button", name="Gå inn", exact=True).click()
    await page.get_by_role("slider", name="Tid i øvelsen").focus()
    for _ in range(4):
        await page.keyboard.press("ArrowRight")
    await page.get_by_role("button", name="Ta på briller").click()
    await draw(page, False)
    await quest.put_on()
    await page.wait_for_function("window.__replay.buttons().length === 8")
    return page, quest


async def staff_at_a_screen(record: Recorded, pages: Pages) -> Page:
    page = await pages.open("en-GB", 1000, 760)
    await record.sign_in(page)
    await page.goto(f"{record.served.base}/replay")
    await page.get_by_role("button", name="See again").click()
    await shows(page, "r.watching().watchers.length === 2")
    await draw(page, False)
    return page


async def one_is_put_where_another_stood_and_never_turned(
    record: Recorded, page: Page, quest: Quest, shot: Shot
) -> None:
    await looked_at_until(page, quest, "eyes", f"r.watching().watchers.some((one) => one.eyes === '{record.client}')")
    turn = (await quest.told())["head"]["q"]
    await shows(page, "Math.hypot(r.pose().head.p[0] - 0.6, r.pose().head.p[2] - 1.5) < 0.15")
    assert [round(part, 3) for part in (await quest.told())["head"]["q"]] == [round(part, 3) for part in turn]


async def one_points_with_the_eyes_and_with_a_hand(page: Page, staff: Page, quest: Quest, shot: Shot) -> None:
    await looked_at_until(page, quest, "point", "(r.reads() ?? '').startsWith('Se på bakken')")
    spot = await quest.ahead(3, 1.2)
    await quest.look_at(spot)
    await points_at(staff, spot)
    await shot(page, "replay-vr-point")
    spot = await quest.ahead(3, 2.2)
    await level(quest)
    await quest.press_hand_at(3, 2.2)
    await points_at(staff, spot)
    await looked_at_until(page, quest, "point", "r.watching().watchers.every((one) => one.points_at === null)")
    await shows(staff, "r.watching().watchers.every((one) => one.points_at === null)")


async def level(quest: Quest) -> None:
    """Looks straight ahead, at nothing that could be chosen."""
    x, _, z = await quest.ahead(4)
    await quest.look_at((x, 1.5, z))


async def points_at(page: Page, spot: tuple[float, float, float]) -> None:
    near = f"Math.hypot(one.points_at[0] - {spot[0]}, one.points_at[1] - {spot[2]}) < 0.2"
    await shows(page, f"r.watching().watchers.some((one) => one.points_at !== null && {near})")


async def one_goes_alone_jumps_and_comes_back(page: Page, staff: Page, quest: Quest, shot: Shot) -> None:
    """The other's time stays where it is, and both can read who is alone."""
    shared = await page.evaluate("window.__replay.watching().shared.at")
    await looked_at_until(page, quest, "wander", "r.reads() === 'Du går alene nå.'")
    await staff.locator(".together").get_by_text("Sol (on their own)").wait_for()
    await looked_at_until(page, quest, "more", "r.buttons().some((one) => one.name === 'less')")
    await page.wait_for_timeout(2000)  # who goes on looking there does not choose the puck that has come instead
    await looked_at_until(page, quest, "back", "r.position() === r.watching().first")
    await looked_at_until(page, quest, "after", "r.position() > r.watching().first && r.state().lines.length > 0")
    await shows(page, "/^Du går alene nå. 0:0. av 0:/.test(r.reads())")
    await quest.look_at(await quest.ahead(3))
    await shot(page, "replay-vr-alone")
    await shows(staff, f"r.position() === {shared}")
    await looked_at_until(page, quest, "rejoin", "r.reads() === 'Dere ser det samme.'")
    await shows(page, f"r.position() === {shared}")
    await looked_at_until(page, quest, "less", "r.buttons().some((one) => one.name === 'say')")


async def one_says_a_card_and_leaves_a_note(page: Page, staff: Page, quest: Quest, shot: Shot) -> None:
    await looked_at_until(page, quest, "say", "r.buttons().some((one) => one.name === 'close')")
    await level(quest)
    await shot(page, "replay-vr-say")
    await looked_at_until(page, quest, "re.ready.well", "r.reads() === 'Du sa: Dette gikk bra.'")
    await staff.get_by_role("log", name="Talk together").get_by_text("Dette gikk bra.").wait_for()
    await the_moment_stays(page, staff, quest)


async def the_moment_stays(page: Page, staff: Page, quest: Quest) -> None:
    """A note is about the moment at which one asked for the cards, also when the reel is elsewhere by then."""
    at = round(await page.evaluate("window.__replay.position()"))
    await looked_at_until(page, quest, "note", "(r.reads() ?? '').startsWith('Velg et notat ved 0:0')")
    assert [spot["name"] for spot in await page.evaluate("window.__replay.buttons()")][:2] == ["close", "re.ready.look"]
    await staff.get_by_role("slider", name="Time in the practice").focus()
    await staff.keyboard.press("Home")
    await shows(page, f"r.position() < {at} - 1000")
    await looked_at_until(page, quest, "re.ready.hard", "(r.reads() ?? '').startsWith('Du noterte ved')")
    await staff.get_by_role("button", name="Dette var vanskelig.").first.wait_for()
    await shows(staff, f"r.watching().notes.map((note) => note.at).join() === '{at}'")


async def one_reads_what_the_other_says_and_notes(page: Page, staff: Page, quest: Quest, shot: Shot) -> None:
    """Also a note of one's own, when the other goes to its moment; and one sees where the other points."""
    await staff.get_by_role("button", name="Above").click()
    await staff.get_by_role("button", name="Point", exact=True).click()
    await staff.locator(".above svg").click()
    await shows(page, "r.watching().watchers.some((one) => one.points_at !== null)")
    points = "window.__replay.watching().watchers.find((one) => one.points_at !== null).points_at"
    x, z = await page.evaluate(points)
    await quest.look_at((x, 0.5, z))
    await draw(page, True)
    await staff.locator(".talk summary", has_text="Choose a sentence").click()
    await staff.get_by_role("button", name="This was brave.").click()
    await shows(page, "(r.reads() ?? '').endsWith(': This was brave.')")
    await clean(staff, "sentences to choose")
    await staff.locator(".talk").screenshot(path=SCREENS / "replay-sentences.png")
    await staff.get_by_label("Write a note at").fill("Her smilte du, og hun så det med en gang.")
    await staff.get_by_role("button", name="Add", exact=True).click()
    await shows(page, "(r.reads() ?? '').endsWith('og hun så det med en gang.')")
    await shot(page, "replay-vr-read")
    await draw(page, False)
    await staff.locator(".notes summary", has_text="Choose a sentence").click()
    await staff.locator(".notes .ready").get_by_role("button", name="Look here.").click()
    await shows(page, "r.watching().notes.some((note) => note.text === 'Look here.')")
    await staff.locator(".notes .go", has_text="Dette var vanskelig.").click()
    await shows(page, "r.reads() === 'Notat fra Sol: Dette var vanskelig.'")


async def test_in_the_headset_one_sees_points_says_and_notes_together_with_one_at_a_screen(
    pages: Pages, shot: Shot, tmp_path: Path
) -> None:
    async with recorded(tmp_path) as record:
        page, quest = await in_headset(record, pages)
        staff = await staff_at_a_screen(record, pages)
        await one_points_with_the_eyes_and_with_a_hand(page, staff, quest, shot)
        await one_goes_alone_jumps_and_comes_back(page, staff, quest, shot)
        await one_says_a_card_and_leaves_a_note(page, staff, quest, shot)
        await one_reads_what_the_other_says_and_notes(page, staff, quest, shot)
        await one_is_put_where_another_stood_and_never_turned(record, page, quest, shot)
        await looked_at_until(page, quest, "play", "r.playing().running || r.position() >= r.watching().last")
        record.served.kill()
        await shows(page, "(r.reads() ?? '').startsWith('Forbindelsen er borte.')")
        await looked_at_until(page, quest, "leave", "!r.inVr()")
        await page.get_by_role("button", name="Ovenfra").wait_for()
    assert pages.complaints == []
