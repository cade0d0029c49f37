"""The size check finds what is too long and leaves the rest alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.check_size import source_files, too_long, typescript_functions


def test_a_long_python_function_is_named(tmp_path: Path) -> None:
    path = tmp_path / "long.py"
    path.write_text("\n\ndef long():\n" + "    x = 1\n" * 70 + "\n\ndef short():\n" + "    x = 1\n" * 69)
    assert too_long(path) == ["3 long: 71 lines"]


def test_a_long_module_is_named(tmp_path: Path) -> None:
    path = tmp_path / "long.py"
    path.write_text("x = 1\n" * 351)
    assert too_long(path) == ["1 module: 351 lines"]
    path.write_text("x = 1\n" * 350)
    assert too_long(path) == []


@pytest.mark.parametrize(
    "opening",
    [
        "function long(a: string) {",
        "export async function long({ a, b }: Pair): Promise<void> {",
        "const long = (a: number) => {",
        "class A { method(a: number): Map<string, number[]> {",
    ],
)
def test_a_long_typescript_function_is_named(tmp_path: Path, opening: str) -> None:
    path = tmp_path / "long.ts"
    path.write_text(opening + "\n" + "  f();\n" * 69 + "}\n" + "}\n" * opening.startswith("class"))
    assert [complaint.split(": ")[-1] for complaint in too_long(path)] == ["71 lines"]


@pytest.mark.parametrize("opening", ["if (a(b)) {", "for (const a of b) {", "const table = {", "interface Long {"])
def test_other_braces_are_no_functions(opening: str) -> None:
    assert list(typescript_functions(opening + "\n}\n")) == []


def test_braces_in_text_do_not_count() -> None:
    code = "function f() {\n  g('}', \"{\", `}${a}{`, /[}/]{2}/); // {\n  /* } */\n}\nfunction g() {\n}\n"
    assert [(line, length) for line, _, length in typescript_functions(code)] == [(1, 4), (5, 2)]


def test_built_and_generated_files_are_left_alone(tmp_path: Path) -> None:
    for name in ("rooms/a.py", "server/static/b.ts", "headset_client/src/wire.gen.ts", "headset_client/src/c.tsx"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n")
    assert [path.name for path in source_files(tmp_path)] == ["a.py", "c.tsx"]
