"""Every bad file has its own sentence, and what can be read of it is offered."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from rooms.facts import Stamped
from server.recording.bad_file import WHY, BadFileError
from server.recording.owners import without_owner
from server.recording.reader import SessionFile
from server.recording.site_key import SiteKey
from tests.unit.server.recording.kit import Place, a_session

EVER = 10**9


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = Place(tmp_path_factory.mktemp("recording"))
    a_session(place).writer.finish()
    return place


@pytest.fixture
def copy(whole: Place, tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "s1.proverom"
    path.write_bytes(whole.path.read_bytes())
    yield path
    assert list(tmp_path.iterdir()) == [path], "reading left something behind"


def why(path: Path, site: SiteKey) -> BadFileError:
    with pytest.raises(BadFileError) as refused:
        SessionFile.open(path, site)
    return refused.value


def only_true(told: list[Stamped], written: list[Stamped]) -> bool:
    """Each is a fact that was written, or what is left of it without its owner's part."""
    facts = {stamped.seq: stamped.fact for stamped in written}
    return all(stamped.fact in (facts[stamped.seq], without_owner(facts[stamped.seq])) for stamped in told)


def test_each_has_a_sentence_of_its_own_in_both_languages() -> None:
    for language in ("nb", "en"):
        sentences = [refusal.words[language] for refusal in WHY.values()]
        assert len({*sentences}) == len(WHY) == 7
        assert all(text and text.endswith(".") for text in sentences)
        assert all(refusal.instead[language] for refusal in WHY.values())


def test_an_empty_file(copy: Path, whole: Place) -> None:
    copy.write_bytes(b"")
    assert (why(copy, whole.site).code, why(copy, whole.site).readable) == ("empty", None)


@pytest.mark.parametrize("content", [b"x", b"# notes\n" * 100, bytes(5000)])
def test_no_recording(copy: Path, whole: Place, content: bytes) -> None:
    copy.write_bytes(content)
    assert why(copy, whole.site).code == "not_a_recording"


def test_another_database_is_no_recording(copy: Path, whole: Place) -> None:
    copy.unlink()
    database = sqlite3.connect(copy)
    database.execute("CREATE TABLE x (y)")
    database.close()
    assert why(copy, whole.site).code == "not_a_recording"


def test_a_newer_version(copy: Path, whole: Place) -> None:
    database = sqlite3.connect(copy)
    database.execute("PRAGMA user_version=2")
    database.close()
    assert why(copy, whole.site).code == "newer_version"


def test_another_sites_key(copy: Path, whole: Place, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = Place(tmp_path_factory.mktemp("other"))
    assert why(copy, other.site).code == "wrong_key"
    assert why(copy, SiteKey(whole.site.path, b"o" * 32)).code == "wrong_key"


@pytest.mark.parametrize("left", [0.98, 0.7, 0.4])
def test_a_file_whose_end_is_missing_is_read_as_far_as_it_goes(copy: Path, whole: Place, left: float) -> None:
    content = whole.path.read_bytes()
    copy.write_bytes(content[: int(len(content) * left)])
    refused = why(copy, whole.site)
    assert refused.code == "truncated"
    assert refused.readable is not None
    assert 3000 == refused.readable.first_ms <= refused.readable.last_ms <= 35_000
    with SessionFile.open(copy, whole.site, damaged=True) as rest, whole.read() as all_of_it:
        assert rest.info.scenario == "bus_stop"
        assert not rest.info.finished or left > 0.9
        told, written = rest.facts(0, EVER), all_of_it.facts(0, EVER)
        assert told or left < 0.5
        assert only_true(told, written)
        assert rest.state_at(4000).scene == all_of_it.state_at(4000).scene


def test_a_file_of_which_only_the_beginning_is_left(copy: Path, whole: Place) -> None:
    copy.write_bytes(whole.path.read_bytes()[:1500])
    assert (why(copy, whole.site).code, why(copy, whole.site).readable) == ("truncated", None)


def test_wherever_a_bit_has_flipped_nothing_wrong_is_read(copy: Path, whole: Place) -> None:
    """Every fact and pose that is given is one that was written, or what is left of it; or there is a sentence."""
    content = whole.path.read_bytes()
    with whole.read() as file:
        facts, rows = file.facts(0, EVER), {row.tobytes() for row in file.poses(0, EVER).rows}
    chance = random.Random(4)
    seen = set()
    for _ in range(120):
        at = chance.randrange(len(content))
        flipped = bytearray(content)
        flipped[at] ^= 1 << chance.randrange(8)
        copy.write_bytes(flipped)
        try:
            opened = SessionFile.open(copy, whole.site)
        except BadFileError as refused:
            seen.add(refused.code)
            if refused.readable is None:
                continue
            opened = SessionFile.open(copy, whole.site, damaged=True)
        with opened as file:
            told = file.facts(0, EVER)
            if told != facts:
                seen.add("missing" if file.missing else "shorter")
            assert only_true(told, facts)
            assert {row.tobytes() for row in file.poses(0, EVER).rows} <= rows
            for t in range(3000, 35_000, 5000):
                file.at(t)
            if file.damage():
                seen.add("damage")
    assert {"missing", "damage", "damaged"} <= seen


def test_a_block_opens_only_where_it_was_written(copy: Path, whole: Place) -> None:
    """Blocks of the same kind and owner that have changed places, or times, are damage."""
    database = sqlite3.connect(copy)
    database.execute("CREATE TEMP TABLE two AS SELECT id, sealed FROM blocks WHERE kind=4 AND owner=2 LIMIT 2")
    (one, first), (other, second) = database.execute("SELECT id, sealed FROM two").fetchall()
    database.execute("UPDATE blocks SET sealed=? WHERE id=?", (second, one))
    database.execute("UPDATE blocks SET sealed=? WHERE id=?", (first, other))
    (third,) = database.execute("SELECT id FROM blocks WHERE kind=3 AND owner=0 LIMIT 1").fetchone()
    database.execute("UPDATE blocks SET last=last+1 WHERE id=?", (third,))
    database.commit()
    database.close()
    with SessionFile.open(copy, whole.site) as file:
        assert len(file.damage()) == 3
