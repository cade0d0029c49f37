"""A sender's log: at most one line a second, so that one who sends rubbish cannot fill the disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from structlog.typing import FilteringBoundLogger

EVERY_S: Final = 1.0
MOST_SENDERS: Final = 1024


class SenderLog:
    """Lines about one sender. What is held back is counted in the next line. Never content, never names."""

    def __init__(self, log: FilteringBoundLogger, clock: Callable[[], float]) -> None:
        self._log = log
        self._clock = clock
        self._next = float("-inf")
        self._held_back = 0

    def say(self, event: str, **fields: str | int | float) -> None:
        now = self._clock()
        if now < self._next:
            self._held_back += 1
            return
        self._next = now + EVERY_S
        if self._held_back:
            fields["held_back"] = self._held_back
        self._held_back = 0
        self._log.info(event, **fields)


class SenderLogs:
    """The logs of many senders, by a key of ours; the one that is longest there makes way when there are too many."""

    def __init__(self, log: FilteringBoundLogger, clock: Callable[[], float]) -> None:
        self._log = log
        self._clock = clock
        self._known: dict[str, SenderLog] = {}

    def __len__(self) -> int:
        return len(self._known)

    def of(self, sender: str) -> SenderLog:
        """The sender's log, whether they are new or come again: coming again buys no further line."""
        found = self._known.get(sender)
        if found is None:
            while len(self._known) >= MOST_SENDERS:
                del self._known[next(iter(self._known))]
            found = self._known[sender] = SenderLog(self._log, self._clock)
        return found
