"""A scenario played through as text: the real room and avatars in virtual time, so nobody has to wait.

What is typed is said; a number chooses a card; an empty line lets the silence go on until somebody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from agents.authored import waiting_line
from agents.understanding import Understanding
from rooms import facts as f
from rooms import intents as i
from rooms.axes import Language
from rooms.remarks import CLIENT_STARTS, CLOSING
from rooms.script import Script
from server.text_play_words import REMARKS, TONES, WORDS, worded
from server.virtual_room import VirtualRoom

LOOK_MS: Final = 250
RESTED_MS: Final = 4_000
"""So long after the last word nobody goes on by themselves: shorter than any silence that somebody breaks."""
LONGEST_MS: Final = 30_000
"""Walks and long answers take no longer; whoever has not come to rest by then is played on from there."""
LONGEST_SILENCE_MS: Final = 120_000
STAFF, CLIENT = "staff", "client"


class TextPlay:
    """One play-through. `show` is given each line to print. Raises ValueError for a step that is not on the ladder."""

    def __init__(
        self, script: Script, understanding: Understanding, language: Language, step: int, show: Callable[[str], None]
    ) -> None:
        if not 1 <= step <= script.steps():
            raise ValueError(f"there is no step {step}: 1 to {script.steps()}")
        self._script = script
        self._language = language
        self._show = show
        self._room = VirtualRoom(script, understanding, language, step=step)
        self._state = self._room.runner.state
        self._moved = 0
        """When somebody last spoke or the scene last changed, in ms."""
        self._spoken = 0
        """Lines that avatars have said so far."""

    def begin(self) -> None:
        """Comes into the room and lets the scene start."""
        scenario, language = self._script.scenario, self._language
        self._show(f"{scenario.title[language]}. {scenario.goal[language]}")
        steps = self._script.scene_info().steps
        self._tell("step", step=self._state.step, steps=len(steps), words=steps[self._state.step - 1][language])
        self._tell("how")
        self._room.knock(STAFF, "therapist", "Staff", language=language)
        self._room.come(CLIENT, "client", "Du" if language == "nb" else "You", by=STAFF, language=language)
        self._room.runner.listen(self._hear)
        for prop, board in self._script.boards_at(self._state.levels).items():
            self._show(f"{prop}: {' / '.join(board.rows[language])}")
        self._room.ask(STAFF, i.Continue())
        self._settle()
        self._cards()

    def put(self, typed: str) -> bool:
        """Does what was typed, and lets the others answer; False when the play is over."""
        typed = typed.strip()
        if typed.lower() == "q":
            self._tell("left")
            return False
        in_closing = self._state.beat == CLOSING
        if not self._act(typed):
            return True
        self._settle()
        if in_closing:
            self._close()
            return False
        self._cards()
        return True

    def _act(self, typed: str) -> bool:
        """False when nothing came of it and something else may be typed."""
        if self._state.phase != "running":
            self._room.ask(STAFF, i.Continue())
        elif not typed:
            self._wait()
        elif rated := re.fullmatch(r"!\s*(10|\d)", typed):
            self._room.ask(CLIENT, i.RateDistress(int(rated[1])))
        elif typed.isdecimal():
            return self._choose(int(typed))
        else:
            self._room.ask(CLIENT, i.Say(text=typed))
        return True

    def _choose(self, number: int) -> bool:
        cards = self._state.offered
        if not 1 <= number <= len(cards):
            self._tell("no_card", number=number)
            return False
        self._room.ask(CLIENT, i.Say(meaning=cards[number - 1].meaning))
        return True

    def _wait(self) -> None:
        """Says nothing until somebody speaks."""
        spoken, until = self._spoken, self._room.ms + LONGEST_SILENCE_MS
        while self._spoken == spoken and self._state.phase == "running":
            if self._room.ms >= until:
                self._tell("quiet")
                return
            self._room.advance(LOOK_MS)

    def _settle(self) -> None:
        """Lets time pass until nobody goes on by themselves."""
        until = self._room.ms + LONGEST_MS
        self._moved = self._room.ms
        while self._room.ms < until and (self._busy() or self._room.ms - self._moved < RESTED_MS):
            self._room.advance(LOOK_MS)
        if self._state.phase != "running":
            self._tell("still")

    def _busy(self) -> bool:
        """Whether somebody is still speaking, or is about to."""
        state = self._state
        if state.phase != "running":
            return False
        speaking = state.floor is not None and state.floor.until > self._room.ms
        beat = self._script.scenario.beats[state.beat]
        begun = any(line.seq > state.beat_seq for line in state.lines)
        opening = beat.opens is not None and not begun and state.levels["your_part"] < CLIENT_STARTS
        return speaking or opening or waiting_line(state) is not None

    def _close(self) -> None:
        closing = self._script.scenario.closing
        self._show(closing.words[self._language])
        self._tell("real_life")
        for step in closing.real_life_steps:
            self._show(f"  – {step[self._language]}")

    def _cards(self) -> None:
        for number, card in enumerate(self._state.offered, start=1):
            self._show(f"  {number}  {card.words[self._language]}")

    def _tell(self, name: str, **values: object) -> None:
        self._show(worded(WORDS[name], self._language, **values))

    def _hear(self, facts: list[f.Stamped]) -> None:
        for stamped in facts:
            self._hear_one(stamped.fact)

    def _hear_one(self, fact: f.Fact) -> None:
        language = self._language
        match fact:
            case f.Said():
                self._hear_said(fact)
            case f.BeatBegan():
                self._moved = self._room.ms
                self._show(f"\n{fact.about[language]}")
                self._here()
            case f.HeardAs(meaning=None):
                self._show(f"  ({worded(WORDS['not_heard'], language)})")
            case f.HeardAs():
                heard = worded(WORDS["heard"], language, meaning=fact.meaning, sure=round(100 * fact.sure))
                self._show(f"  ({heard})")
            case f.HelpGiven():
                self._tell("help", words=fact.words[language])
            case f.GoalReached():
                self._tell("goal", words=fact.words[language])
            case f.Interrupted():
                self._tell("sound", sound=fact.sound, words=fact.words[language])
            case f.CountdownSet(until=int(until)):
                self._tell("countdown", seconds=round((until - self._room.ms) / 1000))
            case f.DistressAsked():
                self._tell("distress")
            case f.HumanCalled():
                self._tell("human")
            case f.NextSuggested():
                self._show(fact.suggestion.why[language])

    def _here(self) -> None:
        names = [one.name for one in self._state.avatars.values() if one.present]
        self._tell("here", names=", ".join(names)) if names else self._tell("nobody")

    def _hear_said(self, fact: f.Said) -> None:
        self._moved = self._room.ms
        avatar = self._state.avatars.get(fact.who)
        if avatar is not None:
            self._spoken += 1
            marks = [worded(TONES[fact.tone], self._language)] if fact.tone else []
            marks += [worded(WORDS["critical"], self._language)] if fact.critical else []
            marks += [worded(REMARKS[fact.remark], self._language)] if fact.remark else []
            named = f"{avatar.name} ({', '.join(marks)})" if marks else avatar.name
        else:
            named = self._state.people[fact.who].name
        self._show(f"{named}: {fact.words[self._language]}")
