"""Whatever anybody asks for, in any order: what a room promises holds. Found by hypothesis, stateful."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import Any

import msgspec
from hypothesis import assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from infra.virtual_room import load_script
from rooms import facts as f
from rooms import intents as i
from rooms.axes import AXES, DISTANCE_M, LANGUAGES
from rooms.decide import decide, open_room
from rooms.fold import apply, fold, where_is
from rooms.motion import distance
from rooms.people import MOST_AVATARS, MOST_PEOPLE, STAFF, Actor
from rooms.permissions import may
from rooms.refusals import Refusal
from rooms.script import Script
from rooms.state import RoomState
from rooms.wire import Facts, Snapshot
from server.outbox import Message, Outbox
from tests.unit.rooms.wild_intents import ACTORS, INTENTS, NEVER_COMES, PEOPLE, knock

APART_AT_REST_M = 0.4


@cache
def bus_stop() -> Script:
    return load_script("bus_stop")


def plain(value: Any) -> Any:
    return msgspec.to_builtins(value)


class Watcher:
    """What one person's page knows: it folds what it is sent, exactly as a browser does."""

    def __init__(self, person: str, state: RoomState, log: list[f.Stamped], now: int) -> None:
        self.person = person
        self.seen = b""
        self.state = RoomState()
        self._outbox = Outbox(person, "epoch")
        self._read(self._outbox.start(state, log, now, None, 0))

    def tell(self, state: RoomState, facts: list[f.Stamped], now: int) -> None:
        self._read(self._outbox.tell(state, facts, now))

    def reconnect(self, state: RoomState, log: list[f.Stamped], now: int) -> None:
        """As after a cut: it asks for what comes after the last number it knows."""
        self._outbox = Outbox(self.person, "epoch")
        self._read(self._outbox.start(state, log, now, "epoch", self.state.seq))

    def _read(self, messages: list[Message]) -> None:
        for event, told in messages:
            payload = msgspec.to_builtins(told)
            self.seen += msgspec.json.encode(payload)
            if event == "snapshot":
                self.state = msgspec.convert(payload, Snapshot).state
            else:
                self.state = fold(msgspec.convert(payload, Facts).facts, self.state)


