"""The rules of the house that no other tool holds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from infra.check_size import ROOT, source_files, too_long

# Written in halves, since this file is looked at too.
HUSHED = re.compile(
    "|".join(
        (
            "type: " + "ignore",
            "no" + "qa",
            "@ts-" + "(ignore|nocheck|expect-error)",
            r"pytest\." + "(skip|xfail|importorskip)",
            r"mark\." + "(skip|skipif|xfail)",
            r"\b(it|test|describe)\." + "(skip|todo|only)",
            "eslint-" + "disable",
            "prettier-" + "ignore",
        )
    )
)
ADDRESS = re.compile(
    r"registry\.npm" + r"js|pypi\.org/" + "simple|index-" + r"url|files\.python" + r"hosted|/ro" + r"ot/|/ho" + r"me/\w"
)
CONFIGURED = ("pyproject.toml", "constraints.txt", "Makefile", ".ci/run", "headset_client/package.json")


def test_modules_and_functions_are_small() -> None:
    found = [f"{_name(path)}:{complaint}" for path in source_files(ROOT) for complaint in too_long(path)]
    assert found == []


@pytest.mark.parametrize("forbidden", [HUSHED, ADDRESS], ids=["no check is hushed", "no address of one machine"])
def test_sources_carry_none_of(forbidden: re.Pattern[str]) -> None:
    paths = [*source_files(ROOT), *(ROOT / name for name in CONFIGURED)]
    found = [
        f"{_name(path)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if forbidden.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("forbidden", "line"),
    [
        (HUSHED, "x = y()  # type: " + "ignore[no-untyped-call]"),
        (HUSHED, "@pytest.mark." + "skipif(True)"),
        (HUSHED, "  it." + "skip('answers', () => {});"),
        (ADDRESS, "--index-" + "url http://127.0.0.1/"),
    ],
)
def test_what_is_forbidden_is_seen(forbidden: re.Pattern[str], line: str) -> None:
    assert forbidden.search(line)


def test_lock_file_names_no_download_addresses() -> None:
    packages = json.loads((ROOT / "headset_client" / "package-lock.json").read_text())["packages"]
    assert len(packages) > 1
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


def test_layers_hold() -> None:
    """The contracts of pyproject.toml: server on agents on rooms, and what each may not import."""
    lint = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert lint.returncode == 0, lint.stdout + lint.stderr
    assert "0 broken" in lint.stdout


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
