"""A room of eight who move and talk in real time and are recorded, in a process that is there to be killed.

`python -m infra.load.crash_child FOLDER KEYFRAME_MS CLOSE_MS` writes a line for whatever the recorder has been told:
`s MONOTONIC` when it was started (by the clock when the room was opened), `f NUMBER MS` a fact, `m MS` a tick, `c`
before it is closed, which is after CLOSE_MS, and `e` after.
"""

from __future__ import annotations

import asyncio
import math
import os
import sys
import time
from pathlib import Path
from typing import Final

from infra.load.made_up_session import bus_stop
from rooms.axes import AXES
from rooms.bodies import Bodies, Joint, pack_pose
from rooms.decide import open_room
from rooms.facts import Stamped
from rooms.intents import Admit, Continue, Knock, Mark, Say, Stand
from rooms.people import Actor
from rooms.refusals import Refusal
from server.counts import Counts
from server.logs import set_up_logs
from server.recording.forms import Header
from server.recording.site_key import SiteKey
from server.recording.writer import Recorder
from server.runner import RoomRunner

BODIES: Final = 8
TICK_S: Final = 1 / 30
SESSION: Final = "crash"
THERAPIST: Final = Actor("t1", "therapist")
PEOPLE: Final = [Actor(f"c{number}", "client") for number in range(BODIES)]


def say(line: str) -> None:
    """At once: nothing of it waits in this process."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def places(folder: Path) -> tuple[Path, SiteKey]:
    """The recording below `folder`, and the key outside the data folder."""
    site = SiteKey.load_or_create(folder / "config" / "site.key", folder / "data")
    return folder / "data" / "sessions" / f"{SESSION}.proverom", site


class Room:
    """The runner, the bodies and the recorder, told as a session would tell it."""

    def __init__(self, folder: Path, keyframe_ms: int) -> None:
        script = bus_stop()
        opening = open_room(script, "nb", dict.fromkeys(AXES, 4))
        if isinstance(opening, Refusal):
            raise RuntimeError(opening.code)
        path, site = places(folder)
        self.opened = time.monotonic()
        self.runner = RoomRunner(SESSION, "epoch", script, opening, time.monotonic, Counts())
        self.bodies = Bodies(BODIES)
        self.recorder = Recorder(
            path, site, Header(SESSION, "epoch", "bus_stop", "nb", time.time(), "bench"), time.monotonic,
            lambda state: None, keyframe_ms,
        )  # fmt: skip
        self.runner.ask(THERAPIST, Knock("Veileder", "nora", "nb"))
        for person in PEOPLE:
            self.runner.ask(person, Knock("Klient", "tor", "nb"))
            self.runner.ask(THERAPIST, Admit(person.id))
        self.runner.ask(THERAPIST, Continue())

    def start(self) -> None:
        self.recorder.start(self.runner.state, self.bodies.all(self.runner.now()))
        self.runner.listen(self._hear)
        say(f"s {self.opened}")

    def _hear(self, facts: list[Stamped]) -> None:
        self.recorder.facts(facts, self.runner.state)
        for stamped in facts:
            say(f"f {stamped.seq} {stamped.t}")

    def tick(self, number: int) -> None:
        """Everybody moves; one walks, speaks or is noted in turn."""
        for body in range(BODIES):
            angle = number / 20 + body
            head: Joint = (
                (math.sin(angle), 1.6, math.cos(angle)),
                (0.0, math.sin(angle / 2), 0.0, math.cos(angle / 2)),
            )
            self.bodies.put(body, pack_pose(head, head, head))
        t = self.runner.now()
        packet = self.bodies.take_tick(t)
        if packet is not None:
            self.recorder.tick(packet)
            say(f"m {t}")
        who = PEOPLE[number % BODIES]
        self.runner.ask(who, Stand((math.sin(number), 1.0), number % 360))
        if number % 5 == 0:
            self.runner.ask(who, Say(text=f"Dette er setning nummer {number}."))
        if number % 7 == 0:
            self.runner.ask(THERAPIST, Mark(f"merke {number}"))


async def run(folder: Path, keyframe_ms: int, close_ms: int) -> None:
    room = Room(folder, keyframe_ms)
    room.start()
    until = time.monotonic() + close_ms / 1000
    number = 0
    while time.monotonic() < until:
        room.tick(number)
        number += 1
        await asyncio.sleep(TICK_S)
    say("c")
    await room.recorder.finish()
    say("e")


if __name__ == "__main__":
    set_up_logs(sys.stderr, "warning")  # its output is for what is told, which a line of log would be mixed with
    asyncio.run(run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
