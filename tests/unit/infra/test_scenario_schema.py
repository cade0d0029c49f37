"""The JSON Schema of a scenario is fresh, takes what the library holds, and refuses what the program would refuse."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from infra.scenario_schema import field_docstrings, generate
from rooms.scenario import Beat
from rooms.scenario_file import SCHEMA, SKELETON, library

CHECKER = Path(sys.executable).with_name("check-jsonschema")


def judged(*files: Path) -> tuple[int, str]:
    """Exit status and text of a checker that reads YAML as editors do."""
    words = [str(CHECKER), "--schemafile", str(SCHEMA), *map(str, files)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_written_schema_is_fresh() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == generate(), "run `make types` and commit it"


def test_it_tells_what_each_field_is_for() -> None:
    assert field_docstrings(Beat)["shown"] == "The meaning that is shown first (help 0) or on request."


def test_it_takes_what_the_program_takes() -> None:
    assert judged(SKELETON, library()["bus_stop"]) == (0, "ok -- validation done\n")


def test_it_refuses_what_the_program_refuses(tmp_path: Path) -> None:
    changes = [
        ("place: talk_room", "place: moon", "'moon' is not one of"),
        ("minutes: 5", "minutes: 500", "500 is greater than the maximum"),
        ("look: turid", "look: turidd", "'turidd' is not one of"),
        ("icon: calendar", "icon: calender", "'calender' is not one of"),
        ("title: {nb: Flytte en time, en: Move an appointment}", "title: {nb: Flytte}", "'en' is a required property"),
        ("    company: 1  ", "    company: 9  ", "9 is greater than the maximum of 4"),
        ("    persuasion: 0\n", "", "'persuasion' is a required property"),
        ("set: {help: 1}", "set: {hepl: 1}", "'hepl' is not one of"),
        ("level: instrumental", "levle: instrumental", "'levle' was unexpected"),
        ("gesture: nod", "gesture: nodd", "'nodd' is not one of"),
    ]
    text = SKELETON.read_text(encoding="utf-8")
    for number, (old, new, _) in enumerate(changes):
        assert text.count(old) == 1
        (tmp_path / f"{number}.yaml").write_text(text.replace(old, new), encoding="utf-8")
    status, said = judged(*sorted(tmp_path.iterdir()))
    assert status == 1
    assert [told for _, _, told in changes if told not in " ".join(said.split())] == []
