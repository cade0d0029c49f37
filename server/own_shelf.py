"""The folder of the clinic's own scenarios: which are there, and writing one whole or not at all."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Final

from server.own_scenarios import own_files, own_folder
from server.recording.key_file import sync

ID: Final = re.compile(r"[a-z][a-z0-9_]{1,39}")
_ID_LINE: Final = re.compile(r"^id:[ \t]*[\"']?(\w+)", re.MULTILINE)
MOST_OWN: Final = 200
_ROOT_LENGTH: Final = 32
"""So much of a name is kept in that of its copy, which must hold in forty letters."""


def own_by_id(data: Path) -> dict[str, Path]:
    """The files by the id that stands in them, or by their name where none does. Calls wait for the disk."""
    found: dict[str, Path] = {}
    for name, path in own_files(data).items():
        found.setdefault(_id_in(path) or name, path)
    return found


def _id_in(path: Path) -> str | None:
    try:
        line = _ID_LINE.search(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
    return line.group(1) if line else None


def free_id(source: str, taken: Collection[str]) -> str:
    """An id for a copy of `source`: its own with "own" behind it, and a number where that is taken."""
    root = f"{source.removesuffix('_own')[:_ROOT_LENGTH]}_own"
    if root not in taken:
        return root
    return next(name for number in range(2, 2 + len(taken)) if (name := f"{root}{number}") not in taken)


def path_for(data: Path, scenario: str) -> Path:
    """Where a new scenario with this id is written. Raises ValueError for what is no id."""
    if not ID.fullmatch(scenario):
        raise ValueError(f"{scenario!r} is no id")
    return own_folder(data) / f"{scenario}.yaml"


def put(path: Path, text: str) -> None:
    """On the disk when this returns, and whole at any moment. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except (OSError, UnicodeEncodeError):
        Path(beside).unlink(missing_ok=True)
        raise
    sync(path.parent)
