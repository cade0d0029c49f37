"""Join codes: eight Crockford characters, for one role in one session, used once, short-lived, never kept in the open.

A code reaches only the lobby. What is kept is a hash with a salt of its own, under a key of this process, so that a
look at the memory of the table gives no codes away. How often a wrong one may be tried is `join_door.py`'s to say.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from hashlib import blake2b
from hmac import compare_digest
from typing import Final

import msgspec

from rooms.people import Role

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 8
LIFETIME_S: Final = 600
MOST_CODES: Final = 300
"""Open at a time: with more, so many could be guessed that it would count (tests/unit/server/test_join_door.py)."""
_SPOKEN_ALIKE: Final = str.maketrans("OIL", "011", " -")


class Grant(msgspec.Struct, frozen=True):
    """What a code opens: the lobby of a session in a role."""

    session: str
    role: Role
    until: float


def normalise(code: str) -> str:
    """The code as it was meant: upper case, no spaces, O as 0 and I or L as 1 (Crockford's reading)."""
    return code.upper().translate(_SPOKEN_ALIKE)


class _Kept(msgspec.Struct, frozen=True):
    """A code's hash with its salt, and what the code opens."""

    salt: bytes
    sealed: bytes
    grant: Grant


class JoinCodes:
    """The table of open codes. `clock` gives seconds and never goes back; `draw` picks one of the alphabet."""

    def __init__(self, clock: Callable[[], float], draw: Callable[[str], str] = secrets.choice) -> None:
        self._clock = clock
        self._draw = draw
        self._key = secrets.token_bytes(32)
        self._kept: list[_Kept] = []

    def __len__(self) -> int:
        return len(self._kept)

    def make(self, session: str, role: Role) -> tuple[str, float]:
        """A new code and the clock's time at which it ends. The oldest code goes when the table is full."""
        self.forget_old()
        del self._kept[: max(0, len(self._kept) + 1 - MOST_CODES)]
        code = "".join(self._draw(ALPHABET) for _ in range(LENGTH))
        until = self._clock() + LIFETIME_S
        salt = secrets.token_bytes(blake2b.SALT_SIZE)
        self._kept.append(_Kept(salt, self._seal(code, salt), Grant(session, role, until)))
        return code, until

    def use(self, code: str) -> Grant | None:
        """What the code opens, which ends the code; None for a wrong, used or old one."""
        self.forget_old()
        meant = normalise(code)
        for kept in self._kept:
            if compare_digest(kept.sealed, self._seal(meant, kept.salt)):
                self._kept.remove(kept)
                return kept.grant
        return None

    def _seal(self, code: str, salt: bytes) -> bytes:
        return blake2b(code.encode(errors="replace"), key=self._key, salt=salt).digest()

    def forget_old(self) -> None:
        """Codes whose time is over go."""
        now = self._clock()
        self._kept = [kept for kept in self._kept if kept.grant.until > now]
