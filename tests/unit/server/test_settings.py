"""Under which names the server is reached."""

from __future__ import annotations

import ipaddress

import pytest

from server.own_names import own_names
from server.settings import Settings


@pytest.mark.parametrize(
    ("name", "port", "written"),
    [
        ("clinic", 8790, "clinic:8790"),
        ("Clinic-PC", 8790, "clinic-pc:8790"),
        ("clinic", 80, "clinic"),
        ("::1", 8790, "[::1]:8790"),
    ],
)
def test_a_name_is_known_as_browsers_write_it(name: str, port: int, written: str) -> None:
    settings = Settings(port=port, hosts=(name,))
    assert settings.host_headers() == {written}
    assert settings.origins() == {f"http://{written}"}


def test_a_server_for_one_address_goes_by_that_address() -> None:
    assert own_names("192.0.2.7") == ["192.0.2.7"]


def test_a_server_for_the_whole_network_has_a_name_and_no_address_that_leads_only_to_itself() -> None:
    name, *addresses = own_names("0.0.0.0")
    assert name == name.lower()
    assert not any(ipaddress.ip_address(address).is_loopback for address in addresses)
    assert len(addresses) == len(set(addresses))
