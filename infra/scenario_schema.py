"""Writes the JSON Schema of a scenario from the Python structs, for editors that complete and check YAML.

python infra/scenario_schema.py            writes rooms/library/scenario.schema.json
python infra/scenario_schema.py --check    exits 1 when the written file is stale
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Sequence
from typing import Any

from msgspec import inspect as look

from rooms.axes import AXES
from rooms.cue_parts import CUE_PARTS
from rooms.icons import ICONS
from rooms.looks import LOOKS
from rooms.people import GESTURES
from rooms.scenario import Scenario
from rooms.scenario_file import SCHEMA, load_places
from rooms.scenario_pressure import Lines, Words
from rooms.sounds import SOUNDS

NAMES: dict[tuple[str, str], Sequence[str]] = {
    ("Card", "icon"): ICONS,
    ("CastMember", "look"): LOOKS,
    ("Reply", "gesture"): GESTURES,
    ("Remark", "gesture"): GESTURES,
    ("Cue", "part"): CUE_PARTS,
    ("Interruption", "sound"): SOUNDS,
    ("Scenario", "place"): sorted(load_places()),
}
"""Texts that must be one of a list, by struct and field."""
KEYS: dict[tuple[str, str], Sequence[str]] = {("Step", "set"): (*AXES, "help")}
"""Entries that may be named so, by struct and field."""

Schema = dict[str, Any]


class Writer:
    """Collects the definitions that a struct reaches, each once."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}
        self._aliases = [(look.type_info(Lines), "Lines"), (look.type_info(Words), "Words")]

    def of(self, info: look.Type, whole: bool = True) -> Schema:
        """The schema of one type; with `whole`, a fixed set of entries must be complete."""
        for alias, name in self._aliases:
            if info == alias:
                if name not in self.definitions:
                    self.definitions[name] = {}  # reserves the name
                    self.definitions[name] = self._entries(alias, whole=True)
                return {"$ref": f"#/$defs/{name}"}
        match info:
            case look.StrType():
                return {"type": "string", "minLength": 1}
            case look.LiteralType(values=values):
                return {"enum": list(values)}
            case look.BoolType():
                return {"type": "boolean"}
            case look.IntType(ge=ge, le=le) | look.FloatType(ge=ge, le=le):
                limits = {"minimum": ge, "maximum": le}
                kind = "integer" if isinstance(info, look.IntType) else "number"
                return {"type": kind, **{name: limit for name, limit in limits.items() if limit is not None}}
            case look.ListType(item_type=item):
                return {"type": "array", "items": self.of(item)}
            case look.UnionType(types=types):
                kinds = [self.of(one) for one in types if not isinstance(one, look.NoneType)]
                return {"anyOf": [*kinds, {"type": "null"}]}
            case look.DictType():
                return self._entries(info, whole)
            case look.StructType():
                return self._struct(info)
            case _:
                raise TypeError(f"a scenario does not use {info}")

    def _entries(self, info: look.Type, whole: bool) -> Schema:
        assert isinstance(info, look.DictType)
        value = self.of(info.value_type)
        if not isinstance(info.key_type, look.LiteralType):
            return {"type": "object", "additionalProperties": value}
        names = [str(name) for name in info.key_type.values]
        entries: Schema = {"type": "object", "properties": dict.fromkeys(names, value), "additionalProperties": False}
        return {**entries, "required": names} if whole else entries

    def _struct(self, info: look.StructType) -> Schema:
        name = info.cls.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # reserves the name
            told = field_docstrings(info.cls)
            self.definitions[name] = {
                "description": inspect.cleandoc(info.cls.__doc__ or ""),
                "type": "object",
                "properties": {field.encode_name: self._field(name, field, told) for field in info.fields},
                "required": [field.encode_name for field in info.fields if field.required],
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{name}"}

    def _field(self, struct: str, field: look.Field, told: dict[str, str]) -> Schema:
        schema = self.of(field.type, whole=field.required)
        if names := NAMES.get((struct, field.name)):
            listed: Schema = {"enum": list(names)}
            schema = {"anyOf": [listed, {"type": "null"}]} if "anyOf" in schema else listed
        if keys := KEYS.get((struct, field.name)):
            schema = {**schema, "propertyNames": {"enum": list(keys)}}
        return {**schema, "description": told[field.name]} if field.name in told else schema


def field_docstrings(cls: type) -> dict[str, str]:
    """The text that stands under each field of a struct in its source."""
    tree = ast.parse(inspect.cleandoc("\n" + inspect.getsource(cls)))
    [struct] = tree.body
    assert isinstance(struct, ast.ClassDef)
    told = {}
    for field, after in zip(struct.body, struct.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(after, ast.Expr):
            told[field.target.id] = inspect.cleandoc(str(ast.literal_eval(after.value)))
    return told


def generate() -> str:
    """The whole file as text."""
    writer = Writer()
    root = writer.of(look.type_info(Scenario))
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A scenario of Prøverom",
        **root,
        "$defs": dict(sorted(writer.definitions.items())),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    text = generate()
    if "--check" in sys.argv:
        stale = not SCHEMA.exists() or SCHEMA.read_text(encoding="utf-8") != text
        if stale:
            print(f"{SCHEMA.name} is stale: run `make types` and commit it", file=sys.stderr)
        return int(stale)
    SCHEMA.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
