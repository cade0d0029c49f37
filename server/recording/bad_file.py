"""Why a recording cannot be opened: in plain words, and as its first hundred bytes tell it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from rooms.refusals import Refusal
from server.recording.seal import VERSION
from server.recording.store import APPLICATION, has_log

_SQLITE: Final = b"SQLite format 3\x00"
_HEAD_BYTES: Final = 100


class Readable(msgspec.Struct, frozen=True):
    """From when to when (room ms) something can still be read of a bad file."""

    first_ms: int
    last_ms: int


class BadFileError(Exception):
    """A file cannot be opened as a whole recording. `readable`: open it with `damaged=True` for that; None: nothing."""

    def __init__(self, code: str, readable: Readable | None = None) -> None:
        self.refusal = WHY[code]
        self.readable = readable
        super().__init__(self.refusal.words["en"])

    @property
    def code(self) -> str:
        return self.refusal.code


def _why(code: str, nb: str, en: str, nb_instead: str, en_instead: str) -> tuple[str, Refusal]:
    return code, Refusal(code, {"nb": nb, "en": en}, {"nb": nb_instead, "en": en_instead})


WHY: Final[dict[str, Refusal]] = dict([
    _why("not_a_recording", "Dette er ikke et opptak fra Prøverom.", "This is not a recording from Prøverom.",
         "Velg en fil som slutter på .proverom.", "Choose a file that ends in .proverom."),
    _why("empty", "Fila er tom.", "The file is empty.",
         "Hent fila fra en sikkerhetskopi.", "Get the file from a backup."),
    _why("truncated", "Slutten av fila mangler.", "The end of the file is missing.",
         "Kopier fila på nytt. Du kan se det som er igjen.", "Copy the file again. You can see what is left."),
    _why("damaged", "Fila er skadet.", "The file is damaged.",
         "Hent fila fra en sikkerhetskopi. Du kan se det som er helt.",
         "Get the file from a backup. You can see what is whole."),
    _why("wrong_key", "Opptaket er låst med nøkkelen til et annet sted.",
         "The recording is locked with another site’s key.",
         "Åpne det der det ble laget, eller hent den riktige nøkkelfila.",
         "Open it where it was made, or get the right key file."),
    _why("no_keys", "Nøklene til dette opptaket finnes ikke her. Opptaket er slettet, eller laget et annet sted.",
         "The keys of this recording are not here. It has been deleted, or was made elsewhere.",
         "Et slettet opptak kan ikke hentes tilbake.", "A deleted recording cannot be brought back."),
    _why("newer_version", "Opptaket er laget med en nyere utgave av Prøverom.",
         "The recording was made with a newer version of Prøverom.",
         "Oppdater Prøverom, og åpne det igjen.", "Update Prøverom, and open it again."),
])  # fmt: skip


def why_not(path: Path) -> str:
    """Why a file could not be opened, by its first bytes. Raises OSError.

    Not to be asked of a file that opens: closing a file that SQLite has open too takes away SQLite's locks.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if not head:
        return "empty"
    if len(head) < _HEAD_BYTES or not head.startswith(_SQLITE) or _number(head, 68) != APPLICATION:
        return "not_a_recording"
    if _number(head, 60) > VERSION:
        return "newer_version"
    page = int.from_bytes(head[16:18])
    cut = path.stat().st_size < (65536 if page == 1 else page) * _number(head, 28)
    return "truncated" if cut and not has_log(path) else "damaged"


def _number(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 4])
