"""A recorded session as its replay page tells it: who was there, the timeline, and the summary."""

from __future__ import annotations

import msgspec

from rooms.measures.session import Measures, Who
from rooms.measures.timeline import Timeline, timeline
from rooms.summary import Summary, summary


class Retold(msgspec.Struct, frozen=True):
    """`opened_at`: Unix seconds at room time 0. `client`: whose session it is."""

    session: str
    opened_at: float
    client: str | None
    who: dict[str, Who]
    timeline: Timeline
    summary: Summary


def retell(session: str, opened_at: float, measures: Measures, to_client: bool) -> Retold:
    """`to_client`: the one whose session it is will read it."""
    return Retold(session, opened_at, measures.client, measures.who, timeline(measures), summary(measures, to_client))
