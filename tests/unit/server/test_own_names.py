"""Under which names the server is reached, also while they change."""

from __future__ import annotations

import ipaddress

import pytest

from server.own_names import Names, host_name, own_names
from server.settings import Settings


@pytest.mark.parametrize(
    ("name", "port", "written"),
    [
        ("clinic", 8790, "clinic:8790"),
        ("Clinic-PC", 8790, "clinic-pc:8790"),
        ("clinic", 80, "clinic"),
        ("clinic", 443, "clinic:443"),
        ("::1", 8790, "[::1]:8790"),
    ],
)
def test_a_name_is_known_as_browsers_write_it(name: str, port: int, written: str) -> None:
    names = Names(Settings(port=port, hosts=(name,)))
    assert names.host_headers == {written}
    assert names.origins == {f"http://{written}"}


def test_under_tls_pages_of_plain_http_are_strangers() -> None:
    names = Names(Settings(port=443, hosts=("clinic", "192.0.2.7"), secure=True))
    assert names.origins == {"https://clinic", "https://192.0.2.7"}
    assert names.host_headers == {"clinic", "192.0.2.7"}


def test_behind_a_proxy_only_its_name_may_change_anything_and_this_machine_may_still_ask() -> None:
    names = Names(Settings(port=8790, secure=True, public="rooms.clinic.example"))
    assert names.origins == {"https://rooms.clinic.example"}
    assert names.host_headers == {"127.0.0.1:8790", "localhost:8790", "rooms.clinic.example"}
    assert names.address == "https://rooms.clinic.example"


def test_people_are_sent_to_the_last_name_that_others_reach() -> None:
    names = Names(Settings(port=80, hosts=("127.0.0.1", "localhost", "::1", "clinic", "192.0.2.7")))
    assert names.addresses == ("http://192.0.2.7", "http://clinic")


def test_people_are_sent_to_this_machine_when_nobody_else_reaches_it() -> None:
    assert Names(Settings(port=80)).address == "http://localhost"


def test_names_follow_the_network_and_old_ones_are_forgotten() -> None:
    names = Names(Settings(hosts=("localhost", "192.0.2.7")))
    assert not names.update(("localhost", "192.0.2.7"))
    assert names.update(("localhost", "192.0.2.8"))
    assert names.host_headers == {"localhost:8790", "192.0.2.8:8790"}
    assert names.origins == {"http://localhost:8790", "http://192.0.2.8:8790"}
    assert names.address == "http://192.0.2.8:8790"


def test_a_server_for_one_address_goes_by_that_address() -> None:
    assert own_names("192.0.2.7") == ["192.0.2.7"]


def test_a_server_for_the_whole_network_has_names_and_no_address_that_leads_only_to_itself() -> None:
    found = own_names("0.0.0.0")
    assert found
    assert len(found) == len(set(found))
    assert [name for name in found if name != host_name(name)] == []
    addresses = [name for name in found if name.replace(".", "").isdigit()]
    assert not any(ipaddress.ip_address(address).is_loopback for address in addresses)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rooms.Clinic.example", "rooms.clinic.example"),
        ("192.0.2.7", "192.0.2.7"),
        ("[2001:DB8::7]", "2001:db8::7"),
        ("klinikk_pc", "klinikk_pc"),
        ("https://rooms.clinic.example", None),
        ("rooms.clinic.example/", None),
        ("rooms clinic", None),
        ("prøverom", None),
        ("-x", None),
        ("", None),
    ],
)
def test_a_host_name_is_told_from_what_is_none(text: str, found: str | None) -> None:
    assert host_name(text) == found
