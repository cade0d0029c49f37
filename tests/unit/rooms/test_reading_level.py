"""LIX as Björnsson meant it, and what we do not count against a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms.reading_level import read, sentences


def test_lix_is_words_a_sentence_plus_the_share_of_long_words() -> None:
    found = read(["Jeg venter på bussen. Den kommer kanskje senere."])
    # Eight words, two sentences, one word of more than six letters.
    assert found.lix == pytest.approx(8 / 2 + 100 * 1 / 8)
    assert found.long_words == ["kanskje"]


def test_each_text_is_a_sentence_of_its_own_also_without_a_full_stop() -> None:
    assert read(["Ja takk", "Nei takk"]).lix == 2
    assert read([]).lix == 0
    assert read(["…", ""]).lix == 0


@pytest.mark.parametrize(
    "text", ["1234567 2345678", "Det er {next_departure}", "Jeg møter Margareta", "I met Margareta"]
)
def test_numbers_values_and_names_are_never_long(text: str) -> None:
    assert read([text]).long_words == []


def test_a_name_that_begins_a_sentence_must_be_known_to_be_one() -> None:
    assert read(["Margareta er her."]).long_words == ["margareta"]
    assert read(["Margareta er her."], {"Margareta"}).long_words == []


def test_sentences_end_with_their_signs_also_inside_quotation_marks() -> None:
    assert sentences("Si «Hei.» Så går du! Klokka er 12.10: bra – fint") == [
        ["Si", "Hei"], ["Så", "går", "du"], ["Klokka", "er", "12", "10"], ["bra", "fint"],
    ]  # fmt: skip


@given(st.lists(st.text(max_size=60), max_size=5))
def test_a_longer_word_never_makes_a_text_easier(texts: list[str]) -> None:
    assert read([*texts, "holdeplassen"]).lix >= read([*texts, "holde"]).lix
