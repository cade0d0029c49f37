"""Of pip's lines, those are shown that name a package being fetched."""

from __future__ import annotations

import pytest

from infra.install import package_named


@pytest.mark.parametrize(
    ("line", "package"),
    [
        ("Collecting python-socketio>=5.16 (from proverom==0.1.0)\n", "python-socketio"),
        ("Processing /some/where-2/typing_extensions-4.16.0-py3-none-any.whl (from aiohttp)\n", "typing-extensions"),
        ("  Using cached numpy-2.4.6-cp311-cp311-manylinux_2_28_x86_64.whl (16.9 MB)\n", "numpy"),
        ("  Installing build dependencies: started\n", None),
        ("Requirement already satisfied: idna>=2.0 in ./somewhere\n", None),
        ("Obtaining file:///some/where\n", None),
    ],
)
def test_the_package_of_a_line(line: str, package: str | None) -> None:
    assert package_named(line) == package
