"""Who is where, and how they stand: company, closeness and attention as bodies in a place. Pure and deterministic.

The avatar nearest to the client stands at exactly the distance of the level (`axes.DISTANCE_M`); the others stand
farther off. Sources: the axes' own (Lange & Pauli 2019 for distance, Pan 2012 for gaze); the arrangement is ours.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rooms.axes import DISTANCE_M
from rooms.crossing import speed_among, track, track_of
from rooms.facts import Moved
from rooms.floor import APART_M, Crowd, stand_near
from rooms.motion import RIDE_M_S, WALK_M_S, arrival, bearing, distance, standing_at, turn_between
from rooms.people import Avatar, Motion
from rooms.place import GroundPoint, Posture, Way
from rooms.routes import route
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

STAYS_WITHIN_M = 4.5
"""One who stands within this keeps their side of the client..."""
IN_VIEW_DEGREES = 80.0
"""...but one who talks with them does not do so from behind."""

SAME_M = 0.03
"""Nobody takes a step for less than this..."""
SAME_DEGREES = 5.0
"""...or turns for less."""

Target = tuple[GroundPoint, float, Posture, float | None]
"""Where, facing, posture, seat height."""


def cast_now(room: RoomState, script: Script) -> list[str]:
    """Who is in view now: by the level of company, and those whom the beat needs; before the scene, its first beat."""
    level = room.levels["company"]
    beat = room.beat or script.scenario.start.beat
    return [
        name
        for name, member in script.scenario.cast.items()
        if (member.company is not None and 0 < member.company <= level)
        or beat in member.beats
        or (member.stands_in and room.levels["your_part"] == 0)
    ]


def restage(
    room: RoomState, script: Script, now: int, at_once: bool = False, anew: Collection[str] = (), stay: bool = False
) -> list[Moved]:
    """The moves that bring the cast to where the levels and the beat want them; nobody a person plays is moved.

    `at_once` puts them there without a walk: before the scene begins, when nobody is looking. Those who are `anew`
    among the others do not keep the side of the client on which they happen to stand. With `stay` those who are far
    enough away stay where they are.
    """
    wanted = cast_now(room, script)
    targets = _targets(room, script, wanted, anew, stay)
    free = [avatar for avatar in room.avatars.values() if avatar.played_by is None]
    come = [one for one in free if one.id in targets and (not one.present or _differs(one.motion, targets[one.id]))]
    go = [one for one in free if one.id not in targets and one.present]
    going = {one.id for one in (*come, *go)}
    staying = [one for one in room.avatars.values() if one.present and one.id not in going]
    scene = Scene(
        script, [person.at for person in room.in_room() if person.body is not None], room.scene_time(now), staying
    )
    if at_once:
        return [*(_put(one.id, targets[one.id]) for one in come), *(scene.gone(one) for one in go)]
    return [*(scene.leave(one) for one in go), *(scene.walk(one, targets[one.id]) for one in come)]


def _centre(room: RoomState, script: Script) -> tuple[GroundPoint, float]:
    client = room.client()
    if client is not None:
        return client.at, client.facing
    spot = script.start_spots()[0]
    return spot.at, spot.facing


def _targets(
    room: RoomState, script: Script, wanted: list[str], anew: Collection[str], stay: bool
) -> dict[str, Target]:
    client, facing = _centre(room, script)
    first = room.client()
    others = [person.at for person in room.in_room() if person.body is not None and person is not first]
    crowd = Crowd(script.place, client, others)
    for avatar in room.avatars.values():
        if avatar.played_by is not None and avatar.present:
            crowd.add(avatar.motion.path[-1])
    members = {name: script.scenario.cast[name] for name in wanted if room.avatars[name].played_by is None}
    targets: dict[str, Target] = {}
    speaker = script.scenario.beats[room.beat or script.scenario.start.beat].speaker
    for name, member in members.items():
        if held_by_post(script, name):
            targets[name] = _post_target(script, member, crowd)
            crowd.add(targets[name][0])
    near = [name for name in members if name not in targets]
    near.sort(key=lambda name: (name != speaker, members[name].company is None))
    closeness = room.levels["closeness"]
    for rank, name in enumerate(near):
        if rank < len(NEAR[closeness]):
            planned = facing + AROUND[rank % len(AROUND)]
            towards = planned if name in anew else _direction(room.avatars[name], client, facing, rank, planned)
            at = stand_near(crowd, NEAR[closeness][rank], towards)
            targets[name] = _near_target(room, at, client, rank)
        else:
            least = DISTANCE_M[closeness] + 0.3
            here = _as_it_stands(room.avatars[name], crowd, least) if stay else None
            targets[name] = here or _home_target(script, members[name], crowd, least)
        crowd.add(targets[name][0])
    return targets


def held_by_post(script: Script, name: str) -> bool:
    """Whether a post holds this person, however near the others come: a counter, a seat of their own, a bus."""
    member = script.scenario.cast[name]
    spot = script.spot(member.home)
    return member.company is None and (spot.fixed or spot.seat is not None or member.comes_by == "bus")


def _direction(avatar: Avatar, client: GroundPoint, facing: float, rank: int, planned: float) -> float:
    """Where round the client: as one stands already, unless that is far off or behind one to be talked with."""
    here = avatar.motion.path[-1]
    if not avatar.present or distance(here, client) > STAYS_WITHIN_M:
        return planned
    now = bearing(client, here)
    return planned if rank == 0 and turn_between(now, facing) > IN_VIEW_DEGREES else now


def _near_target(room: RoomState, at: GroundPoint, client: GroundPoint, rank: int) -> Target:
    towards = bearing(at, client)
    attention = room.levels["attention"]
    turned = 0.0 if attention >= 2 or rank == 0 else (50.0 if rank % 2 else -50.0)
    cool = room.levels["warmth"] >= 3
    posture: Posture = "crossed" if cool and rank % 2 == 0 else "pockets" if rank % 3 == 2 else "stand"
    return at, towards + turned, posture, None


def _post_target(script: Script, member: CastMember, crowd: Crowd) -> Target:
    """The spot that belongs to the part (the door of the bus); a step aside only where a person stands on it."""
    spot = script.spot(member.home)
    if distance(spot.at, crowd.client) >= APART_M and crowd.is_free(spot.at, ignore_blocks=True):
        return spot.at, spot.facing, spot.posture, spot.seat
    aside = Crowd(script.place, spot.at, [crowd.client, *crowd.taken()])
    return stand_near(aside, APART_M, spot.facing), spot.facing, "stand", None


def _as_it_stands(avatar: Avatar, crowd: Crowd, least: float) -> Target | None:
    """Where the avatar is already, if that is far enough away and nobody else's."""
    motion = avatar.motion
    here = motion.path[-1]
    free = avatar.present and distance(here, crowd.client) >= least and crowd.is_free(here, ignore_blocks=True)
    return (here, motion.facing, motion.posture, motion.seat) if free else None


