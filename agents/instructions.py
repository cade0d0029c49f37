"""What a word from staff makes an avatar do while it plays by its script: a few plain things, in both languages.

The newest instruction to an avatar holds until the next one. A word that is none of these changes nothing: staff take
the avatar over instead, and the console says so.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

from agents.acts import Act
from agents.understanding import SURE, Understanding
from rooms import intents as i
from rooms.floor import Crowd, stand_near
from rooms.motion import bearing, distance, standing_at
from rooms.scenario import Meaning
from rooms.script import Script
from rooms.state import RoomState

Told = Literal["slower", "quiet", "speak", "room"]

MORE_ROOM_M: Final = 1.0
HEED_MS: Final = 500
SLOWER_MS: Final = 3000
"""How much longer an avatar waits before it answers once it was told to."""

MEANINGS: Final[dict[Told, Meaning]] = {
    "slower": Meaning(
        {
            "nb": ["vent litt lenger før du svarer", "svar saktere", "ta deg bedre tid", "ikke svar så fort"],
            "en": ["wait a little longer before you answer", "answer more slowly", "take your time", "not so fast"],
        }
    ),
    "quiet": Meaning(
        {
            "nb": ["si ingenting nå", "vær stille", "ikke si noe", "hold deg i bakgrunnen"],
            "en": ["say nothing now", "be quiet", "don't say anything", "stay in the background"],
        }
    ),
    "speak": Meaning(
        {
            "nb": ["si noe nå", "snakk nå", "du kan snakke igjen", "ta ordet"],
            "en": ["say something now", "speak now", "you can speak again", "start talking"],
        }
    ),
    "room": Meaning(
        {
            "nb": ["gi klienten mer plass", "gå litt unna", "trekk deg tilbake", "ikke stå så nær"],
            "en": ["give the client more room", "step away a bit", "move back", "don't stand so close"],
        }
    ),
}
_UNDERSTANDING: Final = Understanding({str(kind): meaning for kind, meaning in MEANINGS.items()})


def told(room: RoomState, avatar: str) -> tuple[Told, int] | None:
    """The newest instruction to `avatar` that it understands, and when it was given (ms of room time)."""
    for note in reversed(room.notes):
        if note.kind == "instruct" and note.to == avatar and (kind := understood(note.text)):
            return kind, note.t
    return None


@lru_cache(maxsize=256)
def understood(text: str) -> Told | None:
    """What an instruction asks for, None when it is none of the things an authored avatar can do."""
    guesses = _UNDERSTANDING.hear(text)
    best = guesses[0] if guesses and guesses[0].sure >= SURE else None
    return next((kind for kind in MEANINGS if best is not None and best.meaning == kind), None)


def is_quiet(room: RoomState, avatar: str) -> bool:
    """Whether the avatar has been told to say nothing for now."""
    found = told(room, avatar)
    return found is not None and found[0] == "quiet"


def extra_pause(room: RoomState, avatar: str) -> int:
    """How much longer than usual the avatar waits before it answers, in ms."""
    found = told(room, avatar)
    return SLOWER_MS if found is not None and found[0] == "slower" else 0


def speak_due(room: RoomState, avatar: str) -> int | None:
    """When the avatar is to say something because it was told to, None once anything has been said since."""
    found = told(room, avatar)
    if found is None or found[0] != "speak" or any(line.t >= found[1] for line in room.lines[-1:]):
        return None
    return found[1] + HEED_MS


def step_away(room: RoomState, script: Script) -> list[Act]:
    """The walks of those who were told to give the client more room and have not moved since."""
    client = room.client()
    if client is None or room.phase != "running":
        return []
    acts = []
    for name, avatar in room.avatars.items():
        found = told(room, name) if avatar.present and avatar.played_by is None else None
        if found is None or found[0] != "room" or avatar.motion.start >= found[1]:
            continue
        here = avatar.motion.path[-1]
        others = [person.at for person in room.in_room() if person.id != client.id and person.body is not None]
        crowd = Crowd(script.place, client.at, others)
        for other in room.avatars.values():
            if other.present and other.id != name:
                crowd.add(standing_at(other.motion, room.t).at)
        goal = stand_near(crowd, distance(client.at, here) + MORE_ROOM_M, bearing(client.at, here))
        acts.append(Act(found[1] + HEED_MS, name, i.WalkAs(name, goal)))
    return acts
