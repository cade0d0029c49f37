"""Secrets that open a door: random, kept as hashes for a time, some good for one use only."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class KeptSecret(NamedTuple, Generic[T]):
    """The hash of a secret, until when by the table's clock it is good, and what it opens."""

    hashed: bytes
    until: float
    opens: T


class SecretsTable(Generic[T]):
    """Random 192-bit secrets and what each opens, for `lifetime` seconds; at most `most`, the oldest go first.

    Only hashes are kept, so that the table may outlive the server (`kept`, `keep`).
    """

    def __init__(self, clock: Callable[[], float], lifetime: float, most: int) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._most = most
        self._known: dict[bytes, tuple[float, T]] = {}
        self.changes = 0
        """Grows whenever a secret is made or ended before its time."""

    def __len__(self) -> int:
        self._forget_old()
        return len(self._known)

    def make(self, opens: T) -> str:
        self._forget_old()
        while len(self._known) >= self._most:
            del self._known[next(iter(self._known))]
        self.changes += 1
        secret = secrets.token_urlsafe(24)
        self._known[hashed(secret)] = (self._clock() + self._lifetime, opens)
        return secret

    def look_up(self, secret: str) -> T | None:
        """What the secret opens; it stays good."""
        self._forget_old()
        found = self._known.get(hashed(secret))
        return found[1] if found else None

    def use(self, secret: str) -> T | None:
        """What the secret opens, once."""
        self._forget_old()
        self.changes += 1
        found = self._known.pop(hashed(secret), None)
        return found[1] if found else None

    def forget(self, secret: str) -> None:
        self.changes += 1
        self._known.pop(hashed(secret), None)

    def forget_where(self, goes: Callable[[T], bool]) -> None:
        """Forgets the secrets of all that `goes` is true of."""
        self.changes += 1
        for known in [known for known, (_, opens) in self._known.items() if goes(opens)]:
            del self._known[known]

    def kept(self) -> list[KeptSecret[T]]:
        """All that are good, for keeping; the one that ends first comes first."""
        self._forget_old()
        return [KeptSecret(known, until, opens) for known, (until, opens) in self._known.items()]

    def keep(self, found: Iterable[KeptSecret[T]]) -> None:
        """Takes in what another table had kept. To be called before any is made here."""
        for one in sorted(found, key=lambda one: one.until):
            self._known[one.hashed] = (one.until, one.opens)

    def _forget_old(self) -> None:
        now = self._clock()
        while self._known:
            known, (until, _) = next(iter(self._known.items()))
            if until > now:
                return
            del self._known[known]


def hashed(secret: str) -> bytes:
    """A secret of so many random bits needs no salt. Headers may hold what is no text."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
