"""Fuzzes what reads bytes from strangers, with atheris: packets of facts and what they ask of a room, and poses.

    python -m infra.hostile.fuzz --runs 20000 --seed 1    as the tests do
    python -m infra.hostile.fuzz --runs -1                until stopped

Whatever the bytes are: a packet within limits or MalformedPacketError, an outcome and a sound room, a finite pose.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from pathlib import Path
from typing import Any

import atheris
import msgpack
import msgspec
import structlog

with atheris.instrument_imports(include=["rooms", "server"]):
    from infra.virtual_room import VirtualRoom
    from rooms import intents as i
    from rooms.bodies import POSE_BYTES, Bodies
    from rooms.wire import Ask, Hello, Seen
    from server.packets import FactPacket, MalformedPacketError

KINDS = (Ask, Hello, Seen)


class Target:
    """One run after another, on a room that goes on while it is sound."""

    def __init__(self) -> None:
        self._bodies = Bodies(1)
        self._room = self._fresh()

    def _fresh(self) -> VirtualRoom:
        room = VirtualRoom("bus_stop")
        room.knock("t1", "therapist", "Nora")
        room.come("c1", "client", "Kim", by="t1")
        return room

    def run(self, data: bytes) -> None:
        """Raises for what must never happen."""
        self._pose(data)
        try:
            packet = FactPacket(encoded_packet=data)
        except MalformedPacketError:
            return
        payloads = packet.data[1:] if isinstance(packet.data, list) else [packet.data]
        for payload in payloads:
            for kind in KINDS:
                self._take(payload, kind)

    def _take(self, payload: Any, kind: type[msgspec.Struct]) -> None:
        try:
            found = msgspec.convert(payload, kind)
        except msgspec.ValidationError:
            return
        if isinstance(found, Ask):
            for who in ("c1", "t1"):
                self._room.runner.ask(self._room.actors[who], found.intent)
            msgspec.json.encode(self._room.runner.state)
            if self._room.runner.state.phase == "ended":
                self._room = self._fresh()

    def _pose(self, data: bytes) -> None:
        if self._bodies.put(0, data):
            head = self._bodies.head(0)
            if head is None or not all(math.isfinite(part) for part in (*head[0], *head[1])):
                raise AssertionError("a pose that is nowhere")


def write_corpus(folder: Path) -> None:
    """What honest pages send, to begin with."""
    intents = (
        i.Knock("Kim", "sol", "nb"), i.Say(text="hei"), i.Stand((0.5, 0.5), 90.0), i.WalkAs("berit", (1.0, 1.0)),
        i.SetCeiling("company", 2), i.SetStep(2), i.Continue(), i.Stop(), i.End(), i.Take("berit"), i.Mark("x"),
    )  # fmt: skip
    asks = [["intent", {"id": "a1", "intent": msgspec.to_builtins(intent)}] for intent in intents]
    packets = [{"type": 2, "nsp": "/", "data": data, "id": 1} for data in [*asks, ["seen", {"seq": 3}], ["ticket"]]]
    hello = {"protocol": 1, "seat": "x" * 32, "epoch": "e", "after": 4}
    written = [msgpack.packb(packet) for packet in [*packets, {"type": 0, "nsp": "/", "data": hello}]]
    for number, data in enumerate([*written, b"\x01\x03" + bytes(POSE_BYTES - 2)]):
        (folder / str(number)).write_bytes(data)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=-1)
    parser.add_argument("--seed", type=int, default=0, help="0: another one each time")
    options = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder))
        atheris.Setup(
            [
                sys.argv[0],
                folder,
                f"-runs={options.runs}",
                f"-seed={options.seed}",
                "-max_len=2048",
                "-rss_limit_mb=0",  # it would count the peak of whoever started us too
            ],
            Target().run,
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
