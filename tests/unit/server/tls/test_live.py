"""Changing the certificate of a door that is in use."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa

from server.tls.certificates import CertificateError, Identity, make_authority, make_leaf
from server.tls.live import LiveContext
from tests.tls_client import shown_by, trusting

NOW = datetime.now(UTC)
AUTHORITY = make_authority("pc", NOW)
FIRST = make_leaf(AUTHORITY, ["localhost"], NOW)
SECOND = make_leaf(AUTHORITY, ["localhost", "192.0.2.7"], NOW)


def _self_signed_rsa() -> Identity:
    """Another kind of key, as a real name's certificate often has."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=9))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Identity(key, (made,))


def test_the_next_handshake_sees_the_new_certificate_under_its_new_name() -> None:
    live = LiveContext(FIRST)
    client = trusting(AUTHORITY)
    assert shown_by(live.door, client, "localhost") == FIRST.certificate
    with pytest.raises(ssl.SSLCertVerificationError):
        shown_by(live.door, client, "192.0.2.7")
    live.use(SECOND)
    assert shown_by(live.door, client, "192.0.2.7") == SECOND.certificate


def test_an_old_certificate_with_another_kind_of_key_is_not_shown_any_more() -> None:
    old = _self_signed_rsa()
    live = LiveContext(old)
    likes_rsa = trusting(old)
    likes_rsa.set_ciphers("ECDHE+aRSA")
    likes_rsa.maximum_version = ssl.TLSVersion.TLSv1_2
    assert shown_by(live.door, likes_rsa, "localhost") == old.certificate
    live.use(FIRST)
    with pytest.raises(ssl.SSLError, match="NO_SHARED_CIPHER"):
        shown_by(live.door, likes_rsa, "localhost")


def test_what_cannot_be_used_changes_nothing() -> None:
    live = LiveContext(FIRST)
    with pytest.raises(CertificateError, match="cannot be used"):
        live.use(Identity(AUTHORITY.key, FIRST.chain))
    assert shown_by(live.door, trusting(AUTHORITY), "localhost") == FIRST.certificate


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
@pytest.mark.filterwarnings("ignore:ssl.TLSVersion")
def test_old_versions_of_tls_are_refused(version: ssl.TLSVersion) -> None:
    client = trusting(AUTHORITY)
    client.set_ciphers("ALL:@SECLEVEL=0")
    client.minimum_version = client.maximum_version = version
    with pytest.raises(ssl.SSLError, match="UNSUPPORTED_PROTOCOL"):
        shown_by(LiveContext(FIRST).door, client, "localhost")
