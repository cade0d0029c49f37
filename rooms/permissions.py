"""Who may do what: every intent and every door of the server in one table. What is not listed is denied.

`ALLOWED` says whether a role may ask for an intent at all; `decide.py` says whether it can be done now, and to whom.
`observer` looks on and may leave. `mind` is an avatar's mind: it never touches people, pressure or the phase.
`DOORS` says who may come to each address and what a connection may do; a server with an address that is not listed does
not start. `SEATED` connections reach the session of their seat and no other; a console reaches every session.
"""

from __future__ import annotations

from typing import Final, Literal

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
    i.LetBackIn: _only(MIND),
    # being there
    i.Stand: _only(CLIENT, PEER),
    i.Say: _only(CLIENT, PEER, THERAPIST),
    i.AskHelp: _only(CLIENT),
    # how hard it is, and what one would like next: the client's own; staff and the room may ask
    i.AskDistress: _only(PEER, THERAPIST, MIND),
    i.RateDistress: _only(CLIENT),
    i.SetDistressLimit: _only(CLIENT),
    i.MakeWish: _only(CLIENT),
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
    # recording: staff ask, everyone answers for themselves; how the recorder is, only the server itself can say
    i.AskToRecord: _only(PEER, THERAPIST),
    i.Consent: _only(CLIENT, PEER, THERAPIST, OBSERVER, ADMIN),
    i.StopRecording: _only(PEER, THERAPIST, ADMIN),
    i.TellRecorder: _only(MIND),
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
    # what pressure brings in; the room chooses the words
    i.Remark: _only(MIND),
    i.StandIn: _only(MIND),
    i.Interrupt: _only(MIND),
    i.CountDown: _only(MIND),
    i.TimeUp: _only(MIND),
    i.SuggestNext: _only(MIND),
    i.Restage: _only(MIND),
    i.Halt: _only(MIND),
}


Caller = Role | Literal["anyone", "this machine"]
"""Who comes to a door: a role that a seat or the console's cookie proves, a program on this machine, or just anyone."""

ANYONE: Final[frozenset[Caller]] = frozenset({"anyone"})
NOBODY: Final[frozenset[Caller]] = frozenset()
CONSOLE: Final[frozenset[Caller]] = frozenset({THERAPIST, ADMIN})
"""Whoever is signed in."""
SEATED: Final[frozenset[Caller]] = frozenset({CLIENT, PEER, OBSERVER})
"""Whoever came by a code."""

DOORS: Final[dict[str, frozenset[Caller]]] = {
    # pages
    "GET /": ANYONE,
    "GET /console": ANYONE,
    "GET /replay": ANYONE,
    "GET /assets": ANYONE,
    "GET /help/headset": ANYONE,
    "GET /authority.crt": ANYONE,
    # the way in: a code or a printed link is the proof; signing out must work also when the cookie has run out
    "POST /api/join": ANYONE,
    "POST /api/sign-in": ANYONE,
    "POST /api/sign-out": ANYONE,
    # the console
    "GET /api/me": CONSOLE,
    "GET /api/scenarios": CONSOLE,
    "GET /api/scenarios/{scenario}": CONSOLE,
    "POST /api/scenarios/{scenario}": CONSOLE,
    "PUT /api/scenarios/{scenario}": CONSOLE,
    "DELETE /api/scenarios/{scenario}": CONSOLE,
    "POST /api/scenarios/{scenario}/copy": CONSOLE,
    "GET /api/scenarios/{scenario}/file": CONSOLE,
    "GET /api/own-scenarios": CONSOLE,
    "POST /api/own-scenarios": CONSOLE,
    "GET /api/sessions": CONSOLE,
    "POST /api/sessions": CONSOLE,
    "POST /api/practice": CONSOLE,
    "GET /api/sessions/{session}/script": CONSOLE,
    "POST /api/sessions/{session}/codes": CONSOLE,
    # paths: staff see and delete them; a client sees their own
    "GET /api/paths": CONSOLE,
    "GET /api/paths/mine": frozenset({CLIENT}),
    "DELETE /api/paths/{path}": CONSOLE,
    "DELETE /api/paths/{path}/entries/{entry}": CONSOLE,
    # recordings: staff open and delete all; a client proves with the key of their own link who they are in one
    "GET /api/recordings": CONSOLE,
    "GET /api/recordings/compare": CONSOLE,
    "GET /api/recordings/mine": frozenset({CLIENT}),
    "GET /api/recordings/{session}/keys": CONSOLE,
    "GET /api/recordings/{session}/timeline": CONSOLE | SEATED,
    "POST /api/recordings/{session}/enter": ANYONE,
    "DELETE /api/recordings/{session}": ANYONE,
    # connections: the address is open, and the first message proves who comes
    "GET /socket.io/": ANYONE,
    "GET /stream": ANYONE,
    "connect": SEATED | CONSOLE,
    "ticket": SEATED | CONSOLE,
    "seen": SEATED | CONSOLE,
    "still": SEATED | CONSOLE,
    "intent": SEATED | CONSOLE,
    "watch": SEATED | CONSOLE,
    # how the server is; the figures are for this machine and those who are signed in
    "GET /healthz": ANYONE,
    "GET /readyz": ANYONE,
    "GET /metrics": CONSOLE | {"this machine"},
}

BY_CODE: Final[tuple[Role, ...]] = (CLIENT, PEER, OBSERVER)
"""Roles that a join code can carry: nobody becomes staff of the console by a code."""


def may_use(caller: Caller, door: str) -> bool:
    """Whether `caller` may use `door`, an address with its method ("GET /api/me") or an act of a connection."""
    allowed = DOORS.get(door, NOBODY)
    return "anyone" in allowed or caller in allowed


def may(role: Role, intent: type[i.IntentBase]) -> bool:
    """Whether `role` may ask for `intent` at all."""
    return role in ALLOWED.get(intent, frozenset())
