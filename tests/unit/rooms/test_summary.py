"""The session in plain words: whose moments come first, how many, and what is never said."""

from __future__ import annotations

import re

import msgspec
import pytest

from infra.golden_scene import record
from rooms.axes import LANGUAGES
from rooms.measures.course import Distress, Level, Moment
from rooms.measures.session import Measures, measure
from rooms.measures.tracks import tracks_of
from rooms.plain_words import forbidden_in
from rooms.summary import MOST_OWN, MOST_STAFF, Told, summary
from rooms.summary_words import OF_ONE, SENTENCES, looked
from tests.unit.rooms.measures import tiny


@pytest.fixture(name="measures")
def measured() -> Measures:
    log = tiny.log()
    return measure(log, tracks_of(log, tiny.poses()))


def nb(told: list[Told]) -> list[str]:
    return [one.words["nb"] for one in told]


def test_the_tiny_session_in_plain_words(measures: Measures) -> None:
    told = summary(measures, to_client=True)
    assert nb(told.own) == [
        "Du tok en pause da du ville. Etterpå fortsatte det.",
        "Du ba om hjelp.",
        "Jeg spurte",
        "Du flyttet grensen din selv.",
    ]
    assert [one.t for one in told.own] == [11_000, 17_000, 20_000, 25_000]
    assert told.staff == [Told(21_000, {"nb": "Spurte selv", "en": "Spurte selv"}, "t1")]
    assert nb(told.happened) == [
        "Du sa noe to ganger.",
        "Det lengste du sa med egne ord, var 3 ord.",
        "Du ventet som regel 2 s før du svarte.",
        "Du så mot ansikter omtrent tre firedeler av tida.",
        "Du fikk hjelp én gang.",
        "Det var pause eller rolig sted én gang.",
        "Du var på steg 2 av 2.",
    ]


def test_to_anybody_else_it_speaks_of_the_client_by_name(measures: Measures) -> None:
    told = summary(measures, to_client=False)
    assert nb(told.own) == [
        "Kim valgte å ta en pause. Etterpå fortsatte det.",
        "Kim ba om hjelp.",
        "Jeg spurte",
        "Kim flyttet grensen sin selv.",
    ]
    assert [one.words["en"] for one in told.happened] == [
        "Kim said something twice.",
        "The longest that Kim said in their own words was 3 words.",
        "Kim mostly waited 2 s before answering.",
        "Kim looked towards faces about three quarters of the time.",
        "Kim got help once.",
        "There was a pause or the calm place once.",
        "Kim was on step 2 of 2.",
    ]


def test_whatever_speaks_to_the_client_has_its_like_that_speaks_of_them() -> None:
    to_client = {
        key for key, (nb, en) in SENTENCES.items()
        if re.search(r"\b(du|din|deg)\b", nb, re.IGNORECASE) or re.search(r"\byour?\b", en, re.IGNORECASE)
    }  # fmt: skip
    assert to_client == set(OF_ONE)
    for nb, en in OF_ONE.values():
        assert "{name}" in nb
        assert "{name}" in en
        assert re.search(r"\b(du|din|deg|your?)\b", f"{nb} {en}", re.IGNORECASE) is None


def test_at_most_two_markers_and_those_with_words_first(measures: Measures) -> None:
    marks = [Moment(t, "t1", {"nb": note, "en": note}) for t, note in [(1, ""), (2, "a"), (3, ""), (4, "b"), (5, "c")]]
    told = summary(msgspec.structs.replace(measures, markers=marks), to_client=True)
    assert [(one.t, one.words["nb"]) for one in told.staff] == [(2, "a"), (4, "b")]
    bare = summary(msgspec.structs.replace(measures, markers=marks[:1]), to_client=True).staff
    assert nb(bare) == ["Et øyeblikk å se på sammen."]


def test_lines_become_moments_where_there_is_nothing_weightier(measures: Measures) -> None:
    plain = msgspec.structs.replace(measures, goals=[], stills=[], acts=[])
    waited = [msgspec.structs.replace(answer, pause_ms=6000 - 1000 * n) for n, answer in enumerate(plain.answers)]
    told = summary(msgspec.structs.replace(plain, answers=waited), to_client=True)
    assert nb(told.own) == ["«Ja, jeg venter» Du tok deg tid, og så svarte du."]
    short = [msgspec.structs.replace(answer, pause_ms=4900) for answer in plain.answers]
    told = summary(msgspec.structs.replace(plain, answers=short), to_client=True)
    assert nb(told.own) == ["«Ja, jeg venter» Det sa du med egne ord."]
    began = [msgspec.structs.replace(plain.answers[0], pause_ms=None)]
    told = summary(msgspec.structs.replace(plain, answers=began), to_client=True)
    assert told.own[0].words["en"] == "“Ja, jeg venter” You began by yourself."


def test_one_who_said_nothing_took_part(measures: Measures) -> None:
    silent = msgspec.structs.replace(measures, answers=[], looks=None, stills=[], helped=[])
    assert nb(summary(silent, to_client=True).happened) == [
        "Du var med uten å si noe.", "Du fikk ingen hjelp underveis.", "Du var på steg 2 av 2."
    ]  # fmt: skip


def test_of_a_client_who_has_not_agreed_nothing_is_told(measures: Measures) -> None:
    told = summary(msgspec.structs.replace(measures, client=None), to_client=True)
    assert (told.own, told.happened) == ([], [])


def test_a_whole_round_is_told_shortly_in_both_languages() -> None:
    told = summary(measure(record(), {}), to_client=True)
    assert 0 < len(told.own) <= MOST_OWN
    assert len(told.staff) <= MOST_STAFF
    for one in [*told.own, *told.staff, *told.happened]:
        assert all(one.words[language] for language in LANGUAGES)


@pytest.mark.parametrize(
    ("share", "said"), [(0.0, "other things"), (0.3, "a quarter"), (0.49, "half"), (1.0, "almost all")]
)
def test_shares_are_said_to_the_nearest_quarter(share: float, said: str) -> None:
    assert said in looked(share)["en"]


def test_no_sentence_holds_a_word_to_avoid() -> None:
    assert [
        found
        for pair in [*SENTENCES.values(), *OF_ONE.values()]
        for found in zip(pair, LANGUAGES, strict=True)
        if forbidden_in(*found)
    ] == []


def test_how_hard_it_was_is_told_as_it_was_said(measures: Measures) -> None:
    def told(*levels: int) -> list[str]:
        said = Distress([Level(t, level) for t, level in enumerate(levels)], [])
        happened = summary(msgspec.structs.replace(measures, distress=said), True).happened
        return [line for line in nb(happened) if "tungt" in line]

    assert told() == []
    assert told(6) == ["Du sa én gang hvor tungt det var: 6 av 10."]
    assert told(6, 6) == ["Du sa to ganger hvor tungt det var: 6 av 10."]
    assert told(5, 2, 8) == ["Du sa 3 ganger hvor tungt det var: fra 2 til 8 av 10."]
