"""Advice on what a scenario still lacks to be whole, as each of the library is: people, turns, lines, steps enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from rooms.axes import COMPANY, LANGUAGES, TONES, TOP_LEVEL, Axis
from rooms.mistakes import Problem, Where, unknown
from rooms.remarks import CLOSING
from rooms.scenario import Beat, Reply, Scenario
from rooms.scenario_pressure import Words

FEWEST_STEPS: Final = 8
"""Steps of a ladder, `start` counted as step 1."""
FEWEST_TURNS: Final = 12
"""Turns of a main beat's own."""
FEWEST_REPLIES: Final = 30
OFTEN: Final = 3
"""Turns of one beat from which on their reply needs two lines in each tone."""
MAY_STOP_EARLY: Final[tuple[Axis, ...]] = ("company", "persuasion", "substance_cues")
"""Axes of which a scenario may leave out the upper levels."""


def whole_advice(scenario: Scenario, scenarios: Collection[str]) -> Iterator[Problem]:
    """What is missing; `scenarios` are the ids that `leads_to` may name."""
    yield from _company(scenario)
    yield from _tops(scenario)
    yield from _counts(scenario)
    yield from _ladder(scenario)
    yield from _beats(scenario)
    yield from _replies(scenario)
    yield from _questions(scenario)
    yield from _persuasion(scenario)
    yield from _cues(scenario)
    yield from _load(scenario)
    for index, name in enumerate(scenario.leads_to):
        others = [other for other in scenarios if other != scenario.id]
        yield from unknown(("leads_to", index), "other scenario", name, others)


def _few(where: Where, count: int, fewest: int, what: str) -> Iterator[Problem]:
    if count < fewest:
        yield Problem(where, f"{count} {what}; {fewest} are wanted.", f"{fewest - count} more")


def _between(where: Where, count: int, fewest: int, most: int, what: str) -> Iterator[Problem]:
    yield from _few(where, count, fewest, what)
    if count > most:
        yield Problem(where, f"{count} {what}; {most} are as many as can be taken in.", f"{most} at most")


def _top(scenario: Scenario, axis: Axis) -> int:
    return scenario.tops.get(axis, TOP_LEVEL)


def _company(scenario: Scenario) -> Iterator[Problem]:
    levels = [member.company for member in scenario.cast.values() if member.company is not None]
    for level in range(1, _top(scenario, "company") + 1):
        here, promised = sum(1 for one in levels if one <= level), COMPANY[level]
        if here != promised:
            problem = f"Company {level} promises {promised} in view; {here} would be there."
            yield Problem(
                ("cast",), problem, f"{promised} people with company {level} or less, or tops: {{company: …}}"
            )
    if not any(member.stands_in for member in scenario.cast.values()):
        problem = "Nobody stands in for the client who wants to watch first."
        yield Problem(("cast",), problem, "somebody with company: null and stands_in: true")
    named = Counter(member.name for member in scenario.cast.values())
    for name, member in scenario.cast.items():
        if named[member.name] > 1:
            yield Problem(("cast", name, "name"), f"Two people are called {member.name}.", "another name")


def _tops(scenario: Scenario) -> Iterator[Problem]:
    for axis, top in scenario.tops.items():
        if axis not in MAY_STOP_EARLY:
            yield Problem(("tops", axis), f"{axis} makes sense up to {TOP_LEVEL} everywhere.", "nothing here")
        elif top == 0:
            yield Problem(("tops", axis), f"{axis} would never be practised.", "1 at least")


def _counts(scenario: Scenario) -> Iterator[Problem]:
    yield from _between(("aims",), len(scenario.aims), 5, 7, "aims")
    yield from _between(("goals",), len(scenario.goals), 4, 6, "goals")
    steps = len(scenario.closing.real_life_steps)
    yield from _between(("closing", "real_life_steps"), steps, 4, 5, "steps for real life")
    yield from _between(("leads_to",), len(scenario.leads_to), 1, 3, "scenarios that this one leads to")
    yield from _few(("boards",), len(scenario.boards), 1, "things to read")
    yield from _few(("followups",), len(scenario.followups), 3, "ways to ask for more")
    yield from _few(("stalls",), len(scenario.stalls), 3, "ways to put something off")


