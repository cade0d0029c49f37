"""What pressure does in a scenario names people, beats, cues and sounds that are there, and stays below the tops."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from rooms.mistakes import Where
from rooms.scenario import CastMember, Scenario
from rooms.scenario_file import library, load_general, load_places, load_scenario
from rooms.scenario_names import name_problems
from rooms.scenario_pressure import (
    Cue,
    Interruption,
    Load,
    Persuasion,
    Question,
    Remark,
    SecondTask,
    TimeLimit,
    Words,
)

WORDS: Words = {"nb": "Ja.", "en": "Yes."}
LINES: Any = {tone: [WORDS] for tone in ("warm", "friendly", "neutral", "cool", "hostile")}
REMARK = Remark(LINES)
PERSUASION = Persuasion(
    beats=["wait"], accepts=["you_too"], declines=["no_talk"],
    offers=[REMARK], again=[REMARK], reasons=[REMARK], insists=[REMARK],
)  # fmt: skip
GENERAL, PLACES = load_general(), load_places()
PLACE = PLACES["bus_stop"] = replace(PLACES["bus_stop"], surfaces={"s1": (0, 1, 0), "s2": (1, 1, 0)})
WHOLE = load_scenario(library()["bus_stop"])
LATE = WHOLE.load.time_limit.reply if WHOLE.load is not None else "bye"
LOAD = Load([Interruption(WORDS, "phone")], SecondTask(WORDS, "asked"), TimeLimit(90, LATE, "closing"))
CAST = {name: member for name, member in WHOLE.cast.items() if not member.stands_in}
TAKEN = {member.home for member in CAST.values()}
FREE = [spot.id for spot in PLACE.spots if not spot.you and spot.id not in TAKEN]
STAND_IN = CastMember("Tone", WORDS, "kari", WORDS, None, FREE[0], stands_in=True)


def bus_stop(**changes: Any) -> Scenario:
    """The bus stop with pressure of the test's own, so that what is written there does not matter here."""
    plain: dict[str, Any] = {
        "tops": {}, "questions": [Question(1, LINES)], "followups": [REMARK], "stalls": [REMARK],
        "persuasion": PERSUASION, "cues": [Cue(1, "beer_can", on="s1"), Cue(4, "beer_can", held_by="berit")],
        "load": LOAD, "cast": CAST,
    }  # fmt: skip
    return replace(WHOLE, **{**plain, **changes})


def problems(scenario: Scenario) -> list[tuple[Where, str, str]]:
    return [(one.where, one.problem, one.instead) for one in name_problems(scenario, GENERAL, PLACES)]


def test_what_names_what_is_there_is_right() -> None:
    assert problems(bus_stop()) == []
    assert problems(bus_stop(questions=[], followups=[], stalls=[], persuasion=None, cues=[])) == []


