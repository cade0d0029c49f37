"""A data folder and a site's key for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.server.recording.kit import Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)
