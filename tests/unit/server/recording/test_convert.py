"""Old files are read for ever: a step from every version to the next, and a golden file of each."""

from __future__ import annotations

from typing import Any

import msgspec

from infra.write_recording import GOLDEN, Expected, expected_of, open_golden
from rooms.fold import fold
from server.recording.convert import STEPS, read
from server.recording.forms import End
from server.recording.seal import VERSION, Kind


def test_there_is_a_step_and_a_golden_file_for_every_version() -> None:
    assert set(STEPS) == set(range(1, VERSION))
    assert sorted(folder.name for folder in GOLDEN.iterdir()) == [f"v{number}" for number in range(1, VERSION + 1)]


def test_every_golden_recording_still_says_what_it_said() -> None:
    for folder in GOLDEN.iterdir():
        expected = msgspec.json.decode((folder / "expected.json").read_bytes(), type=Expected)
        with open_golden(folder) as file:
            assert expected_of(file) == expected
            assert file.damage() == []
            assert file.missing == 0
            for t in range(0, expected.last_ms, 5000):
                known = [stamped for stamped in expected.facts if stamped.t <= t]
                assert file.state_at(t) == fold(known), "old keyframes lack something: that is a new version"


def test_older_content_goes_through_every_step() -> None:
    def renamed(kind: Kind, held: Any) -> Any:
        return {"last": held["until"]} if kind is Kind.END else held

    old = msgspec.msgpack.encode({"until": 7})
    assert read(old, Kind.END, End, VERSION - 1, {VERSION - 1: renamed}) == End(7)
    assert read(msgspec.msgpack.encode(End(7)), Kind.END, End, VERSION) == End(7)
