"""What is written to the log: our own lines, and of others only their fixed words."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from server.logs import ForeignLines, fixed_words, set_up_logs


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Everything that is logged from DEBUG upwards, as the command line sets it up."""
    root, stream = logging.getLogger(), io.StringIO()
    before, level, configured = list(root.handlers), root.level, structlog.get_config()
    set_up_logs(stream, "debug")
    yield stream
    root.handlers[:] = before
    root.setLevel(level)
    structlog.configure(**configured)


def lines(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_our_own_lines_are_json_with_their_fields(written: io.StringIO) -> None:
    structlog.get_logger("proverom.test").info("refused", code="not_allowed")
    (line,) = lines(written)
    assert (line["event"], line["code"], line["level"]) == ("refused", "not_allowed", "info")


def test_of_a_librarys_line_only_the_fixed_words_are_kept(written: io.StringIO) -> None:
    logging.getLogger("aiohttp.server").error("Error handling request from %s", "203.0.113.9")
    (line,) = lines(written)
    assert (line["event"], line["logger"], line["level"]) == (
        "Error handling request from %s",
        "aiohttp.server",
        "error",
    )


@pytest.mark.parametrize(
    ("template", "kept"),
    [
        ("Task exception was never retrieved\nfuture: ValueError('secret')", "Task exception was never retrieved"),
        ("Exception in callback read(b'secret')", "Exception in callback read"),
        ("Can not load cookie 'secret'", "Can not load cookie"),
        ("<Secret>", ""),
    ],
)
def test_fixed_words_end_where_values_begin(template: str, kept: str) -> None:
    assert fixed_words(template) == kept


def test_of_an_error_its_kind_and_its_way_are_kept_and_never_its_message(written: io.StringIO) -> None:
    def fails() -> None:
        raise ValueError("secret")

    for log in (structlog.get_logger("proverom.test"), logging.getLogger("asyncio")):
        try:
            fails()
        except ValueError:
            log.exception("it failed")
    ours, theirs = lines(written)
    for line in (ours, theirs):
        assert line["exception"][0] == "ValueError"
        assert line["exception"][1].startswith("server/test_logs.py:")
        assert line["exception"][1].endswith(" fails")
    assert "secret" not in written.getvalue()


def test_a_library_that_complains_all_the_time_is_heard_once_a_second(written: io.StringIO) -> None:
    now = 0.0
    handler = ForeignLines(lambda: now)
    record = logging.LogRecord("aiohttp.server", logging.ERROR, "", 0, "again", (), None)
    for _ in range(100):
        handler.emit(record)
    assert len(lines(written)) == 1
    now = 1.0
    handler.emit(record)
    assert len(lines(written)) == 2


def test_a_level_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="debug, info, warning, error"):
        set_up_logs(io.StringIO(), "loud")
