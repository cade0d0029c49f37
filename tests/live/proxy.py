"""A real nginx on free loopback ports, with the files of infra/ as a clinic would have them."""

from __future__ import annotations

import datetime
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aiohttp.abc import AbstractResolver, ResolveResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from infra.check_size import ROOT
from infra.machine import which

UNIT = ROOT / "infra" / "systemd" / "proverom.service"
NAME = "rooms.clinic.example"
DEADLINE_S = 10.0
DEBIAN_SITE = ROOT / "infra" / "nginx" / "site.conf"
COMPOSE_SITE = ROOT / "infra" / "compose" / "nginx-site.conf"
MAIN = ROOT / "infra" / "compose" / "nginx.conf"
SNIPPET = ROOT / "infra" / "nginx" / "proverom.conf"


class NotRunningError(Exception):
    """Nginx has ended or does not answer."""


class ByHeart(AbstractResolver):
    """Every name leads to this machine."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [ResolveResult(hostname=host, host="127.0.0.1", port=port, family=socket.AF_INET, proto=0, flags=0)]

    async def close(self) -> None:
        return None


def make_certificate(folder: Path) -> ssl.SSLContext:
    """Writes fullchain.pem and privkey.pem for NAME into `folder`; gives a client's context that trusts them."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    day = datetime.timedelta(days=1)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return ssl.create_default_context(cafile=str(folder / "fullchain.pem"))


def put(text: str, places: dict[str, str]) -> str:
    """The text with each of the marked places filled in; each must be there."""
    for place, filling in places.items():
        assert place in text, f"{place} is not there to be filled in"
        text = text.replace(place, filling)
    return text


def debian_site(folder: Path, plain: int, tls: int, server: int) -> str:
    """The shipped site, with other ports, paths and the test's certificate, and nothing else changed."""
    return put(
        DEBIAN_SITE.read_text(),
        {
            "server 127.0.0.1:8790;": f"server 127.0.0.1:{server};",
            "listen 80;": f"listen 127.0.0.1:{plain};",
            "listen [::]:80;": f"listen [::1]:{plain};",
            "listen 443 ssl;": f"listen 127.0.0.1:{tls} ssl;",
            "listen [::]:443 ssl;": f"listen [::1]:{tls} ssl;",
            f"/etc/letsencrypt/live/{NAME}": str(folder),
            "/etc/nginx/snippets/proverom.conf": str(SNIPPET),
        },
    )


def compose_site(folder: Path, plain: int, tls: int, server: int) -> str:
    """The site for containers, likewise."""
    return put(
        COMPOSE_SITE.read_text(),
        {
            "server rooms:8790;": f"server 127.0.0.1:{server};",
            "listen 8080;": f"listen 127.0.0.1:{plain};",
            "listen 8443 ssl;": f"listen 127.0.0.1:{tls} ssl;",
            "/etc/nginx/certificate": str(folder),
            "/etc/nginx/snippets/proverom.conf": str(SNIPPET),
        },
    )


def write(folder: Path, site: str) -> list[str]:
    """Writes the site and what stands round it; gives the command that runs nginx on them as one process."""
    nginx = which("nginx")
    assert nginx is not None, "run infra/machine.py"
    (folder / "site.conf").write_text(site)
    main = put(MAIN.read_text(), {" /tmp/": f" {folder}/", "/etc/nginx/conf.d/default.conf": str(folder / "site.conf")})
    (folder / "nginx.conf").write_text(main)
    alone = "daemon off; master_process off;"
    return [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", alone]


@contextmanager
def running(command: list[str], port: int, said: Path) -> Iterator[None]:
    """Runs nginx until the block ends; what it says goes into the file `said`. It must answer within ten seconds."""
    with said.open("w") as complaints, subprocess.Popen(command, stderr=complaints) as nginx:
        try:
            _wait_for(port, nginx)
            yield
        except NotRunningError:
            raise AssertionError(f"nginx did not start: {said.read_text()}") from None
        finally:
            nginx.terminate()


def _wait_for(port: int, nginx: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while nginx.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise NotRunningError
