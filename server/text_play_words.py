"""The words around a play-through in the terminal, in both languages."""

from __future__ import annotations

from typing import Final

from rooms.axes import Language, Tone
from rooms.facts import RemarkKind

WORDS: Final[dict[str, tuple[str, str]]] = {
    "step": ("Steg {step} av {steps}: {words}", "Step {step} of {steps}: {words}"),
    "how": (
        "Skriv det du vil si, eller tallet på et kort. Tom linje: si ingenting. q: slutt.",
        "Write what you want to say, or the number of a card. Empty line: say nothing. q: quit.",
    ),
    "here": ("Her er nå: {names}.", "Here now: {names}."),
    "nobody": ("Ingen andre er her.", "Nobody else is here."),
    "help": ("Hjelp: {words}", "Help: {words}"),
    "heard": ("forstått som {meaning} ({sure} %)", "taken as {meaning} ({sure} %)"),
    "not_heard": ("ikke forstått", "not understood"),
    "critical": ("avvisende", "turns down"),
    "goal": ("Nådd: {words}", "Reached: {words}"),
    "sound": ("Lyd ({sound}): {words}", "Sound ({sound}): {words}"),
    "second_task": ("Husk også: {words}", "Keep in mind, too: {words}"),
    "countdown": ("Tida telles ned: {seconds} sekunder.", "The time is counted down: {seconds} seconds."),
    "distress": (
        "Rommet spør hvor vanskelig det er, 0–10. Svar slik: !4",
        "The room asks how hard it is, 0–10. Answer so: !4",
    ),
    "human": ("Et menneske blir tilkalt.", "A human is called."),
    "still": ("Alt står stille. Tom linje: fortsett.", "Everything stands still. Empty line: go on."),
    "no_card": ("Det er ikke noe kort {number}.", "There is no card {number}."),
    "quiet": ("(Ingen sier noe mer.)", "(Nobody says anything more.)"),
    "real_life": ("Et steg i virkeligheten:", "A step in real life:"),
    "left": ("Du gikk. Det er alltid lov.", "You left. That is always fine."),
}
TONES: Final[dict[Tone, tuple[str, str]]] = {
    "warm": ("varmt", "warmly"),
    "friendly": ("vennlig", "friendly"),
    "neutral": ("nøytralt", "neutrally"),
    "cool": ("kjølig", "coolly"),
    "hostile": ("uvennlig", "with hostility"),
}
REMARKS: Final[dict[RemarkKind, tuple[str, str]]] = {
    "question": ("personlig spørsmål", "personal question"),
    "push": ("overtaling", "persuasion"),
    "followup": ("spør etter mer", "asks for more"),
    "stall": ("utsetter", "puts off"),
    "interruption": ("avbryter", "interrupts"),
    "stand_in": ("spiller din del", "plays your part"),
}


def worded(pair: tuple[str, str], language: Language, **values: object) -> str:
    """The sentence in `language` with `values` put in."""
    return pair[0 if language == "nb" else 1].format(**values)
