"""A session as messages that Foxglove and Rerun draw: where heads, hands and avatars are, figures, and what was said.

The place is +y up; viewers are +z up. So everything hangs in the frame `room`, which lies on its side in `world`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from foxglove_schemas_protobuf.ArrowPrimitive_pb2 import ArrowPrimitive
from foxglove_schemas_protobuf.Color_pb2 import Color
from foxglove_schemas_protobuf.FrameTransform_pb2 import FrameTransform
from foxglove_schemas_protobuf.FrameTransforms_pb2 import FrameTransforms
from foxglove_schemas_protobuf.Log_pb2 import Log
from foxglove_schemas_protobuf.Pose_pb2 import Pose
from foxglove_schemas_protobuf.Quaternion_pb2 import Quaternion
from foxglove_schemas_protobuf.SceneEntity_pb2 import SceneEntity
from foxglove_schemas_protobuf.SceneEntityDeletion_pb2 import SceneEntityDeletion
from foxglove_schemas_protobuf.SceneUpdate_pb2 import SceneUpdate
from foxglove_schemas_protobuf.SpherePrimitive_pb2 import SpherePrimitive
from foxglove_schemas_protobuf.TextPrimitive_pb2 import TextPrimitive
from foxglove_schemas_protobuf.Vector3_pb2 import Vector3
from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp

from rooms.bodies import LEFT, RIGHT
from rooms.facts import Moved
from rooms.measures.clock import SceneClock
from rooms.measures.figures import EYES_SITTING_M, EYES_STANDING_M
from rooms.measures.tracks import Bytes, bodies_held, joints
from rooms.measures.words import say
from rooms.motion import RIDE_M_S, arrival, standing_at
from rooms.people import Motion
from server.export.session import ExportedSession

WALK_STEP_MS: Final = 100
"""How often it is told where a walking avatar is."""
TICKS_AT_ONCE: Final = 100
"""How many ticks are unpacked together: numbers of Python are large."""
MS: Final = 1_000_000
"""Nanoseconds."""
HALF: Final = 0.5**0.5
UPRIGHT: Final = (HALF, 0.0, 0.0, HALF)
"""Turns +y to +z."""
AHEAD: Final = (0.0, HALF, 0.0, HALF)
"""Turns an arrow, which points along +x, to where a head faces: -z."""
PARTS: Final = ("", "/left", "/right")
"""What stands behind a person's id in the name of each joint's frame."""
HANDS: Final = (0, LEFT, RIGHT)
HEAD_M: Final = (0.18, 0.26, 0.2)
PERSON, AVATAR, SILHOUETTE = (0.12, 0.38, 0.41, 1.0), (0.72, 0.55, 0.36, 1.0), (0.6, 0.6, 0.6, 0.6)

Place = tuple[float, float, float]
Turn = tuple[float, float, float, float]


class Told(NamedTuple):
    """A message at a moment: Unix time in ns."""

    ns: int
    topic: str
    message: Message


class Row(NamedTuple):
    """A pose row as numbers: for head, left and right hand x, y, z and a turn's x, y, z, w."""

    body: int
    flags: int
    joints: list[list[float]]


class Joint:
    """One joint's frame, filled in again at every tick: there are millions, and making each anew took most of the
    time."""

    def __init__(self, child: str) -> None:
        self.frame = _frame(0, "room", child, (0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))
        self._time, self._at, self._turn = self.frame.timestamp, self.frame.translation, self.frame.rotation

    def fill(self, time: Timestamp, numbers: list[float]) -> FrameTransform:
        """To be copied before it is filled in again."""
        at, turn = self._at, self._turn
        self._time.CopyFrom(time)
        at.x, at.y, at.z, turn.x, turn.y, turn.z, turn.w = numbers
        return self.frame


