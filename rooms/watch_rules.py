"""The rules of watching a recording together: what becomes of a hall of watchers when one of them asks for something.

Everyone who watches may play, stop and seek; whoever has wandered off does it for themselves alone. Pure: `now` is the
watchers' clock in ms, and a hall is changed in place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import msgspec

from rooms import reel
from rooms import watching as w
from rooms.looks import LOOKS_TO_WEAR
from rooms.people import Actor
from rooms.refusals import Refusal, refuse
from rooms.watching import FIRST_WATCHER_BODY, MOST_NOTES, MOST_WATCHERS, Playing, Watcher, Watching, WatchNote


class Hall(msgspec.Struct):
    """Everything that those who watch one recording share. `first` and `last` are its ends, ms."""

    first: int
    last: int
    shared: Playing
    eyes: frozenset[str] = frozenset()
    """The people and avatars through whose eyes one may look."""
    own: dict[str, Playing] = {}
    """The reels of those who are alone."""
    watchers: dict[str, Watcher] = {}
    gone: dict[str, Watcher] = {}
    """Who has been away for long; they are in again when they come back."""
    notes: list[WatchNote] = []
    """In order of their making; `by` is their author."""
    authors: dict[str, str] = {}
    """Under which name a watcher writes notes, which outlives their visit; one's own id unless it is here."""


def reel_of(hall: Hall, who: str) -> Playing:
    """The reel that a watcher looks at."""
    return hall.own.get(who, hall.shared)


def where_is(hall: Hall, who: str, now: int) -> int:
    """The position that a watcher looks at."""
    return reel.position(reel_of(hall, who), now, hall.last)


def ask(hall: Hall, actor: Actor, intent: w.Watch, now: int) -> Refusal | None:
    """Does what a watcher asks, or says why not."""
    if isinstance(intent, w.ComeIn):
        return _come_in(hall, actor, intent)
    if actor.id not in hall.watchers:
        return refuse("not_in_room")
    refusal = RULES[type(intent)](hall, actor.id, intent, now)
    _rest(hall, now)
    return refusal


def set_here(hall: Hall, who: str, here: bool, now: int) -> None:
    """A watcher's connection was lost, or is back."""
    if here and who in hall.gone and len(hall.watchers) < MOST_WATCHERS:
        hall.watchers[who] = msgspec.structs.replace(hall.gone.pop(who), body=_free_body(hall))
    if who in hall.watchers:
        _change(hall, who, here=here, points_at=None)
        _rest(hall, now)


def let_go(hall: Hall, who: str) -> None:
    """Somebody who is not here is not waited for any longer; they come back to where the others are."""
    watcher = hall.watchers.get(who)
    if watcher is not None and not watcher.here:
        hall.own.pop(who, None)
        hall.gone[who] = msgspec.structs.replace(hall.watchers.pop(who), body=None, alone=False)


def halt(hall: Hall, now: int) -> bool:
    """Stops every reel that has come to its end. Whether there was one."""
    shared, own = reel.halted(hall.shared, now, hall.last), dict(hall.own)
    for who, playing in own.items():
        own[who] = reel.halted(playing, now, hall.last)
    changed = shared is not hall.shared or any(own[who] is not hall.own[who] for who in own)
    hall.shared, hall.own = shared, own
    return changed


def put(hall: Hall, who: str | None, where: int, now: int) -> None:
    """Puts a reel elsewhere: that of one who is alone, or (None) the shared one."""
    if who is None:
        hall.shared = reel.at(hall.shared, where, now)
    elif who in hall.own:
        hall.own[who] = reel.at(hall.own[who], where, now)


def told_to(hall: Hall, who: str, now: int) -> Watching:
    """What a watcher is told of the hall."""
    me = author_of(hall, who)
    notes = [msgspec.structs.replace(note, by=who) if note.by == me else note for note in hall.notes]
    watchers = list(hall.watchers.values())
    return Watching(now, hall.first, hall.last, hall.shared, hall.own.get(who), watchers, notes)


def author_of(hall: Hall, who: str) -> str:
    return hall.authors.get(who, who)


