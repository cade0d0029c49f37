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
      | `(?:\\.|[^`\\])*`                                  # templates
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
    """Line, first words and length in lines of every braced function of a TypeScript module, innermost first."""
    code = _UNREAD.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    opened: list[int] = []
    for brace in re.finditer(r"[{}]", code):
        if brace.group() == "{":
            opened.append(brace.start())
        elif opened:
            start = _function_start(code, opened.pop())
            if start is not None:
                line = code.count("\n", 0, start) + 1
                yield line, text.splitlines()[line - 1].strip()[:40], code.count("\n", start, brace.start()) + 1


def _function_start(code: str, brace: int) -> int | None:
    """Where the function starts whose body this brace opens; None where it opens anything else.

    A body follows `=>`, or a `)` that closes the parameters and not the head of an if, a for, ...
    """
    opening = _OPENS_FUNCTION.search(code, max(0, brace - 600), brace)
    if opening is None:
        return None
    if opening.group().startswith("=>"):
        return opening.start()
    depth = 0
    for at in range(opening.start(), -1, -1):
        depth += {")": 1, "(": -1}.get(code[at], 0)
        if depth == 0:
            return None if _OPENS_BLOCK.search(code, max(0, at - 40), at) else at
    return None


def main() -> int:
    status = 0
    for path in source_files(ROOT):
        for complaint in too_long(path):
            print(f"{path.relative_to(ROOT).as_posix()}:{complaint}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
