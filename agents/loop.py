"""The avatars of a room as a task: looks at the room after every fact, and does what is due. The only waiting here."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from agents.acts import Act
from agents.authored import AuthoredMind
from agents.body import Body
from agents.understanding import Understanding
from rooms.facts import Stamped
from rooms.intents import Intent
from rooms.people import Actor
from rooms.script import Script
from rooms.state import RoomState

TRY_AGAIN_MS = 1000
"""How long an intent that was refused is left alone: the room knows better, and says so again otherwise at once."""
LONGEST_WAIT_S = 5.0

Ask = Callable[[Actor, Intent], bool]
"""Puts an intent to the room; True when it was done."""


class AvatarLoop:
    """Runs the minds of one room. `now` gives room time in ms; `ask` is called from within the loop's own task only.

    `understanding` of the script's meanings may be shared by rooms: making it takes a quarter of a second.
    """

    def __init__(
        self, script: Script, room: RoomState, now: Callable[[], int], ask: Ask,
        understanding: Understanding | None = None,
    ) -> None:  # fmt: skip
        self._room = room
        self._now = now
        self._ask = ask
        self._mind = AuthoredMind(script, understanding or Understanding(script.meanings()))
        self._body = Body(script, script.scenario.id)
        self._refused: dict[tuple[str, type[Intent]], int] = {}
        self._stirred = asyncio.Event()

    def perceive(self, facts: Sequence[Stamped]) -> None:
        """The room has changed; safe to call from within the room's own writing."""
        if facts:
            self._stirred.set()

    def step(self) -> int | None:
        """Does everything that is due now; gives the room time (ms) of what is due next, None when nothing is."""
        now = self._now()
        acts, look_again = self._plan(now)
        if due := [act for act in acts if self._when(act) <= now]:
            for act in due:
                done = self._ask(Actor(act.avatar or "mind", "mind"), act.intent)
                if not done:
                    self._refused[act.avatar, type(act.intent)] = now + TRY_AGAIN_MS
            acts, look_again = self._plan(now)
        coming = [self._when(act) for act in acts] + ([] if look_again is None else [look_again])
        return min(coming, default=None)

    def _plan(self, now: int) -> tuple[list[Act], int | None]:
        acts, look_again = self._body.plan(self._room, now)
        return [*self._mind.plan(self._room, now), *acts], look_again

    def _when(self, act: Act) -> int:
        return max(act.due, self._refused.get((act.avatar, type(act.intent)), 0))

    async def run(self) -> None:
        """Until cancelled; cancelling is safe at any moment."""
        while True:
            due = self.step()
            wait = LONGEST_WAIT_S if due is None else max(0.001, (due - self._now()) / 1000)
            try:
                async with asyncio.timeout(min(wait, LONGEST_WAIT_S)):  # wait_for may swallow a cancelling
                    await self._stirred.wait()
            except TimeoutError:
                continue
            self._stirred.clear()
