"""Does a plain value have the shape of a struct? Every misfit is named with its place, not only the first.

One rule of our own: a dict whose keys are a fixed set (languages, tones, axes) must have all of them, unless it may be
left out altogether.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from typing import Any

from msgspec import inspect

from rooms.mistakes import Problem, Where, nearest

_INTEGER = re.compile(r"[-+]?\d+")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
_TRANSLATION = {"nb": "Norwegian", "en": "English"}


def misfits(value: Any, wanted: type) -> Iterator[Problem]:
    """What keeps `value` (dict, list, str, None) from being read as `wanted`, in the order of the file."""
    return _fit(value, inspect.type_info(wanted), ())


def _fit(value: Any, info: inspect.Type, where: Where) -> Iterator[Problem]:
    if isinstance(info, inspect.UnionType):
        others = [kind for kind in info.types if not isinstance(kind, inspect.NoneType)]
        if value is not None:
            yield from _fit(value, others[0], where)
    elif value is None:
        yield Problem(where, "Nothing is written here.", _example(info))
    elif isinstance(info, inspect.StructType):
        yield from _fit_struct(value, info, where)
    elif isinstance(info, inspect.DictType):
        yield from _fit_dict(value, info, where)
    elif isinstance(info, inspect.ListType):
        if not isinstance(value, list):
            yield Problem(where, "A list is wanted here.", _example(info))
            return
        for index, item in enumerate(value):
            yield from _fit(item, info.item_type, (*where, index))
    else:
        yield from _fit_scalar(value, info, where)


def _fit_scalar(value: Any, info: inspect.Type, where: Where) -> Iterator[Problem]:
    if not isinstance(value, str) or not value.strip():
        yield Problem(where, "One text or number is wanted here.", _example(info))
    elif isinstance(info, inspect.BoolType) and value not in ("true", "false"):
        yield Problem(where, f"'{value}' is neither true nor false.", _example(info))
    elif isinstance(info, inspect.IntType | inspect.FloatType):
        number = _INTEGER if isinstance(info, inspect.IntType) else _NUMBER
        if not number.fullmatch(value):
            yield Problem(where, f"'{value}' is not a number.", _example(info))
        elif not _lowest(info) <= float(value) <= _highest(info):
            yield Problem(where, f"{value} is outside what is possible here.", _example(info))


def _lowest(info: inspect.IntType | inspect.FloatType) -> float:
    return -math.inf if info.ge is None else info.ge


def _highest(info: inspect.IntType | inspect.FloatType) -> float:
    return math.inf if info.le is None else info.le


def _fit_struct(value: Any, info: inspect.StructType, where: Where) -> Iterator[Problem]:
    if not isinstance(value, dict):
        names = ", ".join(field.name for field in info.fields if field.required)
        yield Problem(where, f"Entries are wanted here: {names}.", _example(info))
        return
    fields = {field.encode_name: field for field in info.fields}
    for name in value:
        if name not in fields:
            yield _unknown_key(name, value[name], fields, where)
    for name, field in fields.items():
        if isinstance(value.get(name), dict) and isinstance(field.type, inspect.DictType):
            yield from _fit_dict(value[name], field.type, (*where, name), whole=field.required)
        elif name in value:
            yield from _fit(value[name], field.type, (*where, name))
        elif field.required:
            yield Problem(where, f"'{name}' is missing.", f"{name}: {_example(field.type)}")


def _fit_dict(value: Any, info: inspect.DictType, where: Where, whole: bool = True) -> Iterator[Problem]:
    """`whole`: whether all of a fixed set of keys must be there."""
    if not isinstance(value, dict):
        yield Problem(where, "Entries are wanted here.", _example(info))
        return
    if isinstance(info.key_type, inspect.LiteralType):
        keys = [str(key) for key in info.key_type.values]
        for name in value:
            if name not in keys:
                yield _unknown_key(name, value[name], keys, where)
        for key in keys:
            if whole and key not in value:
                yield _missing_key(key, info.value_type, where)
    for name, item in value.items():
        if item is not None or not _is_half_a_text(name):
            yield from _fit(item, info.value_type, (*where, name))


def _unknown_key(name: str, value: Any, known: Collection[str], where: Where) -> Problem:
    instead = nearest(name, known)
    if value is None and _is_half_a_text(name):
        instead = 'the whole text in quotation marks, "one, two": its comma parts it here'
    return Problem((*where, name), f"'{name}' is not known here.", instead)


def _is_half_a_text(name: str) -> bool:
    """Whether this looks like what follows a comma in `{nb: one, two}`."""
    return " " in name


def _missing_key(key: str, wanted: inspect.Type, where: Where) -> Problem:
    if key in _TRANSLATION:
        return Problem(where, f"The {_TRANSLATION[key]} is missing.", f"{key}: the same in {_TRANSLATION[key]}")
    return Problem(where, f"'{key}' is missing.", f"{key}: {_example(wanted)}")


def _example(info: inspect.Type) -> str:
    """What something of this type looks like in a file."""
    if isinstance(info, inspect.UnionType):
        return _example(info.types[0])
    if isinstance(info, inspect.IntType | inspect.FloatType):
        return "a number" if info.ge is None or info.le is None else f"a number from {info.ge:g} to {info.le:g}"
    if isinstance(info, inspect.BoolType):
        return "true or false"
    if isinstance(info, inspect.ListType):
        return f"[{_example(info.item_type)}]"
    if isinstance(info, inspect.DictType) and isinstance(info.key_type, inspect.LiteralType):
        inner = _example(info.value_type)
        return "{" + ", ".join(f"{key}: {inner}" for key in info.key_type.values) + "}"
    if isinstance(info, inspect.DictType):
        return f"name: {_example(info.value_type)}"
    if isinstance(info, inspect.StructType):
        return "{" + ", ".join(f"{field.encode_name}: …" for field in info.fields if field.required) + "}"
    return "a text"
