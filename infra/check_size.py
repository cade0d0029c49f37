"""Hold the size of the house's rooms: modules of at most 350 lines, functions of at most 70, in Python and TypeScript.

As a program it prints what is too long and exits with status 1. Generated files (`*.gen.*`) are not looked at.
"""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULE_LINES = 350
FUNCTION_LINES = 70
SOURCES = ("rooms", "agents", "server", "infra", "tests", "headset_client/src")
NOT_SOURCES = frozenset({"node_modules", "static", "__pycache__"})

_UNREAD = re.compile(
    r"""//[^\n]* | /\*.*?\*/                                  # comments
      | '(?:\\.|[^'\\\n])*' | "(?:\\.|[^"\\\n])*"             # strings end with their line
      | (?<=[(,=:\[!&|?;{\n])[ ]*/(?![*/> ])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+/[a-z]*  # regular expressions
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENS_FUNCTION = re.compile(r"(?:=>|\)\s*(?::[^{}();=]+)?)\s*\Z")
_OPENS_BLOCK = re.compile(r"\b(?:if|for|while|switch|catch|with)(?:\s+await)?\s*\Z")


def source_files(root: Path) -> Iterator[Path]:
    """The written (not generated, not built) Python and TypeScript files below `root`, in a fixed order."""
    for top in SOURCES:
        for folder, below, names in os.walk(root / top):
            below[:] = sorted(set(below) - NOT_SOURCES)
            for name in sorted(names):
                if name.endswith((".py", ".ts", ".tsx")) and ".gen." not in name:
                    yield Path(folder) / name


def too_long(path: Path) -> list[str]:
    """What in this file is over its limit, as `line name: n lines`; empty when nothing is."""
    text = path.read_text()
    lines = text.count("\n")
    found = [f"1 module: {lines} lines"] if lines > MODULE_LINES else []
    functions = python_functions(text) if path.suffix == ".py" else typescript_functions(text)
    if ".test." in path.name:
        functions = iter(())  # describe() wraps a whole file in one arrow function
    return found + [f"{line} {name}: {length} lines" for line, name, length in functions if length > FUNCTION_LINES]


def python_functions(text: str) -> Iterator[tuple[int, str, int]]:
    """Line, name and length in lines of every function of a Python module. Raises SyntaxError."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            yield node.lineno, node.name, node.end_lineno - node.lineno + 1


def typescript_functions(text: str) -> Iterator[tuple[int, str, int]]:
    """Line, opening words and length in lines of every braced function body of a TypeScript module, innermost first."""
    code = _readable(text)
    opened: list[int] = []
    for at, sign in ((match.start(), match.group()) for match in re.finditer(r"[{}]", code)):
        if sign == "{":
            opened.append(at)
        elif opened:
            start = opened.pop()
            if _is_function(code[:start]):
                first = code.count("\n", 0, start) + 1
                opening = text.splitlines()[first - 1].strip()[:40]
                yield first, opening, code.count("\n", start, at) + 1


def _readable(text: str) -> str:
    """The code with comments, strings, templates and regular expressions blanked, line for line."""
    blank = _UNREAD.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    return re.sub(r"`(?:\\.|[^`\\])*`", lambda match: re.sub(r"[^\n]", " ", match.group()), blank)


def _is_function(before: str) -> bool:
    """Whether a brace after this code opens a function: after `=>`, or after a `)` that belongs to no if, for, ..."""
    tail = before[-600:]
    opening = _OPENS_FUNCTION.search(tail)
    if opening is None:
        return False
    if opening.group().startswith("=>"):
        return True
    depth = 0
    for at in range(len(before) - len(opening.group()), -1, -1):
        depth += {")": 1, "(": -1}.get(before[at], 0)
        if depth == 0:
            return _OPENS_BLOCK.search(before[max(0, at - 40) : at]) is None
    return False


def main() -> int:
    status = 0
    for path in source_files(ROOT):
        for complaint in too_long(path):
            print(f"{path.relative_to(ROOT).as_posix()}:{complaint}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
