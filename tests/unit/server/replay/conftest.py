"""A data folder and a site's key for each test, and the replay of a session that was recorded there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.server.recording.kit import Place, a_session
from tests.unit.server.replay.kit import Replay


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
async def replay(place: Place) -> Replay:
    a_session(place).writer.finish()
    made = Replay(place)
    await made.open()
    return made
