"""One session at the bus stop on a real server and three real pages: an emulated Quest 3, a console, a flat screen."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Page

from rooms.axes import DISTANCE_M, tone_of
from server.app import load_scripts
from tests.browser.conftest import Pages, Served, draw, violations
from tests.browser.quest import Quest

Shot = Callable[[Page, str], Awaitable[None]]
STATE = "window.__room.state()"


async def state(page: Page) -> Any:
    return await page.evaluate(STATE)


async def until(page: Page, condition: str) -> None:
    """Waits until a JavaScript condition on `s`, the page's room state, holds."""
    await page.wait_for_function(f"() => {{ const s = window.__room?.state(); return s && ({condition}); }}")


async def join(page: Page, link: str, name: str, go_on: str, ready: str) -> None:
    """From a join link to the lobby."""
    await page.goto(link)
    await page.get_by_role("button", name=name, exact=True).click()
    await page.get_by_role("button", name=go_on, exact=True).click()
    await page.get_by_role("button", name=ready).click()


async def clean(page: Page, what: str) -> None:
    found = await violations(page)
    assert found == [], f"{what}: {found}"


class Scene:
    """The three pages of the story and who is on them."""

    def __init__(self, served: Served, pages: Pages, shot: Shot) -> None:
        self.served = served
        self.pages = pages
        self.shot = shot
        self.console: Page
        self.headset: Page
        self.peer: Page
        self.quest: Quest

    async def open_console(self) -> None:
        self.console = await self.pages.open("en-GB", 1440, 900)
        await self.console.goto(self.served.console_link)
        await self.console.get_by_role("button", name="Go in").first.wait_for()
        await clean(self.console, "sessions")
        await self.shot(self.console, "console-sessions")
        await self.console.get_by_role("button", name="Go in").first.click()
        await until(self.console, "s.phase === 'ready'")

    async def client_joins(self) -> None:
        """By code into the lobby, let in by the therapist, into VR."""
        page = await self.pages.open("nb-NO", 720, 480, quest=True)
        self.headset, self.quest = page, Quest(page)
        await page.goto(self.served.base)
        await page.get_by_role("heading", name="Skriv koden din").wait_for()
        await clean(page, "code")
        await self.shot(page, "headset-code")
        await page.keyboard.type(self.served.client_code)
        await page.get_by_role("button", name="Videre").click()
        await page.get_by_role("button", name="Sol", exact=True).click()
        await clean(page, "name")
        await self.shot(page, "headset-name")
        await page.get_by_role("button", name="Videre").click()
        await page.get_by_role("button", name="Jeg er klar").wait_for()
        await clean(page, "look")
        await self.shot(page, "headset-look")
        await page.get_by_role("button", name="Jeg er klar").click()
        await page.get_by_role("heading", name="Du blir snart sluppet inn").wait_for()
        await clean(page, "lobby")
        await self.shot(page, "headset-lobby")
        await self.console.get_by_role("button", name="Let in: Sol").click()
        await page.get_by_role("button", name="Gå inn med briller").click()
        await draw(page, False)
        await self.quest.put_on()

    async def me(self) -> str:
        return str(await self.headset.evaluate("window.__room.you().id"))


async def head_and_hands_are_seen(scene: Scene) -> None:
    """The console has the head and both hands where the headset has them, within a centimetre."""
    await scene.quest.move(0.12, 1.66, -0.18)
    await scene.quest.hands((-0.2, 1.1, -0.5), (0.25, 1.3, -0.45))
    await scene.headset.wait_for_function("Math.abs(window.__room.pose().head.p[1] - 1.66) < 0.002")
    told = await scene.quest.told()
    await scene.console.wait_for_function(SEEN_WITHIN_1_CM, arg=[await scene.me(), told])


SEEN_WITHIN_1_CM = """([me, told]) => {
  const seen = window.__room.poses()[me];
  if (!seen?.left || !seen?.right) return false;
  const off = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  return [[seen, told.head], [seen.left, told.left], [seen.right, told.right]].every(([a, b]) => off(a.p, b.p) < 0.01);
}"""


