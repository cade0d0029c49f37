"""Writes the TypeScript types of the wire from the Python structs: one source, two languages.

python infra/generate_types.py            writes headset_client/src/wire/types.gen.ts
python infra/generate_types.py --check    exits 1 when the written file is stale
"""

from __future__ import annotations

import sys
from pathlib import Path

from msgspec import inspect as look

from rooms import axes, facts, intents, path, people, retelling, scenario, sounds, watching, wire, wire_scenarios
from rooms.measures import comparison, timeline

TARGET = Path(__file__).resolve().parent.parent / "headset_client" / "src" / "wire" / "types.gen.ts"

ALIASES: dict[str, object] = {
    "Axis": axes.Axis,
    "Tone": axes.Tone,
    "Language": axes.Language,
    "Role": people.Role,
    "Gesture": people.Gesture,
    "Phase": facts.Phase,
    "Source": facts.Source,
}


class Writer:
    """Collects the structs that the roots reach and writes each once, in the order found."""

    def __init__(self) -> None:
        self.done: dict[str, str] = {}
        self.names = [(look.type_info(alias), name) for name, alias in ALIASES.items()]

    def type_of(self, info: look.Type) -> str:
        """The TypeScript spelling of one type. Raises TypeError for a kind the wire does not use."""
        for known, name in self.names:
            if info == known:
                return name
        match info:
            case look.StrType():
                return "string"
            case look.IntType() | look.FloatType():
                return "number"
            case look.BoolType():
                return "boolean"
            case look.BytesType():
                return "Uint8Array"
            case look.NoneType():
                return "null"
            case look.AnyType():
                return "unknown"
            case look.LiteralType(values=values):
                return " | ".join(f"'{value}'" for value in values)
            case look.ListType(item_type=item):
                return f"readonly {self._in_array(item)}[]"
            case look.TupleType(item_types=items):
                return f"readonly [{', '.join(self.type_of(item) for item in items)}]"
            case look.DictType(key_type=key, value_type=value):
                partial = not isinstance(key, look.StrType)
                record = f"Readonly<Record<{self.type_of(key)}, {self.type_of(value)}>>"
                return f"Partial<{record}>" if partial and self.type_of(key) == "Language" else record
            case look.UnionType(types=types):
                return " | ".join(self.type_of(one) for one in types)
            case look.StructType(cls=cls):
                self.struct(info)
                return cls.__name__
            case _:
                raise TypeError(f"the wire does not use {info}")

    def _in_array(self, item: look.Type) -> str:
        inner = self.type_of(item)
        return f"({inner})" if "|" in inner or inner.startswith("readonly") else inner

    def struct(self, info: look.StructType) -> None:
        name = info.cls.__name__
        if name in self.done:
            return
        self.done[name] = ""  # reserves the name: structs may refer to themselves
        lines = [f"export interface {name} {{"]
        if info.tag is not None:
            lines.append(f"  readonly type: '{info.tag}';")
        intent = issubclass(info.cls, intents.IntentBase)
        for field in info.fields:
            optional = "?" if intent and not field.required else ""
            lines.append(f"  readonly {field.encode_name}{optional}: {self.type_of(field.type)};")
        self.done[name] = "\n".join([*lines, "}"])


LONGEST_LINE = 140


def laid_out(line: str) -> str:
    """A line as prettier lays it out: a union or a list that is too long stands one member a line."""
    if len(line) <= LONGEST_LINE:
        return line
    indent = line[: len(line) - len(line.lstrip())]
    if " = [" in line:
        head, _, inner = line.partition(" = [")
        members, _, end = inner.rpartition("]")
        rows = [f"{indent}  {member.strip()}," for member in members.split(",")]
        return "\n".join([f"{head} = [", *rows, f"{indent}]{end}"])
    for mark in (" =", ":"):
        head, found, members = line.partition(f"{mark} ")
        if found and len(indent) + 2 + len(members) <= LONGEST_LINE:
            return f"{head}{mark}\n{indent}  {members}"
        if found:
            rows = [f"{indent}  | {member}" for member in members.rstrip(";").split(" | ")]
            return "\n".join([head + mark, *rows]) + ";"
    return line


def generate() -> str:
    """The whole file as text."""
    writer = Writer()
    aliases = []
    for name, alias in ALIASES.items():
        info = look.type_info(alias)
        assert isinstance(info, look.LiteralType)
        aliases.append(f"export type {name} = " + " | ".join(f"'{value}'" for value in info.values) + ";")
    roots = [*facts.FACTS, *intents.INTENTS, *wire.MESSAGES, scenario.Scenario]
    roots += [*wire_scenarios.MESSAGES, *path.MESSAGES]
    roots += [
        *watching.WATCHES,
        watching.Watching,
        watching.Talked,
        retelling.Retold,
        timeline.Row,
        comparison.Compared,
    ]
    for info in look.multi_type_info(roots):
        writer.type_of(info)
    unions = [
        "export type Fact = " + " | ".join(cls.__name__ for cls in facts.FACTS) + ";",
        "export type Intent = " + " | ".join(cls.__name__ for cls in intents.INTENTS) + ";",
        "export type Watch = " + " | ".join(cls.__name__ for cls in watching.WATCHES) + ";",
    ]
    lists = [
        "export const AXES: readonly Axis[] = [" + ", ".join(f"'{axis}'" for axis in axes.AXES) + "];",
        "export const TONES: readonly Tone[] = [" + ", ".join(f"'{tone}'" for tone in axes.TONES) + "];",
        "export const GESTURES: readonly Gesture[] = [" + ", ".join(f"'{one}'" for one in people.GESTURES) + "];",
        "export const SOUNDS = [" + ", ".join(f"'{one}'" for one in sounds.SOUNDS) + "] as const;",
        "export const SPEEDS = [" + ", ".join(f"{speed:g}" for speed in watching.SPEEDS) + "] as const;",
        f"export const SIMULATED = '{people.SIMULATED}';",
        f"export const STEP_MS = {watching.STEP_MS};",
        f"export const PROTOCOL = {wire.PROTOCOL};",
    ]
    head = "// Written by infra/generate_types.py from rooms/*.py. Do not edit: run `make types`."
    body = "\n\n".join([head, "\n".join(aliases), "\n".join(lists), *writer.done.values(), *unions])
    return "\n".join(laid_out(line) for line in body.split("\n")) + "\n"


def main() -> int:
    text = generate()
    if "--check" in sys.argv:
        stale = not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text
        if stale:
            print(f"{TARGET.name} is stale: run `make types` and commit it", file=sys.stderr)
        return int(stale)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
