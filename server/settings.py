"""How this server is run: what the command line said, checked once."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from rooms.axes import Language

USUAL_PORT: Final = 80
STATIC = Path(__file__).resolve().parent / "static"


class Settings(msgspec.Struct, frozen=True):
    """`hosts` are the names and addresses, without port, under which browsers may reach this server."""

    host: str = "127.0.0.1"
    port: int = 8790
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    static: Path = STATIC
    worker_name: str = "Veileder"
    language: Language = "nb"
    secure: bool = False
    """Whether browsers come by https, also when a proxy in front speaks it for us."""
    public: str | None = None
    """The name under which people come through a proxy, with its port when that is not the usual one."""
    trusted_proxies: tuple[str, ...] = ()
    """Networks whose word on a client's address is believed; nobody's unless said."""
    most_rooms: int = 32

    def address(self) -> str:
        """Where to send people: the last name that others can reach, else this machine's own."""
        others = [name for name in self.hosts if name not in ("127.0.0.1", "localhost")]
        return f"http://{self._with_port((others or ['localhost'])[-1])}"

    def origins(self) -> frozenset[str]:
        """The only values of the Origin header that a WebSocket or a POST may carry."""
        return frozenset(f"http://{name}" for name in self.host_headers())

    def host_headers(self) -> frozenset[str]:
        """The only values of the Host header; browsers write names in lower case."""
        return frozenset(self._with_port(name.lower()) for name in self.hosts)

    def _with_port(self, name: str) -> str:
        """As it stands in an address: brackets round IPv6, and no port where it is the usual one."""
        written = f"[{name}]" if ":" in name else name
        return written if self.port == USUAL_PORT else f"{written}:{self.port}"
