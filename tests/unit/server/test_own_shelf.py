"""The folder of own scenarios: names that are free, and files that are whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from rooms.scenario_file import SKELETON
from server.own_scenarios import load_own, own_folder
from server.own_shelf import free_id, own_by_id, path_for, put


def test_a_copy_gets_a_name_that_is_free() -> None:
    assert free_id("cafe", []) == "cafe_own"
    assert free_id("cafe_own", ["cafe_own"]) == "cafe_own2"
    assert free_id("cafe", ["cafe_own", "cafe_own2", "cafe_own3"]) == "cafe_own4"
    assert len(free_id("a" * 40, [])) <= 40


@pytest.mark.parametrize("name", ["../up", "a/b", "A", "", ".hidden", "a" * 41, "bus stop"])
def test_what_is_no_id_names_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="is no id"):
        path_for(tmp_path, name)


def test_a_file_is_known_by_the_id_in_it_and_else_by_its_name(tmp_path: Path) -> None:
    put(path_for(tmp_path, "one"), SKELETON.read_text(encoding="utf-8"))
    (own_folder(tmp_path) / "broken.yaml").write_bytes(b"\xff\xfe")
    assert {name: path.name for name, path in own_by_id(tmp_path).items()} == {
        "skeleton": "one.yaml",
        "broken": "broken.yaml",
    }


def test_a_full_disk_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    path = path_for(tmp_path, "one")
    put(path, SKELETON.read_text(encoding="utf-8"))
    with pytest.raises(UnicodeEncodeError):
        put(path, "a half\ud800")
    assert list(load_own(tmp_path).scripts) == ["skeleton"]
    assert [file.name for file in own_folder(tmp_path).iterdir()] == ["one.yaml"]
