"""Under which names and addresses others on the network reach this machine."""

from __future__ import annotations

import socket
from typing import Final

EVERYWHERE: Final = ("0.0.0.0", "::")
_SOMEWHERE: Final = ("192.0.2.1", 9)
"""An address kept for documentation: nothing is sent there, the system only says by which way it would go."""


def own_names(host: str) -> list[str]:
    """What browsers may call this machine when it listens on `host`; where to send people stands last."""
    if host not in EVERYWHERE:
        return [host.lower()]
    name = socket.gethostname().lower()
    outward = _outward()
    others = [found for found in _addresses_of(name) if found not in outward and not found.startswith("127.")]
    return [name, *others, *outward]


def _addresses_of(name: str) -> list[str]:
    """What the name stands for, sorted; nothing when this machine does not know its own name."""
    try:
        found = socket.getaddrinfo(name, None, socket.AF_INET)
    except socket.gaierror:
        return []
    return sorted({str(info[4][0]) for info in found})


def _outward() -> list[str]:
    """The address that leads to the network, since many systems know their own name as 127.0.1.1 only."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_SOMEWHERE)
        except OSError:  # no network
            return []
        return [str(probe.getsockname()[0])]
