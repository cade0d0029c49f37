"""A room at run time: the only writer of its log. Everything here is synchronous, so facts have one order.

An intent goes in, facts are numbered, stamped, folded into the state, and handed to every listener in that order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Callable
from typing import Final, Protocol

import structlog

from rooms.decide import decide
from rooms.facts import Fact, Stamped
from rooms.fold import apply
from rooms.intents import Intent
from rooms.people import Actor
from rooms.refusals import Refusal
from rooms.script import Script
from rooms.state import RoomState
from rooms.wire import Outcome
from server.counts import Counts
from server.sender_log import SenderLogs

log = structlog.get_logger("proverom.room")

REMEMBERED_ASKS: Final = 32
"""Answers kept of each person so that an intent sent again after a cut is not done twice; the oldest go first. A page
keeps 24 that have not been answered."""

KEPT_FACTS: Final = 1024
"""At most twice so many of the last facts are kept, for those who come back: they may have missed 512
(`outbox.py`)..."""
KEPT_MS: Final = 120_000
"""...and none that is more than twice as old: who was away for so long gets a snapshot."""


class Listener(Protocol):
    """Hears facts in order, already folded. Must not ask for anything from within: put it off."""

    def __call__(self, facts: list[Stamped], /) -> None: ...


class RoomRunner:
    """One room. `clock` gives seconds and never goes back; room time is whole ms since the room was made.

    One that goes on after the server has died is given its `state` (taken over) and the time `began` at which it does.
    """

    def __init__(
        self, name: str, epoch: str, script: Script, opening: list[Fact], clock: Callable[[], float], counts: Counts,
        state: RoomState | None = None, began: int = 0,
    ) -> None:  # fmt: skip
        self.name = name
        self.epoch = epoch
        self.script = script
        self.state = RoomState() if state is None else state
        self.log: list[Stamped] = []
        """The last facts, without gaps."""
        self._counts = counts
        self._clock = clock
        self._opened_at = clock() - began / 1000
        self._listeners: list[Listener] = []
        self._senders = SenderLogs(log, clock)
        self._answers: defaultdict[str, OrderedDict[str, Outcome]] = defaultdict(OrderedDict)
        self._publish(opening, began)

    def now(self) -> int:
        """Room time: ms since the room was made."""
        return int((self._clock() - self._opened_at) * 1000)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Hands every later fact to `listener`; call the result to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def ask(self, actor: Actor, intent: Intent, ask_id: str | None = None) -> Outcome:
        """Decides an intent. The same `ask_id` of the same person is decided once and answered the same again."""
        answers = self._answers[actor.id]
        if ask_id is not None and ask_id in answers:
            return answers[ask_id]
        now = max(self.now(), self.state.t)
        decision = decide(self.state, self.script, actor, intent, now)
        if isinstance(decision, Refusal):
            self._log_refusal(actor, intent, decision)
            self._counts.refused[decision.code] += 1
            outcome = Outcome(ok=False, seq=self.state.seq, refusal=decision)
        else:
            self._publish(decision, now)
            outcome = Outcome(ok=True, seq=self.state.seq)
        if ask_id is not None:
            answers[ask_id] = outcome
            while len(answers) > REMEMBERED_ASKS:
                answers.popitem(last=False)
        return outcome

    def _log_refusal(self, actor: Actor, intent: Intent, refusal: Refusal) -> None:
        """At most one line a second for each sender."""
        said = self._senders.of(actor.id)
        said.say("refused", room=self.name, role=actor.role, intent=type(intent).__name__, code=refusal.code)

    def _publish(self, facts: list[Fact], now: int) -> None:
        batch = []
        for fact in facts:
            stamped = Stamped(self.state.seq + 1, now, fact)
            apply(self.state, stamped)
            self.log.append(stamped)
            batch.append(stamped)
        self._let_go_of_the_old(now)
        self._counts.facts += len(batch)
        if batch:
            for listener in list(self._listeners):
                self._hand(listener, batch)

    def _let_go_of_the_old(self, now: int) -> None:
        if len(self.log) > 2 * KEPT_FACTS:
            del self.log[:-KEPT_FACTS]
        if self.log and now - self.log[0].t > 2 * KEPT_MS:
            del self.log[: bisect_left(self.log, now - KEPT_MS, key=lambda stamped: stamped.t)]

    def _hand(self, listener: Listener, batch: list[Stamped]) -> None:
        """What has happened has happened: a listener that fails costs neither the others nor the one who asked."""
        try:
            listener(batch)
        except Exception:
            self._counts.listeners_failed += 1
            log.exception("a listener failed", room=self.name)
