"""Where one speaker's words end and another's begin, in a sentence in which several speak."""

from __future__ import annotations

from dataclasses import replace

from oob.reading.speech.saying import MAIN_CLAUSE, NEW_CLAUSE, Statement
from oob.reading.speech.tellers import Sentence


def parted(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """Statements of which none reaches into the next main clause, where somebody else speaks."""
    found.sort(key=lambda each: each.said_at)
    _part_trailing(sentence, found)
    text = sentence.text
    for at in range(1, len(found)):
        later = found[at]
        semicolon = text.rfind(";", sentence.start, later.said_at) + 1
        before = text[max(sentence.start, later.said_at - 24) : later.said_at].rstrip()
        cut = later.said_at if NEW_CLAUSE.search(before) else semicolon
        for index in range(at):
            earlier = found[index]
            verb = earlier.verb
            under = verb is not None and bool(verb.under) and before.endswith(",")
            here = later.said_at if under else cut
            if earlier.said_at < here <= later.said_at and earlier.end > here:
                if later.speaker is None or earlier.speaker is None:
                    continue
                found[index] = replace(earlier, end=here)
                if later.start < here:
                    later = found[at] = replace(later, start=here)
    return found


def _part_trailing(sentence: Sentence, found: list[Statement]) -> None:
    """Parts two main clauses, the second with its own speaker at its end: "X, A said, and Y, B said"."""
    for at in range(1, len(found)):
        earlier, later = found[at - 1], found[at]
        if later.speaker is None or earlier.speaker is None or later.start > earlier.said_at:
            continue
        openings = MAIN_CLAUSE.finditer(sentence.text, earlier.said_at, later.said_at)
        clauses = [each.start() for each in openings if _main_between(sentence, each.end(), later.said_at)]
        if clauses:
            found[at] = replace(later, start=clauses[-1])
            found[at - 1] = replace(earlier, end=min(earlier.end, clauses[-1]))


def _main_between(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a stretch begins with a subject and has its verb."""
    following = next((each for each in sentence.nouns if each.start >= start), None)
    if following is None or following.start - start > 12 or following.prep:
        return False
    subjects = (following, *following.of)
    return any(role == "subject" and start <= each.start < stop for noun in subjects for each, role in noun.verbs)
