"""Everything that is measured in one session, together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from rooms.axes import Language
from rooms.facts import Admitted, Fact, Opened, PhaseChanged, Stamped
from rooms.measures import course, talk
from rooms.measures.clock import SceneClock, Stretch
from rooms.measures.looks import Looks, Nearness, looks_at_faces, nearness, surroundings
from rooms.measures.tracks import FOR_EVER, Track
from rooms.people import Role
from rooms.scene import SceneInfo


class Who(msgspec.Struct, frozen=True):
    """A person or an avatar as the measures name them. One without a name has not agreed, or is erased."""

    id: str
    name: str
    role: Role | None
    """None: an avatar."""


class Measures(msgspec.Struct, frozen=True):
    """Times are room ms. What cannot be known is None or empty, never a guess."""

    scene: SceneInfo | None
    language: Language
    from_ms: int
    until_ms: int
    ran_ms: int
    """How long the scene ran: pauses are not counted."""
    client: str | None
    """Whose session it is; None when no client agreed to be in it."""
    who: dict[str, Who]
    spoken: list[talk.Speech]
    speakers: list[talk.Speaker]
    ms_by_kind: dict[talk.Kind, int]
    answers: list[talk.Answer]
    looks: Looks | None
    nearness: Nearness | None
    rising: course.Rising
    distress: course.Distress
    """The client's own."""
    helped: list[course.Helped]
    acts: list[course.Act]
    stills: list[course.Still]
    beats: list[course.Stretch]
    goals: list[course.Moment]
    markers: list[course.Moment]

    @property
    def step_reached(self) -> int:
        """The highest step of the ladder on which the scene ran, from 1."""
        first = next((beat.from_ms for beat in self.beats), self.until_ms)
        steps = self.rising.step
        ends = [*(level.t for level in steps[1:]), FOR_EVER]
        return max((level.level for level, end in zip(steps, ends, strict=False) if end > first), default=1)

    def name(self, who: str) -> str:
        """As people know them; empty for one who has no name here."""
        return self.who[who].name if who in self.who else ""


def measure(
    facts: Sequence[Stamped], tracks: Mapping[str, Track], client: str | None = None, gaps: Sequence[Stretch] = ()
) -> Measures:
    """Measures a session for `client`, by default for the first client who was let in.

    `facts` in order of number; some may be missing. `tracks` by person id (`tracks.tracks_of`). `gaps`: from, until
    (room ms) nothing was recorded; that time is left out of everything.
    """
    who = everyone(facts)
    client = client or next((one.id for one in who.values() if one.role == "client" and one.name), None)
    opened = next((stamped.fact for stamped in facts if isinstance(stamped.fact, Opened)), None)
    until = _until(facts, tracks)
    clock = SceneClock(facts, until, gaps)
    spoken = talk.speeches(facts, clock)
    around = surroundings(facts, tracks, client, clock) if client else None
    return Measures(
        scene=opened.scene if opened else None,
        language=opened.language if opened else "nb",
        from_ms=facts[0].t if facts else 0,
        until_ms=until,
        ran_ms=clock.total(),
        client=client,
        who=who,
        spoken=spoken,
        speakers=talk.speakers(spoken),
        ms_by_kind=talk.ms_by_kind(spoken),
        answers=talk.answers(spoken, client, clock) if client else [],
        looks=looks_at_faces(around) if around else None,
        nearness=nearness(around) if around else None,
        rising=course.rising(facts),
        distress=course.distress(facts, client) if client else course.Distress([], []),
        helped=course.helped(facts, until),
        acts=course.acts(facts),
        stills=course.stills(facts, until),
        beats=course.beats(facts, until),
        goals=course.goals(facts),
        markers=course.markers(facts),
    )


def everyone(facts: Sequence[Stamped]) -> dict[str, Who]:
    """The cast and all who were let in, by id."""
    found: dict[str, Who] = {}
    for stamped in facts:
        fact = stamped.fact
        if isinstance(fact, Opened):
            found |= {name: Who(name, cast.name, None) for name, cast in fact.scene.cast.items()}
        elif isinstance(fact, Admitted):
            found[fact.person] = Who(fact.person, fact.name, fact.role)
    return found


def _until(facts: Sequence[Stamped], tracks: Mapping[str, Track]) -> int:
    """The session's end; where it was cut, the last that is known of it."""
    ended = next((stamped.t for stamped in facts if _ends(stamped.fact)), None)
    if ended is not None:
        return ended
    last = [int(track.t[-1]) for track in tracks.values() if len(track.t)]
    return max([*last, *(stamped.t for stamped in facts[-1:])], default=0)


def _ends(fact: Fact) -> bool:
    return isinstance(fact, PhaseChanged) and fact.phase == "ended"
