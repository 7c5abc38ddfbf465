"""The phrases of a sentence tied to each other: subjects, objects, lists, examples, relative clauses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.expressions.dates import TimeMention
from oob.reading.expressions.quantities import Quantity
from oob.reading.gazetteer import Mention
from oob.reading.grammar import lexicon
from oob.reading.grammar.phrases import KNOWN, phrases
from oob.reading.grammar.syntax import Item, Noun, Phrase, Verb
from oob.reading.grammar.tallies import counted
from oob.reading.grammar.words import is_genitive, items


def relate(row: Sequence[Phrase]) -> tuple[list[Noun], list[Verb]]:
    """Ties the phrases of a sentence: subjects, objects, prepositional phrases, lists, examples."""
    _tell_participles(row)
    ties = _Ties()
    for i, phrase in enumerate(row):
        if isinstance(phrase, Item):
            if phrase.word in _BEFORE_CLAUSES and _is_clause(row[i + 1 : i + 3]):
                phrase.tag = "R"  # after rockets hit the town
            ties.mark(phrase, row[i + 1] if i + 1 < len(row) else None)
        elif isinstance(phrase, Verb):
            ties.verb(phrase)
        else:
            ties.noun(phrase, row[i + 1] if i + 1 < len(row) else None, comments=_comments(row, i))
    ties.close()
    return ties.nouns, ties.verbs


def _is_clause(ahead: Sequence[Phrase]) -> bool:
    """Whether a doer and his verb follow."""
    return (
        len(ahead) == 2
        and isinstance(ahead[0], Noun)
        and ahead[0].time is None
        and isinstance(ahead[1], Verb)
        and ahead[1].voice in _FINITE
    )


def _comments(row: Sequence[Phrase], i: int) -> bool:
    """Whether a phrase after a comma is who says so: "..., Washington claimed." is no list with what is before."""
    noun, verb, after = row[i], row[i + 1] if i + 1 < len(row) else None, row[i + 2] if i + 2 < len(row) else None
    if not i or not _is_word(row[i - 1], ",") or not isinstance(verb, Verb) or not isinstance(noun, Noun):
        return False
    if verb.voice != "active" or verb.modal or verb.negated or noun.system is not None or noun.pronoun:
        return False
    named = noun.entity is not None or noun.items[-1].capital
    ends = after is None or (isinstance(after, Item) and after.tag in _ENDS_COMMENT)
    ends = ends or (isinstance(after, Noun) and after.time is not None)
    return ends and (verb.verb in _ONLY_SAYING or (named and verb.verb in _COMMENTING))


_ENDS_COMMENT: Final = frozenset((*',.;:"—–-)', "I"))
_ONLY_SAYING: Final = lexicon.bag("say add tell explain state")
_COMMENTING: Final = lexicon.bag(
    "claim report announce confirm note write warn insist stress estimate believe admit assert"
)


class _Ties:
    """What has been read of a sentence, from its left."""

    def __init__(self) -> None:
        self.nouns: list[Noun] = []
        self.verbs: list[Verb] = []
        self.prep = ""
        self.under = ""
        self.relative = False
        self.gaps: list[tuple[Noun, Noun]] = []
        self.told: tuple[Noun, Verb] | None = None
        """A thing, and the verb of speech in the relative clause that tells of it."""
        self.pairs: list[tuple[Verb, Verb]] = []
        """Verbs directly joined, which share their object: intercepted and destroyed."""
        self.told_of: list[Noun] = []
        """Nouns with a relative clause between commas that has not ended yet."""
        self.marks: list[str] = []
        """What stands between the last phrase and this one."""
        self.last: Phrase | None = None
        self.word = ""
        """The mark or function word read last."""
        self.bracketed: Noun | None = None
        """The phrase before a bracket that has not closed yet."""
        self.gerund: Verb | None = None
        """The participle that opens a clause, and may turn out to be its subject."""

    def mark(self, item: Item, following: Phrase | None) -> None:
        """A mark or function word between phrases."""
        word, tag, before = item.word, item.tag, self.word
        self.word = word
        if tag in (",", ";"):
            self.gerund = None
        if word == "with" and before in _JOINED_BY_WITH and isinstance(self.last, Noun):
            self.prep = ""
            joint = "plus" if self.last.time is not None else "and"
            self.marks = [*(mark for mark in self.marks if mark != before), joint]  # four lorries, along with shells
            return
        if word == "with" and before in _JOINED_BY_WITH and isinstance(self.last, Verb):
            self.prep = _TOGETHER_WITH  # was seized together with three others
            return
        if word in lexicon.PARTICLES and not isinstance(following, Noun) and self._joins(word, following):
            return
        if word == "of" and before == "out" and isinstance(following, Noun) and following.entity is not None:
            self.prep = "from"  # pulled its tanks out of Syria
        elif tag == "I" and before == "as" and word in ("to", "for") and self.last is None:
            self.under, self.prep = "", "as to"  # as to the planes, six were destroyed
        elif tag == "I":
            self.prep = "according to" if self.marks[-1:] == ["according"] else word
        elif word == "as" and isinstance(self.last, Noun) and self.last.head == "such":
            self.prep = "such as"
        elif tag == "R" and word in _OPENS_CLAUSE:
            self.under, self.prep = word, ""
        elif tag == "R" and word in _OPENS_RELATIVE:
            self.relative, self.prep = True, ""
            if word in ("who", "which", "whose") and isinstance(self.last, Noun) and "," in self.marks:
                self.told_of.append(self.last)
        elif tag in ("C", "R", ",", '"', ";", ":", "(", ")", "—", "–", "-"):
            if tag != '"':
                self.prep = ""
            elif self.prep:
                return
        if tag != "B":
            self.marks.append(word)
        if tag in ("(", ")"):
            self._bracket(following, opens=tag == "(")

    def _bracket(self, following: Phrase | None, *, opens: bool) -> None:
        """The clause goes on after a bracket: one of the vehicles (the one that was filmed) was sent to Mitiga."""
        if opens:
            self.bracketed = self.last if isinstance(self.last, Noun) else None
        elif self.bracketed is not None and isinstance(following, Verb):
            self.last, self.marks, self.bracketed = self.bracketed, [], None

    def _joins(self, particle: str, following: Phrase | None) -> bool:
        """Whether a particle after the object belongs to the verb: shot two jets down."""
        if particle == "out" and isinstance(following, Item) and following.word == "of":
            return False  # flies drones out of a base
        verb = self.verbs[-1] if self.verbs else None
        if verb is None or self.last not in verb.objects or f"{verb.verb} {particle}" not in KNOWN:
            return False
        verb.verb = f"{verb.verb} {particle}"
        return True

    def verb(self, verb: Verb) -> None:
        """A verb group: its subject, and the clause that it stands in."""
        _find_subject(verb, self.nouns, self.verbs, self.marks, self.last)
        self._tell_gerund(verb)
        if self.told_of:
            self._resume(verb)
        self._go_on_from_speech(verb)
        self._take_time(verb)
        if self.verbs and self.marks[-1:] == [","]:
            self._after_speech(verb, self.verbs[-1])
        if self.gaps:
            self._fill_gap(verb)
        if verb.voice in _FINITE:
            verb.relative = verb.relative or self.relative
            verb.under = self.under
            self.relative, self.under = False, ""
        if self.marks in (["and"], ["or"]) and isinstance(self.last, Verb):
            self.pairs.append((self.last, verb))
        self.verbs.append(verb)
        self.prep, self.marks, self.last, self.word = "", [], verb, ""

    def _tell_gerund(self, verb: Verb) -> None:
        """Sending tanks would be a mistake: what is only thought of is the subject of the clause."""
        if verb.voice == "ing":
            opens = self.last is None or self.marks[-1:] == ["that"]
            self.gerund = verb if opens and "being" not in verb.adverbs else self.gerund
        elif verb.voice in _FINITE and self.gerund is not None:
            if not self.marks and isinstance(self.last, Noun) and self._is_within(self.gerund, self.last):
                self.gerund.under = "that"
                _drop_subject(self.gerund)
                _drop_subject(verb)
            self.gerund = None

    def _is_within(self, gerund: Verb, last: Noun) -> bool:
        """Whether a phrase belongs to a verb alone, and so does nothing itself."""
        objects = [each for each in gerund.objects if each.time is None]
        return len(objects) <= 1 and (bool(last.prep) or last in gerund.objects or last.time is not None)

    def _go_on_from_speech(self, verb: Verb) -> None:
        """Tanks which it said had been taken; the jets that officials say Russia sent."""
        if self.told is not None and verb.voice in _FINITE and verb.verb not in lexicon.SPEECH:
            thing, said = self.told
            if self.last is said:
                _move_subject(verb, thing)
                verb.relative = True
            elif verb.subject is self.last and not self.marks and verb.voice == "active":
                verb.gap, verb.relative = thing, True
            self.told = None
        pending = next((pair for pair in self.gaps if pair[1] is verb.subject), None)
        if pending is not None and verb.voice == "active" and verb.verb in lexicon.SPEECH:
            self.told = (pending[0], verb)

    def _resume(self, verb: Verb) -> None:
        """The main clause goes on after a relative clause between commas."""
        if self.marks[-1:] != [","]:
            return
        speaks = verb.verb in lexicon.SPEECH
        if (verb.voice in _FINITE and not verb.bare and not speaks) or (speaks and verb.voice == "active"):
            _move_subject(verb, _subject_before(self.told_of[0], self.nouns, self.verbs, closed=True))
            self.told_of.clear()

    def _take_time(self, verb: Verb) -> None:
        """On Monday the jets landed: the time directly before a verb is its own."""
        last = self.last
        if not isinstance(last, Noun) or last.time is None or last.prep or self.marks or verb.voice not in _FINITE:
            return
        if any(own.gap is not None for own, _ in last.verbs):
            return  # the jet that Russia supplied last summer crashed
        for own, _ in last.verbs:
            own.preps = [each for each in own.preps if each is not last]
            own.objects = [each for each in own.objects if each is not last]
        last.verbs = [(verb, "")]
        verb.preps.append(last)

    def _after_speech(self, verb: Verb, inner: Verb) -> None:
        """Its crew, he said, had abandoned it."""
        if inner.verb not in lexicon.SPEECH or inner.voice != "active":
            return
        speaker = inner.subject
        if speaker is None or not speaker.set_off or speaker not in self.nouns or verb.verb in lexicon.SPEECH:
            return
        at = self.nouns.index(speaker)
        before = self.nouns[at - 1]
        if at and verb.voice in _FINITE and not any(role == "subject" for _, role in before.verbs):
            _move_subject(verb, _subject_before(before, self.nouns[:at], self.verbs, closed=True))

    def _fill_gap(self, verb: Verb) -> None:
        pending = next((pair for pair in self.gaps if pair[1] is verb.subject), None)
        if pending and verb.voice == "active" and verb.verb not in lexicon.SPEECH and not verb.relative:
            verb.gap, verb.relative = pending[0], True

    def noun(self, noun: Noun, following: Phrase | None = None, *, comments: bool = False) -> None:
        """A noun phrase: object, with a preposition, or in a list with those before."""
        marks, last = self.marks, self.last
        noun.prep = self.prep
        if marks:
            mark = marks[-1]
            noun.set_off, noun.bracketed = mark == ",", mark == "("
            noun.opens = "and" in marks or "," in marks or "but" in marks
            noun.negated = noun.negated or "not" in marks or "neither" in marks or "nor" in marks
            if mark == "whose" and isinstance(last, Noun):
                noun.possessor = last
            elif marks == [",", "that"]:
                pass  # we assess, in fact, that they sent it
            elif mark in ("that", "which", "whom") and isinstance(last, Noun) and not (noun.time or last.time):
                self.gaps.append((last, noun))
            elif marks == [mark] and mark in _RELATIVES and not noun.time and _is_dated_thing(self.nouns):
                self.gaps.append((self.nouns[-2], noun))  # a plane downed on Monday that Kyiv said ...
        if not marks and not noun.prep and isinstance(last, Noun) and _touches(last, noun, following):
            self.gaps.append((last, noun))  # the missiles they carry, the rifles Turkey sent
        elif not comments:
            _attach(noun, self.nouns, self.verbs, marks, last)
        self.nouns.append(noun)
        self.prep, self.marks, self.last, self.word = _passed_on(noun), [], noun, ""

    def close(self) -> None:
        """A T-72 that his men had hit: the verb whose object went before."""
        for own in self.verbs:
            if own.gap is not None and all(each.time is not None for each in own.objects):
                own.objects.append(own.gap)
                own.gap.verbs.append((own, "object"))
        for first, second in reversed(self.pairs):
            _share(first, second)


def _is_dated_thing(nouns: Sequence[Noun]) -> bool:
    """Whether a thing and a time stand last."""
    return len(nouns) > 1 and nouns[-1].time is not None and nouns[-2].system is not None


def _passed_on(noun: Noun) -> str:
    """The preposition of a time in the genitive, which is that of what follows: in Monday's attack."""
    if noun.time is None or not is_genitive(noun.items[0].word):
        return ""
    first = noun.items[0].word.partition(" ")[0].casefold()
    return first if lexicon.TAGS.get(first) == "I" else ""


