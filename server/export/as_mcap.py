"""A session as MCAP, which Foxglove and Rerun open.

`/tf`, `/scene` and `/said` are Foxglove's own messages in Protobuf, the only form in which Rerun draws them too.
`/facts` and `/measures/…` are JSON of ours: the log as it is, and curves to plot.
"""

from __future__ import annotations

import heapq
import io
import json
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

import msgspec
from google.protobuf.message import Message
from mcap.writer import CompressionType, Writer
from mcap_protobuf.schema import build_file_descriptor_set

from server.export.foxglove import Figures
from server.export.session import ExportedSession

NUMBER: Final = {"type": "number"}
TEXT: Final = {"type": "string"}
JSON_TOPICS: Final = {
    "/facts": ("proverom.Fact", {"seq": NUMBER, "t": NUMBER, "fact": {"type": "object"}}),
    "/measures/distance": ("proverom.Distance", {"metres": NUMBER, "who": TEXT}),
    "/measures/pressure": ("proverom.Level", {"axis": TEXT, "level": NUMBER}),
}
"""Each topic's schema: its name and the properties of its messages."""


class Entry(NamedTuple):
    """One message as it is written: Unix ns, and bytes in the topic's encoding."""

    ns: int
    topic: str
    data: bytes
    kind: type[Message] | None
    """The Protobuf message it is; None for JSON."""


def as_mcap(session: ExportedSession, compression: CompressionType = CompressionType.ZSTD) -> bytes:
    """The whole file. Messages are in order of time."""
    sink = io.BytesIO()
    writer = Writer(sink, compression=compression)
    writer.start(profile="", library="proverom")
    about = msgspec.to_builtins(session.about, str_keys=True)
    writer.add_metadata("proverom", {name: str(value) for name, value in about.items()})
    channels: dict[str, int] = {}
    for number, entry in enumerate(_entries(session)):
        if entry.topic not in channels:
            channels[entry.topic] = _channel(writer, entry)
        writer.add_message(channels[entry.topic], entry.ns, entry.data, entry.ns, number)
    finish: Callable[[], None] = writer.finish  # which says nothing of its type
    finish()
    return sink.getvalue()


def _channel(writer: Writer, entry: Entry) -> int:
    if entry.kind is not None:
        data = build_file_descriptor_set(entry.kind).SerializeToString()
        schema = writer.register_schema(entry.kind.DESCRIPTOR.full_name, "protobuf", data)
        return writer.register_channel(entry.topic, "protobuf", schema)
    name, properties = JSON_TOPICS[entry.topic]
    data = json.dumps({"title": name, "type": "object", "properties": properties}).encode()
    return writer.register_channel(entry.topic, "json", writer.register_schema(name, "jsonschema", data))


def _entries(session: ExportedSession) -> Iterator[Entry]:
    figures = Figures(session)
    walks = iter(sorted(figures.walks(), key=lambda told: told.ns))
    scene = iter(sorted(figures.scene(), key=lambda told: told.ns))
    drawn = (figures.ground(), figures.people(), walks, scene, figures.lines())
    told = [
        (Entry(one.ns, one.topic, one.message.SerializeToString(), type(one.message)) for one in some) for some in drawn
    ]
    return heapq.merge(
        *told, _facts(session, figures), _distance(session, figures), _pressure(session, figures), key=_when
    )


def _when(entry: Entry) -> int:
    return entry.ns


def _json(ns: int, topic: str, value: object) -> Entry:
    return Entry(ns, topic, msgspec.json.encode(value), None)


def _facts(session: ExportedSession, figures: Figures) -> Iterator[Entry]:
    for stamped in session.facts:
        yield _json(figures.ns(stamped.t), "/facts", stamped)


def _distance(session: ExportedSession, figures: Figures) -> Iterator[Entry]:
    near = session.measures.nearness
    if near is not None:
        for t, metres, who in zip(near.t, near.metres, near.who, strict=True):
            yield _json(figures.ns(t), "/measures/distance", {"metres": metres, "who": who})


def _pressure(session: ExportedSession, figures: Figures) -> Iterator[Entry]:
    rising = session.measures.rising
    axes = (*rising.axes.items(), ("help", rising.help), ("step", rising.step))
    for t, axis, level in sorted((level.t, axis, level.level) for axis, levels in axes for level in levels):
        yield _json(figures.ns(t), "/measures/pressure", {"axis": axis, "level": level})
