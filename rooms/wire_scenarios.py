"""What travels between the console's page for making scenarios and the server."""

from __future__ import annotations

from typing import Final

import msgspec

from rooms.axes import Language
from rooms.mistakes import Mistake
from rooms.scenario import Scenario


class OwnInfo(msgspec.Struct, frozen=True):
    """A scenario of the clinic's own. One with `mistakes` is kept, but not offered until they are mended."""

    id: str
    title: dict[Language, str]
    mistakes: int


class Written(msgspec.Struct, frozen=True):
    """A scenario as it is written, its mistakes and advice; `where` of each is the way to the entry it is about.

    `scenario` is None when the file has no such form that it could be shown entry by entry.
    """

    id: str
    own: bool
    scenario: Scenario | None
    mistakes: list[Mistake]
    advice: list[Mistake]


class Checked(msgspec.Struct, frozen=True):
    """What the checker says of a scenario as it now stands on the page; `saved`: whether it is on the disk too."""

    mistakes: list[Mistake]
    advice: list[Mistake]
    saved: bool = False


class TakenIn(msgspec.Struct, frozen=True):
    """What came of a file: the id of the scenario that it is now, or None and why not."""

    id: str | None
    mistakes: list[Mistake]


MESSAGES: Final = (OwnInfo, Written, Checked, TakenIn)
