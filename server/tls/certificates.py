"""Certificates as values: our own authority, the leaf it signs for this machine, and what a certificate says of itself.

Pure but for the random numbers of the keys; the clock's time comes in, always in UTC.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.x509.oid import ExtendedKeyUsageOID

AUTHORITY_LIFE: Final = timedelta(days=20 * 365)
LEAF_LIFE: Final = timedelta(days=397)
"""Browsers take at most 398 days."""
RENEW_BEFORE: Final = timedelta(days=30)
CLOCKS_DIFFER: Final = timedelta(days=2)
"""A certificate begins this long before it is made: a headset's clock may be behind after weeks in a drawer."""
_KEY_USES: Final = dict.fromkeys(
    (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
        "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    ),
    False,
)  # fmt: skip


class CertificateError(Exception):
    """A certificate cannot be used; the text says in one sentence why and what to do."""


class Identity(msgspec.Struct, frozen=True):
    """A key and the certificates that vouch for it, the own one first, the signers after it."""

    key: PrivateKeyTypes
    chain: tuple[x509.Certificate, ...]

    @property
    def certificate(self) -> x509.Certificate:
        return self.chain[0]

    def pem(self) -> bytes:
        """Key and certificates in one text: a secret."""
        key = self.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return key + b"".join(one.public_bytes(serialization.Encoding.PEM) for one in self.chain)


def identity_from(certificates: bytes, key: bytes) -> Identity:
    """Reads PEM texts. Raises CertificateError when either cannot be read or the two do not belong together."""
    try:
        chain = tuple(x509.load_pem_x509_certificates(certificates))
    except ValueError:
        raise CertificateError("the certificate is not in PEM form: it should begin with BEGIN CERTIFICATE") from None
    try:
        loaded = serialization.load_pem_private_key(key, password=None)
    except TypeError:
        raise CertificateError("the key is locked with a password: store it without one") from None
    except ValueError:
        raise CertificateError("the key is not in PEM form: it should begin with BEGIN PRIVATE KEY") from None
    if loaded.public_key() != chain[0].public_key():
        raise CertificateError("the key does not belong to the certificate")
    return Identity(loaded, chain)


def make_authority(machine: str, now: datetime) -> Identity:
    """A new authority, named after the machine so that people know it again in a list of authorities."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, "Prøverom"),
            x509.NameAttribute(x509.NameOID.COMMON_NAME, f"Prøverom on {machine}"[:64]),
        ]
    )
    builder = (
        _begin(name, name, key, now, now - CLOCKS_DIFFER + AUTHORITY_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage("key_cert_sign", "crl_sign"), critical=True)
    )
    return Identity(key, (builder.sign(key, hashes.SHA256()),))


def make_leaf(authority: Identity, names: Sequence[str], now: datetime) -> Identity:
    """A certificate of this machine for `names`, which are host names in lower case and addresses."""
    key = ec.generate_private_key(ec.SECP256R1())
    signer = authority.certificate
    ends = min(now - CLOCKS_DIFFER + LEAF_LIFE, signer.not_valid_after_utc)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Prøverom")])
    builder = (
        _begin(subject, signer.subject, key, now, ends)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage("digital_signature"), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([_general_name(name) for name in names]), critical=False)
        .add_extension(_authority_key_id(signer), critical=False)
    )
    assert isinstance(authority.key, ec.EllipticCurvePrivateKey)
    return Identity(key, (builder.sign(authority.key, hashes.SHA256()),))


def names_in(certificate: x509.Certificate) -> tuple[str, ...]:
    """The host names, in lower case, and addresses that a certificate is for; a wildcard stands as it is."""
    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    names = [name.lower() for name in found.get_values_for_type(x509.DNSName)]
    return (*names, *(str(address) for address in found.get_values_for_type(x509.IPAddress)))


def not_covered(certificate: x509.Certificate, names: Iterable[str]) -> list[str]:
    """Those of `names` for which a browser would not take the certificate."""
    known = set(names_in(certificate))
    return [name for name in names if name not in known and f"*.{name.partition('.')[2]}" not in known]


def is_in_force(certificate: x509.Certificate, now: datetime) -> bool:
    """Whether the certificate has begun and has not ended."""
    return certificate.not_valid_before_utc <= now < certificate.not_valid_after_utc


def is_due(leaf: x509.Certificate, signer: x509.Certificate, names: Iterable[str], now: datetime) -> bool:
    """Whether a new leaf is wanted: another signer, a name that is missing, not in force, or near its end.

    A leaf for more names than are asked for is kept: a headset that has been told to go on past the warning would be
    warned again.
    """
    if not is_in_force(leaf, now) or not _signed(leaf, signer) or not_covered(leaf, names):
        return True
    ends_with_signer = leaf.not_valid_after_utc == signer.not_valid_after_utc
    return now >= leaf.not_valid_after_utc - RENEW_BEFORE and not ends_with_signer


def _signed(leaf: x509.Certificate, signer: x509.Certificate) -> bool:
    try:
        leaf.verify_directly_issued_by(signer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _authority_key_id(signer: x509.Certificate) -> x509.AuthorityKeyIdentifier:
    own = signer.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(own)


def _begin(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime, ends: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCKS_DIFFER)
        .not_valid_after(ends)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _key_usage(*uses: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{**_KEY_USES, **dict.fromkeys(uses, True)})


def _general_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
