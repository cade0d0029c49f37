"""Kills a recording room again and again, at moments by chance, and looks what its file has lost.

What was lost is counted from the moment of the kill back to the oldest thing that the recorder had been told and the
file does not hold.
"""

from __future__ import annotations

import random
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, Final

import msgspec

from infra.load.crash_child import places
from server.recording.bad_file import BadFileError
from server.recording.reader import SessionFile
from server.recording.seal import SealError

KEYFRAME_MS: Final = 1000
"""Ten times as often as usual, so that more kills meet one."""
EVER_MS: Final = 10**9
START_S: Final = 60.0
MOMENTS: Final = ("start", "running", "running", "keyframe", "close")


class Crashes(msgspec.Struct, frozen=True):
    """What `bench crash` prints: of so many kills, the files that could not be opened and replayed, and the most that
    was lost (ms). `finished` were closed before the kill came."""

    kills: int
    unreadable: int
    facts_lost_ms_max: float
    movement_lost_ms_max: float
    finished: int
    no_file: int


class Told(msgspec.Struct):
    """What the recorder had been told when it was killed. Times in room ms."""

    opened: float = 0.0
    facts: dict[int, int] = {}
    ticks: list[int] = []
    killed: float = 0.0


class Lost(msgspec.Struct, frozen=True):
    """What one kill cost. `there`: there was a file."""

    facts_ms: float
    movement_ms: float
    there: bool
    finished: bool = False


def crash(kills: int, seed: int) -> Crashes:
    """Kills `kills` rooms, one after the other. Raises RuntimeError when a room does not start."""
    chance = random.Random(seed)
    lost: list[Lost] = []
    unreadable = 0
    for number in range(kills):
        with tempfile.TemporaryDirectory(prefix="proverom-crash-") as folder:
            told = _kill(Path(folder), MOMENTS[number % len(MOMENTS)], chance)
            try:
                lost.append(_look(Path(folder), told))
            except (BadFileError, SealError):
                unreadable += 1
    return Crashes(
        kills, unreadable,
        round(max((one.facts_ms for one in lost), default=0.0), 1),
        round(max((one.movement_ms for one in lost), default=0.0), 1),
        sum(one.finished for one in lost), sum(not one.there for one in lost),
    )  # fmt: skip


def _kill(folder: Path, moment: str, chance: random.Random) -> Told:
    """Starts a room, and ends it with SIGKILL at a moment of that kind."""
    close_ms = chance.randint(200, 1500) if moment == "close" else 60_000
    command = [sys.executable, "-m", "infra.load.crash_child", str(folder), str(KEYFRAME_MS), str(close_ms)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0)
    assert child.stdout is not None
    with child, child.stdout as told:
        try:
            lines = _lines_until(told, b"c" if moment == "close" else b"s", START_S)
            time.sleep(_after(moment, chance))
        finally:
            child.kill()
        killed = time.monotonic()
        lines += told.read().split(b"\n")
    return _read(lines, killed)


def _after(moment: str, chance: random.Random) -> float:
    """Seconds from the line that is waited for to the kill."""
    if moment == "start":
        return chance.uniform(0, 0.15)
    if moment == "keyframe":
        return chance.randint(1, 2) * KEYFRAME_MS / 1000 + chance.uniform(-0.02, 0.2)
    return chance.uniform(0, 0.015) if moment == "close" else chance.uniform(0.2, 2.5)


def _lines_until(told: IO[bytes], start: bytes, seconds: float) -> list[bytes]:
    """The lines up to one that starts so."""
    until = time.monotonic() + seconds
    lines: list[bytes] = []
    while not lines or not lines[-1].startswith(start):
        if not select.select([told], [], [], max(0.0, until - time.monotonic()))[0]:
            raise RuntimeError("the room does not start")
        line = told.readline()
        if not line:
            raise RuntimeError("the room ended by itself")
        lines.append(line)
    return lines


def _read(lines: list[bytes], killed: float) -> Told:
    told = Told()
    for line in lines:
        match line.split():
            case [b"s", opened]:
                told.opened = float(opened)
            case [b"f", seq, t]:
                told.facts[int(seq)] = int(t)
            case [b"m", t]:
                told.ticks.append(int(t))
    told.killed = (killed - told.opened) * 1000
    return told


def _look(folder: Path, told: Told) -> Lost:
    """Opens and replays the file. Raises BadFileError, SealError."""
    path, site = places(folder)
    if not path.exists():
        return _lost(told, set(), set(), there=False)
    with SessionFile.open(path, site) as file:
        if file.damage():
            raise BadFileError("damaged")
        facts = {stamped.seq for stamped in file.facts(-1, EVER_MS)}
        ticks = set(file.poses(-1, EVER_MS).t.tolist())
        for t in range(file.info.first_ms, file.info.last_ms, 100):
            file.at(t)
        return _lost(told, facts, ticks, there=True, finished=file.info.finished)


def _lost(told: Told, facts: set[int], ticks: set[int], there: bool, finished: bool = False) -> Lost:
    lost_facts = [t for seq, t in told.facts.items() if seq not in facts]
    lost_ticks = [t for t in told.ticks if t not in ticks]
    return Lost(
        told.killed - min(lost_facts, default=told.killed),
        told.killed - min(lost_ticks, default=told.killed),
        there, finished,
    )  # fmt: skip
