"""Each format holds the tiny session, reads back with its own reader, and keeps to its grammar whatever was said."""

from __future__ import annotations

import base64
import csv
import gzip
import io
import math
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pyarrow
import pyarrow.parquet
import pytest
from mcap.reader import make_reader
from mcap.writer import CompressionType
from mcap_protobuf.decoder import DecoderFactory

from rooms import facts as f
from rooms.axes import AXES
from rooms.facts import Stamped
from server.export.as_csv import as_csv
from server.export.as_html import HERE, PageMissingError, as_html
from server.export.as_mcap import as_mcap
from server.export.as_parquet import as_parquet
from server.export.captions import captions
from server.export.formats import FORMATS, MissingError
from server.export.session import About, ExportedSession, exported
from server.export.tables import Column, Table, tables
from tests.unit.rooms.measures import tiny

ABOUT = About("s1", "bus_stop", "nb", 1_700_000_000.0)


@pytest.fixture(name="session", scope="module")
def tiny_session() -> ExportedSession:
    return exported(ABOUT, tiny.log(), tiny.poses(), frozenset({"c1", "t1"}))


@pytest.fixture(name="faceless", scope="module")
def without_the_client() -> ExportedSession:
    return exported(ABOUT, tiny.log(), tiny.poses(), frozenset({"t1"}))


def test_captions(session: ExportedSession) -> None:
    assert captions(session, "nb").split("\n\n")[:3] == [
        "WEBVTT Bussholdeplassen\nLanguage: nb",
        "9\n00:00:03.000 --> 00:00:05.000\n<v.authored Berit, kunstig (manus)>Hei, venter du også?",
        "10\n00:00:08.000 --> 00:00:09.500\n<v.person Kim>Ja, jeg venter",
    ]
    assert "<v.authored Berit, artificial (script)>Hei" in captions(session, "en")


def test_nothing_that_is_said_breaks_the_captions() -> None:
    log = tiny.log()
    log[9] = Stamped(10, 8000, tiny.said("c1", "a\n\n--> <b>&\r\n\nNOTE x", 1500))
    log[4] = Stamped(5, 1000, tiny.admitted("c1", "K> <i\n\nm", "client", 0))
    told = captions(exported(ABOUT, log, tiny.poses(), frozenset({"c1", "t1"})), "nb")
    assert "<v.person K&gt; &lt;i m>a --&gt; &lt;b&gt;&amp; NOTE x\n" in told
    assert told.count("-->") == 4
    assert told.count("\n\n") == 4


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_tables_as_csv_and_parquet_say_the_same(session: ExportedSession) -> None:
    for table in tables(session):
        rows = read_csv(as_csv(table))
        assert rows[0] == [column.name for column in table.columns]
        read = pyarrow.parquet.read_table(pyarrow.BufferReader(as_parquet(table, ABOUT)))
        assert read.schema.names == rows[0]
        assert [list(row.values()) for row in read.to_pylist()] == table.rows
        assert len(rows) == len(table.rows) + 1 > 1
        assert read.schema.metadata is not None
        assert read.schema.metadata[b"session"] == b"s1"


def test_the_tables_hold_the_measures(session: ExportedSession) -> None:
    held = {table.name: table.rows for table in tables(session)}
    figures = {row[0]: row[3] for row in held["measures"]}
    assert (figures["step"], figures["pause"], figures["nearest"]) == (2, 2.5, 0.85)
    kim = [15, 18_000, 19_400, 1400, "c1", "Kim", "person", 4, True, None, 2000, "Når går bussen hit?", None]
    assert held["lines"][3] == kim
    assert held["looks"] == [[4000, 9000, "berit", "Berit"], [17_000, 26_000, "berit", "Berit"]]
    assert held["pressure"][-1] == [22_000, "step", 2]
    assert len(held["distance"]) == 20


@pytest.mark.parametrize("text", ["=1+1", "+47", "-2", "@x", "\t=x"])
def test_a_spreadsheet_is_given_no_formula(text: str) -> None:
    table = Table("t", [Column("note", "text"), Column("n", "whole")], [[text, -5], ["a, «b»\n", None]])
    assert read_csv(as_csv(table))[1:] == [["'" + text, "-5"], ["a, «b»\n", ""]]


Read = tuple[str, float, Any]


def read_mcap(content: bytes) -> Iterator[Read]:
    """Topic, seconds of room time, and the message as a map or a Protobuf message."""
    reader = make_reader(io.BytesIO(content), decoder_factories=[DecoderFactory()])
    for schema, channel, message in reader.iter_messages():
        assert schema is not None
        t = message.log_time / 1e9 - ABOUT.opened_at
        if schema.encoding == "jsonschema":
            assert schema.name.startswith("proverom.")
            yield channel.topic, round(t, 3), msgspec.json.decode(message.data)
        else:
            decode = DecoderFactory().decoder_for("protobuf", schema)
            assert decode is not None
            yield channel.topic, round(t, 3), decode(message.data)


def frames(read: list[Read], child: str) -> list[tuple[float, Any]]:
    told = [(t, message) for topic, t, message in read if topic == "/tf"]
    return [(t, frame) for t, message in told for frame in message.transforms if frame.child_frame_id == child]


