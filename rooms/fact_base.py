"""What every fact is."""

from __future__ import annotations

import msgspec


class FactBase(msgspec.Struct, frozen=True, tag_field="type", tag=str.lower):
    """Base of all facts; the tag is the class name in lower case."""
