"""Free ports for servers that tests and measurements start."""

from __future__ import annotations

import random
import socket
from typing import Final

FROM: Final = 15_000
TO: Final = 32_000
"""Below the ports that systems give to connections going out, one of which could take a port found free just now."""


def free_port() -> int:
    """A port that nobody listens on, on any address. Raises OSError when there is none."""
    ports = list(range(FROM, TO))
    random.shuffle(ports)
    for port in ports:
        with socket.socket() as probe:
            try:
                probe.bind(("", port))
            except OSError:
                continue
            return port
    raise OSError(f"no port between {FROM} and {TO} is free")
