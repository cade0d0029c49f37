"""Captions as WebVTT: who speaks as a voice, and of an avatar that it is one and where its words come from."""

from __future__ import annotations

from html import escape

from rooms.axes import Language
from rooms.measures.session import Measures
from rooms.measures.talk import Speech
from rooms.measures.words import Words, say
from server.export.session import ExportedSession


def captions(session: ExportedSession, language: Language) -> str:
    """A WebVTT file. Times count from the session's opening; what was said in one language alone stands in that."""
    measures = session.measures
    title = measures.scene.title.get(language, "") if measures.scene else ""
    head = f"WEBVTT {_line(title)}\nLanguage: {language}\n"
    cues = [_cue(measures, speech, language) for speech in measures.spoken if _text(speech.words, language)]
    return "\n".join([head, *cues])


def _cue(measures: Measures, speech: Speech, language: Language) -> str:
    name = measures.name(speech.who) or say("someone")[language]
    if speech.kind != "person":
        name = f"{name}, {say('artificial')[language]} ({say(f'kind.{speech.kind}')[language]})"
    until = max(speech.end, speech.start + 1)
    voice = f"<v.{speech.kind} {_line(name)}>{_line(_text(speech.words, language))}"
    return f"{speech.seq}\n{_time(speech.start)} --> {_time(until)}\n{voice}\n"


def _text(words: Words, language: Language) -> str:
    return words.get(language) or next(iter(words.values()), "")


def _line(text: str) -> str:
    """On one line, and nothing in it that WebVTT would read as its own."""
    return escape(" ".join(text.split()), quote=False)


def _time(ms: int) -> str:
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"
