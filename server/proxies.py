"""Who a client is when a proxy stands in front: only the proxies that were named are believed, and only on that.

X-Forwarded-For grows to the right: each proxy writes down who knocked at it, behind whatever it was sent. So it is read
from the right, and no further than there are proxies of ours. X-Forwarded-Proto, X-Forwarded-Host, X-Real-IP and
Forwarded are not read at all: whether browsers come by https, and under which name, the command line says.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import Final

from aiohttp import web

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Networks = tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]

HEADER: Final = "X-Forwarded-For"
TRUSTED: Final[web.AppKey[Networks]] = web.AppKey("trusted proxies", tuple)


class NotANetworkError(ValueError):
    """Says which word is no network that can be trusted, and what to write instead."""


def trusted_networks(names: Sequence[str]) -> Networks:
    """Addresses and networks, such as `127.0.0.1` or `10.0.0.0/8`, as networks. Raises NotANetworkError."""
    return tuple(_network(name) for name in names)


def _network(name: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network:
    try:
        network = ipaddress.ip_network(name)
    except ValueError as error:
        raise NotANetworkError(
            f"{error}. Write an address such as 127.0.0.1, or a network such as 10.0.0.0/8"
        ) from None
    if network.prefixlen == 0:
        raise NotANetworkError(f"{name} is everybody: then anyone could say they are someone else. Name your proxy")
    return network


def client_address(request: web.Request) -> str:
    """The address of whoever sent this request, as text; empty when there is none (a socket file)."""
    trusted = request.app.get(TRUSTED, ())
    return client_behind(request.remote or "", request.headers.getall(HEADER, []), trusted)


def client_behind(peer: str, forwarded: Sequence[str], trusted: Networks) -> str:
    """The first address, from the socket's `peer` and then from the right through X-Forwarded-For, that is no trusted
    proxy; the last proxy's when nobody stands behind it, or when it wrote down something that is no address."""
    client = _address(peer)
    if client is None:
        return peer
    hops = ",".join(forwarded).split(",")
    while hops and _is_in(client, trusted):
        behind = _address(hops.pop())
        if behind is None:
            break
        client = behind
    return str(client)


def is_trusted(peer: str, trusted: Networks) -> bool:
    """Whether `peer` is one of our proxies."""
    address = _address(peer)
    return address is not None and _is_in(address, trusted)


def _address(text: str) -> Address | None:
    """An address without its scope (`%eth0`); IPv4 written as IPv6 is IPv4."""
    try:
        address = ipaddress.ip_address(text.strip().partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def _is_in(address: Address, networks: Networks) -> bool:
    return any(address in network for network in networks)
