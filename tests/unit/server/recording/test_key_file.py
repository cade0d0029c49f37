"""The keys of a recording: each gone for ever once it is destroyed, and the others where they were."""

from __future__ import annotations

import os

import pytest

from server.recording.key_file import SESSION, KeyFile, NoKeysError, WrongKeyError, key_of
from server.recording.site_key import SiteKey
from tests.unit.server.recording.kit import Place


def test_keys_are_kept_and_never_made_anew(place: Place) -> None:
    keys = KeyFile(place.site, "s1").add([SESSION, "c1"])
    assert set(keys) == {SESSION, "c1"}
    assert len({*keys.values()}) == 2
    more = KeyFile(place.site, "s1").add(["c1", "t1"])
    assert {owner: more[owner] for owner in keys} == keys
    assert KeyFile(place.site, "s1").load() == more


def test_a_destroyed_key_is_gone_from_the_disk_and_the_others_stay(place: Place) -> None:
    file = KeyFile(place.site, "s1")
    keys = file.add([SESSION, "c1", "t1"])
    path = place.site.keys / "s1.keys"
    old = place.config / "the old file by another name"
    os.link(path, old)
    file.destroy("c1")
    assert file.load() == {SESSION: keys[SESSION], "t1": keys["t1"]}
    assert set(old.read_bytes()) == {0}
    file.destroy("c1")
    assert file.add(["c1"])["c1"] != keys["c1"]


def test_all_keys_can_be_destroyed_at_once(place: Place) -> None:
    file = KeyFile(place.site, "s1")
    file.add([SESSION, "c1"])
    old = place.config / "the old file by another name"
    os.link(place.site.keys / "s1.keys", old)
    file.destroy_all()
    assert set(old.read_bytes()) == {0}
    with pytest.raises(NoKeysError):
        file.load()
    file.destroy_all()


def test_keys_of_another_site_or_another_session_do_not_open(place: Place) -> None:
    file = KeyFile(place.site, "s1")
    file.add([SESSION])
    other = SiteKey(place.site.path, b"o" * 32)
    with pytest.raises(WrongKeyError):
        KeyFile(other, "s1").load()
    with pytest.raises(WrongKeyError):
        KeyFile(other, "s1").add(["c1"])
    (place.site.keys / "s1.keys").rename(place.site.keys / "s2.keys")
    assert KeyFile(place.site, "s2").load() == {}


@pytest.mark.parametrize("name", ["", "../s1", "a/b", ".hidden", "x" * 65, "a\x00"])
def test_a_session_is_no_path(place: Place, name: str) -> None:
    with pytest.raises(ValueError, match="name of a session"):
        KeyFile(place.site, name)


def test_what_several_own_is_gone_with_any_of_them() -> None:
    keys = {"c1": b"1" * 32, "t1": b"2" * 32}
    both = key_of("c1+t1", keys)
    assert both is not None
    assert both not in keys.values()
    assert key_of("c1", keys) == keys["c1"]
    for gone in keys:
        assert key_of("c1+t1", {who: key for who, key in keys.items() if who != gone}) is None
