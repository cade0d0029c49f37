"""Nobody is believed about who they are, unless they are a proxy of ours; and then only about their own side."""

from __future__ import annotations

import ipaddress

import pytest
from aiohttp.test_utils import make_mocked_request
from aiohttp.web import Application
from hypothesis import given
from hypothesis import strategies as st

from server.proxies import TRUSTED, NotANetworkError, client_address, client_behind, trusted_networks

OURS = trusted_networks(["127.0.0.1", "10.0.0.0/8", "fd00::/8"])
addresses = st.ip_addresses().map(str)
strangers = st.ip_addresses().filter(lambda one: not _is_ours(one)).map(str)
proxies = st.ip_addresses(network="10.0.0.0/8").map(str)
headers = st.lists(st.one_of(addresses, proxies, st.text(max_size=40)), max_size=6)


def _is_ours(one: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Also when IPv4 is written as IPv6."""
    one = (one.ipv4_mapped if isinstance(one, ipaddress.IPv6Address) else None) or one
    return any(one in network for network in OURS)


@given(strangers, headers)
def test_whatever_a_stranger_writes_they_are_who_they_are(peer: str, forged: list[str]) -> None:
    assert client_behind(peer, forged, OURS) == client_behind(peer, [], OURS)


@given(addresses, headers)
def test_nobody_is_believed_unless_said(peer: str, forged: list[str]) -> None:
    assert client_behind(peer, forged, ()) == client_behind(peer, [], ())


@given(strangers, headers, st.lists(proxies, max_size=3))
def test_what_a_client_sent_before_the_first_proxy_changes_nothing(
    client: str, forged: list[str], behind: list[str]
) -> None:
    """Each proxy of ours writes down who knocked at it, in the same line or in one of its own."""
    honest = client_behind(client, [], ())
    assert client_behind("127.0.0.1", [*forged, ", ".join([client, *behind])], OURS) == honest
    assert client_behind("127.0.0.1", [*forged, client, *behind], OURS) == honest


@given(st.one_of(addresses, st.just("")), headers)
def test_the_answer_is_always_an_address_or_the_socket_itself(peer: str, forged: list[str]) -> None:
    found = client_behind(peer, forged, OURS)
    assert found == peer or ipaddress.ip_address(found)


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("127.0.0.1", [], "127.0.0.1"),
        ("127.0.0.1", ["192.0.2.7"], "192.0.2.7"),
        ("127.0.0.1", ["198.51.100.1, 192.0.2.7"], "192.0.2.7"),
        ("127.0.0.1", ["192.0.2.7, 10.1.2.3"], "192.0.2.7"),
        ("127.0.0.1", ["10.1.2.3"], "10.1.2.3"),
        ("127.0.0.1", ["192.0.2.7, unknown"], "127.0.0.1"),
        ("127.0.0.1", ["192.0.2.7, unknown, 10.1.2.3"], "10.1.2.3"),
        ("127.0.0.1", [""], "127.0.0.1"),
        ("::ffff:127.0.0.1", ["::ffff:192.0.2.7"], "192.0.2.7"),
        ("fe80::1%eth0", ["192.0.2.7"], "fe80::1"),
        ("", ["192.0.2.7"], ""),
    ],
)
def test_the_trail_is_read_from_the_right(peer: str, forwarded: list[str], client: str) -> None:
    assert client_behind(peer, forwarded, OURS) == client


@pytest.mark.parametrize("name", ["rooms.clinic.example", "10.0.0.1/8", "", "127.0.0.1:80", "0.0.0.0/0", "::/0"])
def test_what_is_no_network_of_proxies_is_refused_in_words(name: str) -> None:
    with pytest.raises(NotANetworkError, match=r"Write an address such as|Name your proxy"):
        trusted_networks(["127.0.0.1", name])


@pytest.mark.parametrize(("trusted", "client"), [((), "127.0.0.1"), (("127.0.0.1",), "192.0.2.7")])
def test_of_a_request_only_one_header_is_read(trusted: tuple[str, ...], client: str) -> None:
    app = Application()
    app[TRUSTED] = trusted_networks(trusted)
    forged = {"X-Real-IP": "203.0.113.9", "Forwarded": "for=203.0.113.9", "X-Forwarded-For": "192.0.2.7"}
    request = make_mocked_request("GET", "/", headers=forged, app=app).clone(remote="127.0.0.1")
    assert client_address(request) == client


def test_an_application_that_names_no_proxies_believes_nobody() -> None:
    request = make_mocked_request("GET", "/", headers={"X-Forwarded-For": "192.0.2.7"}, app=Application())
    assert client_address(request.clone(remote="127.0.0.1")) == "127.0.0.1"
