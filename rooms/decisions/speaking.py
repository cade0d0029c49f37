"""When an avatar may speak by its mind, and in which words."""

from __future__ import annotations

from rooms.axes import tone_of
from rooms.decisions.situation import Decision, Situation
from rooms.facts import Said
from rooms.refusals import refuse
from rooms.tone import next_reply, speaking_ms

NEVER_TURNED_DOWN = frozenset({"leave", "help", "distress", "anger", "rather_not"})
"""Meanings that are always met: a way out is never made to hurt [own]."""


def may_speak(at: Situation, name: str) -> Decision:
    """An empty list when the avatar `name` may speak by its mind now; else why not."""
    avatar = at.avatar(name)
    if avatar is None:
        return refuse("no_such_avatar")
    if not at.running:
        return refuse("not_running")
    if avatar.played_by is not None:
        return refuse("person_plays")
    if at.room.floor is not None and at.room.floor.until > at.room.scene_time(at.now):
        return refuse("floor_taken")
    return []


def worded(at: Situation, avatar: str, reply: str, answers: int | None, meaning: str | None) -> Said:
    """The line of `reply` in the tone of the room; as an answer it counts towards the share of negative ones."""
    tone = tone_of(at.room.levels["warmth"])
    critical: bool | None = None
    if answers is not None and meaning not in NEVER_TURNED_DOWN:
        critical, _ = next_reply(at.room.critical_owed, at.room.levels["critical_replies"])
    lines = at.script.scenario.replies[reply]
    variants = (lines.critical if critical else lines.open)[tone]
    used = at.room.uses.get(f"{reply}/{tone}/{critical is True}", 0)
    words = at.script.fill(variants[used % len(variants)], at.room.levels)
    return Said(
        avatar, words, at.room.language, "authored", speaking_ms(words[at.room.language]),
        reply=reply, tone=tone, critical=critical, answers=answers,
    )  # fmt: skip
