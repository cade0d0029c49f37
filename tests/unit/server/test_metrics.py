"""Plain numbers as Prometheus reads them."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.parser import text_string_to_metric_families

from server.counts import Counts, Lateness, RecordingNow, Waiting
from server.metrics import WORDS, RoomCollector
from server.sessions import Sessions


async def read(
    counts: Counts,
    waiting: list[Waiting],
    late: Lateness | None = None,
    recordings: list[RecordingNow] | None = None,
    watchers: list[int] | None = None,
) -> dict[tuple[str, str], float]:
    """Samples by name and label."""
    sessions = Sessions({}, lambda: 0.0, lambda: 0.0, lambda: "", 1, counts)
    registry = CollectorRegistry()
    registry.register(
        RoomCollector(
            counts, sessions, late or Lateness(), lambda: waiting, lambda: recordings or [], lambda: watchers or []
        )
    )
    families = text_string_to_metric_families(generate_latest(registry).decode())
    return {(one.name, " ".join(one.labels.values())): one.value for family in families for one in family.samples}


async def test_lateness_is_in_seconds_and_each_bucket_holds_those_below_it() -> None:
    counts = Counts()
    for late_ms in (0.5, 4.0, 4.5, 40.0, 5000.0):
        counts.tick_late.add(late_ms)
    found = await read(counts, [])
    bucket = "proverom_tick_late_seconds_bucket"
    edges = ("0.001", "0.002", "0.005", "0.05", "1.0", "+Inf")
    assert [found[bucket, edge] for edge in edges] == [1, 1, 3, 4, 4, 5]
    assert found["proverom_tick_late_seconds_count", ""] == 5
    assert found["proverom_tick_late_seconds_sum", ""] == 5.049


async def test_queues_are_given_together_and_at_their_longest() -> None:
    found = await read(Counts(), [Waiting(3, 100, 1), Waiting(5, 900, 0)])
    assert found["proverom_connections", ""] == 2
    assert (found["proverom_unseen_facts", ""], found["proverom_unseen_facts_most", ""]) == (8, 5)
    assert (found["proverom_unseen_bytes", ""], found["proverom_unseen_bytes_most", ""]) == (1000, 900)
    assert (found["proverom_unwritten_bytes", ""], found["proverom_unwritten_bytes_most", ""]) == (1, 1)
    assert (await read(Counts(), []))["proverom_unseen_facts_most", ""] == 0


async def test_recordings_are_counted_with_what_troubles_them() -> None:
    found = await read(Counts(), [], recordings=[RecordingNow(3, ""), RecordingNow(5, "disk_full")])
    assert found["proverom_recordings", ""] == 2
    assert found["proverom_recordings_behind", ""] == 8
    assert found["proverom_recordings_troubled", "disk_full"] == 1


async def test_replays_are_counted_with_those_who_watch_and_what_a_seek_takes() -> None:
    counts = Counts()
    counts.seek_took.add(40)
    found = await read(counts, [], watchers=[8, 0])
    assert (found["proverom_replays", ""], found["proverom_watchers", ""]) == (2, 8)
    assert found["proverom_seek_seconds_count", ""] == 1
    assert found["proverom_seek_seconds_sum", ""] == 0.04


async def test_everything_that_is_counted_is_published() -> None:
    counts = Counts()
    counts.cut["silent"] += 2
    counts.refused["bad_code"] += 3
    for name in WORDS:
        setattr(counts, name, 7)
    found = await read(counts, [])
    assert found["proverom_cut_total", "silent"] == 2
    assert found["proverom_refused_total", "bad_code"] == 3
    assert all(found[f"proverom_{name}_total", ""] == 7 for name in WORDS)
    assert {name for name, value in vars(counts).items() if isinstance(value, int)} == set(WORDS)
