"""Checks scenarios for the console's page, in a process of its own: it takes 0.3 s, and rooms must not wait for it.

`python -m server.scenario_checking` reads a `Look` from its input, and writes what it has `Seen` to its output.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from typing import Any, Final

import msgspec
import structlog
import yaml

from rooms.mistakes import Mistake
from rooms.scenario import Scenario
from rooms.scenario_check import check
from rooms.scenario_file import load_general, load_places

log = structlog.get_logger("proverom.scenarios")

WITHIN_S: Final = 20.0
NICE: Final = 10
HEAD: Final = "# Written in the console of Prøverom. docs/scenarios.md tells what each entry is.\n"


class Look(msgspec.Struct, frozen=True):
    """What to look at: the text of a file, or else a scenario as plain values, which is then written as text too."""

    name: str
    """Of the file, for the mistakes."""
    text: str | None = None
    value: dict[str, Any] = {}


class Seen(msgspec.Struct, frozen=True):
    """The scenario (None: the text has no such form), the text of its file, and what is wrong or could be better."""

    scenario: Scenario | None
    text: str
    mistakes: list[Mistake]
    advice: list[Mistake]


class Checker:
    """Has scenarios checked, one at a time."""

    def __init__(self) -> None:
        self._one_at_a_time = asyncio.Lock()

    async def look(self, look: Look) -> Seen | None:
        """What was seen; None when that could not be said within twenty seconds. Cancelling is safe."""
        try:
            async with asyncio.timeout(WITHIN_S), self._one_at_a_time:
                return await _in_a_process(look)
        except TimeoutError:
            log.error("a scenario was not checked in time")
            return None


async def _in_a_process(look: Look) -> Seen | None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "server.scenario_checking",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        out, _ = await process.communicate(msgspec.msgpack.encode(look))
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
    if process.returncode != 0:
        log.error("a scenario could not be checked", status=process.returncode)
        return None
    return msgspec.msgpack.decode(out, type=Seen)


def seen(look: Look) -> Seen:
    """Looks here and now."""
    text = written(look.value) if look.text is None else look.text
    found = check(text, look.name, load_general(), load_places())
    return Seen(found.scenario, text, found.mistakes, found.advice)


class _Plain(yaml.SafeDumper):
    """Writes every text where it stands, also one that stands there twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def written(value: dict[str, Any]) -> str:
    """A scenario as the text of its file, the entries in the order of the structs."""
    dumped: str = yaml.dump(
        value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120, default_flow_style=None
    )
    return HEAD + dumped


def main() -> int:
    """The process: gives way to live rooms, and looks once."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    look = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Look)
    sys.stdout.buffer.write(msgspec.msgpack.encode(seen(look)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
