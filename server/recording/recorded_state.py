"""The room as its recording knows it: folded from what is written, so that a keyframe equals the log behind it.

It is cut into parts by owner for a keyframe, and joined again from those that can be read. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rooms.bodies import POSE_BYTES, TICK_HEAD
from rooms.facts import Admitted, AskedBack, HeardAs, Knocked, Left, Stamped
from rooms.facts_round import Suggestion
from rooms.fold import apply
from rooms.people import Person
from rooms.state import MOST_LINES, MOST_NOTES, Asked, Distress, Line, Note, RoomState
from server.recording.key_file import AND, SESSION
from server.recording.owners import line_owner, line_without, owner_of, person_without, without_owner


class Part(msgspec.Struct, omit_defaults=True):
    """What one owner has in a keyframe. The session's part alone has `room`: everything but what is others'."""

    room: RoomState | None = None
    person: Person | None = None
    lines: list[Line] = []
    notes: dict[int, Note] = {}
    """By their number since the recording began."""
    asked: Asked | None = None
    newest: tuple[int, int] = (0, 0)
    """Number and time of the owner's newest fact, when it is newer than the session's: else it would stay when the
    fact is erased, and a seek would give another state than playing does."""
    distress: Distress | None = None
    suggestion: Suggestion | None = None
    """What was suggested to this person."""
    pose: bytes = b""
    """The newest row of the person's body (32 bytes, as on the wire); empty when there is none."""


class RecordedState:
    """The state of the log as it is written. `agreed` are those whose part is written."""

    def __init__(self, live: RoomState) -> None:
        """`live` is taken over. Nothing that was said or noted before is kept, and nobody who is not in the room."""
        self.state = live
        self.agreed = {person.id for person in live.in_room() if agrees(live, person.id)}
        self.poses: dict[str, bytes] = {}
        self._notes: list[tuple[int, str]] = []
        """Number and owner of each note of the state."""
        self._noted = 0
        self._newest: dict[str, tuple[int, int]] = {SESSION: (live.seq, live.t)}
        """Number and time of the newest fact by owner; of the session, what is left of others' facts counts."""
        live.lines, live.notes, live.asked = [], [], None
        live.suggestion, live.suggested_to = None, ""
        agreed = {who: one for who, one in live.distress.items() if who in self.agreed}
        live.distress = {who: Distress(limit=one.limit) for who, one in agreed.items()}
        for person in live.people.values():
            if person.id not in self.agreed:
                live.people[person.id] = person_without(person)

    def owners(self) -> dict[int, str]:
        """Whose body each number is, of those whose part is written."""
        here = self.state.in_room()
        return {person.body: person.id for person in here if person.body is not None and person.id in self.agreed}

    def take(self, stamped: Stamped, left_out: frozenset[str]) -> dict[str, Stamped]:
        """Folds a fact, and gives what is to be written of it, by owner."""
        fact = stamped.fact
        if isinstance(fact, HeardAs | AskedBack) and self.state.line(fact.said) is None:
            return {}
        if isinstance(fact, Knocked):
            self.agreed.discard(fact.person)
        elif isinstance(fact, Admitted) and fact.person not in left_out and agrees(self.state, fact.person):
            self.agreed.add(fact.person)
        owner = owner_of(fact, self.state)
        whole = owner == SESSION or set(owner.split(AND)) <= self.agreed
        left = stamped if owner == SESSION else _without(stamped)
        found = {SESSION: left} if left is not None else {}
        if whole:
            found[owner] = stamped
        self._newest |= dict.fromkeys(found, (stamped.seq, stamped.t))
        folded = stamped if whole else left
        if folded is not None:
            self._fold(folded, owner)
        return found

    def _fold(self, stamped: Stamped, owner: str) -> None:
        last = self.state.notes[-1] if self.state.notes else None
        apply(self.state, stamped)
        if self.state.notes and self.state.notes[-1] is not last:
            self._noted += 1
            self._notes.append((self._noted, owner))
            del self._notes[:-MOST_NOTES]
        if isinstance(stamped.fact, Left):
            self.poses.pop(stamped.fact.person, None)

    def leave_out(self, person: str) -> None:
        self.agreed.discard(person)
        self.poses.pop(person, None)

    def take_in(self, person: Person) -> None:
        """What there is to know of a person whose part is written again, from now on."""
        if person.where == "room":
            self.agreed.add(person.id)
            self.state.people[person.id] = person

    def missed(self, live: RoomState, left_out: frozenset[str]) -> None:
        """Facts were lost: the room is as `live` says, but what was said and noted meanwhile is not known."""
        known = self.state
        live.lines, live.notes, live.asked = known.lines, known.notes, None
        live.distress = known.distress
        live.suggestion, live.suggested_to = known.suggestion, known.suggested_to
        self.agreed |= {person.id for person in live.in_room()}
        self.agreed = {person for person in self.agreed - left_out if agrees(live, person)}
        for person in live.people.values():
            if person.id not in self.agreed:
                live.people[person.id] = known.people.get(person.id, person_without(person))
        self.state = live
        self._newest[SESSION] = live.seq, live.t
        here = self.owners().values()
        self.poses = {who: row for who, row in self.poses.items() if who in here}

    def parts(self) -> dict[str, Part]:
        """The keyframe, by owner. It shares what does not change with the state: encode it at once."""
        state = self.state
        seq, t = self._newest[SESSION]
        people = {who: person_without(p) for who, p in state.people.items()}
        room = msgspec.structs.replace(
            state, seq=seq, t=t, lines=[], notes=[], asked=None, people=people, distress={}, suggestion=None,
            suggested_to="",
        )  # fmt: skip
        found = {SESSION: Part(room)}
        for who, person in state.people.items():
            if person != room.people[who]:
                found[who] = Part(person=person, pose=self.poses.get(who, b""))
        for line in state.lines:
            owner = line_owner(line.who, line.by, state)
            found.setdefault(owner, Part()).lines.append(line)
            if owner != SESSION and line.who in state.avatars:
                found[SESSION].lines.append(line_without(line))
        for note, (number, owner) in zip(state.notes, self._notes, strict=True):
            found.setdefault(owner, Part()).notes[number] = note
        for who, distress in state.distress.items():
            found.setdefault(who, Part()).distress = distress
        if state.suggestion is not None:
            found.setdefault(state.suggested_to, Part()).suggestion = state.suggestion
        asked_of = None if state.asked is None else state.line(state.asked.said)
        if asked_of is not None:
            found[line_owner(asked_of.who, asked_of.by, state)].asked = state.asked
        for owner, newest in self._newest.items():
            if newest > (seq, t):
                found.setdefault(owner, Part()).newest = newest
        return found


