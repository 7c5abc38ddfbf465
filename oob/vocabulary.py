"""The closed lists of the catalogue's vocabulary, each member with its one-line definition. Data, imports nothing."""

from __future__ import annotations

from typing import Final, NamedTuple


class Action(NamedTuple):
    """What a claim says was done: its effect on holdings, and its definition."""

    effect: str
    definition: str


EFFECTS: Final = {
    "presence": "a level at a time: replaced by the next level",
    "arrival": "adds to what the holder has",
    "departure": "takes away from what the operator has",
    "exchange": "takes away from the operator and adds to the opponent",
    "passage": "a stretch of a route; counts for nothing by itself",
    "use": "shows that the user has some; its count is of strikes, never of systems",
    "relation": "ties forces and places together; needs no system",
    "intention": "not yet done; shown, never counted",
}

ACTIONS: Final = {
    "present": Action("presence", "is seen or said to be there, no movement stated"),
    "operates": Action("presence", "has it in use"),
    "based": Action("presence", "is stationed at a place"),
    "stored": Action("presence", "is kept in a depot or shelter"),
    "exercised": Action("presence", "is used in an exercise"),
    "serviced": Action("presence", "is repaired or maintained"),
    "damaged": Action("presence", "is hit, but not lost"),
    "deployed": Action("arrival", "is sent to the theatre by its own side"),
    "delivered": Action("arrival", "is handed over or unloaded for another"),
    "supplied": Action("arrival", "is provided by another, no particular arrival stated"),
    "purchased": Action("arrival", "is bought"),
    "withdrawn": Action("departure", "is taken out of the theatre by its own side"),
    "destroyed": Action("departure", "is destroyed"),
    "shot-down": Action("departure", "is brought down from the air by fire"),
    "crashed": Action("departure", "is lost in an accident"),
    "killed": Action("departure", "is killed (personnel)"),
    "captured": Action("exchange", "is taken by, or abandoned to, the opponent"),
    "transported": Action("passage", "is moved from one place to another"),
    "escorted": Action("passage", "accompanies a movement"),
    "refuelled": Action("passage", "takes on fuel on the way"),
    "repainted": Action("passage", "has its markings changed"),
    "struck": Action("use", "carries out strikes; the count is of strikes"),
    "laid": Action("use", "is laid or emplaced (mines); the count is of layings"),
    "backs": Action("relation", "supports the beneficiary in the conflict"),
    "controls": Action("relation", "holds a base, town or area"),
    "recruited": Action("relation", "enlists people"),
    "trained": Action("relation", "gives or receives training"),
    "planned": Action("intention", "is intended, promised or expected"),
}

REVIEWS: Final = {
    "proposed": "read from the text by the program; nobody has looked at it, and it cannot be loaded",
    "accepted": "looked at and found right, corrected or not",
    "skipped": "looked at and thrown out; never loaded",
}
"""What became of a claim that a program proposed; a claim without a word of it is a person's own."""

LOSSES: Final = ("destroyed", "shot-down", "crashed", "killed", "captured")
"""Departures and changes of hands that are losses; `withdrawn` is none."""

STANCES: Final = {
    "asserted": "said without hedge, or by a side about its own forces, acts or losses",
    "assessed": "judged, estimated, believed: an analysis",
    "alleged": "said of somebody else, or passed on",
    "possible": "said with may, might or possibly; shown, never counted",
    "denied": "the speaker denies it; lowers nothing, marks what it denies as contested",
}

BASES: Final = {
    "imagery": "a picture or satellite image that the speaker shows",
    "briefing": "told to reporters, on or off the record",
    "statement": "a published statement, speech or letter",
    "document": "a written report of the speaker's",
    "own reporting": "the outlet's own reporting or voice",
    "hearsay": "passed on without saying from whom",
}

EVENT_KINDS: Final = {
    "presence": "a force having something over a time: a level, replaced by later levels",
    "arrival": "something coming into a force's hands or theatre",
    "departure": "something lost, handed over or taken away",
    "use": "strikes or other use; counted as activity, never as equipment",
}

EVENT_EFFECTS: Final = {
    "presence": ("presence", "arrival", "passage", "use"),
    "arrival": ("presence", "arrival", "passage", "use"),
    "departure": ("departure", "exchange"),
    "use": ("use",),
}
"""Effects that a claim on an event of a kind may have, besides relation and intention, which fit everywhere."""

RELIABILITY: Final = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The Admiralty grades of a source."""

CREDIBILITY: Final = {
    1: "confirmed: two or more independent parties, one reading, nobody denies it",
    2: "probably true: two or more independent parties, but they disagree on the number or somebody denies it",
    3: "possibly true: one party alone, one reading, nobody denies it",
    4: "doubtful: one party alone, and its figures disagree or somebody denies it",
    5: "improbable: denied, and claimed by nobody whose reliability is A to C",
    6: "cannot be judged: nothing that counts, only what is possible, planned or denied",
}
"""The Admiralty grades of a claim, by the rule that `holdings` computes them with."""

SECTIONS: Final = {
    "own": "held by the faction itself",
    "support": "held by others in support of the faction",
    "backers": "held in its theatre by forces that back it, without a word that it was for the faction",
}

PARTIES: Final = {
    "operator": "who has or uses the thing; of a loss, the loser",
    "owner": "whose it is, where another operates it or nobody is said to",
    "supplier": "who provided it",
    "beneficiary": "in support of whom",
    "opponent": "the other side of a loss or a strike",
}

PLACE_ROLES: Final = {
    "at": "where it is or happened",
    "near": "close to where it is or happened",
    "from": "where it came from",
    "via": "a stop on the way",
    "to": "where it went",
}

FORCE_KINDS: Final = ("state", "government", "service", "militia", "company", "group", "coalition")
PLACE_KINDS: Final = ("country", "region", "area", "front", "town", "base", "sea")
SOURCE_KINDS: Final = ("government", "organisation", "outlet", "person", "unnamed")
UNJUDGED: Final = "proposed from a text; nobody has judged it yet"
"""The reason of a source, or the note of a place, that a program has put into a draft."""
ENTITIES: Final = ("system", "force", "place", "source")
"""The four kinds of thing that catalog.yaml lists and that have names."""
