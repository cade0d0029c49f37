"""Logs without content: one JSON line an event to stderr, in words of our own, with numbers and codes beside them.

Nothing that a person wrote, chose or was given may come into a log. Our own lines hold to that; those of libraries do
not, so of a foreign line only the words that its library wrote are kept, never what was filled in. Of an error its kind
and the places that it came through are kept, never its message. PROVEROM_LOG says how much is written.
"""

from __future__ import annotations

import logging
import re
import time
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Final, TextIO

import structlog

LEVELS: Final = {"debug": 10, "info": 20, "warning": 30, "error": 40}
USUAL: Final = "warning"
VARIABLE: Final = "PROVEROM_LOG"
FOREIGN_EVERY_S: Final = 1.0
"""One who sends rubbish can make a library complain as often as they like; it is heard once a second."""
_LITERAL: Final = re.compile(r"[^\n(<\[{'\"]*")
"""Where asyncio names a callback in its line, the arguments of the callback follow in brackets."""


def set_up_logs(stream: TextIO, level: str = USUAL) -> None:
    """From now on our own lines and those of libraries go to `stream`. Raises ValueError for a level that is none."""
    if level not in LEVELS:
        raise ValueError(f"{VARIABLE} is one of {', '.join(LEVELS)}, not {level!r}")
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.ExceptionRenderer(_where),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[level]),
        logger_factory=structlog.PrintLoggerFactory(stream),
    )
    logging.basicConfig(level=LEVELS[level], handlers=[ForeignLines(time.monotonic)], force=True)


class ForeignLines(logging.Handler):
    """Lines of libraries, written as ours: who says it, its fixed words, and where an error came from."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._clock = clock
        self._next: dict[str, float] = {}

    def emit(self, record: logging.LogRecord) -> None:
        now = self._clock()
        if now < self._next.get(record.name, now):
            return
        self._next[record.name] = now + FOREIGN_EVERY_S
        level = min(max(record.levelno // 10 * 10, logging.DEBUG), logging.CRITICAL)
        structlog.get_logger().log(level, fixed_words(str(record.msg)), logger=record.name, exc_info=record.exc_info)


def fixed_words(template: str) -> str:
    """The beginning of a library's line that is the same each time."""
    found = _LITERAL.match(template)
    return found[0].strip() if found else ""


def _where(exc_info: tuple[type[BaseException], BaseException, TracebackType | None]) -> list[str]:
    """The error's kind, then the places it came through, the innermost first. No message, no values, no source."""
    kind, _, where = exc_info
    frames = traceback.StackSummary.extract(traceback.walk_tb(where), lookup_lines=False)
    return [kind.__name__, *(f"{_file(frame)}:{frame.lineno} {frame.name}" for frame in reversed(frames))]


def _file(frame: traceback.FrameSummary) -> str:
    """The last two parts of a path: where the rest lies is nobody's business."""
    return "/".join(frame.filename.replace("\\", "/").split("/")[-2:])
