"""Taking a recording along from the command line: what is in the files, who is not, and what is said when it fails."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rooms import facts as f
from rooms import intents as i
from rooms.fold import fold
from rooms.measures.course import Level
from rooms.measures.session import measure
from rooms.measures.tracks import tracks_of
from server.cli import app
from server.export.from_file import SETTLED_MS, export_of, said_yes, whole_log
from server.recording.erase import erase_person
from server.recording.site_key import SiteKey
from tests.unit.server.recording.kit import Place, RecordedRoom, a_session, copy_of


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A finished recording: Kim, Nora and Ola at the bus stop."""
    place = Place(tmp_path_factory.mktemp("export"))
    a_session(place).writer.finish()
    return place


def run(place: Place, *words: str) -> tuple[int, str, str]:
    """Exit status, what was printed, and what was said beside it."""
    key = ["--site-key", str(place.site.path)]
    variables = {"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}
    result = CliRunner().invoke(app, ["session", *words, *key], env=variables)
    return result.exit_code, result.stdout, result.stderr


def test_info_tells_what_and_who(place: Place) -> None:
    status, told, _ = run(place, "info", str(place.path))
    assert status == 0
    for part in ("bus_stop (nb)", "2027-01-15 08:00 UTC", "0:03 to 0:35", "c1  client  Kim", "t1  therapist  Nora"):
        assert part in told


def test_a_session_is_taken_along_in_every_format_into_a_folder(place: Place, tmp_path: Path) -> None:
    status, told, beside = run(
        place, "export", str(place.path), "--to", str(tmp_path / "new"), "--as", "vtt,csv,parquet,mcap"
    )
    assert status == 0, beside
    files = sorted((tmp_path / "new").iterdir())
    assert [str(path) for path in files] == sorted(told.splitlines())
    assert len(files) == 14
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert "In it by name: Nora, Kim, Ola. Silhouettes: 0." in beside
    assert beside.splitlines()[:2] == ["Reading the session…", "Making vtt (1 of 4)…"]
    captions = (tmp_path / "new" / "s1.vtt").read_text(encoding="utf-8")
    assert "<v.person Kim>når går bussen?" in captions
    assert "<v.played Berit, kunstig (spilt av et menneske)>Hei, Kim." in captions
    assert "before anyone agreed" not in captions
    rows = csv.reader(io.StringIO((tmp_path / "new" / "s1-measures.csv").read_text(encoding="utf-8-sig")))
    figures = {row[0]: row[3] for row in rows}
    assert figures["lines"] == "2.0"
    assert float(figures["looks_share"]) > 0


def test_one_who_is_left_out_is_in_no_file(place: Place, tmp_path: Path) -> None:
    words = ["export", str(place.path), "--to", str(tmp_path), "--as", "vtt,csv", "--leave-out", "Kim"]
    status, _, beside = run(place, *words)
    assert status == 0
    assert "In it by name: Nora, Ola. Silhouettes: 1." in beside
    told = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir())
    assert "Kim" not in told
    assert "når går bussen" not in told
    assert "Hei, …." in told


@pytest.mark.parametrize(
    ("name", "words"), [("a.vtt", []), ("a.mcap", []), ("a.vtt", ["--as", "vtt"]), ("a.vtt", ["--language", "en"])]
)
def test_one_file_is_made_as_its_name_says(place: Place, tmp_path: Path, name: str, words: list[str]) -> None:
    status, told, _ = run(place, "export", str(place.path), "--to", str(tmp_path / name), *words)
    assert (status, told.strip()) == (0, str(tmp_path / name))
    assert (tmp_path / name).stat().st_size > 100


@pytest.mark.parametrize(
    ("to", "words", "said"),
    [
        ("a", [], "say which of vtt"),
        ("a", ["--as", "docx"], "docx is none of vtt"),
        ("a.vtt", ["--as", "vtt,csv"], "several files need a folder"),
        ("a", ["--as", "vtt", "--leave-out", "Kin"], "nobody in it is called Kin"),
        ("a", ["--as", "vtt", "--language", "de"], "choose nb or en"),
    ],
)
def test_a_slip_is_explained_and_nothing_is_written(
    place: Place, tmp_path: Path, to: str, words: list[str], said: str
) -> None:
    status, _, beside = run(place, "export", str(place.path), "--to", str(tmp_path / to), *words)
    assert status == 2
    assert said in beside
    assert list(tmp_path.iterdir()) == []


def test_a_bad_file_is_explained_in_one_sentence(place: Place, tmp_path: Path) -> None:
    bad = tmp_path / "x.proverom"
    bad.write_bytes(b"no recording at all, but long enough to be looked at" * 4)
    status, _, beside = run(place, "info", str(bad))
    assert (status, beside.strip()) == (
        1,
        "This is not a recording from Prøverom. Choose a file that ends in .proverom.",
    )


