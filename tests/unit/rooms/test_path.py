"""What is kept of a round on a person's path: when, and nothing that was said."""

from __future__ import annotations

import msgspec

from infra.virtual_room import load_script, load_understanding
from rooms import intents as i
from rooms.path import MOST_ENTRIES, Path, PathEntry, entry_of
from server.virtual_room import VirtualRoom

TODAY = "2026-11-22"


def begun(step: int = 2) -> VirtualRoom:
    room = VirtualRoom(load_script("bus_stop"), load_understanding("bus_stop"), step=step)
    room.knock("staff", "therapist", "Staff")
    room.come("client", "client", "Sol", by="staff")
    assert room.ask("staff", i.Continue()).ok
    return room


def of(room: VirtualRoom) -> PathEntry | None:
    return entry_of(room.runner.state, "s1", "bus_stop", TODAY)


def say(room: VirtualRoom, text: str) -> None:
    assert room.ask("client", i.Say(text=text)).ok
    room.advance(20_000)


def test_a_round_is_kept_once_it_has_reached_its_closing() -> None:
    room = begun()
    room.advance(10_000)
    say(room, "Når går bussen?")
    assert room.ask("client", i.AskHelp()).ok
    assert of(room) is None
    say(room, "Jeg vil gå")
    room.advance(30_000)
    assert room.runner.state.beat == "closing"
    assert room.ask("client", i.MakeWish("harder")).ok
    room.advance(1000)
    entry = of(room)
    assert entry is not None
    assert (entry.scenario, entry.date, entry.step, entry.help, entry.helps) == ("bus_stop", TODAY, 2, 1, 1)
    assert "asked" in entry.goals
    assert entry.wish == "harder"
    assert entry.suggestion == room.runner.state.suggestion is not None
    assert b"bussen" not in msgspec.json.encode(entry)


def test_a_session_that_ends_early_keeps_what_was_begun_and_nothing_else() -> None:
    room = begun()
    assert room.ask("staff", i.End()).ok
    assert of(room) is None
    room = begun()
    room.advance(10_000)
    say(room, "Hei")
    assert room.ask("staff", i.End()).ok
    entry = of(room)
    assert entry is not None
    assert (entry.goals, entry.wish) == ([], None)


def test_a_round_begun_again_is_another_and_the_one_before_leaves_no_mark() -> None:
    room = begun()
    room.advance(10_000)
    say(room, "Hei")
    assert room.ask("staff", i.Again()).ok
    assert of(room) is None
    assert room.ask("staff", i.End()).ok
    assert of(room) is None


def test_an_entry_is_mended_not_doubled_and_the_oldest_go_first() -> None:
    entry = PathEntry("r0", TODAY, "bus_stop", 1, 0, 0, [], None, None)
    path = Path("p", "Fjelltur").with_entry(entry)
    changed = msgspec.structs.replace(entry, wish="again")
    assert path.with_entry(changed).entries == [changed]
    assert path.without("r0").entries == []
    for number in range(1, MOST_ENTRIES + 5):
        path = path.with_entry(msgspec.structs.replace(entry, id=f"r{number}"))
    assert (len(path.entries), path.entries[-1].id) == (MOST_ENTRIES, f"r{MOST_ENTRIES + 4}")
