"""Where a reel stands: a recording's position at a moment of the watchers' clock. Pure; the pages reckon the same.

All times in whole ms. A reel that has come to its end stands there.
"""

from __future__ import annotations

from rooms.watching import Playing


def position(reel: Playing, now: int, last: int) -> int:
    """Where in the recording, which ends at `last`, the reel stands when the watchers' clock says `now`."""
    if not reel.running:
        return reel.at
    return min(last, reel.at + int(max(0, now - reel.since) * reel.speed))


def at(reel: Playing, where: int, now: int) -> Playing:
    """The reel put to `where`; it goes on as it went."""
    return Playing(where, now, reel.running, reel.speed)


def play(reel: Playing, running: bool, now: int, first: int, last: int) -> Playing:
    """Starts or stops it. From its end it starts at the beginning again."""
    where = position(reel, now, last)
    if running and not reel.running and where >= last:
        where = first
    return Playing(where, now, running, reel.speed)


def with_speed(reel: Playing, speed: float, now: int, last: int) -> Playing:
    return Playing(position(reel, now, last), now, reel.running, speed)


def halted(reel: Playing, now: int, last: int) -> Playing:
    """The same reel, standing still once it has come to its end."""
    return Playing(last, now, False, reel.speed) if reel.running and position(reel, now, last) >= last else reel
