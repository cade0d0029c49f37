"""A server with scenarios of a clinic's own: the good ones are offered, the bad ones are named where it was started."""

from __future__ import annotations

from pathlib import Path

import aiohttp

from rooms.scenario_file import SKELETON
from server.own_scenarios import own_folder
from tests.live.server_process import server_process


async def test_a_good_one_is_offered_and_a_bad_one_named(tmp_path: Path, http: aiohttp.ClientSession) -> None:
    text = SKELETON.read_text(encoding="utf-8")
    folder = own_folder(tmp_path / "data")
    folder.mkdir(parents=True)
    (folder / "good.yaml").write_text(text.replace("id: skeleton", "id: our_own"), encoding="utf-8")
    (folder / "bad.yaml").write_text(text.replace("look: turid", "look: turidd"), encoding="utf-8")
    async with server_process(home=tmp_path) as served:
        await served.sign_in(http)
        async with http.get(f"{served.base}/api/scenarios") as answer:
            offered = [scenario["id"] for scenario in await answer.json()]
    assert "our_own" in offered
    assert "bus_stop" in offered
    assert "skeleton" not in offered
    said = (tmp_path / "log").read_text(encoding="utf-8")
    assert f"Scenarios in {folder} that are left out until they are mended:" in said
    assert "bad.yaml:21: cast.worker.look: There is no look 'turidd'. Write instead: turid" in said
    assert '"file": "bad.yaml", "line": 21' in said, "a log has no more than where"
