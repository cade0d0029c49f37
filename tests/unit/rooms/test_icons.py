"""Every pictogram that a card may name has a drawing of its own in the browser."""

from __future__ import annotations

import re
from pathlib import Path

from rooms.icons import ICONS

PICTO = Path(__file__).resolve().parents[3] / "headset_client/src/parts/Picto.tsx"


def test_the_browser_has_one_drawing_for_each_name() -> None:
    text = PICTO.read_text(encoding="utf-8")
    drawn = re.findall(r"^  (\w+): '([0-9A-F-]+)',$", text, re.MULTILINE)
    bundled = {number for group in re.findall(r"svg/\{([^}]+)\}", text) for number in group.split(",")}
    assert tuple(name for name, _ in drawn) == ICONS
    assert {number for _, number in drawn} == bundled
    assert len(bundled) == len(ICONS)
