"""A recording opened for reading. Only an index is kept; every block is read when it is asked for.

The state at a moment is the last keyframe before it and the facts since. What is damaged, or was erased, is missing
from what is given, and counted.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self, TypeVar

import msgspec
import numpy as np

from rooms.bodies import TICK, TICK_HEAD
from rooms.facts import Consented, Fact, Left, Stamped
from rooms.fold import fold
from rooms.people import Role
from rooms.state import RoomState
from server.recording import convert
from server.recording.bad_file import BadFileError, Readable, why_not
from server.recording.blocks import Blocks, Index
from server.recording.columns import Rows, Times, no_rows, unpack_poses
from server.recording.forms import End, Gap, Header
from server.recording.key_file import AND, SESSION, KeyFile, NoKeysError, WrongKeyError
from server.recording.recorded_state import Part, joined
from server.recording.seal import Block, Kind, Sealer, SealError
from server.recording.site_key import SiteKey

T = TypeVar("T")
UNKNOWN = Header("", "", "", "nb", 0.0, "")
"""What a damaged file is of when it cannot say."""


class Someone(msgspec.Struct, frozen=True):
    """A person of the recording. `name` None: not told, or erased. `body`: the number their poses last went by."""

    id: str
    role: Role
    name: str | None
    body: int | None
    erased: bool


class FileInfo(msgspec.Struct, frozen=True):
    """What a recording is of; times in room ms, `opened_at` in Unix seconds."""

    session: str
    epoch: str
    scenario: str
    language: str
    opened_at: float
    app: str
    version: int
    first_ms: int
    last_ms: int
    finished: bool
    """Closed in order; False for one that was cut, or is still being written."""
    people: list[Someone]
    gaps: list[tuple[int, int, str]]
    """From, to (ms) and why (`forms.Gap`). After each a replay needs the state anew."""


class Poses(NamedTuple):
    """Every pose in order of time, then of body. `body` is the first byte of each row, as on the wire."""

    t: Times
    body: Rows
    rows: Rows


class Moment(NamedTuple):
    """A room at one time: its state, and everybody's body as one TICK packet."""

    state: RoomState
    bodies: bytes


class _Sought(NamedTuple):
    """A state, and what it came from: poses, time and number of the keyframe before it, and who left since, when."""

    state: RoomState
    poses: dict[str, bytes]
    left: dict[str, int]
    since: int
    keyframe: int