def _share(first: Verb, second: Verb) -> None:
    """Gives a verb the object of the one that it is joined to."""
    frame = lexicon.FRAMES.get(first.verb)
    if first.objects or first.voice != "active" or frame is None or not frame.action or frame.alone:
        return
    for each in (noun for noun in second.objects if noun.time is None):
        first.objects.append(each)
        each.verbs.append((first, "object"))
        for more in each.listed:
            more.verbs.append((first, "object"))


def _touches(last: Phrase | None, noun: Noun, following: Phrase | None) -> bool:
    """Whether a relative clause without its "that" begins: a doer and his verb directly after a thing."""
    thing = isinstance(last, Noun) and (last.system is not None or last.head in _TOLD)
    acts = noun.system is None and noun.time is None and noun.quantity is None
    return thing and acts and isinstance(following, Verb) and following.voice in _FINITE


_TOLD: Final = lexicon.bag("something allegation claim charge accusation report assertion suggestion version")
"""What stands for all that was told before: a claim the Pentagon rejected."""


def _drop_subject(verb: Verb) -> None:
    if verb.subject is not None:
        verb.subject.verbs = [each for each in verb.subject.verbs if each[0] is not verb]
    verb.subject = None


def _move_subject(verb: Verb, subject: Noun | None) -> None:
    if subject is None:
        return
    if verb.subject is not None:
        verb.subject.verbs = [each for each in verb.subject.verbs if each[0] is not verb]
    verb.subject = subject
    subject.verbs.append((verb, "subject"))


