"""The vectors that both languages read say what the code says; the recorded log holds all that can happen."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from infra.golden_scene import record
from infra.write_golden import TARGET, recorded_log, stale
from rooms import facts as f
from rooms.audience import hears
from rooms.bodies import Bodies
from rooms.fold import fold
from rooms.state import RoomState


def read(name: str) -> Any:
    return json.loads((TARGET / name).read_text(encoding="utf-8"))


def test_no_vector_is_stale() -> None:
    """Also that the recorded log still folds to the recorded states: a log is for ever."""
    assert stale(recorded_log()) == []


def test_the_recorded_scene_holds_every_type_of_fact() -> None:
    missing = set(f.FACTS) - {type(stamped.fact) for stamped in recorded_log()}
    assert {kind.__name__ for kind in missing} == set()


def test_the_scene_can_be_played_anew() -> None:
    """As `infra/write_golden.py` does when the vectors are written: with nobody turned away at the door."""
    assert {type(stamped.fact) for stamped in record()} == set(f.FACTS)


def test_the_recorded_states_are_what_the_log_gives() -> None:
    log = recorded_log()
    for entry in read("fold.json")["states"]:
        assert msgspec.convert(entry["state"], RoomState) == fold(log[: entry["after"]])
    assert entry["after"] == len(log)


def test_numbers_have_no_gaps() -> None:
    assert [stamped.seq for stamped in recorded_log()] == list(range(1, len(recorded_log()) + 1))


def test_the_client_of_the_scene_hears_what_is_theirs_to_hear() -> None:
    log = recorded_log()
    told = set(read("audience.json")["told"]["c1"])
    hidden = (f.HeardAs, f.Instructed, f.Marked, f.Declined, f.HumanCalled)
    kinds = {type(stamped.fact) for stamped in log if stamped.seq in told}
    assert not kinds & set(hidden)
    assert f.Whispered in kinds
    after = next(stamped.seq for stamped in log if isinstance(stamped.fact, f.Admitted) and stamped.fact.person == "c1")
    for_all = [stamped.seq for stamped in log if stamped.seq > after and isinstance(stamped.fact, f.Said | f.Moved)]
    assert set(for_all) <= told


def test_in_the_lobby_one_hears_of_oneself_alone() -> None:
    log = recorded_log()
    told = read("audience.json")["told"]["c2"]
    assert [type(stamped.fact) for stamped in log if stamped.seq in told] == [f.Knocked, f.Declined, f.PhaseChanged]


@pytest.mark.parametrize("entry", read("poses.json")["refused"], ids=lambda entry: entry["why"])
def test_what_is_no_pose_is_refused(entry: dict[str, str]) -> None:
    assert not Bodies(12).put(0, bytes.fromhex(entry["hex"]))


def test_hears_is_total() -> None:
    """For every fact and every person of the scene there is an answer."""
    log = recorded_log()
    state = fold(log)
    for stamped in log:
        for person in state.people.values():
            assert hears(state, person, stamped.fact) in (True, False)
