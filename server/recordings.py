"""Where recordings lie: one file a session in a folder of the data folder, and the site's key elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from server.recording.site_key import SiteKey

FOLDER: Final = "sessions"
SUFFIX: Final = ".proverom"
_SESSION: Final = re.compile(r"[0-9a-f]{12}")


class Recordings:
    """The recordings under `data`, whose keys are wrapped by `site`."""

    def __init__(self, data: Path, site: SiteKey) -> None:
        self.data = data
        self.folder = data / FOLDER
        self.site = site

    def path_of(self, session: str) -> Path:
        """Where the recording of `session` lies or would lie. Raises ValueError for what is no session's name."""
        if not _SESSION.fullmatch(session):
            raise ValueError("this is no name of a session")
        return self.folder / f"{session}{SUFFIX}"
