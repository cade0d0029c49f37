"""Everybody whom the permission table speaks of, on one real server: in the room, outside, elsewhere and expired."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import msgspec

from rooms import intents as i
from rooms.intents import Intent, IntentBase
from rooms.people import Actor, Role
from rooms.refusals import Refusal
from server.app import Server
from server.console_auth import COOKIE, SIGNED_IN_S
from server.sessions import SEAT_LIFETIME_S, Place, Session
from server.settings import Settings
from tests.live.conftest import CEILING
from tests.live.live_client import LiveClient

EXAMPLES: dict[type[IntentBase], Intent] = {
    type(one): one
    for one in (
        i.Knock("Sol", "sol", "en"), i.Admit("nobody"), i.Decline("nobody"), i.Remove("nobody"), i.SetPresence(True),
        i.Stand((0.0, 0.0), 0.0), i.Say(text="hello"), i.AskHelp(), i.Stop(), i.Calmer(), i.Pause(), i.Continue(),
        i.Harder(), i.SetLevel("warmth", 1), i.SetStep(1), i.SetHelp(1), i.SetCeiling("warmth", 2), i.GiveHelp("hint"),
        i.Again(), i.Mark("here"), i.Whisper("nobody", "psst"), i.Take("berit"), i.SpeakAs("berit", text="hello"),
        i.Instruct("berit", "wait"), i.GestureAs("berit", "nod"), i.LookAs("berit", None),
        i.WalkAs("berit", (0.0, 0.0)), i.Release("berit"), i.Hear(1, None, 0.0), i.Think("berit", True),
        i.Answer("berit", 1, "yes"), i.AskBack("berit", 1, None), i.Open("berit"), i.Prompt("berit", 0),
        i.AskToRecord(), i.Consent(True), i.StopRecording(), i.TellRecorder(""), i.LetBackIn("nobody"),
        i.CallHuman(1), i.Remark("berit", "berit"), i.StandIn("yes"), i.Interrupt(), i.CountDown(True),
        i.TimeUp("berit"), i.AskDistress("nobody"), i.RateDistress(3), i.SetDistressLimit(8), i.MakeWish("again"),
        i.SuggestNext(), i.Restage(), i.Halt("berit"), i.Leave(), i.End(),
    )
}  # fmt: skip
"""One of each intent; those that change who is there, or end everything, come last."""


class Clock:
    """Seconds that only a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def settings_for(port: int, folder: Path) -> Settings:
    (folder / "assets").mkdir()
    for name in ("index.html", "console.html", "help.html", "replay.html"):
        (folder / name).write_text("<!doctype html><title>page</title>")
    return Settings(port=port, static=folder, language="en", authority=b"-----", most_rooms=2)


class World:
    """The people by name. `call` them to the room first."""

    def __init__(self, server: Server, clock: Clock, http: aiohttp.ClientSession, base: str) -> None:
        self.server = server
        self.http = http
        self.base = base
        self.people: dict[str, LiveClient] = {}
        self.role: dict[str, Role] = {}
        self._clock = clock
        self.session: Session
        self.other: Session
        self.expired_seat = self.expired_cookie = ""

    async def call(self) -> None:
        """Brings everyone to their place. Avatars rest, so that nothing happens but what is asked for."""
        self.session, self.other = await self._make(), await self._make()
        self._let_some_expire()
        await self._console("therapist", "therapist")
        await self._console("admin", "admin")
        await self._in_room("client", "client")
        await self._in_room("peer", "peer")
        await self._in_room("observer", "observer")
        await self._in_room("removed", "peer")
        assert (await self.people["therapist"].ask(i.Remove(self.people["removed"].you))).ok
        await self._in_room("gone", "peer")
        assert (await self.people["gone"].ask(i.Leave())).ok
        await self._in_lobby("waiting", "client", self.session)
        await self._in_lobby("elsewhere", "client", self.other)

    async def _make(self) -> Session:
        made = await self.server.sessions.make("bus_stop", "en", CEILING)
        assert not isinstance(made, Refusal)
        await made.rest()
        return made

    async def _in_lobby(self, name: str, role: Role, session: Session) -> LiveClient:
        code = self.server.sessions.code_for(session.runner.name, role).code
        person = await LiveClient.join(self.http, self.base, code)
        await person.connect()
        assert (await person.ask(i.Knock(name, "sol", "en"))).ok
        self.people[name], self.role[name] = person, role
        return person

    async def _in_room(self, name: str, role: Role) -> None:
        person = await self._in_lobby(name, role, self.session)
        assert (await self.people["therapist"].ask(i.Admit(person.you))).ok

    async def _console(self, name: str, role: Role) -> None:
        person = LiveClient(self.http, self.base, cookie=self.cookie(role))
        await person.connect(self.session.runner.name)
        self.people[name], self.role[name] = person, role

    def cookie(self, role: Role) -> str:
        """The Cookie header of one who has just signed in."""
        value = self.server.auth.sign_in(self.server.auth.make_link_secret(role))
        return f"{COOKIE}={value}"

    def seat(self, actor: Actor, session: str | None = None) -> str:
        """A seat, by default in the room."""
        return self.server.sessions.seats.make(Place(session or self.session.runner.name, actor))

    def _let_some_expire(self) -> None:
        self.expired_seat = self.seat(Actor("late", "client"))
        self.expired_cookie = self.cookie("therapist")
        self._clock.now += max(SEAT_LIFETIME_S, SIGNED_IN_S)

    def room(self) -> object:
        """The whole room as it stands, to be compared."""
        return msgspec.to_builtins(self.session.runner.state), self.session.runner.state.seq

    async def close(self) -> None:
        for person in self.people.values():
            await person.close()
