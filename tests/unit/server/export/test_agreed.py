"""Whoever has not agreed is in no export: not their name, not a word of theirs, and where they stood only roughly."""

from __future__ import annotations

import gzip

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mcap.writer import CompressionType

from infra.golden_scene import record
from rooms import facts as f
from rooms.axes import TOP_LEVEL
from rooms.facts import Stamped
from rooms.fold import fold
from rooms.measures.tracks import Poses, heads
from rooms.measures.words import Words
from rooms.people import Role
from server.export.agreed import GRAIN_MS, only_agreed
from server.export.as_csv import as_csv
from server.export.as_html import packed
from server.export.as_mcap import as_mcap
from server.export.captions import captions
from server.export.session import About, ExportedSession, exported
from server.export.tables import tables
from tests.unit.rooms.measures import tiny

ABOUT = About("s1", "bus_stop", "nb", 1_700_000_000.0)
PEOPLE: dict[str, Role] = {"c1": "client", "c2": "client", "p1": "peer", "t1": "therapist"}
NAMES = {"c1": "Vingel Aas", "c2": "Torbjørk", "p1": "Ådne", "t1": "Solfinn"}
NOWHERE = Poses(np.zeros(0, np.int64), np.zeros(0, np.uint8), np.zeros((0, 32), np.uint8))

_people = st.sampled_from(sorted(PEOPLE))
_quoted = st.sampled_from(["", *NAMES.values(), *(name.upper() + "s" for name in NAMES.values())])


def secret(who: str, number: int) -> str:
    """What `who` says in the fact `number`: a long line that is theirs alone."""
    return f"hemmelig fra {who} som nummer {number}"


class Told:
    """A log that grows by drawn facts; `said` holds whose words are where."""

    def __init__(self) -> None:
        self.log = tiny.stamped(
            (0, f.Opened(tiny.scene("berit"), "nb", tiny.levels(), tiny.levels(), 0)),
            *((0, f.Knocked(person, role, NAMES[person], "ali", "nb")) for person, role in PEOPLE.items()),
            *(
                (0, tiny.admitted(person, NAMES[person], role, body))
                for body, (person, role) in enumerate(PEOPLE.items())
            ),
            (0, tiny.phase("running", "start")),
        )
        self.said: dict[str, list[str]] = {person: [] for person in PEOPLE}

    def add(self, kind: str, who: str, other: str, name: str, quote: bool) -> None:
        number = len(self.log) + 1
        self.log.append(Stamped(number, 1000 * number, self._fact(kind, who, other, name, quote, number)))

    def _fact(self, kind: str, who: str, other: str, name: str, quote: bool, number: int) -> f.Fact:
        lines = [stamped for stamped in self.log if isinstance(stamped.fact, f.Said)]
        last = lines[-1] if lines else None
        text = ". ".join([secret(who, number), name, *(self.said[other][-1:] if quote else [])])
        match kind:
            case "says" | "plays":
                self.said[who].append(secret(who, number))
                speaker, by = (who, None) if kind == "says" else ("berit", who)
                return f.Said(speaker, {"nb": text}, "nb", "person", 1000, by=by)
            case "whispers" | "marks" | "instructs":
                self.said[who].append(secret(who, number))
                if kind == "whispers":
                    return f.Whispered(other, text, who)
                return f.Marked(who, text) if kind == "marks" else f.Instructed("berit", text, who)
            case "repeats" if last is not None and isinstance(last.fact, f.Said):
                return f.Said("berit", last.fact.words, "nb", last.fact.source, 1000, answers=last.seq)
            case "echoes" if last is not None and isinstance(last.fact, f.Said):
                words: Words = {"nb": f"Du sa: {last.fact.words['nb'][5:]}"}
                return f.Said("berit", words, "nb", "model", 1000, answers=last.seq)
            case "calls":
                return f.HumanCalled(who, "crisis")
            case "stops":
                return f.PhaseChanged("calm", who, "stop_word")
        return f.HelpAsked(who)


KINDS = ("says", "plays", "whispers", "marks", "instructs", "repeats", "echoes", "calls", "stops", "asks")
_acts = st.tuples(st.sampled_from(KINDS), _people, _people, _quoted, st.booleans())


def every_text(session: ExportedSession) -> str:
    """All that any export is made from, and what each format holds. Parquet is the same tables as CSV, compressed."""
    parts = [msgspec.json.encode(part) for part in (session.facts, session.timeline, session.summary, session.measures)]
    parts += [captions(session, language).encode() for language in ("nb", "en")]
    parts += [as_csv(table) for table in tables(session)]
    parts += [as_mcap(session, CompressionType.NONE), gzip.decompress(packed(session))]
    return b"\n".join(parts).decode(errors="replace").casefold()


@given(st.lists(_acts, max_size=14), st.sets(_people))
def test_no_name_and_no_word_of_one_who_is_left_out_is_in_any_export(
    acts: list[tuple[str, str, str, str, bool]], agreed: set[str]
) -> None:
    told = Told()
    for act in acts:
        told.add(*act)
    text = every_text(exported(ABOUT, told.log, NOWHERE, frozenset(agreed)))
    for person in set(PEOPLE) - agreed:
        for part in NAMES[person].casefold().split():
            assert part not in text
        for line in told.said[person]:
            assert line.casefold() not in text
            assert line[5:].casefold() not in text


@given(st.lists(_acts, max_size=14))
def test_whoever_has_agreed_is_heard(acts: list[tuple[str, str, str, str, bool]]) -> None:
    told = Told()
    for act in acts:
        told.add(*act)
    facts, _ = only_agreed(told.log, NOWHERE, frozenset(PEOPLE))
    assert facts == told.log


