"""A reel by the watchers' clock, and what a hall of watchers makes of what they ask."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms import reel, watch_rules
from rooms import watching as w
from rooms.people import Actor
from rooms.watch_rules import Hall
from rooms.watching import FIRST_WATCHER_BODY, MOST_NOTES, MOST_WATCHERS, WATCHES, Playing

FIRST, LAST = 3000, 60_000


def hall() -> Hall:
    return Hall(FIRST, LAST, Playing(FIRST, 0, False, 1.0), frozenset({"c1", "berit"}))


def ask(where: Hall, who: str, intent: w.Watch, now: int = 0) -> str | None:
    """The code of the refusal, None when it was done."""
    refusal = watch_rules.ask(where, Actor(who, "therapist"), intent, now)
    return refusal.code if refusal else None


def with_people(*names: str) -> Hall:
    made = hall()
    for name in names:
        assert ask(made, name, w.ComeIn(name, "nora", "nb")) is None
    return made


WHO = ("a", "b", "c")
times = st.integers(0, 20_000)
asked: st.SearchStrategy[tuple[int, str, w.Watch]] = st.tuples(
    times,
    st.sampled_from(WHO),
    st.one_of(
        st.builds(w.Play, st.booleans()),
        st.builds(w.SetSpeed, st.sampled_from(["0.25", "0.5", "1", "2", "4"])),
        st.builds(w.Seek, st.integers(0, 2**31)),
        st.builds(w.WanderOff, st.booleans()),
        st.builds(w.TakeEyes, st.sampled_from([None, "c1", "berit", "nobody"])),
        st.builds(w.PointAt, st.none() | st.tuples(st.floats(-5, 5), st.floats(-5, 5))),
        st.builds(w.AddNote, st.sampled_from(["her", " "]), st.none() | st.integers(0, 2**31)),
        st.builds(w.RemoveNote, st.sampled_from(["1", "2"])),
        st.builds(w.ComeIn, st.just("Ny"), st.just("sol"), st.just("en")),
        st.builds(w.Talk, st.just("hei")),
    ),
)


@given(st.lists(asked, max_size=30), st.lists(st.tuples(st.sampled_from(WHO), st.booleans()), max_size=5))
def test_whatever_is_asked_every_reel_stays_in_the_recording_and_moves_only_as_it_should(
    all_asked: list[tuple[int, str, w.Watch]], presence: list[tuple[str, bool]]
) -> None:
    here, now = with_people(*WHO), 0
    for who, is_here in presence:
        watch_rules.set_here(here, who, is_here, now)
    for wait, who, intent in all_asked:
        now += wait
        watch_rules.halt(here, now)
        before = {name: watch_rules.where_is(here, name, now) for name in WHO}
        alone = who in here.own
        refused = ask(here, who, intent, now)
        after = {name: watch_rules.where_is(here, name, now) for name in WHO}
        assert all(FIRST <= at <= LAST for at in after.values())
        for name in WHO:
            jumps = isinstance(intent, w.Seek | w.WanderOff) or (isinstance(intent, w.Play) and before[name] == LAST)
            if refused is not None or not jumps or (name != who and (alone or name in here.own)):
                assert after[name] == before[name], (name, intent)
        assert {name for name, one in here.watchers.items() if one.alone} == here.own.keys()
        bodies = [one.body for one in here.watchers.values()]
        assert len(set(bodies)) == len(bodies)
        told = watch_rules.told_to(here, who, now)
        assert (told.own is None) == (who not in here.own)
        assert not told.shared.running or any(one.here and not one.alone for one in told.watchers)


@given(st.sampled_from(w.SPEEDS), st.integers(0, 10**6), st.lists(st.integers(0, 5000), max_size=8))
def test_a_reel_goes_as_far_as_its_speed_takes_it_however_often_one_looks(
    speed: float, start: int, waits: list[int]
) -> None:
    playing = Playing(start, 100, True, speed)
    now = 100 + sum(waits)
    assert reel.position(playing, now, 10**9) == start + int(sum(waits) * speed)
    assert reel.position(playing, 50, 10**9) == start  # a clock that is behind moves nothing back
    stopped = reel.play(playing, False, now, 0, 10**9)
    assert reel.position(stopped, now + 10**6, 10**9) == reel.position(playing, now, 10**9)


def test_at_its_end_a_reel_stops_and_begins_again_when_it_is_played() -> None:
    here = with_people("a")
    assert ask(here, "a", w.Seek(LAST - 100), 0) is None
    assert ask(here, "a", w.Play(True), 0) is None
    assert not watch_rules.halt(here, 50)
    assert watch_rules.halt(here, 100)
    assert here.shared == Playing(LAST, 100, False, 1.0)
    assert not watch_rules.halt(here, 200)
    assert ask(here, "a", w.Play(True), 300) is None
    assert here.shared == Playing(FIRST, 300, True, 1.0)


def test_a_reel_that_nobody_looks_at_any_more_stands_still() -> None:
    here = with_people("a", "b")
    ask(here, "a", w.Play(True))
    ask(here, "b", w.WanderOff(True), 100)
    assert here.own["b"] == Playing(FIRST, 0, True, 1.0)
    watch_rules.set_here(here, "a", False, 1000)
    assert here.shared == Playing(FIRST + 1000, 1000, False, 1.0)
    assert here.own["b"].running
    watch_rules.set_here(here, "b", False, 2000)
    assert here.own["b"] == Playing(FIRST + 2000, 2000, False, 1.0)


def test_one_who_was_away_for_long_comes_back_to_the_others() -> None:
    here = with_people("a", "b")
    ask(here, "b", w.WanderOff(True))
    watch_rules.let_go(here, "b")
    assert "b" in here.watchers, "they are here"
    watch_rules.set_here(here, "b", False, 0)
    watch_rules.let_go(here, "b")
    assert list(here.watchers) == ["a"]
    assert ask(here, "b", w.Play(True)) == "not_in_room"
    watch_rules.set_here(here, "b", True, 9000)
    assert here.watchers["b"].name == "b"
    assert not here.watchers["b"].alone
    assert here.watchers["b"].body == FIRST_WATCHER_BODY + 1


def test_so_many_can_watch_and_each_has_a_body() -> None:
    here = with_people(*(f"w{number}" for number in range(MOST_WATCHERS)))
    assert ask(here, "late", w.ComeIn("Sen", "sol", "nb")) == "room_full"
    bodies = {watcher.body for watcher in here.watchers.values()}
    assert bodies == set(range(FIRST_WATCHER_BODY, FIRST_WATCHER_BODY + MOST_WATCHERS))
    assert ask(here, "w0", w.ComeIn("Nytt navn", "sol", "nb")) is None
    assert here.watchers["w0"].name == "Nytt navn"


@pytest.mark.parametrize(
    ("intent", "code"),
    [
        (w.ComeIn("  ", "nora", "nb"), "no_name"), (w.ComeIn("Ny", "berit", "nb"), "no_such_look"),
        (w.TakeEyes("nobody"), "not_here"), (w.AddNote("  "), "nothing_to_say"), (w.Talk(" "), "nothing_to_say"),
        (w.RemoveNote("7"), "no_such_note"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(intent: w.Watch, code: str) -> None:
    here = with_people("a")
    assert ask(here, "a", intent) == code


@pytest.mark.parametrize("kind", [kind for kind in WATCHES if kind is not w.ComeIn], ids=lambda kind: kind.__name__)
def test_nobody_takes_part_before_they_have_come_in(kind: type[w.WatchBase]) -> None:
    examples: dict[type[w.WatchBase], w.Watch] = {
        type(one): one
        for one in (
            w.Play(True), w.SetSpeed("2"), w.Seek(1), w.WanderOff(True), w.TakeEyes(None), w.PointAt(None),
            w.AddNote("x"), w.RemoveNote("1"), w.Talk("x"),
        )
    }  # fmt: skip
    here = with_people("a")
    assert ask(here, "stranger", examples[kind]) == "not_in_room"
    assert here == with_people("a")


def test_a_note_is_about_where_one_is_or_about_the_moment_that_one_chose() -> None:
    here = with_people("a")
    ask(here, "a", w.Seek(20_000))
    for at in (None, 12_000, 0, 2**31):
        assert ask(here, "a", w.AddNote("her", at)) is None
    assert [note.at for note in here.notes] == [20_000, 12_000, FIRST, LAST]


def test_notes_are_removed_by_their_author_alone_also_on_a_later_visit() -> None:
    here = with_people("a", "b")
    here.authors = {"a": "c1", "again": "c1"}
    for number in range(MOST_NOTES):
        assert ask(here, "a", w.AddNote(f"note {number}")) is None
    assert ask(here, "b", w.AddNote("one more")) == "notes_full"
    assert [note.by for note in watch_rules.told_to(here, "a", 0).notes[:1]] == ["a"]
    assert [note.by for note in watch_rules.told_to(here, "b", 0).notes[:1]] == ["c1"]
    assert ask(here, "b", w.RemoveNote("1")) == "no_such_note"
    ask(here, "again", w.ComeIn("Kim", "tor", "nb"))
    assert ask(here, "again", w.RemoveNote("1")) is None
    assert ask(here, "b", w.AddNote("now there is room")) is None
    assert len({note.id for note in here.notes}) == MOST_NOTES
