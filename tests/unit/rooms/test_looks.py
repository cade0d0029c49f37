"""The looks that a room lets people wear are those that the browser can draw, and none of a cast."""

from __future__ import annotations

import re
from pathlib import Path

from rooms import intents as i
from rooms.looks import LOOKS, LOOKS_TO_WEAR
from tests.unit.rooms.kit import Room

DRAWN = Path(__file__).resolve().parents[3] / "headset_client/src/world/people"


def drawn(*files: str) -> tuple[str, ...]:
    return tuple(
        name for file in files for name in re.findall(r"id: '(\w+)'", (DRAWN / file).read_text(encoding="utf-8"))
    )


def test_the_browser_can_draw_every_look() -> None:
    assert drawn("looks_people.ts") == LOOKS_TO_WEAR
    assert drawn("looks_cast.ts", "looks_company.ts") == LOOKS


def test_nobody_can_look_like_one_of_the_cast_or_like_nothing() -> None:
    assert not set(LOOKS) & set(LOOKS_TO_WEAR)
    for look in (LOOKS[0], "nobody"):
        assert Room().refused("c1", i.Knock("Kim", look, "nb")) == "no_such_look"
