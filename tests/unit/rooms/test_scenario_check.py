"""Each mistake that an author can make in a scenario is explained, with its line and what to write instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rooms.axes import AXES
from rooms.mistakes import Mistake
from rooms.plain_words import forbidden_in
from rooms.scenario import Step, Turn
from rooms.scenario_check import check
from rooms.scenario_course import course_problems
from rooms.scenario_file import library, load_general, load_places, load_scenario
from rooms.scenario_names import name_problems

GENERAL = load_general()
PLACES = load_places()
PATH = library()["bus_stop"]
BUS_STOP = PATH.read_text(encoding="utf-8")
SCENARIO = load_scenario(PATH)


def mistakes_of(text: str) -> list[Mistake]:
    return check(text, "own.yaml", GENERAL, PLACES).mistakes


def changed(old: str, new: str) -> str:
    """The bus stop with one thing changed."""
    assert BUS_STOP.count(old) == 1, f"{old!r} stands there {BUS_STOP.count(old)} times"
    return BUS_STOP.replace(old, new)


@pytest.mark.parametrize("path", library().values(), ids=lambda path: path.stem)
def test_the_library_has_no_mistakes_and_needs_no_advice(path: Path) -> None:
    found = check(path.read_text(encoding="utf-8"), path.name, GENERAL, PLACES)
    assert [str(mistake) for mistake in [*found.mistakes, *found.advice]] == []


def test_a_mistake_is_printed_with_file_line_place_and_what_to_write() -> None:
    text = changed("    look: kari", "    look: karin")
    line = text[: text.index("look: karin")].count("\n") + 1
    assert [str(mistake) for mistake in mistakes_of(text)] == [
        f"own.yaml:{line}: cast.berit.look: There is no look 'karin'. Write instead: kari"
    ]


@pytest.mark.parametrize(
    ("old", "new", "where", "problem", "instead"),
    [
        ("place: bus_stop", "place: bus_stpo", "place", "no place 'bus_stpo'", "bus_stop"),
        ("beat: arrive", "beat: arive", "start.beat", "no beat 'arive'", "arrive"),
        ("    home: bench_a", "    home: bench_aa", "cast.ingrid.home", "no spot for an avatar 'bench_aa'", "bench_a"),
        ("    home: bench_a", "    home: you_2", "cast.ingrid.home", "no spot for an avatar 'you_2'", "bench_a"),
        ("    home: bench_a", "    home: bench_b", "cast.amina.home", "'ingrid' stands there already", "another spot"),
        ("comes_by: bus", "comes_by: bus_lane", "cast.driver.comes_by", "no way 'bus_lane'", "bus"),
        ("beats: [board]", "beats: [bord]", "cast.driver.beats[0]", "no beat 'bord'", "board"),
        ("    beats: [board]\n", "", "cast.driver.company", "This person never comes", "company: 1 to 4"),
        ("opens: where_to\n", "opens: where_too\n", "beats.board.opens", "no reply 'where_too'", "where_to"),
        ("    speaker: driver", "    speaker: diver", "beats.board.speaker", "no person in the cast 'diver'", "driver"),
        ("did_it: {reply: glad_for_you}", "didit: {reply: glad_for_you}", "beats.closing.turns.didit",
         "no meaning 'didit'", "did_it"),
        ("{reply: glad_for_you}", "{reply: glad_to_you}", "beats.closing.turns.did_it.reply", "no reply 'glad_to_you'",
         "glad_for_you"),
        ("{reply: glad_for_you}", "{reply: glad_for_you, by: olav}", "beats.closing.turns.did_it.by", "'olav'",
         "one of berit"),
        ("{reply: glad_for_you}", "{reply: glad_for_you, then: bord}", "beats.closing.turns.did_it.then",
         "no beat 'bord'", "board"),
        ("{reply: glad_for_you}", "{reply: glad_for_you, reaches: reed}", "beats.closing.turns.did_it.reaches",
         "no goal 'reed'", "read"),
        ("cards: [thanks, did_it, leave]", "cards: [thank, did_it]", "beats.closing.cards[0]", "no meaning 'thank'",
         "thanks"),
        ("cards: [thanks, did_it, leave]", "cards: [nervous]", "beats.closing.cards[0]", "Nothing follows 'nervous'",
         "nervous: {reply: …} under turns"),
        ("shown: going_town", "shown: goingtown", "beats.board.shown", "no meaning 'goingtown'", "going_town"),
        ("{after: 15, reply: bye}", "{after: 15, reply: by}", "beats.closing.silence[0].reply", "no reply 'by'", "bye"),
        ("{after: 22, reply: just_ask, then: ask}", "{after: 22, reply: just_ask, then: aks}",
         "beats.arrive.silence[1].then", "no beat 'aks'", "ask"),
        ("{after: 24, reply: soon}", "{after: 12, reply: soon}", "beats.wait.silence[1].after",
         "12 seconds are not after 12 seconds", "more than 12"),
        ("    silence:\n      - {after: 15, reply: bye}", "    silence: []", "beats.closing.silence",
         "Nothing happens when nothing is said", "a calm line"),
        ("  anger: {reply: give_space}", "", "general", "Nothing follows 'anger'", "anger: {reply: …}"),
        ("  anger: {reply: give_space}", "  angr: {reply: give_space}", "general.angr", "no general meaning 'angr'",
         "anger"),
        ("icon: sign", "icon: sing", "meanings.ask_where.card.icon", "no pictogram 'sing'", "sign"),
        ("  did_it:\n    card:", "  thanks:\n    card:", "meanings.thanks", "may be meant anywhere", "another name"),
        ("prop: timetable", "prop: timetabel", "boards[0].prop", "no part of the place 'timetabel'", "timetable"),
        ("  fare:\n    by: driver", "  fare:\n    by: drivr", "replies.fare.by", "'drivr'", "driver"),
        ("  bye:\n    gesture: wave", "  bye:\n    gesture: wav", "replies.bye.gesture", "no gesture 'wav'", "wave"),
        ("  anger: {reply: give_space}", "  anger: {reply: bye}", "replies.give_space", "Nobody ever says this",
         "reply: give_space in a turn"),
        ("      clock: {reply: clock_is}\n      weather: {reply: weather_talk}\n\n  # The board",
         "      clock: {reply: clock_is}\n\n  # The board", "", "", ""),
    ],
)  # fmt: skip
def test_names(old: str, new: str, where: str, problem: str, instead: str) -> None:
    found = mistakes_of(changed(old, new))
    if not where:
        assert found == [], "a turn may be taken away where nothing else needs it"
        return
    [mistake] = [mistake for mistake in found if mistake.where == where and problem in mistake.problem]
    assert instead in mistake.instead


def test_a_goal_that_no_turn_reaches_and_a_meaning_that_no_beat_hears() -> None:
    goal = mistakes_of(re.sub(r", reaches: read\b", "", BUS_STOP))
    assert [(mistake.where, mistake.problem) for mistake in goal] == [("goals.read", "No turn reaches this goal.")]
    unheard = mistakes_of(changed("      bus_here: {reply: bus_coming, then: board}\n", ""))
    assert ("meanings.bus_here", "No beat listens for this.") in [(one.where, one.problem) for one in unheard]


def test_a_speaker_must_be_there_in_the_beat() -> None:
    found = mistakes_of(changed("  closing:\n    speaker: berit", "  closing:\n    speaker: driver"))
    assert [(mistake.where, mistake.problem) for mistake in found] == [
        ("beats.closing.speaker", "'driver' is not there in the beat 'closing'.")
    ]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("did_it: {reply: glad_for_you}", "did_it: {reply: glad_for_you, by: driver}", "beats.closing.turns.did_it"),
        ("did_it: {reply: glad_for_you}", "did_it: {reply: where_to}", "beats.closing.turns.did_it"),
        ("{after: 15, reply: bye}", "{after: 15, reply: where_to}", "beats.closing.silence[0].reply"),
        ("    opens: look_board", "    opens: where_to", "beats.ask.opens"),
    ],
)
def test_whoever_is_to_speak_must_be_there_in_the_beat(old: str, new: str, where: str) -> None:
    """`where_to` is the driver's, who comes with the bus only."""
    own = re.sub(r"(  where_to:\n)(    by: driver\n)?", r"\1    by: driver\n", changed(old, new))
    found = {mistake.where for mistake in mistakes_of(own) if "is not there in the beat" in mistake.problem}
    assert found == {where}


