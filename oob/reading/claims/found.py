"""What a sentence alleges, before it is known who says it."""

from __future__ import annotations

from dataclasses import dataclass, field

from oob.count import Count
from oob.reading.expressions.dates import TimeMention
from oob.reading.grammar.syntax import Noun, Verb


@dataclass(slots=True)
class Found:
    """One thing alleged in a sentence, before its speaker is known."""

    noun: Noun | None
    system: str | None
    system_text: str
    action: str
    verb: Verb | None
    at: int
    """Where in the paragraph the evidence stands."""
    count: Count | None = None
    count_text: str = ""
    operator: str | None = None
    supplier: str | None = None
    beneficiary: str | None = None
    opponent: str | None = None
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    when: TimeMention | None = None
    stance: str = ""
    """What the sentence itself makes of it: possible, denied, assessed, alleged, or blank."""
    hearsay: bool = False
    aside: bool = False
    """Whether the sentence says it by the way, in its own voice."""
    guessed: bool = False
    """Whether no verb or noun of its own tells it."""
    untold: bool = False
    """Whether the sentence only names it; it gives way to anything else that the paragraph tells of it."""
    why: list[str] = field(default_factory=list)
