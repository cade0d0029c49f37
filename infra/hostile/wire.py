"""Bare sockets for those who do not keep to the protocol, or do not read what they are sent."""

from __future__ import annotations

import asyncio
import base64
import os
import socket
import struct
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import msgpack

DEADLINE_S = 10.0
FACTS = "/socket.io/?EIO=4&transport=websocket"
STREAM = "/stream"
CONTINUE, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10


class Wire:
    """One TCP connection. `receive_buffer` in bytes: small for one whom little can be sent that they do not read."""

    def __init__(self, bare: socket.socket) -> None:
        self.bare = bare
        self._read = b""

    @classmethod
    async def dial(cls, base: str, source: str = "127.0.0.1", receive_buffer: int | None = None) -> Wire:
        bare = socket.socket()
        bare.setblocking(False)
        if receive_buffer is not None:
            bare.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        bare.bind((source, 0))
        where = urlsplit(base)
        await asyncio.get_running_loop().sock_connect(bare, (where.hostname, where.port))
        return cls(bare)

    @classmethod
    async def upgrade(cls, base: str, path: str, source: str = "127.0.0.1", receive_buffer: int | None = None) -> Wire:
        """Past the handshake of a WebSocket. Raises AssertionError when it is refused."""
        wire = await cls.dial(base, source, receive_buffer)
        await wire.send(handshake(base, path))
        answer = await wire.read_until(b"\r\n\r\n")
        assert b" 101 " in answer, answer
        return wire

    async def send(self, data: bytes) -> None:
        await asyncio.get_running_loop().sock_sendall(self.bare, data)

    async def frame(self, data: bytes, opcode: int = BINARY, masked: bool = True, rest: int = 0) -> None:
        await self.send(frame(data, opcode, masked, rest))

    async def packet(self, kind: int, data: Any = None, number: int | None = None) -> None:
        await self.frame(packet(kind, data, number))

    async def read_until(self, mark: bytes) -> bytes:
        """Everything up to `mark`, or until the other side has closed. Raises TimeoutError, ConnectionError."""
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(DEADLINE_S):
            while mark not in self._read:
                data = await loop.sock_recv(self.bare, 65536)
                if not data:
                    found, self._read = self._read, b""
                    return found
                self._read += data
        found, _, self._read = self._read.partition(mark)
        return found + mark

    async def ended(self, within: float = DEADLINE_S) -> bool:
        """Reads whatever comes until the other side has closed; False when it has not done so in time."""
        try:
            async with asyncio.timeout(within):
                while await asyncio.get_running_loop().sock_recv(self.bare, 65536):
                    pass
        except TimeoutError:
            return False
        except ConnectionError:
            return True
        return True

    def close(self) -> None:
        self.bare.close()


async def until(holds: Callable[[], bool]) -> None:
    """Waits for what no client is told. Raises TimeoutError."""
    async with asyncio.timeout(DEADLINE_S):
        while True:
            if holds():
                return
            await asyncio.sleep(0.01)


def handshake(base: str, path: str, headers: dict[str, str] | None = None) -> bytes:
    """The request of a WebSocket; `headers` replace and add, and one that is empty is left out."""
    fields = {
        "Host": urlsplit(base).netloc, "Upgrade": "websocket", "Connection": "Upgrade", "Origin": base,
        "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
        **(headers or {}),
    }  # fmt: skip
    lines = [f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items() if value)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def frame(data: bytes, opcode: int = BINARY, masked: bool = True, rest: int = 0) -> bytes:
    """A WebSocket frame; `rest` are the reserved bits and FIN, turned over."""
    size = len(data)
    mask = bytes((0x80 if masked else 0) | low for low in [size if size < 126 else 126 if size < 65536 else 127])
    length = b"" if size < 126 else struct.pack(">H", size) if size < 65536 else struct.pack(">Q", size)
    key = b"\x00\x00\x00\x00" if masked else b""
    return bytes([(0x80 ^ rest) | opcode]) + mask + length + key + data


def packet(kind: int, data: Any = None, number: int | None = None) -> bytes:
    """A Socket.IO packet as our pages write it."""
    written: dict[str, Any] = {"type": kind, "nsp": "/", "data": data}
    if number is not None:
        written["id"] = number
    packed: bytes = msgpack.packb(written)
    return packed
