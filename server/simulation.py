"""Whole rounds in virtual time: a simulated client against the avatars of a scenario, and what came of it."""

from __future__ import annotations

from random import Random
from typing import Final

import msgspec

from agents.simulated import MannerName, SimulatedClient
from agents.understanding import Understanding
from rooms import intents as i
from rooms.axes import Language
from rooms.facts import BeatBegan, PhaseChanged, Said, Stamped
from rooms.remarks import CLOSING
from rooms.script import Script
from server.virtual_room import VirtualRoom

CLIENT: Final = "client"
STAFF: Final = "staff"
LONGEST_MS: Final = 20 * 60_000
"""A round that has not come to its closing by then is stuck."""
CLOSING_MS: Final = 30_000
"""So long the closing is listened to."""
GO_ON_MS: Final = 5000
"""So long staff wait before they go on after a pause."""
SLICE_MS: Final = 500


class Round(msgspec.Struct, frozen=True):
    """What came of a round. `closed`: it came to its closing by itself."""

    closed: bool
    ms: int
    beats: list[str]
    lines: int
    pauses: int
    refused: int
    log: list[Stamped]


def play_round(
    script: Script, understanding: Understanding, manner: MannerName, step: int, language: Language, seed: int
) -> Round:
    """One round on ladder step `step`; the same seed gives the same round."""
    room = VirtualRoom(script, understanding, language, step=step)
    log = [*room.runner.log]
    room.runner.listen(log.extend)
    room.knock(STAFF, "therapist", "Staff", language=language)
    room.come(CLIENT, "client", "Sol", by=STAFF, language=language)
    room.ask(STAFF, i.Continue())
    client = SimulatedClient(script, CLIENT, manner, language, Random(seed))
    closing_since: int | None = None
    while room.ms < LONGEST_MS and (closing_since is None or room.ms < closing_since + CLOSING_MS):
        _a_moment(room, client)
        if room.runner.state.beat == CLOSING and closing_since is None:
            closing_since = room.ms
    return Round(
        closing_since is not None, room.ms,
        [stamped.fact.beat for stamped in log if isinstance(stamped.fact, BeatBegan)],
        sum(isinstance(stamped.fact, Said) for stamped in log),
        sum(isinstance(stamped.fact, PhaseChanged) and stamped.fact.phase == "paused" for stamped in log),
        len(room.refused), log,
    )  # fmt: skip


def _a_moment(room: VirtualRoom, client: SimulatedClient) -> None:
    """The client does what is due, staff go on after a pause, and a little time passes."""
    state = room.runner.state
    acts = client.plan(state, room.ms)
    if acts and acts[0].due <= room.ms:
        room.ask(CLIENT, acts[0].intent)
        acts = acts[1:]
    elif state.phase == "paused" and room.ms >= state.phase_t + GO_ON_MS:
        room.ask(STAFF, i.Continue())
    next_due = min((act.due for act in acts if act.due > room.ms), default=room.ms + SLICE_MS)
    room.advance(max(1, min(SLICE_MS, next_due - room.ms)))