def test_mcap_holds_where_everybody_is(session: ExportedSession) -> None:
    read = list(read_mcap(as_mcap(session)))
    assert [t for _, t, _ in read] == sorted(t for _, t, _ in read)
    kim = frames(read, "c1")
    assert [t for t, _ in kim] == [1, 4, 9, 17]
    assert [round(value, 3) for value in (kim[0][1].translation.y, kim[0][1].translation.z)] == [1.6, -2]
    assert (abs(kim[0][1].rotation.w), abs(kim[1][1].rotation.y)) == (pytest.approx(1), pytest.approx(1))
    berit = frames(read, "berit")
    assert [t for t, _ in berit] == [0, *(round(22 + n / 10, 1) for n in range(11))]
    assert [round(frame.translation.z, 3) for _, frame in berit[:3]] == [0, 0, -0.115]
    # She faces 180 degrees, which is where an unturned head faces.
    assert abs(berit[0][1].rotation.w) == pytest.approx(1)
    (_, room) = frames(read, "room")[0]
    assert (room.parent_frame_id, room.rotation.x) == ("world", pytest.approx(math.sqrt(0.5)))


def test_mcap_holds_figures_lines_facts_and_curves(session: ExportedSession) -> None:
    read = list(read_mcap(as_mcap(session)))
    came = [(t, entity) for topic, t, message in read if topic == "/scene" for entity in message.entities]
    assert [(t, entity.id, [text.text for text in entity.texts]) for t, entity in came] == [
        (0, "berit", ["Berit (kunstig)"]), (1, "c1", ["Kim"]), (22, "berit", ["Berit (kunstig)"]),
    ]  # fmt: skip
    gone = [(t, one.id) for topic, t, message in read if topic == "/scene" for one in message.deletions]
    assert gone == [(26, "c1")]
    said = [(t, message.message) for topic, t, message in read if topic == "/said"]
    assert said[:2] == [(3, "Berit (manus): Hei, venter du også?"), (8, "Kim (menneske): Ja, jeg venter")]
    facts = [msgspec.convert(message, Stamped) for topic, _, message in read if topic == "/facts"]
    assert facts == tiny.log()
    distance = [message["metres"] for topic, _, message in read if topic == "/measures/distance"]
    assert len(distance) == 20
    levels = [(t, one["axis"], one["level"]) for topic, t, one in read if topic == "/measures/pressure"]
    assert (22, "closeness", 2) in levels


def test_hands_are_told_where_there_are_hands() -> None:
    log = tiny.stamped(
        (0, f.Opened(tiny.scene(), "nb", {}, dict.fromkeys(AXES, 3), 0)), (0, tiny.admitted("c1", "K", "client", 0))
    )
    poses = tiny.poses_of((10, 0, ((0.0, 1.6, 0.0), tiny.AWAY)), (20, 0, ((0.0, 1.6, 0.0), tiny.AWAY)))
    rows = np.array(poses.rows)
    rows[1, 1] |= 2
    session = exported(ABOUT, log, msgspec.structs.replace(poses, rows=rows), frozenset({"c1"}))
    read = list(read_mcap(as_mcap(session)))
    assert [t for t, _ in frames(read, "c1/right")] == [0.02]
    assert frames(read, "c1/left") == []


def test_one_who_is_left_out_is_a_silhouette_in_mcap(faceless: ExportedSession) -> None:
    content = as_mcap(faceless, CompressionType.NONE)
    for word in ("Kim", "Ja, jeg venter", "Spurte selv"):
        assert word.encode() not in content
    (figure,) = [
        entity for topic, _, message in read_mcap(content) if topic == "/scene" for entity in message.entities
        if entity.id == "c1"
    ]  # fmt: skip
    assert (len(figure.spheres), len(figure.texts), len(figure.arrows)) == (1, 0, 0)


def test_the_page_holds_the_session(session: ExportedSession, tmp_path: Path) -> None:
    template = tmp_path / "offline.html"
    template.write_text(f"<!doctype html><title>x</title>{HERE}<script>play()</script>", encoding="utf-8")
    page = as_html(session, "nb", template).decode()
    found = re.search(
        r'<script id="session" type="application/gzip;base64" data-language="nb">([\w+/=]+)</script>', page
    )
    assert found is not None
    held = msgspec.msgpack.decode(gzip.decompress(base64.b64decode(found.group(1))))
    assert held["about"]["session"] == "s1"
    assert msgspec.convert(held["facts"], list[Stamped]) == tiny.log()
    assert np.frombuffer(held["t"], "<u4").tolist() == [1000, 4000, 9000, 17_000]
    assert held["rows"] == tiny.poses().rows.tobytes()


def test_a_page_that_is_not_built_says_so(session: ExportedSession, tmp_path: Path) -> None:
    with pytest.raises(PageMissingError, match="not built"):
        as_html(session, "nb", tmp_path / "none.html")
    (tmp_path / "bare.html").write_text("<p>", encoding="utf-8")
    with pytest.raises(PageMissingError, match="no place"):
        as_html(session, "nb", tmp_path / "bare.html")


def test_every_format_makes_files_of_its_own(session: ExportedSession) -> None:
    made = [FORMATS[name](session, "nb") for name in ("vtt", "csv", "parquet", "mcap")]
    names = [ending for files in made for ending in files]
    assert len(names) == len(set(names)) == 14
    assert all(content for files in made for content in files.values())


def test_without_pyarrow_parquet_says_what_to_do(session: ExportedSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "server.export.as_parquet", raising=False)
    with pytest.raises(MissingError, match="pip install"):
        FORMATS["parquet"](session, "nb")


def test_protobuf_is_what_rerun_draws(session: ExportedSession) -> None:
    reader = make_reader(io.BytesIO(as_mcap(session)))
    summary = reader.get_summary()
    assert summary is not None
    schemas = {schema.name: schema.encoding for schema in summary.schemas.values()}
    foxglove = {name: encoding for name, encoding in schemas.items() if name.startswith("foxglove.")}
    assert foxglove == dict.fromkeys(("foxglove.FrameTransforms", "foxglove.SceneUpdate", "foxglove.Log"), "protobuf")
