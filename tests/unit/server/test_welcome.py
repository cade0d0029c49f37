"""What the terminal shows."""

from __future__ import annotations

from server.settings import Settings
from server.welcome import DemoLinks, welcome


def test_links_codes_and_a_square_code_are_shown() -> None:
    text = welcome(Settings(port=1234), "SECRET", DemoLinks("s1", "ABCD2345", "WXYZ6789"))
    assert "http://localhost:1234/console#key=SECRET" in text
    assert "ABCD 2345" in text
    assert "WXYZ 6789" in text
    assert "http://localhost:1234/#code=ABCD2345" in text
    assert text.count("█") > 50


def test_an_address_that_others_reach_is_preferred() -> None:
    settings = Settings(port=80, hosts=("127.0.0.1", "localhost", "clinic", "192.0.2.7"))
    assert "http://192.0.2.7/" in welcome(settings, "S", None)