class SessionFile:
    """One recording. A context manager; one call at a time, from any thread."""

    def __init__(self, blocks: Blocks, sealer: Sealer) -> None:
        """Use `open`. Raises SealError when there is nothing to be read."""
        self._blocks = blocks
        self._sealer = sealer
        self._version = blocks.version
        self._missing: dict[int, int] = {}
        self._keyframes = blocks.of_kind(Kind.KEYFRAME)
        self._facts = blocks.of_kind(Kind.FACTS)
        self._poses = blocks.of_kind(Kind.POSES)
        self.info = self._read_info()

    @classmethod
    def open(cls, path: Path, site: SiteKey, damaged: bool = False) -> SessionFile:
        """Opens a recording. Raises BadFileError, which tells what can be read all the same; OSError.

        `damaged`: opens what can be read of a bad file.
        """
        with contextlib.suppress(sqlite3.Error, ValueError, SealError):
            return cls._open(path, site, damaged)
        code = why_not(path)
        raise BadFileError(code, None if damaged else _readable(path, site))

    @classmethod
    def _open(cls, path: Path, site: SiteKey, damaged: bool) -> SessionFile:
        with contextlib.ExitStack() as stack:
            blocks = Blocks(path, damaged)
            stack.callback(blocks.close)
            try:
                session, mark = blocks.said()
            except ValueError:
                if not damaged:
                    raise
                session, mark = path.stem, site.mark
            opened = cls(blocks, Sealer(session, _keys(site, session, mark), blocks.version))
            stack.pop_all()
            return opened

    @property
    def missing(self) -> int:
        """How many facts and poses were asked for so far that could not be read: damaged, or erased."""
        return sum(self._missing.values())

    def facts(self, after_ms: int, until_ms: int) -> list[Stamped]:
        """The facts of `after_ms` < t ≤ `until_ms`, in order of their numbers."""
        return self._told(self._facts, after_ms, until_ms)

    def _told(self, index: Index, after_ms: int, until_ms: int) -> list[Stamped]:
        left, whole = dict[int, Stamped](), dict[int, Stamped]()
        for block in self._within(index, after_ms, until_ms):
            found = left if block.owner == SESSION else whole
            facts = self._read(block, list[Stamped]) or []
            found.update((stamped.seq, stamped) for stamped in facts if after_ms < stamped.t <= until_ms)
        told = left | whole
        return [told[seq] for seq in sorted(told)]

    def poses(self, after_ms: int, until_ms: int) -> Poses:
        """The poses of `after_ms` < t ≤ `until_ms`."""
        times, rows = [np.empty(0, np.int64)], [no_rows()]
        for _, t, found in self._tracks(self._poses, after_ms, until_ms):
            times.append(t)
            rows.append(found)
        t, all_rows = np.concatenate(times), np.concatenate(rows)
        order = np.lexsort((all_rows[:, 0], t))
        return Poses(t[order], all_rows[order, 0], all_rows[order])

    def state_at(self, t_ms: int) -> RoomState:
        """The room at `t_ms`: as folded from the beginning. Before the beginning: as it began."""
        return self._sought(t_ms).state

    def bodies_at(self, t_ms: int) -> bytes:
        """Everybody who is here at `t_ms`, as one TICK packet of that time."""
        return self.at(t_ms).bodies

    def at(self, t_ms: int) -> Moment:
        """`state_at` and `bodies_at` in one."""
        state, poses, left, since, keyframe = self._sought(t_ms)
        for person, t, rows in self._tracks(_newer(self._poses, keyframe), since - 1, t_ms):
            after = rows[t > left.get(person, -1)]
            if len(after):
                poses[person] = after[-1].tobytes()
        here = {person.body: poses.get(person.id) for person in state.in_room() if person.body is not None}
        rows_here = [row for body, row in sorted(here.items()) if row is not None and row[0] == body]
        return Moment(state, TICK_HEAD.pack(TICK, len(rows_here), 0, t_ms & 0xFFFFFFFF) + b"".join(rows_here))

    def has_part(self, person: str) -> bool:
        """Whether anything of this person's is in it that can be opened."""
        owned = any(person in owner.split(AND) for owner in self._blocks.owners.values())
        return owned and self._sealer.has(person)

    def anew(self) -> list[int]:
        """When (ms) the state does not follow from the facts before it: at the keyframe behind each gap."""
        times = self._keyframes[:, 3]
        return [int(first) for _, end, _ in self.info.gaps for first in times[times >= end][:1]]

    def damage(self) -> list[tuple[int, int]]:
        """Reads everything once: from when to when (ms) there is something that cannot be read; not what was erased."""
        spans = []
        for row in self._blocks.index:
            block = self._blocks.block(row)
            if self._sealer.has(block.owner) and self._content(block) is None:
                spans.append((block.first, block.last))
        return spans

    def close(self) -> None:
        self._blocks.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _sought(self, t_ms: int) -> _Sought:
        sets = self._keyframes[self._keyframes[:, 3] <= t_ms]
        sets = sets if len(sets) else self._keyframes[: 1 if len(self._keyframes) else 0]
        for number in np.unique(sets[:, 5])[::-1]:
            parts = self._parts(self._keyframes[self._keyframes[:, 5] == number])
            state = joined(parts)
            if state is not None:
                break
        else:
            raise SealError("there is no keyframe")
        since = int(self._keyframes[self._keyframes[:, 5] == number][0, 3])
        poses = {owner: part.pose for owner, part in parts.items() if part.pose}
        later = [one for one in self._told(_newer(self._facts, number), since - 1, t_ms) if one.seq > state.seq]
        left = {who: stamped.t for stamped in later if (who := gone_with(stamped.fact)) is not None}
        for person in left:
            poses.pop(person, None)
        return _Sought(fold(later, state), poses, left, since, int(number))

    def _parts(self, rows: Index) -> dict[str, Part]:
        parts = {}
        for row in rows:
            block = self._blocks.block(row)
            part = self._read(block, Part) if self._sealer.has(block.owner) else None
            if part is not None:
                parts[block.owner] = part
        return parts

    def _tracks(self, index: Index, after_ms: int, until_ms: int) -> Iterator[tuple[str, Times, Rows]]:
        """The poses of each person, in stretches in order of time."""
        for block in self._within(index, after_ms, until_ms):
            t, rows = self._track(block)
            wanted = (t > after_ms) & (t <= until_ms)
            yield block.owner, t[wanted], rows[wanted]

    def _track(self, block: Block) -> tuple[Times, Rows]:
        """The poses in a block; none when it cannot be opened."""
        content = self._content(block)
        return (np.empty(0, np.int64), no_rows()) if content is None else unpack_poses(content)

    def _within(self, index: Index, after_ms: int, until_ms: int) -> Iterator[Block]:
        """The blocks with anything of that time, in the order in which they were written."""
        for row in index[(index[:, 4] > after_ms) & (index[:, 3] <= until_ms)]:
            yield self._blocks.block(row)

    def _content(self, block: Block) -> bytes | None:
        """What is in the block. None when it cannot be opened, which is counted."""
        try:
            return self._blocks.open(block, self._sealer)
        except SealError:
            if block.kind in (Kind.FACTS, Kind.POSES):
                self._missing[block.id] = block.items
            return None

    def _read(self, block: Block, form: type[T]) -> T | None:
        content = self._content(block)
        return None if content is None else convert.read(content, Kind(block.kind), form, self._version)

    def _all(self, kind: Kind, form: type[T]) -> list[T]:
        found = (self._read(self._blocks.block(row), form) for row in self._blocks.of_kind(kind))
        return [one for one in found if one is not None]

    def _read_info(self) -> FileInfo:
        headers = self._all(Kind.HEADER, Header)
        if not len(self._keyframes):
            raise SealError("there is no keyframe")
        header = headers[0] if headers else UNKNOWN
        first, last = int(self._keyframes[0, 3]), int(self._blocks.index[:, 4].max())
        return FileInfo(
            header.session, header.epoch, header.scenario, header.language, header.opened, header.app, self._version,
            first, last, bool(self._all(Kind.END, End)), self._people(last),
            [(gap.first, gap.last, gap.why) for gap in self._all(Kind.GAP, Gap)],
        )  # fmt: skip

    def _people(self, last: int) -> list[Someone]:
        recorded = {person for owner in self._blocks.owners.values() for person in owner.split(AND)}
        return [
            Someone(
                person.id, person.role, person.name or None, self._last_body(person.id),
                erased=person.id in recorded and not self._sealer.has(person.id),
            )
            for person in self.state_at(last).people.values()
        ]  # fmt: skip

    def _last_body(self, person: str) -> int | None:
        numbers = [number for number, owner in self._blocks.owners.items() if owner == person]
        own = self._poses[np.isin(self._poses[:, 2], numbers)]
        rows = self._track(self._blocks.block(own[-1]))[1] if len(own) else no_rows()
        return int(rows[-1, 0]) if len(rows) else None


def gone_with(fact: Fact) -> str | None:
    """Whose body is seen no more from `fact` on: one who leaves, or takes back their yes to being recorded."""
    if isinstance(fact, Left) or (isinstance(fact, Consented) and not fact.agree):
        return fact.person
    return None


def _newer(index: Index, block: int) -> Index:
    """Those that were written after a block: what came before a keyframe is in it."""
    found: Index = index[index[:, 0] > block]
    return found


def _keys(site: SiteKey, session: str, mark: bytes) -> dict[str, bytes]:
    """The recording's keys. Raises BadFileError `wrong_key`, `no_keys` or, when the session's own is not, `damaged`."""
    try:
        keys = KeyFile(site, session).load()
    except NoKeysError:
        raise BadFileError("no_keys" if mark == site.mark else "wrong_key") from None
    except WrongKeyError:
        raise BadFileError("wrong_key") from None
    if SESSION not in keys:
        raise BadFileError("no_keys")
    return keys


def _readable(path: Path, site: SiteKey) -> Readable | None:
    """What can be read of a bad file."""
    try:
        found = SessionFile.open(path, site, damaged=True)
    except BadFileError:
        return None
    with found:
        return Readable(found.info.first_ms, found.info.last_ms)
