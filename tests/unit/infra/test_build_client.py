"""The pages are built again when, and only when, something that they depend on has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.build_client import client_sources, is_fresh, source_digest


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for name in ("headset_client/src/main.tsx", "headset_client/package-lock.json", "rooms/library/places/calm.json"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    static = tmp_path / "server" / "static"
    static.mkdir(parents=True)
    (static / ".digest").write_text(source_digest(tmp_path))
    return tmp_path


def test_nothing_changed(house: Path) -> None:
    assert is_fresh(house)


def test_never_built(house: Path) -> None:
    (house / "server" / "static" / ".digest").unlink()
    assert not is_fresh(house)


@pytest.mark.parametrize("name", ["headset_client/src/main.tsx", "rooms/library/places/calm.json"])
def test_a_source_changed(house: Path, name: str) -> None:
    (house / name).write_text("other")
    assert not is_fresh(house)


def test_a_source_was_renamed(house: Path) -> None:
    (house / "headset_client/src/main.tsx").rename(house / "headset_client/src/other.tsx")
    assert not is_fresh(house)


def test_installed_packages_and_other_files_do_not_matter(house: Path) -> None:
    for name in ("headset_client/node_modules/three/index.js", "rooms/state.py"):
        path = house / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("new")
    assert is_fresh(house)
    assert len(list(client_sources(house))) == 3
