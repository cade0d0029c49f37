"""Our own authority and its leaves, as a browser judges them."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID
from hypothesis import given
from hypothesis import strategies as st

from server.tls.certificates import (
    AUTHORITY_LIFE,
    CertificateError,
    Identity,
    identity_from,
    is_due,
    make_authority,
    make_leaf,
    names_in,
    not_covered,
)
from server.tls.live import LiveContext
from tests.tls_client import shown_by, trusting

NOW = datetime.now(UTC).replace(microsecond=0)
NAMES = ("127.0.0.1", "localhost", "::1", "clinic-pc", "192.0.2.7")
AUTHORITY = make_authority("clinic-pc", NOW)
LEAF = make_leaf(AUTHORITY, NAMES, NOW)
DAY = timedelta(days=1)


@pytest.mark.parametrize("name", NAMES)
def test_one_who_trusts_the_authority_is_not_warned(name: str) -> None:
    assert shown_by(LiveContext(LEAF).door, trusting(AUTHORITY), name) == LEAF.certificate


def test_one_who_does_not_trust_it_is_warned() -> None:
    with pytest.raises(ssl.SSLCertVerificationError, match="verify failed"):
        shown_by(LiveContext(LEAF).door, trusting(make_authority("clinic-pc", NOW)), "localhost")


def test_another_name_is_warned_of() -> None:
    with pytest.raises(ssl.SSLCertVerificationError, match=r"not valid for '192\.0\.2\.8'"):
        shown_by(LiveContext(LEAF).door, trusting(AUTHORITY), "192.0.2.8")


def test_a_leaf_is_what_browsers_ask_of_one() -> None:
    leaf = LEAF.certificate
    assert leaf.not_valid_after_utc - leaf.not_valid_before_utc <= 398 * DAY
    assert leaf.not_valid_before_utc <= NOW - DAY  # a headset's clock may be behind
    assert isinstance(LEAF.key, ec.EllipticCurvePrivateKey)
    assert isinstance(LEAF.key.curve, ec.SECP256R1)
    assert not leaf.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    uses = leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(uses) == [ExtendedKeyUsageOID.SERVER_AUTH]


def test_an_authority_signs_and_does_nothing_else() -> None:
    authority = AUTHORITY.certificate
    constraints = authority.extensions.get_extension_for_class(x509.BasicConstraints)
    assert constraints.critical
    assert (constraints.value.ca, constraints.value.path_length) == (True, 0)
    use = authority.extensions.get_extension_for_class(x509.KeyUsage).value
    assert (use.key_cert_sign, use.digital_signature) == (True, False)
    assert "clinic-pc" in authority.subject.rfc4514_string()


@pytest.mark.parametrize(
    ("later", "names", "signer", "due"),
    [
        (0 * DAY, NAMES, AUTHORITY, False),
        (0 * DAY, NAMES[:2], AUTHORITY, False),
        (0 * DAY, (*NAMES, "192.0.2.8"), AUTHORITY, True),
        (360 * DAY, NAMES, AUTHORITY, False),
        (370 * DAY, NAMES, AUTHORITY, True),
        (400 * DAY, NAMES, AUTHORITY, True),
        (-3 * DAY, NAMES, AUTHORITY, True),
        (0 * DAY, NAMES, make_authority("clinic-pc", NOW), True),
    ],
    ids=[
        "fresh", "a name fewer", "a name more", "long to go", "near its end", "over", "before its time",
        "another authority of that name",
    ],
)  # fmt: skip
def test_a_new_leaf_is_made_when_it_is_due(
    later: timedelta, names: tuple[str, ...], signer: Identity, due: bool
) -> None:
    assert is_due(LEAF.certificate, signer.certificate, names, NOW + later) is due


def test_a_leaf_does_not_outlive_its_authority_and_is_not_made_again_and_again_for_that() -> None:
    late = NOW + AUTHORITY_LIFE - 10 * DAY
    leaf = make_leaf(AUTHORITY, NAMES, late)
    assert leaf.certificate.not_valid_after_utc == AUTHORITY.certificate.not_valid_after_utc
    assert not is_due(leaf.certificate, AUTHORITY.certificate, NAMES, late)


@given(st.lists(st.sampled_from([*NAMES, "a.b.clinic", "10.1.2.3", "2001:db8::7"]), unique=True, min_size=1))
def test_a_leaf_is_for_the_names_it_was_made_for(names: list[str]) -> None:
    leaf = make_leaf(AUTHORITY, names, NOW).certificate
    assert set(names_in(leaf)) == set(names)
    assert not_covered(leaf, [*names, "other.example"]) == ["other.example"]


def test_a_wildcard_covers_one_label() -> None:
    leaf = make_leaf(AUTHORITY, ["*.clinic.example"], NOW).certificate
    asked = ["rooms.clinic.example", "a.rooms.clinic.example", "clinic.example"]
    assert not_covered(leaf, asked) == ["a.rooms.clinic.example", "clinic.example"]


def test_a_certificate_without_names_is_for_nobody() -> None:
    assert names_in(AUTHORITY.certificate) == ()


def test_what_is_written_is_read_again() -> None:
    chained = Identity(LEAF.key, (*LEAF.chain, *AUTHORITY.chain))
    read = identity_from(chained.pem(), chained.pem())
    assert read.chain == chained.chain
    assert read.pem() == chained.pem()


def _locked(identity: Identity) -> bytes:
    return identity.key.private_bytes(
        Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.BestAvailableEncryption(b"secret")
    )


@pytest.mark.parametrize(
    ("certificate", "key", "why"),
    [
        (b"no", LEAF.pem(), "the certificate is not in PEM form"),
        (LEAF.pem(), b"no", "the key is not in PEM form"),
        (LEAF.pem(), AUTHORITY.pem(), "the key does not belong"),
        (LEAF.pem(), _locked(LEAF), "locked with a password"),
    ],
)
def test_what_cannot_be_used_says_why(certificate: bytes, key: bytes, why: str) -> None:
    with pytest.raises(CertificateError, match=why):
        identity_from(certificate, key)


def test_a_leaf_somebody_else_made_in_the_authoritys_name_is_not_taken_for_its_own() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    forged = (
        x509.CertificateBuilder()
        .subject_name(LEAF.certificate.subject)
        .issuer_name(AUTHORITY.certificate.subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW - DAY)
        .not_valid_after(NOW + 100 * DAY)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    assert is_due(forged, AUTHORITY.certificate, ["localhost"], NOW)
