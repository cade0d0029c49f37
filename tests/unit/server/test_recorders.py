"""Who is recorded: whatever people answer, and whenever they come and go, exactly what was said under a yes is kept."""

from __future__ import annotations

import asyncio
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from infra.virtual_room import VirtualRoom
from rooms import intents as i
from rooms.facts import RecorderTroubled, Said
from rooms.people import Role
from rooms.state import RoomState
from server.counts import Counts
from server.recorders import Recorders, as_it_begins, not_agreed
from server.recording.reader import SessionFile
from server.recording.session_writer import SessionWriter
from server.recording.site_key import SiteKey
from server.recordings import Recordings
from server.sessions import Session
from server.stream import RoomStream
from server.supervision import Supervisor

PEOPLE: Final[dict[str, Role]] = {"c1": "client", "p1": "peer", "o1": "observer", "t1": "therapist"}
SPEAKERS: Final = ("c1", "p1", "t1")
NAMES: Final = {"c1": "Kimberley", "p1": "Olaus", "o1": "Idunn", "t1": "Noraline"}
NAME: Final = "0123456789ab"
EVER: Final = 10**9
LONG_S: Final = 60.0

Step = tuple[str, str]
MOVES: Final[list[Step]] = [
    ("yes", "c1"), ("no", "c1"), ("say", "c1"), ("yes", "p1"), ("no", "p1"), ("say", "p1"), ("leave", "p1"),
    ("no", "t1"), ("say", "t1"), ("stop", "t1"), ("ask", "t1"), ("come", "o1"), ("yes", "o1"),
]  # fmt: skip
STEPS = st.lists(st.sampled_from(MOVES), min_size=5, max_size=30)


