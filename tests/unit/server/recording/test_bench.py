"""The benchmarks print the figures that were promised. How large they are is for `docs/measured.md`."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from server.cli import app


def test_bench_recording_tells_what_a_recording_costs() -> None:
    short = ["--bodies", "3", "--minutes", "0.5", "--seeks", "10", "--json"]
    run = CliRunner().invoke(app, ["bench", "recording", *short])
    assert run.exit_code == 0, run.output
    figures = json.loads(run.stdout.splitlines()[-1])
    assert {"seek_ms_p99", "seek_watchers_ms_p99", "open_ms", "file_bytes", "writer_cpu_share", "rss_growth_mb"} <= set(
        figures
    )
    assert figures["seek_ms_p50"] <= figures["seek_ms_p99"]
    assert figures["seek_watchers_ms_p99"] > 0
    assert 20_000 < figures["file_bytes"] < 200_000
    assert 0 < figures["writer_cpu_share"] < 1
