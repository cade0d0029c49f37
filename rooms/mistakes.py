"""What is wrong in a file that a person wrote: where, what, and what to write instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

import msgspec

Where = tuple[str | int, ...]
"""The way into a file: names of entries and, in lists, numbers from 0; ("ladder", 3, "set")."""


class Problem(msgspec.Struct, frozen=True):
    """Something wrong at `where`; the line is found later, by whoever knows the text."""

    where: Where
    problem: str
    """One plain sentence."""
    instead: str
    """What to write, or what to do."""


class Mistake(msgspec.Struct, frozen=True):
    """A problem with its file and line (from 1)."""

    file: str
    line: int
    where: str
    problem: str
    instead: str

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{self.file}:{self.line}: {place}{self.problem} Write instead: {self.instead}"


class ScenarioError(ValueError):
    """A file of the library cannot be used; `mistakes` says why, in the order of the file."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes


def dotted(where: Where) -> str:
    """`beats.ask.cards[2]`, as it is shown to people."""
    text = ""
    for part in where:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def nearest(name: str, known: Iterable[str]) -> str:
    """What was probably meant by `name`, and otherwise what may be written."""
    names = list(known)
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return close[0]
    return "one of " + ", ".join(names) if names else "nothing here"


def unknown(where: Where, kind: str, name: str | None, known: Collection[str]) -> Iterator[Problem]:
    """A problem where `name` is none of `known`; nothing where it is, or where no name is written."""
    if name is not None and name not in known:
        yield Problem(where, f"There is no {kind} '{name}'.", nearest(name, known))