def test_what_is_left_of_a_cut_file_is_taken_along_when_asked_for(place: Place, tmp_path: Path) -> None:
    cut = tmp_path / "s1.proverom"
    whole = place.path.read_bytes()
    cut.write_bytes(whole[: len(whole) * 3 // 4])
    words = ["export", str(cut), "--to", str(tmp_path / "out"), "--as", "vtt"]
    status, _, beside = run(place, *words)
    assert status == 1
    assert "The end of the file is missing." in beside
    assert "can still be read: add --damaged." in beside
    status, told, beside = run(place, *words, "--damaged")
    assert (status, told.strip()) == (0, str(tmp_path / "out" / "s1.vtt")), beside


def test_without_the_site_key_none_is_made(place: Place, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["session", "info", str(place.path), "--site-key", str(tmp_path / "none.key")])
    assert result.exit_code == 2
    assert not (tmp_path / "none.key").exists()


def test_another_sites_key_opens_nothing(place: Place, tmp_path: Path) -> None:
    other = SiteKey.load_or_create(tmp_path / "other.key", tmp_path / "data")
    result = CliRunner().invoke(app, ["session", "info", str(place.path), "--site-key", str(other.path)])
    assert result.exit_code == 1
    assert "locked with another site" in result.stderr


def test_one_who_took_it_back_is_a_silhouette_throughout(tmp_path: Path) -> None:
    """What was recorded before is in the file until it is erased, but is not taken along."""
    room = a_session(Place(tmp_path))
    room.ask("t1", i.AskToRecord())
    room.ask("c1", i.Consent(True))
    room.ask("c1", i.Consent(False))
    room.writer.leave_out("c1")
    room.live(1000, moving=("c1",))
    room.writer.finish()
    with room.place.read() as file:
        assert said_yes(file) == {"t1", "p1"}
        session = export_of(file, said_yes(file))
    assert session.measures.client is None
    assert [one for one in session.facts if isinstance(one.fact, f.Consented) and one.fact.person == "c1"] == []


def test_the_log_of_a_file_begins_with_the_room_as_it_stood(place: Place) -> None:
    with place.read() as file:
        room = fold(whole_log(file))
        exact = file.state_at(file.info.last_ms)
    for name in ("phase", "levels", "step", "beat", "goals", "lines"):
        assert getattr(room, name) == getattr(exact, name)
    assert {person.id for person in room.in_room()} == {person.id for person in exact.in_room()}


def test_what_was_not_recorded_is_left_out_of_the_measures(tmp_path: Path) -> None:
    room: RecordedRoom = a_session(Place(tmp_path))
    before = room.ms
    room.recording = False
    room.ask("c1", i.Say(text="dette ble ikke skrevet"))
    room.live(10_000, moving=("c1",))
    room.ask("t1", i.SetLevel("attention", 2))
    room.ask("t1", i.Mark("dette heller ikke"))
    room.recording = True
    room.writer.missed(copy_of(room.runner.state))
    room.live(4000, moving=("c1",))
    room.writer.finish()
    with room.place.read() as file:
        assert [(start, end) for start, end, _ in file.info.gaps] == [(before, before + 10_000)]
        log = whole_log(file)
        session = export_of(file, said_yes(file))
    assert session.measures.ran_ms == room.ms - 3000 - 10_000
    assert session.measures.rising.axes["attention"] == [Level(3000, 0), Level(before + 10_000 + SETTLED_MS, 2)]
    assert fold(log).phase == "running"
    whole = measure(log, tracks_of(log, session.poses))
    assert whole.ran_ms == room.ms - 3000
    assert "ikke" not in str([one.fact for one in session.facts if isinstance(one.fact, f.Said | f.Marked)])


def test_a_person_who_is_taken_in_again_is_told_of(tmp_path: Path) -> None:
    room = a_session(Place(tmp_path))
    room.writer.leave_out("c1")
    room.live(1000)
    room.writer.take_in(room.runner.state.people["c1"])
    room.ask("c1", i.Say(text="nå er jeg med igjen"))
    room.live(1000, moving=("c1",))
    room.writer.finish()
    with room.place.read() as file:
        assert said_yes(file) == {"c1", "p1", "t1"}
        lines = [
            one.fact.words["nb"] for one in whole_log(file) if isinstance(one.fact, f.Said) and one.fact.who == "c1"
        ]
    assert "nå er jeg med igjen" in lines


def test_an_erased_person_is_a_silhouette_and_the_others_are_told_of(tmp_path: Path) -> None:
    place = Place(tmp_path)
    a_session(place).writer.finish()
    erase_person(place.path, place.site, "s1", "c1")
    with place.read() as file:
        agreed = said_yes(file)
        session = export_of(file, agreed)
    assert agreed == {"t1", "p1"}
    assert session.measures.client is None
    people = {speech.who for speech in session.measures.spoken if speech.kind == "person"}
    assert people == {"p1"}
