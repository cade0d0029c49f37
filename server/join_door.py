"""How fast codes may be tried: at most 60 wrong ones a minute on the whole server, and nobody is locked out.

A right code costs nothing; a wrong one costs a token of the server's. While there are tokens, a code is tried at once.
While somebody is guessing there are none, and every try waits for its turn: whoever has tried least goes first, by
address and then by connection, so those who guess wait behind those who mistype. One who has waited in vain is asked to
come again soon.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from ipaddress import ip_network
from typing import Final

import msgspec
from aiohttp import web

from server.codes import Grant, JoinCodes
from server.proxies import client_address
from server.supervision import Supervisor

AT_ONCE: Final = 12
"""Wrong codes that cost nobody a wait: a group that mistypes."""
A_SECOND: Final = 0.8
"""Wrong codes after that. Any minute holds at most 12 + 60 × 0.8 = 60 of them."""
PATIENCE_S: Final = 10.0
"""How long a try waits for its turn."""
COME_AGAIN_S: Final = 5
MOST_WAITING: Final = 512
FORGIVEN_AFTER_S: Final = 120.0
"""Who has not tried for so long has not tried at all."""
MOST_REMEMBERED: Final = 4096


class TooManyTriesError(Exception):
    """Codes are being guessed and this try did not get its turn: come again in COME_AGAIN_S."""


class Sender(msgspec.Struct, frozen=True):
    """Who tries, as far as the server can tell: no more than where from."""

    address: str
    connection: str


def sender_of(request: web.Request) -> Sender:
    """Who sent a request. A line with IPv6 has a whole network of addresses, which counts as one."""
    address = client_address(request)
    if ":" in address:
        address = str(ip_network(f"{address}/64", strict=False))
    peer = request.transport.get_extra_info("peername") if request.transport is not None else None
    return Sender(address, str(peer))


class Tries:
    """How often each sender has tried of late; the longest ago is forgotten first."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._known: dict[str, tuple[float, int]] = {}

    def __len__(self) -> int:
        self._forget_old()
        return len(self._known)

    def add(self, sender: Sender) -> None:
        self._forget_old()
        for key in (sender.address, f"{sender.address} {sender.connection}"):
            _, tries = self._known.pop(key, (0.0, 0))
            self._known[key] = self._clock(), tries + 1

    def rank(self, sender: Sender) -> tuple[int, int]:
        """Less goes first."""
        keys = sender.address, f"{sender.address} {sender.connection}"
        by_address, by_connection = (self._known.get(key, (0.0, 0))[1] for key in keys)
        return by_address, by_connection

    def _forget_old(self) -> None:
        before = self._clock() - FORGIVEN_AFTER_S
        while self._known:
            key, (at, _) = next(iter(self._known.items()))
            if at > before and len(self._known) <= MOST_REMEMBERED:
                return
            del self._known[key]


class Try:
    """One code that waits for its turn until `until`; `tell` hears when there is an answer."""

    def __init__(self, code: str, sender: Sender, until: float, tell: Callable[[], None]) -> None:
        self.code = code
        self.sender = sender
        self.until = until
        self.tell = tell
        self.grant: Grant | None = None
        self.in_vain = False


class Turns:
    """Whose code is tried when. Pure: `clock` gives seconds and never goes back; `chance` decides among equals."""

    def __init__(self, codes: JoinCodes, clock: Callable[[], float], chance: random.Random) -> None:
        self._codes = codes
        self._clock = clock
        self._chance = chance
        self._tokens = float(AT_ONCE)
        self._filled_at = clock()
        self._waiting: list[Try] = []
        self.tries = Tries(clock)

    def __len__(self) -> int:
        """How many wait for their turn."""
        return len(self._waiting)

    def come(self, code: str, sender: Sender, tell: Callable[[], None]) -> Try:
        """Takes its place among those who wait; `step` must be called. When too many wait, the last of them waits in
        vain."""
        self.tries.add(sender)
        one = Try(code, sender, self._clock() + PATIENCE_S, tell)
        self._waiting.append(one)
        if len(self._waiting) > MOST_WAITING:
            self._end(max(self._waiting, key=self._turn), in_vain=True)
        return one

    def leave(self, one: Try) -> None:
        """It waits no longer; fine when it has been answered."""
        if one in self._waiting:
            self._waiting.remove(one)

    def step(self) -> float | None:
        """Answers those whose turn it is, and those whose patience is at an end. Seconds until the next call is due;
        None when nobody waits."""
        now = self._clock()
        self._tokens = min(float(AT_ONCE), self._tokens + (now - self._filled_at) * A_SECOND)
        self._filled_at = now
        while self._waiting and self._tokens > 1.0 - 1e-9:
            one = min(self._waiting, key=self._turn)
            one.grant = self._codes.use(one.code)
            if one.grant is None:
                self._tokens -= 1.0
            self._end(one, in_vain=False)
        for one in [one for one in self._waiting if one.until <= now]:
            self._end(one, in_vain=True)
        if not self._waiting:
            return None
        return max(0.0, min((1.0 - self._tokens) / A_SECOND, min(one.until for one in self._waiting) - now))

    def _end(self, one: Try, in_vain: bool) -> None:
        self._waiting.remove(one)
        one.in_vain = in_vain
        one.tell()

    def _turn(self, one: Try) -> tuple[tuple[int, int], float]:
        return self.tries.rank(one.sender), self._chance.random()


class JoinDoor:
    """Lets those who try codes wait for their turns."""

    def __init__(self, turns: Turns, tasks: Supervisor) -> None:
        self.turns = turns
        self._tasks = tasks
        self._serving = False

    async def use(self, code: str, sender: Sender) -> Grant | None:
        """What the code opens, which ends the code; None for a wrong one. Raises TooManyTriesError after ten seconds
        in vain. May be cancelled."""
        answered = asyncio.Event()
        one = self.turns.come(code, sender, answered.set)
        if self.turns.step() is not None and not self._serving:
            self._serving = True
            self._tasks.start("codes", self._serve())
        try:
            await answered.wait()
        finally:
            self.turns.leave(one)
        if one.in_vain:
            raise TooManyTriesError
        return one.grant

    async def _serve(self) -> None:
        """Runs while somebody waits."""
        try:
            while True:
                wait = self.turns.step()
                if wait is None:
                    return
                await asyncio.sleep(wait)
        finally:
            self._serving = False
