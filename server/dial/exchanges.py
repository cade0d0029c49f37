"""A run of exchanges in virtual time: a client who keeps talking, and everything that happened, sampled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from agents.understanding import Understanding
from rooms import intents as i
from rooms.axes import AXES, TOP_LEVEL, Axis
from rooms.facts import Stamped
from rooms.fold import where_is
from rooms.motion import arrival, distance
from rooms.remarks import CLOSING, OPEN_ANSWER, SHORT_WORDS, YES
from rooms.script import Script
from rooms.staging import held_by_post
from rooms.state import RoomState
from server.virtual_room import VirtualRoom

CLIENT: Final = "client"
STAFF: Final = "staff"
EXCHANGES: Final = 40
SAMPLE_MS: Final = 100
LONGEST_MS: Final = 30 * 60_000
SETTLE_MS: Final = 3000
"""Distances and eyes are looked at once people have had the time to walk there."""
ANSWERS_MS: Final = 2500
STARTS_MS: Final = 6000
"""So long the client waits for a beat to be opened by others."""
SHORT_EVERY: Final = 3
"""Of the lines with which one stays, every third is as short as can be, so that asking for more can be seen."""
LINGER: Final = 3
"""Lines said in a beat before one moves on to where offers are made."""
LAST_MS: Final = 12_000
STAY_AWAY_FROM: Final = ("leave", "help", "distress", "anger", "repeat", "not_understood", "rather_not", "told")


class Sample(msgspec.Struct, frozen=True):
    """One look at the room: who of the avatars looks at the client, how many are company, how near the nearest is."""

    looks: dict[str, bool]
    company: int
    nearest: float | None
    """Metres to the nearest avatar that no post holds; None while somebody walks, or when nobody is there."""


class Run(msgspec.Struct, frozen=True):
    log: list[Stamped]
    samples: list[Sample]
    exchanges: int


def run_exchanges(script: Script, understanding: Understanding, levels: Mapping[Axis, int], help_level: int) -> Run:
    """Forty exchanges at `levels`. Deterministic: there is no chance in it."""
    room = VirtualRoom(script, understanding)
    log = [*room.runner.log]
    room.runner.listen(log.extend)
    room.knock(STAFF, "therapist", "Staff")
    room.come(CLIENT, "client", "Sol", by=STAFF)
    for axis, level in levels.items():
        room.ask(STAFF, i.SetLevel(axis, level))
    room.ask(STAFF, i.SetHelp(help_level))
    room.ask(STAFF, i.Continue())
    talker = _Talker(script, levels)
    samples: list[Sample] = []
    said = 0
    while said < EXCHANGES and room.ms < LONGEST_MS:
        room.advance(SAMPLE_MS)
        state = room.runner.state
        samples.append(_look(room, state, script))
        if state.phase == "paused":
            room.ask(STAFF, i.Continue())
        elif state.beat == CLOSING:
            room.ask(STAFF, i.Again())
        elif (text := talker.next_line(state, room.ms)) is not None:
            said += room.ask(CLIENT, i.Say(text=text)).ok
    room.advance(LAST_MS)
    return Run(log, samples, said)


class _Talker:
    """Says what keeps the talk going: goes to where offers are made, then stays there; no to every offer."""

    def __init__(self, script: Script, levels: Mapping[Axis, int]) -> None:
        self._script = script
        plan = script.scenario.persuasion
        self._goals = set(plan.beats) if plan and levels["persuasion"] else {_busiest(script)}
        self._turn = 0
        self._short = False
        self._beat_seq = 0
        self._in_beat = 0

    def next_line(self, state: RoomState, now: int) -> str | None:
        """The next line, or None while it is not the client's turn."""
        last = state.lines[-1] if state.lines else None
        since = last.t + last.lasts if last is not None else state.beat_t
        waits = last is not None and last.who == CLIENT and not last.answered
        begun = last is not None and last.seq > state.beat_seq
        if not state.beat or waits or now < max(since, state.beat_t) + (ANSWERS_MS if begun else STARTS_MS):
            return None
        return self._phrase(self._meaning(state, push=last is not None and last.remark == "push"))

    def _meaning(self, state: RoomState, push: bool) -> str:
        if push:
            return "no"
        self._short = False
        turns = self._script.scenario.beats[state.beat].turns
        if state.beat_seq != self._beat_seq:
            self._beat_seq, self._in_beat = state.beat_seq, 0
        self._in_beat += 1
        lingered = self._in_beat > LINGER
        if lingered and state.beat not in self._goals and (way := self._way_on(state.beat)) is not None:
            return way
        stay = [name for name, turn in turns.items() if turn.then in (None, state.beat) and self._plain(name)]
        self._turn += 1
        self._short = state.levels["your_part"] >= OPEN_ANSWER and self._turn % SHORT_EVERY == 0
        if self._short:
            stay = [name for name in stay if len(self._phrase(name).split()) <= SHORT_WORDS] or [YES]
        return stay[self._turn % len(stay)] if stay else "yes"

    def _plain(self, name: str) -> bool:
        plan = self._script.scenario.persuasion
        return name not in STAY_AWAY_FROM and not (plan and name in (*plan.accepts, *plan.declines))

    def _way_on(self, beat: str) -> str | None:
        """The meaning that leads from `beat` towards a beat where one wants to be, by the fewest beats."""
        ways: dict[str, str | None] = {beat: None}
        ahead = [beat]
        while ahead:
            here = ahead.pop(0)
            for meaning, turn in self._script.scenario.beats[here].turns.items():
                if turn.then is None or turn.then in ways or not self._plain(meaning):
                    continue
                ways[turn.then] = ways[here] or meaning
                if turn.then in self._goals:
                    return ways[turn.then]
                ahead.append(turn.then)
        return None

    def _phrase(self, name: str) -> str:
        meaning = self._script.meaning(name)
        phrasings = meaning.phrasings["nb"] if meaning else ["Ja"]
        return min(phrasings, key=lambda text: len(text.split())) if self._short else phrasings[0]


def _busiest(script: Script) -> str:
    """The beat, other than the closing, in which most can be said without leaving it."""
    beats = {name: beat for name, beat in script.scenario.beats.items() if name != CLOSING}
    return max(beats, key=lambda name: sum(turn.then in (None, name) for turn in beats[name].turns.values()))


def _look(room: VirtualRoom, state: RoomState, script: Script) -> Sample:
    cast = script.scenario.cast
    present = [one for one in state.avatars.values() if one.present]
    company = sum(cast[one.id].company is not None for one in present)
    client = state.client()
    looks = {one.id: one.looks_at == CLIENT for one in present}
    now = state.scene_time(room.ms)
    restless = any(arrival(one.motion) + SETTLE_MS > now for one in state.avatars.values() if one.motion.start)
    near = [
        distance(where_is(state, one, room.ms), client.at)
        for one in present
        if client is not None and not held_by_post(script, one.id)
    ]
    return Sample(looks, company, None if restless or not near else min(near))


def plain_levels(script: Script, **changed: int) -> dict[Axis, int]:
    """Levels at which little is asked: one or two others, friendly, the client only answers."""
    levels: dict[Axis, int] = dict.fromkeys(AXES, 0)
    levels.update({"company": 1, "attention": 1, "closeness": 1, "warmth": 1, "your_part": 1})
    levels.update({axis: changed[axis] for axis in AXES if axis in changed})
    return {axis: min(level, script.top(axis), TOP_LEVEL) for axis, level in levels.items()}