def test_whoever_is_to_speak_anywhere_must_be_there_everywhere() -> None:
    found = mistakes_of(changed("anger: {reply: give_space}", "anger: {reply: give_space, by: driver}"))
    assert {mistake.where for mistake in found} == {"general.anger"}
    assert len(found) == len([beat for beat in SCENARIO.beats if beat != "board"])


def test_seventeen_avatars_are_too_many() -> None:
    crowd = {f"extra_{number}": SCENARIO.cast["mai"] for number in range(17 - len(SCENARIO.cast))}
    found = name_problems(replace(SCENARIO, cast={**SCENARIO.cast, **crowd}), GENERAL, {})
    assert ("cast", "17 people are too many.") in [(one.where[0], one.problem) for one in found]


def test_a_card_must_be_drawn_to_be_offered() -> None:
    card = re.compile(r"(  did_it:\n)    card:\n.*\n.*\n")
    found = mistakes_of(card.sub(r"\1", BUS_STOP))
    assert [(mistake.where, mistake.problem) for mistake in found] == [
        ("beats.closing.cards[1]", "'did_it' has no card.")
    ]
    bare = mistakes_of(changed("      icon: sign\n", ""))
    assert [(mistake.where, mistake.problem) for mistake in bare] == [("meanings.ask_where.card", "'icon' is missing.")]


