"""A report's text -> proposed claims: paragraph by paragraph, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from oob.count import Count
from oob.reading.claims.finder import Finder
from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.confidence import confidence, marks
from oob.reading.described import without_strangers
from oob.reading.grammar.clauses import parse
from oob.reading.knowledge import Knowledge
from oob.reading.sentences import Paragraph
from oob.reading.speech.attribution import Attribution, Told
from oob.reading.speech.releases import released_by
from oob.reading.speech.statements import Ear, Speaker
from oob.reading.unlisted import with_unlisted
from oob.texts import paragraphs
from oob.vocabulary import ACTIONS
from oob.when import When

_TOP: Final = 6
"""Paragraphs at the beginning of a page in which its headline may stand again."""
_SHORTEST: Final = 20
"""Characters of a headline that can be told from a section's name."""

Kind = tuple[str | None, tuple[tuple[str, tuple[str, ...]], ...]]
"""The system of a claim; of one without, its places."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that the text seems to make. Parties, places and the system are ids of the catalogue."""

    paragraph: int
    passage: str
    evidence: tuple[int, int]
    """Where in the passage the thing is named."""
    system: str | None
    system_text: str
    action: str
    stance: str
    speaker: Speaker
    made: str | None
    """When the speaker spoke, EDTF."""
    count: Count | None
    count_text: str
    operator: str | None
    supplier: str | None
    beneficiary: str | None
    opponent: str | None
    places: dict[str, tuple[str, ...]]
    when: str | None
    when_text: str
    confidence: float
    """From 0 to 1: of proposals with the same marks, which share is right."""
    because: tuple[str, ...] = ()
    """What was inferred, and from what."""
    marks: tuple[str, ...] = ()
    """What the confidence goes by."""
    untold: bool = False
    """Whether the text only names the thing: what is alleged of it is a guess."""


def read(text: str, published: When | None, outlet: Speaker, knowledge: Knowledge) -> list[Proposal]:
    """The claims that a text seems to make, in its order. `outlet` speaks where nobody else is said to."""
    lines = paragraphs(text)
    proposals = list(_proposals(lines, published, outlet, knowledge))
    return list(_without_echoes(list(_without_needless(proposals, knowledge)), lines, knowledge))


def _without_echoes(proposals: Sequence[Proposal], lines: Sequence[str], knowledge: Knowledge) -> Iterator[Proposal]:
    """The proposals without those of a headline or caption that the body makes too, or of a paragraph printed twice."""
    first = {line: number for number, line in reversed(list(enumerate(lines, 1)))}
    again = _headlines_again(lines)
    apart = {number for number, line in enumerate(lines, 1) if _stands_apart(line)}
    below = _kinds(each for each in proposals if each.paragraph > 1)
    body = _kinds(each for each in proposals if each.paragraph > 1 and each.paragraph not in apart)
    counted = {_counted(each) for each in proposals if each.paragraph > 1 and each.paragraph not in apart}
    for each in proposals:
        if each.paragraph in again or (each.untold and each.paragraph in apart):
            continue
        told = body if each.paragraph > 1 else below
        again_counted = each.count is not None and _counted(each) in counted
        echoes = each.paragraph in apart and (again_counted or _echoes(each, told, knowledge))
        if first[lines[each.paragraph - 1]] == each.paragraph and not echoes:
            yield each


def _without_needless(proposals: Sequence[Proposal], knowledge: Knowledge) -> Iterator[Proposal]:
    """The proposals without the guess on a thing of which its paragraph tells something, or that was guessed before."""
    told: dict[int, list[str]] = {}
    for each in proposals:
        if each.system is not None and not each.untold:
            told.setdefault(each.paragraph, []).append(each.system)
    for each in proposals:
        if each.untold and each.system is not None:
            here = told.setdefault(each.paragraph, [])
            if any(knowledge.systems.related(each.system, system) for system in here):
                continue
            here.append(each.system)
        yield each


def _kinds(proposals: Iterable[Proposal]) -> dict[str, set[Kind]]:
    """By effect: which systems are told of, each once, so that a text of many claims is not gone through for each."""
    kinds: dict[str, set[Kind]] = {}
    for each in proposals:
        kinds.setdefault(ACTIONS[each.action].effect, set()).add(_kind(each))
    return kinds


def _counted(proposal: Proposal) -> tuple[str, str | None, Count | None]:
    """What a claim says of how many of which thing."""
    return ACTIONS[proposal.action].effect, proposal.system, proposal.count


def _kind(proposal: Proposal) -> Kind:
    """What a claim is of: its system, or of one without, as of a base, its places."""
    places = tuple(sorted(proposal.places.items())) if proposal.system is None else ()
    return proposal.system, places


