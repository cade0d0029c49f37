"""Under which names and addresses browsers reach this machine, now: networks come and go while the server runs."""

from __future__ import annotations

import contextlib
import ipaddress
import re
import socket
from collections.abc import Iterable
from typing import Final

import ifaddr

from server.settings import Settings

EVERYWHERE: Final = ("0.0.0.0", "::")
LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
USUAL_PORT: Final = {"http": 80, "https": 443}
_SOMEWHERE: Final = ("192.0.2.1", 9)
"""An address kept for documentation: nothing is sent there, the system only says by which way it would go."""
_HOST_NAME: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(\.(?!-)[a-z0-9_-]{1,63})*")


class Names:
    """The explicit lists that Host and Origin are held against, and the address to send people to.

    Behind a proxy that speaks https for us, only pages under its name may change anything.
    """

    def __init__(self, settings: Settings) -> None:
        self.port = settings.port
        self._public = settings.public
        self._scheme = "https" if settings.secure and settings.public is None else "http"
        self.hosts: tuple[str, ...] = ()
        self.host_headers: frozenset[str] = frozenset()
        """The only values of the Host header."""
        self.origins: frozenset[str] = frozenset()
        """The only values of the Origin header that a WebSocket or a POST may carry."""
        self.addresses: tuple[str, ...] = ()
        """Where others may reach the server, the best first."""
        self.update(settings.hosts)

    def update(self, hosts: Iterable[str]) -> bool:
        """From now on these are the names. Whether people reach the server at other addresses than before."""
        before = self.addresses
        self.hosts = tuple(dict.fromkeys(host.lower() for host in hosts))  # browsers write names in lower case
        written = [self._with_port(host) for host in self.hosts]
        others = [self._with_port(host) for host in self.hosts if host not in LOOPBACK] or [
            self._with_port("localhost")
        ]
        if self._public is None:
            self.host_headers = frozenset(written)
            self.origins = frozenset(f"{self._scheme}://{name}" for name in written)
            self.addresses = tuple(
                f"{self._scheme}://{name}" for name in reversed(others or [self._with_port("localhost")])
            )
        else:
            self.host_headers = frozenset([*written, self._public])
            self.origins = frozenset([f"https://{self._public}"])
            self.addresses = (f"https://{self._public}",)
        return before != self.addresses

    @property
    def address(self) -> str:
        """Where to send people."""
        return self.addresses[0]

    def address_as(self, host_header: str) -> str:
        """Where one who asked under this Host is served: there when it is a name of ours, else at the best address."""
        return f"{self._scheme}://{host_header}" if host_header in self.host_headers else self.address

    def _with_port(self, name: str) -> str:
        """As it stands in an address: brackets round IPv6, and no port where it is the usual one."""
        written = f"[{name}]" if ":" in name else name
        return written if self.port == USUAL_PORT[self._scheme] else f"{written}:{self.port}"


def own_names(host: str) -> list[str]:
    """What browsers may call this machine when it listens on `host`; where to send people stands last.

    Asks this machine only, never the network, so it does not wait.
    """
    if host not in EVERYWHERE:
        return [host.lower()]
    outward = _outward()
    others = [found for found in _addresses() if found not in outward]
    name = host_name(socket.gethostname())
    return [*([name] if name else []), *others, *outward]


def host_name(text: str) -> str | None:
    """A host name, in lower case, or an address as browsers write it; None when it is neither."""
    with contextlib.suppress(ValueError):
        return str(ipaddress.ip_address(text.strip("[]")))
    lower = text.lower()
    return lower if len(lower) <= 253 and _HOST_NAME.fullmatch(lower) else None


def _addresses() -> list[str]:
    """The IPv4 addresses of every network card but loopback, that of the first card last.

    The machine's name would not do: many systems know their own name as 127.0.1.1 only.
    """
    found = [
        str(one.ip) for card in ifaddr.get_adapters() for one in card.ips if one.is_IPv4 and isinstance(one.ip, str)
    ]
    return [address for address in reversed(found) if not ipaddress.ip_address(address).is_loopback]


def _outward() -> list[str]:
    """The address that leads to the network; empty without one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_SOMEWHERE)
        except OSError:
            return []
        return [str(probe.getsockname()[0])]
