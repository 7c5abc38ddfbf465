"""A speaker, and the words that tell who is one: bodies, offices, experts, names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import bag, both
from oob.reading.grammar.syntax import Noun


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever is said to have said something."""

    name: str
    id: str | None = None
    """The source in the catalogue; None where it has none yet."""
    kind: str = "unnamed"
    """As in `vocabulary.SOURCE_KINDS`."""
    through: Speaker | None = None
    """Who relays it, besides the report's own outlet."""
    party: str | None = None
    """The force or source that an unnamed speaker belongs to, where the text says."""
    document: bool = False
    expert: bool = False
    """Whether he is brought in for his judgement: what he says is assessed."""


BRANCHES: Final = ("air force", "navy", "coast guard", "border guard", "general staff", "air defence forces")
_OTHER: Final = bag("interior finance health information justice transport")
OF_A_MINISTRY: Final = _OTHER | bag("foreign defence defense")
"""What the ministries are for whose people speak."""
_OF_OTHER: Final = "|".join(sorted(_OTHER | bag("oil energy")))
OF_OTHER: Final = re.compile(rf"\b({_OF_OTHER}) ministry|\bministry of (?:the )?({_OF_OTHER})\b")
"""A ministry other than those that speak of arms every day, in lower case."""
OF_A_BODY: Final = re.compile(r"[Tt]he (?P<what>(?:[\w-]+ )?)(?P<body>\w+)['’]s ")
"""A genitive of a body before whoever speaks for it, from the beginning of the phrase."""
MEDIA: Final = bag(
    "newspaper paper daily weekly magazine channel broadcaster portal website edition tabloid agency network station"
    " television tv radio"
)
REBELS: Final = bag("rebels separatists insurgents militants jihadists paramilitaries opposition")
"""Those who speak for no state, nor for a coalition of states."""
OF_A_STATE: Final = (REBELS - {"opposition"}) | bag(
    "army military government junta regime navy militia authorities troops forces"
)
"""Bodies that a text speaks of as if there were but one: "the army"."""
_OF_KNOWLEDGE: Final = bag(
    "institute centre center forum foundation university college consultancy academy school council think"
)
"""What a person is of who is asked for his judgement: "of the Institute for ..."."""
EXPERTS: Final = both("analyst expert researcher specialist scholar investigator") | bag(
    "historian lecturer fellow professor"
)
PEOPLE: Final = both(
    "person politician legislator negotiator mediator dealer sailor envoy defector veteran survivor member recruit"
    " neighbour head"
) | bag(
    "people man men woman women airman airmen captain crew dispatcher businessman chief leader director chairman"
    " president governor speaker"
)
"""Those who speak in the press besides `lexicon.OFFICIALS`."""
TITLED: Final = bag(
    "spokesman spokeswoman spokesperson official minister general commander secretary officer leader envoy"
    " ambassador analyst expert researcher diplomat lawmaker engineer colonel professor president chief head"
    " representative"
)
"""Words for one person: "the official" may be somebody named before."""
LOOKING: Final = bag("see obtain review read examine verify view study analyse analyze check")
"""What is done with a picture or document by those whose it is not."""
STUDYING: Final = bag("examine study analyse analyze review")
"""What an institute does with a picture before it says what is to be seen there."""
TITLES: Final = lexicon.PERSON_TITLES | bag(
    "chancellor premier king queen emir prince sir lord father imam mullah mayor"
)
_NAME_PARTS: Final = bag("al el bin ibn abu de van von der la ben bint ad as ash ag ould")
ORDINALS: Final = bag("second third fourth fifth another other")
MINISTRIES: Final = {
    "defence": ("Ministry of Defence", "Defence Ministry"),
    "foreign": ("Foreign Ministry", "Ministry of Foreign Affairs"),
}
OF_FORCES: Final = re.compile(
    r"\b(?:defen[cs]e|military|army|air force|navy|general staff|armed forces"
    r"|(?:prime|foreign|interior|information) minister|president|chancellor|premier)\b"
)
"""What tells that somebody speaks for a state or its forces."""
INDEFINITE: Final = ("a", "an", "another", "one", "some")
IN_OFFICE: Final = bag("official officials authorities leaders ministers officers commanders")
"""Those who are of the state that they are in; a diplomat is not."""
REPORTERS: Final = both("reporter correspondent journalist photographer")
OF_TIME: Final = bag("seconds minutes hours days weeks months years decades time moment day night morning evening")
"""What says when, never who."""
RUMOURS: Final = bag("reports rumours rumors")
"""What nobody is said to have told, where it stands alone: reports say."""
ACCOUNTS: Final = bag("accounts estimates versions")
"""The same, where a word before says that there are some, or that they are of the press."""
VARIOUS: Final = bag(
    "some several various many multiple most other different media press news local social unconfirmed unverified"
    " initial early first preliminary conflicting numerous recent foreign"
)
"""What may stand before such a word without telling whose it is."""
POSTS: Final = bag("post tweet update message")
FINDINGS: Final = bag("findings data figures statistics records calculations tally tallies information intelligence")
"""What somebody has found out, and what says so in his place."""
POSSESSIVE: Final = ("its", "their", "his", "her")

