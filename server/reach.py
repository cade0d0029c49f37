"""How browsers reach the server: its names, looked up anew every few seconds, and the certificate that follows them.

A headset's access point is moved, a laptop changes networks: nobody should have to start the server again for that.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Final

import msgspec
import structlog

from server.own_names import LOOPBACK, Names
from server.tls.certificates import CertificateError, Identity, names_in, not_covered
from server.tls.given import GivenFiles
from server.tls.live import LiveContext
from server.tls.store import Store

log = structlog.get_logger("proverom.reach")

LOOK_EVERY_S: Final = 5.0

Find = Callable[[], Sequence[str]]
Clock = Callable[[], datetime]


class Seen(msgspec.Struct, frozen=True):
    """What one look found: the names, where to send people last, and the certificate when we speak TLS ourselves."""

    hosts: tuple[str, ...]
    identity: Identity | None = None


Look = Callable[[], Seen]
"""Takes a few milliseconds. Raises CertificateError or OSError when there is nothing that can be used."""


def without_tls(find: Find) -> Look:
    """Plain http: for this machine itself, for a cable, and behind a proxy."""
    return lambda: Seen((*LOOPBACK, *find()))


def own_certificate(store: Store, authority: Identity, find: Find, clock: Clock) -> Look:
    """A leaf of our own authority for whatever names there are."""

    def look() -> Seen:
        hosts = (*LOOPBACK, *find())
        return Seen(hosts, store.leaf(authority, hosts, clock()))

    return look


def given_certificate(files: GivenFiles, also: Sequence[str], clock: Clock) -> Look:
    """Files that somebody else renews. The names in the certificate are the names of the server."""

    def look() -> Seen:
        identity = files.read(clock())
        if missing := not_covered(identity.certificate, also):
            raise CertificateError(f"{files.certificate} is not for {', '.join(missing)}")
        named = [name for name in reversed(names_in(identity.certificate)) if not name.startswith("*")]
        if not named and not also:
            raise CertificateError(f"{files.certificate} names no server: say the name with --also-known-as")
        return Seen((*LOOPBACK, *named, *also), identity)

    return look


class Reach:
    """Looks once when made, which raises as `Look` does, and again at each `refresh`."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._seen = look()
        self._said = ""
        identity = self._seen.identity
        self.context = LiveContext(identity) if identity is not None else None

    @property
    def hosts(self) -> tuple[str, ...]:
        return self._seen.hosts

    def refresh(self, names: Names) -> bool:
        """Brings certificate and names up to date. Whether people reach the server at other addresses than before.

        What cannot be used is logged once, and what there was stays in use.
        """
        try:
            seen = self._look()
            if self.context is not None and seen.identity is not None and not _same(seen, self._seen):
                self.context.use(seen.identity)
        except (CertificateError, OSError) as error:
            if str(error) != self._said:
                self._said = str(error)
                log.warning("the old certificate stays in use", why=self._said)
            return False
        self._seen, self._said = seen, ""
        return names.update(seen.hosts)

    async def run(
        self, names: Names, tell: Callable[[], None], pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        """Looks again and again, and calls `tell` when the addresses have changed. Safe to cancel."""
        while True:
            await pause(LOOK_EVERY_S)
            if self.refresh(names):
                tell()


def _same(one: Seen, other: Seen) -> bool:
    return (one.identity and one.identity.chain) == (other.identity and other.identity.chain)
