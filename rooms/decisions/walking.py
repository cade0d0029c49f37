"""What bodies ask for by themselves: to take the promised distances again, and to stop before they bump into one."""

from __future__ import annotations

from rooms import intents as i
from rooms.decisions.situation import Decision, Situation
from rooms.facts import Moved
from rooms.motion import WALK_M_S, arrival, standing_at
from rooms.refusals import refuse
from rooms.staging import restage


def restage_all(at: Situation, intent: i.Restage) -> Decision:
    return [*restage(at.room, at.script, at.now, stay=True)] if at.running else refuse("not_running")


def halt(at: Situation, intent: i.Halt) -> Decision:
    avatar = at.avatar(intent.avatar)
    now = at.room.scene_time(at.now)
    if avatar is None or avatar.played_by is not None:
        return refuse("no_such_avatar")
    if arrival(avatar.motion) <= now:
        return []
    here = standing_at(avatar.motion, now)
    x, z = here.at
    return [Moved(avatar.id, [(round(x, 3), round(z, 3))], WALK_M_S, round(here.facing, 1), "stand")]