def test_the_board_needs_every_level() -> None:
    board = replace(SCENARIO.boards[0], levels=SCENARIO.boards[0].levels[:4])
    [problem] = name_problems(replace(SCENARIO, boards=[board]), GENERAL, PLACES)
    assert problem.where == ("boards", 0, "levels")
    assert problem.problem == "The board has 4 levels; load has 5."


@pytest.mark.parametrize(
    ("old", "new", "where", "problem", "instead"),
    [
        ("set: {attention: 1}", "set: {attention: 2}", "ladder[10].set.attention",
         "Step 12 moves attention from 0 to 2; a step moves one level.", "attention: 1"),
        ("set: {attention: 1}", "set: {attention: 0}", "ladder[10].set.attention",
         "Step 12 changes nothing: attention is 0 already.", "attention: 1"),
        ("set: {attention: 1}", "set: {attention: 1, load: 2}", "ladder[10].set",
         "Step 12 moves 2 axes; a step moves one.", "one axis by one level, and the others as steps of their own"),
        ("set: {attention: 1}", "set: {}", "ladder[10].set", "Step 12 moves no axis; a step moves one.",
         "one axis by one level, and the others as steps of their own"),
        ("set: {attention: 1}", "set: {atention: 1}", "ladder[10].set.atention", "There is no axis 'atention'.",
         "attention"),
    ],
)  # fmt: skip
def test_ladder(old: str, new: str, where: str, problem: str, instead: str) -> None:
    assert [(one.where, one.problem, one.instead) for one in mistakes_of(changed(old, new))] == [
        (where, problem, instead)
    ]


@given(st.data())
def test_a_ladder_is_right_exactly_when_each_step_moves_one_axis_by_one_level(data: st.DataObject) -> None:
    levels: dict[str, int] = {"help": SCENARIO.start.help}
    for axis in AXES:
        levels[axis] = SCENARIO.start.levels[axis]
    ladder, right = [], True
    for _ in range(data.draw(st.integers(7, 14))):
        axis = data.draw(st.sampled_from([*AXES, "help"]))
        level = data.draw(st.integers(0, 4))
        right = right and abs(level - levels[axis]) == 1
        levels[axis] = level
        ladder.append(Step({axis: level}, {"nb": "x", "en": "x"}))
    assert (list(course_problems(replace(SCENARIO, ladder=ladder))) == []) == right


def test_a_beat_that_nothing_leads_to() -> None:
    text = changed("bus_here: {reply: bus_coming, then: board}", "bus_here: {reply: bus_coming}")
    assert mistakes_of(text) == [], "silence still leads to the bus"
    cut = text.replace("{after: 36, reply: bus_coming, then: board}", "{after: 36, reply: bus_coming}")
    stuck = "Nobody comes from the beat '{}' to the end but by leaving."
    assert [(mistake.where, mistake.problem) for mistake in mistakes_of(cut)] == [
        *((f"beats.{beat}", stuck.format(beat)) for beat in ("arrive", "ask", "wait")),
        ("beats.board", "Nothing leads to the beat 'board'."),
    ]


def test_leaving_ends_the_scene_from_everywhere() -> None:
    general = mistakes_of(changed("leave: {reply: bye, then: closing}", "leave: {reply: bye}"))
    assert [(mistake.where, mistake.instead) for mistake in general] == [("general.leave", "then: closing")]
    stays = replace(SCENARIO.beats["wait"], turns={**SCENARIO.beats["wait"].turns, "leave": Turn("bye", then="ask")})
    found = course_problems(replace(SCENARIO, beats={**SCENARIO.beats, "wait": stays}))
    assert [problem.where for problem in found] == [("beats", "wait", "turns", "leave")]


def test_a_scenario_without_an_end_is_refused() -> None:
    beats = {name: beat for name, beat in SCENARIO.beats.items() if name != "closing"}
    assert [problem.problem for problem in course_problems(replace(SCENARIO, beats=beats))] == [
        "There is no beat 'closing' to end in."
    ]


