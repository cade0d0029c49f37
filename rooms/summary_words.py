"""The sentences of the summary in both languages: to the client, and of the client to others."""

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

OF_ONE: Final[dict[str, tuple[str, str]]] = {
    "own.stopped": ("{name} valgte å stoppe.", "{name} chose to stop."),
    "own.went_on": (
        "{name} valgte å ta en pause. Etterpå fortsatte det.",
        "{name} chose to take a pause. Afterwards it went on.",
    ),
    "own.help": ("{name} ba om hjelp.", "{name} asked for help."),
    "own.calmer": ("{name} gjorde det roligere.", "{name} made it calmer."),
    "own.limit": ("{name} flyttet grensen sin selv.", "{name} moved their own limit."),
    "own.began": ("«{line}» {name} begynte selv.", "“{line}” {name} was the one who began."),
    "own.waited": (
        "«{line}» {name} tok seg tid, og så kom svaret.",
        "“{line}” {name} took some time, and then answered.",
    ),
    "own.said": ("«{line}» Det sa {name} med egne ord.", "“{line}” {name} said it in their own words."),
    "said": ("{name} sa noe {times}.", "{name} said something {times}."),
    "rated": (
        "{name} sa {times} hvor tungt det var: {level} av 10.",
        "{name} said {times} how hard it was: {level} of 10.",
    ),
    "rated.between": (
        "{name} sa {times} hvor tungt det var: fra {least} til {most} av 10.",
        "{name} said {times} how hard it was: from {least} to {most} of 10.",
    ),
    "quiet": ("{name} var med uten å si noe.", "{name} took part without saying anything."),
    "longest": (
        "Det lengste {name} sa med egne ord, var {count} ord.",
        "The longest that {name} said in their own words was {count} words.",
    ),
    "longest.one": ("{name} sa ett ord om gangen.", "{name} said one word at a time."),
    "waited": ("{name} ventet som regel {seconds} s før svaret.", "{name} mostly waited {seconds} s before answering."),
    "helped": ("{name} fikk hjelp {times}.", "{name} got help {times}."),
    "alone": ("{name} fikk ingen hjelp underveis.", "{name} got no help on the way."),
    "step": ("{name} var på steg {step} av {steps}.", "{name} was on step {step} of {steps}."),
    "looked.0": ("{name} så mest på andre ting enn ansikter.", "{name} mostly looked at other things than faces."),
    "looked.1": (
        "{name} så mot ansikter omtrent en firedel av tida.",
        "{name} looked towards faces about a quarter of the time.",
    ),
    "looked.2": (
        "{name} så mot ansikter omtrent halvparten av tida.",
        "{name} looked towards faces about half of the time.",
    ),
    "looked.3": (
        "{name} så mot ansikter omtrent tre firedeler av tida.",
        "{name} looked towards faces about three quarters of the time.",
    ),
    "looked.4": (
        "{name} så mot ansikter nesten hele tida.",
        "{name} looked towards faces almost all the time.",
    ),
}
"""The same to anybody else: what speaks to the client speaks of them by name here."""


def tell(key: str, name: str | None = None, **values: Value) -> Words:
    """The sentence for `key` with `values` put in: to the client, or of one called `name`. Raises KeyError for an
    unknown key."""
    pair = SENTENCES[key] if name is None else OF_ONE.get(key, SENTENCES[key])
    return filled(pair, {"name": name or "", **values})


def times(count: int) -> Words:
    """Once, twice, 3 times."""
    return tell(f"times.{count}") if count in (1, 2) else tell("times", count=count)


def looked(share: float, name: str | None = None) -> Words:
    """A share (0-1) of looks at faces as people say it: to the nearest quarter."""
    return tell(f"looked.{round(share * 4)}", name)
