"""A session as it leaves the house: what every format is made from."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rooms.axes import Language
from rooms.facts import Stamped
from rooms.measures.clock import Stretch
from rooms.measures.session import Measures, measure
from rooms.measures.timeline import Timeline, timeline
from rooms.measures.tracks import PoseColumns, Poses, tracks_of
from rooms.summary import Summary, summary
from server.export.agreed import only_agreed


class About(msgspec.Struct, frozen=True):
    """`opened_at`: Unix seconds at room time 0."""

    session: str
    scenario: str
    language: Language
    opened_at: float


class ExportedSession(msgspec.Struct, frozen=True):
    """Only of people who said yes."""

    about: About
    facts: list[Stamped]
    poses: Poses
    measures: Measures
    timeline: Timeline
    summary: Summary


def exported(
    about: About, facts: Sequence[Stamped], poses: PoseColumns, agreed: frozenset[str], gaps: Sequence[Stretch] = ()
) -> ExportedSession:
    """The session with everyone but `agreed` left out, measured as it is then. `gaps`: as in `measure`."""
    told, shown = only_agreed(facts, poses, agreed)
    measures = measure(told, tracks_of(told, shown), gaps=gaps)
    return ExportedSession(about, told, shown, measures, timeline(measures), summary(measures, to_client=False))