def _headlines_again(lines: Sequence[str]) -> set[int]:
    """The paragraphs, near the top, that only print the headline again, which the page may have with its own title."""
    headline = lines[0] if lines else ""
    return {number for number, line in enumerate(lines[1:_TOP], 2) if _is_headline(line, headline)}


def _is_headline(line: str, headline: str) -> bool:
    """Whether a line is the headline, with more or less behind it."""
    shorter, longer = sorted((line, headline), key=len)
    return len(shorter) > _SHORTEST and line[-1] not in '.!?"”’' and longer.startswith(shorter)


_CREDIT: Final = re.compile(r"\b(?:Source|Photo|Picture|Image|Video|Credit)s?(?: credit| by)?: [^.:]{2,60}\.?$")
"""Whose a picture is, at the end of its caption."""
_LISTED: Final = re.compile(r"[\W\d]|[^:]*:$|[a-z]")


def _stands_apart(line: str) -> bool:
    """Whether a paragraph is a headline, or the caption of a picture: no mark ends it, or whose picture it is."""
    if len(line) < 250 and _CREDIT.search(line) is not None:
        return True
    return len(line) < 150 and line[-1] not in '.!?"”’:;,' and _LISTED.match(line) is None


def _echoes(headline: Proposal, told: Mapping[str, set[Kind]], knowledge: Knowledge) -> bool:
    """Whether the body says what a headline says, or more exactly."""
    kinds = told.get(ACTIONS[headline.action].effect, set())
    if headline.count is not None:
        return False
    if headline.system is None:
        return _kind(headline) in kinds
    return any(system is not None and knowledge.systems.related(headline.system, system) for system, _ in kinds)


def _proposals(
    lines: Sequence[str], published: When | None, outlet: Speaker, knowledge: Knowledge
) -> Iterator[Proposal]:
    listed = without_strangers([(line, knowledge.gazetteer.find(line)) for line in lines], knowledge)
    named = with_unlisted(listed, knowledge.by_name)
    memory = Memory(knowledge, "\n".join(lines), list(zip(lines, named, strict=True)))
    memory.prevailing.update(
        id_ for line in named for mention in line for kind, id_ in mention.meanings if kind == "system"
    )
    outlet = released_by(list(zip(lines, named, strict=True)), knowledge) or outlet
    finder, attribution, ear = Finder(memory), Attribution(memory, outlet), Ear(memory, outlet)
    offset, day, war = 0, None, memory.war.began(published)
    memory.told_on = published.latest.isoformat() if published is not None and published.latest is not None else None
    for number, (line, mentions) in enumerate(zip(lines, named, strict=True), 1):
        attribution.begin()
        paragraph = Paragraph(line, offset, mentions, published, day, war)
        memory.day, day = day, paragraph.day
        memory.begin(paragraph.text, offset, number)
        for start, end, spans in paragraph.sentences():
            nouns, verbs = parse(line, start, end, spans)
            statements = ear.statements(nouns, verbs, start, end)
            spoken = {id(each.made) for each in statements if each.made is not None}
            for one in finder.sentence(nouns, verbs, attribution.sides(statements, start, end)):
                if one.system is not None and one.system not in knowledge.parents["system"]:
                    continue  # a class that the rules know and this catalogue does not
                if id(one.when) in spoken:
                    one.when = None  # when it was said is not when it happened
                told = attribution.tell(one, paragraph, start, statements, nouns)
                seen = tuple(marks(one, told.stance, knowledge))
                yield _proposal(one, told, number, line[start : min(end, start + 2000)].rstrip(), start, seen)
            attribution.end_sentence(statements, paragraph, start, end)
        offset += len(line) + 1


def _proposal(one: Found, told: Told, number: int, passage: str, start: int, seen: tuple[str, ...]) -> Proposal:
    return Proposal(
        paragraph=number,
        passage=passage,
        evidence=(one.at - start, (one.noun.end if one.noun else one.at) - start),
        system=one.system,
        system_text=one.system_text,
        action=one.action,
        stance=told.stance,
        speaker=told.speaker,
        made=told.made.edtf if told.made is not None else None,
        count=one.count,
        count_text=one.count_text,
        operator=one.operator,
        supplier=one.supplier,
        beneficiary=one.beneficiary,
        opponent=one.opponent,
        places=one.places,
        when=one.when.edtf if one.when is not None else None,
        when_text=one.when.text if one.when is not None else "",
        confidence=confidence(seen),
        because=tuple(one.why),
        marks=seen,
        untold=one.untold,
    )