class AnyRoom(RuleBasedStateMachine):
    """One room, its log, and what each person's page makes of it."""

    @initialize(
        ceiling=st.fixed_dictionaries({axis: st.sampled_from([4, 4, 3, 2, 1]) for axis in AXES}),
        step=st.integers(1, 12),
        language=st.sampled_from(LANGUAGES),
        met=st.sampled_from([True, True, True, False]),
    )
    def open(self, ceiling: dict[Any, int], step: int, language: Any, met: bool) -> None:
        self.script = bus_stop()
        opening = open_room(self.script, language, ceiling, step)
        assume(not isinstance(opening, Refusal))
        assert isinstance(opening, list)
        self.now = 0
        self.state, self.log = RoomState(), list[f.Stamped]()
        self.watchers: dict[str, Watcher] = {}
        self.snapshots: list[tuple[int, bytes]] = []
        self.admitted: set[str] = set()
        self.publish(opening)
        if met:
            for who, asked in (("t1", i.Knock("name-t1", "nora", "nb")), ("c1", i.Knock("name-c1", "kari", "en"))):
                self.ask(Actor(who, PEOPLE[who]), asked)
            self.ask(Actor("t1", "therapist"), i.Admit("c1"))
            self.ask(Actor("t1", "therapist"), i.Continue())

    def publish(self, facts: list[f.Fact]) -> None:
        batch = []
        for fact in facts:
            stamped = f.Stamped(self.state.seq + 1, self.now, fact)
            apply(self.state, stamped)
            batch.append(stamped)
        self.log += batch
        self.admitted |= {fact.person for fact in facts if isinstance(fact, f.Admitted)}
        for watcher in self.watchers.values():
            watcher.tell(self.state, batch, self.now)

    def ask(self, actor: Actor, intent: i.Intent) -> None:
        before = plain(self.state)
        decision = decide(self.state, self.script, actor, intent, self.now)
        assert plain(self.state) == before, "deciding changed the room"
        if isinstance(decision, Refusal):
            assert decision.code
            assert all(decision.words[language] and decision.instead[language] for language in LANGUAGES)
        else:
            was = msgspec.convert(before, RoomState)
            self.publish(decision)
            self.check_change(was, actor, intent, decision)
        if not may(actor.role, type(intent)):
            assert isinstance(decision, Refusal)
            assert decision.code == "not_allowed"
        recording = self.state.recording
        assert not recording.on or any(recording.answers.get(one.id) for one in self.state.in_room())
        person = self.state.people.get(actor.id)
        in_room = person is not None and person.where == "room"
        if isinstance(intent, i.Stop) and may(actor.role, i.Stop) and in_room and self.state.phase != "ended":
            assert self.state.phase == "calm"

    def check_change(self, was: RoomState, actor: Actor, intent: i.Intent, facts: list[f.Fact]) -> None:
        room = self.state
        for axis in AXES:
            if room.levels[axis] > was.levels[axis]:
                assert room.levels[axis] <= room.ceiling[axis], f"{axis} was raised above the ceiling"
                assert actor.role == "therapist"
        if room.ceiling != was.ceiling:
            assert actor.role == "client"
        if actor.role == "mind":
            assert (room.levels, room.help, room.ceiling) == (was.levels, was.help, was.ceiling)
            assert room.phase in (was.phase, "paused")
        people = [person.at for person in room.in_room() if person.body is not None]
        for fact in facts:
            if isinstance(fact, f.Said) and actor.role == "mind":
                assert was.floor is None or was.floor.until <= was.scene_time(self.now), "talked over another"
            if isinstance(fact, f.Moved) and fact.present:
                assert all(distance(fact.path[-1], at) >= APART_AT_REST_M for at in people), "stood on a person"
        if any(isinstance(fact, f.PressureSet) for fact in facts):
            self.check_closeness()

    def check_closeness(self) -> None:
        """When the walks are done nobody of the company is nearer than the level says."""
        client = self.state.client()
        if client is None:
            return
        for name, avatar in self.state.avatars.items():
            if avatar.present and avatar.played_by is None and self.script.scenario.cast[name].company is not None:
                away = distance(avatar.motion.path[-1], client.at)
                assert away >= DISTANCE_M[self.state.levels["closeness"]] - 0.05

    @rule(data=st.data(), actor=st.sampled_from([actor for actor in ACTORS if actor.id not in NEVER_COMES]))
    def someone_knocks(self, data: st.DataObject, actor: Actor) -> None:
        self.ask(actor, data.draw(knock(actor.id)))

    @precondition(lambda self: any(person.where == "lobby" for person in self.state.people.values()))
    @rule(data=st.data())
    def someone_is_let_in(self, data: st.DataObject) -> None:
        waiting = [person.id for person in self.state.people.values() if person.where == "lobby"]
        self.ask(Actor("t1", "therapist"), i.Admit(data.draw(st.sampled_from(waiting))))

    @rule(data=st.data(), actor=st.sampled_from(ACTORS), kind=st.sampled_from(list(INTENTS)))
    def anyone_asks_anything(self, data: st.DataObject, actor: Actor, kind: type[i.IntentBase]) -> None:
        self.ask(actor, data.draw(INTENTS[kind]))

    @rule(data=st.data(), kind=st.sampled_from([kind for kind in INTENTS if kind is not i.End]))
    def one_who_may_asks(self, data: st.DataObject, kind: type[i.IntentBase]) -> None:
        """Most roles may not do most things: this way more comes of it."""
        here = [Actor(person.id, person.role) for person in self.state.in_room()]
        minds = [Actor(avatar.id, "mind") for avatar in self.state.avatars.values() if avatar.present]
        able = [actor for actor in (*here, *minds) if may(actor.role, kind)]
        if able:
            self.ask(data.draw(st.sampled_from(able)), data.draw(INTENTS[kind]))

    @rule(data=st.data(), text=st.sampled_from(["Når går bussen?", "hei", "stopp"]))
    def the_client_speaks(self, data: st.DataObject, text: str) -> None:
        if client := self.state.client():
            cards = [i.Say(meaning=card.meaning) for card in self.state.offered]
            self.ask(Actor(client.id, "client"), data.draw(st.sampled_from([i.Say(text=text), *cards])))

    @rule(
        data=st.data(), meaning=st.sampled_from(["ask_time", "waiting", "repeat", "leave", "help", "distress", "anger"])
    )
    def an_avatar_speaks(self, data: st.DataObject, meaning: str) -> None:
        present = [name for name, avatar in self.state.avatars.items() if avatar.present]
        said = next((line.seq for line in reversed(self.state.lines) if line.who in self.state.people), 0)
        if not present:
            return
        name = data.draw(st.sampled_from(present))
        wants: list[i.Intent] = [
            i.Hear(said, meaning, 0.8), i.Answer(name, said, meaning), i.Answer(name, said, meaning), i.Open(name),
            i.AskBack(name, said, meaning), i.AskBack(name, said, None), i.Prompt(name, 0), i.CallHuman(said),
        ]  # fmt: skip
        self.ask(Actor(name, "mind"), data.draw(st.sampled_from(wants)))

    @rule(data=st.data(), who=st.sampled_from(["t1", "t2"]), x=st.floats(-3, 3), z=st.floats(-1, 2))
    def staff_play(self, data: st.DataObject, who: str, x: float, z: float) -> None:
        present = [name for name, avatar in self.state.avatars.items() if avatar.present]
        if not present:
            return
        name = data.draw(st.sampled_from(present))
        wants: list[i.Intent] = [
            i.Take(name), i.Take(name), i.Release(name), i.SpeakAs(name, text="Ja."), i.SpeakAs(name, reply="hello"),
            i.WalkAs(name, (x, z)), i.LookAs(name, "board"), i.Instruct(name, "instruct-secret"),
            i.Whisper("c1", "psst-c1"), i.Whisper("p1", "psst-p1"),
        ]  # fmt: skip
        self.ask(Actor(who, "therapist"), data.draw(st.sampled_from(wants)))

    @rule(axis=st.sampled_from(["company", "closeness", "attention", "warmth"]), level=st.integers(0, 4))
    def pressure_changes(self, axis: Any, level: int) -> None:
        self.ask(Actor("t1", "therapist"), i.SetLevel(axis, level))

    @rule(ms=st.sampled_from([0, 1, 400, 3000, 60_000]))
    def time_passes(self, ms: int) -> None:
        self.now += ms

    @rule(who=st.sampled_from(list(PEOPLE)))
    def a_page_opens(self, who: str) -> None:
        if who in self.watchers:
            self.watchers[who].reconnect(self.state, self.log, self.now)
        elif who in self.state.people:
            self.watchers[who] = Watcher(who, self.state, self.log, self.now)

    @rule()
    def a_snapshot_is_kept(self) -> None:
        self.snapshots.append((len(self.log), msgspec.msgpack.encode(self.state)))

    @invariant()
    def bodies_and_places(self) -> None:
        here = self.state.in_room()
        assert len([person for person in self.state.people.values() if person.where != "gone"]) <= MOST_PEOPLE
        bodies = [person.body for person in here if person.body is not None]
        assert len(set(bodies)) == len(bodies)
        assert all(0 <= body < MOST_PEOPLE for body in bodies)
        present = [avatar for avatar in self.state.avatars.values() if avatar.present]
        assert len(present) <= MOST_AVATARS
        for one, other in combinations(present, 2):
            apart = distance(one.motion.path[-1], other.motion.path[-1])
            assert apart >= APART_AT_REST_M, f"{one.id} and {other.id} stand {apart:.2f} m apart"

    @invariant()
    def no_level_is_above_the_ceiling(self) -> None:
        assert all(self.state.levels[axis] <= self.state.ceiling[axis] for axis in AXES)

    @invariant()
    def players_are_here(self) -> None:
        playing = {avatar.played_by for avatar in self.state.avatars.values()} - {None}
        assert playing <= {person.id for person in self.state.in_room()} or self.state.phase == "ended"

    @invariant()
    def nothing_moves_while_still(self) -> None:
        if self.state.phase == "running":
            return
        for avatar in self.state.avatars.values():
            assert where_is(self.state, avatar, self.now) == where_is(self.state, avatar, self.now + 99_000)

    @invariant()
    def pages_know_what_they_may(self) -> None:
        for watcher in self.watchers.values():
            person = self.state.people[watcher.person]
            if person.where == "room":
                assert page(watcher.state) == page(view(self.state, watcher.person))
            if person.role not in STAFF:
                self.check_secrets(watcher)

    def check_secrets(self, watcher: Watcher) -> None:
        assert b"instruct-secret" not in watcher.seen
        assert b"mark-secret" not in watcher.seen
        assert b"heardas" not in watcher.seen
        assert b"humancalled" not in watcher.seen
        for other in PEOPLE:
            if other != watcher.person:
                assert f"psst-{other}".encode() not in watcher.seen
                assert other in self.admitted or f"name-{other}".encode() not in watcher.seen

    def teardown(self) -> None:
        if not hasattr(self, "log"):
            return
        live = plain(self.state)
        assert plain(fold(self.log)) == live, "the log does not give the live room"
        for length, encoded in self.snapshots:
            state = msgspec.msgpack.decode(encoded, type=RoomState)
            assert plain(fold(self.log[length:], state)) == live, "a snapshot and the rest do not give the live room"


def view(state: RoomState, person: str) -> RoomState:
    """What that person would be shown if they came now."""
    return Watcher(person, state, [], 0).state


def page(state: RoomState) -> dict[str, Any]:
    """What is shown of a state: not the number of the last fact, which may have been for others alone; and of those
    who have gone only the ones who are in the transcript."""
    shown: dict[str, Any] = plain(state)
    spoke = {line.who for line in state.lines}
    shown["people"] = {
        who: person for who, person in shown["people"].items() if person["where"] == "room" or who in spoke
    }
    return {name: value for name, value in shown.items() if name not in ("seq", "t")}


def test_every_intent_is_tried() -> None:
    assert set(INTENTS) | {i.Knock} == set(i.INTENTS)


AnyRoom.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestAnyRoom = AnyRoom.TestCase
