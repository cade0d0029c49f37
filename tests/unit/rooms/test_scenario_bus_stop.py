"""The bus stop keeps its promises: a board that agrees with what is said, kindness where it must be, ways enough."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from rooms.axes import AXES, COMPANY, LANGUAGES, TONES, Language
from rooms.scenario import BoardLevel, Scenario
from rooms.scenario_file import library, load_general, load_scenario
from rooms.scenario_pressure import Words
from rooms.script import MOST_CARDS

GENERAL = load_general()
BUS_STOP = load_scenario(library()["bus_stop"])
TOWN: dict[Language, str] = {"nb": "Sentrum", "en": "Town centre"}


def minutes(clock: str) -> int:
    hours, past = clock.split(":")
    return int(hours) * 60 + int(past)


def board_levels(scenario: Scenario) -> list[BoardLevel]:
    return scenario.boards[0].levels


def lines_of(reply: str) -> list[Words]:
    both = (BUS_STOP.replies[reply].open, BUS_STOP.replies[reply].critical)
    return [words for side in both for tone in TONES for words in side[tone]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", range(5))
def test_what_is_said_of_the_bus_can_be_read_on_the_board(level: int, language: Language) -> None:
    board = board_levels(BUS_STOP)[level]
    values = board.values
    rows = [row.split("|") for row in board.rows[language][1:]]
    [times] = [row[2] for row in rows if row[0] == values["line"] and row[1] == TOWN[language]]
    ahead = [clock for clock in re.findall(r"\d\d:\d\d", times) if minutes(clock) >= minutes(values["clock"])]
    assert ahead[:2] == [values["next"], values["after"]]
    assert minutes(values["next"]) - minutes(values["clock"]) == int(values["minutes"])


def test_the_board_gets_harder_and_is_the_same_in_both_languages() -> None:
    levels = board_levels(BUS_STOP)
    assert len(levels[0].rows["nb"]) == 3, "two buses, large and clear"
    sizes = [len(level.rows["nb"]) for level in levels]
    assert all(after > before for before, after in pairwise(sizes))
    for level in levels:
        assert len(level.rows["nb"]) == len(level.rows["en"])
        for norwegian, english in zip(level.rows["nb"], level.rows["en"], strict=True):
            assert re.findall(r"\d[\d:N]*", norwegian) == re.findall(r"\d[\d:N]*", english)


def test_company_brings_as_many_people_as_its_levels_promise() -> None:
    for level, count in enumerate(COMPANY[:4]):
        here = [one for one in BUS_STOP.cast.values() if one.company is not None and one.company <= level]
        assert len(here) == count


def test_the_first_round_is_gentle() -> None:
    levels = BUS_STOP.start.levels
    assert set(levels) == set(AXES)
    raised = {axis: level for axis, level in levels.items() if level}
    assert raised == {"company": 1, "closeness": 1, "your_part": 1}
    assert BUS_STOP.start.help == 0


def test_every_meaning_can_be_said_in_many_ways() -> None:
    for meaning in GENERAL.meanings.values():
        assert meaning.card is not None
        for language in LANGUAGES:
            assert len({text.lower() for text in meaning.phrasings[language]}) >= 10
    for meaning in BUS_STOP.meanings.values():
        assert meaning.card is not None
        for language in LANGUAGES:
            assert len({text.lower() for text in meaning.phrasings[language]}) >= 7


def test_the_main_beats_hear_twelve_things_of_their_own_and_show_no_more_cards_than_can_be_taken_in() -> None:
    for name in ("arrive", "ask", "wait", "board"):
        own = set(BUS_STOP.beats[name].turns) - set(GENERAL.meanings)
        assert len(own) >= 12, name
    for beat in BUS_STOP.beats.values():
        assert len(beat.cards) <= MOST_CARDS
        assert beat.shown == beat.cards[0], "what is shown first lies first in the hand"


@pytest.mark.parametrize("reply", ["help_heard", "you_are_heard"])
def test_a_cry_for_help_is_met_alike_in_every_tone(reply: str) -> None:
    lines = lines_of(reply)
    assert len(lines) == 20
    assert all(line == lines[at % 2] for at, line in enumerate(lines))
    assert all("?" not in text for line in lines for text in line.values()), "nothing is asked of somebody in need"


def test_nobody_asks_or_argues_when_somebody_is_angry() -> None:
    assert BUS_STOP.replies["give_space"].gesture == "step_back"
    for words in lines_of("give_space"):
        assert "?" not in words["nb"] + words["en"]
        assert "!" not in words["nb"] + words["en"]


def test_leaving_ends_well_from_every_beat() -> None:
    assert BUS_STOP.general["leave"].then == "closing"
    assert all("leave" not in beat.turns for beat in BUS_STOP.beats.values())
    for words in lines_of("bye"):
        assert re.search(r"ha det", words["nb"], re.IGNORECASE), words


def test_people_talk_in_short_sentences() -> None:
    for name in BUS_STOP.replies:
        for words in lines_of(name):
            for text in words.values():
                assert len(text.split()) <= 17, text


def test_somebody_who_never_speaks_still_gets_through_the_scene() -> None:
    beat, seen = BUS_STOP.start.beat, []
    while beat not in seen:
        seen.append(beat)
        beat = next((silence.then for silence in BUS_STOP.beats[beat].silence if silence.then), beat)
    assert seen == ["arrive", "ask", "wait", "board", "closing"]


def test_there_is_a_way_on_into_real_life() -> None:
    assert len(BUS_STOP.aims) >= 4
    assert all(aim["nb"].startswith("Jeg ") and aim["en"].startswith("I ") for aim in BUS_STOP.aims)
    assert len(BUS_STOP.closing.real_life_steps) >= 3
