"""What was meant is found in either language, slips and all; a refusal is never heard as anything else."""

from __future__ import annotations

import time
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.normalise import clauses, joined, opened
from agents.understanding import SURE, UNSURE, Understanding
from agents.understanding_bench import (
    REFUSALS,
    SETS,
    bus_stop_meanings,
    heard_at_bus_stop,
    measure,
    outcomes,
)
from rooms.scenario import Meaning

MEANINGS = bus_stop_meanings()
PHRASINGS = [
    (name, text) for name, meaning in MEANINGS.items() for texts in meaning.phrasings.values() for text in texts
]


@cache
def understanding() -> Understanding:
    return Understanding(MEANINGS)


def best(text: str) -> str | None:
    guesses = understanding().hear(text)
    return guesses[0].meaning if guesses and guesses[0].sure >= UNSURE else None


def first(text: str) -> str | None:
    guesses = understanding().hear(text)
    return guesses[0].meaning if guesses else None


def surely(text: str) -> list[str]:
    return [guess.meaning for guess in understanding().hear(text) if guess.sure >= SURE]


@pytest.mark.parametrize("name", SETS)
def test_what_people_say_is_understood(name: str) -> None:
    heard = heard_at_bus_stop(name, MEANINGS)
    figures = measure(MEANINGS, heard, REFUSALS, time.perf_counter)
    assert figures["accuracy"] >= 0.90, figures
    assert min(figures["accuracy_by_language"].values()) >= 0.90, figures
    assert figures["surely_wrong"] <= 0.03, figures
    assert figures["calibration_error"] <= 0.10, figures
    assert figures["median_ms"] < 5, figures


@pytest.mark.parametrize("name", SETS)
def test_every_refusal_is_heard_as_one(name: str) -> None:
    found = outcomes(understanding(), heard_at_bus_stop(name, MEANINGS), time.perf_counter)
    refused = [one for one in found if one.heard.meanings[:1] and one.heard.meanings[0] in REFUSALS]
    assert len(refused) >= 15
    assert [one.heard.text for one in refused if one.understood not in REFUSALS] == []


def test_the_sets_are_large_and_every_label_is_a_meaning_of_the_scenario() -> None:
    heard = [one for name in SETS for one in heard_at_bus_stop(name, MEANINGS)]
    for language in ("nb", "en"):
        assert sum(one.language == language for one in heard) >= 300
    unlabelled = {one.kind for one in heard if not one.meanings}
    assert unlabelled == {"nonsense"}


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("vor tid går bussn", "ask_time"),
        ("wen dus the bus go", "ask_time"),
        ("ka tid går bussen", "ask_time"),
        ("æ veit ikkje", "dont_know"),
        ("jeg vet ikke", "dont_know"),
        ("no idea", "dont_know"),
        ("eg skjønar ikkje", "not_understood"),
        ("hæ?", "repeat"),
        ("altså, jeg vet liksom ikke", "dont_know"),
        ("jeg vil ikke snakke", "no_talk"),
        ("i dont want to talk", "no_talk"),
        ("nei takk", "no"),
        ("not today", "no"),
        ("ikke i dag", "no"),
        ("no problem", "yes"),
        ("ikke noe problem", "yes"),
        ("kan du ikke hjelpe meg?", "help"),
        ("æ går no", "leave"),
    ],
)
def test_ways_of_saying_it(text: str, meaning: str) -> None:
    assert best(text) == meaning


def test_of_several_things_said_the_more_specific_comes_first_and_both_are_kept() -> None:
    assert surely("Hei, når går bussen?") == ["ask_time", "greeting"]
    assert surely("hei når går bussen") == ["ask_time", "greeting"]
    assert surely("takk. jeg må gå nå.") == ["leave", "thanks"]
    assert surely("hei. jeg er redd.") == ["distress", "greeting"]


