"""Speaking: what cuts a line short, whose it is, what counts as a pause and as a word."""

from __future__ import annotations

import pytest

from rooms import facts as f
from rooms.measures.clock import SceneClock
from rooms.measures.talk import Speech, answers, count_words, speeches
from tests.unit.rooms.measures import tiny


def spoken(*told: tuple[int, f.Fact], until: int = 60_000) -> tuple[list[Speech], SceneClock]:
    log = tiny.stamped(
        (0, f.Opened(tiny.scene("berit", "olav"), "nb", {}, {}, 0)), (0, tiny.phase("running", "start")), *told
    )
    clock = SceneClock(log, until)
    return speeches(log, clock), clock


def test_the_next_avatar_cuts_an_avatar_short() -> None:
    lines, _ = spoken((1000, tiny.said("berit", "Hei", 3000)), (2000, tiny.said("olav", "Hei", 1000)))
    assert [line.parts for line in lines] == [[(1000, 2000)], [(2000, 3000)]]


def test_a_person_cuts_only_themselves_short() -> None:
    lines, _ = spoken(
        (1000, tiny.said("berit", "Hei", 3000)),
        (2000, tiny.said("c1", "Hei", 2000)),
        (3000, tiny.said("c1", "Du", 500)),
    )
    assert [line.parts for line in lines] == [[(1000, 4000)], [(2000, 3000)], [(3000, 3500)]]


def test_what_is_said_in_a_pause_is_said_all_the_same() -> None:
    lines, _ = spoken((1000, tiny.phase("paused", "pause")), (2000, tiny.said("c1", "Hei", 1500)))
    assert lines[0].parts == [(2000, 3500)]


def test_nobody_speaks_after_the_end() -> None:
    lines, _ = spoken((1000, tiny.said("berit", "Hei", 3000)), (1000, tiny.said("c1", "Hei", 3000)), until=2000)
    assert [line.parts for line in lines] == [[(1000, 2000)], [(1000, 2000)]]


def test_four_kinds_of_lines_are_told_apart() -> None:
    lines, _ = spoken(
        (1, tiny.said("berit", "manus", 1)),
        (2, tiny.said("berit", "modell", 1, source="model")),
        (3, tiny.said("berit", "fritt", 1, source="person", by="t1")),
        (4, tiny.said("berit", "valgt av et menneske", 1, by="t1")),
        (5, tiny.said("t1", "selv", 1)),
    )
    assert [line.kind for line in lines] == ["authored", "model", "played", "played", "person"]


def test_only_the_first_line_after_an_avatar_is_an_answer_to_it() -> None:
    lines, clock = spoken(
        (1000, tiny.said("c1", "Hei", 500)),
        (2000, tiny.said("berit", "Hei", 1000)),
        (2500, tiny.said("c1", "Midt i", 500)),
        (9000, tiny.said("c1", "Og så", 500)),
        (10_000, tiny.said("p1", "Bra", 500)),
        (11_000, tiny.said("berit", "Ja", 1000)),
        (13_000, tiny.phase("paused", "pause")),
        (15_000, tiny.phase("running", "continue")),
        (16_000, tiny.said("c1", "Da går jeg", 500)),
    )
    # The pause of the room is not the person's: 12–13 s and 15–16 s.
    assert [answer.pause_ms for answer in answers(lines, "c1", clock)] == [None, 0, None, 2000]


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("…", 0), ("Når går bussen?", 3), ("I don’t know", 3), ("buss-stoppet på Grønland, kl. 12", 5)],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert count_words(text) == count
