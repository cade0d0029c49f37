"""What timelines, tables and exports call things, in plain words and both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rooms.axes import LANGUAGES, Language

Words = dict[Language, str]
Value = str | int | Mapping[Language, str]

_PAIRS: Final[dict[str, tuple[str, str]]] = {
    "lane.spoke": ("Hvem snakket", "Who spoke"),
    "lane.pauses": ("Ventet før svar", "Waited before answering"),
    "lane.answers": ("Ord i svaret", "Words in the answer"),
    "lane.pressure": ("Trykk", "Pressure"),
    "lane.distress": ("Hvor tungt det var", "How hard it was"),
    "lane.looks": ("Så på ansikter", "Looked at faces"),
    "lane.near": ("Avstand til nærmeste", "Distance to the nearest"),
    "lane.help": ("Hjelp", "Help"),
    "lane.stills": ("Pauser", "Pauses"),
    "lane.beats": ("Del av scenen", "Part of the scene"),
    "lane.goals": ("Klarte", "Reached"),
    "lane.marks": ("Merket av ansatte", "Marked by staff"),
    "kind.authored": ("manus", "script"),
    "kind.model": ("modell", "model"),
    "kind.played": ("spilt av et menneske", "played by a person"),
    "kind.person": ("menneske", "person"),
    "axis.company": ("Selskap", "Company"),
    "axis.attention": ("Oppmerksomhet", "Attention"),
    "axis.closeness": ("Nærhet", "Closeness"),
    "axis.warmth": ("Kulde", "Coolness"),
    "axis.critical_replies": ("Kritiske svar", "Critical replies"),
    "axis.your_part": ("Klientens del", "Client’s part"),
    "axis.personal_questions": ("Personlige spørsmål", "Personal questions"),
    "axis.persuasion": ("Overtaling", "Persuasion"),
    "axis.substance_cues": ("Rusmidler i syne", "Substances in view"),
    "axis.load": ("Travelhet", "Load"),
    "help.level": ("Hjelp", "Help"),
    "step": ("Steg", "Step"),
    "step.at": ("Steg {step} av {steps}", "Step {step} of {steps}"),
    "spoke": ("{who} ({kind})", "{who} ({kind})"),
    "paused": ("Ventet {seconds} s", "Waited {seconds} s"),
    "words.one": ("1 ord", "1 word"),
    "words": ("{count} ord", "{count} words"),
    "words.card": ("{count} ord, valgt som kort", "{count} words, chosen as a card"),
    "level": ("{name}: {level} av 4", "{name}: {level} of 4"),
    "rated": ("Sa {level} av 10", "Said {level} of 10"),
    "looked": ("Så på {who} i {seconds} s", "Looked at {who} for {seconds} s"),
    "near": ("{metres} m til {who}", "{metres} m to {who}"),
    "help.hint": ("Hint", "A hint"),
    "help.shown": ("Svar vist", "An answer shown"),
    "act.help": ("Ba om hjelp", "Asked for help"),
    "act.calmer": ("Gjorde det roligere", "Made it calmer"),
    "act.limit": ("Flyttet grensen", "Moved the limit"),
    "still.paused": ("Pause", "Pause"),
    "still.calm": ("Rolig sted", "Calm place"),
    "why.stop": ("stopp", "stop"),
    "why.stop_word": ("sa stopp", "said stop"),
    "why.headset_off": ("tok av brillene", "took the headset off"),
    "why.pause": ("pause", "pause"),
    "why.lost": ("linjen ble brutt", "the line was lost"),
    "why.distress": ("hadde det vondt", "felt bad"),
    "why.crisis": ("et menneske ble hentet", "a human was called"),
    "why.left": ("gikk", "left"),
    "mark": ("Merket", "Marked"),
    "someone": ("noen", "someone"),
    "artificial": ("kunstig", "artificial"),
    "column.time": ("Tid", "Time"),
    "column.lane": ("Tidslinje", "Timeline"),
    "column.what": ("Hva", "What"),
    "unit.metres": ("m", "m"),
    "unit.level": ("nivå 0–4", "level 0–4"),
    "unit.rating": ("0–10", "0–10"),
    "unit.step": ("steg", "step"),
    "unit.count": ("ganger", "times"),
    "unit.minutes": ("min", "min"),
    "unit.seconds": ("s", "s"),
    "unit.percent": ("%", "%"),
    "unit.words": ("ord", "words"),
    "row.step": ("Høyeste steg", "Highest step"),
    "row.goals": ("Klarte det som var målet", "Reached a goal"),
    "row.minutes": ("Tid i scenen", "Time in the scene"),
    "row.lines": ("Sa noe", "Said something"),
    "row.own_words": ("Ord hver gang, egne ord", "Words each time, own words"),
    "row.cards": ("Valgte et kort", "Chose a card"),
    "row.speaking_share": ("Del av all taletid", "Share of all speaking time"),
    "row.pause": ("Ventet før svar, som regel", "Waited before answering, as a rule"),
    "row.looks_share": ("Så på ansikter", "Looked at faces"),
    "row.nearest": ("Nærmeste avstand", "Nearest distance"),
    "row.critical_share": ("Kritiske svar fra andre", "Critical replies from others"),
    "row.helped": ("Fikk hjelp", "Got help"),
    "row.stopped": ("Pause eller rolig sted", "Pause or calm place"),
}


def say(key: str, **values: Value) -> Words:
    """The words for `key` with `values` put in. Raises KeyError for words that nobody has written."""
    return filled(_PAIRS[key], values)


def filled(pair: tuple[str, str], values: Mapping[str, Value]) -> Words:
    """The pair with `values` put in; what is put in is never itself filled."""
    texts: Words = {}
    for language, text in zip(LANGUAGES, pair, strict=True):
        told = {name: value[language] if isinstance(value, Mapping) else value for name, value in values.items()}
        texts[language] = text.format(**told)
    return texts


def decimals(value: float, digits: int = 1) -> Words:
    """A number as it is written in each language: 1,2 and 1.2."""
    text = f"{value:.{digits}f}"
    return {"nb": text.replace(".", ","), "en": text}


def seconds(ms: int) -> Words:
    return decimals(ms / 1000)


def clock(ms: int) -> str:
    """Minutes and seconds, as 4:06."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02}"
