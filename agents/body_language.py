"""Where avatars look and what their bodies do while people talk: the moments that the level of attention asks for.

Lasting looks (3 watched, 4 all look) are the room's (`rooms/gaze.py`); here are the passing ones: glances at level 1,
looking at one who speaks at level 2, the nod of one who listens. Chance is a number from the seed and the time, so the
same room shows the same glances again.
"""

from __future__ import annotations

from hashlib import blake2b

from agents.acts import Act
from agents.authored import waiting_line
from agents.director import answerer
from rooms import intents as i
from rooms.gaze import lasting_look
from rooms.script import Script
from rooms.state import Line, RoomState

GLANCE_EVERY_MS = 7000
GLANCE_MS = 1400
LOOK_MS = 250
"""How soon one who is spoken to looks up."""
AFTER_SPEECH_MS = 2500
NOD_MS = 700


class BodyLanguage:
    """Pure: what the bodies of a room's avatars would do next. `seed` makes one room's glances its own."""

    def __init__(self, script: Script, seed: str) -> None:
        self._script = script
        self._seed = seed

    def plan(self, room: RoomState, now: int) -> list[Act]:
        """The looks and gestures that are due or next; empty while the room is still."""
        client = room.client()
        if room.phase != "running" or client is None:
            return []
        acts: list[Act] = []
        for index, (name, avatar) in enumerate(sorted(room.avatars.items())):
            if not avatar.present or avatar.played_by is not None:
                continue
            wanted, until = self._look(room, name, index, client.id, now)
            if wanted != avatar.looks_at:
                acts.append(Act(now, name, i.LookAs(name, wanted)))
            elif until is not None:
                later, _ = self._look(room, name, index, client.id, until)
                if later != avatar.looks_at:
                    acts.append(Act(until, name, i.LookAs(name, later)))
        return [*acts, *self._nod(room, now)]

    def _look(self, room: RoomState, name: str, index: int, client: str, now: int) -> tuple[str | None, int | None]:
        """What `name` looks at now, and when that may change (ms), None when nothing is coming."""
        attention = room.levels["attention"]
        lasting = lasting_look(room, self._script, name)
        if lasting == client:
            return client, None
        waiting = waiting_line(room)
        if waiting is not None and answerer(room, self._script, waiting, now) == name:
            return (client, None) if now >= waiting.t + LOOK_MS else (room.avatars[name].looks_at, waiting.t + LOOK_MS)
        engaged_until = self._engaged_until(room, name)
        if now < engaged_until:
            return client, engaged_until
        line = _last_of_person(room)
        if attention >= 2 and line is not None and now < line.t + line.lasts + AFTER_SPEECH_MS:
            return line.who, line.t + line.lasts + AFTER_SPEECH_MS
        if attention >= 1:
            return self._glance(index, client, lasting, now)
        return lasting, None

    def _engaged_until(self, room: RoomState, name: str) -> int:
        """One who is in talk with the client looks at them until a little after the last word."""
        last = room.avatars[name].last_said
        line = room.line(last) if last is not None else None
        return line.t + line.lasts + AFTER_SPEECH_MS if line is not None else 0

    def _glance(self, index: int, client: str, away: str | None, now: int) -> tuple[str | None, int]:
        """A short look at the client once in a while, at a moment of one's own."""
        slot = now // GLANCE_EVERY_MS
        start = slot * GLANCE_EVERY_MS + int(self._chance(index, slot) * (GLANCE_EVERY_MS - GLANCE_MS))
        if now < start:
            return away, start
        if now < start + GLANCE_MS:
            return client, start + GLANCE_MS
        return away, (slot + 1) * GLANCE_EVERY_MS

    def _chance(self, index: int, slot: int) -> float:
        digest = blake2b(f"{self._seed}/{index}/{slot}".encode(), digest_size=4).digest()
        return int.from_bytes(digest) / 2**32

    def _nod(self, room: RoomState, now: int) -> list[Act]:
        """One who listens kindly nods once to every second line."""
        waiting = waiting_line(room)
        if waiting is None or waiting.seq % 2 or room.levels["warmth"] > 2:
            return []
        who = answerer(room, self._script, waiting, now)
        if who is None:
            return []
        shown = room.avatars[who].gesture
        if shown is not None and shown.t >= waiting.t:
            return []
        return [Act(waiting.t + NOD_MS, who, i.GestureAs(who, "nod"))]


def _last_of_person(room: RoomState) -> Line | None:
    """The newest line of somebody who can be looked at."""
    seen = {person.id for person in room.in_room() if person.body is not None}
    return next((line for line in reversed(room.lines) if line.who in seen), None)
