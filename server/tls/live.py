"""A TLS door whose certificate can be changed while people are inside."""

from __future__ import annotations

import os
import ssl
import tempfile

from server.tls.certificates import CertificateError, Identity


class LiveContext:
    """Give `door` to the listening socket; `use` decides what the next handshake shows.

    Every certificate gets a context of its own, which a handshake is switched to: loading it into the one that is in
    use would leave an old certificate with another kind of key there, and nothing usable after a failure.
    """

    def __init__(self, identity: Identity) -> None:
        self._current = _context(identity)
        self.door = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.door.minimum_version = ssl.TLSVersion.TLSv1_2
        self.door.sni_callback = self._switch  # called without a name too

    def use(self, identity: Identity) -> None:
        """From the next handshake on. Raises CertificateError; what was in use stays in use then."""
        self._current = _context(identity)

    def _switch(self, handshake: ssl.SSLObject, name: str | None, door: ssl.SSLContext) -> None:
        handshake.context = self._current


def _context(identity: Identity) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    handle, path = tempfile.mkstemp()  # the ssl module reads files only; this one is ours alone (0600) and goes at once
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(identity.pem())
        made.load_cert_chain(path)
    except ssl.SSLError as error:
        raise CertificateError(f"the certificate cannot be used: {error.reason}") from None
    finally:
        os.unlink(path)
    return made
