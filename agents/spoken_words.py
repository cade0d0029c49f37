"""How people talk, as data: set phrases, fillers, courtesies, openers, words of question and of "not".

The words are read after spelling, dialect and short forms (`spellings.py`) have been taken away.
"""

from __future__ import annotations

from typing import Final


def words(text: str) -> frozenset[str]:
    """The words of a text: a list of them reads best as one."""
    return frozenset(text.split())


SET_PHRASES: Final[tuple[tuple[str, str], ...]] = (
    # asking for the time in dialect
    ("hva tid", "når"),
    ("hva ti", "når"),
    ("hvor tid", "når"),
    ("hvordan tid", "når"),
    ("hvilken tid", "når"),
    ("hva slags", "hvilken"),
    ("hva for en", "hvilken"),
    ("hva buss", "hvilken buss"),
    ("hvorfor buss", "hvilken buss"),
    # a "not" that refuses nothing
    ("ikke noe problem", "ja greit"),
    ("ikke noe i veien", "ja greit"),
    ("det er ingen problem", "ja greit"),
    ("ingen problem", "ja greit"),
    ("ingen fare", "ja greit"),
    ("ikke sant", "ja"),
    ("hvorfor ikke", "ja"),
    ("ikke tenk på det", "ja greit"),
    ("no problem", "yes fine"),
    ("not a problem", "yes fine"),
    ("not any problem", "yes fine"),
    ("no worries", "yes fine"),
    ("no trouble", "yes fine"),
    ("do not mind", "yes fine"),
    ("why not", "yes"),
    # not knowing, and not getting it, are no refusals either
    ("ikke peiling", "vet ikke"),
    ("ingen peiling", "vet ikke"),
    ("ingen anelse", "vet ikke"),
    ("ingen ide", "vet ikke"),
    ("ikke anelse", "vet ikke"),
    ("ikke en anelse", "vet ikke"),
    ("aner ikke", "vet ikke"),
    ("aner jeg ikke", "vet jeg ikke"),
    ("no idea", "not know"),
    ("no clue", "not know"),
    ("not a clue", "not know"),
    ("not sure", "not know"),
    ("not got a clue", "not know"),
    # words that sound alike in English
    ("not no", "not know"),
    ("really no", "really know"),
    ("to by", "to buy"),
    ("to goodbye", "to buy"),
    ("i by", "i buy"),
    ("i goodbye", "i buy"),
    ("good by", "goodbye"),
    ("good goodbye", "goodbye"),
    ("see you", "goodbye"),
    ("time table", "timetable"),
    ("time tabel", "timetable"),
    ("any one", "anyone"),
    ("excuse me", "unnskyld"),
    ("give me a hand", "help me"),
    ("i have got to", "i have to"),
    ("feel like talk", "want to talk"),
    ("hade", "ha det"),
    ("hadet", "ha det"),
    ("ha de", "ha det"),
    # refusing kindly
    ("no thank you", "no thanks"),
    ("nei tusen takk", "nei takk"),
    ("nei mange takk", "nei takk"),
    # wanting
    ("har ikke lyst til å", "vil ikke"),
    ("har ikke lyst på", "vil ikke ha"),
    ("har ikke lyst", "vil ikke"),
    ("vil gjerne", "vil"),
    ("kunne tenke meg", "vil"),
    ("not in the mood for", "not want to"),
    ("not in the mood to", "not want to"),
    ("would like", "want"),
    ("do not feel like", "do not want to"),
    ("would rather not", "do not want to"),
)
"""Words in a row (after spellings and short forms) -> what they are heard as. Tried in this order."""

WHOLE_CLAUSES: Final[dict[str, str]] = {
    "m": "ja",
    "mhm": "ja",
    "mm": "ja",
    "mm hm": "ja",
    "greit": "ja greit",
    "alright": "yes fine",
    "alright then": "yes fine",
    "ta": "thanks",
    "no ta": "no thanks",
    "sure": "yes",
    "sure thing": "yes",
    "of course": "yes",
    "morning": "good morning",
    "evening": "good evening",
    "you what": "what did you say",
    "come again": "what did you say",
    "say what": "what did you say",
    "usikker": "jeg vet ikke",
    "aldri i livet": "nei",
    "ikke tale om": "nei",
    "no way": "no",
    "det går ikke": "nei",
}
"""What a clause is heard as when these words are all of it."""

FILLERS: Final[frozenset[str]] = words(
    "eh ehm øh øhm um umm uh uhm erm hm hmm altså liksom liksm lissom asså assa åssom jaggu"
)
"""Said while thinking: dropped wherever something else remains."""

COURTESIES: Final[frozenset[str]] = words(
    "takk please mate du da jo unnskyld sorry egentlig actually kind of then there helt really well snill so"
)
"""Words that soften and add no meaning: a clause is also heard without them."""

OPENERS: Final[frozenset[str]] = words("hei hallo hi hello hey unnskyld sorry nei ja jo takk thanks yes okay ok oi")
"""First words that are a sentence of their own even where nobody writes a comma after them."""

NO_OPENS: Final[frozenset[str]] = words("i we it that this not thanks thank please sorry you the")
"""Words before which an English "no" stands on its own: "no idea" and "no bus" are one thing."""

NOT_OPENING: Final[dict[str, frozenset[str]]] = {
    "takk": words("for skal du"),
    "thanks": words("for a you"),
    "hei": frozenset({"på"}),
}
"""Second words after which an opener belongs to what follows."""

ASKING_FRAMES: Final[tuple[str, ...]] = (
    "vet du",
    "vet noen",
    "jeg vet ikke",
    "vet ikke",
    "jeg lurer på",
    "jeg husker ikke",
    "kan du si meg",
    "kan du si",
    "kan du fortelle meg",
    "har du peiling på",
    "do you know",
    "i do not know",
    "do not know",
    "can you tell me",
    "could you tell me",
    "i wonder",
    "i was wondering",
    "any idea",
)
"""What a question may be wrapped in: "jeg vet ikke hvor jeg skal gå av" asks "hvor skal jeg gå av?"."""

NEGATIONS: Final[frozenset[str]] = words("ikke aldri ingen ingenting uten not never none nothing without")

ASKING_WORDS: Final[frozenset[str]] = words(
    "hva hvor hvordan hvorfor hvem hvilken når hæ what when where which why who how"
)
"""Words that begin a question."""

ASKING_VERBS: Final[frozenset[str]] = words(
    "kan kunne er var skal skulle vil får går kjører kommer har gjør stopper tar vet bor blir sitter pleier står "
    "can could is are was do does did will would should shall may has have"
)
"""Verbs that begin a question when whoever does it comes next. There a "not" is only polite: "kan du ikke hjelpe"."""

ENGLISH: Final[frozenset[str]] = words(
    "i no yes the is so when what where how can you do does not this it thanks thank sorry please"
)
"""Words that show that the "er" before them is a sound of thinking, and not the Norwegian for "is"."""

NORWEGIAN: Final[frozenset[str]] = words(
    "jeg ikke er det den går vil skal må har kan meg deg du og på til vi hva hvor når kommer bussen hjem nei"
)
"""Words that show that the "no" among them is the dialect word for "nå" (now)."""
