"""Who may ask for what: every role and every intent in one table. What is not listed is denied.

The table says whether a role may ask at all; `decide.py` says whether it can be done now, and to whom.
`observer` looks on and may leave. `mind` is an avatar's mind: it never touches people, pressure or the phase.
"""

from __future__ import annotations

from typing import Final

from rooms import intents as i
from rooms.people import Role

C: Final[Role] = "client"
P: Final[Role] = "peer"
T: Final[Role] = "therapist"
O: Final[Role] = "observer"
A: Final[Role] = "admin"
M: Final[Role] = "mind"

ALLOWED: Final[dict[type[i.Intent], frozenset[Role]]] = {
    # the way in and out
    i.Knock: frozenset({C, P, T, O, A}),
    i.Leave: frozenset({C, P, T, O, A}),
    i.SetPresence: frozenset({C, P, T, O, A}),
    i.Admit: frozenset({P, T, A}),
    i.Decline: frozenset({P, T, A}),
    i.Remove: frozenset({T, A}),
    # being there
    i.Stand: frozenset({C, P}),
    i.Say: frozenset({C, P, T}),
    i.AskHelp: frozenset({C}),
    # safety: anyone who takes part may stop, pause and calm
    i.Stop: frozenset({C, P, T, A}),
    i.Calmer: frozenset({C, P, T}),
    i.Pause: frozenset({C, P, T, A}),
    i.Continue: frozenset({C, P, T}),
    # pressure: staff within the ceiling, the client downwards; only the client moves the ceiling
    i.Harder: frozenset({T}),
    i.SetLevel: frozenset({C, T}),
    i.SetStep: frozenset({T}),
    i.SetHelp: frozenset({C, T}),
    i.SetCeiling: frozenset({C}),
    i.GiveHelp: frozenset({P, T}),
    # the session
    i.Again: frozenset({T}),
    i.End: frozenset({T, A}),
    i.Mark: frozenset({P, T}),
    i.Whisper: frozenset({P, T}),
    # playing an avatar
    i.Take: frozenset({T}),
    i.Release: frozenset({T}),
    i.SpeakAs: frozenset({T}),
    i.Instruct: frozenset({T}),
    i.GestureAs: frozenset({T, M}),
    i.LookAs: frozenset({T, M}),
    i.WalkAs: frozenset({T, M}),
    # minds
    i.Hear: frozenset({M}),
    i.Think: frozenset({M}),
    i.Answer: frozenset({M}),
    i.AskBack: frozenset({M}),
    i.Open: frozenset({M}),
    i.Prompt: frozenset({M}),
    i.CallHuman: frozenset({M}),
}


def may(role: Role, intent: type[i.Intent]) -> bool:
    """Whether `role` may ask for `intent` at all."""
    return role in ALLOWED.get(intent, frozenset())
