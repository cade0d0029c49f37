"""Who is where, and how they stand: company, closeness and attention as bodies in a place. Pure and deterministic.

The avatar nearest to the client stands at exactly the distance of the level (`axes.DISTANCE_M`); the others stand
farther off. Sources: the axes' own (Lange & Pauli 2019 for distance, Pan 2012 for gaze); the arrangement is ours.
"""

from __future__ import annotations

import math

from rooms.axes import DISTANCE_M
from rooms.facts import Looked, Moved
from rooms.floor import Crowd, route, stand_near
from rooms.gaze import lasting_look
from rooms.motion import RIDE_M_S, WALK_M_S, bearing, distance, standing_at, turn_between
from rooms.people import Avatar, Motion
from rooms.place import GroundPoint, Posture, Way
from rooms.scenario import CastMember
from rooms.script import Script
from rooms.state import RoomState

NEAR: tuple[tuple[float, ...], ...] = (
    (3.0,),
    (2.0,),
    (1.2, 1.7),
    (0.8, 1.1, 1.4),
    (0.5, 0.7, 0.8, 1.0, 1.2, 1.4, 1.6),
)
"""How far from the client the nearest ones stand, by level of closeness; the first is the level's promise."""
AROUND: tuple[float, ...] = (15.0, -35.0, 60.0, -75.0, 100.0, -110.0, 140.0, -150.0)
"""Where round the client they stand, in degrees off the way the client faces."""

Target = tuple[GroundPoint, float, Posture, float | None]
"""Where, facing, posture, seat height."""


def cast_now(room: RoomState, script: Script) -> list[str]:
    """Who is in view now: by the level of company, and those whom the beat needs."""
    level = room.levels["company"]
    return [
        name
        for name, member in script.scenario.cast.items()
        if (member.company is not None and 0 < member.company <= level) or room.beat in member.beats
    ]


def restage(room: RoomState, script: Script, now: int, at_once: bool = False) -> list[Moved | Looked]:
    """The moves that bring the cast to where the levels and the beat want them; nobody a person plays is moved.

    `at_once` puts them there without a walk: before the scene begins, when nobody is looking.
    """
    wanted = cast_now(room, script)
    targets = _targets(room, script, wanted, now)
    facts: list[Moved | Looked] = []
    for name, avatar in room.avatars.items():
        if avatar.played_by is not None:
            continue
        member = script.scenario.cast[name]
        here = standing_at(avatar.motion, room.scene_time(now)).at
        if name in targets:
            if not avatar.present or _differs(avatar.motion, targets[name]):
                facts.append(_walk(room, script, name, member, here, targets[name], avatar.present, at_once))
        elif avatar.present:
            facts.append(_leave(script, name, member, here))
    return [*facts, *restage_looks(room, script, wanted)]


def restage_looks(room: RoomState, script: Script, present: list[str]) -> list[Looked]:
    """Where each who is in view looks for good; those whom a person plays look where that person wants."""
    facts = []
    for name in present:
        avatar, target = room.avatars[name], lasting_look(room, script, name)
        if avatar.played_by is None and avatar.looks_at != target:
            facts.append(Looked(name, target))
    return facts


def _centre(room: RoomState, script: Script) -> tuple[GroundPoint, float]:
    client = room.client()
    if client is not None:
        return client.at, client.facing
    spot = script.start_spots()[0]
    return spot.at, spot.facing


def _targets(room: RoomState, script: Script, wanted: list[str], now: int) -> dict[str, Target]:
    centre, facing = _centre(room, script)
    closeness = room.levels["closeness"]
    crowd = Crowd(script.place, centre, [person.at for person in room.in_room()])
    for avatar in room.avatars.values():
        if avatar.played_by is not None and avatar.present:
            crowd.add(standing_at(avatar.motion, room.scene_time(now)).at)
    company = [
        name
        for name in wanted
        if script.scenario.cast[name].company is not None and room.avatars[name].played_by is None
    ]
    speaker = script.scenario.beats[room.beat].speaker if room.beat else script.scenario.beats[_first(script)].speaker
    company.sort(key=lambda name: name != speaker)
    targets: dict[str, Target] = {}
    for rank, name in enumerate(company):
        if rank < len(NEAR[closeness]):
            at = stand_near(crowd, NEAR[closeness][rank], facing + AROUND[rank % len(AROUND)])
            targets[name] = _near_target(room, script, name, at, centre, rank)
        else:
            targets[name] = _home_target(script, name, crowd, DISTANCE_M[closeness] + 0.3)
        crowd.add(targets[name][0])
    for name in wanted:
        member = script.scenario.cast[name]
        if member.company is None and room.avatars[name].played_by is None:
            spot = script.spot(member.home)
            targets[name] = (spot.at, spot.facing, spot.posture, spot.seat)
    return targets


