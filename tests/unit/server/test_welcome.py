"""What the terminal shows."""

from __future__ import annotations

from pathlib import Path

from server.own_names import Names
from server.settings import Settings
from server.welcome import DemoLinks, moved, welcome

ON_THE_NETWORK = Names(Settings(hosts=("127.0.0.1", "localhost", "clinic", "192.0.2.7"), secure=True, authority=b""))


def test_links_codes_and_a_square_code_are_shown() -> None:
    text = welcome(Names(Settings(port=1234)), "SECRET", DemoLinks("s1", "ABCD2345", "WXYZ6789"))
    assert "http://localhost:1234/console#key=SECRET" in text
    assert "ABCD 2345" in text
    assert "WXYZ 6789" in text
    assert "http://localhost:1234/#code=ABCD2345" in text
    assert text.count("█") > 50


def test_every_address_that_others_reach_is_shown_the_best_first() -> None:
    text = welcome(ON_THE_NETWORK, "S", None)
    assert 0 < text.index("    https://192.0.2.7:8790/\n") < text.index("    https://clinic:8790/   (if the first")


def test_a_square_code_of_the_address_is_shown_without_a_demo_too() -> None:
    assert welcome(ON_THE_NETWORK, "S", None).count("█") > 50


def test_what_to_do_on_a_quest_is_told_when_the_certificate_is_our_own() -> None:
    text = welcome(ON_THE_NETWORK, "S", None, Path("folder/authority.crt"))
    assert "Advanced" in text
    assert "adb reverse tcp:8790 tcp:8790" in text
    assert "--cert FILE --key FILE" in text
    assert "https://192.0.2.7:8790/help/headset" in text
    assert "folder/authority.crt" in text
    assert "Advanced" not in welcome(ON_THE_NETWORK, "S", None)


def test_a_new_address_is_told() -> None:
    names = Names(Settings(hosts=("localhost", "192.0.2.7")))
    names.update(("localhost", "192.0.2.9"))
    text = moved(names)
    assert "The network has changed." in text
    assert "http://192.0.2.9:8790/" in text
    assert "192.0.2.7" not in text
    assert text.count("█") > 50


def test_a_new_key_is_to_be_backed_up_and_an_old_one_is_not_spoken_of() -> None:
    text = welcome(ON_THE_NETWORK, "S", None, new_key=Path("settings/site.key"))
    assert "    settings/site.key\n" in text
    assert "Without it nobody can ever open them." in text
    assert "Uten den kan ingen noen gang åpne dem." in text
    assert "key was made" not in welcome(ON_THE_NETWORK, "S", None)
