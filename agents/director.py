"""Who speaks next. Nobody is a valid answer: when a person plays the one who was spoken to, the others keep quiet."""

from __future__ import annotations

import re

from rooms.fold import where_is
from rooms.motion import arrival, distance
from rooms.script import Script
from rooms.state import Line, RoomState


def answerer(room: RoomState, script: Script, line: Line, now: int) -> str | None:
    """The avatar whose turn it is to answer `line`: whose answer it is, the one named, the beat's own, the nearest.

    None when that one is played by a person, or when nobody is there.
    """
    present = [name for name, avatar in room.avatars.items() if avatar.present]
    beat = script.scenario.beats.get(room.beat)
    if not present or beat is None:
        return None
    named = next((name for name in present if _is_named(room.avatars[name].name, line)), None)
    wanted = (_whose_answer(room, script, line), named, beat.speaker)
    chosen = next((name for name in wanted if name in present), None) or _nearest(room, present, now)
    return chosen if room.avatars[chosen].played_by is None else None


def _whose_answer(room: RoomState, script: Script, line: Line) -> str | None:
    """The one whom the script gives the answer to, such as the driver for the fare; None leaves it open."""
    turn = script.turn(room.beat, line.meaning) if line.meaning is not None else None
    return None if turn is None else turn.by or script.scenario.replies[turn.reply].by


def beat_speaker(room: RoomState, script: Script, now: int) -> str | None:
    """Who opens the beat and breaks its silence: its own speaker, else the nearest; None when a person plays them."""
    present = [name for name, avatar in room.avatars.items() if avatar.present]
    if not present or room.beat not in script.scenario.beats:
        return None
    own = script.scenario.beats[room.beat].speaker
    chosen = own if own in present else _nearest(room, present, now)
    return chosen if room.avatars[chosen].played_by is None else None


def has_arrived(room: RoomState, name: str) -> int:
    """The room time (ms) at which the avatar stands still; people do not talk on the way in."""
    return arrival(room.avatars[name].motion)


def _is_named(name: str, line: Line) -> bool:
    return any(re.search(rf"\b{re.escape(name.lower())}\b", text.lower()) for text in line.words.values())


def _nearest(room: RoomState, present: list[str], now: int) -> str:
    client = room.client()
    if client is None:
        return present[0]
    return min(present, key=lambda name: distance(where_is(room, room.avatars[name], now), client.at))
