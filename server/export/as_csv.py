"""A table as CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets read letters such as å)."""

from __future__ import annotations

import csv
import io
from typing import Final

from server.export.tables import Cell, Table

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would reckon with a text that begins so: it is told to take it as text."""


def as_csv(table: Table) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return int(cell)
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
