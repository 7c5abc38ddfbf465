"""Who does what a verb tells: the subjects of finite verbs, participles and infinitives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.attaching import carrier, some_of
from oob.reading.grammar.marks import FINITE, JOINING, RELATIVES
from oob.reading.grammar.participles import THOUGHT, may_be_done, stands_alone
from oob.reading.grammar.syntax import Noun, Phrase, Verb


def find_subject(verb: Verb, nouns: list[Noun], verbs: list[Verb], marks: list[str], last: Phrase | None) -> None:
    """Finds who does what a verb tells, and the verb that it hangs on."""
    if verb.again is not None:
        doer = last if isinstance(last, Noun) and not marks else None  # one was lost in May, another in June
        verb.above, verb.subject = verb.again.above, doer or verb.again.subject
        if doer is not None:
            doer.verbs.append((verb, "subject"))
        return
    if verb.base and not marks and _is_perceived(last):
        verb.voice = "inf"  # saw three tanks enter the town
    if verb.base and verb.voice == "active" and marks in (["and"], ["or"]) and _is_joined_infinitive(verbs, last):
        verb.voice = "inf"  # will be forced to build and deploy missiles
        verb.above, verb.subject = verbs[-1].above, verbs[-1].subject
        if verb.subject is not None:
            verb.subject.verbs.append((verb, "subject"))
        return
    if not marks and isinstance(last, Verb) and last.voice == "pp" and verb.voice in FINITE and last.verb in THOUGHT:
        verb.above, verb.subject = last, last.subject  # a drone thought to be a Shahed
        if verb.subject is not None:
            verb.subject.verbs.append((verb, "subject"))
        return
    goes_on = verb.voice == "active" and verb.verb not in lexicon.SPEECH and marks == [","]
    shared = _doing(last) if goes_on else None
    if shared is not None and _is_taken(last):
        verb.subject = shared  # destroyed six tanks, seized three others and left
    elif verb.voice == "active" and ";" in marks and JOINING.union(";,").issuperset(marks) and _latest_finite(verbs):
        verb.subject = _clause_doer(verbs)  # hit two units; destroyed a mortar; and damaged two routes
    else:
        if verb.bare and _is_after_all_participle(verb, nouns, verbs, marks, last):
            verb.voice = "pp"
        if "being" in verb.adverbs:
            verb.above = _latest_finite(verbs)
            above = verb.above.subject if verb.above else None
            verb.subject = last if isinstance(last, Noun) and not marks else above
        elif verb.voice in FINITE and "to" not in verb.adverbs:
            _subject_of_finite(verb, nouns, verbs, marks, last)
        elif verb.voice in ("ing", "pp"):
            _subject_of_participle(verb, nouns, verbs, marks, last)
        else:
            _subject_of_infinitive(verb, verbs, last)
    if verb.subject is None:
        return
    verb.subject.verbs.append((verb, "subject"))
    if verb.voice in ("ing", "pp") and isinstance(last, Noun) and some_of(last) is verb.subject:
        _part_from_whole(verb.subject)
    first = verb.subject.listed_with
    if first is not None and verb.voice in ("ing", "pp"):
        first.verbs.append((verb, "subject"))


def _is_joined_infinitive(verbs: Sequence[Verb], last: Phrase | None) -> bool:
    """Whether an infinitive, or its object, stands right before."""
    before = verbs[-1] if verbs else None
    if before is None or before.voice != "inf":
        return False
    return last is before or (isinstance(last, Noun) and any(each is last for each in before.objects))


def _part_from_whole(some: Noun) -> None:
    """Sent 30 howitzers, six of them now lost: what some of a thing does or suffers is told of them alone."""
    first = some.listed_with
    if first is None:
        return
    first.listed.remove(some)
    some.listed_with = None
    for each, role in [pair for pair in some.verbs if pair[1] != "subject"]:
        if some in (near := each.objects if role == "object" else each.preps):
            near.remove(some)
        some.verbs.remove((each, role))


def _clause_doer(verbs: list[Verb]) -> Noun | None:
    """Who does what the last main clause tells."""
    main = next((each for each in reversed(verbs) if each.voice in FINITE and not each.relative), None)
    return main.subject if main is not None else None


def _is_perceived(last: Phrase | None) -> bool:
    """Whether a phrase is what somebody saw or heard do something."""
    return isinstance(last, Noun) and any(
        each.verb in _PERCEIVING and each.voice != "passive" and role == "object" for each, role in last.verbs
    )


_PERCEIVING: Final = lexicon.bag("see watch hear notice observe witness make let help film")


def _is_pictured(last: Noun) -> bool:
    """Whether a phrase is of what pictures show."""
    return last.system is not None and any(
        role == "object" and each.subject is not None and each.subject.head.rsplit(" ", 1)[-1] in lexicon.IMAGERY
        for each, role in last.verbs
    )


def _is_taken(last: Phrase | None) -> bool:
    """Whether a phrase already has a finite verb before it."""
    return isinstance(last, Noun) and any(
        each.voice in FINITE and not _is_thought(each) and each.verb not in lexicon.SPEECH and role != "subject"
        for each, role in last.verbs
    )


def _is_thought(verb: Verb) -> bool:
    """Whether a verb is what is said or thought of a thing: jets believed to be Russian."""
    above = verb.above
    return above is not None and above.voice == "pp" and 0 <= verb.start - above.end <= 1


def _is_after_all_participle(
    verb: Verb, nouns: list[Noun], verbs: list[Verb], marks: list[str], last: Phrase | None
) -> bool:
    """Whether a form that may be past or participle is one, seen from what stands before it."""
    if verb.voice != "active" or marks or not isinstance(last, Noun):
        return False
    if some_of(last) is not None and may_be_done(verb) and not stands_alone(verb):
        return True  # 130 of them destroyed
    if any(each.gap is not None for each, _ in last.verbs):
        return False  # the jet that Russia had supplied last summer crashed
    if verbs and verbs[-1].relative and verbs[-1].verb in lexicon.CONSISTING:
        return False  # a convoy that included six tanks left
    if _is_pictured(last) and may_be_done(verb) and not stands_alone(verb):
        return True  # footage shows tanks left behind at the base
    if _is_taken(last) and last.prep != "of":
        return True  # destroyed on minefields laid in advance: the clause has its verb
    if verbs and verbs[0].subject is None and not last.prep and all(each.voice in ("pp", "ing") for each in verbs):
        return False  # hit by a missile, the jet crashed
    hangs = (last.prep and last.host is None) or (last.hypernym is not None and last.prep != "of")
    if last.system is None or not hangs:
        return False
    # escorted by fighters based in Syria; but not: troops backed by helicopters stormed the town
    return bool(nouns[0].prep) or nouns[0] is last or any(each.voice not in ("pp", "ing") for each in verbs)


def _latest_finite(verbs: list[Verb], verb: Verb | None = None) -> Verb | None:
    """The last finite verb; of speech, where `verb` is one and there is another."""
    finite = [each for each in reversed(verbs) if each.voice in FINITE]
    if verb is not None and verb.verb in lexicon.SPEECH:
        finite = [each for each in finite if each.verb in lexicon.SPEECH] or finite
    return finite[0] if finite else None


def _is_inverted(verb: Verb, last: Phrase | None) -> bool:
    """Whether a clause begins with where something came or stands: and with them came a battery."""
    if not isinstance(last, Noun) or not last.prep or last.time is not None:
        return False
    if last.host is not None and not (last.opens and last.pronoun):
        return False  # took the town, and with them came a battery
    frame = lexicon.FRAMES.get(verb.verb)
    return (
        verb.voice == "active"
        and (last.opens or not last.verbs)
        and (verb.verb == "go" or (frame is not None and bool(frame.alone) and not frame.action))
    )


def _subject_of_finite(verb: Verb, nouns: list[Noun], verbs: list[Verb], marks: list[str], last: Phrase | None) -> None:
    if isinstance(last, Noun) and marks[-1:] != [","] and not RELATIVES.isdisjoint(marks):
        speaks = verbs and verbs[-1].verb in lexicon.SPEECH and "that" in marks
        if not speaks:
            verb.subject = _antecedent(last) if "who" in marks else last
            verb.relative = True
            return
    if not marks and _is_inverted(verb, last):
        return
    if not marks and isinstance(last, Noun) and (inner := _within_bracket(last)) is not None:
        verb.subject = inner  # ten fighters (two were brought down in May)
        return
    joined = not JOINING.isdisjoint(marks)
    if isinstance(last, Noun) and not joined:
        verb.subject = subject_before(last, nouns, closed="," in marks)
    told_of = verbs[-1].gap if verbs and not marks else None
    if verb.subject is None and told_of is not None and last is verbs[-1]:
        verb.subject = subject_before(told_of, nouns) or told_of  # a tank that they had hit was towed away
    if verb.subject is None and verbs:
        verb.above = verbs[-1]
        finite = _latest_finite(verbs, verb)
        verb.subject = finite.subject if finite is not None else None
    elif isinstance(last, Noun) and joined:
        finite = _latest_finite(verbs, verb)
        verb.subject = finite.subject if finite else subject_before(last, nouns)


def _within_bracket(last: Noun) -> Noun | None:
    """The phrase that opens a bracket which has not closed yet."""
    top = last
    while top.prep == "of" and top.host is not None and not top.bracketed:
        top = top.host
    return top if top.bracketed else None


def _subject_of_participle(
    verb: Verb, nouns: list[Noun], verbs: list[Verb], marks: list[str], last: Phrase | None
) -> None:
    marked = set(marks)
    if isinstance(last, Noun) and not marks and last.time is None:
        through = next((each for each, role in last.verbs if role == "object"), None)
        theirs = verb.voice == "ing" and last.system is None and last.entity is not None
        if theirs and through is not None and through.subject is not None:
            verb.subject, verb.above = through.subject, through  # they struck the airfield destroying two jets
        else:
            verb.subject = some_of(last) or carrier(last) or last
            verb.above = next((each for each, role in last.verbs if role != "subject"), None)
    elif isinstance(last, Noun) and last.time is not None and not marked and len(nouns) > 1:
        verb.subject = nouns[-2]
    elif verbs and marks[-1:] and marks[-1] in _OF_THE_SAME and "," not in marked and "and" not in marked:
        verb.above = verbs[-1]
        verb.subject = verbs[-1].subject  # flew over the town before bombing it
    elif "," in marked or "and" in marked or not isinstance(last, Noun):
        _subject_of_free_participle(verb, nouns, verbs, marks, last)
    else:
        # a preposition before a gerund: accusing Moscow of sending
        verb.above = verbs[-1] if verbs else None
        verb.subject = last
        if verbs and verbs[-1].verb == "be" and last in verbs[-1].objects:
            verb.subject = verbs[-1].subject  # X may have been responsible for downing Y
        elif verbs and verbs[-1].verb in _ACCUSING and verbs[-1].voice in ("passive", "pp"):
            verb.subject = verbs[-1].subject  # Moscow was accused by Washington of sending tanks
        elif verbs and last in verbs[-1].preps and verbs[-1].objects:
            verb.subject = verbs[-1].objects[0]


_OF_THE_SAME: Final = frozenset({"before", "after", "while", "when", "since", "without", "by"})
"""Words before a gerund whose doer is that of the clause before it."""
_ACCUSING: Final = lexicon.bag("accuse suspect blame charge criticise criticize condemn convict sanction")


def _subject_of_free_participle(
    verb: Verb, nouns: list[Noun], verbs: list[Verb], marks: list[str], last: Phrase | None
) -> None:
    """After a comma or "and": that of the clause, or of the participle that it is joined to."""
    joined = "and" in marks
    again = joined and any(mark in ("of", "by", "for", "with") for mark in marks)
    above = next((v for v in reversed(verbs) if v.voice == "ing"), None) if again else None
    above = above or next(
        (v for v in reversed(verbs) if joined or (v.voice in FINITE and not v.relative)), verbs[-1] if verbs else None
    )
    verb.above = above
    verb.subject = above.subject if above is not None else (last if isinstance(last, Noun) else None)
    beside = isinstance(last, Noun) and last.system is not None  # devices, consisting of SA-22s
    if verb.verb in lexicon.CONSISTING and verbs and not joined and not beside:
        _tell_whole(verb, verbs[-1])
        return
    free = verb.voice == "pp" and isinstance(last, Noun) and not joined
    thing = (last.listed_with or last) if free and isinstance(last, Noun) else None
    if thing is not None and thing.system is not None and _is_given_or_taken(verb, thing):
        verb.subject = thing  # possesses three drones, supplied by the Emirates
    elif free and isinstance(last, Noun) and not any(role != "subject" for _, role in last.verbs):
        verb.subject = subject_before(last, nouns) or last
    if joined and above is not None and above.voice in ("ing", "pp"):
        verb.subject = above.subject


_GOING_TO: Final = lexicon.bag("enter reach cross leave approach")
"""Verbs whose object is where something goes."""


def _tell_whole(verb: Verb, before: Verb) -> None:
    """What consists of the things that follow: what somebody sent, or what came: a convoy entered it, consisting of."""
    goes = before.verb in _GOING_TO
    things = [each for each in before.objects if each.entity is None and each.time is None and not goes]
    verb.above, verb.subject = before, things[0] if things else before.subject


def _is_given_or_taken(verb: Verb, thing: Noun) -> bool:
    """Whether a participle tells whence a thing came that a clause ended with, or what became of it."""
    frame = lexicon.FRAMES.get(verb.verb)
    ends = any(role == "object" and above.voice in FINITE and not above.relative for above, role in thing.verbs)
    return ends and frame is not None and frame.action in _OF_THINGS


_OF_THINGS: Final = lexicon.bag("supplied delivered purchased captured destroyed shot-down")


def _subject_of_infinitive(verb: Verb, verbs: list[Verb], last: Phrase | None) -> None:
    above = verbs[-1] if verbs else None
    verb.above = above
    if isinstance(last, Noun) and last.head in lexicon.PLANS:
        verb.subject = last  # its decision to send tanks
    elif above is not None:
        by_object = above.objects and (above.verb in _OBJECT_CONTROL or above.verb in _PERCEIVING)
        verb.subject = above.objects[0] if by_object else _turned_to(above, last) or above.subject
    elif isinstance(last, Noun):
        verb.subject = last


def _turned_to(verb: Verb, last: Phrase | None) -> Noun | None:
    """Whom somebody turns to, or calls on, to do something."""
    if verb.verb not in _TURNING or not isinstance(last, Noun) or verb.voice == "passive":
        return None
    return next((each for each in verb.preps if each.prep in ("to", "on", "upon") and each.time is None), None)


_TURNING: Final = lexicon.bag("turn look call appeal rely depend count prevail")


def _doing(last: Phrase | None) -> Noun | None:
    """Who did something to the thing named last."""
    if not isinstance(last, Noun):
        return None
    for verb, role in last.verbs:
        ends = role == "object" or (role != "subject" and any(each is not last for each in verb.objects))
        if ends and verb.voice == "active" and not verb.relative and verb.verb not in lexicon.SPEECH:
            return verb.subject  # destroyed six tanks; destroyed six tanks near Gao on Monday
    return None


_OBJECT_CONTROL: Final = lexicon.bag(
    "enable allow order ask urge permit help force lead tell send deploy use want expect authorise authorize train"
) | {"rely on", "count on", "depend on"}


def _antecedent(noun: Noun) -> Noun:
    """Whom "who" refers to: not the place or year that stands nearest."""
    while (
        noun.host is not None
        and noun.prep
        and (noun.time is not None or noun.prep in ("in", "at", "near", "from", "of", "on"))
    ):
        noun = noun.host
    return noun


def _is_how_far(noun: Noun, nouns: Sequence[Noun]) -> bool:
    """Whether a phrase between commas only tells how far a place is from another: Sake, 20 km west of Goma, fell."""
    if noun is nouns[0]:
        return False
    if noun.quantity is not None:
        return noun.quantity.unit == "distance" and noun.set_off
    before = nouns[nouns.index(noun) - 1].quantity if noun.head in lexicon.COMPASS else None
    return before is not None and before.unit == "distance"


def _is_share_of_which(noun: Noun) -> bool:
    """Whether a relative clause is of a share of what it tells of: the drones, each of which costs millions, fell."""
    alone = noun.system is None and noun.entity is None and (noun.head in _SHARES or noun.quantity is not None)
    return alone and any(role == "subject" and verb.relative for verb, role in noun.verbs)


_SHARES: Final = lexicon.bag("each one some many most all several both half none neither either")


_HOPS: Final = 12
"""As far as anything that a reporter writes goes up; a text made to be slow goes further."""


def subject_before(last: Noun, nouns: list[Noun], *, closed: bool = False) -> Noun | None:
    """The noun phrase that heads what stands directly before a finite verb."""
    noun: Noun | None = last
    hops = 0
    while noun is not None and hops < _HOPS:
        hops += 1
        first = noun.listed_with
        if noun.bracketed and (at := nouns.index(noun)):
            noun = nouns[at - 1]
        elif first is not None and not closed and _leaves_list(noun, first, near=hops <= 2):
            return noun
        elif first is not None:
            noun = first
        elif noun.prep and noun.host is not None:
            noun = noun.host
        elif (above := _above(noun, named=noun is not last)) is not None:
            noun = above
        elif _is_no_subject(noun, nouns, only=noun is last):
            index = nouns.index(noun)
            noun = nouns[index - 1] if index else None
        elif noun.hypernym is not None:
            noun = noun.hypernym
        else:
            return noun
    return None


def _above(noun: Noun, *, named: bool) -> Noun | None:
    """What a phrase within a clause, or with a possessor, tells of."""
    through = next((verb for verb, role in noun.verbs if role != "subject"), None)
    if (
        through is not None
        and through.verb not in lexicon.SPEECH
        and (through.voice in ("ing", "pp") or through.relative or _is_of_plan(through))
        and through.subject is not None
        and through.subject is not noun
    ):
        return through.subject
    if through is not None and _is_thought(through) and through.above is not None and through.above.subject:
        return through.above.subject  # three jets believed to be Russian landed
    if noun.possessor is not None and named and any(role == "subject" for _, role in noun.verbs):
        return noun.possessor  # the Emirates, whose drones bombed Tripoli, also sent guns
    return next((verb.gap for verb, role in noun.verbs if role == "subject" and verb.gap is not None), None)


def _is_no_subject(noun: Noun, nouns: list[Noun], *, only: bool) -> bool:
    return (
        noun.time is not None
        or bool(noun.prep)
        or (noun.pronoun == "there" and not only)
        or (noun.negated and noun.set_off)
        or _is_how_far(noun, nouns)
        or _is_share_of_which(noun)
    )


def _leaves_list(noun: Noun, first: Noun, *, near: bool) -> bool:
    """Whether what was taken for one more item of a list begins a clause: backed by Turkey, and officials believe.

    It is taken out of the list then.
    """
    if not noun.apart:
        others = (v for v, role in _verbs_above(first) if role != "subject" and v.verb not in lexicon.SPEECH)
        joined = next((v for v in others if v.voice in FINITE), None)
        if joined is None or not near:
            return False
        noun.verbs = [each for each in noun.verbs if each[0] is not joined]
        for part in (joined.objects, joined.preps):
            if noun in part:
                part.remove(noun)
    noun.listed_with, noun.prep, noun.host = None, "", None
    return True


def _verbs_above(first: Noun) -> list[tuple[Verb, str]]:
    """The verbs of a phrase, or of the one that it hangs on by "of": struck positions of the rebels."""
    top = first
    for _ in range(3):
        if top.verbs or top.prep != "of" or top.host is None:
            break
        top = top.host
    return top.verbs


def _is_of_plan(verb: Verb) -> bool:
    """Whether an infinitive hangs on a noun before it: an offer to sell jets was withdrawn."""
    return verb.voice == "inf" and verb.subject is not None and verb.subject.head in lexicon.PLANS
