"""Writes the golden recording of the newest form of file under tests/golden/recordings, once for each version.

python infra/write_recording.py

What is there is never written again: a recording is for ever, so the tests read the old ones with the code of today.
The keys beside it are of no other use.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path
from typing import Final

import msgspec

from infra.golden_scene import record
from infra.load.made_up_session import Movement, ticks
from rooms.bodies import TICK, TICK_HEAD
from rooms.facts import Stamped
from rooms.state import RoomState
from server.recording.forms import Header
from server.recording.reader import SessionFile
from server.recording.seal import VERSION
from server.recording.session_writer import SessionWriter
from server.recording.site_key import SiteKey

GOLDEN: Final = Path(__file__).resolve().parent.parent / "tests" / "golden" / "recordings"
SESSION: Final = "golden"
EVER_MS: Final = 10**9
PEOPLE: Final = 3
TICK_MS: Final = 50
MOVING_MS: Final = (2000, 14_000)
SEED: Final = 7


class Expected(msgspec.Struct, frozen=True):
    """What a golden recording says: its facts and people, and digests of its poses and of a few moments' bodies."""

    facts: list[Stamped]
    people: dict[str, str | None]
    first_ms: int
    last_ms: int
    poses: str
    bodies: dict[int, str]


def open_golden(folder: Path) -> SessionFile:
    """The recording in a golden folder, opened with the key beside it. Raises BadFileError, OSError."""
    site = SiteKey.load_or_create(folder / "config" / "site.key", folder / "data")
    return SessionFile.open(folder / "data" / f"{SESSION}.proverom", site)


def expected_of(file: SessionFile) -> Expected:
    poses = file.poses(-1, EVER_MS)
    return Expected(
        file.facts(-1, EVER_MS), {one.id: one.name for one in file.info.people},
        file.info.first_ms, file.info.last_ms,
        hashlib.sha256(poses.t.astype("<i8").tobytes() + poses.rows.tobytes()).hexdigest(),
        {t: hashlib.sha256(file.bodies_at(t)).hexdigest() for t in range(*MOVING_MS, 3000)},
    )  # fmt: skip


def write(folder: Path) -> None:
    site = SiteKey.load_or_create(folder / "config" / "site.key", folder / "data")
    header = Header(SESSION, "golden", "bus_stop", "nb", 1_800_000_000.0, "golden")
    writer = SessionWriter(folder / "data" / f"{SESSION}.proverom", site, header)
    writer.begin(RoomState(), TICK_HEAD.pack(TICK, 0, 0, 0))
    moves = ticks(Movement(PEOPLE, SEED), *MOVING_MS, TICK_MS)
    for stamped in record():
        while moves and moves[0][0] < stamped.t:
            writer.tick(moves.pop(0)[1])
            writer.flush()
        writer.facts([stamped])
        writer.flush()
    writer.finish()
    with open_golden(folder) as file:
        (folder / "expected.json").write_bytes(msgspec.json.encode(expected_of(file)) + b"\n")


def main() -> int:
    folder = GOLDEN / f"v{VERSION}"
    if folder.exists():
        print(f"{folder.name} is there already: what it says must be readable for ever", file=sys.stderr)
        return 1
    try:
        write(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
