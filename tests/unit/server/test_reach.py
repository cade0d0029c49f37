"""Names and certificate follow the network; clock and addresses are the test's."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from structlog.testing import capture_logs

from server.own_names import Names
from server.reach import LOOK_EVERY_S, Reach, given_certificate, own_certificate, without_tls
from server.settings import Settings
from server.tls.certificates import CertificateError, Identity, make_authority, make_leaf, names_in
from server.tls.given import GivenFiles
from server.tls.store import Store
from tests.tls_client import shown_by, trusting

NOW = datetime.now(UTC)
PUBLIC = make_authority("a public one", NOW)


class Clinic:
    """A network that changes and a clock that is moved by hand."""

    def __init__(self, folder: Path, now: datetime = NOW) -> None:
        self.addresses = ["pc", "192.0.2.7"]
        self.now = now
        self.store = Store(folder)
        self.authority = self.store.authority("pc", now)
        self.reach = Reach(own_certificate(self.store, self.authority, lambda: self.addresses, lambda: self.now))
        self.names = Names(Settings(hosts=self.reach.hosts, secure=True))

    def shown(self, name: str) -> x509.Certificate:
        assert self.reach.context is not None
        return shown_by(self.reach.context.door, trusting(self.authority), name)


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path)


def test_while_nothing_changes_nothing_is_made_or_told(clinic: Clinic) -> None:
    before = clinic.shown("192.0.2.7")
    assert not clinic.reach.refresh(clinic.names)
    assert clinic.shown("192.0.2.7") == before


def test_a_new_address_gets_into_the_certificate_the_names_and_the_links_without_a_restart(clinic: Clinic) -> None:
    clinic.addresses = ["pc", "192.0.2.99"]
    assert clinic.reach.refresh(clinic.names)
    assert "192.0.2.99" in names_in(clinic.shown("192.0.2.99"))
    assert clinic.names.address == "https://192.0.2.99:8790"
    assert "192.0.2.99:8790" in clinic.names.host_headers
    assert "192.0.2.7:8790" not in clinic.names.host_headers


def test_a_network_that_comes_and_goes_keeps_its_certificate(clinic: Clinic) -> None:
    before = clinic.shown("pc")
    clinic.addresses = ["pc"]
    assert clinic.reach.refresh(clinic.names)
    assert clinic.shown("pc") == before


def test_a_certificate_is_renewed_before_it_ends_without_telling_anybody(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path, NOW - timedelta(days=370))
    before = clinic.shown("pc")
    clinic.now = NOW
    assert not clinic.reach.refresh(clinic.names)
    after = clinic.shown("pc")
    assert after.not_valid_after_utc - before.not_valid_after_utc == timedelta(days=370)


def test_when_a_new_one_cannot_be_kept_the_old_one_stays_and_it_is_said_once(clinic: Clinic) -> None:
    before, hosts = clinic.shown("pc"), clinic.names.host_headers
    clinic.store.for_browsers.unlink()
    for kept in list(clinic.store.folder.iterdir()):
        kept.unlink()
    clinic.store.folder.rmdir()
    clinic.store.folder.write_text("no folder any more")
    clinic.addresses = ["pc", "192.0.2.99"]
    with capture_logs() as heard:
        assert not clinic.reach.refresh(clinic.names)
        assert not clinic.reach.refresh(clinic.names)
    assert len(heard) == 1
    assert clinic.shown("pc") == before
    assert clinic.names.host_headers == hosts


async def test_it_looks_every_few_seconds_and_tells_each_change_once(clinic: Clinic) -> None:
    told: list[str] = []
    paused: list[float] = []
    network: list[Sequence[str]] = [["pc", "10.0.0.2"], ["pc", "10.0.0.2"], ["pc", "10.0.0.3"]]

    async def pause(seconds: float) -> None:
        paused.append(seconds)
        if not network:
            raise asyncio.CancelledError
        clinic.addresses = list(network.pop(0))

    with pytest.raises(asyncio.CancelledError):
        await clinic.reach.run(clinic.names, lambda: told.append(clinic.names.address), pause)
    assert told == ["https://10.0.0.2:8790", "https://10.0.0.3:8790"]
    assert paused == [LOOK_EVERY_S] * 4


def test_without_tls_names_follow_the_network_too() -> None:
    addresses = ["192.0.2.7"]
    reach = Reach(without_tls(lambda: addresses))
    names = Names(Settings(hosts=reach.hosts))
    assert reach.context is None
    addresses[:] = ["192.0.2.8"]
    assert reach.refresh(names)
    assert names.address == "http://192.0.2.8:8790"


class Given:
    """The two files of a real name, and their server."""

    def __init__(self, folder: Path, names: Sequence[str], also: Sequence[str] = ()) -> None:
        self.files = GivenFiles(folder / "cert.pem", folder / "key.pem")
        self.leaf = self.write(names)
        self.reach = Reach(given_certificate(self.files, also, lambda: NOW))
        self.names = Names(Settings(port=443, hosts=self.reach.hosts, secure=True))

    def write(self, names: Sequence[str]) -> Identity:
        made = make_leaf(PUBLIC, names, NOW)
        self.files.certificate.write_bytes(made.pem())
        self.files.key.write_bytes(made.pem())
        return made

    def shown(self) -> x509.Certificate:
        assert self.reach.context is not None
        return shown_by(self.reach.context.door, trusting(PUBLIC), "rooms.clinic.example")


def test_the_names_in_a_given_certificate_are_the_servers_the_first_one_first(tmp_path: Path) -> None:
    given = Given(tmp_path, ["rooms.clinic.example", "www.clinic.example", "*.x.example"])
    assert given.names.addresses == ("https://rooms.clinic.example", "https://www.clinic.example")


def test_a_given_certificate_that_is_replaced_is_taken_at_the_next_look(tmp_path: Path) -> None:
    given = Given(tmp_path, ["rooms.clinic.example"])
    assert given.shown() == given.leaf.certificate
    renewed = given.write(["rooms.clinic.example"])
    assert not given.reach.refresh(given.names)
    assert given.shown() == renewed.certificate


def test_half_a_replacement_is_not_taken_until_it_is_whole(tmp_path: Path) -> None:
    given = Given(tmp_path, ["rooms.clinic.example"])
    old_key = given.files.key.read_bytes()
    renewed = given.write(["rooms.clinic.example"])
    new_key = given.files.key.read_bytes()
    given.files.key.write_bytes(old_key)
    with capture_logs() as heard:
        given.reach.refresh(given.names)
    assert [one["log_level"] for one in heard] == ["warning"]
    assert given.shown() == given.leaf.certificate
    given.files.key.write_bytes(new_key)
    given.reach.refresh(given.names)
    assert given.shown() == renewed.certificate


@pytest.mark.parametrize(
    ("names", "also", "why"),
    [
        (["*.clinic.example"], [], "say the name with --also-known-as"),
        (["rooms.clinic.example"], ["other.example"], "is not for other.example"),
    ],
)
def test_a_given_certificate_must_be_for_the_name_people_use(
    tmp_path: Path, names: list[str], also: list[str], why: str
) -> None:
    with pytest.raises(CertificateError, match=why):
        Given(tmp_path, names, also)


def test_a_wildcard_with_a_name_said_is_enough(tmp_path: Path) -> None:
    given = Given(tmp_path, ["*.clinic.example"], ["rooms.clinic.example"])
    assert given.names.addresses == ("https://rooms.clinic.example",)
    assert given.shown() == given.leaf.certificate
