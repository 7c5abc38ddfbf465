"""What a noun phrase hangs on: its verb, another noun, a list, a class of which it is an example."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.marks import BEFORE_CLAUSES, FINITE, JOINING, TOGETHER_WITH
from oob.reading.grammar.syntax import Noun, Phrase, Verb


def attach(noun: Noun, nouns: list[Noun], verbs: list[Verb], marks: list[str], last: Phrase | None) -> None:
    """Ties a noun phrase to what stands before it."""
    things = noun.system is not None or noun.head in lexicon.MEASURES
    if marks == [":"] and things and (whole := _announced(verbs)) is not None:
        noun.hypernym = whole  # the following were destroyed: two tanks
    elif noun.prep in ("including", "like", "such as") or not _NAMING_EXAMPLES.isdisjoint(marks):
        if nouns and noun.system is None and noun.entity is not None and (where := _places_before(nouns)) is not None:
            _give_example(noun, where)
        elif nouns:
            noun.hypernym, noun.prep, noun.partial = _class_before(nouns), "", True
    elif isinstance(last, Verb):
        _attach_to_verb(noun, nouns, verbs, marks, last)
    elif isinstance(last, Noun) and noun.prep:
        _hang_on(noun, verbs[-1] if verbs else None, last, nouns, set_off="," in marks)
    elif isinstance(last, Noun):
        _attach_to_noun(noun, nouns, verbs, marks, last)


_SITES: Final = lexicon.both("airbase base airfield airport port site city town village area region front place")


def _places_before(nouns: Sequence[Noun]) -> Noun | None:
    """The phrase of places that examples follow: at several bases of the east, including Brak."""
    near = nouns[-1]
    for _ in range(4):
        if near.head in _SITES or not near.prep or near.host is None:
            break
        near = near.host
    return near if near.head in _SITES and near.verbs and near.entity is None and near.system is None else None


def _give_example(noun: Noun, where: Noun) -> None:
    """Has a place stand where the phrase stands that it is an example of."""
    noun.prep, noun.host = where.prep, where.host
    if where.host is not None:
        where.host.after.append(noun)
    for verb, role in where.verbs:
        if role != "subject":
            (verb.objects if role == "object" else verb.preps).append(noun)
            noun.verbs.append((verb, role))


def _announced(verbs: list[Verb]) -> Noun | None:
    """What a clause before a colon tells of, where a list of it is to follow."""
    verb = next((each for each in reversed(verbs) if each.voice in FINITE and not each.relative), None)
    if verb is None:
        return None
    if verb.verb in lexicon.SPEECH:  # but: pledged further support: two tanks
        return next((each for each in verb.objects if each.head in lexicon.SUPPORT and verb.voice != "passive"), None)
    said_of = verb.voice == "be" and any(each.quantity is None and not each.time for each in verb.objects)
    if said_of and verb.subject is not None and verb.subject.head in lexicon.NOMINALS:
        return verb.subject  # the losses were heavy: two tanks
    stays = verb.voice == "passive" or verb.verb in _STAYING
    told = verb.subject if stays else next((each for each in verb.objects if not each.time), None)
    if told is None or told.pronoun or told.entity is not None:
        return None
    if told.system is None and told.of and _is_whole(told.of[0]):
        told = told.of[0]  # showed some of its hardware: two tanks
    return told if _is_whole(told) or any(item.word == "following" for item in told.items) else None


_STAYING: Final = lexicon.bag("remain arrive come stay return leave land appear follow")


def _is_whole(noun: Noun) -> bool:
    """Whether a phrase is of things that may be named one by one."""
    return noun.system is not None or noun.head in _WARES


_WARES: Final = (
    lexicon.bag("hardware kit gear materiel matériel assets arsenal arrivals acquisitions novelties force contingent")
    | lexicon.SUPPORT
)


def _counts_only(noun: Noun) -> bool:
    return noun.quantity is not None and len(noun.items) == 1


_NAMING_EXAMPLES: Final = frozenset({"including", "consisting", "comprising", "namely"})


_COMPARING: Final = frozenset({"not", "only", "both", "either", "neither", "than"})


def _attach_to_verb(noun: Noun, nouns: list[Noun], verbs: list[Verb], marks: list[str], last: Verb) -> None:
    if noun.prep == TOGETHER_WITH and last.subject is not None and last.voice in ("passive", "pp"):
        noun.prep, noun.listed_with = "", last.subject.listed_with or last.subject
        noun.listed_with.listed.append(noun)
        noun.verbs.append((last, "subject"))
        return
    if noun.prep == TOGETHER_WITH:
        noun.prep = "with"
    if last.voice == "pp" and ":" in marks:
        return  # weapons taken: the army says
    if last.verb in lexicon.CONSISTING and nouns and noun.prep in ("", "of"):
        # a convoy entered Syria, consisting of 70 vehicles; but: devices, consisting of SA-22s
        added = last.voice == "ing" and last.above is not None and nouns[-1].system is None
        whole = last.subject if added or (last.voice == "active" and not last.relative) else None
        noun.hypernym, noun.prep = whole or _class_before(nouns), ""
    elif noun.prep == "from" and last.verb in lexicon.RANGING and last.subject is not None:
        noun.hypernym, noun.prep = last.subject, ""  # weapons ranging from rifles to tanks
        last.subject.absorbed = True
    elif noun.prep == "of" and last.verb in _MADE_OF and last.subject is not None and last.subject.system is None:
        noun.hypernym, noun.prep = last.subject, ""
    elif noun.prep:
        last.preps.append(noun)
        noun.verbs.append((last, noun.prep))
    elif ";" in marks or (not JOINING.isdisjoint(marks) and _COMPARING.isdisjoint(marks)):
        return  # seven tanks were destroyed and eight captured; the pilot died and the jet was lost
    elif _PARTS_OBJECT.isdisjoint(marks) or (marks == ["as"] and last.verb in _NAMING):
        last.objects.append(noun)
        noun.verbs.append((last, "object"))
        if last.verb == "be" and last.subject is None:
            noun.hypernym = _named_first(nouns, verbs)
        elif last.verb == "be" and noun.system is not None and last.subject and last.subject.system is not None:
            noun.hypernym = last.subject


_LOYAL: Final = lexicon.bag("loyal allied close affiliated aligned linked faithful sympathetic")


def _described(adjective: Noun, nouns: Sequence[Noun]) -> Noun | None:
    """The phrase directly before an adjective that stands after what it tells of."""
    before = [each for each in nouns[-3:] if each.end + 1 == adjective.start]
    return before[-1] if before else None


def _hang_on(noun: Noun, verb: Verb | None, last: Noun, nouns: Sequence[Noun], *, set_off: bool) -> None:
    """A phrase with a preposition after a noun tells of that noun, and of the verb before it."""
    if noun.prep == "to" and verb is not None and verb.verb in lexicon.RANGING and last.hypernym is verb.subject:
        noun.listed_with, noun.prep = last, ""
        last.listed.append(noun)
        return
    if noun.prep == "to" and last.head in _LOYAL and len(last.items) == 1 and last.host is None:
        last = _described(last, nouns) or last  # to forces loyal to the government
    things = noun.system is not None or noun.quantity is not None or noun.head in lexicon.MEASURES
    if noun.prep == "of" and things and noun.determiner not in ("the", "these", "those"):
        last = _deed_before(last, nouns, set_off=set_off) or last
    if noun.prep in ("on", "upon") and last.prep == "of" and last.host and last.host.head in lexicon.RELIANCE:
        last = last.host  # the dependence of the army on drones
    noun.host = last
    typed = not noun.determiner or any(item.word in ("type", "kind", "class") for item in noun.items)
    if noun.prep == "of" and noun.system is not None and last.system is not None and typed:
        noun.hypernym = last  # drones of the type Bayraktar
    (last.of if noun.prep == "of" else last.after).append(noun)
    if verb is None or noun.prep == "of" or verb.start >= last.start:
        return
    if noun.prep == "by" and last.head in lexicon.DOCUMENTS:
        return  # were unloaded, according to a report by monitors
    if any(each is verb for at in _up_to_phrase(last) for each, _ in at.verbs):
        verb.preps.append(noun)
        noun.verbs.append((verb, noun.prep))


def _deed_before(last: Noun, nouns: Sequence[Noun], *, set_off: bool) -> Noun | None:
    """The noun for a deed that other phrases part from what was done it to: the use by Russia of drones, the arrival
    in May in Tripoli of hundreds of fighters, the presence, as some say, of advisers."""
    near, between = list(nouns[-5:]), last
    if set_off and last.system is None:
        deeds = (each for each in near if each.head in lexicon.NOMINALS and each.system is None and not each.of)
        return next(deeds, None)
    for _ in range(3):
        if between.time is not None:
            at = near.index(between) if between in near else 0
            before = near[at - 1] if at else None
        else:
            named = between.entity is not None or (between.prep == "by" and between.head not in lexicon.MEASURES)
            if between.prep == "of" and between.host is not None and between.host.head in lexicon.MEASURES:
                between, named = between.host, True  # the seizure by a group of fighters of two tanks
            before = between.host if named and between.prep != "of" else None
        if before is None:
            return None
        if before.head in lexicon.NOMINALS and before.system is None:
            return before
        between = before
    return None


def _up_to_phrase(last: Noun) -> list[Noun]:
    """A phrase and those it hangs on, up to the one that the verb is with: captured a number of jets of the army."""
    line = [last]
    while line[-1].host is not None and len(line) < (4 if line[-1].prep == "of" else 2):
        line.append(line[-1].host)
    return line


def _attach_to_noun(noun: Noun, nouns: list[Noun], verbs: list[Verb], marks: list[str], last: Noun) -> None:
    marked = set(marks)
    verb = verbs[-1] if verbs else None
    if marks == ["as"] and verb is not None and verb.verb in _NAMING and not noun.prep:
        verb.objects.append(noun)  # was described by officials as the fifth delivery
        noun.verbs.append((verb, "object"))
    elif marked and marked <= _LISTING and _may_list(last, noun, marks, verbs):
        _enlist(noun, nouns, marks, last)
    elif not marks and last.prep == "among" and last.pronoun and len(nouns) > 1:
        things = (each for each in reversed(nouns[:-1]) if _is_whole(each))
        noun.hypernym, noun.partial = next(things, nouns[-2]), True  # seven planes, among them two An-32s
    elif not marks and noun.system is not None and (some := some_of(last)) is not None:
        _name_some(noun, some, last, nouns)
    elif marks == [":"] and noun.system is not None and (told := _told_of(nouns, verbs)) is not None:
        noun.hypernym = told  # losses of the enemy in one day: two tanks
    elif (noun.pronoun == "there" or noun.time is not None) and marked <= _SETTING_OFF and verb is not None:
        verb.preps.append(noun)
        noun.verbs.append((verb, ""))
    elif _goes_on(noun, marks, last) and (before := _listed_before(nouns, done="plus" in marks)) is not None:
        noun.listed_with = before
        before.listed.append(noun)
        noun.verbs += [each for each in before.verbs if each[1] != "subject"]
    elif not marked and last.verbs and last.verbs[-1][1] == "object" and verb is not None:
        # a second object: gave Ukraine 31 tanks; or "said Tuesday"
        verb.objects.append(noun)
        noun.verbs.append((verb, "object"))
    elif not marked and verb is not None and verb.verb in lexicon.GAUGING and last.prep == "at" and last.quantity:
        verb.objects.append(noun)  # put at 240 the number of tanks
        noun.verbs.append((verb, "object"))
    elif not marked and _is_counted(noun) and (late := _without_object(last)) is not None:
        late.objects.append(noun)  # received from Moscow four fighters
        noun.verbs.append((late, "object"))
    elif marked and marked <= {"(", ","} and noun.system is not None and last.system is not None:
        noun.hypernym = None if last.prep and not verbs and marks == [","] else last  # of the planes, six MiGs were hit


def some_of(last: Noun) -> Noun | None:
    """Of "two of them": two."""
    some = last.host
    return some if last.prep == "of" and last.pronoun and some is not None and some.system is None else None


def carrier(last: Noun) -> Noun | None:
    """Of "trucks with machine guns moving south": the trucks."""
    return last.host if last.prep == "with" and last.host is not None and last.host.system is not None else None


def _name_some(noun: Noun, some: Noun, them: Noun, nouns: list[Noun]) -> None:
    """Twelve vehicles, most of them Humvees: what some of the things before are."""
    before = nouns[: nouns.index(some)]
    whole = some.listed_with or next((each for each in reversed(before[-10:]) if each.system is not None), None)
    whole = whole or (before[-1] if before else None)
    if whole is None:
        return
    some.absorbed = them.absorbed = noun.partial = True
    if some in whole.listed:
        whole.listed.remove(some)
    noun.hypernym, noun.quantity = whole, noun.quantity or some.quantity


def _is_counted(noun: Noun) -> bool:
    """Whether a phrase is of a system, or of one or more things."""
    return noun.system is not None or (
        noun.time is None and (noun.determiner in ("a", "an") or noun.quantity is not None)
    )


def _without_object(last: Noun) -> Verb | None:
    """The verb that a phrase with a preposition belongs to, where it does something and has no object yet."""
    verb = last.verbs[-1][0] if last.prep and last.verbs else None
    if verb is None or verb.voice not in ("active", "inf", "ing") or any(each.time is None for each in verb.objects):
        return None
    frame = lexicon.FRAMES.get(verb.verb)
    return verb if frame is not None and frame.action and not frame.alone else None


_LISTING: Final = frozenset({",", "nor", "and", "or", "plus", "well", "as", "but"})
_SETTING_OFF: Final = frozenset({",", '"', "”", "“", ")"})


def _goes_on(noun: Noun, marks: list[str], last: Noun) -> bool:
    """Tanks, lorries and, in one case, a Pantsir: the list goes on after a phrase set off by commas."""
    set_off = marks == [","] and bool(last.prep or last.time)
    as_well = last.time is not None and (len(marks) > 1 or marks == ["plus"]) and _LISTING.issuperset(marks)
    return (set_off or as_well) and noun.system is not None and not last.system


def _enlist(noun: Noun, nouns: list[Noun], marks: list[str], last: Noun) -> None:
    """Puts a phrase in the list of the one before it, or makes it another name for it."""
    first = last.listed_with or last
    if noun.system is not None and last.system is None and not noun.prep:
        before = _listed_before(nouns, done="plus" in marks)
        before = before or _placed_before(noun, last)  # a Pantsir on a truck, as well as two bombers
        anew = before and any(role == "object" and each.start > before.end for each, role in first.verbs)
        first = first if before is None or anew else before  # but: lost two tanks and damaged a bunker and a gun
    beside = first.host if first.prep == "with" and first.system is None else None
    goes_on = beside is not None and beside.system is not None and noun.system is not None and _is_one_more(noun)
    if beside is not None and goes_on:
        first = beside.listed_with or beside  # two tanks with their crews, a lorry and a jeep
    named = not goes_on and noun.system is not None and set(marks) == {","} and first.system is not None
    if named and noun.determiner in ("a", "an", "the"):
        noun.hypernym = first
        return
    noun.listed_with = first
    noun.apart = marks == [","]
    first.listed.append(noun)
    noun.verbs += [each for each in first.verbs if each[1] != "subject"]
    noun.host, noun.prep = first.host, first.prep


def _placed_before(noun: Noun, last: Noun) -> Noun | None:
    """The thing whose place stands between: two tanks near Bakhmut and three howitzers near Izyum were destroyed."""
    thing = last.host
    if last.entity is None or not last.prep or last.prep == "of" or noun.quantity is None or thing is None:
        return None
    counted = thing.system is not None and thing.quantity is not None and not thing.verbs
    return (thing.listed_with or thing) if counted else None


def _is_one_more(noun: Noun) -> bool:
    """Whether a phrase begins with a number or an article of its own."""
    return noun.quantity is not None or noun.determiner in ("a", "an", "another")


def _listed_before(nouns: list[Noun], *, done: bool = False) -> Noun | None:
    """The system before, that something was done with: a list may go on from it after a phrase in between. `done`:
    also one that something was done to: two jets were delivered in May, together with radars."""
    for each in reversed(nouns[-8:]):
        if each.system is not None and (
            each.hypernym is not None
            or any(
                role in ("object", "with") or (done and role == "subject" and verb.voice in ("passive", "pp"))
                for verb, role in each.verbs
            )
        ):
            return each.listed_with or each
    return None


_PARTS_OBJECT: Final = lexicon.bag(
    "that which who because as , ( after before when while where if whether although though since once until unless"
    " whereas"
)
"""Marks after a verb that keep what follows from being its object."""

_MADE_OF: Final = frozenset({"consist", "make up", "compose", "comprise", "form"})
_NAMING: Final = lexicon.bag("identify name describe recognise recognize list")


def _named_first(nouns: list[Noun], verbs: list[Verb]) -> Noun | None:
    """Of "among the vehicles destroyed were two tanks": the vehicles; of "included in the package are": the package."""
    opening = nouns[0] if nouns else None
    if opening is None:
        return None
    included = len(verbs) > 1 and verbs[0].verb in lexicon.CONSISTING and opening.prep == "in"
    return opening if opening.prep == "among" or included else None


def _class_before(nouns: list[Noun]) -> Noun:
    """What examples are given of: the last system named or support spoken of, else the head of the last phrase."""
    for noun in reversed(nouns[-4:]):
        host = noun.host if noun.prep in ("for", "to", "from") else None
        if host is not None and host.head in lexicon.SUPPORT and host.system is None:
            return host  # support for the rebels, including mortars
        if noun.system is not None or noun.head in lexicon.SUPPORT:
            return noun
    top = nouns[-1]
    while top.prep and top.host is not None:
        top = top.host
    return top


def _told_of(nouns: Sequence[Noun], verbs: Sequence[Verb]) -> Noun | None:
    """What a colon says more of: an event that a noun tells, with what hangs on it."""
    for noun in reversed(nouns):
        if verbs and verbs[-1].start > noun.start:
            return None
        if noun.head in lexicon.NOMINALS:
            return noun
        if noun.time is None and noun.host is None:
            return None
    return None


def _may_list(last: Noun, noun: Noun, marks: list[str], verbs: list[Verb]) -> bool:
    """Whether two phrases with a comma or "and" between them may stand in one list."""
    if noun.pronoun or last.pronoun or noun.time or last.time or last.head == "anonymity":
        return False  # speaking on condition of anonymity, three of the jets were lost
    if last.prep in BEFORE_CLAUSES and marks == [","] and last.system is None and noun.system is not None:
        return False  # in photographs taken before the raid, six bombers are seen
    # In Libya, Russian jets...: what stands before the first verb with a preposition is set apart
    set_apart = marks == [","] and bool(last.prep) and not any(each.voice in FINITE for each in verbs)
    if verbs and set_apart:  # Flying from Benina, two jets...
        return noun.system is None and (noun.determiner == "" and noun.quantity is None)
    return not set_apart
