"""What `proverom serve` refuses before anything starts, and says to do instead."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from server.cli import app
from server.tls.certificates import Identity, make_authority, make_leaf

NOW = datetime.now(UTC)
AUTHORITY = make_authority("a public one", NOW)
LEAF = make_leaf(AUTHORITY, ["rooms.clinic.example"], NOW)


def refused(*words: str) -> str:
    """What was printed, as one line."""
    shell = {"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}
    result = CliRunner().invoke(app, ["serve", *words], env=shell)
    assert result.exit_code in (1, 2), result.output
    assert "Traceback" not in result.output
    return " ".join(result.output.replace("│", " ").split())


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--cert", "x.pem"], "--cert and --key go together"),
        (["--key", "x.pem"], "--cert and --key go together"),
        (["--cert", "nowhere.pem", "--key", "nowhere.pem"], "nowhere.pem cannot be read: no such file"),
        (["--public-address", "https://rooms.clinic.example"], "neither a name nor an address"),
        (["--public-address", "rooms.clinic.example:port"], "neither a name nor an address"),
        (["--public-address", "rooms.clinic.example/prøverom"], "neither a name nor an address"),
        (["--public-address", "rooms.clinic.example", "--lan"], "a proxy speaks https"),
        (["--also-known-as", "http://pc"], "neither a name nor an address"),
        (["--port", "0"], "greater than or equal to 1"),
        (["--language", "de"], "nb or en"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(words: list[str], why: str) -> None:
    assert why in refused(*words)


def written(folder: Path, certificate: Identity, key: Identity) -> list[str]:
    (folder / "cert.pem").write_bytes(certificate.pem())
    (folder / "key.pem").write_bytes(key.pem())
    return ["--cert", str(folder / "cert.pem"), "--key", str(folder / "key.pem")]


def test_a_key_that_does_not_fit_is_told(tmp_path: Path) -> None:
    assert "the key does not belong to the certificate" in refused(*written(tmp_path, LEAF, AUTHORITY))


def test_a_certificate_for_another_name_is_told(tmp_path: Path) -> None:
    told = refused(*written(tmp_path, LEAF, LEAF), "--also-known-as", "other.example")
    assert "is not for other.example" in told


def test_a_data_folder_that_cannot_be_used_is_told_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    told = refused("--lan", "--data", str(tmp_path / "file" / "data"))
    assert "cannot be used: not a directory. Choose another folder with --data." in told


def test_a_key_among_the_recordings_or_one_that_is_none_is_told(tmp_path: Path) -> None:
    data = ["--data", str(tmp_path)]
    assert "lies in the data folder" in refused(*data, "--site-key", str(tmp_path / "site.key"))
    (tmp_path / "keys").write_text("half")
    told = refused("--data", str(tmp_path / "data"), "--site-key", str(tmp_path / "keys"))
    assert "holds no key of Prøverom: restore it from its backup" in told
    told = refused("--data", str(tmp_path / "data"), "--site-key", str(tmp_path / "keys" / "under" / "site.key"))
    assert "cannot be used: not a directory. Choose another file with --site-key." in told


def test_a_damaged_authority_is_told(tmp_path: Path) -> None:
    (tmp_path / "tls").mkdir()
    (tmp_path / "tls" / "authority.pem").write_text("half")
    assert "authority.pem is damaged" in refused("--lan", "--data", str(tmp_path))
