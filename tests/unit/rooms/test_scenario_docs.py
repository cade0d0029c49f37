"""docs/scenarios.md names all that may be written, and promises what the program does."""

from __future__ import annotations

import re

import pytest
import yaml

from infra.check_size import ROOT
from rooms.axes import AXES, COMPANY, CRITICAL_SHARE, DISTANCE_M, GAZE_SHARE
from rooms.cue_parts import CUE_PARTS
from rooms.next_step import EASY_BELOW, MUCH_HELP
from rooms.people import GESTURES
from rooms.remarks import INTERRUPT_EVERY, QUESTION_EVERY, REST_AFTER_PUSHES
from rooms.scenario import Scenario
from rooms.sounds import SOUNDS

DOCS = (ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8")


def row(axis: str) -> list[str]:
    """What the dial's table says of each level of `axis`."""
    [line] = [line for line in DOCS.splitlines() if line.startswith(f"| `{axis}`")]
    return [cell.strip() for cell in line.split("|")[2:7]]


@pytest.mark.parametrize("name", [*Scenario.__struct_fields__, *AXES])
def test_every_part_and_axis_is_told_of(name: str) -> None:
    assert f"`{name}`" in DOCS


@pytest.mark.parametrize("name", [*CUE_PARTS, *SOUNDS, *GESTURES])
def test_every_name_that_may_be_written_is_listed(name: str) -> None:
    assert re.search(rf"\b{name}\b", DOCS)


def test_the_dial_of_the_docs_is_the_dial_of_the_room() -> None:
    assert [int(re.sub(r"\D", "", cell) or 0) for cell in row("company")] == list(COMPANY)
    assert row("closeness") == [f"{metres:g} m" for metres in DISTANCE_M]
    assert row("attention") == [*(f"{share:.0%}".replace("%", " %") for share in GAZE_SHARE[:4]), "always"]
    assert row("critical_replies")[1:4] == [f"{8 * share:g} of 8" for share in CRITICAL_SHARE[1:4]]
    assert (QUESTION_EVERY, INTERRUPT_EVERY, REST_AFTER_PUSHES) == (3, 4, 6), "third, fourth and six stand in the docs"
    assert (EASY_BELOW, MUCH_HELP) == (3, 3), "three below the limit, three times"


def test_the_examples_are_yaml() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", DOCS, re.DOTALL)
    assert len(blocks) >= 4
    for block in blocks:
        assert isinstance(yaml.safe_load(re.sub(r"^ *…\n", "", block, flags=re.MULTILINE)), dict)
