"""Words that no scenario says or shows, and what to write instead (domain notes, "Words" and "Safety").

Each entry is a regular expression for whole words, without regard to capitals, in one language.
"""

from __future__ import annotations

import re
from typing import Final

from rooms.axes import LANGUAGES, Language

_PERSON: Final = {"nb": "en som har problemer med rusmidler", "en": "a person with substance problems"}
_USE: Final = {"nb": "bruk av rusmidler", "en": "substance use"}
_SLUR: Final = {"nb": "noe utålmodig, men aldri et skjellsord", "en": "something impatient, but never a slur"}
_THREAT: Final = {"nb": "noe avvisende, men aldri en trussel", "en": "something dismissive, but never a threat"}
_DOSE: Final = {"nb": "noe uten mengde, måte eller kilde", "en": "something without amount, way or source"}
_CRISIS: Final = {"nb": "at et menneske kommer", "en": "that a human is coming"}
_BODY: Final = {"nb": "noe annet; ikke noe seksuelt", "en": "something else; nothing sexual"}

_GROUPS: Final[tuple[tuple[Language, str, str], ...]] = (
    # Words that make a person into a problem.
    ("nb", r"narkoman\w*|rusmisbruker\w*|misbruker\w*|alkoholiker\w*|rusavhengig\w*", _PERSON["nb"]),
    ("nb", r"(rus|stoff|alkohol|rusmiddel)?misbruk(et)?", _USE["nb"]),
    ("nb", r"pasient\w*", "du, eller personen"),
    ("nb", r"tilbakefall\w*|sprekk(en)?(?! i )|mislykke\w*|mislyktes|feilet", "det gikk ikke som planlagt"),
    ("nb", r"dropout\w*|drop-out\w*", "sluttet"),
    ("en", r"addict\w*|alcoholics?|(drug|substance) (ab)?users?|abusers?", _PERSON["en"]),
    ("en", r"(drug|substance|alcohol) abuse", _USE["en"]),
    ("nb", r"clean|(holde|holder|holdt) (meg|deg|seg) (ren|rein)", "rusfri, eller et annet ord for det som menes"),
    ("en", r"clean|dirty", "abstinent, using, or another word for what is meant"),
    ("en", r"fail(s|ed|ing|ures?)?|relapse\w*", "it did not go as planned"),
    ("en", r"non-?complian\w*", "chose something else"),
    ("en", r"drop-?outs?|dropped out", "stopped"),
    ("en", r"patients?", "you, or the person"),
    # Slurs.
    ("nb", r"junkie\w*|fyllik\w*|alkis\w*|dophue\w*|boms\w*|uteligger\w*", _SLUR["nb"]),
    ("nb", r"idiot\w*|dust|tulling\w*|gærning\w*|mongo\w*|åndssvak\w*|evneveik\w*|psyko|din taper", _SLUR["nb"]),
    ("nb", r"schizo\w*|du er (jo )?(gal|sprø|syk i hodet)", _SLUR["nb"]),
    ("nb", r"hor[ae]|fitt[ae]|kjerring\w*|soper(en|ne)|(en|din) soper|neger\w*|pakkis\w*|svarting\w*", _SLUR["nb"]),
    ("en", r"junk(ie|y)s?|junkies|druggies?|crackheads?|winos?|drunkards?", _SLUR["en"]),
    ("en", r"idiots?|morons?|retard\w*|losers?|psychos?|nutters?|lunatics?|scum|schizos?", _SLUR["en"]),
    ("en", r"freaks?(?! (me|you|him|her|us|them|out))|you(’|'| a)re (crazy|mad|insane)", _SLUR["en"]),
    ("en", r"whores?|sluts?|bitch\w*|cunts?|fagg?ots?|nigg\w+|pakis?", _SLUR["en"]),
    # Threats.
    ("nb", r"(drepe|banke|denge|knuse) deg|(skal|kan) (skade|slå) deg(?! ned)|skal ta deg|få juling", _THREAT["nb"]),
    ("en", r"(kill|punch|smack|beat) you|(ll|will|gonna|going to) (hurt|hit) you", _THREAT["en"]),
    ("en", r"or else|get you for (this|that)", _THREAT["en"]),
    # Doses, preparation and sources of substances.
    ("nb", r"\d+ ?(mg|milligram)|dos(e|en|er|is)|injiser\w*|sniffe\w*|sprøytespiss\w*|dealer\w*", _DOSE["nb"]),
    ("nb", r"doplanger\w*|(stoff|hasj|pille)selger\w*", _DOSE["nb"]),
    ("en", r"\d+ ?(mg|milligrams?)|dos(e|es|age)|inject\w*|snort\w*|shoot up|syringes?|dealers?", _DOSE["en"]),
    # Self-harm: an avatar never speaks of it, it calls a human.
    ("nb", r"selvmord\w*|selvskad\w*|ta livet|drepe meg|kutte meg|skade (meg|deg|seg) ?selv", _CRISIS["nb"]),
    ("en", r"suicid\w*|self-?harm\w*|(kill|cut|hurt|harm) (your|my|him|her)self", _CRISIS["en"]),
    ("nb", r"sex\w*|naken\w*", _BODY["nb"]),
    ("en", r"sex\w*|naked", _BODY["en"]),
)


def _whole_words(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


FORBIDDEN: Final[dict[Language, tuple[tuple[re.Pattern[str], str], ...]]] = {
    language: tuple((_whole_words(words), instead) for known, words, instead in _GROUPS if known == language)
    for language in LANGUAGES
}
_ANY: Final[dict[Language, re.Pattern[str]]] = {
    language: _whole_words("|".join(words for known, words, _ in _GROUPS if known == language))
    for language in LANGUAGES
}
"""One look for all of a language: hardly any text has one."""


def forbidden_in(text: str, language: Language) -> list[tuple[str, str]]:
    """Each forbidden word of `text` as it stands there, with what to write instead."""
    if not _ANY[language].search(text):
        return []
    found = [(match, instead) for words, instead in FORBIDDEN[language] for match in words.finditer(text)]
    return [(match.group(), instead) for match, instead in sorted(found, key=lambda pair: pair[0].start())]
