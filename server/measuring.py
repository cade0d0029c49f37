"""Measures recordings in a process of its own: it takes seconds of a processor, and live rooms must not wait for it.

`python -m server.measuring` reads an `Order` from its input, and writes what was found, or a refusal, to its output.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from pathlib import Path
from typing import Final

import msgspec
import structlog

from rooms.measures.comparison import Compared, NotComparableError, compare
from rooms.measures.session import Measures, measure
from rooms.measures.tracks import tracks_of
from rooms.refusals import Refusal, refuse
from rooms.retelling import Retold, retell
from server.export.from_file import whole_log
from server.recording.bad_file import WHY, BadFileError
from server.recording.reader import FileInfo, SessionFile
from server.recording.seal import SealError
from server.recording.site_key import SiteKey

log = structlog.get_logger("proverom.measuring")

WITHIN_S: Final = 60.0
MOST_KEPT: Final = 16
REFUSED: Final = 3
"""The status with which the process ends when its output is a refusal."""
NICE: Final = 10


class Retelling(msgspec.Struct, frozen=True, tag=True):
    """What is told of a recording: of all to staff, to a client of theirs."""

    path: str
    client: str | None


class Comparing(msgspec.Struct, frozen=True, tag=True):
    """Two recordings of the same scenario side by side."""

    first: str
    second: str


Job = Retelling | Comparing


class Order(msgspec.Struct, frozen=True):
    site_key: str
    data: str
    job: Job


class Measurer:
    """Has recordings measured, one at a time, and keeps the last answers."""

    def __init__(self, data: Path, site: SiteKey) -> None:
        self._data = data
        self._site = site
        self._one_at_a_time = asyncio.Lock()
        self._kept: dict[Job, tuple[list[tuple[int, int]], bytes]] = {}
        """By what was asked; with when the files had last changed, and how long they were."""

    async def do(self, job: Job) -> bytes | Refusal:
        """The answer as JSON: a `Retold`, or a list of `Compared`. Cancelling is safe. Raises FileNotFoundError."""
        async with self._one_at_a_time:
            marks = [_mark(path) for path in _paths(job)]
            kept = self._kept.pop(job, None)
            if kept is None or kept[0] != marks:
                found = await self._measure(job)
                if isinstance(found, Refusal) or marks != [_mark(path) for path in _paths(job)]:
                    return found  # it has changed meanwhile, or is being erased
                kept = marks, found
            self._kept[job] = kept
            while len(self._kept) > MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            return kept[1]

    def forget(self, path: Path) -> None:
        """Nothing of this recording is kept, which is being erased."""
        self._kept = {job: kept for job, kept in self._kept.items() if str(path) not in _paths(job)}

    async def _measure(self, job: Job) -> bytes | Refusal:
        order = Order(str(self._site.path), str(self._data), job)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "server.measuring",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            async with asyncio.timeout(WITHIN_S):
                out, _ = await process.communicate(msgspec.msgpack.encode(order))
        except TimeoutError:
            log.error("a recording was not measured in time")
            return refuse("not_measured")
        finally:
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
        if process.returncode == REFUSED:
            return msgspec.json.decode(out, type=Refusal)
        if process.returncode != 0:
            log.error("a recording could not be measured", status=process.returncode)
            return refuse("not_measured")
        return out


def _paths(job: Job) -> list[str]:
    return [job.path] if isinstance(job, Retelling) else [job.first, job.second]


def _mark(path: str) -> tuple[int, int]:
    found = Path(path).stat()
    return found.st_mtime_ns, found.st_size


def done(job: Job, site: SiteKey) -> Retold | list[Compared] | Refusal:
    """Does a job here and now. Raises OSError."""
    try:
        if isinstance(job, Comparing):
            return compare(_measured(job.first, site)[1], _measured(job.second, site)[1])
        return _retold(job, *_measured(job.path, site, job.client))
    except NotComparableError:
        return refuse("other_scenario")
    except BadFileError as error:
        return error.refusal
    except SealError:
        return WHY["damaged"]


def _measured(path: str, site: SiteKey, client: str | None = None) -> tuple[FileInfo, Measures]:
    with SessionFile.open(Path(path), site) as file:
        info = file.info
        facts, poses = whole_log(file), file.poses(info.first_ms - 1, info.last_ms)
        gaps = [(start, end) for start, end, _ in info.gaps]
        return info, measure(facts, tracks_of(facts, poses), client, gaps)


def _retold(job: Retelling, info: FileInfo, measures: Measures) -> Retold:
    """A client is told of no more markers than their summary holds."""
    told = retell(info.session, info.opened_at, measures, to_client=job.client is not None)
    if job.client is None:
        return told
    lanes = [lane for lane in told.timeline.lanes if lane.id != "marks"]
    return msgspec.structs.replace(told, timeline=msgspec.structs.replace(told.timeline, lanes=lanes))


def main() -> int:
    """The process: gives way to live rooms, does one job, and says how it went."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    order = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Order)
    found = done(order.job, SiteKey.load_or_create(Path(order.site_key), Path(order.data)))
    sys.stdout.buffer.write(msgspec.json.encode(found))
    return REFUSED if isinstance(found, Refusal) else 0


if __name__ == "__main__":
    sys.exit(main())
