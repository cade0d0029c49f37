"""Writes the vectors under tests/golden/wire, which the Python and the TypeScript tests both read.

python infra/write_golden.py            writes them; the scene of fold.json is played anew
python infra/write_golden.py --check    exits 1 when a file says something else than the code

A recorded log must fold for ever, so the check never plays the scene again: it folds the log that is there.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from infra.golden_bodies import motion_vectors, pose_vectors
from infra.golden_packets import packet_vectors
from infra.golden_scene import record
from rooms.audience import hears, view_for
from rooms.facts import Stamped
from rooms.fold import apply
from rooms.state import RoomState

TARGET = Path(__file__).resolve().parent.parent / "tests" / "golden" / "wire"
STATE_EVERY = 12
"""A state is large: one every so many facts, and the last."""
WHO = ("c1", "p1", "o1", "t1", "c2")

Vectors = dict[str, Any]


def fold_vectors(log: list[Stamped]) -> Vectors:
    """A recorded scene, and the room's state after some of its facts."""
    state = RoomState()
    states = []
    for stamped in log:
        apply(state, stamped)
        if stamped.seq % STATE_EVERY == 0 or stamped is log[-1]:
            states.append({"after": stamped.seq, "state": msgspec.to_builtins(state)})
    return {
        "about": "A whole scene. Folding `facts` up to number `after` from an empty room gives `state`.",
        "facts": msgspec.to_builtins(log),
        "states": states,
    }


def audience_vectors(log: list[Stamped]) -> Vectors:
    """What each person of the scene is told of it, and what they are shown when they come in the middle."""
    state = RoomState()
    told: dict[str, list[int]] = {who: [] for who in WHO}
    views: list[dict[str, Any]] = []
    for stamped in log:
        apply(state, stamped)
        for who in WHO:
            if who in state.people and hears(state, state.people[who], stamped.fact):
                told[who].append(stamped.seq)
        if stamped.seq == len(log) // 2:
            views = [
                {"person": who, "after": stamped.seq, "state": msgspec.to_builtins(view_for(state, state.people[who]))}
                for who in WHO
            ]
    return {
        "about": "The scene of fold.json: `told` are the numbers of the facts that each person hears of, in order; "
        "`views` are the snapshots they would get after fact `after`.",
        "told": told,
        "views": views,
    }


def vectors(log: list[Stamped]) -> dict[str, Vectors]:
    """Every golden file by its name."""
    return {
        "poses.json": pose_vectors(),
        "motion.json": motion_vectors(),
        "fold.json": fold_vectors(log),
        "audience.json": audience_vectors(log),
        "packets.json": packet_vectors(),
    }


def spelled(content: Vectors) -> str:
    """JSON with one entry of a list a line: short enough to read a change, and not one number a line."""
    parts = []
    for key, value in content.items():
        if isinstance(value, list):
            rows = ",\n".join(f"  {json.dumps(entry, ensure_ascii=False)}" for entry in value)
            parts.append(f"{json.dumps(key)}: [\n{rows}\n]")
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def recorded_log() -> list[Stamped]:
    """The log that fold.json holds. Raises OSError, msgspec.ValidationError."""
    found = json.loads((TARGET / "fold.json").read_text(encoding="utf-8"))
    return msgspec.convert(found["facts"], list[Stamped])


def stale(log: list[Stamped]) -> list[str]:
    """The names of the files that do not say what the code says."""
    texts = {name: spelled(content) for name, content in vectors(log).items()}
    return [name for name, text in texts.items() if (TARGET / name).read_text(encoding="utf-8") != text]


def main() -> int:
    if "--check" in sys.argv:
        names = stale(recorded_log())
        for name in names:
            print(f"{name} is stale: run python infra/write_golden.py and look at what changed", file=sys.stderr)
        return int(bool(names))
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, content in vectors(record()).items():
        (TARGET / name).write_text(spelled(content), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
