"""How this server is run: what the command line said, checked once."""

from __future__ import annotations

from pathlib import Path

import msgspec

from rooms.axes import Language

STATIC = Path(__file__).resolve().parent / "static"


class Settings(msgspec.Struct, frozen=True):
    """`hosts` are the names and addresses, without port, under which browsers may reach this server."""

    host: str = "127.0.0.1"
    port: int = 8790
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    static: Path = STATIC
    worker_name: str = "Veileder"
    language: Language = "nb"

    def address(self) -> str:
        """Where to send people: the last name that others can reach, else this machine's own."""
        others = [name for name in self.hosts if name not in ("127.0.0.1", "localhost")]
        return f"http://{(others or ['localhost'])[-1]}:{self.port}"

    def origins(self) -> frozenset[str]:
        """The only values of the Origin header that a WebSocket or a POST may carry."""
        return frozenset(f"http://{name}:{self.port}" for name in self.hosts)

    def host_headers(self) -> frozenset[str]:
        return frozenset(f"{name}:{self.port}" for name in self.hosts)
