"""Names in what pressure does in a scenario: who stands in, questions, remarks, persuasion, cues, load, tops."""

from __future__ import annotations

from collections.abc import Iterator

from rooms.axes import TOP_LEVEL, Axis
from rooms.cue_parts import CUE_PARTS
from rooms.mistakes import Problem, Where, unknown
from rooms.people import GESTURES
from rooms.place import Place
from rooms.scenario import Scenario
from rooms.scenario_pressure import Cue, Lines, Load, Persuasion, Remark
from rooms.sounds import SOUNDS


def pressure_name_problems(scenario: Scenario, place: Place | None) -> Iterator[Problem]:
    """Names that nothing bears, and levels that the scenario never comes to."""
    yield from _stand_in(scenario)
    yield from _remarks(("followups",), scenario.followups, scenario)
    yield from _remarks(("stalls",), scenario.stalls, scenario)
    for index, question in enumerate(scenario.questions):
        where: Where = ("questions", index)
        yield from unknown((*where, "by"), "person in the cast", question.by, scenario.cast)
        yield from empty_lines((*where, "lines"), question.lines)
    if scenario.persuasion is not None:
        yield from _persuasion(scenario.persuasion, scenario)
    for index, cue in enumerate(scenario.cues):
        yield from _cue(("cues", index), cue, scenario, place)
    if scenario.load is not None:
        yield from _load(scenario.load, scenario)
    yield from _above_tops(scenario)


def empty_lines(where: Where, lines: Lines) -> Iterator[Problem]:
    """Tones in which there is nothing to say."""
    for tone, variants in lines.items():
        if not variants:
            yield Problem((*where, tone), "There is no line here.", "- {nb: …, en: …}")


def _stand_in(scenario: Scenario) -> Iterator[Problem]:
    found = [name for name, member in scenario.cast.items() if member.stands_in]
    for name in found:
        member = scenario.cast[name]
        where: Where = ("cast", name)
        if member.company is not None:
            yield Problem((*where, "company"), "One who stands in counts as no company.", "company: null")
        if member.beats:
            problem = "One who stands in is there whenever the client watches, not in chosen beats."
            yield Problem((*where, "beats"), problem, "beats: []")
    for name in found[1:]:
        problem = f"'{found[0]}' stands in already; one person does."
        yield Problem(("cast", name, "stands_in"), problem, "stands_in: false")


def _remarks(where: Where, remarks: list[Remark], scenario: Scenario) -> Iterator[Problem]:
    for index, remark in enumerate(remarks):
        yield from unknown((*where, index, "by"), "person in the cast", remark.by, scenario.cast)
        yield from unknown((*where, index, "gesture"), "gesture", remark.gesture, GESTURES)
        yield from empty_lines((*where, index, "lines"), remark.lines)


def _persuasion(persuasion: Persuasion, scenario: Scenario) -> Iterator[Problem]:
    for name in ("offers", "again", "reasons", "insists"):
        yield from _remarks(("persuasion", name), getattr(persuasion, name), scenario)
        if not getattr(persuasion, name):
            yield Problem(("persuasion", name), "Nothing is said here.", "- lines: {warm: …, …, hostile: …}")
    if not persuasion.beats:
        yield Problem(("persuasion", "beats"), "It happens in no beat.", "[a beat]")
    for index, beat in enumerate(persuasion.beats):
        yield from unknown(("persuasion", "beats", index), "beat", beat, scenario.beats)
    for side in ("accepts", "declines"):
        meanings: list[str] = getattr(persuasion, side)
        if not meanings and side == "accepts":
            yield Problem(("persuasion", side), "Nothing takes the offer.", "[a meaning]")
        for index, meaning in enumerate(meanings):
            where: Where = ("persuasion", side, index)
            yield from _heard(where, meaning, persuasion.beats, scenario)
            if side == "declines" and meaning in persuasion.accepts:
                yield Problem(where, f"'{meaning}' takes the offer already.", "it once: under accepts or declines")


def _heard(where: Where, meaning: str, beats: list[str], scenario: Scenario) -> Iterator[Problem]:
    """Each of `beats` must have a turn for `meaning`."""
    for beat_id in beats:
        beat = scenario.beats.get(beat_id)
        if beat is not None and meaning not in beat.turns and meaning not in scenario.general:
            instead = f"{meaning}: {{reply: …}} under beats.{beat_id}.turns"
            yield Problem(where, f"The beat '{beat_id}' has no turn for '{meaning}'.", instead)


def _cue(where: Where, cue: Cue, scenario: Scenario, place: Place | None) -> Iterator[Problem]:
    yield from unknown((*where, "part"), "cue", cue.part, CUE_PARTS)
    yield from unknown((*where, "held_by"), "person in the cast", cue.held_by, scenario.cast)
    if place is not None:
        yield from unknown((*where, "on"), "surface of the place", cue.on, place.surfaces)
    if (cue.on is None) == (cue.held_by is None):
        yield Problem(where, "A cue lies somewhere or is held by somebody.", "on: s1, or held_by: a person")
    if cue.held_by is not None and cue.level != TOP_LEVEL:
        problem = f"Things are held out at level {TOP_LEVEL} only."
        yield Problem((*where, "level"), problem, f"level: {TOP_LEVEL}, or on: s1")


def _load(load: Load, scenario: Scenario) -> Iterator[Problem]:
    for index, interruption in enumerate(load.interruptions):
        where: Where = ("load", "interruptions", index)
        yield from unknown((*where, "sound"), "sound", interruption.sound, SOUNDS)
        yield from unknown((*where, "by"), "person in the cast", interruption.by, scenario.cast)
    yield from unknown(("load", "second_task", "goal"), "goal", load.second_task.goal, scenario.goals)
    yield from unknown(("load", "time_limit", "reply"), "reply", load.time_limit.reply, scenario.replies)
    yield from unknown(("load", "time_limit", "then"), "beat", load.time_limit.then, scenario.beats)


def _above_tops(scenario: Scenario) -> Iterator[Problem]:
    """What is written for levels that the scenario never comes to."""
    levels: list[tuple[Where, Axis, int]] = []
    for name, member in scenario.cast.items():
        if member.company is not None:
            levels.append((("cast", name, "company"), "company", member.company))
    levels += [(("start", "levels", axis), axis, level) for axis, level in scenario.start.levels.items()]
    levels += [(("cues", index, "level"), "substance_cues", cue.level) for index, cue in enumerate(scenario.cues)]
    for number, step in enumerate(scenario.ladder):
        levels += [
            (("ladder", number, "set", axis), axis, step.set[axis]) for axis in scenario.tops if axis in step.set
        ]
    for where, axis, level in levels:
        top = scenario.tops.get(axis, TOP_LEVEL)
        if level > top:
            yield Problem(where, f"{axis} goes up to {top} here (tops), not to {level}.", f"{top} at most")