_JOINING: Final = frozenset({"and", "or", "but"})
_TOGETHER_WITH: Final = "together with"
_JOINED_BY_WITH: Final = frozenset({"together", "along", "coupled"})
_RELATIVES: Final = frozenset({"that", "which", "who", "whom"})
_OPENS_CLAUSE: Final = frozenset(
    {"while", "as", "when", "if", "whether", "unless", "after", "before", "since", "until"}
)
_BEFORE_CLAUSES: Final = frozenset({"after", "before", "since", "until"})
_OPENS_RELATIVE: Final = frozenset({"which", "who", "whom", "whose", "what", "where"})
_FINITE: Final = ("active", "passive", "be")


def _tell_participles(row: Sequence[Phrase]) -> None:
    """Tells "drones supplied by Turkey" from "Turkey supplied drones", as far as the words around allow."""
    for i, phrase in enumerate(row):
        if not isinstance(phrase, Verb) or not phrase.bare or phrase.voice != "active":
            continue
        after = row[i + 1] if i + 1 < len(row) else None
        before = row[i - 1] if i else None
        if _is_word(before, "which", "who", "that"):
            continue  # the drone, which crashed in a field, was a Shahed
        if i > 1 and isinstance(before, Noun) and (_touches(row[i - 2], before, phrase) or _says(row[i - 2])):
            continue  # the rifles Turkey sent to Tripoli were seized; that officials say Russia sent were seen
        joined = _is_word(before, "and", "or") and (
            any(_is_participle(each) for each in row[max(0, i - 6) : i]) or _is_second_participle(row, i)
        )
        told = isinstance(after, Item) and after.tag == "I" and isinstance(before, Noun | Item)
        filled = _is_word(after, "with") and phrase.verb in _FILLING
        by = _is_word(after, "by") and _may_be_done(phrase)
        late = isinstance(after, Noun) and after.time is not None and _is_told_of(row, i)
        if joined or filled or by or late or _stands_before_verb(row, i) or (told and _has_main_verb(row, i)):
            phrase.voice = "pp"


