"""Being asked about a recording and seeing that one is recorded: console, client, newcomer, and in the headset."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp
from playwright.async_api import Locator, Page

from rooms import intents as i
from tests.browser.conftest import Pages, Served, draw, serving
from tests.browser.quest import Quest
from tests.browser.test_the_story import clean, join, state, until
from tests.live.live_client import LiveClient

Shot = Callable[[Page, str], Awaitable[None]]
ASK_NB = "Vil du være med i et opptak?"
ASK_EN = "Will you be part of a recording?"
TAKE_BACK_MS = 1000


async def console_page(served: Served, pages: Pages) -> Page:
    page = await pages.open("en-GB", 1366, 768)
    await page.goto(served.console_link)
    await page.get_by_role("button", name="Go in").first.click()
    await until(page, "s.phase === 'ready'")
    return page


async def client_page(served: Served, pages: Pages, console: Page) -> Page:
    """Sol at a flat screen in Norwegian, in the running room."""
    page = await pages.open("nb-NO", 1100, 700)
    await client_comes(page, f"{served.base}/#code={served.client_code}", console)
    return page


async def client_comes(page: Page, link: str, console: Page) -> None:
    """From the link into the running room."""
    await join(page, link, "Sol", "Videre", "Jeg er klar")
    await console.get_by_role("button", name="Let in: Sol").click()
    await page.get_by_role("button", name="Gå inn på skjermen").click()
    await draw(page, False)
    await console.get_by_role("button", name="Start").click()
    await until(page, "s.phase === 'running' && s.offered.length > 0")


async def ask_everyone(console: Page, shot: Shot) -> None:
    """What asking means is said first; nothing is asked before the second press."""
    await console.get_by_role("button", name="Record …").click()
    await console.get_by_text("By asking, you say yes yourself.").wait_for()
    await clean(console, "before asking")
    await shot(console, "record-console-before")
    assert (await state(console))["recording"]["asked_by"] == ""
    await console.get_by_role("button", name="Ask everyone").click()
    await until(console, "s.recording.asked_by !== ''")


ON_TOP = """(button) => {
  const { x, y, width, height } = button.getBoundingClientRect();
  return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""


async def is_reached(button: Locator) -> None:
    """Nothing lies over the middle of the button."""
    assert await button.evaluate(ON_TOP)


async def yes_and_no_are_alike(page: Page, yes: str, no: str) -> None:
    """The same size, in one row, and neither has the focus."""
    size = "(button) => { const { y, width, height } = button.getBoundingClientRect(); return [y, width, height]; }"
    first, second = [await page.get_by_role("button", name=name, exact=True).evaluate(size) for name in (yes, no)]
    assert first == second
    assert not await page.evaluate("document.activeElement.matches('button')")


async def the_client_is_asked(client: Page, console: Page, shot: Shot) -> None:
    await client.get_by_role("heading", name=ASK_NB).wait_for()
    await yes_and_no_are_alike(client, "Ja", "Nei")
    for name in ("Stopp", "Roligere"):
        await is_reached(client.get_by_role("button", name=name, exact=True))
    await clean(client, "the question")
    await shot(client, "record-room-asked")
    await client.get_by_role("button", name="Stopp", exact=True).click()
    await client.get_by_role("heading", name="Alt står stille nå.").wait_for()
    assert not await client.get_by_role("heading", name=ASK_NB).is_visible()
    await client.get_by_role("button", name="Jeg vil tilbake").click()
    await until(console, "s.phase === 'running'")


async def no_means_no_and_a_later_yes_begins_it(client: Page, console: Page, shot: Shot) -> None:
    sheet = console.get_by_role("dialog", name="Recording")
    await sheet.get_by_text("no answer yet").wait_for()
    await client.get_by_role("button", name="Nei", exact=True).click()
    await client.get_by_text("Du har sagt nei").wait_for()
    await sheet.get_by_text("Do not ask again").wait_for()
    await clean(console, "who has answered")
    await shot(console, "record-console-no")
    assert not (await state(console))["recording"]["on"]
    await client.get_by_role("button", name="Ta meg med").click()
    await until(client, "s.recording.on")
    await client.get_by_text("Du er med", exact=True).wait_for()
    await sheet.get_by_text("The recording is running.").wait_for()
    await clean(client, "recorded")
    await shot(client, "record-room-on")
    await shot(console, "record-console-answers")
    await console.keyboard.press("Escape")
    await clean(console, "the console while it records")
    await console.set_viewport_size({"width": 1024, "height": 768})
    await shot(console, "record-console-tablet")
    await console.set_viewport_size({"width": 1366, "height": 768})


async def a_newcomer_is_asked_at_the_door(served: Served, pages: Pages, console: Page, shot: Shot) -> None:
    """On a telephone, in English: says no, and is marked as left out outside and inside."""
    page = await pages.open("en-GB", 390, 844)
    await join(page, f"{served.base}/#code={served.peer_code}", "Robin", "Next", "I am ready")
    await page.get_by_role("heading", name=ASK_EN).wait_for()
    await page.get_by_text("A recording is going on. You are not part of it now.").wait_for()
    await yes_and_no_are_alike(page, "Yes", "No")
    await clean(page, "the question at the door")
    await shot(page, "record-door-phone")
    await page.get_by_role("button", name="No", exact=True).click()
    await page.get_by_text("You are not recorded").wait_for()
    await clean(page, "waiting beside a recording")
    await shot(page, "record-wait-phone")
    await console.locator(".lobby").get_by_text("said no").wait_for()
    await shot(console, "record-console-lobby")
    await console.get_by_role("button", name="Let in: Robin").click()
    await page.get_by_role("button", name="Go in on the screen").click()
    await page.get_by_role("button", name="More").wait_for()
    await page.get_by_text("You are not recorded").wait_for()
    await clean(page, "the room on a telephone")
    await shot(page, "record-room-phone")
    await page.get_by_role("button", name="More").click()
    await is_reached(page.get_by_role("button", name="Include me"))
    await page.context.close()


async def a_yes_is_taken_back_and_given_again(client: Page, console: Page) -> None:
    me = await client.evaluate("window.__room.you().id")
    await client.get_by_role("button", name="Ta meg ut").click()
    await console.wait_for_function(
        "(me) => window.__room.state().recording.answers[me] === false", arg=me, timeout=TAKE_BACK_MS
    )
    await client.get_by_text("Du er ikke med", exact=True).wait_for()
    assert (await state(console))["recording"]["on"]
    await client.get_by_role("button", name="Stopp", exact=True).click()
    await client.get_by_text("Du er ikke med", exact=True).wait_for()
    await clean(client, "the calm place while it records")
    await client.get_by_role("button", name="Ta meg med").click()
    await client.get_by_text("Du er med", exact=True).wait_for()
    await client.get_by_role("button", name="Jeg vil tilbake").click()
    await until(console, "s.phase === 'running'")


async def the_client_gets_their_own_link(served: Served, client: Page, console: Page, shot: Shot) -> None:
    """On their own page, and at the console with what to say; nobody else has it."""
    await console.get_by_role("button", name="End", exact=True).click()
    await console.get_by_role("button", name="Yes, end it").click()
    await client.get_by_role("heading", name="Opptaket ditt").wait_for()
    own = await client.locator(".recMine .letters").inner_text()
    assert own.startswith(f"{served.base}/replay#session=")
    await clean(client, "one's own link")
    await shot(client, "record-own-link")
    await console.get_by_role("button", name="Show the client’s link").click()
    await console.get_by_text("Say to Sol: “This is your own link").wait_for()
    assert own.split("&key=")[0] in await console.locator(".recLink .letters").inner_text()
    await clean(console, "the client's link")
    await shot(console, "record-console-link")


async def test_everyone_is_asked_and_the_mark_is_always_there(served: Served, pages: Pages, shot: Shot) -> None:
    console = await console_page(served, pages)
    client = await client_page(served, pages, console)
    await ask_everyone(console, shot)
    await the_client_is_asked(client, console, shot)
    await no_means_no_and_a_later_yes_begins_it(client, console, shot)
    await a_newcomer_is_asked_at_the_door(served, pages, console, shot)
    await a_yes_is_taken_back_and_given_again(client, console)
    await the_client_gets_their_own_link(served, client, console, shot)
    assert pages.complaints == []


async def looked_at_until(page: Page, quest: Quest, agree: bool, done: str) -> None:
    """Keeps the eyes on the answer until `done` holds in the room's state `s`."""
    for _ in range(12):
        spots = [spot for spot in await page.evaluate("window.__room.answers()") if spot["agree"] == agree]
        if spots:
            await quest.look_at(tuple(spots[0]["at"]))
        await page.wait_for_timeout(1000)
        if await page.evaluate(f"() => {{ const s = window.__room.state(); return {done}; }}"):
            return
    raise AssertionError("looking at the answer did not give it")


async def test_the_question_is_answered_by_looking_in_the_headset(served: Served, pages: Pages, shot: Shot) -> None:
    console = await console_page(served, pages)
    page = await pages.open("nb-NO", 720, 480, quest=True)
    quest = Quest(page)
    await join(page, f"{served.base}/#code={served.client_code}", "Sol", "Videre", "Jeg er klar")
    await console.get_by_role("button", name="Let in: Sol").click()
    await page.get_by_role("button", name="Gå inn med briller").click()
    await draw(page, False)
    await quest.put_on()
    me = await page.evaluate("window.__room.you().id")
    await console.get_by_role("button", name="Start").click()
    await page.wait_for_function("window.__room.cards().length >= 4")
    await ask_everyone(console, shot)
    await page.wait_for_function("window.__room.answers().length === 2")
    assert await page.evaluate("window.__room.cards()") == []
    await shot(page, "record-vr-asked")
    await looked_at_until(page, quest, True, "s.recording.on")
    await page.wait_for_function("window.__room.cards().length >= 4")
    await shot(page, "record-vr-on")
    await looked_at_until(page, quest, False, f"s.recording.answers['{me}'] === false")
    await quest.press_stop_button()
    await page.wait_for_function("window.__room.calm() && window.__room.answers().length === 1")
    assert pages.complaints == []


async def test_staff_are_told_when_nothing_can_be_kept(pages: Pages, shot: Shot, tmp_path: Path) -> None:
    """Where the recordings should lie there is a file: the room goes on, and the console says so loudly."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sessions").write_text("in the way")
    async with serving("--data", str(tmp_path / "data")) as served:
        console = await console_page(served, pages)
        await console.get_by_role("button", name="Record …").click()
        await console.get_by_role("button", name="Ask everyone").click()
        await console.get_by_role("alert").get_by_text("the machine cannot write to its disk").wait_for()
        await console.keyboard.press("Escape")
        await console.get_by_role("button", name="Recording stalled").wait_for()
        await clean(console, "trouble")
        await shot(console, "record-console-trouble")


async def test_staff_at_the_console_are_asked_too(served: Served, pages: Pages, shot: Shot) -> None:
    """A peer worker asks: the console has not agreed by that, and says no as easily as yes."""
    console = await console_page(served, pages)
    async with aiohttp.ClientSession() as http:
        peer = await LiveClient.join(http, served.base, served.peer_code)
        await peer.connect()
        await peer.ask(i.Knock("Robin", "sol", "en"))
        await console.get_by_role("button", name="Let in: Robin").click()
        await peer.until(lambda: peer.state.people[peer.you].where == "room")
        assert (await peer.ask(i.AskToRecord())).ok
        await console.get_by_role("alert").get_by_text(ASK_EN).wait_for()
        await yes_and_no_are_alike(console, "Yes", "No")
        await clean(console, "staff are asked")
        await shot(console, "record-console-asked")
        await console.get_by_role("button", name="No", exact=True).click()
        await console.get_by_role("button", name="Not recording").wait_for()
        assert not (await state(console))["recording"]["on"]
        await peer.close()