@pytest.fixture(scope="module", autouse=True)
def patience() -> Iterator[None]:
    """The machine may be busy: nothing is given up here for that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("server.recorders.CLOSE_WITHIN_S", LONG_S)
        patch.setattr("server.recorders.CLOSED_S", LONG_S)
        patch.setattr("server.recording.writer.FINISH_S", LONG_S)
        yield


class Recorded:
    """A room in virtual time with the real recorders, whose file is in `folder`. Made in a running loop."""

    def __init__(self, folder: Path) -> None:
        self.room = VirtualRoom("bus_stop")
        self.room.runner.name = NAME
        self.recordings = Recordings(folder / "data", SiteKey.load_or_create(folder / "site.key", folder / "data"))
        self.recorders = Recorders(self.recordings, time.monotonic)
        session = Session(self.room.runner, RoomStream(self.room.runner, Counts()), Supervisor("test"), 0.0)
        self.recorders.attend(session)
        self.kept: list[str] = []
        """What is to be in the file."""
        self.agreed: set[str] = set()
        """Those who had said yes at some time while it was recorded."""
        self._number = 0

    async def step(self, what: str, who: str) -> None:
        room = self.room
        if what == "come" and room.runner.state.people.get(who) is None:
            room.knock(who, PEOPLE[who], NAMES[who])
            room.ask("t1", i.Admit(who))
        elif who in room.actors:
            self._number += 1
            intents: dict[str, i.Intent] = {
                "yes": i.Consent(True), "no": i.Consent(False), "leave": i.Leave(), "ask": i.AskToRecord(),
                "stop": i.StopRecording(), "say": i.Say(text=f"line {self._number} of {who}"),
            }  # fmt: skip
            done = room.ask(who, intents.get(what, i.Calmer())).ok
            now = room.runner.state.recording
            if what == "say" and done and now.on and now.answers.get(who):
                self.kept.append(f"line {self._number} of {who}")
        recording = room.runner.state.recording
        if recording.on:
            self.agreed |= {person for person, yes in recording.answers.items() if yes}
        await self.recorders.closed(NAME)

    def trouble(self) -> str:
        return self.room.runner.state.recording.trouble

    def read(self) -> SessionFile:
        return SessionFile.open(self.recordings.path_of(NAME), self.recordings.site)


@settings(max_examples=25, deadline=None)
@given(STEPS, st.booleans())
@example([("no", "c1"), ("say", "c1"), ("yes", "c1"), ("say", "c1")], True)
@example([("leave", "p1"), ("no", "t1"), ("no", "c1"), ("say", "c1")], True)
@example([("come", "o1"), ("yes", "o1"), ("stop", "t1"), ("say", "t1"), ("ask", "t1")], True)
def test_exactly_what_was_said_under_a_yes_is_kept(steps: list[Step], begun: bool) -> None:
    first = [("come", "t1"), ("come", "c1"), ("come", "p1")]
    agree = [("ask", "t1"), ("yes", "c1"), ("yes", "p1")] if begun else []
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_all_of(Path(folder), [*first, *agree, *steps]))


async def _all_of(folder: Path, steps: list[Step]) -> None:
    recorded = Recorded(folder)
    for what, who in steps:
        await recorded.step(what, who)
    await recorded.recorders.close()
    if not recorded.agreed:
        assert recorded.recordings.all() == []
        return
    with recorded.read() as file:
        facts = [stamped.fact for stamped in file.facts(-1, EVER)]
        said = [fact.words["nb"] for fact in facts if isinstance(fact, Said) and fact.who in PEOPLE]
        assert said == recorded.kept
        named = {one.id for one in file.info.people if one.name is not None}
        assert named <= recorded.agreed
        assert not any(NAMES[who] in str(facts) for who in PEOPLE if who not in recorded.agreed)


def test_a_recording_begins_with_nothing_that_was_before_and_nobody_who_has_not_agreed() -> None:
    room = VirtualRoom("bus_stop")
    room.knock("t1", "therapist", "Nora")
    room.come("c1", "client", "Kim", by="t1")
    room.ask("t1", i.Continue())
    room.ask("c1", i.Say(text="before"))
    room.ask("t1", i.Mark("noted before"))
    room.ask("t1", i.AskToRecord())
    room.ask("c1", i.Consent(True))
    room.knock("p1", "peer", "Ola")
    state = room.runner.state
    begins = as_it_begins(state)
    assert not_agreed(state) == {"p1"}
    assert (begins.lines, begins.notes, begins.asked) == ([], [], None)
    assert [(one.id, one.name) for one in begins.people.values()] == [("t1", "Nora"), ("c1", "Kim"), ("p1", "")]
    assert (len(state.lines), len(state.notes), state.people["p1"].name) == (1, 1, "Ola")
    assert (begins.beat, begins.levels, begins.seq) == (state.beat, state.levels, state.seq)


async def test_who_agrees_anew_while_the_file_is_being_closed_is_recorded_as_soon_as_it_is(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path)
    for what, who in [("come", "t1"), ("ask", "t1"), ("say", "t1")]:
        await recorded.step(what, who)
    recorded.room.ask("t1", i.StopRecording())
    recorded.room.ask("t1", i.AskToRecord())
    await recorded.recorders.closed(NAME)
    await recorded.step("say", "t1")
    await recorded.recorders.close()
    with recorded.read() as file:
        said = [stamped.fact for stamped in file.facts(-1, EVER) if isinstance(stamped.fact, Said)]
        assert [fact.words["nb"] for fact in said] == ["line 2 of t1", "line 3 of t1"]


async def test_a_disk_that_takes_too_long_to_close_a_file_never_has_two_who_write_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing, beside, slow = list[SessionWriter](), list[SessionWriter](), threading.Event()
    finish, begin = SessionWriter.finish, SessionWriter.begin

    def finish_late(writer: SessionWriter) -> None:
        writing.append(writer)
        slow.wait(LONG_S)
        finish(writer)
        writing.remove(writer)

    def begin_watched(writer: SessionWriter, live: RoomState, bodies: bytes) -> None:
        beside.extend(writing)
        begin(writer, live, bodies)

    monkeypatch.setattr(SessionWriter, "finish", finish_late)
    monkeypatch.setattr(SessionWriter, "begin", begin_watched)
    recorded = Recorded(tmp_path)
    for what, who in [("come", "t1"), ("ask", "t1"), ("say", "t1")]:
        await recorded.step(what, who)
    with monkeypatch.context() as soon:
        soon.setattr("server.recording.writer.FINISH_S", 0.05)
        soon.setattr("server.recorders.CLOSED_S", 0.01)
        recorded.room.ask("t1", i.StopRecording())
        recorded.room.ask("t1", i.AskToRecord())
        async with asyncio.timeout(LONG_S / 6):
            while recorded.trouble() != "io_error":
                await recorded.recorders.closed(NAME)
                await asyncio.sleep(0)
    assert recorded.recorders.is_writing(NAME)
    slow.set()
    await recorded.step("say", "t1")
    await recorded.step("say", "t1")
    await recorded.recorders.close()
    assert (recorded.trouble(), beside) == ("", [])
    with recorded.read() as file:
        assert file.info.finished
        said = [stamped.fact.words["nb"] for stamped in file.facts(-1, EVER) if isinstance(stamped.fact, Said)]
        assert (said[0], said[-1]) == ("line 2 of t1", "line 4 of t1")


async def test_where_nothing_can_be_recorded_staff_are_told() -> None:
    room = VirtualRoom("bus_stop")
    Recorders(None).attend(Session(room.runner, RoomStream(room.runner, Counts()), Supervisor("test"), 0.0))
    room.knock("t1", "therapist", "Nora")
    room.ask("t1", i.AskToRecord())
    assert room.runner.state.recording.on
    await asyncio.sleep(0)
    assert room.runner.state.recording.trouble == "io_error"
    assert room.runner.log[-1].fact == RecorderTroubled("io_error")


@pytest.mark.parametrize("again", [1, 2])
async def test_a_stop_of_the_server_closes_the_file_and_nothing_begins_after_it(tmp_path: Path, again: int) -> None:
    recorded = Recorded(tmp_path)
    for what, who in [("come", "t1"), ("ask", "t1"), ("say", "t1")]:
        await recorded.step(what, who)
    for _ in range(again):
        await recorded.recorders.close()
    await recorded.step("say", "t1")
    with recorded.read() as file:
        assert file.info.finished
        assert len(file.facts(-1, EVER)) == 1
