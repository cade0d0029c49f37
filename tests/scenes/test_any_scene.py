"""Whatever people do, the avatars keep their manners and come to rest. Found by hypothesis."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from infra.virtual_room import VirtualRoom
from rooms import facts as f
from rooms import intents as i
from rooms.axes import AXES
from rooms.people import Actor

LINES = (
    "når går bussen?", "hei", "ja", "nei", "hva sa du?", "hold kjeft", "jeg vil hjem", "Jonas, går den snart?", "qwzx",
    "jeg klarer ikke mer", "til sentrum", "der kommer bussen", "takk", "buss tid tavla", "jeg vil dø", "",
)  # fmt: skip
AVATARS = ("berit", "ingrid", "jonas", "driver")
avatars = st.sampled_from(AVATARS)

by_client: st.SearchStrategy[i.Intent] = st.one_of(
    st.builds(i.Say, text=st.sampled_from(LINES)),
    st.builds(i.Say, text=st.sampled_from(LINES)),
    st.builds(i.Say, meaning=st.sampled_from(["waiting", "ask_time", "weather", "bus_here", "have_ticket"])),
    st.sampled_from([i.Stop(), i.Continue(), i.Calmer(), i.SetPresence(False), i.SetPresence(True), i.AskHelp()]),
    st.builds(i.Stand, st.tuples(st.floats(-3, 3), st.floats(-0.9, 1.8)), st.floats(-180, 180)),
)
by_therapist: st.SearchStrategy[i.Intent] = st.one_of(
    st.sampled_from([i.Continue(), i.Continue(), i.Pause(), i.Again(), i.Harder()]),
    st.builds(i.SetLevel, st.sampled_from(AXES), st.integers(0, 4)),
    st.builds(i.Take, avatars),
    st.builds(i.Release, avatars),
    st.builds(i.SpeakAs, avatars, st.just("Det vet jeg ikke.")),
    st.builds(i.WalkAs, avatars, st.tuples(st.floats(-3, 3), st.floats(-0.9, 1.8))),
)
moments = st.tuples(
    st.sampled_from([0, 300, 1500, 4000, 15_000, 60_000]),
    st.one_of(
        st.tuples(st.just("kim"), by_client),
        st.tuples(st.just("kim"), by_client),
        st.tuples(st.just("nora"), by_therapist),
    ),
)


@settings(max_examples=80)
@given(moments=st.lists(moments, max_size=25))
def test_avatars_keep_their_manners(moments: list[tuple[int, tuple[str, i.Intent]]]) -> None:
    room = VirtualRoom("bus_stop")
    room.knock("nora", "therapist", "Nora")
    room.come("kim", "client", "Kim", by="nora")
    room.ask("nora", i.Continue())
    for ms, (who, intent) in moments:
        room.advance(ms)
        room.ask(who, intent)
    talk_in_turn(room)
    come_to_rest(room)


def talk_in_turn(room: VirtualRoom) -> None:
    """In the scene's time, which stands still with the room."""
    log = room.runner.log
    by_mind = [
        stamped for stamped in log if isinstance(stamped.fact, f.Said) and stamped.fact.who in room.runner.state.avatars
    ]
    for one, following in pairwise(by_mind):
        assert isinstance(one.fact, f.Said)
        assert isinstance(following.fact, f.Said)
        stilled = any(isinstance(stamped.fact, f.PhaseChanged) for stamped in log[one.seq : following.seq])
        assert following.fact.by is not None or stilled or following.t >= one.t + one.fact.lasts


def come_to_rest(room: VirtualRoom) -> None:
    """With everybody's hands off and the client back, the scene ends by itself and only glances go on."""
    room.ask("kim", i.SetPresence(True))
    for avatar in AVATARS:
        room.ask("nora", i.Release(avatar))
    room.ask("nora", i.Continue())
    room.advance(400_000)
    before = room.runner.state.seq
    room.advance(120_000)
    later = [stamped.fact for stamped in room.runner.log[before:]]
    assert [fact for fact in later if not isinstance(fact, f.Looked)] == []
    assert len(later) < 120
    assert not any(avatar.thinking and avatar.present for avatar in room.runner.state.avatars.values())


def test_minds_never_touch_what_is_not_theirs() -> None:
    room = VirtualRoom("bus_stop")
    mind = Actor("berit", "mind")
    for intent in (
        i.Stop(),
        i.Continue(),
        i.Harder(),
        i.SetCeiling("warmth", 4),
        i.Admit("kim"),
        i.Whisper("kim", "Hei"),
    ):
        outcome = room.runner.ask(mind, intent)
        assert outcome.refusal is not None
        assert outcome.refusal.code == "not_allowed"
