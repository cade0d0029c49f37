"""Secrets that open a door: random, kept for a time, some good for one use only."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class SecretsTable(Generic[T]):
    """Random 192-bit secrets and what each opens, for `lifetime` seconds; at most `most`, the oldest go first."""

    def __init__(self, clock: Callable[[], float], lifetime: float, most: int) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._most = most
        self._known: dict[str, tuple[float, T]] = {}

    def __len__(self) -> int:
        self._forget_old()
        return len(self._known)

    def make(self, opens: T) -> str:
        self._forget_old()
        while len(self._known) >= self._most:
            del self._known[next(iter(self._known))]
        secret = secrets.token_urlsafe(24)
        self._known[secret] = (self._clock() + self._lifetime, opens)
        return secret

    def look_up(self, secret: str) -> T | None:
        """What the secret opens; it stays good."""
        self._forget_old()
        found = self._known.get(secret)
        return found[1] if found else None

    def use(self, secret: str) -> T | None:
        """What the secret opens, once."""
        self._forget_old()
        found = self._known.pop(secret, None)
        return found[1] if found else None

    def forget(self, secret: str) -> None:
        self._known.pop(secret, None)

    def forget_where(self, goes: Callable[[T], bool]) -> None:
        """Forgets the secrets of all that `goes` is true of."""
        for secret in [secret for secret, (_, opens) in self._known.items() if goes(opens)]:
            del self._known[secret]

    def _forget_old(self) -> None:
        now = self._clock()
        while self._known:
            secret, (until, _) = next(iter(self._known.items()))
            if until > now:
                return
            del self._known[secret]