def joined(parts: Mapping[str, Part]) -> RoomState | None:
    """The state of which these are the parts, without those that are missing. None without the session's part."""
    session = parts.get(SESSION)
    if session is None or session.room is None:
        return None
    state = session.room
    lines = {line.seq: line for line in session.lines}
    notes: dict[int, Note] = {}
    for owner, part in parts.items():
        if part.person is not None:
            state.people[owner] = part.person
        if owner != SESSION:
            lines |= {line.seq: line for line in part.lines}
        notes |= part.notes
        state.seq, state.t = max((state.seq, state.t), part.newest)
        state.asked = part.asked or state.asked
        if part.distress is not None:
            state.distress[owner] = part.distress
        if part.suggestion is not None:
            state.suggestion, state.suggested_to = part.suggestion, owner
    state.lines = [lines[seq] for seq in sorted(lines)][-MOST_LINES:]
    state.notes = [notes[number] for number in sorted(notes)]
    return state


def poses_in(parts: Mapping[str, Part]) -> dict[str, bytes]:
    """The newest row of everybody's body."""
    return {owner: part.pose for owner, part in parts.items() if part.pose}


def agrees(state: RoomState, person: str) -> bool:
    """Whether nothing that the room knows of speaks against `person` being recorded."""
    return not state.recording.on or state.recording.answers.get(person, False)


def rows_of(packet: bytes) -> list[bytes]:
    """The rows of a TICK packet."""
    start = TICK_HEAD.size
    return [packet[at : at + POSE_BYTES] for at in range(start, len(packet), POSE_BYTES)]


def _without(stamped: Stamped) -> Stamped | None:
    left = without_owner(stamped.fact)
    return None if left is None else Stamped(stamped.seq, stamped.t, left)
