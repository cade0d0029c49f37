"""The course of a scenario: a ladder climbed one axis by one level a step, and a way through all beats to the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rooms.axes import AXES, TOP_LEVEL
from rooms.mistakes import Problem, Where, nearest
from rooms.remarks import CLOSING
from rooms.scenario import Scenario, Turn

LEAVE: Final = "leave"
"""The general meaning that ends a scene from anywhere; it does not count as a way on."""


def course_problems(scenario: Scenario) -> Iterator[Problem]:
    """What keeps the ladder from being climbed, the beats from being reached, and the scene from ending."""
    yield from _ladder(scenario)
    yield from _unreachable(scenario)
    if CLOSING not in scenario.beats:
        yield Problem(("beats",), f"There is no beat '{CLOSING}' to end in.", f"{CLOSING}: as the last beat")
        return
    yield from _dead_ends(scenario)
    yield from _leaving(scenario)


def _ladder(scenario: Scenario) -> Iterator[Problem]:
    levels: dict[str, int] = {axis: scenario.start.levels.get(axis, 0) for axis in AXES}
    levels["help"] = scenario.start.help
    for index, step in enumerate(scenario.ladder):
        number = index + 2
        where: Where = ("ladder", index, "set")
        if len(step.set) != 1:
            problem = f"Step {number} moves {_count(len(step.set))}; a step moves one."
            yield Problem(where, problem, "one axis by one level, and the others as steps of their own")
        for axis, level in step.set.items():
            if axis not in levels:
                yield Problem((*where, axis), f"There is no axis '{axis}'.", nearest(axis, levels))
                continue
            yield from _move((*where, axis), number, axis, levels[axis], level)
            levels[axis] = level


def _count(axes: int) -> str:
    return "no axis" if axes == 0 else f"{axes} axes"


def _move(where: Where, number: int, axis: str, now: int, then: int) -> Iterator[Problem]:
    onward = f"{axis}: {now + 1 if now < TOP_LEVEL else now - 1}"
    if then == now:
        yield Problem(where, f"Step {number} changes nothing: {axis} is {now} already.", onward)
    elif abs(then - now) > 1:
        yield Problem(where, f"Step {number} moves {axis} from {now} to {then}; a step moves one level.", onward)


def _unreachable(scenario: Scenario) -> Iterator[Problem]:
    reached = _reached_from(scenario, scenario.start.beat, leaving=True)
    for beat in scenario.beats:
        if beat not in reached:
            problem = f"Nothing leads to the beat '{beat}'."
            yield Problem(("beats", beat), problem, f"then: {beat} in a turn or a silence of a beat before it")


def _dead_ends(scenario: Scenario) -> Iterator[Problem]:
    for beat in scenario.beats:
        if CLOSING not in _reached_from(scenario, beat, leaving=False):
            problem = f"Nobody comes from the beat '{beat}' to the end but by leaving."
            yield Problem(("beats", beat), problem, "then: the next beat, in a turn or a silence")


def _leaving(scenario: Scenario) -> Iterator[Problem]:
    leaves: list[tuple[Where, Turn | None]] = [(("general", LEAVE), scenario.general.get(LEAVE))]
    leaves += [
        (("beats", name, "turns", LEAVE), beat.turns[LEAVE])
        for name, beat in scenario.beats.items()
        if LEAVE in beat.turns and name != CLOSING
    ]
    for where, turn in leaves:
        if turn is not None and turn.then != CLOSING:
            yield Problem(where, "Leaving must always end the scene.", f"then: {CLOSING}")


def _reached_from(scenario: Scenario, start: str, leaving: bool) -> set[str]:
    """The beats that may come after `start`, itself included; with `leaving`, also by leaving."""
    reached, ahead = {start}, [start]
    while ahead:
        for following in _following(scenario, ahead.pop(), leaving):
            if following in scenario.beats and following not in reached:
                reached.add(following)
                ahead.append(following)
    return reached


def _following(scenario: Scenario, beat_id: str, leaving: bool) -> Iterator[str]:
    """The beats that may come right after this one."""
    beat = scenario.beats.get(beat_id)
    if beat is None:
        return
    turns = {**scenario.general, **beat.turns}
    thens = [turn.then for meaning, turn in turns.items() if leaving or meaning != LEAVE]
    yield from (then for then in [*thens, *(silence.then for silence in beat.silence)] if then is not None)
