"""A short session at the bus stop that is recorded by a real server: a client, a peer worker, and Berit the avatar."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import msgspec
from playwright.async_api import Page

from rooms import intents as i
from rooms.axes import AXES
from rooms.bodies import Joint, pack_pose
from server.console_auth import COOKIE
from tests.browser.conftest import Served, serving
from tests.live.live_client import LiveClient

TICKS = 120
TICK_S = 0.05


class Recorded(msgspec.Struct):
    """A recording, the server that has it, the client's own link, and staff's cookie."""

    served: Served
    session: str
    file: Path
    site_key: Path
    link: str
    cookie: str
    client: str

    async def sign_in(self, page: Page) -> None:
        """Makes the page one of staff's."""
        await page.context.add_cookies([{"name": COOKIE, "value": self.cookie, "url": self.served.base}])


@asynccontextmanager
async def recorded(folder: Path, times: int = 1) -> AsyncIterator[Recorded]:
    """Plays the session and ends it, `times` over, and tells of the last one; the server goes on."""
    data, site_key = folder / "data", folder / "config" / "site.key"
    async with serving("--data", str(data), "--site-key", str(site_key)) as served:
        jar = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(cookie_jar=jar) as http:
            await _sign_in(http, served)
            for _ in range(times):
                session, client, link = await _play(http, served, await _new_session(http, served))
            cookie = next(one.value for one in jar if one.key == COOKIE)
        file = data / "sessions" / f"{session}.proverom"
        yield Recorded(served, session, file, site_key, link, cookie, client)


async def _sign_in(http: aiohttp.ClientSession, served: Served) -> None:
    secret = served.console_link.partition("#key=")[2]
    await http.post(f"{served.base}/api/sign-in", json={"secret": secret}, headers={"Origin": served.base})


async def _new_session(http: aiohttp.ClientSession, served: Served) -> str:
    body = {"scenario": "bus_stop", "language": "nb", "ceiling": dict.fromkeys(AXES, 2), "step": 1}
    answer = await http.post(f"{served.base}/api/sessions", json=body, headers={"Origin": served.base})
    return str((await answer.json())["id"])


async def _code(http: aiohttp.ClientSession, base: str, session: str, role: str) -> str:
    answer = await http.post(f"{base}/api/sessions/{session}/codes", json={"role": role}, headers={"Origin": base})
    return str((await answer.json())["code"])


async def _play(http: aiohttp.ClientSession, served: Served, session: str) -> tuple[str, str, str]:
    """The session's id, the client's, and the client's link."""
    base = served.base
    therapist = LiveClient(http, base)
    await therapist.connect(session)
    client = await LiveClient.join(http, base, await _code(http, base, session, "client"))
    peer = await LiveClient.join(http, base, await _code(http, base, session, "peer"))
    for person, name, look in ((client, "Sol", "sol"), (peer, "Kari", "ali")):
        await person.connect()
        assert (await person.ask(i.Knock(name, look, "nb"))).ok
        assert (await therapist.ask(i.Admit(person.you))).ok
    assert (await therapist.ask(i.AskToRecord())).ok
    for person in (client, peer):
        assert (await person.ask(i.Consent(True))).ok
    await client.until(lambda: client.state.recording.on)
    assert (await therapist.ask(i.Continue())).ok
    await _talk(client, peer, therapist)
    assert (await therapist.ask(i.End())).ok
    seat = {"Origin": base, "Authorization": f"Bearer {client.seat}"}
    link = str((await (await http.get(f"{base}/api/recordings/mine", headers=seat)).json())["link"])
    for person in (client, peer, therapist):
        await person.close()
    return session, client.you, link


async def _talk(client: LiveClient, peer: LiveClient, therapist: LiveClient) -> None:
    moving = asyncio.gather(_stand(client, (0.6, 1.5), 0.0), _stand(peer, (-0.6, 1.5), 1.0))
    await client.until(lambda: bool(client.state.offered))
    assert (await client.ask(i.Say(meaning="waiting"))).ok
    await asyncio.sleep(2)
    assert (await therapist.ask(i.Mark("Spurte selv"))).ok
    assert (await client.ask(i.AskHelp())).ok
    assert (await peer.ask(i.Say(text="Du gjør det fint."))).ok
    assert (await therapist.ask(i.Harder())).ok
    await moving


async def _stand(person: LiveClient, at: tuple[float, float], phase: float) -> None:
    """Stands there and looks about."""
    stream = await person.open_stream()
    for tick in range(TICKS):
        turn = 0.4 * math.sin(tick / 12 + phase)
        head: Joint = ((at[0], 1.6, at[1]), (0.0, math.sin(turn / 2), 0.0, math.cos(turn / 2)))
        await stream.send_bytes(pack_pose(head, flat=True))
        await asyncio.sleep(TICK_S)
    await stream.close()


async def shows(page: Page, condition: str) -> None:
    """Waits until a JavaScript condition on `r`, the page's replay, holds."""
    await page.wait_for_function(f"() => {{ const r = window.__replay; return r && r.state() && ({condition}); }}")
