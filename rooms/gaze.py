"""What an avatar looks at when nothing else draws its eyes: the lasting looks that the level of attention asks for.

0 unnoticed, 1 glances and 2 looking at one who speaks leave the eyes elsewhere (those moments are the avatars' own,
`agents/body_language.py`); 3 watched: all but every third look at the client; 4 all look (Pan 2012).
"""

from __future__ import annotations

from rooms.script import Script
from rooms.state import RoomState

WATCHED = 3
ALL_LOOK = 4
THINGS = ("road", "street", "board", "shelter")


def lasting_look(room: RoomState, script: Script, name: str) -> str | None:
    """The client's id, a thing of the place, or None for eyes that wander."""
    index = sorted(room.avatars).index(name)
    client = room.client()
    attention = room.levels["attention"]
    if client is not None and (attention == ALL_LOOK or (attention == WATCHED and index % 3 != 2)):
        return client.id
    things = [thing for thing in THINGS if thing in script.place.looks_at]
    return None if index % 3 == 1 or not things else things[index % len(things)]
