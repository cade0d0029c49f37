"""Ways in which a person may break a scenario file, and where in the file one would look for it.

Each way takes the lines of a good file and chance, and gives the broken lines with the block (first and last line, from
1) in which the mistake is to be named; None when the line that chance chose has nothing to break.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple


class Broken(NamedTuple):
    lines: list[str]
    first: int
    last: int


_Value = tuple[str, str, str]
"""A whole `name: value`, its name, its value."""
Way = Callable[[list[str], int, Random], "Broken | None"]

NAMING = (
    "reply",
    "then",
    "reaches",
    "speaker",
    "look",
    "icon",
    "home",
    "opens",
    "shown",
    "place",
    "sound",
    "part",
    "by",
)
"""Entries whose value must be the name of something."""
NEEDED = ("speaker", "about", "hint", "shown", "manner", "look", "home", "words", "phrasings", "open", "critical", "en")
NUMBERS = ("after", "level", "company", "minutes", "help", "seconds", "load", "warmth")
_ENTRY = re.compile(r'^(\s*)((?:- )*)("?\w+"?):(?: (.*))?$')
_IN_BRACES = re.compile(r"(?<=[{ ])(\w+): ([^{},\[\]]+)(?=[,}])")


def misspelt_entry(lines: list[str], at: int, chance: Random) -> Broken | None:
    """The name of an entry with a letter too many."""
    found = _ENTRY.match(lines[at])
    if found is None or found[3] not in (*NEEDED, *NAMING, *NUMBERS):
        return None
    return _changed(lines, at, lines[at].replace(f"{found[3]}:", f"{found[3]}x:", 1), _around(lines, at))


def missing_entry(lines: list[str], at: int, chance: Random) -> Broken | None:
    """An entry that must be there, gone with all that it holds."""
    found = _ENTRY.match(lines[at])
    if found is None or found[3] not in NEEDED or found[2]:
        return None
    first, last = _around(lines, at)
    end = _end(lines, at)
    return Broken(lines[:at] + lines[end:], first, last - (end - at))


def twice(lines: list[str], at: int, chance: Random) -> Broken | None:
    """An entry that stands there twice."""
    found = _ENTRY.match(lines[at])
    if found is None or found[2]:
        return None
    end = _end(lines, at)
    return Broken(lines[:end] + lines[at:], at + 1, end + end - at)


def unknown_name(lines: list[str], at: int, chance: Random) -> Broken | None:
    """A name that names nothing."""
    names = [found for found in _values(lines[at]) if found[1] in NAMING and found[2] not in ("null", "~")]
    return _with_value(lines, at, chance, names, lambda value: f"{value.strip()}_zq")


def nothing(lines: list[str], at: int, chance: Random) -> Broken | None:
    """A text or number that is not there."""
    values = [found for found in _values(lines[at]) if found[1] in (*NEEDED, *NAMING, "nb", "after", "minutes")]
    return _with_value(lines, at, chance, values, lambda _: chance.choice(['""', "''", '" "']))


def wrong_kind(lines: list[str], at: int, chance: Random) -> Broken | None:
    """A list or entries where one text or number is wanted, or a word where a number is."""
    values = [found for found in _values(lines[at]) if found[1] in (*NAMING, *NUMBERS, "nb", "en", "name", "beat")]
    return _with_value(lines, at, chance, values, lambda _: chance.choice(["[a, b]", "{a: b}"]))


def wrong_number(lines: list[str], at: int, chance: Random) -> Broken | None:
    """A level that there is not, or no number at all."""
    values = [found for found in _values(lines[at]) if found[1] in NUMBERS and found[2].strip().isdecimal()]
    return _with_value(lines, at, chance, values, lambda _: chance.choice(["-1", "900", "many", "1,5", "2.5.1"]))


def bad_indent(lines: list[str], at: int, chance: Random) -> Broken | None:
    """A line that begins a column too far to the left or right."""
    if _ENTRY.match(lines[at]) is None or not lines[at].startswith("  ") or at + 1 >= len(lines):
        return None
    if _indent(lines[at - 1]) != _indent(lines[at]) or _ENTRY.match(lines[at - 1]) is None:
        return None
    moved = chance.choice([f" {lines[at]}", lines[at][1:]])
    first, last = _around(lines, at)
    return _changed(lines, at, moved, (first, last + 1))


def broken_sign(lines: list[str], at: int, chance: Random) -> Broken | None:
    """A bracket or colon that is gone, a quotation mark that never ends, or a tab."""
    line = lines[at]
    if _ENTRY.match(line) is None or line.count("{") != 1 or not line.endswith("}"):
        return None
    changed = chance.choice([line[:-1], line.replace("{", "", 1), line.replace(": ", ":", 1) + "}", f"\t{line}"])
    return _changed(lines, at, changed, (max(1, at - 1), min(len(lines), at + 3)))


def forbidden(lines: list[str], at: int, chance: Random) -> Broken | None:
    """A word that is never said."""
    texts = [found for found in _values(lines[at]) if found[1] == "nb" and '"' not in found[2] and "'" not in found[2]]
    return _with_value(lines, at, chance, texts, lambda value: f"{value.strip()} narkoman")


WAYS: tuple[Way, ...] = (
    misspelt_entry, missing_entry, twice, unknown_name, nothing, wrong_kind, wrong_number, bad_indent, broken_sign,
    forbidden,
)  # fmt: skip


def break_it(text: str, way: Way, chance: Random) -> Broken:
    """`text` broken in this way at a line by chance."""
    lines = text.splitlines()
    while True:
        broken = way(lines, chance.randrange(1, len(lines) - 1), chance)
        if broken is not None and broken.lines != lines:
            return broken


def _values(line: str) -> list[_Value]:
    """Each `name: value` of the line, also within braces."""
    if "#" in line:
        return []
    values = [(found[0], found[1], found[2]) for found in _IN_BRACES.finditer(line)]
    found = _ENTRY.match(line)
    if found is not None and found[4] and found[4][0] not in "{[&*|>":
        values.append((f"{found[3]}: {found[4]}", found[3], found[4]))
    return values


def _with_value(
    lines: list[str], at: int, chance: Random, values: list[_Value], other: Callable[[str], str]
) -> Broken | None:
    if not values:
        return None
    whole, name, value = chance.choice(values)
    return _changed(lines, at, lines[at].replace(whole, f"{name}: {other(value)}", 1), _around(lines, at))


def _changed(lines: list[str], at: int, line: str, block: tuple[int, int]) -> Broken:
    return Broken([*lines[:at], line, *lines[at + 1 :]], *block)


def _around(lines: list[str], at: int) -> tuple[int, int]:
    """The block (first and last line, from 1) of the entry in which the line at index `at` stands."""
    first = at
    while first > 0 and (not lines[first].strip() or _indent(lines[first]) >= _indent(lines[at])):
        first -= 1
    return (first + 1, _end(lines, first)) if _indent(lines[at]) else (1, len(lines))


def _end(lines: list[str], at: int) -> int:
    """The index behind the last line of what begins at index `at`."""
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > _indent(lines[at])):
        end += 1
    return end


def _indent(line: str) -> int:
    """Columns before the first name, the dashes of a list counted in."""
    found = re.match(r"\s*(?:- )*", line)
    return found.end() if found is not None else 0
