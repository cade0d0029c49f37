"""The fuzzer in a short form that is the same every time; its long form is a command (infra/hostile/fuzz.py)."""

from __future__ import annotations

import subprocess
import sys

from infra.check_size import ROOT

RUNS = 60_000


def test_no_bytes_break_what_reads_them() -> None:
    fuzz = subprocess.run(
        [sys.executable, "-m", "infra.hostile.fuzz", "--runs", str(RUNS), "--seed", "1"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert fuzz.returncode == 0, fuzz.stderr[-2000:]
    assert f"Done {RUNS} runs" in fuzz.stderr
