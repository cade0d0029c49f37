"""The browser of the tests is the one asked for, else the first known one on PATH."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.machine import find_chromium


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("PROVEROM_CHROMIUM", raising=False)
    return tmp_path


def _program(path: Path) -> str:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def test_none_is_there(programs: Path) -> None:
    assert find_chromium() is None


def test_chromium_comes_before_chrome(programs: Path) -> None:
    _program(programs / "google-chrome")
    chromium = _program(programs / "chromium")
    assert find_chromium() == chromium


def test_the_chosen_one_wins(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(programs / "chromium")
    chosen = _program(programs / "my browser")
    monkeypatch.setenv("PROVEROM_CHROMIUM", chosen)
    assert find_chromium() == chosen
    monkeypatch.setenv("PROVEROM_CHROMIUM", chosen + " elsewhere")
    assert find_chromium() is None
