"""Making a scenario of one's own over the real doors: copied, changed, refused with its place, mended, shared."""

from __future__ import annotations

import io
from typing import Any

import aiohttp
import msgspec
import pytest

from rooms.axes import AXES
from rooms.refusals import Refusal
from rooms.scenario_file import library
from server.app import Server
from server.own_scenarios import load_own, own_folder


class Desk:
    """The console's questions, signed in."""

    def __init__(self, http: aiohttp.ClientSession, base: str) -> None:
        self._http = http
        self._base = base

    async def ask(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        sent = {"Origin": self._base}
        sent |= {"Content-Type": "application/json"} if body is not None else {}
        data = io.BytesIO(msgspec.json.encode(body)) if body is not None else None
        async with self._http.request(method, self._base + path, data=data, headers=sent) as answer:
            text = await answer.text()
            return answer.status, await answer.json() if answer.content_type == "application/json" else text


@pytest.fixture
async def desk(server: Server, http: aiohttp.ClientSession, base: str) -> Desk:
    made = Desk(http, base)
    assert (await made.ask("POST", "/api/sign-in", {"secret": server.auth.make_link_secret()}))[0] == 204
    return made


async def test_a_copy_is_changed_checked_played_and_handed_on(server: Server, desk: Desk) -> None:
    status, copied = await desk.ask("POST", "/api/scenarios/bus_stop/copy", {})
    assert (status, copied) == (201, {"id": "bus_stop_own", "mistakes": []})
    _, written = await desk.ask("GET", "/api/scenarios/bus_stop_own")
    scenario = written["scenario"]
    assert (written["own"], written["mistakes"], scenario["title"]["en"]) == (True, [], "The bus stop (copy)")

    line = scenario["replies"]["hello_waiting"]["open"]["warm"][0]
    line["en"] = "Hello, are you an addict?"
    _, said = await desk.ask("POST", "/api/scenarios/bus_stop_own", {"scenario": scenario})
    assert [mistake["where"] for mistake in said["mistakes"]] == ["replies.hello_waiting.open.warm[0].en"]
    assert not said["saved"]
    _, said = await desk.ask("PUT", "/api/scenarios/bus_stop_own", {"scenario": scenario})
    assert said["saved"]
    assert said["mistakes"][0]["line"] > 1
    assert server.sessions.script("bus_stop_own") is None
    _, own = await desk.ask("GET", "/api/own-scenarios")
    assert [(one["id"], one["mistakes"]) for one in own] == [("bus_stop_own", 1)]

    line["en"] = "Hello there, neighbour."
    _, said = await desk.ask("PUT", "/api/scenarios/bus_stop_own", {"scenario": scenario})
    assert (said["saved"], said["mistakes"]) == (True, [])
    script = server.sessions.script("bus_stop_own")
    assert script is not None
    assert script.scenario.replies["hello_waiting"].open["warm"][0]["en"] == "Hello there, neighbour."
    assert not isinstance(await server.sessions.make("bus_stop_own", "en", dict.fromkeys(AXES, 4)), Refusal)
    data = server.settings.data
    assert data is not None
    assert load_own(data).scripts["bus_stop_own"] == script

    _, file = await desk.ask("GET", "/api/scenarios/bus_stop_own/file")
    assert (await desk.ask("DELETE", "/api/scenarios/bus_stop_own"))[0] == 204
    assert server.sessions.script("bus_stop_own") is None
    assert list(own_folder(data).iterdir()) == []
    status, taken = await desk.ask("POST", "/api/own-scenarios", {"name": "from_others.yaml", "text": file})
    assert (status, taken) == (201, {"id": "bus_stop_own", "mistakes": []})
    assert (own_folder(data) / "bus_stop_own.yaml").read_text(encoding="utf-8") == file


async def test_what_comes_with_the_program_is_never_changed(server: Server, desk: Desk) -> None:
    _, written = await desk.ask("GET", "/api/scenarios/bus_stop")
    assert not written["own"]
    for method, body in (("PUT", {"scenario": written["scenario"]}), ("DELETE", None)):
        status, refusal = await desk.ask(method, "/api/scenarios/bus_stop", body)
        assert (status, refusal["code"]) == (409, "not_own")
    assert server.sessions.script("bus_stop") is not None


async def test_a_file_from_elsewhere_is_refused_with_its_line(server: Server, desk: Desk) -> None:
    text = library()["bus_stop"].read_text(encoding="utf-8")
    bad = text.replace("look: kari", "look: nobody", 1)
    line = 1 + bad[: bad.index("look: nobody")].count("\n")
    _, taken = await desk.ask("POST", "/api/own-scenarios", {"name": "bad.yaml", "text": bad})
    assert [(one["file"], one["line"], one["where"]) for one in taken["mistakes"]] == [
        ("bad.yaml", line, "cast.berit.look")
    ]
    status, taken = await desk.ask("POST", "/api/own-scenarios", {"name": "bus.yaml", "text": text})
    assert (status, taken["id"], taken["mistakes"][0]["where"]) == (200, None, "id")
    status, taken = await desk.ask("POST", "/api/own-scenarios", {"name": "photo.yaml", "text": "\x00\x01"})
    assert (status, taken["id"]) == (200, None)
    status, refusal = await desk.ask("POST", "/api/own-scenarios", {"name": "big.yaml", "text": "x" * 1_100_000})
    assert (status, refusal["code"]) == (413, "too_large")


async def test_addresses_lead_nowhere_else(desk: Desk) -> None:
    for name in ("nowhere", "..%2F..%2Fseats", "general", "UPPER"):
        status, refusal = await desk.ask("GET", f"/api/scenarios/{name}")
        assert (status, refusal["code"]) == (404, "no_scenario")
        status, refusal = await desk.ask("PUT", f"/api/scenarios/{name}", {"scenario": {"id": name}})
        assert (status, refusal["code"]) == (404, "no_scenario")
