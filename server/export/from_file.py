"""Reads a recording whole, as an export needs it."""

from __future__ import annotations

from typing import Final

from rooms.axes import Language
from rooms.facts import Consented, Stamped
from rooms.measures.beginning import as_facts
from rooms.state import RoomState
from server.export.session import About, ExportedSession, exported
from server.recording.reader import SessionFile

SETTLED_MS: Final = 500
"""After a gap the room's state is in the file again no later than this."""


def said_yes(file: SessionFile) -> frozenset[str]:
    """Those who have agreed to being recorded, have not taken it back, and are not erased.

    One who took it back is left out throughout, though what was recorded before is in the file until it is erased.
    """
    info = file.info
    answers = dict(file.state_at(info.first_ms - 1).recording.answers)
    for stamped in file.facts(info.first_ms - 1, info.last_ms):
        if isinstance(stamped.fact, Consented):
            answers[stamped.fact.person] = stamped.fact.agree
    named = (one.id for one in info.people if one.name is not None and not one.erased)
    return frozenset(person for person in named if answers.get(person, True))


def export_of(file: SessionFile, agreed: frozenset[str]) -> ExportedSession:
    """The session in `file`, with everyone but `agreed` left out."""
    info = file.info
    language: Language = "en" if info.language == "en" else "nb"
    gaps = [(start, end) for start, end, _ in info.gaps]
    poses = file.poses(info.first_ms - 1, info.last_ms)
    about = About(info.session, info.scenario, language, info.opened_at)
    return exported(about, whole_log(file), poses, agreed, gaps)


def whole_log(file: SessionFile) -> list[Stamped]:
    """Every fact in order, with the room as it stood at the beginning and again after each gap."""
    first = file.info.first_ms
    log = _as_it_stood(file.state_at(first - 1), first)
    since = first - 1
    for _, end, _ in file.info.gaps:
        settled = min(end + SETTLED_MS, file.info.last_ms)
        log += file.facts(since, settled)
        log += _as_it_stood(file.state_at(settled), settled)
        since = settled
    return log + file.facts(since, file.info.last_ms)


def _as_it_stood(state: RoomState, t: int) -> list[Stamped]:
    return [Stamped(one.seq, t, one.fact) for one in as_facts(state)]