_WITH_ARTICLE: Final = ("of", "in", "at", "from")
TELLS_APART: Final = (*_WITH_ARTICLE, *(f"{each} the" for each in _WITH_ARTICLE), "for", "with", "close to", "on", "to")
"""What may stand between a source without a name and what tells him from others."""
KNOWING: Final = re.compile(
    r" (?:familiar with|close to|briefed on|loyal to|aware of|privy to|involved in|opposed to|allied (?:to|with)) "
)
"""What tells a source from others after the noun."""
PUT_IN_OFFICE: Final = re.compile(r"-(?:appointed|installed|imposed|picked|named|controlled|run|aligned)\b")
"""What follows the name of those whom somebody in office is there for: a Kremlin-appointed governor."""
FULL_NAME: Final = re.compile(r"[A-Z][\w’'-]+(?: (?:al-|el-|ag |bin |ibn )?[A-Z][\w’'-]+){1,3}(?=[,.])")
REGIONS: Final = ("Western", "European", "African", "Arab", "United", "Kremlin", "Pentagon", "Gulf", "Kurdish")
_NUMBERS: Final = ("two", "three", "four", "five", "several", "some")
COUNTING: Final = tuple(each.title() for each in _NUMBERS)


def plain(name: str) -> str:
    """A group of people without its number: "two sources"."""
    first, _, rest = name.removeprefix("unnamed ").partition(" ")
    counts = (*_NUMBERS, "six", "many", "both", "other")
    return rest if rest and first.casefold() in counts else name.removeprefix("unnamed ")


def last_name(name: str) -> str:
    """The last name of a person, without the article or "son of" before it: Nasser abu al Qassem, al-Qassem."""
    last = name.rsplit(maxsplit=1)[-1]
    first, _, rest = last.partition("-")
    return rest if rest and first.casefold() in _NAME_PARTS else last


def only_last(words: Sequence[str]) -> bool:
    """Whether a name is no more than a last name with its article: Al Qassem."""
    return len(words) == 2 and words[0].casefold() in _NAME_PARTS


def proper_words(noun: Noun, text: str) -> list[str]:
    """The words of a person's name at the end of a phrase, titles left out: Salah al-Nayedh."""
    words: list[str] = []
    glue = ""
    for item in noun.items:
        surface = text[item.start : item.end]
        if item.tag in ("N", "J") and item.capital and item.word not in TITLES:
            if glue and words:
                words[-1] += glue + surface if glue.startswith("-") else " " + glue + surface
            else:
                words.append(glue + surface)
            glue = ""
        elif item.tag == "-" and (glue or words):
            glue += "-"
        elif item.word in _NAME_PARTS:
            glue = surface + (" " if text[item.end : item.end + 1] == " " else "")
        elif item.tag in ("N", "J"):
            words, glue = [], ""
    return words


def is_expert(described: Sequence[Noun]) -> bool:
    """Whether somebody is asked for his judgement: an analyst, a man of an institute."""
    beside = [*described, *(each for noun in described for each in noun.listed)]
    beside += [noun.listed_with for noun in described if noun.listed_with is not None]
    if any(item.word.casefold() in EXPERTS for noun in beside for item in noun.items):
        return True
    if any(map(is_think_tank, beside)):
        return True
    below = [each for noun in beside for each in (*noun.of, *noun.after) if each.prep in ("of", "at", "with", "from")]
    below += [each for noun in below for each in noun.of]
    return any(set(each.head.casefold().replace("-", " ").split()) & _OF_KNOWLEDGE for each in below)


def is_think_tank(noun: Noun) -> bool:
    """Whether it is a think tank, of whatever country."""
    return noun.head.startswith("tank") and any(item.word == "think" for item in noun.items)


def is_publisher(noun: Noun, outlet: Speaker) -> bool:
    """Whether the publisher speaks of itself: "the Group" in a report of the Group of Experts."""
    if noun.determiner != "the" or len(noun.items) != 2 or noun.of or not noun.items[1].capital:
        return False
    word = noun.items[1].word.casefold()
    return len(word) > 3 and word in outlet.name.casefold().split()
