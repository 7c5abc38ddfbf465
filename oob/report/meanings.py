"""What the columns of the tables mean, in a sentence each: for the reference, and for whoever opens a file of ours."""

from __future__ import annotations

from typing import Final

from oob import vocabulary
from oob.table import Column

MEANINGS: Final = {
    "action": "What is said to have happened: one of the closed list that 'oob actions' prints.",
    "aliases": "Other spellings that are understood.",
    "also_held_by": "Other forces that some claims say have the same things.",
    "approximate": "Whether the wording says about, around or nearly.",
    "authors": "The authors, as the report names them.",
    "claim": "The claim's id: its report's id, a stroke, its key.",
    "claims": "The ids of the claims that the row rests on, with those that are only possible or planned, or deny it.",
    "class": "The class right above the system in the tree.",
    "contested_by": "Who denies it. A denial lowers no number.",
    "count": "The figure as the report words it.",
    "count_high": "The highest number that any reading leaves open; blank where there is no upper end.",
    "count_low": "The lowest number of any reading; blank where nothing is held that counts.",
    "count_text": "The number in words, with every reading: 12 or 14+.",
    "credibility": "The Admiralty grade of the claim, 1 (confirmed) to 6 (cannot be judged), by the published rule.",
    "dated": "Whether the report gives a time; where not, the dates are those of when it was said.",
    "dated_by": "How the report's date is known.",
    "definition": "What it is.",
    "depth": "How deep the row is indented: 0 for what is part of no row above it.",
    "disagreement": "Whether no one number fits all figures given.",
    "earliest": "The first day that the time spoken of may begin; blank where open.",
    "event": "The event that the claim is about. Claims on one event are alternatives, never additions.",
    "holder": "Who is said to have it.",
    "id": "The id: never changed, never used again.",
    "included_in": "The row that this one is part of, or may be the same as: a sum takes rows where this is blank.",
    "kind": "What kind of thing it is.",
    "latest": "The last day that the time spoken of may end; blank where open.",
    "latitude": "Degrees north, WGS 84.",
    "longitude": "Degrees east, WGS 84.",
    "lost_high": "The highest number lost that any reading leaves open; blank where open or nothing is known.",
    "lost_low": "The lowest number lost of any reading.",
    "lost_readings": "The number lost, each reading by itself; written as the readings are.",
    "lost_text": "The number lost, in words.",
    "main_class": "The class right under military equipment or personnel: only rows of one such class are added up.",
    "made": "When it was said, as EDTF.",
    "made_in": "Where it is designed or built.",
    "name": "Its name.",
    "note": "What a reader should know besides.",
    "notes": "The numbers of the sources.",
    "origin": "The utterance that the claim goes back to; it counts once, however many reports carry it.",
    "origins": "How many utterances the number rests on.",
    "paragraph": "The paragraph of the report, counted from 1.",
    "parent": "The class above it in the tree of systems.",
    "part_of": "What it is a part of, or speaks for.",
    "parties": "How many independent parties the number rests on.",
    "party": "The independent party that the speaker counts as.",
    "place": "Where it is said to be.",
    "planned": "How many claims say that it is only planned; they are not counted.",
    "possible": "How many claims say that it is only possible; they are not counted.",
    "precision_km": "How exact the position is, as a radius in kilometres.",
    "published": "When it was published, as EDTF.",
    "publisher": "Who published it.",
    "readings": "Each reading by itself: 12; 14+ for 14 or more; 3500-3800; ~240 for about 240; ? for not stated.",
    "reason": "Why the source has its grade.",
    "reliability": "The Admiralty grade of the best source, A (completely reliable) to F (cannot be judged).",
    "repeats": "The report that it publishes again.",
    "report": "The report that says so.",
    "reports": "How many reports the number rests on.",
    "row": "The row's id in this table: section, holder, system.",
    "says": "The claim in one sentence of the catalogue's own.",
    "section": "own: held by the faction; support: by others for it; backers: by those who back it, in its theatre.",
    "sha256": "The hash of the text that the paragraphs are counted in.",
    "shared_with": "Other rows that may be of the same things though it is no part of them: no sum takes both.",
    "short": "Its short name.",
    "single_party": "Whether all of it is one independent party's word.",
    "source": "The id of the source that it was heard from.",
    "sources": "The ids of the sources that the row was heard from.",
    "speaker": "Who said it.",
    "stance": "How firmly it is said: asserted, assessed, alleged, possible or denied.",
    "system": "The equipment type or class, or class of personnel.",
    "system_id": "The system's id.",
    "system_path": "The system behind all its classes, by their ids, from the widest.",
    "system_text": "The system as the report names it.",
    "text": "Whether the report's text is kept in the catalogue.",
    "theatre": "Where the force fights.",
    "through": "Who relays it, where the speaker is only quoted by another.",
    "times_high": "The highest number of strikes or other uses; blank where open.",
    "times_low": "The lowest number of strikes or other uses.",
    "times_text": "How often, in words. Uses are never counted as systems.",
    "title": "The title.",
    "url": "Where it is on the web.",
    "when": "The time spoken of, as the catalogue has it.",
    "when_text": "The report's own word for that time.",
    "wikidata": "The item on Wikidata.",
    "withdrawn": "Why the claim was withdrawn; such claims count for nothing.",
    "within": "The place that it lies in.",
    **{role: f"A place: {told}." for role, told in vocabulary.PLACE_ROLES.items()},
    **{role: f"A force: {told}." for role, told in vocabulary.PARTIES.items()},
}
"""By the key of a column."""

