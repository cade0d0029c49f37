"""A table as Parquet. pyarrow is large, so it comes with the extra `export` only."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq

from server.export.session import About
from server.export.tables import Table


def as_parquet(table: Table, about: About) -> bytes:
    """Which session it is stands in the file's metadata."""
    kinds = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64(), "yes": pa.bool_()}
    schema = pa.schema(
        [(column.name, kinds[column.kind]) for column in table.columns],
        metadata={"session": about.session, "scenario": about.scenario, "table": table.name},
    )
    columns = [[row[place] for row in table.rows] for place in range(len(table.columns))]
    arrays = [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), sink, compression="zstd")
    return bytes(sink.getvalue())
