"""Small whole numbers in few bits: Rice coding, each column with the divisor 2^k that suits it best.

A number is its quotient in unary (so many zeros, then a one) and a remainder of k bits. All quotients stand in one
stream, then the lowest bits of all remainders, then the next: so NumPy does it without a loop over numbers. A column of
zeros takes no room at all.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
NOTHING: Final = 63
"""In place of k: a column of zeros."""


def best_k(columns: Numbers) -> tuple[npt.NDArray[np.uint8], Numbers]:
    """For each column (c × n, numbers from 0) the k with which it takes fewest bits, and how many."""
    count = columns.shape[1]
    best = np.full(len(columns), NOTHING, np.uint8)
    cost = np.zeros(len(columns), np.int64)
    used = columns.any(axis=1)
    for k in range(int(columns.max(initial=0)).bit_length() + 1):
        bits = (columns >> k).sum(axis=1) + count * (k + 1)
        better = used & ((best == NOTHING) | (bits < cost))
        best[better], cost[better] = k, bits[better]
    return best, cost


def pack(columns: Numbers, ks: npt.NDArray[np.uint8]) -> bytes:
    """The columns with the k of each."""
    kept = ks != NOTHING
    numbers, divisors = columns[kept], ks[kept].astype(np.int64)
    ends = np.cumsum((numbers >> divisors[:, None]).ravel() + 1)
    unary = np.zeros(int(ends[-1]) if len(ends) else 0, np.uint8)
    unary[ends - 1] = 1
    planes = [(numbers[divisors > bit] >> bit & 1).astype(np.uint8).ravel() for bit in range(_planes(divisors))]
    return np.packbits(unary).tobytes() + np.packbits(np.concatenate([np.empty(0, np.uint8), *planes])).tobytes()


def unpack(data: bytes, ks: npt.NDArray[np.uint8], count: int) -> Numbers:
    """The columns of `count` numbers each that `pack` made. Raises ValueError when there is not enough of them."""
    columns = np.zeros((len(ks), count), np.int64)
    kept = ks != NOTHING
    divisors = ks[kept].astype(np.int64)
    if not len(divisors) or not count:
        return columns
    bits = np.unpackbits(np.frombuffer(data, np.uint8))
    ends = np.flatnonzero(bits)[: len(divisors) * count]
    numbers = (np.diff(ends, prepend=-1) - 1).reshape(len(divisors), count) << divisors[:, None]
    at = (int(ends[-1]) // 8 + 1) * 8
    for bit in range(_planes(divisors)):
        with_it = divisors > bit
        size = int(with_it.sum()) * count
        numbers[with_it] |= bits[at : at + size].reshape(-1, count).astype(np.int64) << bit
        at += size
    columns[kept] = numbers
    return columns


def _planes(divisors: Numbers) -> int:
    return int(divisors.max(initial=0))
