"""Words of crisis: somebody says that they want to die, to harm themselves or others, or have taken an overdose.

The room pauses and calls a human on them; an avatar never gives crisis care. Patterns of plain words, read as they
sound, since a false alarm in jest ("jeg dør av kjedsomhet") would teach people to fear the pause, and a missed cry is
worse. Where the words themselves are grave ("kill myself"), a "not" before them does not silence them.
"""

from __future__ import annotations

import re
from typing import Final

from agents.normalise import Clause, clauses, joined, sound
from agents.spelling import Speller, swaps
from agents.spoken_words import words

_LONGEST_TEXT: Final = 4000

_PATTERNS: Final[tuple[str, ...]] = (
    # wanting to die
    "vil|ønsker|lyst <til|å|bare|helst|heller|nå|jeg|kunne|at> dø|døy|dau !av|for|etter",
    "~not want|wish|like|prefer <to|i|could|just|would|really> die|dead !of|for|from|laughing",
    "ønske|ønsker|ønskte|bedre|best <om|at|jeg|hvis|bare> jeg <er|bare|var|hadde|vært> død|dau|daud",
    "wish|better|rather|if <off|if|that|everyone|we|they|would|be|just> i <was|were|am|be|is> dead",
    "better off dead",
    # not wanting to live
    "vil|orker|klarer|gidder|ønsker|lyst <jeg|bare> ikke|aldri <å|til|mer> leve|lev|leva "
    "lenger|lengre|mer|mere|meir|videre",
    "vil|orker|klarer|gidder|ønsker|lyst <jeg|bare> ikke|aldri <å|til|mer> leve|lev|leva .",
    "vil|orker|ønsker ikke <å|mer> være|vær|eksistere|finnes|våkne|vakne i|mer|igjen|opp live|mer|igjen|lenger",
    "vil|ønsker ikke <å> våkne|vakne",
    "not <want|wish|to|like|care|really> live anymore|any|longer|more",
    "not <want|wish|to|like|really> live .",
    "not <want|wish|to|like|really> be alive",
    "not <want|wish|to|like|really> wake up",
    "nothing|ingenting <jeg|å|har|to> live|leve for",
    # taking one's own life
    "jeg|vil|skal|å <har|vil|skal|tenker|tenkt|på|å|kan|kommer|til|bare|snart|også|nå|en|plan|for|lyst> "
    "ta|tar|tatt|avslutte|avslutter|ende livet|live|liv mitt|mit|min",
    "jeg|skal|vil <har|vil|skal|tenker|tenkt|på|å|kan|kommer|til|bare|snart|også|nå|lyst|ikke> "
    "ta|tar|tok livet|live av meg",
    "selvmord|sjølmord|sjølvmord|selvmordstanker|sjølmordstanker|selvmordsplaner",
    "kill|killing|hang|hanging|shoot|shooting|drown myself|self !laughing|working",
    "kill|killing|hang|shoot my self",
    "end|ending|take|taking my <own> life",
    "want|going|will|ready|to end it all",
    "suicide|suicidal",
    "jeg <vil|skal|har|kan|kommer|lyst|til|å|bare|også|nå> drepe|dreper|drep|henge|skyte|kverke meg !opp|på|tid|bare",
    "hoppe|hopper|kaste|kaster <meg> foran|framfor bussen|buss|toget|tog|bilen|trikken|banen",
    "jump|jumping|throw|step <myself> in front of <the|a> bus|train|car|traffic",
    # harming oneself
    "vil|skal|lyst|kommer|må <til|å|jeg|bare|nå|på|heller> skade|skad|kutte|kutt|skjære|brenne meg !på|av|opp",
    "skade|skader|skad|kutter|skjærer meg selv|sjøl|sjølv",
    "want|going|will|might|like|need|urge|about|keep <to|and|just> "
    "hurt|harm|cut|hurting|harming|cutting|burn myself|self",
    # harming others
    "jeg <vil|skal|har|kommer|lyst|til|å|bare|nå> drepe|dreper|drep|stikke|skyte|kverke|skade|skader|kniver "
    "deg|ham|han|henne|dem|dere|noen|alle|folk",
    "i <am|will|want|going|to|just|feel|like|would> kill|killing|stab|stabbing|shoot|hurt|hurting|murder "
    "you|him|her|them|someone|somebody|people|everyone|everybody",
    # an overdose
    "jeg <har|vil|skal|kommer|nå|nettopp|til|å|bare> ta|tar|tatt|tok|svelget|svelga <en|for|litt|nå> overdose",
    "ta|tar|tatt|tok|svelget|svelga <for|alt|så|alle|mye|hele> "
    "mange|alle|hele|mye|masse <av|de|mine|for|med> piller|pillene|pilla|tabletter|tablettene|tabletta|pilleglasset",
    "i <have|am|will|just|going|to|want|might> overdose|overdosed|overdosing",
    "i <have|am|will|just|going|to|want|might> take|took|taken|taking <an|a|too> overdose|od",
    "took|taken|taking|swallowed <a|the|way> too|all|whole|lot <many|my|the|of|these|those|bottle> pills|tablets",
)
"""Words in a row: "a|b" one of these, "<a|b>" any number of these, "." the end, "!a|b" not followed by one of these
and "~a" not after this."""

_MISSPELT: Final = words(
    "selvmord sjølmord selvmordstanker overdose tabletter tablettene myself suicide suicidal drepe skade piller "
    "tablets pills killing hurting swallowed"
)
_OTHER_FORMS: Final = swaps(("leve", "live", "kill", "self")) | {"løst": "lyst", "sjøl": "selv", "sjølv": "selv"}


def words_of_crisis(text: str) -> bool:
    """Whether the text clearly says that somebody is in danger of dying or of harming themselves or others."""
    parts = clauses(text, _LONGEST_TEXT)
    return any(_grave(part) for part in (*parts, joined(parts)))


def _grave(clause: Clause) -> bool:
    said = "".join(f" {_meant(word)}" for word in clause.words) + " "
    return any(pattern.search(said) for pattern in _GRAVE)


def _meant(word: str) -> str:
    heard = sound(_OTHER_FORMS.get(word, word))
    mended, _ = _SPELLER.mend(heard)
    return mended if mended[0] == heard[0] else heard


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(_item(item) for item in pattern.split()) + "(?= )")


def _item(item: str) -> str:
    if item == ".":
        return "(?= $)"
    if item.startswith("~"):
        return f"(?<! {re.escape(sound(item[1:]))})"
    words = "|".join(re.escape(sound(word)) for word in item.strip("<>!").split("|"))
    if item.startswith("!"):
        return f"(?! (?:{words}) )"
    return f"(?: (?:{words})(?= ))" + ("*" if item.startswith("<") else "")


_GRAVE: Final = tuple(_compiled(pattern) for pattern in _PATTERNS)
_SPELLER: Final = Speller(sound(word) for word in _MISSPELT)
