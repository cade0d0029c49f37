"""What the tests need of the machine beside Python; as a program, installs what may be installed without asking."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
PROGRAMS = {"nginx": "nginx", "certutil": "libnss3-tools", "systemd-analyze": "systemd"}
"""Programs and the Debian packages they come in."""


def find_chromium() -> str | None:
    """Path of the browser: PROVEROM_CHROMIUM if set, else the first known name on PATH; None when there is none."""
    chosen = os.environ.get("PROVEROM_CHROMIUM")
    if chosen:
        return shutil.which(chosen)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def missing() -> list[str]:
    """The Debian packages of the programs that are not there."""
    found = [package for program, package in PROGRAMS.items() if which(program) is None]
    return found if find_chromium() else ["chromium", *found]


def which(program: str) -> str | None:
    """Path of a program, also of one that Debian keeps for administrators."""
    return shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin")


def _may_install() -> bool:
    """Root on a Debian, and no browser asked for by name."""
    return "PROVEROM_CHROMIUM" not in os.environ and shutil.which("apt-get") is not None and os.geteuid() == 0


def _install(packages: list[str]) -> None:
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", *step], env=quiet, check=False)  # what counts is whether it is there afterwards


def main() -> int:
    if missing() and _may_install():
        print(f"Installing for the tests: {', '.join(missing())} ...", file=sys.stderr, flush=True)
        _install(missing())
    if still := missing():
        print(
            f"The tests need programs that were not found. On Debian: sudo apt-get install {' '.join(still)}\n"
            "For a browser of your own, set PROVEROM_CHROMIUM to the path of a Chromium or Chrome. "
            "Then run make test again.",
            file=sys.stderr,
        )
        return 1
    print(f"Browser for the tests: {find_chromium()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