def test_a_not_turns_the_meaning_round() -> None:
    small = Understanding(
        {
            "talk": Meaning({"nb": ["Jeg vil snakke", "Jeg vil gjerne prate"], "en": ["I want to talk"]}),
            "no_talk": Meaning({"nb": ["Jeg vil ikke snakke"], "en": ["I don't want to talk"]}),
        }
    )
    for text, meaning in [
        ("jeg vil snakke nå", "talk"),
        ("jeg vil ikke snakke nå", "no_talk"),
        ("i want to talk now", "talk"),
        ("i do not want to talk now", "no_talk"),
    ]:
        assert small.hear(text)[0].meaning == meaning
    only_yes = Understanding({"talk": Meaning({"nb": ["Jeg vil snakke"], "en": ["I want to talk"]})})
    assert all(guess.sure < SURE for guess in only_yes.hear("jeg vil ikke snakke"))


def test_a_refusal_in_words_that_nobody_wrote_down_is_still_a_no() -> None:
    assert best("nei, jeg vil ikke ha vafler") == "no"
    assert best("i don't want any waffles") == "no"


def test_only_the_meanings_in_question_are_found() -> None:
    def found(*among: str) -> list[str]:
        return [guess.meaning for guess in understanding().hear("hei. når går bussen?", among)]

    assert found("yes", "greeting", "ask_time") == ["ask_time", "greeting"]
    assert found("greeting") == ["greeting"]
    assert found() == []


def test_what_is_not_in_question_is_not_taken_for_something_that_is() -> None:
    said_in_one = [
        (name, text) for name, text in PHRASINGS if len(opened(joined(clauses(text)))) == 1 and "," not in text
    ]
    for name, text in said_in_one[::7]:
        others = [other for other in MEANINGS if other != name]
        assert [guess for guess in understanding().hear(text, others) if guess.sure >= SURE] == []


def test_nothing_is_understood_where_nothing_can_be() -> None:
    assert Understanding({}).hear("hei") == []
    assert Understanding({"empty": Meaning({"nb": ["…"], "en": []})}).hear("hei") == []


def test_every_phrasing_is_found_surely() -> None:
    lost = [(text, name) for name, text in PHRASINGS if surely(text)[:1] != [name]]
    assert lost == []


def test_a_phrasing_with_two_letters_swapped_is_found() -> None:
    slips = [
        (name, text[:at] + text[at + 1] + text[at] + text[at + 2 :])
        for name, text in PHRASINGS
        if len(text) >= 12
        for at in range(len(text) % 7, len(text) - 1, 7)
        if text[at : at + 2].isalpha() and text[at].lower() != text[at + 1].lower()
    ]
    lost = [slip for slip in slips if first(slip[1]) != slip[0]]
    assert len(slips) > 1000
    assert len(lost) / len(slips) <= 0.01, lost


@given(st.text(max_size=200) | st.text(alphabet="jeg vilikktogo nåæøå.,!?'-", max_size=80))
def test_any_text_is_heard_calmly(text: str) -> None:
    guesses = understanding().hear(text)
    assert all(0.0 <= guess.sure <= 1.0 and guess.meaning in MEANINGS for guess in guesses)
    assert len({guess.meaning for guess in guesses}) == len(guesses)
    assert understanding().hear(text) == guesses
    lower = [guess.sure for guess in guesses if guess.sure < SURE]
    assert lower == sorted(lower, reverse=True)


@given(st.sampled_from(PHRASINGS), st.data())
def test_case_spaces_and_final_marks_do_not_matter(phrasing: tuple[str, str], data: st.DataObject) -> None:
    text = phrasing[1]
    cased = data.draw(st.sampled_from([text.upper(), text.lower(), text.title().replace("'S", "'s"), text.swapcase()]))
    spaced = cased.replace(" ", data.draw(st.sampled_from(["  ", "\t", " \u00a0"])))
    marked = f"  {spaced.rstrip('?')}{data.draw(st.sampled_from(['', '?', '!!', ' …', ' 🙂']))} "
    assert understanding().hear(marked) == understanding().hear(text)


@pytest.mark.parametrize("text", ["", " ", "🙂🙂", "?!", "\u0000", "ﷺ" * 50, "a" * 10_000, "når går bussen? " * 700])
def test_odd_and_endless_texts(text: str) -> None:
    assert isinstance(understanding().hear(text), list)


def test_the_mind_answers_well_within_its_promise() -> None:
    texts = [text for _, text in PHRASINGS[::20]]
    took = []
    for text in texts:
        began = time.perf_counter()
        understanding().hear(text)
        took.append(time.perf_counter() - began)
    assert sorted(took)[len(took) // 2] < 0.005
