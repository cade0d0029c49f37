"""Reads a recording whole, as an export needs it."""

from __future__ import annotations

from rooms.axes import Language
from rooms.facts import Stamped
from rooms.measures.beginning import as_facts
from rooms.state import RoomState
from server.export.session import About, ExportedSession, exported
from server.recording.reader import SessionFile


def said_yes(file: SessionFile) -> frozenset[str]:
    """Those whose name is in the recording and not erased: nobody's is written who has not agreed to being recorded.

    One who took it back later is among them until their part is erased.
    """
    return frozenset(one.id for one in file.info.people if one.name is not None and not one.erased)


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
        log += file.facts(since, end)
        log += _as_it_stood(file.state_at(end), end)
        since = end
    return log + file.facts(since, file.info.last_ms)


def _as_it_stood(state: RoomState, t: int) -> list[Stamped]:
    return [Stamped(one.seq, t, one.fact) for one in as_facts(state)]
