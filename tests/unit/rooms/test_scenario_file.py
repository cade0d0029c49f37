"""YAML is read without guessing, with its lines, and with every misfit named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms.mistakes import ScenarioError, dotted, nearest
from rooms.scenario_file import LIBRARY, library, load_general, load_place, load_places, load_scenario, parse_scenario
from rooms.yaml_source import MOST_VALUES, Source

BUS_STOP = library()["bus_stop"].read_text(encoding="utf-8")


def said(text: str) -> list[str]:
    """The mistakes of form in `text`, as they are printed."""
    return [str(mistake) for mistake in parse_scenario(text, "own.yaml")[1]]


def test_library_lists_scenarios_but_not_the_general_meanings() -> None:
    assert library()["bus_stop"] == LIBRARY / "bus_stop.yaml"
    assert "general" not in library()
    assert [load_scenario(path).id for path in library().values()] == list(library())


def test_the_bus_stop_is_read_with_numbers_as_numbers_and_null_as_nothing() -> None:
    scenario = load_scenario(library()["bus_stop"])
    assert scenario.minutes == 8
    assert scenario.start.levels["company"] == 1
    assert scenario.cast["driver"].company is None
    assert scenario.beats["wait"].silence[2].then == "board"


def test_no_and_clock_times_stay_the_words_they_are() -> None:
    source = Source("no: no\nyes: 12:10\nempty:\ntilde: ~\nquoted: ''\n", "a.yaml")
    assert source.value == {"no": "no", "yes": "12:10", "empty": None, "tilde": None, "quoted": ""}
    assert source.mistakes == []


def test_places_are_loaded_by_their_id() -> None:
    assert load_place("bus_stop").id == "bus_stop"
    places = load_places()
    assert {"bus_stop", "calm"} <= set(places)
    assert [place.id for place in places.values()] == list(places)
    with pytest.raises(KeyError, match="moon"):
        load_place("moon")


def test_general_holds_exactly_what_may_be_meant_anywhere() -> None:
    spoken = "yes no dont_know repeat greeting thanks leave help distress not_understood anger told rather_not"
    assert set(load_general().meanings) == set(spoken.split())


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.integers(0, 3), min_size=1, max_size=8))
def test_every_entry_knows_its_line(blank_lines_before: dict[str, int]) -> None:
    text, expected = "", {}
    for name, blank in blank_lines_before.items():
        text += "\n" * blank
        expected[name] = text.count("\n") + 1
        text += f"{name}:\n  - first\n  - second\n"
    source = Source(text, "a.yaml")
    for name, line in expected.items():
        assert source.line_of((name,)) == line
        assert source.line_of((name, 1)) == line + 2
        assert source.line_of((name, 7, "deeper")) == line, "what is not there is shown where it would be"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "own.yaml:1: The file is empty."),
        ("id: a\nid: b\n", "own.yaml:2: id: 'id' is written twice; the first is on line 1."),
        ("a:\n  b: 1\n  b: 2\n", "own.yaml:3: a.b: 'b' is written twice; the first is on line 2."),
        ("goal: {nb: Hei, du: her\n", "own.yaml:2: A bracket is not closed, or a comma is missing."),
        ("cast\nid: x: y\n", "own.yaml:2: A colon stands where none can."),
        ("a: 'x\nb: y", "own.yaml:2: A quotation mark or a bracket is never closed."),
        ("a:\n\tb: c", "own.yaml:2: A tab stands here. Write instead: spaces"),
        ("a: *x", "own.yaml:1: No &name is called so above."),
        ("a: &x 1\nb: &x 2", "own.yaml:2: This &name is given twice."),
        ("a: 1\n---\nb: 2", "own.yaml:2: A second scenario begins here. Write instead: one scenario a file"),
        ("a: @x", "own.yaml:1: A text cannot begin like this."),
        ("a: 'x' y", "own.yaml:1: Something stands behind the end of a text."),
        ("a:\n  - b: 1\n - c", "own.yaml:3: This line begins at another column than those beside it."),
        ('a: "\\q"', "own.yaml:1: This is not YAML: found unknown escape character 'q'."),
        ("[a, b]: c\n", "own.yaml:1: A name must be one word."),
        ("a: &loop\n  - *loop\n", "own.yaml:1: a[0]: This *alias stands inside what it names."),
        ("a: b\nc: \x07", "own.yaml:2: A sign stands here that cannot be shown."),
    ],
)
def test_broken_yaml_is_named_with_its_line(text: str, expected: str) -> None:
    assert said(text)[0].startswith(expected)


def test_a_missing_colon_is_shown_where_it_is_missing() -> None:
    broken = BUS_STOP.replace("\ncast:\n", "\ncast\n")
    line = BUS_STOP[: BUS_STOP.index("\ncast:\n")].count("\n") + 2
    assert said(broken)[0].startswith(f"own.yaml:{line}: A colon is missing.")
    assert said(broken)[0].endswith("Write instead: name: value, with a colon and a space")


def test_aliases_that_unfold_without_end_are_refused() -> None:
    text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in range(1, 9):
        text += f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n"
    source = Source(text, "own.yaml")
    assert [mistake.problem for mistake in source.mistakes] == ["The file unfolds to too many values."]
    assert MOST_VALUES < 10**8


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("minutes: 8", "minutes: eight", "minutes: 'eight' is not a number. Write instead: a number from 1 to 60"),
        ("minutes: 8", "minutes: 80",
         "minutes: 80 is outside what is possible here. Write instead: a number from 1 to 60"),
        ("set: {help: 1}", "set: {help: 7}",
         "ladder[0].set.help: 7 is outside what is possible here. Write instead: a number from 0 to 4"),
        ("stands_in: true", "stands_in: yes",
         "cast.stand_in.stands_in: 'yes' is neither true nor false. Write instead: true or false"),
        ("minutes: 8", "minutes: [8]",
         "minutes: One text or number is wanted here. Write instead: a number from 1 to 60"),
        ("{after: 10, reply: easy_quiet}", "{after: soon, reply: easy_quiet}",
         "beats.arrive.silence[0].after: 'soon' is not a number. Write instead: a number from 1 to 300"),
        ("title: {nb: Bussholdeplassen, en: The bus stop}", "title: Bussholdeplassen",
         "title: Entries are wanted here. Write instead: {en: a text, nb: a text}"),
        ("en: The bus stop}", "}", "title: The English is missing. Write instead: en: the same in English"),
        ("en: The bus stop}", "de: x, en: y}", "title.de: 'de' is not known here. Write instead: one of en, nb"),
        ("{nb: Bussholdeplassen, ", "{nb: , ", "title.nb: Nothing is written here. Write instead: a text"),
        ("level: instrumental", "levle: instrumental", "levle: 'levle' is not known here. Write instead: level"),
        ("title: {nb: Bussholdeplassen, en: The bus stop}", "title: {nb: Bussen, kanskje, en: The bus stop}",
         "title.kanskje: 'kanskje' is not known here. Write instead: one of en, nb"),
        ("title: {nb: Bussholdeplassen, en: The bus stop}", "title: {nb: Bussen, som går, en: The bus stop}",
         "title.som går: 'som går' is not known here. Write instead: the whole text in quotation marks, "
         '"one, two": its comma parts it here'),
        ("    opens: look_board", "    opens: [look_board]",
         "beats.ask.opens: One text or number is wanted here. Write instead: a text"),
        ("    company: 1\n    attention: 0", "    attention: 0",
         "start.levels: 'company' is missing. Write instead: company: a number from 0 to 4"),
        ("    home: kerb_left\n", "", "cast.jonas: 'home' is missing. Write instead: home: a text"),
        ("    silence:\n      - {after: 15, reply: bye}", "    silence: bye",
         "beats.closing.silence: A list is wanted here. Write instead: [{after: …, reply: …}]"),
        ("      - {after: 15, reply: bye}", "      - bye",
         "beats.closing.silence[0]: Entries are wanted here: after, reply. Write instead: {after: …, reply: …}"),
    ],
)  # fmt: skip
def test_a_misfit_is_named_with_its_place(old: str, new: str, expected: str) -> None:
    assert BUS_STOP.count(old) == 1, "the test must change one thing"
    messages = [message.split(": ", 1)[1] for message in said(BUS_STOP.replace(old, new))]
    assert expected in messages


def test_a_number_in_a_text_needs_no_quotation_marks() -> None:
    scenario, mistakes = parse_scenario(BUS_STOP.replace('line: "31"', "line: 31", 1), "own.yaml")
    assert mistakes == []
    assert scenario is not None
    assert scenario.boards[0].levels[0].values["line"] == "31"


def test_loading_a_file_with_mistakes_raises_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(BUS_STOP.replace("minutes: 8", "minutes: x").replace("level: instrumental", ""), encoding="utf-8")
    with pytest.raises(ScenarioError) as raised:
        load_scenario(path)
    assert sorted(mistake.where for mistake in raised.value.mistakes) == ["", "minutes"]
    assert "own.yaml" in str(raised.value)


def test_a_lacking_translation_is_a_mistake_but_leaves_the_rest_to_be_looked_at() -> None:
    scenario, mistakes = parse_scenario(BUS_STOP.replace("en: The bus stop}", "}", 1), "own.yaml")
    assert scenario is not None
    assert len(mistakes) == 1


def test_names_are_written_and_guessed_as_a_person_would() -> None:
    assert dotted(("beats", "ask", "cards", 2)) == "beats.ask.cards[2]"
    assert dotted(()) == ""
    assert nearest("told_tim", ["told_time", "trip"]) == "told_time"
    assert nearest("zzz", ["told_time", "trip"]) == "one of told_time, trip"
    assert nearest("zzz", []) == "nothing here"
