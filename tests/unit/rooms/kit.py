"""A room without minds and without a clock: intents in, facts folded, `now` set by hand."""

from __future__ import annotations

from collections.abc import Mapping

from infra.virtual_room import load_script
from rooms import intents as i
from rooms.axes import AXES, Axis, Language
from rooms.decide import decide, open_room
from rooms.facts import Fact, FactBase, Stamped
from rooms.fold import apply
from rooms.intents import Intent
from rooms.people import Actor, Role
from rooms.place import GroundPoint
from rooms.refusals import Refusal
from rooms.state import RoomState

ROLE_OF: dict[str, Role] = {
    "c": "client", "p": "peer", "t": "therapist", "o": "observer", "a": "admin", "b": "mind", "d": "mind",
}  # fmt: skip


def actor(who: str) -> Actor:
    """`c1` is a client, `p1` a peer, `t1` a therapist, `o1` an observer, `a1` an admin; berit and driver are minds."""
    return Actor(who, ROLE_OF[who[0]])


class Room:
    """A bus stop with whatever people are asked for. `do` expects facts, `refused` a refusal."""

    def __init__(
        self, step: int = 1, language: Language = "nb", ceiling: int = 4, levels: Mapping[str, int] | None = None
    ) -> None:
        self.script = load_script("bus_stop")
        self.now = 0
        self.state = RoomState()
        self.log: list[Stamped] = []
        opening = open_room(self.script, language, dict.fromkeys(AXES, ceiling), step)
        assert isinstance(opening, list)
        self._publish(opening)
        self.knock("t1")
        for name, level in (levels or {}).items():
            self.do("t1", i.SetLevel(axis(name), level))

    def _publish(self, facts: list[Fact]) -> None:
        for fact in facts:
            stamped = Stamped(self.state.seq + 1, self.now, fact)
            apply(self.state, stamped)
            self.log.append(stamped)

    def decide(self, who: str, intent: Intent) -> list[Fact] | Refusal:
        return decide(self.state, self.script, actor(who), intent, self.now)

    def do(self, who: str, intent: Intent) -> list[Fact]:
        """What follows, already folded. Fails when it is refused."""
        facts = self.decide(who, intent)
        assert isinstance(facts, list), facts
        self._publish(facts)
        return facts

    def refused(self, who: str, intent: Intent) -> str:
        """The code with which the intent is refused. Fails when it is not."""
        decision = self.decide(who, intent)
        assert isinstance(decision, Refusal), decision
        return decision.code

    def knock(self, who: str) -> list[Fact]:
        return self.do(who, i.Knock(f"name-{who}", "tor", "nb"))

    def let_in(self, *who: str) -> None:
        for one in who:
            self.knock(one)
            self.do("t1", i.Admit(one))

    def begin(self) -> None:
        """With client c1, who is let in, and the first beat."""
        self.let_in("c1")
        self.do("t1", i.Continue())

    def client_stands(self, at: GroundPoint, facing: float = 160.0) -> None:
        self.do("c1", i.Stand(at, facing))

    def says(self, text: str = "Når går bussen?", who: str = "c1") -> int:
        """The number of the line."""
        self.do(who, i.Say(text=text))
        return self.state.lines[-1].seq

    def present(self) -> list[str]:
        return [name for name, avatar in self.state.avatars.items() if avatar.present]

    def at_rest(self, name: str) -> GroundPoint:
        return self.state.avatars[name].motion.path[-1]


def axis(name: str) -> Axis:
    return next(known for known in AXES if known == name)


def of_kind(facts: list[Fact], kind: type[FactBase]) -> list[Fact]:
    return [fact for fact in facts if isinstance(fact, kind)]
