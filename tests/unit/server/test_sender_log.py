"""One line a second from a sender, also from one who comes again and again."""

from __future__ import annotations

import structlog

from server.sender_log import MOST_SENDERS, SenderLogs


def test_coming_again_buys_no_further_line_and_others_have_their_own() -> None:
    with structlog.testing.capture_logs() as written:
        logs = SenderLogs(structlog.get_logger("test"), lambda: 0.0)
        for _ in range(50):
            logs.of("a").say("cut")
        logs.of("b").say("cut")
    assert len(written) == 2


def test_no_more_senders_are_known_than_there_may_be() -> None:
    logs = SenderLogs(structlog.get_logger("test"), lambda: 0.0)
    for number in range(MOST_SENDERS + 10):
        logs.of(f"{number}")
    assert len(logs) == MOST_SENDERS
