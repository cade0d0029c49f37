"""The recorder on a real clock and a real disk: its thread, a disk that fails, and kills."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from pathlib import Path

import pytest

from infra.load.crash import crash
from rooms import intents as i
from rooms.bodies import Bodies, pack_pose
from server.recording.writer import MOST_WAITING, Recorder, RecorderState
from tests.unit.server.recording.kit import HEADER, NOBODY, Place, RecordedRoom

EVER = 10**9
WITHIN_S = 10.0


class Heard:
    """What a recorder has told of itself."""

    def __init__(self) -> None:
        self.states: list[RecorderState] = []
        self._news = asyncio.Event()

    def __call__(self, state: RecorderState) -> None:
        self.states.append(state)
        self._news.set()

    async def next(self) -> RecorderState:
        """The state after those that were asked for so far."""
        async with asyncio.timeout(WITHIN_S):
            await self._news.wait()
        self._news.clear()
        return self.states[-1]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def room(place: Place) -> RecordedRoom:
    """A room that nobody records yet, with a client in it."""
    room = RecordedRoom(place)
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Kim", by="t1")
    return room


def recorder_of(room: RecordedRoom, heard: Heard) -> Recorder:
    recorder = Recorder(room.place.path, room.place.site, HEADER, time.monotonic, heard)
    room.runner.listen(lambda facts: recorder.facts(facts, room.runner.state))
    return recorder


async def test_a_recorder_writes_what_it_is_told_and_closes_the_file(room: RecordedRoom) -> None:
    heard = Heard()
    recorder = recorder_of(room, heard)
    recorder.start(room.runner.state, NOBODY)
    assert await heard.next() == RecorderState()
    with room.place.read() as file:
        assert not file.info.finished
    room.ask("t1", i.Continue())
    bodies = Bodies(12)
    for number in range(30):
        bodies.put(0, pack_pose(((number / 10, 1.6, 0.0), (0.0, 0.0, 0.0, 1.0))))
        packet = bodies.take_tick(1000 + number * 33)
        assert packet is not None
        recorder.tick(packet)
    assert await recorder.finish()
    assert await recorder.finish()
    with room.place.read() as file:
        assert file.info.finished
        assert len(file.poses(-1, EVER).t) == 30
        assert file.state_at(EVER).phase == "running"
    assert heard.states == [RecorderState()]


async def test_one_that_was_never_started_has_nothing_to_finish(room: RecordedRoom) -> None:
    assert not await recorder_of(room, Heard()).finish()
    assert not room.place.path.exists()


async def test_what_a_slow_disk_cannot_take_is_left_out_and_said_to_be(room: RecordedRoom) -> None:
    heard = Heard()
    recorder = recorder_of(room, heard)
    for _ in range(MOST_WAITING):
        recorder.tick(NOBODY)
    room.ask("t1", i.Mark("this is one too many"))
    recorder.start(room.runner.state, NOBODY)
    await heard.next()
    room.ask("t1", i.Continue())
    assert await recorder.finish()
    with room.place.read() as file:
        assert [why for _, _, why in file.info.gaps] == ["io_error"]
        assert file.state_at(EVER).phase == "running"
        assert "one too many" not in str(file.facts(-1, EVER))


def test_a_disk_that_fails_is_told_of_and_the_recording_goes_on_when_it_can(place: Place, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.live.full_disk", str(tmp_path)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    *states, end = run.stdout.split("\n")[:-1]
    assert states == ["recording", "io_error", "recording"]
    assert end.startswith("finished ")
    with place.read() as file:
        ((first, last, why),) = file.info.gaps
        assert why == "io_error"
        assert 0 < first < last
        assert file.info.finished
        assert file.damage() == []
        facts = file.facts(-1, EVER)
        assert file.state_at(EVER).seq == facts[-1].seq == int(end.split()[1])
        assert [stamped for stamped in facts if stamped.t < first]
        assert not [stamped for stamped in facts if first < stamped.t < last]


def test_a_killed_room_loses_next_to_nothing() -> None:
    """The short form of `proverom bench crash`: one kill at each kind of moment."""
    found = crash(5, seed=3)
    assert found.unreadable == 0
    assert found.facts_lost_ms_max <= 250
    assert found.movement_lost_ms_max <= 1000
