"""Every role and every intent: refused as not allowed exactly where the table does not list it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooms import intents as i
from rooms.people import ROLES, Role
from rooms.permissions import ALLOWED, may
from rooms.refusals import Refusal
from tests.unit.rooms.kit import Room
from tests.unit.rooms.wild_intents import INTENTS, knock

WHO: dict[Role, str] = {
    "client": "c1", "peer": "p1", "therapist": "t1", "observer": "o1", "admin": "a1", "mind": "berit",
}  # fmt: skip
EVERY = [(role, intent) for role in ROLES for intent in i.INTENTS]


def spelled(pair: tuple[Role, type[i.IntentBase]]) -> str:
    role, intent = pair
    return f"{role} {'may' if may(role, intent) else 'may not'} {intent.__name__}"


def full_room() -> Room:
    room = Room()
    room.begin()
    room.let_in("p1", "o1")
    room.knock("a1")
    return room


ROOM = full_room()
"""Deciding never changes a room, so all may use the same one."""


def test_every_intent_is_in_the_table() -> None:
    assert set(ALLOWED) == set(i.INTENTS)


def test_what_is_not_in_the_table_is_denied() -> None:
    class Unheard(i.IntentBase, frozen=True):
        pass

    assert not any(may(role, Unheard) for role in ROLES)


@pytest.mark.parametrize("pair", EVERY, ids=spelled)
@settings(max_examples=3, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_table_is_kept(pair: tuple[Role, type[i.IntentBase]], data: st.DataObject) -> None:
    role, kind = pair
    who = WHO[role]
    intent = data.draw(knock(who) if kind is i.Knock else INTENTS[kind])
    decision = ROOM.decide(who, intent)
    denied = isinstance(decision, Refusal) and decision.code == "not_allowed"
    assert denied == (not may(role, kind))


@pytest.mark.parametrize("who", ["c1", "p1", "t1", "o1", "a1"])
def test_whoever_takes_part_can_go(who: str) -> None:
    room = full_room()
    room.do(who, i.Leave())
    assert room.state.people[who].where == "gone"


@pytest.mark.parametrize(
    "kind", [kind for kind in INTENTS if kind not in (i.Leave, i.SetPresence, i.Consent)], ids=lambda k: k.__name__
)
@settings(max_examples=3)
@given(data=st.data())
def test_nobody_acts_from_the_lobby(kind: type[i.IntentBase], data: st.DataObject) -> None:
    room = LOBBY
    for who in ("c1", "p1", "o1"):
        decision = room.decide(who, data.draw(INTENTS[kind]))
        assert isinstance(decision, Refusal)
        assert decision.code in ("not_allowed", "not_in_room")


def lobby() -> Room:
    room = Room()
    for who in ("c1", "p1", "o1"):
        room.knock(who)
    return room


LOBBY = lobby()


def test_only_people_come_in_by_knocking() -> None:
    assert ROOM.refused("berit", i.Knock("Berit", "tor", "nb")) == "not_allowed"
