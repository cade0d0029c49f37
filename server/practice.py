"""Practising alone: a session in which a simulated client (`agents/simulated.py`) stands in the room as a member."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from random import Random
from typing import Final

import structlog

from agents.simulated import MannerName, SimulatedClient
from rooms.axes import AXES, Language
from rooms.facts import Stamped
from rooms.intents import Consent, Intent, Knock, Leave, LetBackIn
from rooms.people import SIMULATED, Actor
from rooms.refusals import Refusal
from server.sessions import Session, Sessions

log = structlog.get_logger("proverom.practice")

NAMES: Final[dict[Language, str]] = {"nb": "Robin (simulert)", "en": "Robin (simulated)"}
"""The name says it wherever it stands: on the map, in the transcript, in a recording."""
LOOK: Final = "lin"
CLIENT: Final = Actor(SIMULATED, "client")
SERVER: Final = Actor("server", "mind")
LONGEST_S: Final = 3600.0
"""After that the simulated client takes its leave: nobody practises for so long."""
TRY_AGAIN_MS: Final = 1000
"""How long an intent that was refused is left alone."""
LONGEST_WAIT_S: Final = 5.0


class SimulatedMember:
    """The simulated client of one room as a task. It asks the room as any member does, and as slowly as people do."""

    def __init__(self, session: Session, manner: MannerName, language: Language, chance: Random) -> None:
        self._runner = session.runner
        self._client = SimulatedClient(session.runner.script, SIMULATED, manner, language, chance)
        self._stirred = asyncio.Event()
        self._not_before = 0

    def come(self, language: Language) -> None:
        """Knocks and is let in by the server: there is nobody whose place it could take."""
        self._runner.ask(CLIENT, Knock(NAMES[language], LOOK, language))
        self._runner.ask(SERVER, LetBackIn(SIMULATED))

    async def run(self, longest: float = LONGEST_S) -> None:
        """Until it is sent away, the session ends, or `longest` seconds have passed. Cancelling is safe."""
        stop = self._runner.listen(self._perceive)
        try:
            async with asyncio.timeout(longest):
                while self._is_here():
                    await self._wait(self.step())
        except TimeoutError:
            self._runner.ask(CLIENT, Leave())
        finally:
            stop()

    def step(self) -> int | None:
        """Does what is due; gives the room time (ms) at which something is due next, None when nothing is."""
        room, now = self._runner.state, self._runner.now()
        if room.recording.asked_by and SIMULATED not in room.recording.answers:
            self._ask(Consent(True), now)
        acts = self._client.plan(room, now)
        if acts and max(acts[0].due, self._not_before) <= now:
            self._ask(acts[0].intent, now)
            acts = self._client.plan(room, now)
        return max(acts[0].due, self._not_before) if acts else None

    def _ask(self, intent: Intent, now: int) -> None:
        if not self._runner.ask(CLIENT, intent).ok:
            self._not_before = now + TRY_AGAIN_MS

    def _is_here(self) -> bool:
        me = self._runner.state.people.get(SIMULATED)
        return me is not None and me.where == "room" and self._runner.state.phase != "ended"

    def _perceive(self, facts: Sequence[Stamped]) -> None:
        self._stirred.set()

    async def _wait(self, due: int | None) -> None:
        """Until `due`, or until something has happened in the room."""
        wait = LONGEST_WAIT_S if due is None else max(0.001, (due - self._runner.now()) / 1000)
        try:
            async with asyncio.timeout(min(wait, LONGEST_WAIT_S)):
                await self._stirred.wait()
        except TimeoutError:
            return
        self._stirred.clear()


async def begin_practice(
    sessions: Sessions, scenario: str, language: Language, manner: MannerName, step: int, chance: Random
) -> Session | Refusal:
    """A session with a simulated client in the room; staff press Start. Everything may be tried: nobody can be hurt."""
    session = await sessions.make(scenario, language, dict.fromkeys(AXES, 4), step)
    if isinstance(session, Refusal):
        return session
    member = SimulatedMember(session, manner, language, chance)
    member.come(language)
    session.run_beside("simulated client", member.run())
    log.info("practice", room=session.runner.name, manner=manner)
    return session