@pytest.mark.parametrize(
    ("old", "new", "where", "problem"),
    [
        ("nb: Bussholdeplassen", "nb: Bussen for pasienter", "title.nb", "'pasienter' is never said here."),
        ("en: The bus stop}", "en: Not for addicts}", "title.en", "'addicts' is never said here."),
        ("- nb: Ta den tida du trenger. Jeg venter.", "- nb: Jeg skal ta deg. Jeg venter.",
         "replies.no_rush.open.warm[0].nb", "'skal ta deg' is never said here."),
        ("- Jeg ombestemte meg", "- Jeg er en narkoman", "meanings.not_boarding.phrasings.nb[5]",
         "'narkoman' is never said here."),
        ("nb: Bussholdeplassen", 'nb: "Bussen {next}"', "title.nb", "'{next}' is only filled in in replies."),
        ("nb: Da stoppet vi for ingenting.", "nb: Neste går {nekst}.", "replies.next_one.critical.neutral[0].nb",
         "'{nekst}' is not a value of the board on every level."),
        ("- Jeg ombestemte meg", "- Det gikk bra!", "meanings.did_it.phrasings.nb[0]",
         "'Det gikk bra' also stands under 'not_boarding'."),
        ("- Jeg ombestemte meg", "- Nei takk", "meanings.not_boarding.phrasings.nb[5]",
         "'Nei takk' also stands under 'no'."),
    ],
)  # fmt: skip
def test_words(old: str, new: str, where: str, problem: str) -> None:
    assert [(mistake.where, mistake.problem) for mistake in mistakes_of(changed(old, new))] == [(where, problem)]


def test_a_placeholder_must_have_a_value_on_every_level() -> None:
    text = changed('next: "12:12", minutes: "8", after: "12:18"', 'next: "12:12", minutes: "8"')
    found = mistakes_of(text)
    assert found
    assert {mistake.problem for mistake in found} == {"'{after}' is not a value of the board on every level."}


def test_five_different_mistakes_are_all_told_in_the_order_of_the_file() -> None:
    text = BUS_STOP
    for old, new in [
        ("en: The bus stop}", "}"),
        ("set: {attention: 1}", "set: {attention: 1, load: 2}"),
        ("did_it: {reply: glad_for_you}", "did_itt: {reply: glad_for_you}"),
        ("bus_here: {reply: bus_coming, then: board}", "bus_here: {reply: bus_coming}"),
        ("{after: 36, reply: bus_coming, then: board}", "{after: 36, reply: bus_coming}"),
        ("nb: Da stoppet vi for ingenting.", "nb: Din idiot."),
    ]:
        assert text.count(old) == 1
        text = text.replace(old, new)
    found = mistakes_of(text)
    assert [mistake.line for mistake in found] == sorted(mistake.line for mistake in found)
    wanted = {"title", "ladder[10].set", "beats.closing.turns.did_itt", "beats.board"}
    assert wanted | {"replies.next_one.critical.neutral[0].nb"} <= {mistake.where for mistake in found}


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Slå deg ned, du.", "nb", []),
        ("Jeg skal slå deg.", "nb", ["skal slå deg"]),
        ("I’ll hurt you.", "en", ["ll hurt you"]),
        ("Did I hurt you?", "en", []),
        ("Prosedyren er dosert i et dusin.", "nb", []),
        ("Ta 20 mg.", "nb", ["20 mg"]),
        ("RUSMISBRUKEREN fikk tilbakefall", "nb", ["RUSMISBRUKEREN", "tilbakefall"]),
        ("rusmiddel-problemer", "nb", []),
        ("The cleaner is here.", "en", []),
        ("Are you clean?", "en", ["clean"]),
        ("dirty", "nb", []),
        # Every word that the domain notes say to avoid.
        ("addict alcoholic abuser failed relapse noncompliant dropout patient", "en",
         ["addict", "alcoholic", "abuser", "failed", "relapse", "noncompliant", "dropout", "patient"]),
        ("narkoman alkoholiker rusmisbruker rusmisbruk pasient tilbakefall", "nb",
         ["narkoman", "alkoholiker", "rusmisbruker", "rusmisbruk", "pasient", "tilbakefall"]),
        ("Are you a drug user?", "en", ["drug user"]),
        ("Klarer du å holde deg ren?", "nb", ["holde deg ren"]),
        ("En ren skjorte.", "nb", []),
        ("Det er en sprekk i veggen.", "nb", []),
        ("Jeg soper i gangen.", "nb", []),
        ("It freaks me out.", "en", []),
        ("You’re crazy.", "en", ["You’re crazy"]),
        ("Du er syk i hodet.", "nb", ["Du er syk i hodet"]),
        ("Han er doplanger.", "nb", ["doplanger"]),
        ("I might hurt myself.", "en", ["hurt myself"]),
        ("selvskading", "nb", ["selvskading"]),
    ],
)  # fmt: skip
def test_forbidden_words_are_whole_words_of_their_language(text: str, language: str, found: list[str]) -> None:
    assert [word for word, _ in forbidden_in(text, "nb" if language == "nb" else "en")] == found
