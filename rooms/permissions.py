"""Who may ask for what: every role and every intent in one table. What is not listed is denied.

The table says whether a role may ask at all; `decide.py` says whether it can be done now, and to whom.
`observer` looks on and may leave. `mind` is an avatar's mind: it never touches people, pressure or the phase.
"""

from __future__ import annotations

from typing import Final

from rooms import intents as i
from rooms.people import Role

CLIENT: Final[Role] = "client"
PEER: Final[Role] = "peer"
THERAPIST: Final[Role] = "therapist"
OBSERVER: Final[Role] = "observer"
ADMIN: Final[Role] = "admin"
MIND: Final[Role] = "mind"


def _only(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)


ALLOWED: Final[dict[type[i.IntentBase], frozenset[Role]]] = {
    # the way in and out
    i.Knock: _only(CLIENT, PEER, THERAPIST, OBSERVER, ADMIN),
    i.Leave: _only(CLIENT, PEER, THERAPIST, OBSERVER, ADMIN),
    i.SetPresence: _only(CLIENT, PEER, THERAPIST, OBSERVER, ADMIN),
    i.Admit: _only(PEER, THERAPIST, ADMIN),
    i.Decline: _only(PEER, THERAPIST, ADMIN),
    i.Remove: _only(THERAPIST, ADMIN),
    # being there
    i.Stand: _only(CLIENT, PEER),
    i.Say: _only(CLIENT, PEER, THERAPIST),
    i.AskHelp: _only(CLIENT),
    # safety: anyone who takes part may stop, pause and calm
    i.Stop: _only(CLIENT, PEER, THERAPIST, ADMIN),
    i.Calmer: _only(CLIENT, PEER, THERAPIST),
    i.Pause: _only(CLIENT, PEER, THERAPIST, ADMIN),
    i.Continue: _only(CLIENT, PEER, THERAPIST),
    # pressure: staff within the ceiling, the client downwards; only the client moves the ceiling
    i.Harder: _only(THERAPIST),
    i.SetLevel: _only(CLIENT, THERAPIST),
    i.SetStep: _only(THERAPIST),
    i.SetHelp: _only(CLIENT, THERAPIST),
    i.SetCeiling: _only(CLIENT),
    i.GiveHelp: _only(PEER, THERAPIST),
    # the session
    i.Again: _only(THERAPIST),
    i.End: _only(THERAPIST, ADMIN),
    i.Mark: _only(PEER, THERAPIST),
    i.Whisper: _only(PEER, THERAPIST),
    # playing an avatar
    i.Take: _only(THERAPIST),
    i.Release: _only(THERAPIST),
    i.SpeakAs: _only(THERAPIST),
    i.Instruct: _only(THERAPIST),
    i.GestureAs: _only(THERAPIST, MIND),
    i.LookAs: _only(THERAPIST, MIND),
    i.WalkAs: _only(THERAPIST, MIND),
    # minds
    i.Hear: _only(MIND),
    i.Think: _only(MIND),
    i.Answer: _only(MIND),
    i.AskBack: _only(MIND),
    i.Open: _only(MIND),
    i.Prompt: _only(MIND),
    i.CallHuman: _only(MIND),
}


def may(role: Role, intent: type[i.IntentBase]) -> bool:
    """Whether `role` may ask for `intent` at all."""
    return role in ALLOWED.get(intent, frozenset())
