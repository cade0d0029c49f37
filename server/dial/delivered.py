"""What a run delivered on each axis, and whether that is what its level promises. Pure.

Tolerances: negative replies within one of eight, eyes within 5 points, distance within 0.1 m, company, offers in a row,
tones and depth of questions exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

import msgspec
import numpy as np

from rooms import facts as f
from rooms.axes import AXES, COMPANY, CRITICAL_SHARE, DISTANCE_M, GAZE_SHARE, NOISE, TONES, Axis
from rooms.remarks import INTERRUPTED, QUESTION_EVERY, SECOND_TASK, TIME_LIMIT
from rooms.script import Script
from server.dial.exchanges import Run

OF: Final = 8
REPLIES_OFF: Final = 1
GAZE_OFF: Final = 0.05
DISTANCE_OFF: Final = 0.1


class Delivered(msgspec.Struct, frozen=True):
    """What was measured of each axis, as one number that grows with its level; None where there was nothing to measure.

    company: most people at once · attention: share of time · closeness: metres, negated · warmth: mean tone (0-4) ·
    critical_replies: share · your_part: how much is left to the client (0-4) · personal_questions: depth ·
    persuasion: most pushes in a row · substance_cues: things in sight · load: loudness, and what else there is to mind
    """

    values: dict[Axis, float | None]
    worst_of_eight: float
    """How many replies the worst stretch of eight was off the promised number."""
    questions: int


def delivered(run: Run, script: Script, levels: Mapping[Axis, int]) -> Delivered:
    said = [one.fact for one in run.log if isinstance(one.fact, f.Said)]
    counted = np.array([line.critical for line in said if line.critical is not None], dtype=np.float64)
    share = CRITICAL_SHARE[levels["critical_replies"]]
    windows = np.convolve(counted, np.ones(OF), "valid") if len(counted) >= OF else counted.sum(keepdims=True)
    tones = [TONES.index(line.tone) for line in said if line.tone is not None]
    questions = [line.level or 0 for line in said if line.remark == "question"]
    near = [sample.nearest for sample in run.samples if sample.nearest is not None]
    values: dict[Axis, float | None] = {
        "company": float(max((sample.company for sample in run.samples), default=0)),
        "attention": _gaze(run),
        "closeness": -float(np.median(near)) if near else None,
        "warmth": float(np.mean(tones)) if tones else None,
        "critical_replies": float(counted.mean()) if len(counted) else None,
        "your_part": _left_to_the_client(run),
        "personal_questions": float(max(questions, default=0)),
        "persuasion": float(max((line.level or 0 for line in said if line.remark == "push"), default=0)),
        "substance_cues": float(sum(cue.level <= levels["substance_cues"] for cue in script.scenario.cues)),
        "load": _load(run, levels),
    }
    off = float(np.abs(windows - OF * share).max(initial=0.0)) if len(counted) >= OF else 0.0
    return Delivered(values, off, len(questions))


def _gaze(run: Run) -> float | None:
    """The share of time that the avatars in view looked at the client, all avatars alike."""
    looks = [look for sample in run.samples for look in sample.looks.values()]
    return float(np.mean(looks)) if looks else None


def _left_to_the_client(run: Run) -> float | None:
    """0 the stand-in speaks for one, 1 short answers do, 2 more is asked for, 3 nobody begins, 4 one is put off."""
    talk = [one.fact for one in run.log if isinstance(one.fact, f.BeatBegan | f.Said)]
    said = [one for one in talk if isinstance(one, f.Said)]
    if any(line.remark == "stand_in" for line in said):
        return 0.0
    if all(line.source == "person" for line in said):
        return None  # nobody was there to begin
    first = [one for before, one in pairwise(talk) if isinstance(before, f.BeatBegan) and isinstance(one, f.Said)]
    opened = any(line.source == "authored" and line.answers is None and line.remark is None for line in first)
    followed = any(line.remark == "followup" for line in said)
    stalled = any(line.remark == "stall" for line in said)
    if opened:
        return 2.0 if followed else 1.0
    return 4.0 if stalled else 3.0


def _load(run: Run, levels: Mapping[Axis, int]) -> float:
    """Loudness 0-1, and 1 each for interruptions, a second task, and a time limit."""
    facts = [one.fact for one in run.log]
    broke_in = any(isinstance(one, f.Interrupted) or getattr(one, "remark", None) == "interruption" for one in facts)
    counted = any(isinstance(one, f.CountdownSet) and one.until is not None for one in facts)
    noise = NOISE[levels["load"]]
    return noise + broke_in + (levels["load"] >= SECOND_TASK) + counted


def failures(what: Delivered, script: Script, levels: Mapping[Axis, int], exchanges: int) -> list[str]:
    """Each promise that was not kept, in plain words; empty when all were."""
    values, off = what.values, []
    if what.worst_of_eight > REPLIES_OFF:
        off.append(f"critical_replies: {what.worst_of_eight:.1f} of 8 replies off")
    if (gaze := values["attention"]) is not None and abs(gaze - GAZE_SHARE[levels["attention"]]) > GAZE_OFF:
        off.append(f"attention: looked at {gaze:.0%} of the time, promised {GAZE_SHARE[levels['attention']]:.0%}")
    metres = DISTANCE_M[levels["closeness"]]
    if (near := values["closeness"]) is not None and abs(-near - metres) > DISTANCE_OFF:
        off.append(f"closeness: {-near:.2f} m, promised {metres:.2f} m")
    if values["company"] != COMPANY[levels["company"]]:
        off.append(f"company: {values['company']:.0f} people, promised {COMPANY[levels['company']]}")
    exact: tuple[Axis, ...] = ("warmth", "your_part", "personal_questions", "persuasion")
    for axis in exact:
        value = values[axis]
        if value is not None and abs(value - levels[axis]) > 1e-6:
            off.append(f"{axis}: {value:.2f}, promised {levels[axis]}")
    known = sum(question.level <= levels["personal_questions"] for question in script.scenario.questions)
    least = min(known, exchanges // (QUESTION_EVERY + 1) - 3)
    if what.questions < least:
        off.append(f"personal_questions: {what.questions} in {exchanges} exchanges, at least {least} promised")
    broke_in = (values["load"] or 0.0) - NOISE[levels["load"]]
    wanted = (levels["load"] >= INTERRUPTED) + (levels["load"] >= SECOND_TASK) + (levels["load"] >= TIME_LIMIT)
    if round(broke_in) != wanted:
        off.append(f"load: {broke_in:.0f} things to mind, promised {wanted}")
    return off


def falls(values: list[float | None]) -> bool:
    """Whether a measure that should grow from level to level does not."""
    known = [value for value in values if value is not None]
    return any(b <= a + 1e-9 for a, b in pairwise(known))


def moved_too(before: Delivered, after: Delivered, axis: Axis) -> list[str]:
    """Other axes that changed although only `axis` was turned."""
    limits: dict[Axis, float] = {"attention": 2 * GAZE_OFF, "closeness": DISTANCE_OFF, "critical_replies": 0.13}
    moved = []
    for other in AXES:
        a, b = before.values[other], after.values[other]
        if other != axis and a is not None and b is not None and abs(a - b) > limits.get(other, 1e-6):
            moved.append(f"{other} moved from {a:.2f} to {b:.2f} when only {axis} was turned")
    return moved
