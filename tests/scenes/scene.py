"""A scene at the bus stop that reads like a story: people speak, time passes, and something is expected of the avatars.

Virtual time: nothing waits. `kim` is the client, `nora` the therapist, `ola` a peer worker who may come later.
"""

from __future__ import annotations

from infra.virtual_room import VirtualRoom
from rooms import facts as f
from rooms import intents as i
from rooms.axes import AXES, Axis, Language
from rooms.facts import FactBase
from rooms.intents import Intent
from rooms.state import Line, RoomState
from rooms.wire import Outcome

SLOWEST_ANSWER_S = 12.0
"""No answer in a scene takes longer, the last words of the one before included."""


class Scene:
    """A room with a client and a therapist, begun unless `begin` is false."""

    def __init__(self, language: Language = "nb", step: int = 1, begin: bool = True, **levels: int) -> None:
        self.room = VirtualRoom("bus_stop", language, step=step)
        self._told = 0
        self.room.knock("nora", "therapist", "Nora")
        self.room.come("kim", "client", "Kim", by="nora", language=language)
        for name, level in levels.items():
            self.nora(i.SetHelp(level) if name == "help" else i.SetLevel(axis(name), level))
        if begin:
            self.nora(i.Continue())

    @property
    def state(self) -> RoomState:
        return self.room.runner.state

    def nora(self, intent: Intent) -> Outcome:
        return self.room.ask("nora", intent)

    def kim(self, intent: Intent) -> Outcome:
        return self.room.ask("kim", intent)

    def client_says(self, text: str) -> Outcome:
        return self.kim(i.Say(text=text))

    def client_chooses(self, meaning: str) -> Outcome:
        return self.kim(i.Say(meaning=meaning))

    def pass_time(self, seconds: float) -> None:
        self.room.advance(round(seconds * 1000))

    def facts(self, *kinds: type[FactBase]) -> list[f.Stamped]:
        """What has happened of these kinds, from the beginning."""
        return [stamped for stamped in self.room.runner.log if isinstance(stamped.fact, kinds)]

    def avatar_lines(self) -> list[Line]:
        return [line for line in self.state.lines if line.who in self.state.avatars]

    def next_said(self, within: float = SLOWEST_ANSWER_S) -> Line:
        """The next line of an avatar that no one has asked for yet, waited for. Fails when nobody speaks in time."""
        until = self.room.ms + round(within * 1000)
        while len(self.avatar_lines()) <= self._told:
            assert self.room.ms < until, f"nobody said anything within {within} s"
            self.pass_time(0.05)
        line = self.avatar_lines()[self._told]
        self._told += 1
        return line

    def expect_said(
        self, who: str, contains: str | None = None, reply: str | None = None, within: float = SLOWEST_ANSWER_S
    ) -> Line:
        """The next line is this one's."""
        line = self.next_said(within)
        text = line.words[line.language]
        assert line.who == who, f"{line.who} said: {text}"
        assert contains is None or contains in text, text
        assert reply is None or line.reply == reply, f"{line.reply}: {text}"
        return line

    def expect_silence(self, seconds: float) -> None:
        """No avatar says anything for so long."""
        self.pass_time(seconds)
        new = [line.words for line in self.avatar_lines()[self._told :]]
        assert new == []

    def skip_to(self, beat: str) -> None:
        """Lets the scene go on by itself until `beat`, and forgets what was said on the way."""
        for _ in range(600):
            if self.state.beat == beat:
                break
            self.pass_time(0.5)
        assert self.state.beat == beat
        self.forget()

    def forget(self) -> None:
        """What was said so far is not asked for any more."""
        self._told = len(self.avatar_lines())


def axis(name: str) -> Axis:
    return next(known for known in AXES if known == name)
