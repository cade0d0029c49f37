"""The bodies of a room's avatars: where they look, how near they keep, that nobody walks into the client, small signs.

One step works on all avatars of a room at once (NumPy). It asks for intents only when something changes, so a body
between two facts is the same arithmetic for everyone (`rooms/motion.py`). The debts of looks are its only memory.
"""

from __future__ import annotations

from hashlib import blake2b

import numpy as np

from agents.acts import Act
from agents.authored import waiting_line
from agents.director import answerer
from agents.gaze import Flags, Floats, Gaze
from rooms import intents as i
from rooms.gaze import away_look
from rooms.motion import RIDE_M_S, arrival, standing_at
from rooms.people import Avatar, Person
from rooms.place import GroundPoint
from rooms.script import Script
from rooms.state import RoomState

AFTER_SPEECH_MS = 2500
NOD_MS = 700
STILL_MS = 1200
"""How long a client stands still before the others follow."""
SOONEST_MS = 40
LISTEN = 2
"""From this level of attention on all look up when the client speaks."""
AHEAD_MS = 700
"""How far ahead one who walks looks where they step."""
CLEAR_M = 0.38
"""Nobody comes nearer than this to a person on their way."""
WATCH_MS = 250
"""How often walks are looked at while somebody is on their way."""


class Body:
    """The bodies of one room. `seed` makes its glances its own."""

    def __init__(self, script: Script, seed: str) -> None:
        self._script = script
        self._names = sorted(script.scenario.cast)
        self._gaze = Gaze([_chance(seed, name) for name in self._names])
        self._then: int | None = None
        self._client_at: GroundPoint | None = None
        self._still_since = 0
        self._kept = True

    def plan(self, room: RoomState, now: int) -> tuple[list[Act], int | None]:
        """What the bodies do now, and when to look again (ms); nothing while the room is still.

        Calling it twice for one time changes nothing.
        """
        client = room.client()
        if room.phase != "running" or client is None:
            self._then = None
            return [], None
        avatars = [room.avatars[name] for name in self._names]
        looks, look_again = self._looks(room, avatars, client, now)
        walks, walking = self._walks(room, avatars, now)
        kept, keep_again = self._distance(room, client, now)
        again = [at for at in (look_again, now + WATCH_MS if walking else None, keep_again) if at is not None]
        return [*looks, *walks, *kept, *self._nod(room, now)], min(again, default=None)

    def _looks(self, room: RoomState, avatars: list[Avatar], client: Person, now: int) -> tuple[list[Act], int | None]:
        here: Flags = np.array([avatar.present and avatar.played_by is None for avatar in avatars])
        looking: Flags = np.array([avatar.looks_at == client.id for avatar in avatars])
        level = room.levels["attention"]
        passed = 0 if self._then is None else now - self._then
        self._then = now
        self._gaze.pass_time(passed / 1000, looking, here, level)
        talking = self._talking(room, now)
        wants = self._gaze.wants(looking, talking, level)
        acts = [
            Act(now, name, i.LookAs(name, client.id if wants[index] else away_look(room, self._script, name)))
            for index, name in enumerate(self._names)
            if here[index] and wants[index] != looking[index]
        ]
        turns = self._gaze.turns_in(looking, talking, level)[here & (wants == looking)]
        soonest = float(turns.min(initial=np.inf))
        return acts, None if np.isinf(soonest) else now + max(SOONEST_MS, round(soonest * 1000))

    def _talking(self, room: RoomState, now: int) -> Flags:
        """Who is in talk with the client: spoken to, speaking, or just done; at level 2 and above all listen."""
        waiting = waiting_line(room)
        spoken_to = answerer(room, self._script, waiting, now) if waiting is not None else None
        listen = room.levels["attention"] >= LISTEN and waiting is not None
        engaged = []
        for name in self._names:
            last = room.avatars[name].last_said
            line = room.line(last) if last is not None else None
            speaks = line is not None and now < line.t + line.lasts + AFTER_SPEECH_MS
            engaged.append(speaks or listen or name == spoken_to)
        return np.array(engaged)

    def _walks(self, room: RoomState, avatars: list[Avatar], now: int) -> tuple[list[Act], bool]:
        """Who walks towards where a person stands now waits there; and whether anybody is on their way."""
        t = room.scene_time(now)
        on_foot = [one for one in avatars if one.motion.speed <= RIDE_M_S and arrival(one.motion) > t]
        people = [person.at for person in room.in_room() if person.body is not None]
        if not on_foot or not people:
            return [], bool(on_foot)
        ahead: Floats = np.array([standing_at(one.motion, t + AHEAD_MS).at for one in on_foot])
        here: Floats = np.array([standing_at(one.motion, t).at for one in on_foot])
        humans: Floats = np.array(people)
        then = np.hypot(*(ahead[:, None] - humans[None]).transpose(2, 0, 1)).min(axis=1)
        now_off = np.hypot(*(here[:, None] - humans[None]).transpose(2, 0, 1)).min(axis=1)
        bumps = (then < CLEAR_M) & (then < now_off)
        halted = [one.id for one, bump in zip(on_foot, bumps, strict=True) if bump and one.played_by is None]
        if halted:
            self._kept = False
        return [Act(now, name, i.Halt(name)) for name in halted], True

    def _distance(self, room: RoomState, client: Person, now: int) -> tuple[list[Act], int | None]:
        """Once a client who has moved stands still, the others take the promised distance again."""
        if client.at != self._client_at:
            self._client_at, self._still_since, self._kept = client.at, now, self._client_at is None
        if self._kept:
            return [], None
        settled = max(self._still_since, self._last_arrival(room)) + STILL_MS
        if now < settled:
            return [], settled
        self._kept = True
        return [Act(now, "", i.Restage())], None

    def _last_arrival(self, room: RoomState) -> int:
        return max((arrival(one.motion) for one in room.avatars.values() if one.present), default=0)

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


def _chance(seed: str, name: str) -> float:
    digest = blake2b(f"{seed}/{name}".encode(), digest_size=4).digest()
    return int.from_bytes(digest) / 2**32
