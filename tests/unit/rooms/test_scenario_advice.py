"""What a scenario of the library must have beyond being playable; a therapist's own is only advised of it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from rooms.mistakes import Where
from rooms.scenario import Scenario
from rooms.scenario_file import library, load_scenario
from rooms.scenario_pressure import Cue, Persuasion, Question, Words
from rooms.scenario_reading import reading_advice
from rooms.scenario_whole import whole_advice

BUS_STOP = load_scenario(library()["bus_stop"])
BEATS, CAST, REPLIES = BUS_STOP.beats, BUS_STOP.cast, BUS_STOP.replies
PERSUASION = BUS_STOP.persuasion
assert PERSUASION is not None
assert BUS_STOP.load is not None


def whole(scenario: Scenario) -> list[tuple[Where, str]]:
    return [(one.where, one.problem) for one in whole_advice(scenario, BUS_STOP.leads_to)]


def reading(scenario: Scenario) -> list[tuple[Where, str]]:
    return [(one.where, one.problem) for one in reading_advice(scenario)]


def beat(name: str, /, **changes: Any) -> dict[str, Any]:
    return {"beats": {**BEATS, name: replace(BEATS[name], **changes)}}


def member(name: str, /, **changes: Any) -> dict[str, Any]:
    return {"cast": {**CAST, name: replace(CAST[name], **changes)}}


def reply(name: str, /, **changes: Any) -> dict[str, Any]:
    return {"replies": {**REPLIES, name: replace(REPLIES[name], **changes)}}


def persuasion(**changes: Any) -> dict[str, Persuasion]:
    assert PERSUASION is not None
    return {"persuasion": replace(PERSUASION, **changes)}


def words(text: str) -> Words:
    return {"nb": text, "en": BUS_STOP.title["en"]}


WAIT = BEATS["wait"]
TWICE_THE_SAME = {tone: [line[0], line[0]] for tone, line in REPLIES["bye"].open.items()}
STAND_IN = next(name for name, one in CAST.items() if one.stands_in)
MEANING = BUS_STOP.meanings["clock"]


def test_the_bus_stop_needs_no_advice() -> None:
    assert whole(BUS_STOP) == []
    assert reading(BUS_STOP) == []


@pytest.mark.parametrize(
    ("change", "where", "problem"),
    [
        (member("mai", company=3), ("cast",), "Company 3 promises 6 in view; 7 would be there."),
        (member("berit", company=2), ("cast",), "Company 1 promises 1 in view; 0 would be there."),
        (member("mai", name="Berit"), ("cast", "mai", "name"), "Two people are called Berit."),
        (member(STAND_IN, stands_in=False), ("cast",), "Nobody stands in for the client who wants to watch first."),
        ({"tops": {"warmth": 3}}, ("tops", "warmth"), "warmth makes sense up to 4 everywhere."),
        ({"tops": {"persuasion": 0}}, ("tops", "persuasion"), "persuasion would never be practised."),
        ({"aims": BUS_STOP.aims[:4]}, ("aims",), "4 aims; 5 are wanted."),
        ({"aims": BUS_STOP.aims * 2}, ("aims",), f"{2 * len(BUS_STOP.aims)} aims; 7 are as many as can be taken in."),
        ({"goals": {"asked": BUS_STOP.goals["asked"]}}, ("goals",), "1 goals; 4 are wanted."),
        ({"closing": replace(BUS_STOP.closing, real_life_steps=[])}, ("closing", "real_life_steps"),
         "0 steps for real life; 4 are wanted."),
        ({"leads_to": []}, ("leads_to",), "0 scenarios that this one leads to; 1 are wanted."),
        ({"leads_to": ["moon"]}, ("leads_to", 0), "There is no other scenario 'moon'."),
        ({"leads_to": ["bus_stop"]}, ("leads_to", 0), "There is no other scenario 'bus_stop'."),
        ({"boards": []}, ("boards",), "0 things to read; 1 are wanted."),
        ({"followups": BUS_STOP.followups[:2]}, ("followups",), "2 ways to ask for more; 3 are wanted."),
        ({"stalls": BUS_STOP.stalls[:2]}, ("stalls",), "2 ways to put something off; 3 are wanted."),
        ({"ladder": BUS_STOP.ladder[:6]}, ("ladder",), "7 steps with the start; 8 are wanted."),
        ({"ladder": [step for step in BUS_STOP.ladder if step.set != {"help": 3}]}, ("ladder",),
         "Help is never 3 on the ladder."),
        ({"beats": {name: BEATS[name] for name in ("wait", "ask", "closing")}}, ("beats",),
         "2 beats before closing; 4 are wanted."),
        ({"beats": {"closing": BEATS["closing"], **{n: b for n, b in BEATS.items() if n != "closing"}}},
         ("beats", "closing"), "'closing' is not the last beat."),
        (beat("wait", turns=dict(list(WAIT.turns.items())[:11])), ("beats", "wait", "turns"),
         "11 turns of its own; 12 are wanted."),
        (beat("wait", cards=WAIT.cards[:3]), ("beats", "wait", "cards"), "3 cards; 4 are wanted."),
        (beat("wait", cards=[*WAIT.cards, *WAIT.cards]), ("beats", "wait", "cards"),
         f"{2 * len(WAIT.cards)} cards; 6 are as many as can be taken in."),
        (beat("wait", silence=WAIT.silence[-1:]), ("beats", "wait", "silence"),
         "1 lines when nothing is said; 2 are wanted."),
        (beat("wait", silence=WAIT.silence[:2]), ("beats", "wait", "silence", 1),
         "Somebody who says nothing is stuck here."),
        ({"replies": dict(list(REPLIES.items())[:29])}, ("replies",), "29 replies; 30 are wanted."),
        (reply("bye", open=TWICE_THE_SAME), ("replies", "bye"),
         "This may be given anywhere, so it needs two different lines in each tone; not so open warm, open friendly, "
         "open neutral, open cool, open hostile."),
        (reply("bye", open=TWICE_THE_SAME, critical=TWICE_THE_SAME), ("replies", "bye"),
         "This may be given anywhere, so it needs two different lines in each tone; none has them."),
        ({"questions": [q for q in BUS_STOP.questions if q.level != 4][:2]}, ("questions",),
         "0 questions of level 4; 2 are wanted."),
        ({"persuasion": None}, (), "Nobody ever offers anything."),
        (persuasion(insists=PERSUASION.insists[:1]), ("persuasion", "insists"), "1 remarks; 2 are wanted."),
        (persuasion(declines=[]), ("persuasion", "declines"), "Only a plain no turns the offer down."),
        ({"cues": [Cue(1, "snus", on="s1")], "tops": {"substance_cues": 2}}, ("cues",),
         "Nothing comes into view at level 2."),
        ({"cues": [Cue(level, "snus", on="s1") for level in (1, 2, 3, 4)], "tops": {}}, ("cues",),
         "Nothing is held out to the client at level 4."),
        ({"load": None}, (), "Nothing ever breaks in."),
        ({"load": replace(BUS_STOP.load, interruptions=BUS_STOP.load.interruptions[:3])}, ("load", "interruptions"),
         "3 interruptions; 4 are wanted."),
    ],
)  # fmt: skip
def test_what_a_scenario_lacks_to_be_whole(change: dict[str, Any], where: Where, problem: str) -> None:
    assert (where, problem) in whole(replace(BUS_STOP, **change))


def test_a_reply_of_three_turns_of_a_beat_needs_two_lines() -> None:
    thin = {f"seat_{number}": replace(WAIT.turns["ask_seat"], reply="thin") for number in range(3)}
    lines = {tone: line[:1] for tone, line in REPLIES["bye"].open.items()}
    replies = {**REPLIES, "thin": replace(REPLIES["bye"], open=lines, critical=lines)}
    for turns, expected in ((thin, 1), (dict(list(thin.items())[:2]), 0)):
        own = replace(WAIT, turns={**WAIT.turns, **turns})
        found = whole(replace(BUS_STOP, replies=replies, beats={**BEATS, "wait": own}))
        assert [problem for where, problem in found if where == ("replies", "thin")] == expected * [
            "This is given by 3 turns of wait, so it needs two different lines in each tone; none has them."
        ]


@pytest.mark.parametrize(
    ("change", "where", "problem"),
    [
        ({"title": words("da " * 12 + "da.")}, ("title", "nb"), "A sentence has 13 words."),
        ({"title": words("da " * 11 + "da.")}, None, None),
        ({"title": words("Det går en buss. " * 11)}, ("title", "nb"), "The text has 44 words."),
        ({"title": {"nb": "Bus one stop", "en": "Bus one stop"}}, ("title", "en"),
         "The English is the same as the Norwegian."),
        ({"title": {"nb": "Radio", "en": "Radio"}}, None, None),
        ({"goal": words("arbeidsavklaringspengevedtaket " * 400)}, ("title",),
         "What the client reads is too hard in Norwegian: LIX"),
        ({"meanings": {"clock": replace(MEANING, phrasings={**MEANING.phrasings, "nb": MEANING.phrasings["nb"][:5]})}},
         ("meanings", "clock", "phrasings", "nb"), "5 ways to say it are too few to be understood by."),
        ({"questions": [Question(1, {"warm": [words("da " * 17 + "da.")]})]},
         ("questions", 0, "lines", "warm", 0, "nb"), "A sentence has 18 words."),
        ({"questions": [Question(1, {"warm": [words("da " * 16 + "da.")]})]}, None, None),
    ],
)  # fmt: skip
def test_what_is_hard_to_read(change: dict[str, Any], where: Where | None, problem: str | None) -> None:
    found = reading(replace(BUS_STOP, **change))
    if where is None or problem is None:
        assert found == []
        return
    assert [said for place, said in found if place == where and said.startswith(problem)]