def _first(script: Script) -> str:
    return script.scenario.start.beat


def _near_target(room: RoomState, script: Script, name: str, at: GroundPoint, client: GroundPoint, rank: int) -> Target:
    towards = bearing(at, client)
    attention = room.levels["attention"]
    turned = 0.0 if attention >= 2 or rank == 0 else (50.0 if rank % 2 else -50.0)
    cool = room.levels["warmth"] >= 3
    posture: Posture = "crossed" if cool and rank % 2 == 0 else "pockets" if rank % 3 == 2 else "stand"
    return at, towards + turned, posture, None


def _home_target(script: Script, name: str, crowd: Crowd, least: float) -> Target:
    """The spot that is the person's own, unless it is nearer to the client than the level allows."""
    spot = script.spot(script.scenario.cast[name].home)
    if distance(spot.at, crowd.centre) >= least and crowd.is_free(spot.at, ignore_blocks=spot.seat is not None):
        return spot.at, spot.facing, spot.posture, spot.seat
    away = bearing(crowd.centre, spot.at)
    at = stand_near(crowd, max(least, distance(spot.at, crowd.centre)), away)
    posture: Posture = "stand" if spot.posture == "sit" else spot.posture
    return at, spot.facing, posture, None


def _differs(motion: Motion, target: Target) -> bool:
    at, facing, posture, _ = target
    moved = distance(motion.path[-1], at) > 0.05
    return moved or posture != motion.posture or turn_between(facing, motion.facing) > 5.0


def _walk(
    room: RoomState, script: Script, name: str, member: CastMember, here: GroundPoint, target: Target,
    present: bool, at_once: bool,
) -> Moved:  # fmt: skip
    at, facing, posture, seat = target
    speed = WALK_M_S
    if at_once:
        path = [at]
    elif present:
        path = route(script.place, here, at)
    else:
        way = _way(script, member)
        speed, points = way.speed, way.points
        path = [*points, at] if speed > RIDE_M_S else [*points[:-1], *route(script.place, points[-1], at)]
    return Moved(name, [_round(point) for point in path], speed, round(facing, 1), posture, seat)


def _leave(script: Script, name: str, member: CastMember, here: GroundPoint) -> Moved:
    way = _way(script, member)
    points = way.points[::-1]
    path = [here, *points] if way.speed > RIDE_M_S else [*route(script.place, here, points[0]), *points[1:]]
    facing = bearing(points[-2], points[-1])
    return Moved(name, [_round(point) for point in path], way.speed, round(facing, 1), "stand", present=False)


def _way(script: Script, member: CastMember) -> Way:
    """The way a person comes by, from out of sight to the scene: their own, or the one that ends nearest to home."""
    ways = {way.id: way for way in script.place.ways}
    if member.comes_by is not None:
        return ways[member.comes_by]
    home = script.spot(member.home).at
    return min(ways.values(), key=lambda way: distance(way.points[-1], home))


def _round(point: GroundPoint) -> GroundPoint:
    return (round(point[0], 3), round(point[1], 3))


def nearest(room: RoomState, now: int) -> float:
    """Metres from the client to the nearest avatar that is present; infinity when there is none."""
    client = room.client()
    if client is None:
        return math.inf
    here = [_where(room, avatar, now) for avatar in room.avatars.values() if avatar.present]
    return min((distance(client.at, at) for at in here), default=math.inf)


def _where(room: RoomState, avatar: Avatar, now: int) -> GroundPoint:
    return standing_at(avatar.motion, room.scene_time(now)).at
