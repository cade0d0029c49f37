"""One member's door of facts: acknowledges what comes, asks for things, and notes when a line was heard."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import Callable
from typing import Any, Final

import aiohttp
import msgpack

from rooms.wire import PROTOCOL

CONNECT, EVENT, ACK, CONNECT_ERROR = 0, 2, 3, 4
DEADLINE_S: Final = 30.0
SEEN_EVERY_S: Final = 1.0


class RefusedByServerError(Exception):
    """The server said no, with its refusal as it came."""


class FactMember:
    """`heard` is called with the clock's time and each line's words. `run` reads until cancelled or cut."""

    def __init__(
        self, http: aiohttp.ClientSession, base: str, clock: Callable[[], float], heard: Callable[[float, str], None]
    ) -> None:
        self.you = ""
        self.bytes_down = 0
        self.body = -1
        self._http = http
        self._base = base
        self._clock = clock
        self._heard = heard
        self._numbers = itertools.count(1)
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._first: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._let_in: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._newest = 0
        self._news = asyncio.Event()

    async def connect(self, seat: str | None, session: str | None) -> None:
        """Opens the socket; `run` must be started next. Raises aiohttp.ClientError."""
        url = self._base.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
        self._socket = await self._http.ws_connect(url, origin=self._base)
        await self._send({"type": CONNECT, "data": {"protocol": PROTOCOL, "seat": seat, "session": session}})

    async def ready(self) -> None:
        """Waits for the first picture. Raises RefusedByServerError, TimeoutError."""
        await asyncio.wait_for(self._first, DEADLINE_S)

    async def let_in(self) -> None:
        """Waits until one is in the room; `body` is known then. Raises TimeoutError."""
        await asyncio.wait_for(self._let_in, DEADLINE_S)

    async def call(self, event: str, *payload: Any) -> Any:
        """Sends an event and gives its answer. Raises TimeoutError."""
        number = next(self._numbers)
        answer = self._asked[number] = asyncio.get_running_loop().create_future()
        await self._send({"type": EVENT, "data": [event, *payload], "id": number})
        return await asyncio.wait_for(answer, DEADLINE_S)

    async def ask(self, **intent: Any) -> None:
        """Puts an intent to the room. Raises RefusedByServerError."""
        outcome = await self.call("intent", {"id": f"a{next(self._numbers)}", "intent": intent})
        if not outcome["ok"]:
            raise RefusedByServerError(f"{intent['type']}: {outcome['refusal']['code']}")

    async def run(self) -> None:
        """Reads until the server closes."""
        if self._socket is None:
            raise RuntimeError("connect comes first")
        async with asyncio.TaskGroup() as tasks:
            acknowledging = tasks.create_task(self._acknowledge())
            async for message in self._socket:
                if message.type is aiohttp.WSMsgType.TEXT:
                    if message.data == "2":
                        await self._socket.send_str("3")
                elif message.type is aiohttp.WSMsgType.BINARY:
                    self.bytes_down += len(message.data)
                    self._take(msgpack.unpackb(message.data))
            acknowledging.cancel()

    async def close(self) -> None:
        if self._socket is not None:
            await self._socket.close()

    async def _send(self, packet: dict[str, Any]) -> None:
        if self._socket is not None:
            await self._socket.send_bytes(msgpack.packb({"nsp": "/", **packet}))

    def _take(self, packet: dict[str, Any]) -> None:
        kind: int = packet["type"]
        data: Any = packet.get("data")
        if kind == CONNECT_ERROR:
            self._first.set_exception(RefusedByServerError(str(data)))
        elif kind == ACK and (asked := self._asked.pop(packet["id"], None)) is not None:
            asked.set_result(data[0])
        elif kind == EVENT and data[0] == "snapshot":
            self._look(data[1]["you"], data[1]["state"]["people"])
            self._has_seen(data[1]["state"]["seq"])
            if not self._first.done():
                self._first.set_result(None)
        elif kind == EVENT and data[0] == "facts":
            self._listen(data[1]["facts"])
            self._has_seen(data[1]["facts"][-1]["seq"])

    def _look(self, you: str, people: dict[str, dict[str, Any]]) -> None:
        self.you = you
        if you in people and people[you]["where"] == "room" and not self._let_in.done():
            self.body = -1 if people[you]["body"] is None else people[you]["body"]
            self._let_in.set_result(None)

    def _listen(self, facts: list[dict[str, Any]]) -> None:
        now = self._clock()
        for stamped in facts:
            if stamped["fact"]["type"] == "said":
                for words in stamped["fact"]["words"].values():
                    self._heard(now, words)

    def _has_seen(self, seq: int) -> None:
        self._newest = seq
        self._news.set()

    async def _acknowledge(self) -> None:
        """As pages do: at once, and then at most once a second. Until cancelled, or the connection has ended."""
        with contextlib.suppress(ConnectionResetError):  # which is how the end is noticed here
            while True:
                await self._news.wait()
                self._news.clear()
                await self._send({"type": EVENT, "data": ["seen", {"seq": self._newest}]})
                await asyncio.sleep(SEEN_EVERY_S)
