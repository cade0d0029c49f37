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


def _install_on_debian() -> bool:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return False
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.run([apt, "update"], env=quiet, check=True)
    subprocess.run([apt, "install", "-y", "--no-install-recommends", "chromium"], env=quiet, check=True)
    return True


def main() -> int:
    if find_chromium() is None:
        print("Chromium is missing; the browser tests need it.", file=sys.stderr, flush=True)
        _install_on_debian()
    path = find_chromium()
    if path is None:
        print(
            "Install it, on Debian with: sudo apt-get install chromium\n"
            "Or set PROVEROM_CHROMIUM to the path of a Chromium or Chrome that you have. Then run make test again.",
            file=sys.stderr,
        )
        return 1
    print(f"Browser for the tests: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
