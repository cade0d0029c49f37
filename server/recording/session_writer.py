"""What is written when: facts soon, movement every second, and every ten seconds one block of each and a keyframe.

A block of ten seconds takes the place of the small ones before it, in one transaction: the file is small and quick to
seek, and a cut costs no more than what was not yet written. Synchronous; `writer.py` runs it in a thread of its own.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from rooms.bodies import POSE_BYTES, TICK_HEAD
from rooms.facts import Admitted, Consented, Left, Stamped
from rooms.people import Person
from rooms.state import RoomState
from server.recording.columns import Rows, Times, pack_poses
from server.recording.forms import End, Gap, Header
from server.recording.key_file import AND, SESSION, KeyFile
from server.recording.recorded_state import RecordedState, rows_of
from server.recording.seal import Block, Kind, Sealer
from server.recording.site_key import SiteKey
from server.recording.store import Store, make_durable

KEYFRAME_MS: Final = 10_000
MOVEMENT_MS: Final = 700
"""How much movement is gathered before it is written."""
CHAPTER: Final = 6
"""Every so many keyframes one stands alone; those between are packed against it."""

encode = msgspec.msgpack.Encoder().encode


class _Gathered:
    """Facts by owner and poses by person, in order."""

    def __init__(self) -> None:
        self.facts: dict[str, list[Stamped]] = {}
        self.poses: dict[str, list[tuple[Times, Rows]]] = {}

    def __iadd__(self, more: _Gathered) -> _Gathered:
        for owner, facts in more.facts.items():
            self.facts.setdefault(owner, []).extend(facts)
        for person, poses in more.poses.items():
            self.poses.setdefault(person, []).extend(poses)
        return self


class SessionWriter:
    """Writes one recording. What is told is folded at once and written by `flush`.

    `begin`, `flush`, `go_on` and `finish` may raise OSError, sqlite3.Error or WrongKeyError: then call `break_off`, and
    later `go_on`. What is told in between is folded but not written.
    """

    def __init__(self, path: Path, site: SiteKey, header: Header, keyframe_ms: int = KEYFRAME_MS) -> None:
        """Raises ValueError when the session's name is no file's name."""
        self._path = path
        self._site = site
        self._header = header
        self._keyframe_ms = keyframe_ms
        self._key_file = KeyFile(site, header.session)
        self._sealer = Sealer(header.session, {})
        self._store: Store | None = None
        self._known = RecordedState(RoomState())
        self._left_out: frozenset[str] = frozenset()
        self._now = 0
        self._new = _Gathered()
        self._new_ticks: list[bytes] = []
        self._moves_from: int | None = None
        """Since when movement is not written."""
        self._window = _Gathered()
        """All since the last keyframe that is written..."""
        self._window_blocks: list[int] = []
        """...in these blocks so far..."""
        self._window_from = 0
        """...and when that was."""
        self._due = False
        self._breaks: list[Gap] = []
        self._chapter: dict[str, tuple[int, bytes]] = {}
        self._keyframes = 0
        self.finished = False

    def begin(self, live: RoomState, bodies: bytes) -> None:
        """The first keyframe, of `live` (taken over) and `bodies`, a TICK packet with everybody.

        A file that is there already is gone on with, after a gap.
        """
        self._known = RecordedState(live)
        for person in self._left_out:
            self._known.leave_out(person)
        self._now = max(live.t, TICK_HEAD.unpack_from(bodies)[3])
        owners = self._known.owners()
        self._known.poses = {owners[row[0]]: row for row in rows_of(bodies) if row[0] in owners}
        self.go_on("stopped")

    def facts(self, batch: list[Stamped]) -> None:
        """What has happened. Who takes back their yes is left out at once, whoever else sees to it."""
        if any(isinstance(stamped.fact, Admitted | Left) for stamped in batch):
            self._sort_ticks()
        for stamped in batch:
            self._now = max(self._now, stamped.t)
            if isinstance(stamped.fact, Consented) and not stamped.fact.agree:
                self.leave_out(stamped.fact.person)
            for owner, written in self._known.take(stamped, self._left_out).items():
                self._new.facts.setdefault(owner, []).append(written)

    def tick(self, packet: bytes) -> None:
        """A TICK packet."""
        self._new_ticks.append(packet)
        self._now = max(self._now, TICK_HEAD.unpack_from(packet)[3])
        if self._moves_from is None:
            self._moves_from = self._now

    def leave_out(self, person: str) -> None:
        """Nothing that is told from now on about `person` is written."""
        self._sort_ticks()
        self._left_out |= {person}
        self._known.leave_out(person)
        self._due = True

    def take_in(self, person: Person) -> None:
        """What is told from now on about `person` is written."""
        self._sort_ticks()
        self._left_out -= {person.id}
        self._known.take_in(person)
        self._breaks.append(Gap(self._now, self._now, "joined"))
        self._due = True

    def missed(self, live: RoomState) -> None:
        """Something was not told; the room is now as `live` says (taken over)."""
        self._sort_ticks()
        self._known.missed(live, self._left_out)
        self._breaks.append(Gap(self._now, max(self._now, live.t), "io_error"))
        self._now = max(self._now, live.t)
        self._due = True

    def flush(self) -> None:
        """Writes what is due; it outlasts this process when it returns. While broken off what was told is let go."""
        if self._store is None:
            self._forget_new()
        elif self._due or self._now - self._window_from >= self._keyframe_ms:
            self._settle(self._store)
        else:
            self._write_new(self._store)

    def make_durable(self) -> None:
        """What is written outlasts a power cut from now on. May be called from any thread. Raises sqlite3.Error,
        OSError."""
        if self._store is not None:
            self._key_file.make_durable()
            make_durable(self._path)

    def finish(self) -> None:
        """Writes the rest and the final marker, and closes the file. While broken off it does nothing."""
        if self._store is not None:
            self._settle(self._store, End(self._now))
            self._store.finish()
            self._store = None
            self.finished = True

    def break_off(self) -> None:
        """Lets go of the file and of what is not written."""
        if self._store is not None:
            with contextlib.suppress(sqlite3.Error):
                self._store.close()
        self._store = None
        self._forget_new()
        self._window, self._window_blocks = _Gathered(), []

    def go_on(self, why: str) -> None:
        """Opens the file anew, makes it when there is none, and says why (`Gap.why`) something is missing."""
        self._sealer = Sealer(self._header.session, self._key_file.add([SESSION, *self._known.agreed]))
        self._chapter, self._keyframes = {}, 0
        fresh = not self._path.exists()
        store = Store.create(self._path, self._header.session, self._site.mark) if fresh else Store.reopen(self._path)
        try:
            with store.whole():
                if fresh:
                    self._add(store, Kind.HEADER, SESSION, (self._now, self._now), 1, encode(self._header))
                else:
                    store.drop_kind(Kind.END)
                    self._breaks.insert(0, Gap(store.last(), self._now, why))
                self._keyframe(store)
            if fresh:
                store.close()
                store = Store.place(self._path)
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                store.close()
            raise
        self._window_from, self._breaks, self._due = self._now, [], False
        self._store = store

    def _forget_new(self) -> None:
        self._sort_ticks()
        self._new, self._moves_from = _Gathered(), None

    def _sort_ticks(self) -> None:
        """Whose the rows of the ticks are: to be asked before bodies change hands."""
        if not self._new_ticks:
            return
        packets, self._new_ticks = self._new_ticks, []
        joined = b"".join([packet[TICK_HEAD.size :] for packet in packets])
        rows = np.frombuffer(joined, np.uint8).reshape(-1, POSE_BYTES)
        times = [TICK_HEAD.unpack_from(packet)[3] for packet in packets]
        t = np.repeat(np.array(times, np.int64), [packet[1] for packet in packets])
        bodies = rows[:, 0]
        for body, person in self._known.owners().items():
            own = np.flatnonzero(bodies == body)
            if len(own):
                mine = rows[own]
                self._known.poses[person] = mine[-1].tobytes()
                self._new.poses.setdefault(person, []).append((t[own], mine))

    def _write_new(self, store: Store) -> None:
        """The facts there are; movement when enough has gathered."""
        moved = self._moves_from is not None and self._now - self._moves_from >= MOVEMENT_MS
        if moved:
            self._sort_ticks()
        written = _Gathered()
        written.facts = self._new.facts
        written.poses = self._new.poses if moved else {}
        if not written.facts and not written.poses:
            return
        with store.whole():
            blocks = self._blocks(store, written)
        self._window += written
        self._window_blocks += blocks
        self._new.facts = {}
        if moved:
            self._new.poses, self._moves_from = {}, None

    def _settle(self, store: Store, end: End | None = None) -> None:
        """One block for all since the last keyframe, and a keyframe."""
        self._sort_ticks()
        whole = _Gathered()
        whole += self._window
        whole += self._new
        with store.whole():
            store.drop(self._window_blocks)
            self._blocks(store, whole)
            self._keyframe(store)
            if end is not None:
                self._add(store, Kind.END, SESSION, (self._now, self._now), 1, encode(end))
        self._window, self._window_blocks, self._window_from = _Gathered(), [], self._now
        self._new, self._moves_from = _Gathered(), None
        self._breaks, self._due = [], False

    def _blocks(self, store: Store, gathered: _Gathered) -> list[int]:
        """Writes them, and gives their numbers."""
        added = []
        for owner, facts in gathered.facts.items():
            span = facts[0].t, facts[-1].t
            added.append(self._add(store, Kind.FACTS, owner, span, len(facts), encode(facts)))
        for person, poses in gathered.poses.items():
            t = np.concatenate([times for times, _ in poses])
            rows = np.concatenate([rows for _, rows in poses])
            span = int(t[0]), int(t[-1])
            added.append(self._add(store, Kind.POSES, person, span, len(t), pack_poses(t, rows)))
        return added

    def _keyframe(self, store: Store) -> None:
        """With the breaks before it. Its parts bear the number of the first of them."""
        for gap in self._breaks:
            self._add(store, Kind.GAP, SESSION, (gap.first, gap.last), 1, encode(gap))
        if self._keyframes % CHAPTER == 0:
            self._chapter = {}
        self._keyframes += 1
        number = store.next_id
        for owner, part in self._known.parts().items():
            content = encode(part)
            base, against = self._chapter.get(owner, (0, b""))
            block = self._add(store, Kind.KEYFRAME, owner, (self._now, self._now), number, content, base, against)
            if not base:
                self._chapter[owner] = (block, content)

    def _add(
        self, store: Store, kind: Kind, owner: str, span: tuple[int, int], items: int, content: bytes,
        base: int = 0, against: bytes = b"",
    ) -> int:  # fmt: skip
        """Seals and writes one block; a new owner's key is on the disk before it. Gives the block's number."""
        if not self._sealer.has(owner):
            self._sealer.keys.update(self._key_file.add(owner.split(AND)))
        block = Block(store.next_id, kind, owner, *span, items, base)
        store.add(block, self._sealer.seal(content, block, against))
        return block.id
