"""What a clinic installs from infra/ is sound: each kind of file by its own linter, and all of them by each other."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from infra.check_size import ROOT
from infra.machine import which
from server.fact_server import PING_EVERY_S
from server.visits import STILL_MS

UNIT = ROOT / "infra" / "systemd" / "proverom.service"
COMPOSE = ROOT / "infra" / "compose" / "compose.yaml"
CONTAINERFILE = ROOT / "infra" / "compose" / "Containerfile"
SNIPPET = ROOT / "infra" / "nginx" / "proverom.conf"
TOOLS = Path(sys.executable).parent
MOST_EXPOSED = 15
"""Of systemd's own 100; a plain service has 96."""
STOP_S = 5
"""What a stop takes at most (tests/live/test_graceful_stop.py)."""


def said(*command: str | Path) -> tuple[int, str]:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit, with the program where it is on this machine."""
    text = UNIT.read_text()
    assert "ExecStart=/opt/proverom/bin/proverom " in text
    path = tmp_path / UNIT.name
    path.write_text(text.replace("/opt/proverom/bin", str(TOOLS)))
    return path


def test_systemd_understands_every_line(unit: Path) -> None:
    assert said(_systemd_analyze(), "verify", unit) == (0, "")


def test_the_service_is_shut_in(unit: Path) -> None:
    status, text = said(_systemd_analyze(), "security", "--offline=true", f"--threshold={MOST_EXPOSED}", unit)
    assert status == 0, text


def test_a_stop_gets_the_time_it_takes() -> None:
    assert _number(UNIT, r"^TimeoutStopSec=(\d+)$") > 2 * STOP_S
    assert int(_compose()["services"]["rooms"]["stop_grace_period"].removesuffix("s")) > 2 * STOP_S


def test_the_compose_file_is_one() -> None:
    schema = ("--builtin-schema", "vendor.compose-spec")
    status, text = said(TOOLS / "check-jsonschema", *schema, COMPOSE)
    assert status == 0, text


def test_every_container_is_shut_in() -> None:
    for name, service in _compose()["services"].items():
        assert service["read_only"], name
        assert service["cap_drop"] == ["ALL"], name
        assert "no-new-privileges:true" in service["security_opt"], name
        assert service["mem_limit"], name
        assert "privileged" not in service, name
    assert "ports" not in _compose()["services"]["rooms"]
    assert _compose()["networks"]["inside"]["internal"]


def test_the_server_in_a_container_believes_the_container_in_front_and_nobody_else() -> None:
    services = _compose()["services"]
    believed = [word for word in services["rooms"]["command"] if word.startswith("--trust-proxy")]
    assert believed == [f"--trust-proxy={services['nginx']['networks']['inside']['ipv4_address']}"]


def test_what_the_containers_take_from_the_repository_is_there() -> None:
    for volume in _compose()["services"]["nginx"]["volumes"]:
        source = volume.split(":")[0]
        assert source == "./certificate" or (COMPOSE.parent / source).is_file(), source
    build = _compose()["services"]["rooms"]["build"]
    assert (COMPOSE.parent / build["context"]).resolve() == ROOT
    assert ROOT / build["dockerfile"] == CONTAINERFILE


def test_the_container_file_has_no_fault() -> None:
    assert said(TOOLS / "hadolint", "--failure-threshold", "style", CONTAINERFILE) == (0, "")


def test_the_container_is_built_from_what_is_there_and_runs_as_nobody() -> None:
    text = CONTAINERFILE.read_text()
    sources = [word for line in re.findall(r"^COPY (?!--)(.+) \S+$", text, re.MULTILINE) for word in line.split()]
    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert {"rooms", "agents", "server", "headset_client", "infra", "pyproject.toml"} <= set(sources)
    *_, user = re.findall(r"^USER (\d+):\d+$", text, re.MULTILINE)
    assert int(user) > 0
    bases = re.findall(r"^FROM (\S+)", text, re.MULTILINE)
    assert len(set(bases)) == 1
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-\w+", bases[0])


def test_every_file_that_the_text_for_those_who_install_names_is_there() -> None:
    named = set(re.findall(r"\binfra/[\w./-]*\w", (ROOT / "docs" / "running.md").read_text()))
    made = {"infra/compose/.env", "infra/compose/certificate"}
    assert made <= named
    assert [name for name in sorted(named - made) if not (ROOT / name).is_file()] == []


def test_nginx_waits_longer_than_the_server_is_ever_silent() -> None:
    silent = max(STILL_MS / 1000, PING_EVERY_S)
    waits = [int(found) for found in re.findall(r"proxy_read_timeout (\d+)s;", SNIPPET.read_text())]
    assert len(waits) == 2
    assert min(waits) > 3 * silent


def _systemd_analyze() -> str:
    found = which("systemd-analyze")
    assert found is not None, "run infra/machine.py"
    return found


def _compose() -> Any:
    return yaml.safe_load(COMPOSE.read_text())


def _number(path: Path, pattern: str) -> int:
    found = re.search(pattern, path.read_text(), re.MULTILINE)
    assert found is not None
    return int(found[1])