def _is_told_of(row: Sequence[Phrase], i: int) -> bool:
    """Whether a verb that wants an object tells of the thing before it: looked for a plane downed on Monday."""
    verb, before = row[i], row[i - 1] if i else None
    if not isinstance(verb, Verb) or not isinstance(before, Noun) or before.system is None or _stands_alone(verb):
        return False
    if verb.verb in lexicon.HITS or isinstance(row[i + 2] if i + 2 < len(row) else None, Noun):
        return False
    for each in reversed(row[max(0, i - 8) : i]):
        if isinstance(each, Item) and (each.tag in "RC;:" or each.word == '"'):
            return False
        if isinstance(each, Verb):
            return each.voice in _FINITE and each.verb not in lexicon.SPEECH
    return False


def _says(phrase: Phrase) -> bool:
    return isinstance(phrase, Verb) and phrase.verb in lexicon.SPEECH and phrase.voice == "active"


def _is_word(phrase: Phrase | None, *words: str) -> bool:
    return isinstance(phrase, Item) and phrase.word in words


def _is_participle(phrase: Phrase) -> bool:
    return isinstance(phrase, Verb) and phrase.voice == "pp"


def _is_second_participle(row: Sequence[Phrase], i: int) -> bool:
    """Jets handed to the army and based in Misrata: two verbs, joined, that both lack their object."""
    return all(
        any(isinstance(row[j], Verb) and _is_without_object(row, j) and not _stands_alone(row[j]) for j in stretch)
        for stretch in (range(max(0, i - 6), i), (i,))
    )


def _is_without_object(row: Sequence[Phrase], j: int) -> bool:
    """Whether a form that may be past or participle stands before a preposition or a mark."""
    verb, after = row[j], row[j + 1] if j + 1 < len(row) else None
    bare = isinstance(verb, Verb) and verb.bare
    return bare and isinstance(after, Item) and after.tag in ("I", ",", '"', ".")


