"""Two hundred broken scenario files: each is refused where it was broken, in a sentence that helps."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rooms.scenario_check import check
from rooms.scenario_file import SKELETON, library, load_general, load_places
from tests.unit.rooms.broken import WAYS, Way, break_it

GENERAL, PLACES = load_general(), load_places()
BUS_STOP = library()["bus_stop"].read_text(encoding="utf-8")
SMALL = SKELETON.read_text(encoding="utf-8")
OF_EACH_WAY = 20


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_broken_file_is_refused_where_it_was_broken(way: Way) -> None:
    assert OF_EACH_WAY * len(WAYS) >= 200
    for seed in range(OF_EACH_WAY):
        broken = break_it(BUS_STOP, way, Random(f"{way.__name__} {seed}"))
        found = check("\n".join(broken.lines), "own.yaml", GENERAL, PLACES)
        said = [str(mistake) for mistake in found.mistakes]
        assert found.mistakes, f"seed {seed}: lines {broken.first} to {broken.last} were broken"
        assert broken.first <= found.mistakes[0].line <= broken.last, (seed, broken.first, broken.last, said)
        for mistake in found.mistakes:
            assert mistake.file == "own.yaml"
            assert 1 <= mistake.line <= len(broken.lines) + 1
            assert mistake.problem[-1] in ".!?", mistake.problem
            assert len(mistake.problem.split()) >= 3, mistake.problem
            assert mistake.instead.strip(), mistake


@settings(max_examples=60)
@given(data=st.data())
def test_no_text_makes_the_checker_stumble(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SMALL)))
    end = data.draw(st.integers(start, min(len(SMALL), start + 60)))
    put = data.draw(
        st.text(max_size=8) | st.sampled_from(["{", "}", "[", ": ", "- ", "\n", "\t", "&a ", "*a", "!!x ", "\x00"])
    )
    found = check(SMALL[:start] + put + SMALL[end:], "own.yaml", GENERAL, PLACES)
    assert all(str(mistake) for mistake in [*found.mistakes, *found.advice])