def _home_target(script: Script, member: CastMember, crowd: Crowd, least: float) -> Target:
    """The spot that is the person's own, unless it is nearer to the client than the level allows."""
    spot = script.spot(member.home)
    if distance(spot.at, crowd.client) >= least and crowd.is_free(spot.at, ignore_blocks=spot.seat is not None):
        return spot.at, spot.facing, spot.posture, spot.seat
    at = stand_near(crowd, max(least, distance(spot.at, crowd.client)), bearing(crowd.centre, spot.at))
    posture: Posture = "stand" if spot.posture == "sit" else spot.posture
    return at, spot.facing, posture, None


def _differs(motion: Motion, target: Target) -> bool:
    at, facing, posture, _ = target
    moved = distance(motion.path[-1], at) > SAME_M
    return moved or posture != motion.posture or turn_between(facing, motion.facing) > SAME_DEGREES


def _put(name: str, target: Target) -> Moved:
    at, facing, posture, seat = target
    return Moved(name, [_round(at)], WALK_M_S, round(facing, 1), posture, seat)


class Scene:
    """How avatars get about at one moment: `humans` and those who `stay` are walked round; `now` is scene time (ms).

    Those who set out together keep clear of each other by their speeds.
    """

    def __init__(self, script: Script, humans: list[GroundPoint], now: int, stay: Sequence[Avatar] = ()) -> None:
        self._script = script
        self._in_the_way = [*humans, *(one.motion.path[-1] for one in stay)]
        self._now = now
        self._tracks = [track_of(one.motion, now) for one in stay]

    def walk(self, avatar: Avatar, target: Target) -> Moved:
        """From where it is, if it can be seen there (also on its way out), else from out of sight."""
        at, facing, posture, seat = target
        way_speed = WALK_M_S
        if avatar.present or self._still_in_sight(avatar.motion):
            path = self._route(standing_at(avatar.motion, self._now).at, at)
        else:
            way = self._way(avatar.id)
            way_speed, points = way.speed, way.points
            path = [*points, at] if way_speed > RIDE_M_S else [*points[:-1], *self._route(points[-1], at)]
        speed = way_speed if way_speed > RIDE_M_S else self._pace(path)
        return Moved(avatar.id, [_round(point) for point in path], speed, round(facing, 1), posture, seat)

    def _pace(self, path: list[GroundPoint]) -> float:
        speed = speed_among(path, self._tracks)
        self._tracks.append(track(path, speed))
        return speed

    def leave(self, avatar: Avatar) -> Moved:
        """The way it came by, the other way round."""
        way = self._way(avatar.id)
        here, points = standing_at(avatar.motion, self._now).at, way.points[::-1]
        path = [here, *points] if way.speed > RIDE_M_S else [*self._route(here, points[0]), *points[1:]]
        return self._away(avatar, path, way.speed if way.speed > RIDE_M_S else self._pace(path))

    def gone(self, avatar: Avatar) -> Moved:
        """Out of sight at once."""
        return self._away(avatar, [self._way(avatar.id).points[0]], WALK_M_S)

    def _away(self, avatar: Avatar, path: list[GroundPoint], speed: float) -> Moved:
        out = self._way(avatar.id).points[::-1]
        facing = round(bearing(out[-2], out[-1]), 1)
        return Moved(avatar.id, [_round(point) for point in path], speed, facing, "stand", present=False)

    def _route(self, start: GroundPoint, end: GroundPoint) -> list[GroundPoint]:
        return route(self._script.place, start, end, self._in_the_way)

    def _still_in_sight(self, motion: Motion) -> bool:
        return motion.speed <= RIDE_M_S and self._now < arrival(motion)

    def _way(self, name: str) -> Way:
        """The way a person comes by, from out of sight: their own, or the one that ends nearest to home."""
        ways = {way.id: way for way in self._script.place.ways}
        member = self._script.scenario.cast[name]
        if member.comes_by is not None:
            return ways[member.comes_by]
        home = self._script.spot(member.home).at
        return min(ways.values(), key=lambda way: distance(way.points[-1], home))


def _round(point: GroundPoint) -> GroundPoint:
    return (round(point[0], 3), round(point[1], 3))
