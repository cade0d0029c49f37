"""Only people who said yes: everyone else becomes an unnamed silhouette without voice, and only where it stood stays.

Pure. Default deny: who is not in `agreed` is left out, and so is a line whose speaker is not known. What staff write
about a client who has not agreed goes with the client. Ids stand in clear everywhere: they are drawn by chance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

import msgspec
import numpy as np

from rooms import facts as f
from rooms.axes import AXES, TOP_LEVEL, Language
from rooms.bodies import pack_joint
from rooms.facts import Stamped
from rooms.measures.tracks import Bytes, PoseColumns, Poses, Times, bodies_held
from rooms.place import GroundPoint

NO_CEILING: Final = dict.fromkeys(AXES, TOP_LEVEL)
NOBODYS: Final = (
    f.Declined, f.Left, f.Presence, f.PressureSet, f.Thinking, f.BeatBegan, f.PropSet,
    f.BoardSet, f.Offered, f.Taken, f.Released, f.Moved, f.Looked, f.Gestured, f.RecordingAsked, f.RecordingChanged,
    f.RecorderTroubled, f.RoundBegan, f.Interrupted, f.CountdownSet,
)  # fmt: skip
"""Facts that hold nobody's name or words and are told as they are. A new type of fact is left out until it is here."""
HUSHED: Final = "…"
"""Stands where a name or words of somebody left out stood in what another wrote."""
LONG_TEXT: Final = 12
"""Letters from which a sentence is looked for in what others wrote: shorter ones are everybody's words."""
LONG_NAME: Final = 3
"""Letters from which a name is looked for inside words too, as in its genitive."""
UNTOLD_LANGUAGE: Final[Language] = "nb"
"""What stands for the language of one who is not told of: the struct wants one."""

_SENTENCE_ENDS: Final = re.compile(r"[.!?…\n]+")

GRAIN_M: Final = 0.1
"""How exactly a silhouette's place is told..."""
GRAIN_MS: Final = 1000
"""...and how often: movement identifies people (domain notes, "Safety")."""
_STANDING: Final = pack_joint((0.0, 1.6, 0.0), (0.0, 0.0, 0.0, 1.0))
_NO_HAND: Final = pack_joint((0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))


def only_agreed(facts: Sequence[Stamped], poses: PoseColumns, agreed: frozenset[str]) -> tuple[list[Stamped], Poses]:
    """The log and the poses with nothing of anybody but `agreed` in them but where they stood.

    Facts keep their numbers; those left out are missing. What is left folds as any log does.
    """
    keeper = _Keeper(facts, agreed)
    kept = [(stamped, keeper.keep(stamped)) for stamped in facts]
    told = [Stamped(stamped.seq, stamped.t, fact) for stamped, fact in kept if fact is not None]
    return told, _poses(facts, poses, agreed)


class _Keeper:
    """Goes through the log in order, knowing what was left out."""

    def __init__(self, facts: Sequence[Stamped], agreed: frozenset[str]) -> None:
        self._agreed = agreed
        self._avatars = {name for one in facts if isinstance(one.fact, f.Opened) for name in one.fact.scene.cast}
        clients = {one.fact.person for one in facts if isinstance(one.fact, f.Admitted) and one.fact.role == "client"}
        self._clients_agreed = clients <= agreed
        """Whether what is told of "the client" is told of nobody who is left out."""
        self._dropped: set[int] = set()
        self._silenced = {text for one in facts for text in self._theirs(one.fact)}
        names = {one.fact.name for one in facts if isinstance(one.fact, f.Knocked | f.Admitted)
                 and one.fact.person not in agreed}  # fmt: skip
        self._hush = _pattern(names, self._silenced)

    def _theirs(self, fact: f.Fact) -> list[str]:
        """What was said or written by one who is left out."""
        match fact:
            case f.Said(source="person"):
                speaker = fact.by if fact.who in self._avatars else fact.who
                return list(fact.words.values()) if speaker and speaker not in self._agreed else []
            case f.Whispered() | f.Instructed():
                return [] if fact.by in self._agreed else [fact.text]
            case f.Marked():
                return [] if fact.by in self._agreed else [fact.note]
        return []

    def keep(self, stamped: Stamped) -> f.Fact | None:
        """What may be told of the fact; None for nothing."""
        fact = stamped.fact
        match fact:
            case f.Opened():
                # A ceiling is what the client has agreed to.
                return fact if self._clients_agreed else msgspec.structs.replace(fact, ceiling=NO_CEILING)
            case f.Admitted() | f.Stood():
                return fact if fact.person in self._agreed else _silhouette(fact)
            case f.CeilingSet():
                return fact if fact.by in self._agreed else None
            case f.PressureSet(why="calmer"):
                return fact if fact.by in self._agreed else msgspec.structs.replace(fact, why="axis")
            case f.Left(why="removed"):
                return fact if fact.person in self._agreed else f.Left(fact.person, "left")
            case f.Knocked() | f.Consented() | f.HelpAsked() | f.HumanCalled() | f.Wished():
                return fact if fact.person in self._agreed else None
            case f.DistressAsked() | f.DistressRated() | f.DistressLimitSet() | f.NextSuggested():
                return fact if fact.person in self._agreed else None
            case f.Said():
                return self._line(stamped.seq, fact)
            case f.HeardAs() | f.AskedBack():
                return None if fact.said in self._dropped else fact
            case f.Whispered():
                heard = fact.to in self._agreed and fact.by in self._agreed
                return msgspec.structs.replace(fact, text=self._clean(fact.text)) if heard else None
            case f.Instructed():
                return msgspec.structs.replace(fact, text=self._clean(fact.text)) if self._noted(fact.by) else None
            case f.Marked():
                return msgspec.structs.replace(fact, note=self._clean(fact.note)) if self._noted(fact.by) else None
            case f.GoalReached() | f.HelpGiven():
                return fact if self._clients_agreed else None
            case f.PhaseChanged():
                return self._phase(fact)
        return fact if isinstance(fact, NOBODYS) else None

    def _noted(self, by: str) -> bool:
        """Whether a note of `by` may be told: it is about the client."""
        return by in self._agreed and self._clients_agreed

    def _line(self, seq: int, line: f.Said) -> f.Said | None:
        if not self._may_be_heard(line):
            self._dropped.add(seq)
            return None
        if line.source == "authored" and line.who in self._avatars:
            return line
        return msgspec.structs.replace(line, words={name: self._clean(text) for name, text in line.words.items()})

    def _may_be_heard(self, line: f.Said) -> bool:
        if line.who not in self._avatars:
            return line.who in self._agreed
        if self._theirs(line):
            return False
        echoes = line.reply is None and any(text in self._silenced for text in line.words.values())
        # A model, and an avatar that asks back, say again what they were told.
        repeats = line.answers in self._dropped and (line.source == "model" or (line.reply is None and line.by is None))
        return not echoes and not repeats

    def _clean(self, text: str) -> str:
        return self._hush.sub(HUSHED, text) if self._hush else text

    def _phase(self, fact: f.PhaseChanged) -> f.PhaseChanged:
        """That the room stood still is the room's; why somebody who is left out wanted it is theirs."""
        by_all = fact.by in self._agreed or (fact.by == "room" and self._clients_agreed)
        if by_all or fact.phase not in ("paused", "calm"):
            return fact
        why: Literal["pause", "stop"] = "pause" if fact.phase == "paused" else "stop"
        return msgspec.structs.replace(fact, why=why)


