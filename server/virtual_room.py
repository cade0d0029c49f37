"""A whole room in virtual time: the real runner and avatars on a clock that is moved by hand. Nothing waits."""

from __future__ import annotations

from typing import Final

from agents.loop import AvatarLoop
from agents.understanding import Understanding
from rooms.axes import AXES, Axis, Language
from rooms.decide import open_room
from rooms.intents import Admit, Intent, Knock
from rooms.people import Actor, Role
from rooms.refusals import Refusal
from rooms.script import Script
from rooms.wire import Outcome
from server.counts import Counts
from server.runner import RoomRunner

MOST_STEPS: Final = 20_000
"""More wake-ups of the avatars than any stretch of a scene can need: beyond it they are going round in circles."""


class VirtualRoom:
    """A room of `script`; `ms` is its time, which moves in `advance` alone; avatars wake when due.

    Raises ValueError, with the refusal's code, when the room does not open: a step that is above the ceiling.
    """

    def __init__(
        self, script: Script, understanding: Understanding | None = None, language: Language = "nb",
        ceiling: dict[Axis, int] | None = None, step: int = 1,
    ) -> None:  # fmt: skip
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
        self.loop = AvatarLoop(script, self.runner.state, self.runner.now, self._by_mind, understanding)

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