def _has_main_verb(row: Sequence[Phrase], i: int) -> bool:
    """The jets deployed to Libya were repainted: another finite verb follows, with nothing to be its subject."""
    phrase = row[i]
    for j in range(i + 1, len(row)):
        each, before, opening = row[j], row[j - 1], row[j - 2]
        if isinstance(each, Item) and each.tag in ("R", "C", ";", ":", '"'):
            return False
        if isinstance(each, Verb) and each.voice in _FINITE and not (each.bare and _stands_alone(phrase)):
            if isinstance(before, Noun):
                return isinstance(opening, Item) and opening.tag == "I"
            return isinstance(before, Item) and before.tag == ","
    return False


_FILLING: Final = lexicon.bag("mount load pack cram fill stack equip fit arm outfit lade") | {
    "fit out",
    "kit out",
}


def _may_be_done(verb: Verb) -> bool:
    """Whether a verb may be passive: not "a tank sat by the road"."""
    frame = lexicon.FRAMES.get(verb.verb)
    return frame is None or bool(frame.action) or not frame.alone


def _stands_before_verb(row: Sequence[Phrase], i: int) -> bool:
    """Whether a form stands between a thing and the verb of its clause: the tanks captured were old."""
    verb, after, before = row[i], row[i + 1] if i + 1 < len(row) else None, row[i - 1] if i else None
    opening = row[i - 2] if i > 1 else None
    if not isinstance(verb, Verb) or not isinstance(after, Verb) or not isinstance(before, Noun) or before.pronoun:
        return False
    if isinstance(opening, Item) and opening.tag == "R":
        return False  # the tanks that Russia delivered were old
    frame = lexicon.FRAMES.get(verb.verb)
    return after.voice in _FINITE and frame is not None and bool(frame.action)


def _stands_alone(verb: Phrase) -> bool:
    """Whether a verb may do without an object, so that it need not be a participle where it has none."""
    if not isinstance(verb, Verb):
        return True
    frame = lexicon.FRAMES.get(verb.verb)
    return frame is None or bool(frame.alone) or verb.verb in lexicon.SPEECH


def _find_subject(verb: Verb, nouns: list[Noun], verbs: list[Verb], marks: list[str], last: Phrase | None) -> None:
    """Finds who does what a verb tells, and the verb that it hangs on."""
    if verb.base and not marks and _is_perceived(last):
        verb.voice = "inf"  # saw three tanks enter the town
    goes_on = verb.voice == "active" and verb.verb not in lexicon.SPEECH and marks == [","]
    shared = _doing(last) if goes_on else None
    if shared is not None and _is_taken(last):
        verb.subject = shared  # destroyed six tanks, seized three others and left
    elif verb.voice == "active" and ";" in marks and _JOINING.union(";,").issuperset(marks) and _latest_finite(verbs):
        verb.subject = _clause_doer(verbs)  # hit two units; destroyed a mortar; and damaged two routes
    else:
        if verb.bare and _is_after_all_participle(verb, nouns, verbs, marks, last):
            verb.voice = "pp"
        if "being" in verb.adverbs:
            verb.above = _latest_finite(verbs)
            near = isinstance(last, Noun) and not marks
            verb.subject = last if near else verb.above.subject if verb.above else None  # type: ignore[assignment]
        elif verb.voice in _FINITE and "to" not in verb.adverbs:
            _subject_of_finite(verb, nouns, verbs, marks, last)
        elif verb.voice in ("ing", "pp"):
            _subject_of_participle(verb, nouns, verbs, marks, last)
        else:
            _subject_of_infinitive(verb, verbs, last)
    if verb.subject is None:
        return
    verb.subject.verbs.append((verb, "subject"))
    first = verb.subject.listed_with
    if first is not None and verb.voice in ("ing", "pp"):
        first.verbs.append((verb, "subject"))


def _clause_doer(verbs: list[Verb]) -> Noun | None:
    """Who does what the last main clause tells."""
    main = next((each for each in reversed(verbs) if each.voice in _FINITE and not each.relative), None)
    return main.subject if main is not None else None


def _is_perceived(last: Phrase | None) -> bool:
    """Whether a phrase is what somebody saw or heard do something."""
    return isinstance(last, Noun) and any(
        each.verb in _PERCEIVING and each.voice != "passive" and role == "object" for each, role in last.verbs
    )


_PERCEIVING: Final = lexicon.bag("see watch hear notice observe witness make let help film")


def _is_taken(last: Phrase | None) -> bool:
    """Whether a phrase already has a finite verb before it."""
    return isinstance(last, Noun) and any(
        each.voice in _FINITE and each.verb not in lexicon.SPEECH and role != "subject" for each, role in last.verbs
    )