def _come_in(hall: Hall, actor: Actor, intent: w.ComeIn) -> Refusal | None:
    name = intent.name.strip()
    if not name:
        return refuse("no_name")
    if intent.look not in LOOKS_TO_WEAR:
        return refuse("no_such_look")
    known = hall.watchers.get(actor.id)
    if known is None and len(hall.watchers) >= MOST_WATCHERS:
        return refuse("room_full")
    if known is None:
        hall.gone.pop(actor.id, None)
        known = Watcher(actor.id, actor.role, name, intent.look, intent.language, body=_free_body(hall))
    hall.watchers[actor.id] = msgspec.structs.replace(known, name=name, look=intent.look, language=intent.language)
    return None


def _free_body(hall: Hall) -> int:
    taken = {watcher.body for watcher in hall.watchers.values()}
    return next(body for body in range(FIRST_WATCHER_BODY, FIRST_WATCHER_BODY + MOST_WATCHERS) if body not in taken)


def _change(hall: Hall, who: str, **changes: Any) -> None:
    hall.watchers[who] = msgspec.structs.replace(hall.watchers[who], **changes)


def _set_reel(hall: Hall, who: str, playing: Playing) -> None:
    if who in hall.own:
        hall.own[who] = playing
    else:
        hall.shared = playing


def _rest(hall: Hall, now: int) -> None:
    """A reel that nobody looks at stands still."""
    here = [watcher for watcher in hall.watchers.values() if watcher.here]
    if not any(not watcher.alone for watcher in here):
        hall.shared = reel.play(hall.shared, False, now, hall.first, hall.last)
    for who in hall.own.keys() - {watcher.id for watcher in here}:
        hall.own[who] = reel.play(hall.own[who], False, now, hall.first, hall.last)


def _play(hall: Hall, who: str, intent: w.Play, now: int) -> None:
    _set_reel(hall, who, reel.play(reel_of(hall, who), intent.running, now, hall.first, hall.last))


def _set_speed(hall: Hall, who: str, intent: w.SetSpeed, now: int) -> None:
    _set_reel(hall, who, reel.with_speed(reel_of(hall, who), float(intent.speed), now, hall.last))


def _seek(hall: Hall, who: str, intent: w.Seek, now: int) -> None:
    where = max(hall.first, min(hall.last, intent.at))
    _set_reel(hall, who, reel.at(reel_of(hall, who), where, now))


def _wander_off(hall: Hall, who: str, intent: w.WanderOff, now: int) -> None:
    """One who goes takes the shared reel along as it stands; one who comes back leaves their own."""
    if intent.alone:
        hall.own[who] = reel_of(hall, who)
    else:
        hall.own.pop(who, None)
    _change(hall, who, alone=intent.alone)


def _take_eyes(hall: Hall, who: str, intent: w.TakeEyes, now: int) -> Refusal | None:
    if intent.of is not None and intent.of not in hall.eyes:
        return refuse("not_here")
    _change(hall, who, eyes=intent.of)
    return None


def _point_at(hall: Hall, who: str, intent: w.PointAt, now: int) -> None:
    _change(hall, who, points_at=intent.at)


def _add_note(hall: Hall, who: str, intent: w.AddNote, now: int) -> Refusal | None:
    text = intent.text.strip()
    if not text:
        return refuse("nothing_to_say")
    if len(hall.notes) >= MOST_NOTES:
        return refuse("notes_full")
    number = max((int(note.id) for note in hall.notes), default=0) + 1
    name = hall.watchers[who].name
    at = where_is(hall, who, now) if intent.at is None else max(hall.first, min(hall.last, intent.at))
    hall.notes = [*hall.notes, WatchNote(str(number), at, author_of(hall, who), name, text)]
    return None


def _remove_note(hall: Hall, who: str, intent: w.RemoveNote, now: int) -> Refusal | None:
    kept = [note for note in hall.notes if note.id != intent.note or note.by != author_of(hall, who)]
    if len(kept) == len(hall.notes):
        return refuse("no_such_note")
    hall.notes = kept
    return None


def _talk(hall: Hall, who: str, intent: w.Talk, now: int) -> Refusal | None:
    """Changes nothing; whoever asked for it is heard when it is not refused."""
    return None if intent.text.strip() else refuse("nothing_to_say")


RULES: Final[dict[type[w.WatchBase], Callable[[Hall, str, Any, int], Refusal | None]]] = {
    w.Play: _play, w.SetSpeed: _set_speed, w.Seek: _seek, w.WanderOff: _wander_off, w.TakeEyes: _take_eyes,
    w.PointAt: _point_at, w.AddNote: _add_note, w.RemoveNote: _remove_note, w.Talk: _talk,
}  # fmt: skip
