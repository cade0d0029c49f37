"""A whole room in virtual time: the real runner and avatars on a clock that is moved by hand. Nothing waits."""

from __future__ import annotations

from functools import cache

from agents.loop import AvatarLoop
from agents.understanding import Understanding
from rooms.axes import AXES, Axis, Language
from rooms.decide import open_room
from rooms.intents import Admit, Intent, Knock
from rooms.people import Actor, Role
from rooms.refusals import Refusal
from rooms.scenario_file import library, load_general, load_place, load_scenario
from rooms.script import Script
from rooms.wire import Outcome
from server.counts import Counts
from server.runner import RoomRunner

MOST_STEPS = 20_000
"""More wake-ups of the avatars than any stretch of a scene can need: beyond it they are going round in circles."""


@cache
def load_script(name: str) -> Script:
    """The scenario `name` of the library with all that belongs to it."""
    scenario = load_scenario(library()[name])
    return Script(scenario, load_general(), load_place(scenario.place))


@cache
def load_understanding(name: str) -> Understanding:
    """What the avatars of the scenario `name` understand."""
    return Understanding(load_script(name).meanings())


class VirtualRoom:
    """A room of the scenario `name`; `ms` is its time, which moves in `advance` alone; avatars wake when due."""

    def __init__(
        self, name: str, language: Language = "nb", ceiling: dict[Axis, int] | None = None, step: int = 1
    ) -> None:
        script = load_script(name)
        opening = open_room(script, language, ceiling or dict.fromkeys(AXES, 4), step)
        if isinstance(opening, Refusal):
            raise ValueError(opening.code)
        self.ms = 0
        self.counts = Counts()
        self.script = script
        self.runner = RoomRunner("virtual", "epoch", script, opening, self._clock, self.counts)
        self.actors: dict[str, Actor] = {}
        self.refused: list[str] = []
        """What the avatars asked for in vain."""
        state, now = self.runner.state, self.runner.now
        self.loop = AvatarLoop(script, state, now, self._by_mind, load_understanding(name))

    def _clock(self) -> float:
        """Seconds; a hair more than the whole millisecond, since the runner cuts off what binary fractions lack."""
        return self.ms / 1000 + 1e-7 if self.ms else 0.0

    def _by_mind(self, actor: Actor, intent: Intent) -> bool:
        outcome = self.runner.ask(actor, intent)
        if outcome.refusal is not None:
            self.refused.append(outcome.refusal.code)
        return outcome.ok

    def ask(self, who: str, intent: Intent) -> Outcome:
        """The intent of a person who has come by `knock`."""
        return self.runner.ask(self.actors[who], intent)

    def knock(self, who: str, role: Role, name: str, look: str = "tor", language: Language = "nb") -> None:
        self.actors[who] = Actor(who, role)
        self.ask(who, Knock(name, look, language))

    def come(self, who: str, role: Role, name: str, by: str, language: Language = "nb") -> None:
        """Knocks, and is let in by `by`."""
        self.knock(who, role, name, language=language)
        self.ask(by, Admit(who))

    def advance(self, ms: int) -> None:
        """Lets `ms` pass. Raises RuntimeError when the avatars never come to rest."""
        until = self.ms + ms
        for _ in range(MOST_STEPS):
            due = self.loop.step()
            if due is None or due > until:
                self.ms = until
                return
            self.ms = max(self.ms, due)
        raise RuntimeError(f"the avatars go round in circles at {self.ms} ms")