def _is_after_all_participle(
    verb: Verb, nouns: list[Noun], verbs: list[Verb], marks: list[str], last: Phrase | None
) -> bool:
    """Whether a form that may be past or participle is one, seen from what stands before it."""
    if verb.voice != "active" or marks or not isinstance(last, Noun):
        return False
    if _some_of(last) is not None and _may_be_done(verb) and not _stands_alone(verb):
        return True  # 130 of them destroyed
    if any(each.gap is not None for each, _ in last.verbs):
        return False  # the jet that Russia had supplied last summer crashed
    if _is_taken(last) and last.prep != "of":
        return True  # destroyed on minefields laid in advance: the clause has its verb
    hangs = (last.prep and last.host is None) or (last.hypernym is not None and last.prep != "of")
    if last.system is None or not hangs:
        return False
    # escorted by fighters based in Syria; but not: troops backed by helicopters stormed the town
    return bool(nouns[0].prep) or nouns[0] is last or any(each.voice not in ("pp", "ing") for each in verbs)


def _latest_finite(verbs: list[Verb], verb: Verb | None = None) -> Verb | None:
    """The last finite verb; of speech, where `verb` is one and there is another."""
    finite = [each for each in reversed(verbs) if each.voice in _FINITE]
    if verb is not None and verb.verb in lexicon.SPEECH:
        finite = [each for each in finite if each.verb in lexicon.SPEECH] or finite
    return finite[0] if finite else None


def _is_inverted(verb: Verb, last: Phrase | None) -> bool:
    """Whether a clause begins with where something came or stands: and with them came a battery."""
    if not isinstance(last, Noun) or not last.prep or last.host is not None or last.time is not None:
        return False
    frame = lexicon.FRAMES.get(verb.verb)
    return (
        verb.voice == "active"
        and (last.opens or not last.verbs)
        and (verb.verb == "go" or (frame is not None and bool(frame.alone) and not frame.action))
    )


def _subject_of_finite(verb: Verb, nouns: list[Noun], verbs: list[Verb], marks: list[str], last: Phrase | None) -> None:
    if isinstance(last, Noun) and marks[-1:] != [","] and not _RELATIVES.isdisjoint(marks):
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
    joined = not _JOINING.isdisjoint(marks)
    if isinstance(last, Noun) and not joined:
        verb.subject = _subject_before(last, nouns, verbs, closed="," in marks)
    told_of = verbs[-1].gap if verbs and not marks else None
    if verb.subject is None and told_of is not None and last is verbs[-1]:
        verb.subject = _subject_before(told_of, nouns, verbs) or told_of  # a tank that they had hit was towed away
    if verb.subject is None and verbs:
        verb.above = verbs[-1]
        finite = _latest_finite(verbs, verb)
        verb.subject = finite.subject if finite is not None else None
    elif isinstance(last, Noun) and joined:
        finite = _latest_finite(verbs, verb)
        verb.subject = finite.subject if finite else _subject_before(last, nouns, verbs)


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
            verb.subject = _some_of(last) or _carrier(last) or last
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
        (v for v in reversed(verbs) if joined or (v.voice in _FINITE and not v.relative)), verbs[-1] if verbs else None
    )
    verb.above = above
    verb.subject = above.subject if above is not None else (last if isinstance(last, Noun) else None)
    free = verb.voice == "pp" and isinstance(last, Noun) and not joined
    if free and isinstance(last, Noun) and not any(role != "subject" for _, role in last.verbs):
        verb.subject = _subject_before(last, nouns, verbs) or last
    if joined and above is not None and above.voice in ("ing", "pp"):
        verb.subject = above.subject


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
        if role == "object" and verb.voice == "active" and not verb.relative and verb.verb not in lexicon.SPEECH:
            return verb.subject
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