class Figures:
    """Makes the messages of one session, in order of time on each topic."""

    def __init__(self, session: ExportedSession) -> None:
        self._session = session
        self._opened = round(session.about.opened_at * 1000) * MS
        self._clock = SceneClock(session.facts, session.measures.until_ms)

    def ns(self, t: int) -> int:
        """Unix time in ns of room time `t` (ms)."""
        return self._opened + t * MS

    def ground(self) -> Iterator[Told]:
        """How the room lies in the world; told once."""
        start = self.ns(self._session.measures.from_ms)
        lies = _frame(start, "world", "room", (0.0, 0.0, 0.0), UPRIGHT)
        yield Told(start, "/tf", FrameTransforms(transforms=[lies]))

    def people(self) -> Iterator[Told]:
        """Heads and hands as they were shown, one message a tick."""
        poses = self._session.poses
        held = [(one, [Joint(one.person + part) for part in PARTS]) for one in bodies_held(self._session.facts)]
        ticks = [0, *(np.flatnonzero(np.diff(poses.t)) + 1).tolist(), len(poses.t)]
        for some in range(0, len(ticks) - 1, TICKS_AT_ONCE):
            edges = ticks[some : some + TICKS_AT_ONCE + 1]
            rows = _rows(poses.rows[edges[0] : edges[-1]])
            for start, end in pairwise(edges):
                t = int(poses.t[start : start + 1].sum())
                here = {one.body: own for one, own in held if one.from_ms <= t < one.until_ms}
                time = _time(self.ns(t))
                frames = [
                    joint.fill(time, numbers)
                    for row in rows[start - edges[0] : end - edges[0]]
                    for joint, hand, numbers in zip(here.get(row.body, ()), HANDS, row.joints, strict=False)
                    if not hand or row.flags & hand
                ]
                if frames:
                    yield Told(self.ns(t), "/tf", FrameTransforms(transforms=frames))

    def walks(self) -> Iterator[Told]:
        """Where each avatar is while it walks, and where it stands then."""
        for t, until, move in self._moves():
            motion = Motion(move.path, 0, move.speed, move.facing, move.posture)
            height = EYES_SITTING_M if move.posture == "sit" else EYES_STANDING_M
            end = min(until, self._clock.after(t, arrival(motion)))
            steps = (now for since, to in self._clock.within(t, end) for now in range(since, to, WALK_STEP_MS))
            for now in sorted({t, *steps, end}):
                stands = standing_at(motion, self._clock.between(t, now))
                turn = math.radians(stands.facing + 180.0) / 2
                frame = _frame(
                    self.ns(now), "room", move.avatar, (stands.at[0], height, stands.at[1]),
                    (0.0, math.sin(turn), 0.0, math.cos(turn)),
                )  # fmt: skip
                yield Told(self.ns(now), "/tf", FrameTransforms(transforms=[frame]))

    def _moves(self) -> Iterator[tuple[int, int, Moved]]:
        """Each walk with the room times at which it begins and at which the avatar's next begins."""
        moves = [(one.t, one.fact) for one in self._session.facts if isinstance(one.fact, Moved)]
        for number, (t, move) in enumerate(moves):
            later = (other for other, next_move in moves[number + 1 :] if next_move.avatar == move.avatar)
            yield t, next(later, self._session.measures.until_ms), move

    def scene(self) -> Iterator[Told]:
        """Figures that come and go: a head, the way it faces, and a name."""
        for held in bodies_held(self._session.facts):
            came = self._session.poses.t[self._session.poses.body == held.body]
            came = came[(came >= held.from_ms) & (came < held.until_ms)]
            if len(came):
                yield self._comes(int(came[0]), held.person, avatar=False)
                yield self._goes(min(held.until_ms, self._session.measures.until_ms), held.person)
        for t, _, move in self._moves():
            arrives = self._clock.after(t, arrival(Motion(move.path, 0, move.speed, move.facing, move.posture)))
            rides = move.speed > RIDE_M_S
            if move.present:
                yield self._comes(arrives if rides else t, move.avatar, avatar=True)
            else:
                yield self._goes(t if rides else arrives, move.avatar)

    def _comes(self, t: int, who: str, avatar: bool) -> Told:
        name = self._session.measures.name(who)
        label = f"{name} ({say('artificial')[self._session.about.language]})" if avatar else name
        rgba = AVATAR if avatar else PERSON if name else SILHOUETTE
        entity = SceneEntity(
            timestamp=_time(self.ns(t)), frame_id=who, id=who, frame_locked=True,
            spheres=[SpherePrimitive(pose=_pose((0.0, 0.0, 0.0)), size=_vector(HEAD_M), color=_colour(rgba))],
            arrows=[ArrowPrimitive(
                pose=_pose((0.0, 0.0, 0.0), AHEAD), shaft_length=0.25, shaft_diameter=0.02, head_length=0.06,
                head_diameter=0.05, color=_colour(rgba),
            )] if name else [],
            texts=[TextPrimitive(
                pose=_pose((0.0, 0.3, 0.0)), billboard=True, font_size=0.12, color=_colour(rgba), text=label,
            )] if name else [],
        )  # fmt: skip
        return Told(self.ns(t), "/scene", SceneUpdate(entities=[entity]))

    def _goes(self, t: int, who: str) -> Told:
        gone = SceneEntityDeletion(timestamp=_time(self.ns(t)), type=SceneEntityDeletion.MATCHING_ID, id=who)
        return Told(self.ns(t), "/scene", SceneUpdate(deletions=[gone]))

    def lines(self) -> Iterator[Told]:
        """What was said, as lines of a log: who, in which way, the words."""
        language, measures = self._session.about.language, self._session.measures
        for speech in measures.spoken:
            words = speech.words.get(language) or next(iter(speech.words.values()), "")
            kind = say(f"kind.{speech.kind}")[language]
            name = measures.name(speech.who) or say("someone")[language]
            ns = self.ns(speech.start)
            yield Told(
                ns, "/said", Log(timestamp=_time(ns), level=Log.INFO, name=name, message=f"{name} ({kind}): {words}")
            )


def _rows(rows: Bytes) -> list[Row]:
    """Pose rows as plain numbers."""
    numbers = np.stack([np.concatenate(joints(rows, offset), axis=1) for offset in (2, 12, 22)], axis=1)
    return list(map(Row, rows[:, 0].tolist(), rows[:, 1].tolist(), numbers.tolist()))


def _frame(ns: int, parent: str, child: str, at: Place, turn: Turn) -> FrameTransform:
    return FrameTransform(
        timestamp=_time(ns), parent_frame_id=parent, child_frame_id=child,
        translation=_vector(at), rotation=Quaternion(x=turn[0], y=turn[1], z=turn[2], w=turn[3]),
    )  # fmt: skip


def _time(ns: int) -> Timestamp:
    return Timestamp(seconds=ns // 1_000_000_000, nanos=ns % 1_000_000_000)


def _vector(at: Place) -> Vector3:
    return Vector3(x=at[0], y=at[1], z=at[2])


def _pose(at: Place, turn: Turn = (0.0, 0.0, 0.0, 1.0)) -> Pose:
    return Pose(position=_vector(at), orientation=Quaternion(x=turn[0], y=turn[1], z=turn[2], w=turn[3]))


def _colour(rgba: tuple[float, float, float, float]) -> Color:
    return Color(r=rgba[0], g=rgba[1], b=rgba[2], a=rgba[3])
