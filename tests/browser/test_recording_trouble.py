"""What is seen when a recording cannot go on as people think it does: a full disk, a line that is away, an end."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import aiohttp
from playwright.async_api import Page

from infra.load.cutting_proxy import CuttingProxy
from rooms import intents as i
from rooms.facts import Said
from server.recording.reader import SessionFile
from server.recording.site_key import SiteKey
from tests.browser.conftest import PATIENT, Pages, Served, draw, serving
from tests.browser.test_cuts import CLIENTS
from tests.browser.test_cuts import PATIENT as PATIENT_PAGE
from tests.browser.test_recording import ask_everyone, client_comes, console_page
from tests.browser.test_the_story import clean, join, state, until
from tests.live.live_client import LiveClient

Shot = Callable[[Page, str], Awaitable[None]]
WITHIN_MS = 1000
"""So soon staff see that nothing is kept, and one who takes a yes back that it is not through."""
EVER = 10**9


async def recorded_room(served: Served, pages: Pages, shot: Shot, host: str = "localhost") -> tuple[Page, Page]:
    """A console, and a client over a line of their own to `host`, who waits long before the calm place opens."""
    console = await console_page(served, pages)
    client = await pages.open("nb-NO", 1100, 700)
    await client.add_init_script(PATIENT_PAGE)
    await client_comes(client, f"{served.base.replace('localhost', host)}/#code={served.client_code}", console)
    await ask_everyone(console, shot)
    await console.keyboard.press("Escape")
    await client.get_by_role("button", name="Ja", exact=True).click()
    await client.get_by_text("Du er med", exact=True).wait_for()
    return console, client


@asynccontextmanager
async def speaker(served: Served, console: Page) -> AsyncIterator[LiveClient]:
    """A peer worker who is in the recording and can say much: what is written of it needs room on the disk."""
    async with aiohttp.ClientSession() as http:
        peer = await LiveClient.join(http, served.base, served.peer_code)
        await peer.connect()
        assert (await peer.ask(i.Knock("Robin", "sol", "nb"))).ok
        assert (await peer.ask(i.Consent(True))).ok
        await console.get_by_role("button", name="Let in: Robin").click()
        await peer.until(lambda: peer.state.people[peer.you].where == "room")
        yield peer
        await peer.close()


async def say_much(peer: LiveClient) -> None:
    for _ in range(6):
        words = " ".join(secrets.token_hex(4) for _ in range(40))
        assert (await peer.ask(i.Say(text=words))).ok


async def they_see_that_nothing_is_kept(console: Page, client: Page, shot: Shot) -> None:
    full = "window.__room.state().recording.trouble === 'disk_full'"
    await console.wait_for_function(full, timeout=WITHIN_MS)
    await console.get_by_role("alert").get_by_text("Recording has stalled: the disk is full.").wait_for()
    await client.get_by_text("Opptaket står", exact=True).wait_for()
    await client.get_by_text("Ingenting tas opp nå", exact=True).wait_for()
    assert await client.locator(".recMark.lit").count() == 0
    await clean(client, "nothing can be kept")
    await shot(client, "record-room-stalled")
    await shot(console, "record-console-full")


async def they_see_that_it_goes_on(console: Page, client: Page, shot: Shot) -> None:
    await client.get_by_text("Du er med", exact=True).wait_for()
    await client.locator(".recMark.lit").wait_for()
    await console.get_by_role("alert").get_by_text("A piece of it is missing.").wait_for()
    await clean(console, "it goes on again")
    await shot(console, "record-console-gap")


async def end(console: Page) -> None:
    await console.get_by_role("button", name="End", exact=True).click()
    await console.get_by_role("button", name="Yes, end it").click()


async def test_a_full_disk_is_seen_by_all_until_there_is_room_again(pages: Pages, shot: Shot, tmp_path: Path) -> None:
    data, key, full = tmp_path / "data", tmp_path / "config" / "site.key", tmp_path / "full"
    small = "from pathlib import Path; from tests.browser.a_full_disk import full_while"
    before = f"{PATIENT}; {small}; full_while(Path({str(full)!r}))"
    async with serving("--data", str(data), "--site-key", str(key), before=before) as served:
        console, client = await recorded_room(served, pages, shot)
        async with speaker(served, console) as peer:
            await say_much(peer)
            full.touch()
            await say_much(peer)
            await they_see_that_nothing_is_kept(console, client, shot)
            full.unlink()
            await they_see_that_it_goes_on(console, client, shot)
            assert (await peer.ask(i.Say(text="Det går videre."))).ok
            await end(console)
            await client.get_by_role("heading", name="Opptaket ditt").wait_for()
    (path,) = (data / "sessions").glob("*.proverom")
    with SessionFile.open(path, SiteKey.load_or_create(key, data)) as file:
        assert [why for _, _, why in file.info.gaps].count("disk_full") == 1
        assert file.info.finished
        assert "Det går videre." in str(file.facts(-1, EVER))
    assert pages.complaints == []


async def test_a_yes_taken_back_on_a_lost_line_is_said_to_wait_and_goes_first(
    pages: Pages, shot: Shot, tmp_path: Path
) -> None:
    """What was chosen before it on the dead line is not recorded either."""
    data, key = tmp_path / "data", tmp_path / "config" / "site.key"
    options = ("--data", str(data), "--site-key", str(key), "--also-known-as", CLIENTS)
    async with AsyncExitStack() as stack:
        served = await stack.enter_async_context(serving(*options))
        port = int(served.base.rsplit(":", 1)[1])
        line = CuttingProxy(port)
        await line.start(CLIENTS, port)
        stack.push_async_callback(line.close)
        console, client = await recorded_room(served, pages, shot, CLIENTS)
        me = await client.evaluate("window.__room.you().id")
        line.cut("reset")
        await client.locator(".hand .choose").first.click()
        await client.get_by_role("button", name="Ta meg ut").click()
        await client.get_by_text("Ikke sendt ennå", exact=True).wait_for(timeout=WITHIN_MS)
        await client.get_by_text("Du kan også trykke Stopp, eller ta av brillene.").wait_for()
        assert await client.get_by_role("button", name="Ta meg").count() == 0
        assert (await state(console))["recording"]["answers"][me] is True
        await clean(client, "an answer that is not through")
        await shot(client, "record-room-unsent")
        line.mend()
        await until(console, f"s.recording.answers['{me}'] === false && s.lines.some((l) => l.who === '{me}')")
        await client.get_by_text("Du er ikke med", exact=True).wait_for()
        assert await client.get_by_text("Ikke sendt ennå").count() == 0
        await end(console)
        await client.get_by_role("heading", name="Opptaket ditt").wait_for()
    (path,) = (data / "sessions").glob("*.proverom")
    with SessionFile.open(path, SiteKey.load_or_create(key, data)) as file:
        assert [fact for fact in file.facts(-1, EVER) if isinstance(fact.fact, Said) and fact.fact.who == me] == []
    assert pages.complaints == []


async def peer_page(served: Served, pages: Pages, console: Page) -> Page:
    """Robin on a telephone, in English, inside."""
    page = await pages.open("en-GB", 390, 844)
    await join(page, f"{served.base}/#code={served.peer_code}", "Robin", "Next", "I am ready")
    await console.get_by_role("button", name="Let in: Robin").click()
    await page.get_by_role("button", name="Go in on the screen").click()
    await draw(page, False)
    await page.get_by_role("button", name="Record …").wait_for()
    return page


async def the_peer_asks(peer: Page, console: Page, shot: Shot, first: bool) -> None:
    await peer.get_by_role("button", name="Record …").click()
    await peer.get_by_text("By asking, you say yes yourself.").wait_for()
    if first:
        await clean(peer, "a peer worker before asking")
        await shot(peer, "record-peer-before")
    await peer.get_by_role("button", name="Ask everyone").click()
    await peer.get_by_text("no answer yet").wait_for()
    await console.get_by_role("alert").get_by_role("button", name="Yes", exact=True).click()
    await peer.get_by_text("The recording is running.").wait_for()
    if first:
        await clean(peer, "a peer worker sees who has answered")
        await shot(peer, "record-peer-answers")


async def test_a_peer_worker_asks_and_stops_and_staff_are_told_why_it_ended(
    served: Served, pages: Pages, shot: Shot
) -> None:
    console = await console_page(served, pages)
    peer = await peer_page(served, pages, console)
    told = console.get_by_role("alert")
    await the_peer_asks(peer, console, shot, first=True)
    await peer.get_by_role("button", name="Stop recording").click()
    await told.get_by_text("Robin has stopped the recording.").wait_for()
    await peer.locator(".recMark").wait_for(state="detached")
    await clean(console, "why it ended")
    await shot(console, "record-console-ended")
    await the_peer_asks(peer, console, shot, first=False)
    await told.get_by_text("has stopped the recording.").wait_for(state="detached")
    await peer.get_by_role("button", name="Close").click()
    await console.get_by_role("button", name="Recording", exact=True).click()
    await console.get_by_role("dialog").get_by_role("button", name="Leave me out").click()
    await console.keyboard.press("Escape")
    await peer.get_by_role("button", name="Leave me out").click()
    await told.get_by_text("Robin took their yes back, and nobody else took part.").wait_for()
    await told.get_by_role("button", name="Close").click()
    await told.get_by_text("Robin took their yes back").wait_for(state="detached")
    assert pages.complaints == []