def _subject_before(last: Noun, nouns: list[Noun], verbs: list[Verb], *, closed: bool = False) -> Noun | None:
    """The noun phrase that heads what stands directly before a finite verb."""
    noun: Noun | None = last
    hops = 0
    while noun is not None and hops < 12:
        hops += 1
        if noun.bracketed and (at := nouns.index(noun)):
            noun = nouns[at - 1]
            continue
        first = noun.listed_with
        if first is not None and noun.apart and not closed:
            noun.listed_with, noun.prep, noun.host = None, "", None
            return noun
        if first is not None:
            others = (v for v, role in first.verbs if role != "subject" and v.verb not in lexicon.SPEECH)
            joined = next((v for v in others if v.voice in _FINITE), None)
            if hops <= 2 and not noun.apart and joined is not None and not closed:
                # backed by Turkey, and officials believe: another clause begins, not another item of the list
                noun.listed_with, noun.prep, noun.host = None, "", None
                noun.verbs = [each for each in noun.verbs if each[0] is not joined]
                for part in (joined.objects, joined.preps):
                    if noun in part:
                        part.remove(noun)
                return noun
            noun = first
            continue
        if noun.prep and noun.host is not None:
            noun = noun.host
            continue
        through = next((v for v, role in noun.verbs if role != "subject"), None)
        if (
            through is not None
            and through.verb not in lexicon.SPEECH
            and (through.voice in ("ing", "pp") or through.relative or _is_of_plan(through))
            and through.subject is not None
            and through.subject is not noun
        ):
            noun = through.subject
            continue
        told = next((v.gap for v, role in noun.verbs if role == "subject" and v.gap is not None), None)
        if told is not None:
            noun = told
            continue
        if (
            noun.time is not None
            or noun.prep
            or (noun.pronoun == "there" and noun is not last)
            or (noun.negated and noun.set_off)
        ):
            index = nouns.index(noun)
            noun = nouns[index - 1] if index else None
            continue
        if noun.hypernym is not None:
            noun = noun.hypernym
            continue
        return noun
    return None


def _is_of_plan(verb: Verb) -> bool:
    """Whether an infinitive hangs on a noun before it: an offer to sell jets was withdrawn."""
    return verb.voice == "inf" and verb.subject is not None and verb.subject.head in lexicon.PLANS


def _attach(noun: Noun, nouns: list[Noun], verbs: list[Verb], marks: list[str], last: Phrase | None) -> None:
    """Ties a noun phrase to what stands before it."""
    if marks == [":"] and noun.system is not None and (whole := _announced(verbs)) is not None:
        noun.hypernym = whole  # the following were destroyed: two tanks
    elif noun.prep in ("including", "like", "such as") or not _NAMING_EXAMPLES.isdisjoint(marks):
        if nouns and noun.system is None and noun.entity is not None and (where := _places_before(nouns)) is not None:
            _give_example(noun, where)
        elif nouns:
            noun.hypernym, noun.prep, noun.partial = _class_before(nouns), "", True
    elif isinstance(last, Verb):
        _attach_to_verb(noun, nouns, verbs, marks, last)
    elif isinstance(last, Noun) and noun.prep:
        _hang_on(noun, verbs[-1] if verbs else None, last, nouns)
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
    verb = next((each for each in reversed(verbs) if each.voice in _FINITE), None)
    if verb is None or verb.verb in lexicon.SPEECH:
        return None
    told = verb.subject if verb.voice == "passive" else next((each for each in verb.objects if not each.time), None)
    if told is None or told.pronoun or told.entity is not None:
        return None
    return told if told.system is not None or any(item.word == "following" for item in told.items) else None


def _counts_only(noun: Noun) -> bool:
    return noun.quantity is not None and len(noun.items) == 1


_NAMING_EXAMPLES: Final = frozenset({"including", "consisting", "comprising", "namely"})


_COMPARING: Final = frozenset({"not", "only", "both", "either", "neither", "than"})


def _attach_to_verb(noun: Noun, nouns: list[Noun], verbs: list[Verb], marks: list[str], last: Verb) -> None:
    if noun.prep == _TOGETHER_WITH and last.subject is not None and last.voice in ("passive", "pp"):
        noun.prep, noun.listed_with = "", last.subject.listed_with or last.subject
        noun.listed_with.listed.append(noun)
        noun.verbs.append((last, "subject"))
        return
    if noun.prep == _TOGETHER_WITH:
        noun.prep = "with"
    if last.voice == "pp" and ":" in marks:
        return  # weapons taken: the army says
    if last.verb in _CONSISTING and nouns and noun.prep in ("", "of"):
        whole = last.subject if last.voice == "active" and not last.relative else None
        noun.hypernym, noun.prep = whole or _class_before(nouns), ""
    elif noun.prep == "from" and last.verb in lexicon.RANGING and last.subject is not None:
        noun.hypernym, noun.prep = last.subject, ""  # weapons ranging from rifles to tanks
        last.subject.absorbed = True
    elif noun.prep == "of" and last.verb in _MADE_OF and last.subject is not None and last.subject.system is None:
        noun.hypernym, noun.prep = last.subject, ""
    elif noun.prep:
        last.preps.append(noun)
        noun.verbs.append((last, noun.prep))
    elif ";" in marks or (not _JOINING.isdisjoint(marks) and _COMPARING.isdisjoint(marks)):
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


