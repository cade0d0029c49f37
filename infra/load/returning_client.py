"""A person's connection that comes back by itself, as the page's does (`headset_client/src/session`).

It asks a quiet line whether it stands, gives up one that does not answer, dials again by chance within a growing
wait, goes on behind its last fact, and sends again what nobody has answered. `pace` scales its times: 1 is the page's.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

import aiohttp
import msgpack
import msgspec

from rooms.bodies import TICK
from rooms.fold import apply
from rooms.intents import Intent
from rooms.state import RoomState
from rooms.wire import PROTOCOL, Facts, Outcome, Snapshot
from server.supervision import Supervisor

DIAL_WITHIN_S: Final = 4.0
QUIET_S: Final = 4.0
ANSWER_WITHIN_S: Final = 2.0
AGAIN_AFTER_S: Final = 4.0
WAITS_S: Final = (0.5, 1.0, 1.0, 2.0)
CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR = range(5)


class GivenUpError(Exception):
    """The line does not answer."""


class ShutError(Exception):
    """The server will not have this person any more; `args` say why."""


@dataclass
class Heard:
    """What one has been told: the state, and the numbers of the facts that led to it."""

    state: RoomState = field(default_factory=RoomState)
    you: str = ""
    epoch: str | None = None
    seqs: list[int] = field(default_factory=list)
    """Of every fact that was folded, with that of each snapshot before those after it."""
    snapshots: int = 0
    twice: int = 0
    """Facts that came although they were known."""

    def snapshot(self, snapshot: Snapshot) -> None:
        self.state, self.you, self.epoch = snapshot.state, snapshot.you, snapshot.epoch
        self.seqs.append(snapshot.state.seq)
        self.snapshots += 1

    def facts(self, told: Facts) -> None:
        if told.epoch != self.epoch:
            return
        for stamped in told.facts:
            if stamped.seq <= self.state.seq:
                self.twice += 1
                continue
            apply(self.state, stamped)
            self.seqs.append(stamped.seq)


class ReturningClient:
    """Runs until `close`. `base` is the way in (in tests a proxy's); `origin` where a page would say it comes from."""

    def __init__(
        self, http: aiohttp.ClientSession, base: str, seat: str, chance: Random, pace: float = 1.0, origin: str = ""
    ) -> None:
        self.heard = Heard()
        self.up = asyncio.Event()
        """Set while the server has let one in."""
        self.bodies: set[int] = set()
        """Whose bodies were heard of since `up` was set."""
        self.shut = ""
        self._http = http
        self._changed = asyncio.Condition()
        self._base = base
        self._headers = {"Host": (origin or base).split("//")[1]}
        self._origin = origin or base
        self._seat = seat
        self._chance = chance
        self._pace = pace
        self._tasks = Supervisor("returning client")
        self._numbers = itertools.count(1)
        self._waiting: dict[str, tuple[dict[str, Any], asyncio.Future[Outcome]]] = {}
        self._acks: dict[int, asyncio.Future[Any]] = {}
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._stream: aiohttp.ClientWebSocketResponse | None = None

    def start(self) -> None:
        self._tasks.start("line", self._come_back_for_ever())

    async def close(self) -> None:
        await self._tasks.close()
        for socket in (self._socket, self._stream):
            if socket is not None:
                await socket.close()

    async def until(self, holds: Callable[[], bool], within_s: float) -> None:
        """Waits until something that was heard makes `holds` true. Raises TimeoutError."""
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(holds), within_s)

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def ask(self, intent: Intent) -> Outcome:
        """Asks until it is answered; done once, whatever the line does. Cancelling leaves it asked."""
        name = f"{self._seat[:8]}-{next(self._numbers)}"
        answered: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting[name] = {"id": name, "intent": msgspec.to_builtins(intent)}, answered
        while not answered.done():
            if self.up.is_set():
                await self._put(name)
            await asyncio.wait([answered], timeout=AGAIN_AFTER_S * self._pace)
        return answered.result()

    async def pose(self, packet: bytes) -> None:
        """Says where one's body is, when the stream stands."""
        if self._stream is not None and not self._stream.closed:
            try:
                await self._stream.send_bytes(packet)
            except (ConnectionError, aiohttp.ClientError):
                self._stream = None

    async def _come_back_for_ever(self) -> None:
        tries = 0
        while not self.shut:
            try:
                await self._one_line()
            except ShutError as error:
                self.shut = str(error)
            except GivenUpError:
                if self.up.is_set():
                    tries = 0
                    self.up.clear()
                    continue
            except (ConnectionError, TimeoutError, aiohttp.ClientError):
                pass
            if self.up.is_set():
                tries = 0
            self.up.clear()
            longest = WAITS_S[min(tries, len(WAITS_S) - 1)]
            tries += 1
            await asyncio.sleep(longest * self._pace * (0.25 + 0.75 * self._chance.random()))

    async def _one_line(self) -> None:
        """From the dial to the end of one connection."""
        url = self._base.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
        goodbye = aiohttp.ClientWSTimeout(ws_close=0.1 * self._pace)
        streaming: asyncio.Task[None] | None = None
        try:
            async with asyncio.timeout(DIAL_WITHIN_S * self._pace):
                self._socket = socket = await self._http.ws_connect(
                    url, origin=self._origin, headers=self._headers, timeout=goodbye
                )
                await self._hello(socket)
            self.bodies.clear()
            self.up.set()
            await self._notify()
            streaming = self._tasks.start("stream", self._stream_for_ever())
            for name in list(self._waiting):
                await self._put(name)
            while True:
                await self._take(await self._next(socket))
        finally:
            if streaming is not None:
                streaming.cancel()
            for answer in self._acks.values():
                answer.cancel()
            self._acks.clear()
            if self._socket is not None:
                await self._socket.close()

    async def _hello(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        hello = {"protocol": PROTOCOL, "seat": self._seat, "epoch": self.heard.epoch, "after": self.heard.state.seq}
        await _send(socket, CONNECT, hello)
        while True:
            packet = _packet(await socket.receive())
            if packet is not None and packet["type"] == CONNECT_ERROR:
                raise ShutError(packet["data"]["code"])
            if packet is not None and packet["type"] == CONNECT:
                return

    async def _next(self, socket: aiohttp.ClientWebSocketResponse) -> aiohttp.WSMessage:
        """The next message; a quiet line is asked whether it stands. Raises GivenUpError."""
        try:
            return await socket.receive(QUIET_S * self._pace)
        except TimeoutError:
            await _send(socket, EVENT, ["still"], next(self._numbers))
        try:
            return await socket.receive(ANSWER_WITHIN_S * self._pace)
        except TimeoutError:
            raise GivenUpError from None

    async def _take(self, message: aiohttp.WSMessage) -> None:
        assert self._socket is not None
        packet = _packet(message)
        if packet is None:
            if message.data == "2":
                await self._socket.send_str("3")
        elif packet["type"] == ACK and packet["id"] in self._acks:
            self._acks.pop(packet["id"]).set_result(packet["data"][0])
        elif packet["type"] == EVENT:
            await self._hear(*packet["data"])

    async def _hear(self, event: str, payload: Any) -> None:
        assert self._socket is not None
        if event == "closing" and "code" in payload:
            raise ShutError(payload["code"])
        if event == "snapshot":
            self.heard.snapshot(msgspec.convert(payload, Snapshot))
        elif event == "facts":
            self.heard.facts(msgspec.convert(payload, Facts))
        if event in ("snapshot", "facts"):
            await self._notify()
            await _send(self._socket, EVENT, ["seen", {"seq": self.heard.state.seq}])

    async def _put(self, name: str) -> None:
        assert self._socket is not None
        number = next(self._numbers)
        ask = self._waiting[name][0]
        answer = self._acks[number] = asyncio.get_running_loop().create_future()
        answer.add_done_callback(lambda done: self._answer(name, done))
        try:
            await _send(self._socket, EVENT, ["intent", ask], number)
        except (ConnectionError, aiohttp.ClientError):
            return  # the one who reads hears of it, and all is sent again

    def _answer(self, name: str, done: asyncio.Future[Any]) -> None:
        if done.cancelled() or name not in self._waiting:
            return
        self._waiting.pop(name)[1].set_result(msgspec.convert(done.result(), Outcome))

    async def _stream_for_ever(self) -> None:
        """The stream, opened afresh for each line; it comes back by itself when it alone ends."""
        assert self._socket is not None
        while True:
            with contextlib.suppress(ConnectionError, TimeoutError, aiohttp.ClientError):
                await self._one_stream(self._socket)
            await asyncio.sleep(WAITS_S[0] * self._pace * self._chance.random())

    async def _one_stream(self, line: aiohttp.ClientWebSocketResponse) -> None:
        number = next(self._numbers)
        answer = self._acks[number] = asyncio.get_running_loop().create_future()
        await _send(line, EVENT, ["ticket"], number)
        ticket = (await asyncio.wait_for(answer, DIAL_WITHIN_S))["ticket"]
        url = self._base.replace("http", "ws", 1) + "/stream"
        goodbye = aiohttp.ClientWSTimeout(ws_close=0.1 * self._pace)
        async with self._http.ws_connect(url, origin=self._origin, headers=self._headers, timeout=goodbye) as stream:
            await stream.send_bytes(ticket.encode())
            self._stream = stream
            async for message in stream:
                data = message.data
                if message.type is aiohttp.WSMsgType.BINARY and data[0] == TICK:
                    self.bodies.update(data[at] for at in range(8, len(data), 32))
                    await self._notify()


def _packet(message: aiohttp.WSMessage) -> dict[str, Any] | None:
    """The packet of ours in a message, None for the line's own. Raises ConnectionError when the line has ended."""
    if message.type is aiohttp.WSMsgType.BINARY:
        packet: dict[str, Any] = msgpack.unpackb(message.data)
        return packet
    if message.type is not aiohttp.WSMsgType.TEXT:
        raise ConnectionError("the line has ended")
    return None


async def _send(socket: aiohttp.ClientWebSocketResponse, kind: int, data: Any, number: int | None = None) -> None:
    packet = {"type": kind, "nsp": "/", "data": data} | ({} if number is None else {"id": number})
    await socket.send_bytes(msgpack.packb(packet))
