"""The words of saying: verbs and nouns that put what follows into somebody's mouth. Data only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from oob.reading.expressions.dates import TimeMention
from oob.reading.grammar.lexicon import CHARGES, bag, both
from oob.reading.grammar.syntax import Verb
from oob.reading.speech.speakers import Speaker


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of a sentence that a speaker stands for."""

    start: int
    end: int
    speaker: Speaker | None
    stance: str
    made: TimeMention | None = None
    verb: Verb | None = None
    doubted: bool = False
    """Whether the writer says that it comes without evidence."""
    rumoured: bool = False
    """Whether it is told as hearsay, nobody being named: "reports that ..."."""
    said_at: int = 0
    """Where the words of saying begin, with their subject."""


SAYING: Final = bag("say tell add claim note warn confirm deny insist explain suggest state")
INVERTING: Final = (SAYING - {"tell"}) | bag(
    "write report recall observe remark announce conclude argue concede acknowledge admit declare reply"
    " estimate inform communicate underline affirm"
)
"""Verbs that their subject may follow: "..., said Petrov"."""
MEN: Final = both("fighter soldier militant rebel combatant mercenary insurgent recruit militiaman gunman volunteer")
"""People under arms, who speak as others do: "..., said a fighter"."""
VOICED: Final = bag(
    "accuse report announce declare write stress maintain contend argue complain recount recall assert allege reveal"
    " disclose testify remark comment mention reiterate repeat acknowledge admit concede boast dismiss reject tweet"
    " post reply respond clarify specify"
)
"""More of what only people do: whoever is said to, with "that" after it, speaks, though no word tells who he is."""
CITING: Final = bag("cite quote")
AFTER_NOUN: Final = bag(
    "familiar loyal close aware briefed privy opposed allied based involved first later earlier")  # fmt: skip
"""Adjectives and adverbs that follow their noun: "two sources familiar with the matter"."""
CONFIRMING: Final = bag("confirm verify corroborate")
"""Verbs whose negative leaves it open whether a thing is so."""
HELD: Final = bag("believe think estimate assess judge reckon suspect consider assume understand expect")
"""Verbs of judgement whose passive tells of a judgement without naming a judge."""
CHARGING: Final = bag("accuse blame charge suspect")
ANAPHOR: Final = re.compile(
    r" (?:this|that|it|(?:the|these|those|all|any|such) (?:\w+ )?"
    r"(?:accusation|charge|allegation|claim|suggestion)s?)(?=[.,;]|$| \w+ly)"
)
"""What stands for a charge, right after the verb that denies it."""
TELLING: Final = bag("tell inform brief advise")
"""Verbs whose passive subject hears, and does not speak."""
RUMOURED: Final = bag("say report allege claim rumour affirm")
MENTIONING: Final = bag("speak talk tell write")
"""Verbs of speech, with what is spoken about after "of"."""
BY_WORD: Final = {
    **dict.fromkeys(both("estimate calculation"), "assessed"),
    **dict.fromkeys(bag("count reckoning tally view opinion assessment judgement judgment"), "assessed"),
    **dict.fromkeys(both("account report"), "alleged"),
    **dict.fromkeys(bag("telling data figures information words version"), "alleged"),
    "admission": "asserted",
}
"""Nouns that give a thing as somebody's word, after "by" or "in": "by the count of", "in their view"."""
OF_NOBODY: Final = both("report estimate") | bag("information data accounts rumours rumors findings results")
"""What a thing is according to, where nobody is said to have it: according to preliminary information."""
PICTURES: Final = both("video clip photo photograph picture") | {"footage"}
POSTING: Final = bag("post publish share release circulate upload place air broadcast distribute issue") | {
    "put out",
    "put up",
}
"""What is done with a picture by whoever shows it to all."""
NEXT: Final = re.compile(r"\b(?:went|goes|going|gone) on (?:to )?$|\bcontinued (?:to )?$")
"""Before what somebody says next."""
FROM_ABOVE: Final = ("satellite", "overhead", "aerial", "radar")
RELAYS: Final = bag("interview interviews comments remarks broadcast conversation statement")
MARKS: Final = (",", ";", "“", "”", '"', "—", "–")
RELATIVE: Final = re.compile(r"\b(?:which|whose|who|that|where)\b")
REASONABLE: Final = re.compile(
    r"\bit (?:is|seems|would be|appears) (?:\w+ )?(?:reasonable|fair|safe|plausible|tempting|natural) to \w+$",
    re.IGNORECASE,
)
"""What makes a verb of judgement the writer's own, right before its end."""
OPENS_RELATIVE: Final = re.compile(r"\b(?:which|who|that|where),? according to (?:\w+ )?$")
WHICH_ASIDE: Final = re.compile(r"\b(?:which|who|that|where), $")
"""Before words of saying that are put into a clause on what stands before it: a depot which, he said, had burnt."""
GOES_ON: Final = re.compile(r", (?:and|but|or|while|although|though)\b")
TOLD: Final = CHARGES | {"something", "figure"}
"""What stands for all that was told, before whoever speaks of it: ..., something Moscow denies."""
OPENERS: Final = ("“", '"', "«", "‘")
CLOSERS: Final = ("”", '"', "»", "’", "'")

