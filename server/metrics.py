"""The server's figures for Prometheus: read from plain numbers when somebody asks, so that nothing is spent before.

Labels are words of our own (phases, roles, causes, codes of refusals). No names, no ids, nothing that a person sent.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Final

from aiohttp import web
from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector

from server.counts import LATE_MS, Counts, Lateness, RecordingNow, Waiting
from server.sessions import Sessions

WORDS: Final = {
    "facts": "Facts that happened in all rooms.",
    "listeners_failed": "Times that something which hears a room's facts broke down.",
    "snapshots": "Connections that were sent the whole state.",
    "resumed": "Connections that went on behind their last fact.",
    "lines_lost": "Connections that ended without a goodbye.",
    "poses": "Poses taken.",
    "poses_refused": "Packets of the stream that were no poses.",
    "ticks": "Packets of poses made, one a room and tick.",
    "ticks_skipped": "Packets of poses that a slow reader did not get.",
}


class RoomCollector(Collector):
    """What Prometheus is told about rooms, people, queues and what was refused."""

    def __init__(
        self,
        counts: Counts,
        sessions: Sessions,
        loop_late: Lateness,
        waiting: Callable[[], list[Waiting]],
        recordings: Callable[[], list[RecordingNow]],
        watchers: Callable[[], list[int]],
    ) -> None:
        """`watchers`: of each replay, how many are connected."""
        self._counts = counts
        self._sessions = sessions
        self._loop_late = loop_late
        self._waiting = waiting
        self._recordings = recordings
        self._watchers = watchers

    def collect(self) -> Iterator[Metric]:
        yield from self._rooms()
        yield from self._queues()
        yield from self._recorded()
        yield from self._watched()
        yield from self._counted()
        yield _histogram("tick_late", "How late the rooms' ticks came.", self._counts.tick_late)
        yield _histogram("loop_late", "How late the event loop came.", self._loop_late)
        yield _gauge("tasks", "Tasks under way.", len(asyncio.all_tasks()))

    def _rooms(self) -> Iterator[Metric]:
        states = [session.runner.state for session in self._sessions.all()]
        yield _labelled(
            GaugeMetricFamily, "rooms", "Rooms by phase.", "phase", Counter(state.phase for state in states)
        )
        people = Counter(
            (person.role, person.where)
            for state in states
            for person in state.people.values()
            if person.where != "gone"
        )
        members = GaugeMetricFamily("proverom_members", "People by role, and where they are.", labels=["role", "where"])
        for (role, where), number in people.items():
            members.add_metric([role, where], number)
        yield members
        away = sum(not person.here for state in states for person in state.in_room())
        yield _gauge("members_away", "People in a room whose connection is cut.", away)

    def _queues(self) -> Iterator[Metric]:
        waiting = self._waiting()
        yield _gauge("connections", "Connections at the door of facts.", len(waiting))
        for name, words, depths in (
            ("unseen_facts", "Facts sent and not yet acknowledged", [one.facts for one in waiting]),
            ("unseen_bytes", "Bytes of facts not yet acknowledged", [one.bytes for one in waiting]),
            ("unwritten_bytes", "Bytes that wait for the other side to read", [one.unwritten for one in waiting]),
        ):
            yield _gauge(name, f"{words}, of all connections.", sum(depths))
            yield _gauge(f"{name}_most", f"{words}, of the one that is furthest behind.", max(depths, default=0))

    def _recorded(self) -> Iterator[Metric]:
        now = self._recordings()
        yield _gauge("recordings", "Recordings that go on.", len(now))
        yield _labelled(
            GaugeMetricFamily,
            "recordings_troubled",
            "Recordings that cannot be written now.",
            "cause",
            Counter(one.trouble for one in now if one.trouble),
        )
        yield _gauge("recordings_behind", "Ticks and facts that wait for the disk.", sum(one.waiting for one in now))

    def _watched(self) -> Iterator[Metric]:
        watchers = self._watchers()
        yield _gauge("replays", "Recordings that are open for watching.", len(watchers))
        yield _gauge("watchers", "Connections of those who watch.", sum(watchers))
        took = "From the wish for a place of a recording until it is shown; of several wishes the newest is."
        yield _histogram("seek", took, self._counts.seek_took)

    def _counted(self) -> Iterator[Metric]:
        yield _labelled(CounterMetricFamily, "cut", "Connections that we ended.", "cause", self._counts.cut)
        yield _labelled(CounterMetricFamily, "refused", "Refusals.", "code", self._counts.refused)
        for name, words in WORDS.items():
            yield CounterMetricFamily(f"proverom_{name}", words, value=getattr(self._counts, name))


class Metrics:
    """The door `/metrics`."""

    def __init__(self, rooms: RoomCollector) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(rooms)
        ProcessCollector(registry=self._registry)

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/metrics", self.read)]

    async def read(self, request: web.Request) -> web.Response:
        return web.Response(body=generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})


def _gauge(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(f"proverom_{name}", words, value=value)


def _labelled(
    kind: type[GaugeMetricFamily] | type[CounterMetricFamily],
    name: str,
    words: str,
    label: str,
    found: Mapping[str, int],
) -> Metric:
    family = kind(f"proverom_{name}", words, labels=[label])
    for value, number in found.items():
        family.add_metric([value], number)
    return family


def _histogram(name: str, words: str, late: Lateness) -> Metric:
    """Prometheus counts seconds, and each bucket with all below it."""
    edges: Iterable[str] = (*(str(edge / 1000.0) for edge in LATE_MS), "+Inf")
    buckets = list(zip(edges, accumulate(late.buckets), strict=True))
    return HistogramMetricFamily(
        f"proverom_{name}_seconds",
        words,
        buckets=[(edge, float(n)) for edge, n in buckets],
        sum_value=late.sum_ms / 1000.0,
    )
