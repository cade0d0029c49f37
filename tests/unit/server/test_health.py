"""When a server should be sent nobody, and why."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from server.health import BEATS, FREE_BYTES, LATE_MS, Found, Health, reasons

WELL = Found(stopping=False, pages=True, late_ms=1.0, free_bytes=FREE_BYTES, writable=True)


def test_a_server_that_is_well_is_ready() -> None:
    assert reasons(WELL) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"stopping": True}, "stopping"),
        ({"pages": False}, "pages_missing"),
        ({"late_ms": LATE_MS + 1}, "loop_late"),
        ({"free_bytes": FREE_BYTES - 1}, "disk_full"),
        ({"writable": False}, "disk_not_writable"),
    ],
)
def test_each_thing_that_is_wrong_has_its_code(change: dict[str, object], code: str) -> None:
    assert reasons(msgspec.structs.replace(WELL, **change)) == [code]


def test_one_hiccup_of_the_loop_turns_nobody_away_but_lagging_does(tmp_path: Path) -> None:
    health = Health(tmp_path, None)
    health.beat(5000.0)
    for _ in range(10):
        health.beat(1.0)
    assert "loop_late" not in reasons(health.look())
    for _ in range(BEATS):
        health.beat(200.0)
    assert "loop_late" in reasons(health.look())
    for _ in range(BEATS):
        health.beat(1.0)
    assert "loop_late" not in reasons(health.look())
    assert health.loop_late.count == 11 + 2 * BEATS


def test_pages_and_disk_are_looked_at_when_asked(tmp_path: Path) -> None:
    health = Health(tmp_path, tmp_path)
    assert reasons(health.look()) == ["pages_missing"]
    (tmp_path / "index.html").touch()
    assert reasons(health.look()) == []
    assert Health(tmp_path, tmp_path / "not there").look().writable
