"""A replay: a room that people enter to watch a recording together. Its facts and poses come from a file.

What is shown is the reel's (`screening.py`): one for all, and one for each who has wandered off. Who may hear what is
the outbox's, as in a live room: staff see all, a client what that client saw.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable
from typing import Final, Protocol

import structlog

from rooms import reel, watch_rules
from rooms.facts import Stamped
from rooms.people import STAFF, Actor, Person
from rooms.refusals import Refusal, refuse
from rooms.watch_rules import Hall
from rooms.watching import Playing, Talk, Talked, Watch, WatchNote
from rooms.wire import Outcome
from server.counts import Counts
from server.outbox import Message, Outbox, Packets
from server.replay.archive import Archive
from server.replay.screening import Screening
from server.replay.stream import ReplayStream
from server.supervision import Supervisor

log = structlog.get_logger("proverom.replay")

AWAY_MS: Final = 30_000
"""Who has been cut for so long is no longer shown."""
TELL_EVERY_MS: Final = 100
"""What the watchers share is told no more often: it is told whole."""
BYTES_AHEAD: Final = 384 * 1024
"""One who has so much unseen is shown no other place until they have seen it: then the newest."""
STAFF_AUTHOR: Final = "staff"
"""Until there are accounts, what was noted at a console is the console's."""

Put = Callable[[Message], None]


class Line(Protocol):
    """As much of a connection as is used here."""

    sid: str
    outbox: Outbox


class Viewer:
    """One connection. `shown`: the epoch of the snapshot that it has."""

    def __init__(self, who: str, line: Line, put: Put) -> None:
        self.who = who
        self.outbox = line.outbox
        self.put = put
        self.shown = ""