ELSEWHERE: Final = {
    ("actions", "effect"): "What such a claim does to holdings.",
    ("activity", "activity"): "The event, or the kind of use.",
    ("compare", "claims"): "The ids of the claims that any number in the row rests on.",
    ("conflicts", "kind"): "differs: figures that cannot all be true; denies; other holder: of whom others say so too.",
    ("conflicts", "readings"): "The figures between which the claims leave a choice.",
    ("events", "title"): "What happened, in a few words.",
    ("forces", "held"): "What the force is alleged to hold; it is among what the force above it holds.",
    ("forces", "holdings"): "What is alleged to be held, one by one.",
    ("forces", "system_paths"): "The systems of the holdings behind their classes, in the order of the holdings.",
    ("gaps", "claims"): "The ids of the claims that it is about.",
    ("gaps", "detail"): "What the kind of gap means.",
    ("gaps", "gap"): "The kind of gap.",
    ("gaps", "subject"): "What is not known, of what.",
    ("log", "at"): "When it was loaded, in UTC.",
    ("log", "by"): "Who loaded it.",
    ("log", "difference"): "What changed, from what to what.",
    ("log", "earlier"): "The record as it was, as JSON.",
    ("log", "kind"): "What kind of record it is.",
    ("log", "later"): "The record as it became, as JSON.",
    ("log", "loading"): "The number of the load.",
    ("log", "program"): "The version of oob that loaded it.",
    ("log", "record"): "The id of the record.",
    ("log", "what"): "added, changed, withdrawn or reinstated.",
    ("log", "why"): "The reason given.",
    ("origins", "basis"): "Whether it was said in a statement or a briefing, shown in a picture...",
    ("places", "holdings"): "What is alleged to be held, one by one.",
    ("places", "system_paths"): "The systems of the holdings behind their classes, in the order of the holdings.",
    ("sources", "reliability"): "The source's Admiralty grade, A (completely reliable) to F (cannot be judged).",
    ("timeline", "place"): "The places, with their roles.",
    ("why", "claims"): "The ids of the claims that the step speaks of.",
    ("why", "step"): "What the step is about.",
    ("why", "text"): "The step in a sentence.",
}
"""Where a column of one table means something else, or is only there: by table and key."""


_LISTS: Final = ("systems", "forces", "places", "sources", "reports", "origins", "events")
_COMPARED: Final = {
    "": "What is held, in words: FORCE_SECTION, or all of the forces together, an event counted once.",
    "low": "The lowest number of any reading.",
    "high": "The highest number that any reading leaves open; blank where there is no upper end.",
}


def meaning(column: Column, table: str) -> str:
    """What a column of a table means; nothing where nobody has written it down."""
    if table in _LISTS and column.key == "claims" and column.kind == "int":
        return "How many claims name it; withdrawn ones aside."
    if (told := ELSEWHERE.get((table, column.key)) or MEANINGS.get(column.key)) or table != "compare":
        return told or ""
    end = column.key.rpartition("_")[2]
    return _COMPARED[end if end in _COMPARED else ""]
