"""The course of a scenario: a ladder climbed one axis by one level a step, and beats that can all be reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rooms.axes import AXES, TOP_LEVEL
from rooms.mistakes import Problem, Where, nearest
from rooms.scenario import Scenario

FEWEST_STEPS: Final = 8
"""Steps of a ladder, `start` counted as step 1."""


def course_problems(scenario: Scenario) -> Iterator[Problem]:
    """What keeps the ladder from being climbed and the beats from being reached."""
    yield from _start(scenario)
    yield from _ladder(scenario)
    yield from _unreachable(scenario)


def _start(scenario: Scenario) -> Iterator[Problem]:
    levels: list[tuple[Where, int]] = [
        (("start", "levels", axis), level) for axis, level in scenario.start.levels.items()
    ]
    for where, level in [*levels, (("start", "help"), scenario.start.help)]:
        if not 0 <= level <= TOP_LEVEL:
            yield Problem(where, f"There is no level {level}.", f"0 to {TOP_LEVEL}")


def _ladder(scenario: Scenario) -> Iterator[Problem]:
    steps = 1 + len(scenario.ladder)
    if steps < FEWEST_STEPS:
        problem = f"The ladder has {steps} steps with the start; {FEWEST_STEPS} are wanted."
        yield Problem(("ladder",), problem, f"{FEWEST_STEPS - steps} more, each one axis by one level")
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
    if not 0 <= then <= TOP_LEVEL:
        yield Problem(where, f"There is no level {then}.", f"0 to {TOP_LEVEL}")
    elif then == now:
        yield Problem(where, f"Step {number} changes nothing: {axis} is {now} already.", onward)
    elif abs(then - now) > 1:
        yield Problem(where, f"Step {number} moves {axis} from {now} to {then}; a step moves one level.", onward)


def _unreachable(scenario: Scenario) -> Iterator[Problem]:
    reached = {scenario.start.beat}
    ahead = [scenario.start.beat]
    while ahead:
        for following in _following(scenario, ahead.pop()):
            if following in scenario.beats and following not in reached:
                reached.add(following)
                ahead.append(following)
    for beat in scenario.beats:
        if beat not in reached:
            problem = f"Nothing leads to the beat '{beat}'."
            yield Problem(("beats", beat), problem, f"then: {beat} in a turn or a silence of a beat before it")


def _following(scenario: Scenario, beat_id: str) -> Iterator[str]:
    """The beats that may come right after this one."""
    beat = scenario.beats.get(beat_id)
    if beat is None:
        return
    overridden = set(beat.turns)
    turns = [*beat.turns.values(), *(turn for key, turn in scenario.general.items() if key not in overridden)]
    for then in [*(turn.then for turn in turns), *(silence.then for silence in beat.silence)]:
        if then is not None:
            yield then
