"""How this server is run: what the command line said, checked once."""

from __future__ import annotations

from pathlib import Path

import msgspec
from platformdirs import user_data_path

from rooms.axes import Language
from server.recording.site_key import SiteKey

STATIC = Path(__file__).resolve().parent / "static"


class Settings(msgspec.Struct, frozen=True):
    """`hosts` are the names and addresses, without port, under which browsers reach this server when it starts."""

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
    data: Path | None = None
    """The folder for what must outlive the server."""
    site: SiteKey | None = None
    """Locks what is kept of rooms; without it, or without the folder, nothing can be recorded."""
    authority: bytes | None = None
    """The certificate of our own authority (PEM), for people to install; None when somebody else vouches for us."""

    @property
    def https_only(self) -> bool:
        """Whether to tell browsers never to come without https (HSTS).

        Not under our own authority: it would take away "go on" at the warning, which is how a headset comes in.
        """
        return self.secure and self.authority is None


def usual_data_folder() -> Path:
    """Where a program of this user keeps what is its own."""
    return user_data_path("proverom", appauthor=False)
