"""The discourse of a text: who has been brought up so far, whom "he", "the official" and "its" may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from oob.reading.grammar.syntax import Noun
from oob.reading.speech.speakers import Speaker, last_name


@dataclass(slots=True)
class Discourse:
    """The speakers that a text has brought up so far."""

    nouns: Sequence[Noun] = ()
    """The phrases of the sentence that is being read."""
    last: Speaker | None = None
    """Who spoke last; and below, the last of each kind."""
    text: str = ""
    """The paragraph that `nouns` are of."""
    person: Speaker | None = None
    unnamed: Speaker | None = None
    body: Speaker | None = None
    last_before: Speaker | None = None
    """Who had spoken last when the sentence that is being read began."""
    told_of: Speaker | None = None
    """The person that the last sentence was about, if nobody has spoken since."""
    topic: Speaker | None = None
    """The body that the sentence before was about."""
    bodies: list[Speaker] = field(default_factory=list)
    """The bodies named so far, the newest last."""
    wordings: dict[str, str] = field(default_factory=dict)
    """By the name of a body: all that the text has called it."""
    body_before: Speaker | None = None
    """The one named last before this sentence."""
    unnamed_before: list[Speaker] = field(default_factory=list)
    people: dict[str, Speaker] = field(default_factory=dict)
    """By last name."""
    in_office: dict[tuple[str, str], Speaker] = field(default_factory=dict)
    """By force and office: who is its spokesman by name."""
    documents: dict[str, Speaker] = field(default_factory=dict)
    """Whose the statement, the report is: "the statement said"."""

    def keep(self, speaker: Speaker) -> None:
        """Remembers one who spoke."""
        self.told_of = None
        self.last = speaker
        if speaker.kind == "person":
            self.person = speaker
            self.people[last_name(speaker.name)] = speaker
        elif speaker.kind == "unnamed":
            self.unnamed = speaker
            self.unnamed_before = [*self.unnamed_before[-8:], speaker]
        else:
            self.body = speaker

    def named(self, word: str) -> Speaker | None:
        """The body named last that has a word in its name, first as the text words it."""
        worded = (each for each in reversed(self.bodies) if word in self.wordings.get(each.name, ""))
        called = (each for each in reversed(self.bodies) if word in each.name.casefold())
        return next(worded, None) or next(called, None)

    def body_called(self, head: str) -> Speaker | None:
        """The organisation named last that such a word fits: "the panel", "the ministry"."""
        return self.named(head) or self.body or self.body_before
