"""Each matter of `proverom doctor`, good and bad."""

from __future__ import annotations

import errno
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from infra.load.ports import free_port
from server import doctor as judge
from server.cli import app
from server.doctor import CertificateFound, Verdict
from server.doctor_command import (
    find_clock,
    find_disk,
    find_freshness,
    find_given,
    find_most_open_files,
    find_own,
)
from server.tls.certificates import AUTHORITY_LIFE, LEAF_LIFE, make_authority, make_leaf
from server.tls.given import GivenFiles
from server.tls.store import AUTHORITY, Store

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
SIGNER = make_authority("pc", NOW)
LEAF = make_leaf(SIGNER, ["pc", "192.0.2.7"], NOW).certificate
DAY = timedelta(days=1)


def own(*names: str) -> CertificateFound:
    return CertificateFound(names, LEAF, SIGNER.certificate)


def given(*names: str) -> CertificateFound:
    return CertificateFound(names, LEAF)


GOOD: list[Verdict] = [
    judge.port(8790, "127.0.0.1", "free"),
    judge.port(8790, "127.0.0.1", "ours"),
    judge.network(["127.0.0.1", "localhost", "pc", "192.0.2.7"]),
    judge.certificate(own("pc"), NOW),
    judge.certificate(given("pc"), NOW),
    judge.clock(NOW, 0.2, 0.2),
    judge.disk(Path("data"), 10**10, True),
    judge.pages(True, True),
    judge.pages(True, None),
    judge.python((3, 11), True),
    judge.open_files(1024, 32),
]
BAD: list[tuple[Verdict, str, str]] = [
    (judge.port(80, "0.0.0.0", errno.EACCES), "below 1024", "--port"),
    (judge.port(8790, "0.0.0.0", errno.EADDRINUSE), "another program has it", "--port"),
    (judge.port(8790, "192.0.2.9", errno.EADDRNOTAVAIL), "no such address", "--port"),
    (judge.port(8790, "0.0.0.0", -1), "does not allow it", "--port"),
    (judge.network(["127.0.0.1", "localhost", "::1", "pc"]), "no address", "network"),
    (judge.certificate(CertificateFound(()), NOW), "no certificate yet", "serve --lan"),
    (judge.certificate(CertificateFound((), trouble="damaged"), NOW), "damaged", "replace"),
    (judge.certificate(own("pc", "192.0.2.8"), NOW), "not for 192.0.2.8", "serve --lan"),
    (judge.certificate(own("pc"), NOW + LEAF_LIFE), "is old", "serve --lan"),
    (judge.certificate(own("pc"), NOW + AUTHORITY_LIFE), "authority is for 2027", "clock"),
    (judge.certificate(own("pc"), NOW - 9 * DAY), "authority is for 2027", "clock"),
    (judge.certificate(given("pc"), NOW + LEAF_LIFE - 10 * DAY), "ends on 2028", "Renew"),
    (judge.certificate(given("other.example"), NOW), "not for other.example", "names them"),
    (judge.clock(datetime(2000, 1, 1, tzinfo=UTC), 0.2, 0.2), "2000-01-01", "Set date"),
    (judge.clock(datetime(2100, 1, 1, tzinfo=UTC), 0.2, 0.2), "2100-01-01", "Set date"),
    (judge.clock(NOW, -3600.0, 0.2), "being moved", "look again"),
    (judge.disk(Path("data"), 10**10, False), "cannot be written", "--data"),
    (judge.disk(Path("data"), 10**8, True), "0.1 GB free", "Make room"),
    (judge.pages(False, None), "not built", "make run"),
    (judge.pages(True, False), "older", "make run"),
    (judge.python((3, 10), True), "too old", "3.11"),
    (judge.python((3, 12), False), "no uvloop", "Install"),
    (judge.open_files(1024, 100), "need 2600", "ulimit -n 2600"),
]


@pytest.mark.parametrize("verdict", GOOD, ids=lambda verdict: verdict.said)
def test_what_is_good_needs_no_mending(verdict: Verdict) -> None:
    assert verdict.ok
    assert verdict.mend == ""


@pytest.mark.parametrize(("verdict", "said", "mend"), BAD, ids=[verdict.said for verdict, *_ in BAD])
def test_what_is_wrong_is_said_with_what_to_do(verdict: Verdict, said: str, mend: str) -> None:
    assert not verdict.ok
    assert said in verdict.said
    assert mend in verdict.mend


def test_the_offset_of_the_clock_is_not_claimed_to_be_known() -> None:
    assert "cannot be known" in judge.clock(NOW, 0.2, 0.2).said


def test_the_disk_is_looked_at_where_the_folder_is_or_will_be(tmp_path: Path) -> None:
    free, writable = find_disk(tmp_path / "not" / "yet")
    assert free > 0
    assert writable
    (tmp_path / "file").write_text("in the way")
    assert find_disk(tmp_path / "file" / "data")[1] is False


def test_certificates_are_looked_for_and_what_is_damaged_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert find_own(store, ("pc",)) == CertificateFound(("pc",))
    authority = store.authority("pc", NOW)
    leaf = store.leaf(authority, ["pc"], NOW)
    assert find_own(store, ("pc",)) == CertificateFound(("pc",), leaf.certificate, authority.certificate)
    (store.folder / AUTHORITY).write_text("half")
    assert "damaged" in find_own(store, ()).trouble
    assert "cannot be read" in find_given(GivenFiles(tmp_path / "a", tmp_path / "b"), ()).trouble


@pytest.mark.parametrize(("status", "fresh"), [(0, True), (1, False)])
def test_the_pages_are_held_against_their_sources(tmp_path: Path, status: int, fresh: bool) -> None:
    check = tmp_path / "build_client.py"
    assert find_freshness(check) is None
    check.write_text(f"import sys; sys.exit({status} if sys.argv[1:] == ['--check'] else 9)")
    assert find_freshness(check) is fresh


def test_clock_and_limit_are_read() -> None:
    wall, steady = find_clock()
    assert wall > 0
    assert steady > 0
    assert find_most_open_files() > 0


def doctor(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["doctor", *words], env={"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"})
    return result.exit_code, result.output


def test_the_command_says_what_to_mend_and_ends_with_1(tmp_path: Path) -> None:
    status, text = doctor("--lan", "--data", str(tmp_path), "--port", str(free_port()))
    assert status == 1
    assert "MEND  certificate  There is no certificate yet." in text
    assert "good  clock" in text


def test_as_json_every_check_is_there(tmp_path: Path) -> None:
    status, text = doctor("--json", "--data", str(tmp_path), "--port", str(free_port()), "--most-rooms", "99999999")
    found = json.loads(text)
    assert (status, found["ok"]) == (1, False)
    checks = {one["name"]: one["ok"] for one in found["checks"]}
    assert list(checks) == ["port", "clock", "disk", "pages", "python", "open files"]
    assert checks["disk"]
    assert not checks["open files"]
