"""A browser's side of TLS: it trusts one authority and says which certificate it was shown."""

from __future__ import annotations

import contextlib
import ssl

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from server.tls.certificates import Identity


def trusting(authority: Identity) -> ssl.SSLContext:
    """The context of a client that takes what this authority has signed, and nothing else."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=authority.certificate.public_bytes(Encoding.DER))
    return context


def shown_by(door: ssl.SSLContext, client: ssl.SSLContext, name: str) -> x509.Certificate:
    """A whole handshake in memory with `name`. Raises ssl.SSLCertVerificationError when a browser would warn."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    server_side = door.wrap_bio(to_server, to_client, server_side=True)
    client_side = client.wrap_bio(to_client, to_server, server_hostname=name)
    for side in (client_side, server_side) * 4:
        with contextlib.suppress(ssl.SSLWantReadError):
            side.do_handshake()
    shown = client_side.getpeercert(binary_form=True)
    assert shown is not None
    return x509.load_der_x509_certificate(shown)
