"""What follows from how the server is run."""

from __future__ import annotations

import pytest

from server.settings import Settings


@pytest.mark.parametrize(
    ("secure", "authority", "told"),
    [(False, None, False), (True, None, True), (True, b"ours", False)],
    ids=["plain", "a real name's certificate or a proxy", "our own authority"],
)
def test_browsers_are_told_never_to_come_without_https_only_when_somebody_else_vouches(
    secure: bool, authority: bytes | None, told: bool
) -> None:
    assert Settings(secure=secure, authority=authority).https_only is told
