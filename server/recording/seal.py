"""Sealing: zstd, then AES-256-GCM, bound to what the block is and where it stands.

A keyframe is packed against an earlier one, which then holds most of it already (`base`).
"""

from __future__ import annotations

import os
from enum import IntEnum
from typing import Final, NamedTuple

import msgspec
import zstandard
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from server.recording.key_file import key_of
from server.recording.site_key import NONCE_BYTES

VERSION: Final = 1
"""Of the file's form. A newer one needs a step in `convert.py` and a golden file of its own."""
LEVEL: Final = 3
MOST_BYTES: Final = 64 * 2**20
"""No block is larger when unpacked."""


class Kind(IntEnum):
    """What a block holds."""

    HEADER = 1
    KEYFRAME = 2
    FACTS = 3
    POSES = 4
    GAP = 5
    END = 6
    NOTE = 7
    """Written by those who watch the recording, later."""


class Block(NamedTuple):
    """What stands in clear about a block. All of it is bound to the seal."""

    id: int
    kind: int
    owner: str
    first: int
    """Room time of the first and last thing in it, ms."""
    last: int
    items: int
    """How many facts or rows it holds."""
    base: int
    """The block that it is packed against; 0: none."""


class SealError(ValueError):
    """A block is damaged, or its key is gone."""


class Sealer:
    """Seals and opens the blocks of one session with `keys`, which may grow. Not safe for threads."""

    def __init__(self, session: str, keys: dict[str, bytes], version: int = VERSION) -> None:
        self._session = session
        self._version = version
        self.keys = keys
        self._ciphers: dict[str, AESGCM] = {}
        self._packer = zstandard.ZstdCompressor(level=LEVEL, write_content_size=True)
        self._unpacker = zstandard.ZstdDecompressor()

    def has(self, owner: str) -> bool:
        return key_of(owner, self.keys) is not None

    def seal(self, content: bytes, block: Block, base: bytes = b"") -> bytes:
        """Raises SealError when there is no key for the block's owner."""
        packer = zstandard.ZstdCompressor(level=LEVEL, dict_data=_raw(base)) if base else self._packer
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher(block.owner).encrypt(nonce, packer.compress(content), self._about(block))

    def open(self, sealed: bytes, block: Block, base: bytes = b"") -> bytes:
        """What was sealed as this very block. Raises SealError."""
        unpacker = zstandard.ZstdDecompressor(dict_data=_raw(base)) if base else self._unpacker
        try:
            packed = self._cipher(block.owner).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], self._about(block))
            return unpacker.decompress(packed, max_output_size=MOST_BYTES)
        except (InvalidTag, ValueError, zstandard.ZstdError):
            raise SealError("a block cannot be opened") from None

    def _cipher(self, owner: str) -> AESGCM:
        if owner not in self._ciphers:
            key = key_of(owner, self.keys)
            if key is None:
                raise SealError("the key is gone")
            self._ciphers[owner] = AESGCM(key)
        return self._ciphers[owner]

    def _about(self, block: Block) -> bytes:
        return msgspec.msgpack.encode(["proverom", self._version, self._session, *block])


def _raw(base: bytes) -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(base, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
