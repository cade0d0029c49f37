"""Run `pip install` with these arguments, showing which package is being fetched instead of pip's many lines.

When it fails, everything that pip said is printed. Exit status: pip's.
"""

from __future__ import annotations

import re
import subprocess
import sys

_FETCHES = re.compile(r"Collecting (?P<name>[\w.-]+)|(?:Processing|Using cached) (?:\S*/)?(?P<file>[\w.]+)-\d")


def package_named(line: str) -> str | None:
    """The package that this line of pip's says it fetches, or None."""
    found = _FETCHES.match(line.strip())
    return found and (found["name"] or found["file"]).replace("_", "-").lower()


def install(arguments: list[str]) -> int:
    """Install with the pip of this Python; returns pip's exit status."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", *arguments]
    said: list[str] = []
    fetched: set[str] = set()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        for line in pip.stdout or ():
            said.append(line)
            package = package_named(line)
            if package and package not in fetched:
                fetched.add(package)
                _show(f"{len(fetched):3d}  {package}")
            elif line.startswith("Installing collected packages"):
                _show("     putting them in place")
    if pip.returncode:
        print(*said, sep="", file=sys.stderr)
    _show("     done" if pip.returncode == 0 else "     failed", last=True)
    return pip.returncode


def _show(what: str, *, last: bool = False) -> None:
    """One line that is written over in a terminal; lines below each other in a file."""
    if sys.stdout.isatty():
        print(f"\r\033[K{what}", end="\n" if last else "", flush=True)
    else:
        print(what, flush=True)


if __name__ == "__main__":
    sys.exit(install(sys.argv[1:]))
