"""The server that is measured: as `proverom serve` runs it, with a recorder's hooks in each room.

`python -m infra.load.recorded_server PORT MOST_ROOMS [FOLDER]` prints the secret of the console link when it is ready.
FOLDER: a recording in it is watched meanwhile, and dragged along (`dragged.py`).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import uvloop

from infra.load.dragged import drag
from rooms.facts import Stamped
from server.app import Server
from server.logs import set_up_logs
from server.reach import Reach, without_tls
from server.serving import serve_until_stopped
from server.sessions import Session
from server.settings import Settings
from server.supervision import Supervisor

TICKS_A_BLOCK: Final = 30


class Blocks:
    """Gathers a second of ticks and facts and lets go of it, as a recorder that hands blocks to the disk does."""

    def __init__(self) -> None:
        self._ticks: list[bytes] = []
        self._facts: list[Stamped] = []

    def tick(self, packet: bytes) -> None:
        self._ticks.append(packet)
        if len(self._ticks) >= TICKS_A_BLOCK:
            self._ticks.clear()
            self._facts.clear()

    def facts(self, facts: list[Stamped]) -> None:
        self._facts += facts


def record(session: Session) -> None:
    blocks = Blocks()
    session.stream.listen(blocks.tick)
    session.runner.listen(blocks.facts)


async def _serve(settings: Settings, dragged: Path | None) -> None:
    server, tasks = Server(settings), Supervisor("load")
    server.sessions.on_open(record)
    if dragged is not None:
        tasks.start("drag", drag(dragged))

    def ready() -> None:
        print(server.auth.make_link_secret(), flush=True)

    await serve_until_stopped(server, Reach(without_tls(list)), ready, lambda: None)
    await tasks.close()


if __name__ == "__main__":
    set_up_logs(sys.stderr, "warning")
    folder = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    uvloop.run(_serve(Settings(port=int(sys.argv[1]), most_rooms=int(sys.argv[2])), folder))