TELLING_NOUN: Final = re.compile(
    r"\b(?P<before>[\w'’]+,? )(?P<noun>(?:reports?|claims?|allegations?|accusations?|rumou?rs?|suggestions?|speculation"
    r"|suspicions?|fears?|beliefs?|assertions?|denials?|admissions?|confirmation)) that\b",
    re.IGNORECASE,
)
"""Nouns of speech with what is said after "that"; verbs of the same form are told by the word before."""
OF_NOUN: Final = {
    **dict.fromkeys(bag("admission confirmation"), "asserted"),
    **dict.fromkeys(bag("belief suspicion"), "assessed"),
    **dict.fromkeys(bag("fear suggestion speculation"), "possible"),
    "denial": "denied",
}
MAY_PRECEDE: Final = bag(
    "of such these those been were are is was by despite with from to the on about amid into no his her its"
    " their our recent unconfirmed several many some and other after"
)
GOES_BY: Final = re.compile(
    r"(?:(?:\b(?:be|being|is|was|only|name)|,)(?: identified| named| known)?(?: only)?"
    r" (?:as|by (?:his|her|the) (?:first name|call ?sign|nom de guerre)),?"
    r"|(?:goes|went) by the (?:name|call ?sign)(?: of)?) [“\"‘]?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)
_NOT_SO: Final = (
    "false", "untrue", "baseless", "groundless", "unfounded", "fabricated", "fake", "nonsense", "not true",
)  # fmt: skip
OF_UNTRUE: Final = ("correspond", " lie", *_NOT_SO)
"""One of these stands in whatever the following pattern finds."""
UNTRUE: Final = re.compile(
    r"\b(?:do|does|did)(?:n[’']t| not) correspond to (?:the )?(?:reality|truth|facts)"
    rf"|\b(?:is|are|was|were) (?:\w+ )?(?:a lie|lies|{'|'.join(_NOT_SO)})\b",
    re.IGNORECASE,
)
NOTHING: Final = re.compile(
    r"\bno (?:\w+ )?(?:evidence|proof|signs?|indications?|traces?|confirmation)(?: whatsoever)? that\b", re.IGNORECASE
)
OF_UNPROVEN: Final = ("evidence", "proof", "substantiation")
UNPROVEN: Final = re.compile(
    rf"\bwithout (?:\w+ )?(?:any )?(?:{'|'.join(OF_UNPROVEN)})\b"
    r"|\b(?:offered|provided|gave|presented|cited) no (?:evidence|proof)\b",
    re.IGNORECASE,
)
NEW_CLAUSE: Final = re.compile(r"(?:;|[,—–] ?(?:and|but|while|whereas|though|although|yet)) ?(?:in \w+ |on \w+ )?$")
MAIN_CLAUSE: Final = re.compile(r", (?:and|but|while) (?!that\b)")
CLOSING: Final = {"“": "”", "«": "»"}
SAID_AFTER: Final = re.compile(
    r"[”\"»] ?(?=(?:[^\s.!?]+ ){0,8}?(?:said|says|added|adds|told|tells|explained|noted|wrote"
    r"|stated|states|concluded|clarified|continued|insisted|claimed|announced|declared|warned|stressed|summed|pointed)\b)"
)
"""The end of a quotation with words of saying after it."""
TOLD_NEXT: Final = re.compile(
    r"\s{1,2}(?:(?:This|It|That) (?:was|is|has been|had been) (?:\w+ )?"
    r"(?:reported|stated|announced|confirmed|revealed|disclosed|said|noted|declared|evidenced)"
    r"|(?:The |This |Such )(?:\w+ )?(?:information|statement|message|announcement|post|news) was"
    r" (?:published|released|made|posted|shared|issued|provided|circulated))(?: \w+){0,5}? (?:by|in) "
)
"""What gives the sentences before to a speaker: "This was reported on Telegram by ..."."""
SAID_THIS: Final = re.compile(
    r"\s{1,2}[A-Z](?:[^\s.!?]+ ){1,12}?(?:said|reported|announced|stated|wrote|confirmed) (?:about )?(?:this|it|so)"
    r"(?= (?:in|on|at|during|via|to|late|early)\b|[.,])"
)
"""The same with the speaker before it: "The General Staff said this in its report"."""
SAID_WITHIN: Final = 1500
"""Characters of a quotation that the end of it is looked for in, from the end of its first sentence."""
NAMED_WITHIN: Final = 160
"""Characters after a quotation in which the words that tell its speaker stand."""

ON_HIMSELF: Final = re.compile(r", (?:who|whose|which|where)\b(?! (?:said|added|told|also said)\b)")
"""After a speaker's name: what follows is told of him, not by him."""