class ReplaySession:
    """One recording that is watched. `clock` gives seconds; the watchers' clock counts from now."""

    def __init__(self, name: str, archive: Archive, hall: Hall, clock: Callable[[], float], counts: Counts) -> None:
        """Use `open`."""
        self.name = name
        self.recording = archive.name
        self.hall = hall
        self.packets = Packets()
        self.newest = 0
        """The highest number of a fact that anyone has been sent."""
        self._archive = archive
        self._counts = counts
        self._clock = clock
        self._opened_at = clock()
        self._epochs = (f"{name}.{number}" for number in itertools.count(1))
        self._tasks = Supervisor(f"replay {name}")
        self._people: dict[str, str] = {}
        """Who of the recording a watcher is."""
        self._viewers: dict[str, Viewer] = {}
        self._away: dict[str, int] = {}
        """Since when watchers are away, ms."""
        self._empty_since: int | None = 0
        self._untold = False
        self._told_at = 0
        self._own: dict[str, Screening] = {}
        self._shared = self._screen(hall.first)
        self.stream = ReplayStream(self, counts)
        self._tasks.start("ticks", self.stream.run())

    @classmethod
    async def open(cls, name: str, archive: Archive, clock: Callable[[], float], counts: Counts) -> ReplaySession:
        """Raises SealError, when nothing of it can be shown."""
        info = archive.info
        people = {someone.id for someone in info.people if not someone.erased}
        eyes = people | (await archive.state_at(info.first_ms)).avatars.keys()
        shared = Playing(info.first_ms, 0, False, 1.0)
        hall = Hall(info.first_ms, info.last_ms, shared, frozenset(eyes), notes=await archive.notes())
        return cls(name, archive, hall, clock, counts)

    def now(self) -> int:
        """The watchers' clock, ms."""
        return int((self._clock() - self._opened_at) * 1000)

    def empty_for(self) -> int:
        """For how many ms nobody has been connected."""
        return 0 if self._empty_since is None else self.now() - self._empty_since

    @property
    def connected(self) -> int:
        """How many connections there are."""
        return len(self._viewers)

    def expect(self, actor: Actor, person: str | None) -> None:
        """`actor` may come in; `person`: who of the recording they are."""
        if person is not None:
            self._people[actor.id] = person
        self.hall.authors[actor.id] = person or (STAFF_AUTHOR if actor.role in STAFF else actor.id)

    def expects(self, actor: Actor) -> bool:
        return actor.id in self.hall.authors

    def person_of(self, actor: Actor) -> str | None:
        """Who of the recording a watcher is; None for one who is not in it."""
        return self._people.get(actor.id)

    # What a connection asks for.

    def outbox_for(self, actor: Actor) -> Outbox:
        """It tells them what they would be told in the room that was recorded."""
        sees = Person(self._people.get(actor.id, actor.id), actor.role, "", "", "nb", where="room")
        return Outbox(actor.id, "", sees)

    def set_here(self, actor: Actor, here: bool) -> None:
        """A watcher's connection was lost for some seconds, or is back."""
        watch_rules.set_here(self.hall, actor.id, here, self.now())
        if here:
            self._away.pop(actor.id, None)
        else:
            self._away[actor.id] = self.now()
        self._untold = True

    def join(self, who: str, line: Line, put: Put) -> None:
        """Tells a new connection everything from now on, beginning as soon as the room is loaded."""
        self._viewers[line.sid] = viewer = Viewer(who, line, put)
        self._empty_since = None
        put(("watching", watch_rules.told_to(self.hall, who, self.now())))
        self._show_to(viewer)

    def leave(self, line: Line) -> None:
        """Tells it nothing more."""
        self._viewers.pop(line.sid, None)
        if not self._viewers:
            self._empty_since = self.now()

    async def watch(self, actor: Actor, intent: Watch) -> Outcome:
        """Does what a watcher asks. Cancelling it is safe."""
        now, before = self.now(), self.hall.notes
        was_at, was_alone = watch_rules.where_is(self.hall, actor.id, now), actor.id in self.hall.own
        refusal = watch_rules.ask(self.hall, actor, intent, now)
        if refusal is not None:
            return Outcome(ok=False, refusal=refusal)
        self._follow(actor.id, was_at, was_alone, now)
        self._untold = True
        if isinstance(intent, Talk):
            self._talk(actor.id, intent)
        refusal = await self._keep(before, self.hall.notes)
        return Outcome(ok=refusal is None, refusal=refusal)

    async def _keep(self, before: list[WatchNote], notes: list[WatchNote]) -> Refusal | None:
        """Keeps what was noted now and forgets what was removed. What cannot be kept is shown to nobody for long."""
        added = [note for note in notes if note not in before]
        removed = [note for note in before if note not in notes]
        try:
            for note in added:
                await self._archive.keep(note)
            for note in removed:
                await self._archive.forget(note)
        except (OSError, sqlite3.Error) as error:
            log.warning("a note was not kept", error=type(error).__name__)
            self.hall.notes = [note for note in self.hall.notes if note not in added] + removed
            return refuse("not_kept")
        return None

    def _talk(self, who: str, intent: Talk) -> None:
        talked = Talked(who, self.hall.watchers[who].name, intent.text.strip())
        for viewer in list(self._viewers.values()):
            viewer.put(("talk", talked))

    def _follow(self, who: str, was_at: int, was_alone: bool, now: int) -> None:
        """Brings what is shown to where the reels are."""
        alone = who in self.hall.own
        is_at = watch_rules.where_is(self.hall, who, now)
        if alone and not was_alone:
            self._own[who] = self._screen(is_at)
        elif was_alone and not alone:
            self._close_own(who)
        elif is_at != was_at:
            self.screening_of(who).put(is_at)

    # What is shown.

    def screenings(self) -> list[Screening]:
        return [self._shared, *self._own.values()]

    def screening_of(self, watcher: str) -> Screening:
        return self._own.get(watcher, self._shared)

    def body_of(self, watcher: str) -> int | None:
        known = self.hall.watchers.get(watcher)
        return None if known is None else known.body

    def go_on(self) -> None:
        """Tells what has happened until now; thirty times a second."""
        now = self.now()
        self._let_go_of_the_lost(now)
        if watch_rules.halt(self.hall, now):
            self._untold = True
        for who, playing in [(None, self.hall.shared), *self.hall.own.items()]:
            self._play(who, playing, now)
        if self._untold and now - self._told_at >= TELL_EVERY_MS:
            self._tell_watching(now)
        for viewer in list(self._viewers.values()):
            self._show_to(viewer)

    def _play(self, who: str | None, playing: Playing, now: int) -> None:
        screening = self._shared if who is None else self._own[who]
        where = reel.position(playing, now, self.hall.last)
        beyond = next((end for start, end, _ in self._archive.info.gaps if start <= where < end), None)
        if playing.running and beyond is not None:  # nobody wants to look at nothing
            watch_rules.put(self.hall, who, beyond, now)
            screening.put(beyond)
            self._untold = True
            return
        for facts in screening.play(where, playing.speed if playing.running else 0.0):
            self._tell(screening, facts, now)

    def _tell(self, screening: Screening, facts: list[Stamped], now: int) -> None:
        state = screening.state
        if state is not None:
            self.newest = max(self.newest, state.seq)
            for viewer in list(self._viewers.values()):
                if viewer.shown == screening.epoch:
                    for message in viewer.outbox.tell(state, facts, now):
                        viewer.put(message)

    def _shown(self, screening: Screening) -> None:
        """The room stands elsewhere: those who look at it are told so, and where their reel is."""
        for viewer in list(self._viewers.values()):
            self._show_to(viewer)

    def _show_to(self, viewer: Viewer) -> None:
        """Gives a viewer the room that they look at, unless they have it, or have yet to see what they were given."""
        screening = self.screening_of(viewer.who)
        state = screening.state
        if state is None or viewer.shown == screening.epoch or viewer.outbox.bytes > BYTES_AHEAD:
            return
        now, viewer.shown = self.now(), screening.epoch
        self.newest = max(self.newest, state.seq)
        viewer.put(("watching", watch_rules.told_to(self.hall, viewer.who, now)))
        viewer.put(viewer.outbox.show(state, screening.epoch, now))
        self.stream.show_to(viewer.who)

    def _tell_watching(self, now: int) -> None:
        self._untold, self._told_at = False, now
        for viewer in list(self._viewers.values()):
            viewer.put(("watching", watch_rules.told_to(self.hall, viewer.who, now)))

    def _screen(self, position: int) -> Screening:
        screening = Screening(self._archive, self._epochs, self.now, self._shown, self._tasks, self._counts)
        screening.put(position)
        return screening

    def _close_own(self, who: str) -> None:
        if (screening := self._own.pop(who, None)) is not None:
            screening.end()

    def _let_go_of_the_lost(self, now: int) -> None:
        for who in [who for who, since in self._away.items() if now - since >= AWAY_MS]:
            del self._away[who]
            body = self.body_of(who)
            watch_rules.let_go(self.hall, who)
            self._close_own(who)
            self._untold = True
            if body is not None:
                self.stream.bodies.forget(body)

    async def close(self) -> None:
        """Nothing is shown or told any more. May be called again."""
        await self._tasks.close()
        self.stream.close()
        await self._archive.close()