def test_when_all_have_agreed_a_whole_round_is_told_as_it_was() -> None:
    """Also that every type of fact is decided on: one that is not listed would be missing."""
    log = record()
    people = frozenset(person for one in log if (person := getattr(one.fact, "person", None)))
    assert only_agreed(log, NOWHERE, people)[0] == log


def test_what_is_left_still_folds() -> None:
    log = record()
    facts, _ = only_agreed(log, NOWHERE, frozenset({"t1", "p1"}))
    room = fold(facts)
    assert (room.phase, room.beat) == (fold(log).phase, fold(log).beat)
    assert (room.people["c1"].name, room.people["c1"].look) == ("", "")
    assert [line for line in room.lines if line.who == "c1"] == []
    assert [one.fact for one in facts if isinstance(one.fact, f.Marked | f.Instructed | f.GoalReached)] == []
    assert set(room.ceiling.values()) == {TOP_LEVEL}


def test_the_reason_of_one_who_is_left_out_is_not_told() -> None:
    log = tiny.stamped(
        (0, tiny.admitted("c1", "Kim", "client", 0)),
        (1, f.HumanCalled("c1", "crisis")),
        (1, tiny.phase("paused", "crisis", by="room")),
        (2, tiny.phase("calm", "stop_word", by="c1")),
        (3, tiny.phase("running", "continue")),
    )
    facts, _ = only_agreed(log, NOWHERE, frozenset({"t1"}))
    assert [one.fact.why for one in facts if isinstance(one.fact, f.PhaseChanged)] == ["pause", "stop", "continue"]


@pytest.mark.parametrize(
    ("note", "left"),
    [("Kim spurte", "… spurte"), ("kims ord", "…s ord"), ("Al og alle", "… og alle"), ("Kim, Al, KIM", "…, …, …")],
)
def test_names_are_taken_out_of_what_others_wrote(note: str, left: str) -> None:
    log = tiny.stamped(
        (0, tiny.admitted("p1", "Kim", "peer", 0)),
        (0, tiny.admitted("p2", "Al", "peer", 1)),
        (1, f.Marked("t1", note)),
    )
    facts, _ = only_agreed(log, NOWHERE, frozenset({"t1"}))
    assert facts[-1].fact == f.Marked("t1", left)


def test_short_words_that_an_avatar_says_again_are_gone_with_them() -> None:
    """Asked to say it again, an avatar repeats what a person had it say; the line does not tell whose it was."""
    log = tiny.stamped(
        (0, f.Opened(tiny.scene("berit"), "nb", tiny.levels(), tiny.levels(), 0)),
        (0, tiny.admitted("c1", "Kim", "client", 0)),
        (1, tiny.said("berit", "Nei", 10, source="person", by="t1")),
        (2, tiny.said("c1", "Hva?", 10)),
        (3, tiny.said("berit", "Nei", 10, source="person", answers=4)),
        (4, tiny.said("berit", "Nei", 10, answers=4, reply="no")),
    )
    facts, _ = only_agreed(log, NOWHERE, frozenset({"c1"}))
    assert [one.seq for one in facts] == [1, 2, 4, 6]


def test_why_one_who_is_left_out_went_is_not_told() -> None:
    log = tiny.stamped((0, f.Left("c1", "removed")), (0, f.Left("p1", "removed")), (0, f.Left("c2", "ended")))
    facts, _ = only_agreed(log, NOWHERE, frozenset({"p1"}))
    assert [one.fact for one in facts] == [f.Left("c1", "left"), f.Left("p1", "removed"), f.Left("c2", "ended")]


def test_what_is_whispered_to_one_who_is_left_out_is_theirs() -> None:
    log = tiny.stamped((0, f.Whispered("c1", "Du er modig.", "t1")), (1, f.Whispered("p1", "Vent litt.", "t1")))
    assert [one.seq for one in only_agreed(log, NOWHERE, frozenset({"t1", "p1"}))[0]] == [2]


def test_of_a_silhouette_only_a_rough_place_is_told() -> None:
    looks_down = ((1.234, 1.58, -2.17), (-0.5, 0.0, 0.0, 0.5**0.5))
    steps_aside = ((2.0, 1.58, -2.17), tiny.AWAY)
    other = ((0.0, 1.6, 0.0), tiny.TOWARDS)
    ticks = [(1000 + 33 * number, 0, steps_aside if number in (7, 8) else looks_down) for number in range(60)]
    ticks += [(4000, 0, other)]
    shown = tiny.poses_of(*ticks, (4100, 1, looks_down), (4200, 7, looks_down))
    log = tiny.stamped((0, tiny.admitted("c1", "Kim", "client", 0)), (0, tiny.admitted("p1", "Ola", "peer", 1)))
    facts, poses = only_agreed(log, shown, frozenset({"p1"}))
    assert list(zip(poses.t.tolist(), poses.body.tolist(), strict=True)) == [(1000, 0), (4000, 0), (4100, 1)]
    places, turns = heads(poses.rows[:2])
    assert np.allclose(places, [(1.2, 1.6, -2.2), (0.0, 1.6, 0.0)], atol=1e-3)
    assert np.allclose(turns, [(0, 0, 0, 1)] * 2, atol=2e-3)
    assert (poses.rows[2] == shown.rows[-2]).all()
    assert (np.diff(poses.t[poses.body == 0]) >= GRAIN_MS).all()
    admitted = facts[0].fact
    assert isinstance(admitted, f.Admitted)
    assert (admitted.at, admitted.facing, admitted.name) == ((0.0, -2.0), 0.0, "")
