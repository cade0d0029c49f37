"""The sentences of the summary, written to the client, in both languages."""

from __future__ import annotations

from typing import Final

from rooms.measures.words import Value, Words, filled

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "mark": ("Et øyeblikk å se på sammen.", "A moment to look at together."),
    "own.stopped": ("Du stoppet da du ville. Det kan du alltid.", "You stopped when you wanted to. You always can."),
    "own.went_on": (
        "Du tok en pause da du ville. Etterpå fortsatte det.",
        "You took a pause when you wanted to. Afterwards it went on.",
    ),
    "own.help": ("Du ba om hjelp.", "You asked for help."),
    "own.calmer": ("Du gjorde det roligere.", "You made it calmer."),
    "own.limit": ("Du flyttet grensen din selv.", "You moved your limit yourself."),
    "own.began": ("«{line}» Du begynte selv.", "“{line}” You began by yourself."),
    "own.waited": ("«{line}» Du tok deg tid, og så svarte du.", "“{line}” You took your time, and then you answered."),
    "own.said": ("«{line}» Det sa du med egne ord.", "“{line}” You said it in your own words."),
    "said": ("Du sa noe {times}.", "You said something {times}."),
    "quiet": ("Du var med uten å si noe.", "You took part without saying anything."),
    "longest": ("Det lengste du sa med egne ord, var {count} ord.", "The longest in your own words was {count} words."),
    "longest.one": ("Du sa ett ord om gangen.", "You said one word at a time."),
    "waited": ("Du ventet som regel {seconds} s før du svarte.", "You mostly waited {seconds} s before you answered."),
    "rated": (
        "Du sa {times} hvor tungt det var: {level} av 10.",
        "You said {times} how hard it was: {level} of 10.",
    ),
    "rated.between": (
        "Du sa {times} hvor tungt det var: fra {least} til {most} av 10.",
        "You said {times} how hard it was: from {least} to {most} of 10.",
    ),
    "helped": ("Du fikk hjelp {times}.", "You got help {times}."),
    "alone": ("Du fikk ingen hjelp underveis.", "You got no help on the way."),
    "stopped": ("Det var pause eller rolig sted {times}.", "There was a pause or the calm place {times}."),
    "step": ("Du var på steg {step} av {steps}.", "You were on step {step} of {steps}."),
    "times.1": ("én gang", "once"),
    "times.2": ("to ganger", "twice"),
    "times": ("{count} ganger", "{count} times"),
    "looked.0": ("Du så mest på andre ting enn ansikter.", "You mostly looked at other things than faces."),
    "looked.1": (
        "Du så mot ansikter omtrent en firedel av tida.",
        "You looked towards faces about a quarter of the time.",
    ),
    "looked.2": ("Du så mot ansikter omtrent halvparten av tida.", "You looked towards faces about half of the time."),
    "looked.3": (
        "Du så mot ansikter omtrent tre firedeler av tida.",
        "You looked towards faces about three quarters of the time.",
    ),
    "looked.4": ("Du så mot ansikter nesten hele tida.", "You looked towards faces almost all the time."),
}


def tell(key: str, **values: Value) -> Words:
    """The sentence for `key` with `values` put in. Raises KeyError for one that nobody has written."""
    return filled(SENTENCES[key], values)


def times(count: int) -> Words:
    """Once, twice, 3 times."""
    return tell(f"times.{count}") if count in (1, 2) else tell("times", count=count)


def looked(share: float) -> Words:
    """A share (0-1) of looks at faces as people say it: to the nearest quarter."""
    return tell(f"looked.{round(share * 4)}")
