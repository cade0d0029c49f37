"""A matrix that is mostly nothing, kept by its rows: a text has some sixty of ten thousand features."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]


class Sparse:
    """`values[k]` stands at row `rows[k]` and column `columns[k]`; each place is named once."""

    def __init__(self, rows: Indices, columns: Indices, values: Floats, height: int, width: int) -> None:
        order = np.argsort(rows, kind="stable")
        self._columns = columns[order].astype(np.int32)
        self._values = values[order]
        self._starts = np.searchsorted(rows[order], np.arange(height + 1))
        self._width = width

    def weigh(self, at: Sequence[int], weights: Floats) -> Floats:
        """The sum of the rows `at`, each times its weight: as many numbers as there are columns."""
        starts, ends = self._starts[list(at)], self._starts[[row + 1 for row in at]]
        lengths = ends - starts
        if not lengths.any():
            return np.zeros(self._width)
        within = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        places = np.repeat(starts, lengths) + within
        shares = self._values[places] * np.repeat(weights, lengths)
        total: Floats = np.bincount(self._columns[places], weights=shares, minlength=self._width).astype(np.float64)
        return total