def _hang_on(noun: Noun, verb: Verb | None, last: Noun, nouns: Sequence[Noun]) -> None:
    """A phrase with a preposition after a noun tells of that noun, and of the verb before it."""
    if noun.prep == "to" and verb is not None and verb.verb in lexicon.RANGING and last.hypernym is verb.subject:
        noun.listed_with, noun.prep = last, ""
        last.listed.append(noun)
        return
    if noun.prep == "to" and last.head in _LOYAL and len(last.items) == 1 and last.host is None:
        last = _described(last, nouns) or last  # to forces loyal to the government
    deed = last.host
    things = noun.system is not None or noun.quantity is not None or noun.head in lexicon.MEASURES
    if noun.prep == "of" and things and last.entity is not None and deed is not None and deed.head in lexicon.NOMINALS:
        last = deed  # the use by Russia of drones, the arrival in Tripoli of hundreds of fighters
    noun.host = last
    typed = not noun.determiner or any(item.word in ("type", "kind", "class") for item in noun.items)
    if noun.prep == "of" and noun.system is not None and last.system is not None and typed:
        noun.hypernym = last  # drones of the type Bayraktar
    (last.of if noun.prep == "of" else last.after).append(noun)
    if verb is None or noun.prep == "of" or verb.start >= last.start:
        return
    if any(each is verb for at in _up_to_phrase(last) for each, _ in at.verbs):
        verb.preps.append(noun)
        noun.verbs.append((verb, noun.prep))


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
        things = (each for each in reversed(nouns[:-1]) if each.system is not None)
        noun.hypernym, noun.partial = next(things, nouns[-2]), True  # seven planes, among them two An-32s
    elif not marks and noun.system is not None and (some := _some_of(last)) is not None:
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
    elif not marked and _is_counted(noun) and (late := _without_object(last)) is not None:
        late.objects.append(noun)  # received from Moscow four fighters
        noun.verbs.append((late, "object"))
    elif marked and marked <= {"(", ","} and noun.system is not None and last.system is not None:
        noun.hypernym = None if last.prep and not verbs and marks == [","] else last  # of the planes, six MiGs were hit


def _some_of(last: Noun) -> Noun | None:
    """Of "two of them": two."""
    some = last.host
    return some if last.prep == "of" and last.pronoun and some is not None and some.system is None else None


def _carrier(last: Noun) -> Noun | None:
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
        before = _listed_before(nouns)  # a Pantsir on a truck, as well as two bombers
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


def _is_one_more(noun: Noun) -> bool:
    """Whether a phrase begins with a number or an article of its own."""
    return noun.quantity is not None or noun.determiner in ("a", "an", "another")


def _listed_before(nouns: list[Noun], *, done: bool = False) -> Noun | None:
    """The system before, that something was done with: a list may go on from it after a phrase in between. `done`:
    also one that something was done to: two jets were delivered in May, together with radars."""
    for each in reversed(nouns[-8:]):
        if each.system is not None and any(
            role in ("object", "with") or (done and role == "subject" and verb.voice in ("passive", "pp"))
            for verb, role in each.verbs
        ):
            return each.listed_with or each
    return None


_PARTS_OBJECT: Final = lexicon.bag(
    "that which who because as , ( after before when while where if whether although though since once until unless"
    " whereas"
)
"""Marks after a verb that keep what follows from being its object."""

_CONSISTING: Final = lexicon.bag("include consist comprise contain")
_MADE_OF: Final = frozenset({"consist", "make up", "compose", "comprise", "form"})
_NAMING: Final = lexicon.bag("identify name describe recognise recognize list")


def _named_first(nouns: list[Noun], verbs: list[Verb]) -> Noun | None:
    """Of "among the vehicles destroyed were two tanks": the vehicles; of "included in the package are": the package."""
    opening = nouns[0] if nouns else None
    if opening is None:
        return None
    included = len(verbs) > 1 and verbs[0].verb in _CONSISTING and opening.prep == "in"
    return opening if opening.prep == "among" or included else None


def _class_before(nouns: list[Noun]) -> Noun:
    """What examples are given of: the last system named or support spoken of, else the head of the last phrase."""
    for noun in reversed(nouns[-4:]):
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
    if noun.pronoun or last.pronoun or noun.time or last.time:
        return False
    if last.prep in _BEFORE_CLAUSES and marks == [","] and last.system is None and noun.system is not None:
        return False  # in photographs taken before the raid, six bombers are seen
    # In Libya, Russian jets...: what stands before the first verb with a preposition is set apart
    set_apart = marks == [","] and bool(last.prep) and not any(each.voice in _FINITE for each in verbs)
    if verbs and set_apart:  # Flying from Benina, two jets...
        return noun.system is None and (noun.determiner == "" and noun.quantity is None)
    return not set_apart


def parse(
    text: str, start: int, end: int, spans: Sequence[Mention | Quantity | TimeMention]
) -> tuple[list[Noun], list[Verb]]:
    """The noun phrases and verb groups of a sentence, tied to each other."""
    return relate(counted(phrases(items(text, start, end, spans))))
