"""What every intent is, and the bounds of what is typed."""

from __future__ import annotations

from typing import Annotated

import msgspec

ShortText = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
NameText = Annotated[str, msgspec.Meta(min_length=1, max_length=24)]
Id = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Level = Annotated[int, msgspec.Meta(ge=0, le=4)]


class IntentBase(msgspec.Struct, frozen=True, tag_field="type", tag=str.lower, forbid_unknown_fields=True):
    """Base of all intents; the tag is the class name in lower case."""
