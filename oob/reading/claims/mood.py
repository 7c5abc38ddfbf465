"""In which mood a sentence tells a thing: done, planned, possible, only heard of, denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import FRAMES, bag, both
from oob.reading.grammar.marks import FINITE
from oob.reading.grammar.syntax import Noun, Verb, is_patient
from oob.vocabulary import ACTIONS

_AHEAD: Final = bag(
    "expect want prepare intend plan promise pledge vow agree threaten hope decide seek ask request"
    " offer aim try attempt vote opt elect resolve conspire plot reserve ready gear order clear authorise authorize"
    " license call appeal urge"
    " look lobby"
)
_ATTEMPTING: Final = bag("try attempt seek aim strive struggle scramble") | {"take off"}
_LOSSES: Final = frozenset({"departure", "exchange"})
_ABILITIES: Final = bag("ability capability capacity means power chance opportunity")
"""What somebody has who can do something, and may not have done it."""
_TEACHING: Final = bag("teach train instruct learn practise practice coach")
_WEIGHING: Final = bag(
    "agree favour favor float think consider weigh mull contemplate discuss debate ponder propose suggest envisage"
    " recommend"
)
"""What is done about a step that nobody has taken yet: is considering sending tanks."""
_LACKING: Final = bag("need require lack")
"""Verbs for what somebody has not."""
_SEEING: Final = bag("see hear spot identify recognise recognize distinguish discern") | {"make out"}
_FAILING: Final = bag("fail refuse decline neglect")
_DUE: Final = frozenset({"likely", "set", "due"})
_READY: Final = bag("set slate slated poise poised prime primed")
_TRYING: Final = bag("help fail try refuse use")
_CHANCES: Final = bag("may might could")
_USING: Final = bag("use employ deploy fly field")
_TELLING: Final = bag("say report allege rumour claim")
_BELIEVING: Final = bag("believe think understand suspect estimate consider")
SEEMING: Final = bag("appear seem")
"""Verbs that say how sure it is what the next one tells: appears to have been hit."""
_CHANCE: Final = bag("possible possibility conceivable")
_EVIDENCE: Final = bag("evidence sign signs trace indication proof confirmation")
_CALLING: Final = bag("call ask appeal plead push lobby wait")
_PUTTING_OFF: Final = bag(
    "halt suspend block delay stop freeze cancel welcome demand urge condemn oppose postpone shelve"
    " veto withhold rescind revoke"
)
FORBIDDING: Final = bag("ban prohibit forbid outlaw")
"""Verbs that tell of a rule, not of what anybody did or means to do: the treaty bans the deployment of missiles."""
_EXPECTING: Final = bag("expect anticipate await set slate")
_TALKS: Final = both("talk negotiation deal contract agreement plan request order tender bid licence license") | {
    "approval"
}
"""What is held or made before something is sold or sent."""


def hosts(noun: Noun) -> Iterator[Noun]:
    """The phrases on which a phrase hangs, the nearest first."""
    at, hops = noun.host, 0
    while at is not None and hops < 4:
        yield at
        at, hops = at.host, hops + 1


def idle(verb: Verb) -> bool:
    """Whether a verb tells only what can be, what is asked, or what would be if: nothing was done."""
    if verb.verb in _LACKING or _fails(verb):
        return True
    if _is_seen(verb):
        return False
    if verb.modal == "can" or (verb.above is not None and verb.above.modal == "can"):
        return True
    if _is_attempt(verb):
        return True
    return verb.under in ("if", "whether", "unless") or (verb.voice == "ing" and verb.under == "that")


def is_ahead(host: Noun, roles: Iterator[tuple[Verb, str]]) -> bool:
    """Whether a delivery, with what is said of it, is approved, promised, negotiated or put off, not yet made."""
    if host.prep in ("on", "for", "about", "over") and any(each.head in _TALKS for each in hosts(host)):
        return True
    for verb, role in roles:
        frame = FRAMES.get(verb.verb)
        if role == "for" and verb.verb in _CALLING:
            return True  # called for the delivery of jets
        if is_patient(verb, role) and (
            (frame is not None and frame.action == "planned") or verb.verb in _PUTTING_OFF or verb.verb in _EXPECTING
        ):
            return True
    return False


def _is_seen(verb: Verb) -> bool:
    """Whether "can" tells what is to be seen: three tanks can be seen in the picture."""
    return verb.modal in ("can", "could") and verb.voice == "passive" and verb.verb in _SEEING


def _is_attempt(verb: Verb) -> bool:
    """Whether somebody only tried to do harm, or is able to: tried to shoot it down, scrambled to, has the means to."""
    above, frame = verb.above, FRAMES.get(verb.verb)
    if verb.voice != "inf" or above is None:
        return False
    harms = frame is not None and frame.action in ACTIONS and ACTIONS[frame.action].effect in _LOSSES
    return (harms and above.verb in _ATTEMPTING) or any(each.head in _ABILITIES for each in above.objects)


def _fails(verb: Verb) -> bool:
    """Whether something did not come about: failed to explode, refused to fly."""
    above = verb.above
    return verb.voice == "inf" and above is not None and above.verb in _FAILING and not above.negated


def intended(action: str, verb: Verb) -> str:
    """Plans and promises are not yet deeds."""
    at: Verb | None = verb
    hops = 0
    while at is not None and hops < 4 and action:
        if _is_to_come(at, action) or _is_to_be(at) or at.under == "against":
            return "planned"  # warned against sending troops
        above = at.above
        if at.voice in ("inf", "ing") and not at.perfect and _is_of_plan(at):
            return "planned"
        if at.voice == "ing" and above is not None and above.verb in _WEIGHING and at.start > above.end:
            return "planned"
        if at.voice == "inf" and above is not None and above.verb in _TEACHING:
            return "trained" if action == "operates" else action
        if at.voice == "inf" and at.perfect and action != "planned":
            return action  # likely to have lost
        if at.voice == "inf" and above is not None:
            if _looks_ahead(above):
                return "planned"
            if above.verb == "be" or above.verb in _TRYING:
                able = above.verb == "be" and any(each.head == "able" for each in above.objects)
                if able and above.modal == "":
                    return action  # were able to destroy two tanks
                to_come = above.modal in lexicon.MODALS_FUTURE or (above.modal == "" and not above.adverbs)
                return "planned" if above.verb == "be" and to_come else action
        elif at.voice != "ing" or above is None or above.modal not in lexicon.MODALS_FUTURE | _CHANCES:
            break
        at, hops = above, hops + 1
    return action


def _is_of_plan(verb: Verb) -> bool:
    """Whether it says what somebody decided or means to do: its decision to send tanks, the aim of sending them."""
    near = verb.subject
    return near is not None and near.head in lexicon.PLANS and 0 < verb.start - near.end <= len(" of ")


def _is_to_come(verb: Verb, action: str) -> bool:
    """Whether a verb's own modal puts what it tells in the future: will send, may arrive."""
    if verb.perfect or _is_seen(verb):
        return False
    acts = action in ACTIONS and (ACTIONS[action].effect != "presence" or verb.verb in _USING)
    return verb.modal in lexicon.MODALS_FUTURE or (verb.modal in _CHANCES and acts)


