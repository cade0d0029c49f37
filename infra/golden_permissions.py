"""The permission table as text, so that every change to it is seen by whoever reads the change.

python infra/golden_permissions.py      writes tests/golden/permissions.txt
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from rooms.people import ROLES
from rooms.permissions import ALLOWED, BY_CODE, DOORS, Caller

TARGET = Path(__file__).resolve().parent.parent / "tests" / "golden" / "permissions.txt"
CALLERS: tuple[Caller, ...] = ("anyone", "this machine", *ROLES)


def spelled() -> str:
    """Each intent and each door with those who may; whoever is not named may not."""
    intents = {intent.__name__: callers for intent, callers in ALLOWED.items()}
    width = max(map(len, (*intents, *DOORS)))

    def row(name: str, callers: Collection[Caller]) -> str:
        return f"{name:{width}}  {', '.join(caller for caller in CALLERS if caller in callers) or 'nobody'}"

    parts = [
        ["INTENTS", *(row(name, callers) for name, callers in intents.items())],
        ["DOORS", *(row(name, callers) for name, callers in DOORS.items())],
        ["ROLES THAT A JOIN CODE CARRIES", ", ".join(BY_CODE)],
    ]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


if __name__ == "__main__":
    TARGET.write_text(spelled(), encoding="utf-8")