async def looks_until_said(scene: Scene, meaning: str | None, count: int) -> None:
    """Keeps the eyes on a card, as cards come and go, until it has been said; any card when none is named."""
    me = await scene.me()
    for _ in range(40):
        cards = await scene.headset.evaluate("window.__room.cards()")
        wanted = [card for card in cards if meaning in (None, card["meaning"])]
        if wanted:
            await scene.quest.look_at(tuple(wanted[-1]["at"]))
        await scene.headset.wait_for_timeout(1000)
        lines = (await state(scene.headset))["lines"][count:]
        if any(line["who"] == me and meaning in (None, line["meaning"]) for line in lines):
            return
    raise AssertionError(f"no card was chosen by looking: {meaning}")


async def a_card_is_looked_at(scene: Scene) -> None:
    """A look of a second and a half says the card; the avatar answers in the tone of the level."""
    await scene.console.get_by_role("button", name="Start").click()
    await scene.headset.wait_for_function("window.__room.cards().length >= 4")
    await scene.shot(scene.headset, "headset-vr-cards")
    me = await scene.me()
    await looks_until_said(scene, "ask_time", 0)
    await until(scene.headset, f"s.lines.some((l) => l.who === '{me}' && l.answered)")
    found = await state(scene.headset)
    asked = next(line for line in found["lines"] if line["who"] == me)
    answer = next(line for line in found["lines"] if line["seq"] > asked["seq"] and line["reply"])
    script = load_scripts()["bus_stop"]
    reply = script.scenario.replies[answer["reply"]]
    kind = reply.critical if answer["critical"] else reply.open
    promised = [script.fill(words, found["levels"])["nb"] for words in kind[tone_of(found["levels"]["warmth"])]]
    assert answer["words"]["nb"] in promised


async def moves_the_avatar(scene: Scene) -> None:
    """From the sheet that is open: an authored line, a gesture, where she looks, and a walk."""
    page, me = scene.console, await scene.me()
    await page.locator(".say ol button").first.click()
    await until(scene.headset, "s.lines.some((l) => l.who === 'berit' && l.source === 'authored' && l.by !== null)")
    await page.get_by_role("button", name="Nods").click()
    await until(scene.headset, "s.avatars.berit.gesture?.name === 'nod'")
    await page.get_by_label("Looks at").select_option(label="the board")
    await until(scene.headset, "s.avatars.berit.looks_at === 'board'")
    await page.get_by_label("Looks at").select_option(label="Sol")
    await until(scene.headset, f"s.avatars.berit.looks_at === '{me}'")
    await page.get_by_role("button", name="Further away", exact=True).click()
    await until(scene.headset, "s.avatars.berit.motion.path.length > 1")


async def the_therapist_whispers(scene: Scene) -> None:
    """Into the client's ear, and a word to an avatar that the client never learns of."""
    page = scene.console
    await page.get_by_role("button", name="Whisper To").click()
    await page.get_by_role("button", name="1 Take the time you need.").click()
    await until(scene.headset, "s.notes.some((n) => n.kind === 'whisper' && n.text === 'Take the time you need.')")
    await page.get_by_role("button", name="Instruct", exact=True).click()
    await clean(page, "whisper sheet")
    await page.locator(".asWho").get_by_role("button", name="Berit").click()
    await page.get_by_role("button", name="4 Give the client more room.").click()
    await until(page, "s.notes.some((n) => n.kind === 'instruct')")
    await page.get_by_role("button", name="Marker").click()
    await until(page, "s.notes.some((n) => n.kind === 'mark')")
    assert [note["kind"] for note in (await state(scene.headset))["notes"]] == ["whisper"]


