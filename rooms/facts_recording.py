"""Facts of consent and recording: who was asked, who agreed, when it began and why it ended."""

from __future__ import annotations

from typing import Literal

from rooms.fact_base import FactBase


class RecordingAsked(FactBase, frozen=True):
    """Staff want to record: everyone here is asked, and whoever comes later in the lobby."""

    by: str


class Consented(FactBase, frozen=True):
    """A person's yes or no to being recorded. Others than staff hear only of their own."""

    person: str
    agree: bool
    last: bool = False
    """A no that took back the last yes: recording ends with it."""


class RecordingChanged(FactBase, frozen=True):
    """Recording has begun, or has ended for everyone. From the first on nothing is kept of one who has not agreed."""

    on: bool
    why: Literal["agreed", "stopped", "nobody", "left", "ended"]
    by: str = ""
    """Who stopped it, or with whose leaving it ended. Who took back the last yes is for staff: `Consented.last`."""


class RecorderTroubled(FactBase, frozen=True):
    """The recording has a gap from here on, or goes on again (`trouble` empty). All are told: nobody is recorded."""

    trouble: Literal["", "disk_full", "io_error"]