@pytest.mark.parametrize(
    ("change", "where", "problem", "instead"),
    [
        ({"questions": [Question(1, LINES, by="berrit")]}, ("questions", 0, "by"), "no person in the cast", "berit"),
        ({"questions": [Question(1, {**LINES, "cool": []})]}, ("questions", 0, "lines", "cool"), "no line", "nb"),
        ({"followups": [Remark(LINES, gesture="nodd")]}, ("followups", 0, "gesture"), "no gesture 'nodd'", "nod"),
        ({"stalls": [Remark(LINES, by="x")]}, ("stalls", 0, "by"), "no person in the cast 'x'", "one of"),
        ({"cues": [Cue(1, "beer_cam", on="s1")]}, ("cues", 0, "part"), "no cue 'beer_cam'", "beer_can"),
        ({"cues": [Cue(1, "snus", on="s9")]}, ("cues", 0, "on"), "no surface of the place 's9'", "s1"),
        ({"cues": [Cue(4, "snus", held_by="x")]}, ("cues", 0, "held_by"), "no person in the cast 'x'", "one of"),
        ({"cues": [Cue(1, "snus")]}, ("cues", 0), "lies somewhere or is held", "on: s1"),
        ({"cues": [Cue(4, "snus", "s1", "berit")]}, ("cues", 0), "lies somewhere or is held", "on: s1"),
        ({"cues": [Cue(3, "snus", held_by="berit")]}, ("cues", 0, "level"), "held out at level 4 only", "level: 4"),
        ({"load": replace(LOAD, interruptions=[Interruption(WORDS, "phon")])},
         ("load", "interruptions", 0, "sound"), "no sound 'phon'", "phone"),
        ({"load": replace(LOAD, interruptions=[Interruption(WORDS, "phone", "x")])},
         ("load", "interruptions", 0, "by"), "no person in the cast 'x'", "one of"),
        ({"load": replace(LOAD, second_task=SecondTask(WORDS, "askd"))},
         ("load", "second_task", "goal"), "no goal 'askd'", "asked"),
        ({"load": replace(LOAD, time_limit=TimeLimit(90, "by", "closing"))},
         ("load", "time_limit", "reply"), "no reply 'by'", "bye"),
        ({"load": replace(LOAD, time_limit=TimeLimit(90, "bye", "closin"))},
         ("load", "time_limit", "then"), "no beat 'closin'", "closing"),
        ({"persuasion": replace(PERSUASION, beats=["wai"])}, ("persuasion", "beats", 0), "no beat 'wai'", "wait"),
        ({"persuasion": replace(PERSUASION, beats=[])}, ("persuasion", "beats"), "happens in no beat", "[a beat]"),
        ({"persuasion": replace(PERSUASION, accepts=["buy_ticket"])},
         ("persuasion", "accepts", 0), "'wait' has no turn for 'buy_ticket'", "under beats.wait.turns"),
        ({"persuasion": replace(PERSUASION, accepts=[])}, ("persuasion", "accepts"), "Nothing takes the offer", "a m"),
        ({"persuasion": replace(PERSUASION, declines=["you_too"])},
         ("persuasion", "declines", 0), "'you_too' takes the offer already", "it once"),
        ({"persuasion": replace(PERSUASION, insists=[])}, ("persuasion", "insists"), "Nothing is said", "lines"),
        ({"persuasion": replace(PERSUASION, offers=[Remark(LINES, by="x")])},
         ("persuasion", "offers", 0, "by"), "no person in the cast 'x'", "one of"),
        ({"tops": {"substance_cues": 3}}, ("cues", 1, "level"), "goes up to 3 here (tops), not to 4", "3 at most"),
        ({"tops": {"company": 3}}, ("cast", "mai", "company"), "company goes up to 3 here", "3 at most"),
        ({"tops": {"closeness": 0}}, ("start", "levels", "closeness"), "closeness goes up to 0 here", "0 at most"),
        ({"tops": {"attention": 0}}, ("ladder", 10, "set", "attention"), "attention goes up to 0", "0 at most"),
    ],
)  # fmt: skip
def test_a_name_that_nothing_bears(change: dict[str, Any], where: Where, problem: str, instead: str) -> None:
    found = [one for one in problems(bus_stop(**change)) if one[0] == where]
    [(_, said, better)] = found
    assert problem in said
    assert instead in better


def test_one_person_stands_in_and_is_nobodys_company() -> None:
    def found(**more: CastMember) -> list[Where]:
        return [one[0] for one in problems(bus_stop(cast={**CAST, **more}))]

    assert found(tone=STAND_IN) == []
    assert found(tone=replace(STAND_IN, company=4)) == [("cast", "tone", "company")]
    assert found(tone=replace(STAND_IN, beats=["ask"])) == [("cast", "tone", "beats")]
    assert found(tone=STAND_IN, siv=replace(STAND_IN, home=FREE[1])) == [("cast", "siv", "stands_in")]


def test_a_reply_that_only_ends_the_time_is_said_by_somebody() -> None:
    replies = {**WHOLE.replies, "late": WHOLE.replies["bye"]}
    unsaid = {where[1] for where, problem, _ in problems(bus_stop(replies=replies)) if "Nobody ever says" in problem}
    assert unsaid == {"late"}
    load = replace(LOAD, time_limit=TimeLimit(90, "late", "closing"))
    assert ("replies", "late") not in [one[0] for one in problems(bus_stop(replies=replies, load=load))]
