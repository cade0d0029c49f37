"""Signing in at the console: a printed one-time secret, then a cookie that only this site's own pages send."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from http.cookies import CookieError, SimpleCookie
from typing import Final

from aiohttp import web

from rooms.people import Actor, Role
from server.secrets_table import KeptSecret, SecretsTable

COOKIE: Final = "proverom_console"
LINK_LIFETIME_S: Final = 24 * 3600
SIGNED_IN_S: Final = 12 * 3600


class ConsoleAuth:
    """One-time links and the sessions of those who used them. Only links for therapists are printed as yet."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._links: SecretsTable[Role] = SecretsTable(clock, LINK_LIFETIME_S, 100)
        self._signed_in: SecretsTable[Actor] = SecretsTable(clock, SIGNED_IN_S, 1000)

    def make_link_secret(self, role: Role = "therapist") -> str:
        """A secret for the console link of one with this role; good once."""
        return self._links.make(role)

    def sign_in(self, secret: str) -> str | None:
        """The value of the cookie for one who came by a good link; None otherwise."""
        role = self._links.use(secret)
        return self._signed_in.make(Actor(f"{role[0]}{secrets.token_hex(4)}", role)) if role else None

    def who(self, cookie_header: str) -> Actor | None:
        """Who the Cookie header of a request belongs to."""
        value = _cookie(cookie_header)
        return self._signed_in.look_up(value) if value else None

    def sign_out(self, cookie_header: str) -> None:
        value = _cookie(cookie_header)
        if value:
            self._signed_in.forget(value)

    @property
    def changes(self) -> int:
        """Grows whenever somebody signs in or out."""
        return self._signed_in.changes

    def kept(self) -> list[KeptSecret[Actor]]:
        """Who is signed in, for keeping."""
        return self._signed_in.kept()

    def keep(self, found: Iterable[KeptSecret[Actor]]) -> None:
        """Those who were signed in at the server before this one still are."""
        self._signed_in.keep(found)

    @staticmethod
    def set_cookie(response: web.Response, value: str, secure: bool) -> None:
        response.set_cookie(
            COOKIE, value, max_age=SIGNED_IN_S, path="/", httponly=True, samesite="Strict", secure=secure
        )


def _cookie(header: str) -> str | None:
    """The value of our cookie in a Cookie header, None when it is not there or cannot be read."""
    try:
        morsel = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return None
    return morsel.value if morsel else None