def _pattern(names: set[str], texts: set[str]) -> re.Pattern[str] | None:
    """What is looked for in what others wrote: names and their parts, and long sentences; None for nothing."""
    parts = {part for name in names for part in (name, *name.split()) if part}
    hidden = [re.escape(part) if len(part) >= LONG_NAME else rf"\b{re.escape(part)}\b" for part in parts]
    sentences = {sentence.strip() for text in texts for sentence in (text, *_SENTENCE_ENDS.split(text))}
    hidden += [r"\s+".join(map(re.escape, one.split())) for one in sentences if len(one) >= LONG_TEXT]
    return re.compile("|".join(sorted(hidden, key=len, reverse=True)), re.IGNORECASE) if hidden else None


def _silhouette(fact: f.Admitted | f.Stood) -> f.Fact:
    if isinstance(fact, f.Stood):
        return f.Stood(fact.person, _rough(fact.at), 0.0)
    return f.Admitted(
        fact.person, fact.role, "", "", UNTOLD_LANGUAGE, fact.by, body=fact.body, at=_rough(fact.at), facing=0.0
    )


def _rough(at: GroundPoint) -> GroundPoint:
    return (round(at[0], 1), round(at[1], 1))


def _poses(facts: Sequence[Stamped], poses: PoseColumns, agreed: frozenset[str]) -> Poses:
    """Rows of bodies that were nobody's are left out."""
    number = np.arange(len(poses.t))
    rows = np.array(poses.rows, np.uint8)
    kept: list[Times] = []
    for held in bodies_held(facts):
        theirs = number[(poses.body == held.body) & (poses.t >= held.from_ms) & (poses.t < held.until_ms)]
        if held.person not in agreed:
            theirs = theirs[np.unique(poses.t[theirs] // GRAIN_MS, return_index=True)[1]]
            rows[theirs] = _silhouettes(rows[theirs])
            changed = (np.diff(rows[theirs], axis=0, prepend=255 - rows[theirs[:1]]) != 0).any(axis=1)
            theirs = theirs[changed]
        kept.append(theirs)
    order = np.sort(np.concatenate(kept)) if kept else np.zeros(0, np.int64)
    return Poses(poses.t[order], poses.body[order], rows[order])


def _silhouettes(rows: Bytes) -> Bytes:
    """The rows as of people who stand straight, facing nowhere, without hands, at a rough place."""
    told = np.zeros_like(rows)
    told[:, 0] = rows[:, 0]
    for offset, joint in ((2, _STANDING), (12, _NO_HAND), (22, _NO_HAND)):
        told[:, offset : offset + 10] = np.frombuffer(joint, np.uint8)
    grain = round(GRAIN_M * 1000)
    for offset in (2, 6):
        millimetres = np.ascontiguousarray(rows[:, offset : offset + 2]).view("<i2")
        rough = (np.round(millimetres / grain) * grain).clip(-32_700, 32_700).astype("<i2")
        told[:, offset : offset + 2] = rough.view(np.uint8).reshape(-1, 2)
    return told
