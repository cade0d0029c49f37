"""Every name in a scenario must name something: a beat, a reply, a spot of the place, a pictogram, a look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rooms.axes import TOP_LEVEL
from rooms.icons import ICONS
from rooms.looks import LOOKS
from rooms.mistakes import Problem, Where, unknown
from rooms.people import GESTURES, MOST_AVATARS
from rooms.place import Place
from rooms.scenario import Beat, Board, CastMember, General, Scenario, Turn
from rooms.scenario_pressure_names import empty_lines, pressure_name_problems


def name_problems(scenario: Scenario, general: General, places: Mapping[str, Place]) -> Iterator[Problem]:
    """Names that nothing bears, and things that nothing names."""
    place = places.get(scenario.place)
    yield from unknown(("place",), "place", scenario.place, places)
    yield from _cast(scenario, place)
    yield from _meanings(scenario, general)
    yield from unknown(("start", "beat"), "beat", scenario.start.beat, scenario.beats)
    for beat_id, beat in scenario.beats.items():
        yield from _beat(("beats", beat_id), beat_id, beat, scenario, general)
    yield from _general(scenario, general)
    yield from _replies(scenario)
    for index, board in enumerate(scenario.boards):
        yield from _board(("boards", index), board, place)
    yield from pressure_name_problems(scenario, place)
    yield from _unused(scenario)


def _cast(scenario: Scenario, place: Place | None) -> Iterator[Problem]:
    if len(scenario.cast) > MOST_AVATARS:
        yield Problem(("cast",), f"{len(scenario.cast)} people are too many.", f"{MOST_AVATARS} people at most")
    homes: dict[str, str] = {}
    for member_id, member in scenario.cast.items():
        where: Where = ("cast", member_id)
        yield from unknown((*where, "look"), "look", member.look, LOOKS)
        for index, beat in enumerate(member.beats):
            yield from unknown((*where, "beats", index), "beat", beat, scenario.beats)
        yield from _company(where, member)
        if place is not None:
            spots = [spot.id for spot in place.spots if not spot.you]
            yield from unknown((*where, "home"), "spot for an avatar", member.home, spots)
            yield from unknown((*where, "comes_by"), "way", member.comes_by, [way.id for way in place.ways])
        if member.home in homes:
            problem = f"'{homes[member.home]}' stands there already."
            yield Problem((*where, "home"), problem, "another spot of the place")
        homes.setdefault(member.home, member_id)


def _company(where: Where, member: CastMember) -> Iterator[Problem]:
    if member.company is None and not member.beats and not member.stands_in:
        problem = "This person never comes: company is null and there are no beats."
        yield Problem((*where, "company"), problem, "company: 1 to 4, or beats: [the beats when the person is there]")


def _meanings(scenario: Scenario, general: General) -> Iterator[Problem]:
    for meaning_id, meaning in scenario.meanings.items():
        where: Where = ("meanings", meaning_id)
        if meaning_id in general.meanings:
            problem = f"'{meaning_id}' may be meant anywhere already (general.yaml)."
            yield Problem(where, problem, "another name, or nothing here")
        if meaning.card is not None:
            yield from unknown((*where, "card", "icon"), "pictogram", meaning.card.icon, ICONS)


def _beat(where: Where, beat_id: str, beat: Beat, scenario: Scenario, general: General) -> Iterator[Problem]:
    meanings = {**general.meanings, **scenario.meanings}
    yield from unknown((*where, "speaker"), "person in the cast", beat.speaker, scenario.cast)
    yield from _absent((*where, "speaker"), beat.speaker, beat_id, scenario)
    yield from unknown((*where, "opens"), "reply", beat.opens, scenario.replies)
    yield from _absent((*where, "opens"), _says(beat.opens, scenario), beat_id, scenario)
    for meaning, turn in beat.turns.items():
        yield from unknown((*where, "turns", meaning), "meaning", meaning, meanings)
        yield from _turn((*where, "turns", meaning), turn, scenario)
        yield from _absent((*where, "turns", meaning), turn.by or _says(turn.reply, scenario), beat_id, scenario)
    follows = {*beat.turns, *scenario.general}
    shown: list[tuple[Where, str]] = [((*where, "cards", index), card) for index, card in enumerate(beat.cards)]
    for place, card in [*shown, ((*where, "shown"), beat.shown)]:
        if card not in meanings:
            yield from unknown(place, "meaning", card, meanings)
        elif card not in follows:
            yield Problem(place, f"Nothing follows '{card}' in this beat.", f"{card}: {{reply: …}} under turns")
        elif meanings[card].card is None:
            yield Problem(place, f"'{card}' has no card.", f"card: {{icon: …, words: …}} under meanings.{card}")
    yield from _silence(where, beat_id, beat, scenario)


def _says(reply: str | None, scenario: Scenario) -> str | None:
    """Who says this reply, when the scenario says who."""
    found = scenario.replies.get(reply) if reply is not None else None
    return None if found is None else found.by


def _absent(where: Where, who: str | None, beat_id: str, scenario: Scenario) -> Iterator[Problem]:
    """One who comes in chosen beats only must be there when they are to speak."""
    member = scenario.cast.get(who) if who is not None else None
    if member is not None and member.company is None and beat_id not in member.beats:
        problem = f"'{who}' is not there in the beat '{beat_id}'."
        yield Problem(where, problem, f"someone who is, or '{beat_id}' in cast.{who}.beats")


def _silence(where: Where, beat_id: str, beat: Beat, scenario: Scenario) -> Iterator[Problem]:
    if not beat.silence:
        problem = "Nothing happens when nothing is said."
        yield Problem((*where, "silence"), problem, "- {after: 12, reply: a calm line}")
    before = 0.0
    for index, silence in enumerate(beat.silence):
        place: Where = (*where, "silence", index)
        if silence.after <= before:
            problem = f"{silence.after:g} seconds are not after {before:g} seconds."
            yield Problem((*place, "after"), problem, f"more than {before:g}")
        before = max(before, silence.after)
        yield from unknown((*place, "reply"), "reply", silence.reply, scenario.replies)
        yield from _absent((*place, "reply"), _says(silence.reply, scenario), beat_id, scenario)
        yield from unknown((*place, "then"), "beat", silence.then, scenario.beats)


def _turn(where: Where, turn: Turn, scenario: Scenario) -> Iterator[Problem]:
    yield from unknown((*where, "reply"), "reply", turn.reply, scenario.replies)
    yield from unknown((*where, "by"), "person in the cast", turn.by, scenario.cast)
    yield from unknown((*where, "then"), "beat", turn.then, scenario.beats)
    yield from unknown((*where, "reaches"), "goal", turn.reaches, scenario.goals)


def _general(scenario: Scenario, general: General) -> Iterator[Problem]:
    for meaning, turn in scenario.general.items():
        yield from unknown(("general", meaning), "general meaning", meaning, general.meanings)
        yield from _turn(("general", meaning), turn, scenario)
        for beat_id, beat in scenario.beats.items():
            if meaning not in beat.turns:
                yield from _absent(("general", meaning), turn.by or _says(turn.reply, scenario), beat_id, scenario)
    for meaning in general.meanings:
        if meaning not in scenario.general:
            yield Problem(("general",), f"Nothing follows '{meaning}'.", f"{meaning}: {{reply: …}}")


def _replies(scenario: Scenario) -> Iterator[Problem]:
    for reply_id, reply in scenario.replies.items():
        where: Where = ("replies", reply_id)
        yield from unknown((*where, "by"), "person in the cast", reply.by, scenario.cast)
        yield from unknown((*where, "gesture"), "gesture", reply.gesture, GESTURES)
        yield from empty_lines((*where, "open"), reply.open)
        yield from empty_lines((*where, "critical"), reply.critical)


def _board(where: Where, board: Board, place: Place | None) -> Iterator[Problem]:
    if place is not None:
        parts = [str(part.get("part")) for part in place.parts]
        yield from unknown((*where, "prop"), "part of the place", board.prop, parts)
    wanted = TOP_LEVEL + 1
    if len(board.levels) != wanted:
        problem = f"The board has {len(board.levels)} levels; {board.axis} has {wanted}."
        yield Problem((*where, "levels"), problem, f"{wanted} levels, the easiest first")


def _unused(scenario: Scenario) -> Iterator[Problem]:
    turns = [*scenario.general.values(), *(turn for beat in scenario.beats.values() for turn in beat.turns.values())]
    replies = {turn.reply for turn in turns}
    for beat in scenario.beats.values():
        replies.update(silence.reply for silence in beat.silence)
        replies.add(beat.opens or "")
    if scenario.load is not None:
        replies.add(scenario.load.time_limit.reply)
    for reply_id in scenario.replies:
        if reply_id not in replies:
            yield Problem(("replies", reply_id), "Nobody ever says this.", f"reply: {reply_id} in a turn, or nothing")
    meant = {meaning for beat in scenario.beats.values() for meaning in beat.turns}
    for meaning in scenario.meanings:
        if meaning not in meant:
            yield Problem(("meanings", meaning), "No beat listens for this.", "a turn for it, or nothing")
    reached = {turn.reaches for turn in turns}
    for goal in scenario.goals:
        if goal not in reached:
            yield Problem(("goals", goal), "No turn reaches this goal.", f"reaches: {goal} in a turn")
