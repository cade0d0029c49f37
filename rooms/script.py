"""A scenario at work: the loaded files together, and the questions that decisions ask of them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rooms.axes import AXES, TOP_LEVEL, Axis, Language
from rooms.place import Place, Spot
from rooms.scenario import BoardLevel, Card, General, Meaning, Scenario, Turn
from rooms.scenario_pressure import Words
from rooms.scene import CastInfo, OfferedCard, SceneInfo

MOST_CARDS = 6


class Script(msgspec.Struct, frozen=True):
    """One scenario with the general meanings and its place; immutable and shared by rooms."""

    scenario: Scenario
    general: General
    place: Place

    def meanings(self) -> Mapping[str, Meaning]:
        return {**self.general.meanings, **self.scenario.meanings}

    def meaning(self, name: str) -> Meaning | None:
        return self.scenario.meanings.get(name) or self.general.meanings.get(name)

    def card(self, name: str) -> Card | None:
        meaning = self.meaning(name)
        return meaning.card if meaning else None

    def cards(self, beat: str) -> list[OfferedCard]:
        """What may be said in `beat`, as cards, most useful first (at most six: more cannot be taken in)."""
        found = ((name, self.card(name)) for name in self.scenario.beats[beat].cards)
        return [OfferedCard(name, card.icon, card.words) for name, card in found if card][:MOST_CARDS]

    def turn(self, beat: str, meaning: str) -> Turn | None:
        """What follows `meaning` in `beat`: the beat's own turn, else the general one."""
        return self.scenario.beats[beat].turns.get(meaning) or self.scenario.general.get(meaning)

    def meanings_in(self, beat: str) -> set[str]:
        """Everything that would be answered in `beat`."""
        return set(self.scenario.beats[beat].turns) | set(self.scenario.general)

    def steps(self) -> int:
        return 1 + len(self.scenario.ladder)

    def levels_at(self, step: int) -> tuple[dict[Axis, int], int]:
        """The levels and the help of ladder step `step` (1 is the start). Raises IndexError past the top."""
        start = self.scenario.start
        levels: dict[Axis, int] = {axis: start.levels.get(axis, 0) for axis in AXES}
        help_level = start.help
        for number in range(step - 1):
            change = self.scenario.ladder[number].set
            help_level = change.get("help", help_level)
            levels.update({axis: change[axis] for axis in AXES if axis in change})
        return levels, help_level

    def boards_at(self, levels: Mapping[Axis, int]) -> dict[str, BoardLevel]:
        """What each prop that is read says at these levels, by prop."""
        return {board.prop: board.levels[levels[board.axis]] for board in self.scenario.boards}

    def top(self, axis: Axis) -> int:
        """The highest level of `axis` that makes sense here."""
        return self.scenario.tops.get(axis, TOP_LEVEL)

    def stand_in(self) -> str | None:
        """Who plays the client's part while they only watch."""
        return next((name for name, member in self.scenario.cast.items() if member.stands_in), None)

    def start_spots(self) -> list[Spot]:
        return [spot for spot in self.place.spots if spot.you]

    def spot(self, name: str) -> Spot:
        return next(spot for spot in self.place.spots if spot.id == name)

    def scene_info(self) -> SceneInfo:
        scenario, load = self.scenario, self.scenario.load
        first: Words = {"nb": "Start", "en": "Start"}
        cast = {}
        for name, member in scenario.cast.items():
            home = self.spot(member.home)
            cast[name] = CastInfo(member.name, member.part, member.look, home.at, home.facing)
        return SceneInfo(
            id=scenario.id,
            title=scenario.title,
            goal=scenario.goal,
            place=scenario.place,
            minutes=scenario.minutes,
            steps=[first, *(step.words for step in scenario.ladder)],
            cast=cast,
            tops={axis: self.top(axis) for axis in AXES},
            cues=scenario.cues,
            second_task=load.second_task.words if load else None,
            second_goal=load.second_task.goal if load else None,
            limit_s=load.time_limit.seconds if load else None,
        )

    def fill(self, words: Words, levels: Mapping[Axis, int]) -> dict[Language, str]:
        """`words` with the values of the boards, such as {next}, put in."""
        values = {name: value for board in self.boards_at(levels).values() for name, value in board.values.items()}
        return {language: _filled(text, values) for language, text in words.items()}


def _filled(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text
