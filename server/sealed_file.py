"""A small file that is sealed under the site's key, and replaced whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from server.recording.key_file import sync
from server.recording.site_key import SiteKey


def write_sealed(path: Path, site: SiteKey, content: bytes, about: bytes) -> None:
    """On the disk when this returns; it opens only with the same `about`. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(site.wrap(content, about))
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise
    sync(path.parent)


def read_sealed(path: Path, site: SiteKey, about: bytes) -> bytes | None:
    """What was written; None when there is no file, or one that is damaged or somebody else's. Raises OSError."""
    try:
        return site.unwrap(path.read_bytes(), about)
    except FileNotFoundError:
        return None