def _ladder(scenario: Scenario) -> Iterator[Problem]:
    yield from _few(("ladder",), 1 + len(scenario.ladder), FEWEST_STEPS, "steps with the start")
    helped = {scenario.start.help, *(step.set["help"] for step in scenario.ladder if "help" in step.set)}
    for level in range(TOP_LEVEL):
        if level not in helped:
            yield Problem(("ladder",), f"Help is never {level} on the ladder.", f"a step with set: {{help: {level}}}")


def _beats(scenario: Scenario) -> Iterator[Problem]:
    names = list(scenario.beats)
    mains = [name for name in names if name != CLOSING]
    yield from _between(("beats",), len(mains), 4, 6, f"beats before {CLOSING}")
    if CLOSING in names[:-1]:
        yield Problem(("beats", CLOSING), f"'{CLOSING}' is not the last beat.", f"{CLOSING} behind the others")
    for name in mains:
        yield from _main_beat(("beats", name), scenario.beats[name])


def _main_beat(where: Where, beat: Beat) -> Iterator[Problem]:
    yield from _few((*where, "turns"), len(beat.turns), FEWEST_TURNS, "turns of its own")
    yield from _between((*where, "cards"), len(beat.cards), 4, 6, "cards")
    yield from _few((*where, "silence"), len(beat.silence), 2, "lines when nothing is said")
    if beat.silence and beat.silence[-1].then is None:
        last: Where = (*where, "silence", len(beat.silence) - 1)
        yield Problem(last, "Somebody who says nothing is stuck here.", "then: the next beat, in the last line")


def _replies(scenario: Scenario) -> Iterator[Problem]:
    yield from _few(("replies",), len(scenario.replies), FEWEST_REPLIES, "replies")
    why = dict.fromkeys((turn.reply for turn in scenario.general.values()), "may be given anywhere")
    for beat_id, beat in scenario.beats.items():
        given = Counter(turn.reply for turn in beat.turns.values())
        why |= {reply: f"is given by {count} turns of {beat_id}" for reply, count in given.items() if count >= OFTEN}
    for reply_id, reason in why.items():
        reply = scenario.replies.get(reply_id)
        if reply is not None and (thin := list(_thin(reply))):
            short = "none has them" if len(thin) == 2 * len(TONES) else f"not so {', '.join(thin)}"
            problem = f"This {reason}, so it needs two different lines in each tone; {short}."
            yield Problem(("replies", reply_id), problem, "a second line, so that nobody hears the same again")


def _thin(reply: Reply) -> Iterator[str]:
    """The sides and tones in which there are not two lines that differ in both languages."""
    for side, lines in (("open", reply.open), ("critical", reply.critical)):
        for tone in TONES:
            if not _differ(lines.get(tone, [])):
                yield f"{side} {tone}"


def _differ(variants: list[Words]) -> bool:
    return all(len({words[language] for words in variants if language in words}) >= 2 for language in LANGUAGES)


def _questions(scenario: Scenario) -> Iterator[Problem]:
    levels = Counter(question.level for question in scenario.questions)
    for level in range(1, TOP_LEVEL + 1):
        yield from _few(("questions",), levels[level], 2, f"questions of level {level}")


def _persuasion(scenario: Scenario) -> Iterator[Problem]:
    persuasion = scenario.persuasion
    if persuasion is None:
        yield Problem((), "Nobody ever offers anything.", "persuasion: {beats: …, offers: …, …}")
        return
    for name in ("offers", "again", "reasons", "insists"):
        yield from _few(("persuasion", name), len(getattr(persuasion, name)), 2, "remarks")
    if not persuasion.declines:
        yield Problem(("persuasion", "declines"), "Only a plain no turns the offer down.", "[a meaning]")


def _cues(scenario: Scenario) -> Iterator[Problem]:
    top = _top(scenario, "substance_cues")
    levels = {cue.level for cue in scenario.cues}
    for level in range(1, top + 1):
        if level not in levels:
            yield Problem(
                ("cues",), f"Nothing comes into view at level {level}.", f"- {{level: {level}, part: …, on: …}}"
            )
    if top == TOP_LEVEL and not any(cue.held_by for cue in scenario.cues):
        problem = f"Nothing is held out to the client at level {TOP_LEVEL}."
        yield Problem(("cues",), problem, f"- {{level: {TOP_LEVEL}, part: …, held_by: a person}}")


def _load(scenario: Scenario) -> Iterator[Problem]:
    if scenario.load is None:
        yield Problem((), "Nothing ever breaks in.", "load: {interruptions: …, second_task: …, time_limit: …}")
        return
    yield from _few(("load", "interruptions"), len(scenario.load.interruptions), 4, "interruptions")
