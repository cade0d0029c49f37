"""A client of the real server over loopback: joins by code, folds facts as a browser does, sends intents and poses."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import Callable
from typing import Any

import aiohttp
import msgpack
import msgspec

from rooms.facts import Stamped
from rooms.fold import apply
from rooms.intents import Intent
from rooms.state import RoomState
from rooms.wire import Outcome, Snapshot
from server.supervision import Supervisor

DEADLINE_S = 10.0
CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR = range(5)


class RefusedConnectError(Exception):
    """The server said no to CONNECT; `data` is its refusal."""

    def __init__(self, data: Any) -> None:
        super().__init__(str(data))
        self.data = data


async def close_code(stream: aiohttp.ClientWebSocketResponse) -> int:
    """With which the server closes a stream, behind what it still sends."""
    while (message := await stream.receive(DEADLINE_S)).type is aiohttp.WSMsgType.BINARY:
        pass
    assert message.type is aiohttp.WSMsgType.CLOSE
    return int(message.data)


class LiveClient:
    """One person's connection. Every wait has a deadline of ten seconds."""

    def __init__(
        self, http: aiohttp.ClientSession, base: str, seat: str | None = None, cookie: str | None = None
    ) -> None:
        self.http = http
        self.base = base
        self.seat = seat
        self.headers = {"Cookie": cookie} if cookie else {}
        self.state = RoomState()
        self.you = ""
        self.epoch = ""
        self.snapshots = 0
        self.closing = False
        self.slowed = 0
        self.why: str | None = None
        """The code of the refusal with which the server said goodbye for good."""
        self.heard: list[Stamped] = []
        self.acknowledges = True
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._reading: asyncio.Task[None] | None = None
        self._acks: dict[int, asyncio.Future[Any]] = {}
        self._numbers = itertools.count(1)
        self._tasks = Supervisor("live client")
        self._changed = asyncio.Condition()
        self._connected: asyncio.Future[Any] | None = None

    @classmethod
    async def join(cls, http: aiohttp.ClientSession, base: str, code: str) -> LiveClient:
        """A seat by a join code. Raises AssertionError when the code is refused."""
        async with http.post(f"{base}/api/join", json={"code": code}, headers={"Origin": base}) as answer:
            found = await answer.json()
            assert answer.status == 200, found
        return cls(http, base, found["seat"])

    async def connect(self, session: str | None = None, resume: bool = False) -> None:
        """Opens the door of facts and waits for the first picture, or to be replaced. Raises RefusedConnectError."""
        url = self.base.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
        self._socket = await self.http.ws_connect(url, origin=self.base, headers=self.headers)
        self._connected = asyncio.get_running_loop().create_future()
        self._reading = self._tasks.start("read", self._read(self._socket))
        hello: dict[str, Any] = {"protocol": 1, "seat": self.seat, "session": session}
        if resume:
            hello |= {"epoch": self.epoch, "after": self.state.seq}
        await self.send(CONNECT, hello)
        await asyncio.wait_for(self._connected, DEADLINE_S)
        if not resume:
            await self.until(lambda: self.snapshots > 0 or self.closing)

    async def send(self, kind: int, data: Any, number: int | None = None) -> None:
        assert self._socket is not None
        packet: dict[str, Any] = {"type": kind, "nsp": "/", "data": data}
        if number is not None:
            packet["id"] = number
        await self._socket.send_bytes(msgpack.packb(packet))

    async def send_raw(self, data: bytes) -> None:
        assert self._socket is not None
        await self._socket.send_bytes(data)

    async def call(self, event: str, *payload: Any) -> Any:
        """Sends an event and gives its acknowledgement. Raises ConnectionResetError when cut first."""
        number = next(self._numbers)
        future = self._acks[number] = asyncio.get_running_loop().create_future()
        await self.send(EVENT, [event, *payload], number)
        return await asyncio.wait_for(future, DEADLINE_S)

    async def ask(self, intent: Intent, ask_id: str | None = None) -> Outcome:
        """Puts an intent to the room."""
        payload = {"id": ask_id or f"a{next(self._numbers)}", "intent": msgspec.to_builtins(intent)}
        return msgspec.convert(await self.call("intent", payload), Outcome)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Waits until something told by the server makes `holds` true."""
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(holds), DEADLINE_S)

    async def open_stream(self) -> aiohttp.ClientWebSocketResponse:
        """The stream, past its ticket."""
        ticket = (await self.call("ticket"))["ticket"]
        socket = await self.http.ws_connect(self.base.replace("http", "ws") + "/stream", origin=self.base)
        await socket.send_bytes(ticket.encode())
        assert await asyncio.wait_for(socket.receive_bytes(), DEADLINE_S) == b"\x00"
        return socket

    @property
    def is_open(self) -> bool:
        return self._socket is not None and not self._socket.closed

    @property
    def close_code(self) -> int | None:
        return self._socket.close_code if self._socket is not None else None

    def stall(self) -> None:
        """From now on nothing that the server sends is read."""
        assert self._reading is not None
        self._reading.cancel()

    async def close(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.wait([self._reading])
        if self._socket is not None:
            await self._socket.close()

    async def _read(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        async for message in socket:
            if message.type is aiohttp.WSMsgType.TEXT:
                if message.data == "2":
                    await socket.send_str("3")
            elif message.type is aiohttp.WSMsgType.BINARY:
                await self._take(msgpack.unpackb(message.data))
        while self._acks:
            self._acks.popitem()[1].set_exception(ConnectionResetError("cut before it was answered"))
        async with self._changed:
            self._changed.notify_all()

    async def _take(self, packet: dict[str, Any]) -> None:
        assert self._connected is not None
        kind = packet["type"]
        data: Any = packet.get("data")
        if kind == CONNECT:
            self._connected.set_result(data)
        elif kind == CONNECT_ERROR:
            self._connected.set_exception(RefusedConnectError(data))
        elif kind == ACK:
            self._acks.pop(packet["id"]).set_result(data[0])
        elif kind == EVENT:
            async with self._changed:
                self._apply(data[0], data[1])
                self._changed.notify_all()
            if self.acknowledges and data[0] in ("snapshot", "facts"):
                with contextlib.suppress(ConnectionResetError):  # it has just been cut, as is seen in a moment
                    await self.send(EVENT, ["seen", {"seq": self.state.seq}])

    def _apply(self, event: str, payload: Any) -> None:
        if event == "snapshot":
            snapshot = msgspec.convert(payload, Snapshot)
            self.state, self.you, self.epoch = snapshot.state, snapshot.you, snapshot.epoch
            self.snapshots += 1
        elif event == "facts":
            for stamped in msgspec.convert(payload["facts"], list[Stamped]):
                apply(self.state, stamped)
                self.heard.append(stamped)
        elif event == "slow":
            self.slowed += 1
        elif event == "closing":
            self.closing = True
            self.why = payload.get("code")