async def the_therapist_plays_an_avatar(scene: Scene) -> None:
    """Takes Berit, types a line, gives her back, and she goes on by herself."""
    page = scene.console
    await page.get_by_role("button", name="Take over", exact=True).click()
    await until(page, "s.avatars.berit.played_by !== null")
    await page.get_by_role("button", name="Speak as").click()
    await page.get_by_role("textbox").fill("Jeg heter egentlig Berit.")
    await scene.shot(page, "console-speak")
    await clean(page, "speak sheet")
    await page.keyboard.press("Enter")
    played = "l.words.nb === 'Jeg heter egentlig Berit.' && l.source === 'person'"
    await until(scene.headset, f"s.lines.some((l) => {played})")
    await moves_the_avatar(scene)
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Give back").first.click()
    await until(page, "s.avatars.berit.played_by === null")
    count = len((await state(page))["lines"])
    await looks_until_said(scene, None, count)
    after = f"s.lines.slice({count})"
    await until(page, f"{after}.some((l) => l.who in s.avatars && l.source === 'authored' && l.by === null)")


async def pressure_rises_to_the_ceiling(scene: Scene) -> None:
    """One step closer is one step nearer; past the client's limit there is a plain sentence."""
    page = scene.console
    before = (await state(page))["levels"]["closeness"]
    await page.get_by_role("button", name="Closeness: more").click()
    await until(page, f"s.levels.closeness === {before + 1}")
    await page.get_by_role("button", name="Attention: more").click()
    await until(page, "s.levels.attention === 1")
    await page.get_by_role("button", name="Attention: more").click()
    await page.get_by_role("button", name="Attention: more").click()
    await until(page, "s.levels.attention === 3")
    me = await scene.me()
    await until(page, f"Object.values(s.avatars).some((a) => a.looks_at === '{me}')")
    found = await state(page)
    client = found["people"][me]["at"]
    ends = [avatar["motion"]["path"][-1] for avatar in found["avatars"].values() if avatar["present"]]
    nearest = min(math.dist(client, end) for end in ends)
    assert nearest == pytest.approx(DISTANCE_M[before + 1], abs=0.05)
    await page.get_by_role("button", name="Attention: more").click(force=True)  # marked as off, yet it answers why
    await page.get_by_role("alert").get_by_text("The client has set the limit here.").wait_for()
    assert (await state(page))["levels"]["attention"] == 3
    await clean(page, "room")
    await scene.shot(page, "console-room")


async def set_level(page: Page, axis: str, name: str, level: int) -> None:
    """Presses "more" until the axis stands at `level`."""
    while (now := (await state(page))["levels"][axis]) < level:
        await page.get_by_role("button", name=f"{name}: more").click()
        await until(page, f"s.levels.{axis} === {now + 1}")


async def look_at_avatar(scene: Scene, name: str) -> None:
    """Eye to eye with where the avatar stands or is going to stand."""
    x, z = (await state(scene.console))["avatars"][name]["motion"]["path"][-1]
    await scene.quest.look_at((x, 1.5, z))


async def the_room_is_shown_at_low_pressure(scene: Scene) -> None:
    """One calm person, through the client's own eyes."""
    await look_at_avatar(scene, "berit")
    await scene.console.get_by_role("button", name="Through Sol").click()
    await scene.console.wait_for_function("window.__room.stats().triangles > 0")
    await scene.shot(scene.console, "console-eyes-low")
    await scene.shot(scene.headset, "headset-vr-low")
    await scene.console.get_by_role("button", name="From above").click()


async def the_room_is_shown_at_high_pressure(scene: Scene) -> None:
    """The same place with everybody near, and what it costs to draw."""
    page = scene.console
    for axis, name in (("warmth", "Coolness"), ("closeness", "Closeness"), ("load", "Load"), ("company", "Company")):
        await set_level(page, axis, name, 4 if axis == "company" else 3)
    await until(page, "Object.values(s.avatars).filter((a) => a.present).length >= 7")
    await page.get_by_role("button", name="Through Sol").click()
    await look_at_avatar(scene, "berit")
    await page.wait_for_timeout(12_000)  # they walk in, and it is a picture of people who stand
    await scene.shot(page, "console-eyes-high")
    await scene.shot(scene.headset, "headset-vr-high")
    drawn = await scene.headset.evaluate("window.__room.stats()")
    print("drawn for each eye at high pressure:", drawn)
    assert drawn["figures"] >= 8
    assert drawn["calls"] <= 60
    assert drawn["triangles"] <= 100_000
    await page.get_by_role("button", name="From above").click()
    await page.get_by_role("button", name="Calmer").click()
    await until(page, "s.levels.warmth === 0")