def _is_to_be(verb: Verb) -> bool:
    """Whether something is to be done: six tanks are to be sent."""
    above = verb.above
    if verb.voice != "passive" or above is None or above.verb != "be" or above.voice != "be":
        return False
    return 0 <= verb.start - above.end <= len(" to ")


def _looks_ahead(verb: Verb) -> bool:
    """Whether what hangs on a verb is still to come: plans to, is set to."""
    frame = FRAMES.get(verb.verb)
    planned = frame is not None and frame.action == "planned"
    ready = verb.verb in _READY and verb.voice in ("passive", "pp") and not verb.objects
    return planned or ready or verb.verb in _AHEAD or bool(set(verb.adverbs) & _DUE)


def mood(one: Found, noun: Noun, verb: Verb | None, nouns: Sequence[Noun]) -> None:
    """Notes negation and hedges of the sentence itself."""
    taken = verb is not None and _is_taken_for_granted(noun, verb)
    negated = not taken and (noun.negated or any(host.head in ("none", "neither") for host in hosts(noun)))
    for own in _governing(verb):
        none = (_is_none(own.subject) and not taken) or _makes_none(own)
        negated = negated or (own.negated and own.verb not in lexicon.SPEECH) or none
        _hedge(one, own)
    if any(each.head in _CHANCE and each.start < one.at and _is_told(each) for each in nouns):
        one.stance = one.stance or "possible"
    if negated or any(host.negated and host.head in _EVIDENCE for host in hosts(noun)):
        one.stance = "denied"


def _is_taken_for_granted(noun: Noun, verb: Verb) -> bool:
    """Whether a verb only tells which things are meant, of which another denies something.

    None of the jets that Iraq bought has arrived: they were bought.
    """
    if not (verb.relative or verb.voice == "pp") or verb.start < noun.start:
        return False
    main = (own for each in (noun, *hosts(noun)) for own, role in each.verbs if role == "subject" and own is not verb)
    return any(own.start > verb.end and not own.relative and own.voice in FINITE for own in main)


def _governing(verb: Verb | None) -> Iterator[Verb]:
    """A verb and those above it whose mood it shares."""
    at, hops = verb, 0
    while at is not None and hops < 4:
        yield at
        at, hops = (at.above if at.voice in ("inf", "ing", "pp") or at.subject is None else None), hops + 1


def _hedge(one: Found, verb: Verb) -> None:
    """Notes what a verb leaves open: may have, reportedly, is said to, is thought to."""
    words = set(verb.adverbs)
    if (verb.modal in lexicon.MODALS_POSSIBLE and not _is_seen(verb)) or words & lexicon.HEDGES_POSSIBLE:
        one.stance = one.stance or "possible"
    if words & lexicon.HEDGES_ALLEGED or (verb.voice in ("passive", "pp") and verb.verb in _TELLING):
        one.hearsay = True
    if (
        words & lexicon.HEDGES_ASSESSED
        or _only_seems(verb)
        or (verb.voice in ("passive", "pp") and verb.verb in _BELIEVING)
    ):
        one.stance = one.stance or "assessed"


def _only_seems(verb: Verb) -> bool:
    """Whether something appears to have been done; but: the video appeared to show it."""
    frame = FRAMES.get(verb.verb)
    shows = frame is not None and frame.action == "present" and verb.voice != "passive"
    return verb.above is not None and verb.above.verb in SEEMING and verb.voice not in ("ing", "pp") and not shows


def _is_told(noun: Noun) -> bool:
    """Whether a phrase is what a verb tells: it is possible."""
    return any(role == "object" for _, role in noun.verbs)


def _makes_none(verb: Verb) -> bool:
    """Whether no strike or flight took place: its jets carried out no strikes."""
    return any(each.negated and (each.head in lexicon.STRIKES or each.tail in lexicon.STRIKES) for each in verb.objects)


def _is_none(subject: Noun | None) -> bool:
    """Whether nothing does it: none of the images shows a tank, not one soldier went."""
    while subject is not None and not subject.negated and subject.prep == "of":
        subject = subject.host
    return subject is not None and subject.negated
