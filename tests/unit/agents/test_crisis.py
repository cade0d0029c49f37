"""Words of crisis call a human; words that only sound like it do not."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.crisis import words_of_crisis
from agents.understanding_bench import SETS, bus_stop_meanings, heard_at_bus_stop

SAID = msgspec.yaml.decode((Path(__file__).parent / "crisis.yaml").read_bytes(), type=dict[str, dict[str, list[str]]])


@pytest.mark.parametrize("text", [text for texts in SAID["crisis"].values() for text in texts])
def test_a_cry_is_heard(text: str) -> None:
    assert words_of_crisis(text)
    assert words_of_crisis(f"Hei, {text.upper()}. Når går bussen?")


@pytest.mark.parametrize("text", [text for texts in SAID["calm"].values() for text in texts])
def test_what_only_sounds_like_it_is_left_alone(text: str) -> None:
    assert not words_of_crisis(text)


def test_nothing_of_a_bus_stop_sounds_like_a_crisis_but_what_is_one() -> None:
    meanings = bus_stop_meanings()
    said = {one.text for name in SETS for one in heard_at_bus_stop(name, meanings)}
    said |= {
        text
        for name, meaning in meanings.items()
        if name != "distress"
        for texts in meaning.phrasings.values()
        for text in texts
    }
    assert [text for text in sorted(said) if words_of_crisis(text)] == []


def test_a_cry_late_in_a_long_text_is_heard() -> None:
    assert words_of_crisis("jeg venter på bussen og det er kaldt, " * 40 + "jeg vil dø")


@given(st.text(max_size=300))
def test_any_text_is_read_calmly(text: str) -> None:
    assert words_of_crisis(text) in (True, False)
