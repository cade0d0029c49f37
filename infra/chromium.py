"""Find the Chromium that the browser tests drive; as a program, install it where that can be done without asking."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find_chromium() -> str | None:
    """Path of the browser: PROVEROM_CHROMIUM if set, else the first known name on PATH; None when there is none."""
    chosen = os.environ.get("PROVEROM_CHROMIUM")
    if chosen:
        return shutil.which(chosen)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _may_install() -> bool:
    """Root on a Debian, and no browser asked for by name."""
    return "PROVEROM_CHROMIUM" not in os.environ and shutil.which("apt-get") is not None and os.geteuid() == 0


def _install() -> None:
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for step in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", *step], env=quiet, check=False)  # what counts is whether it is there afterwards


def main() -> int:
    if find_chromium() is None and _may_install():
        print("Installing Chromium for the browser tests ...", file=sys.stderr, flush=True)
        _install()
    path = find_chromium()
    if path is None:
        print(
            "The browser tests need Chromium, and none was found. On Debian: sudo apt-get install chromium\n"
            "Or set PROVEROM_CHROMIUM to the path of a Chromium or Chrome that you have. Then run make test again.",
            file=sys.stderr,
        )
        return 1
    print(f"Browser for the tests: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
