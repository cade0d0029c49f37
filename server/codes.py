"""Join codes: eight Crockford characters, for one role in one session, used once, short-lived, never kept in the open.

A code reaches only the lobby. What is stored is an HMAC under a key of this process, so that a look at the memory of
the table gives no codes away. Wrong codes are counted for the whole server: past the limit everyone waits for the rest
of the minute, and nobody is locked out.
"""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Callable
from typing import Final

import msgspec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC

from rooms.people import Role

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 8
LIFETIME_S: Final = 600
FAILURES_A_MINUTE: Final = 60
MOST_CODES: Final = 1000
_SPOKEN_ALIKE: Final = str.maketrans("OIL", "011", " -")


class Grant(msgspec.Struct, frozen=True):
    """What a code opens: the lobby of a session in a role."""

    session: str
    role: Role
    until: float


class TooManyTriesError(Exception):
    """Too many wrong codes in the last minute, from anyone: wait and try again."""


def normalise(code: str) -> str:
    """The code as it was meant: upper case, no spaces, O as 0 and I or L as 1 (Crockford's reading)."""
    return code.upper().translate(_SPOKEN_ALIKE)


class JoinCodes:
    """The table of open codes. `clock` gives seconds and never goes back; `draw` picks one of the alphabet."""

    def __init__(self, clock: Callable[[], float], draw: Callable[[str], str] = secrets.choice) -> None:
        self._clock = clock
        self._draw = draw
        self._key = secrets.token_bytes(32)
        self._grants: dict[bytes, Grant] = {}
        self._failures: deque[float] = deque(maxlen=FAILURES_A_MINUTE)

    def make(self, session: str, role: Role) -> tuple[str, float]:
        """A new code and the clock's time at which it ends. The oldest code goes when the table is full."""
        self._forget_old()
        while len(self._grants) >= MOST_CODES:
            del self._grants[next(iter(self._grants))]
        code = "".join(self._draw(ALPHABET) for _ in range(LENGTH))
        until = self._clock() + LIFETIME_S
        self._grants[self._seal(code)] = Grant(session, role, until)
        return code, until

    def use(self, code: str) -> Grant | None:
        """What the code opens, which ends the code; None for a wrong, used or old one. Raises TooManyTriesError."""
        self._forget_old()
        now = self._clock()
        while self._failures and now - self._failures[0] >= 60:
            self._failures.popleft()
        if len(self._failures) >= FAILURES_A_MINUTE:
            raise TooManyTriesError
        grant = self._grants.pop(self._seal(normalise(code)), None)
        if grant is None:
            self._failures.append(now)
        return grant

    def _seal(self, code: str) -> bytes:
        sealed = HMAC(self._key, SHA256())
        sealed.update(code.encode())
        return sealed.finalize()

    def _forget_old(self) -> None:
        now = self._clock()
        for sealed in [sealed for sealed, grant in self._grants.items() if grant.until <= now]:
            del self._grants[sealed]