async def stop_freezes_everybody(scene: Scene) -> None:
    """B on the controller: both pages stand still within 100 ms of the press, and the client may go back."""
    took = []
    for _ in range(5):
        pressed = await scene.quest.press_stop_button()
        await scene.headset.wait_for_function("window.__room.calm() && window.__room.stoppedAt() !== null")
        await scene.console.wait_for_function("window.__room.frozenAt() !== null")
        here = await scene.headset.evaluate("window.__room.stoppedAt()") - pressed
        there = await scene.console.evaluate("window.__room.frozenAt()") - pressed
        took.append((round(here), round(there)))
        if len(took) == 1:
            await scene.shot(scene.headset, "headset-vr-calm")
        await scene.headset.locator("button.plank").first.dispatch_event("click")
        await until(scene.console, "s.phase === 'running'")
        await scene.headset.wait_for_function("!window.__room.calm()")
    print("stop reached headset and console after (ms):", took)
    assert sorted(max(pair) for pair in took)[len(took) // 2] <= 100  # the median of five presses


async def a_peer_joins_in_english(scene: Scene) -> None:
    """By a code of their own role, at a flat screen; they have a body in the room and may let people in and pause."""
    page = scene.peer = await scene.pages.open("en-GB", 1000, 700)
    await scene.console.get_by_role("button", name="People and codes").click()
    await clean(scene.console, "people and codes")
    await scene.shot(scene.console, "console-people")
    await join(page, f"{scene.served.base}/#code={scene.served.peer_code}", "Kim", "Next", "I am ready")
    await scene.console.keyboard.press("Escape")
    await scene.console.get_by_role("button", name="Let in: Kim").click()
    await page.get_by_role("button", name="Go in on the screen").click()
    await until(page, "s.phase === 'running'")
    await clean(page, "flat room")
    await scene.shot(page, "flat-room")
    await draw(page, False)
    await until(scene.console, "Object.values(s.people).some((p) => p.role === 'peer' && p.body !== null)")
    await page.get_by_role("button", name="Pause").click()
    await until(scene.console, "s.phase === 'paused'")
    await page.get_by_role("button", name="Continue").click()
    await until(scene.console, "s.phase === 'running'")


async def stop_works_without_a_server(scene: Scene) -> None:
    """The server dies while the second person is in, and their Stop still opens the calm place."""
    page = scene.peer
    scene.served.kill()
    await page.wait_for_function("window.__room.link() !== 'live'")
    await scene.shot(page, "flat-lost")
    await page.get_by_role("button", name="Stop", exact=True).click()
    await page.get_by_role("heading", name="Everything is still now.").wait_for()
    assert await page.evaluate("window.__room.calm()")
    await page.get_by_text("Someone to talk to, day and night").wait_for(state="attached")
    await clean(page, "calm place")
    await scene.shot(page, "flat-calm-without-server")
    await scene.headset.wait_for_function("window.__room.calm()")  # by itself, since the line stays away


async def test_a_session_at_the_bus_stop(served: Served, pages: Pages, shot: Shot) -> None:
    scene = Scene(served, pages, shot)
    await scene.open_console()
    await scene.client_joins()
    await head_and_hands_are_seen(scene)
    await a_card_is_looked_at(scene)
    await the_room_is_shown_at_low_pressure(scene)
    await the_therapist_plays_an_avatar(scene)
    await the_therapist_whispers(scene)
    await pressure_rises_to_the_ceiling(scene)
    await stop_freezes_everybody(scene)
    await a_peer_joins_in_english(scene)
    await the_room_is_shown_at_high_pressure(scene)
    await stop_works_without_a_server(scene)
    assert pages.complaints == []
