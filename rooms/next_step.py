"""What could come next after a round: the same again, one axis up, or one down. Suggested, never imposed.

A pure function of how hard it was, the help that was used and what the client would like (docs/scenarios.md has the
table). The thresholds are ours [own]; that the client's wish comes first, and that staff may suggest but never impose,
is from the field (domain notes, "Three dilemmas").
"""

from __future__ import annotations

from typing import Final

import msgspec

from rooms.axes import AXES, Axis, Language
from rooms.facts_round import Suggestion, Wish
from rooms.script import Script
from rooms.state import RoomState

EASY_BELOW: Final = 3
"""At least so far below the agreed limit the round was not hard."""
MUCH_HELP: Final = 3
"""So many times of help in a round: once more before it gets harder."""

Words = dict[Language, str]

WHY: Final[dict[str, Words]] = {
    "wish_easier": {"nb": "Du ønsket litt lettere.", "en": "You asked for a bit easier."},
    "too_hard": {"nb": "Det ble tungt. Et lettere steg gir mer ro.", "en": "It got hard. An easier step is calmer."},
    "wish_again": {"nb": "Du ønsket det samme en gang til.", "en": "You asked for the same once more."},
    "near_limit": {
        "nb": "Det var nær grensen din. En gang til på samme steg.",
        "en": "It was near your limit. Once more on the same step.",
    },
    "much_help": {
        "nb": "Du brukte hjelp. En gang til gjør det tryggere.",
        "en": "You used help. Once more makes it safer.",
    },
    "not_rated": {
        "nb": "Vi vet ikke hvor tungt det var. Samme steg er trygt.",
        "en": "We do not know how hard it was. The same step is safe.",
    },
    "enough": {"nb": "Nok for i dag. Samme steg neste gang.", "en": "Enough for today. The same step next time."},
    "no_goal": {"nb": "En gang til, så blir det mer kjent.", "en": "Once more, and it gets more familiar."},
    "wish_harder": {"nb": "Du ønsket litt mer, og det gikk greit.", "en": "You asked for more, and it went fine."},
    "went_well": {"nb": "Det var ikke så tungt, og du fikk det til.", "en": "It was not so hard, and you managed."},
    "top": {"nb": "Du er på det øverste steget.", "en": "You are on the top step."},
    "ceiling": {"nb": "Neste steg er over grensen du har satt.", "en": "The next step is above the limit you set."},
    "bottom": {"nb": "Dette er det letteste steget. Ta en pause først.", "en": "This is the easiest step. Rest first."},
}  # fmt: skip


class Round(msgspec.Struct, frozen=True):
    """What is known of a round: the hardest rating (0-10, None: not rated), the agreed limit, and what was done."""

    hardest: int | None
    limit: int
    helps: int
    goals: int
    wish: Wish | None
    paused_by_distress: bool = False


def advise(round_: Round) -> tuple[str, str]:
    """ "again", "up" or "down", and the reason as a key of WHY. The table in the docs, read from the top."""
    hardest, limit = round_.hardest, round_.limit
    if round_.wish in ("easier", "enough"):
        return ("down", "wish_easier") if round_.wish == "easier" else ("again", "enough")
    if round_.paused_by_distress or (hardest is not None and hardest > limit):
        return "down", "too_hard"
    if hardest is not None and hardest > limit - EASY_BELOW:
        return "again", "near_limit"
    if round_.wish == "again":
        return "again", "wish_again"
    if round_.wish == "harder":
        return "up", "wish_harder"
    if hardest is None:
        return "again", "not_rated"
    if round_.helps >= MUCH_HELP:
        return "again", "much_help"
    return ("up", "went_well") if round_.goals else ("again", "no_goal")


def suggest(room: RoomState, script: Script) -> Suggestion:
    """The suggestion for the client of the scene after what has happened since the round began."""
    direction, why = advise(round_of(room))
    if direction == "up":
        return _up(room, script, why)
    if direction == "down":
        return _down(room, script, why)
    return Suggestion("again", None, None, WHY[why])


def round_of(room: RoomState) -> Round:
    client = room.client()
    distress = room.distress_of(client.id if client else "")
    since = room.round_t
    ratings = [rating.level for rating in distress.ratings if rating.t >= since]
    helps = sum(note.kind == "help" and note.t >= since for note in room.notes)
    paused = room.phase == "paused" and room.phase_why == "distress"
    return Round(max(ratings, default=None), distress.limit, helps, len(room.goals), distress.wish, paused)


def _up(room: RoomState, script: Script, why: str) -> Suggestion:
    """The next step of the ladder that asks for more than is asked now."""
    for step in script.scenario.ladder[max(0, room.step - 1) :]:
        for name, level in step.set.items():
            if name == "help":
                if level > room.help:
                    return Suggestion("up", "help", room.help + 1, WHY[why])
            elif (axis := _axis(name)) is not None and level > room.levels[axis]:
                if room.levels[axis] + 1 > room.ceiling[axis]:
                    return Suggestion("again", None, None, WHY["ceiling"])
                return Suggestion("up", axis, room.levels[axis] + 1, WHY[why])
    return Suggestion("again", None, None, WHY["top"])


def _down(room: RoomState, script: Script, why: str) -> Suggestion:
    """Back to the step before: what it added is taken away; else the highest axis by one."""
    if room.step >= 2:
        for name, level in script.scenario.ladder[room.step - 2].set.items():
            axis = _axis(name)
            if axis is not None and room.levels[axis] >= level > 0:
                return Suggestion("down", axis, room.levels[axis] - 1, WHY[why])
            if name == "help" and room.help >= level > 0:
                return Suggestion("down", "help", room.help - 1, WHY[why])
    start = script.scenario.start.levels
    highest: Axis = max(AXES, key=lambda known: room.levels[known] - start.get(known, 0))
    if room.levels[highest] > start.get(highest, 0):
        return Suggestion("down", highest, room.levels[highest] - 1, WHY[why])
    return Suggestion("again", None, None, WHY["bottom"])


def _axis(name: str) -> Axis | None:
    return next((axis for axis in AXES if axis == name), None)
