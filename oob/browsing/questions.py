"""The questions that stand ready: SQL over the sheets, with what to fill in. Data alone.

None adds up or compares numbers of things: what follows from the claims stands in the inventories, worked out by the
rules. A column that is named in LINKS holds ids, and leads to their rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Question:
    """A SELECT with what it answers; `:names` in it are what the reader fills in."""

    title: str
    about: str
    sql: str


LINKS: Final = {
    "claim": "claims",
    "denial": "claims",
    "report": "reports",
    "origin": "origins",
    "event_id": "events",
    "place_id": "places",
    "inventory": "inventory",
}
"""Columns of questions and views whose values are ids, with the sheet that they are of."""

_ANY_SPELLING: Final = "however the press spells it. Left empty, all; a name that is not known finds nothing."

_TOLD: Final = """\
told.says, told.system, told.number, told.operator, told.beneficiary, told.places, told."when", told.action,
  told.stance, told.speaker, told.party, told.told_by, told.claim"""


def _below(kind: str, sheet: str, up: str) -> str:
    """What is meant by a name that the reader gave, and all that is below it in its tree."""
    return f"""
WITH RECURSIVE wanted (id) AS (
  SELECT {kind} FROM names WHERE kind = '{kind}' AND normal = normal_name(:{kind})
  UNION
  SELECT {sheet}.id FROM {sheet} JOIN wanted ON {sheet}.{up} = wanted.id
)""".strip()


QUESTIONS: Final = {
    "claims_about_a_system": Question(
        "Claims about a system and its kinds",
        f"What is alleged about a system or a class, its kinds included. The system, {_ANY_SPELLING}",
        f"""
{_below("system", "systems", "parent")}
SELECT {_TOLD}
FROM claims_with_names AS told
JOIN claims ON claims.id = told.claim
WHERE trim(:system) = '' OR claims.system IN (SELECT id FROM wanted)
ORDER BY told.system, claims.earliest, told.claim
""",
    ),
    "claims_at_a_place": Question(
        "What is alleged at a place",
        f"Every claim that names a place or one within it, with what the place is to it. The place, {_ANY_SPELLING}",
        f"""
{_below("place", "places", "within")}
SELECT places.name AS place, claim_places.role, {_TOLD}
FROM claim_places
JOIN places ON places.id = claim_places.place
JOIN claims_with_names AS told ON told.claim = claim_places.claim
WHERE trim(:place) = '' OR claim_places.place IN (SELECT id FROM wanted)
ORDER BY places.name, told.earliest, told.claim
""",
    ),
    "claims_naming_a_force": Question(
        "Claims that name a force, by time",
        f"Every claim in which a force or a part of it has any role, by its time. The force, {_ANY_SPELLING}",
        f"""
{_below("force", "forces", "part_of")}
SELECT told.earliest, told.latest, {_TOLD}, told.owner, told.supplier, told.opponent
FROM claims_with_names AS told
JOIN claims ON claims.id = told.claim
WHERE trim(:force) = ''
  OR claims.operator IN (SELECT id FROM wanted)
  OR claims.owner IN (SELECT id FROM wanted)
  OR claims.supplier IN (SELECT id FROM wanted)
  OR claims.beneficiary IN (SELECT id FROM wanted)
  OR claims.opponent IN (SELECT id FROM wanted)
ORDER BY told.earliest IS NULL, told.earliest, told.latest, told.claim
""",
    ),
    "claims_by_a_source": Question(
        "What a source says",
        f"Every claim that goes back to a source or to one that speaks for it. The source, {_ANY_SPELLING}",
        f"""
{_below("source", "sources", "part_of")}
SELECT told.speaker, {_TOLD.replace(" told.speaker,", "")}
FROM claims_with_names AS told
JOIN claims ON claims.id = told.claim
JOIN origins ON origins.id = claims.origin
WHERE trim(:source) = ''
  OR origins.speaker IN (SELECT id FROM wanted)
  OR origins.through IN (SELECT id FROM wanted)
ORDER BY told.speaker, told.earliest, told.claim
""",
    ),
    "claims_behind_a_number": Question(
        "The claims behind a number",
        "What a row of an inventory rests on, what is shown with it and not counted, and what denies it. The inventory"
        " is the id of the row, whose column claims leads here; left empty, all rows.",
        f"""
SELECT inventory.name AS holding, inventory_claims.bearing,
  {_TOLD},
  inventory.id AS inventory
FROM inventory_claims
JOIN inventory ON inventory.id = inventory_claims.inventory
JOIN claims_with_names AS told ON told.claim = inventory_claims.claim
WHERE trim(:inventory) IN ('', inventory.id)
ORDER BY inventory.line, inventory_claims.bearing, told.earliest, told.claim
""",
    ),
    "who_relies_on_whom": Question(
        "Who relies on whom",
        "Whose words each publisher passes on, and through whom they are known. The numbers count what was said.",
        """
SELECT publishers.name AS publisher, speakers.name AS relies_on, relays.name AS known_through, parties.name AS party,
  count(DISTINCT origins.id) AS utterances, count(*) AS claims, group_concat(DISTINCT origins.basis) AS on_the_basis_of
FROM claims
JOIN reports ON reports.id = claims.report
JOIN sources AS publishers ON publishers.id = reports.publisher
JOIN origins ON origins.id = claims.origin
JOIN sources AS speakers ON speakers.id = origins.speaker
LEFT JOIN sources AS relays ON relays.id = origins.through
JOIN sources AS parties ON parties.id = claims.party
GROUP BY publishers.id, speakers.id, relays.id
ORDER BY publishers.name, claims DESC, relies_on
""",
    ),
    "told_again": Question(
        "The same word in several reports",
        "Utterances that more than one report carries. However many they are, each counts as one.",
        """
SELECT origins.name AS who_said_it, count(DISTINCT claims.report) AS reports,
  group_concat(DISTINCT reports.name) AS carried_by, origins.id AS origin
FROM claims
JOIN origins ON origins.id = claims.origin
JOIN reports ON reports.id = claims.report
GROUP BY origins.id
HAVING count(DISTINCT claims.report) > 1
ORDER BY reports DESC, origins.name
""",
    ),
    "denials": Question(
        "Denials, and what they deny",
        "Each denial, with the claims on the same event that say otherwise. A denial lowers no number.",
        """
SELECT denials.says AS denied, speakers.name AS by, denials.id AS denial, claims.says AS but_alleged,
  parties.name AS by_party, claims.stance, claims.id AS claim
FROM claims AS denials
JOIN origins ON origins.id = denials.origin
JOIN sources AS speakers ON speakers.id = origins.speaker
LEFT JOIN claims ON claims.event = denials.event AND claims.stance <> 'denied'
LEFT JOIN sources AS parties ON parties.id = claims.party
WHERE denials.stance = 'denied'
ORDER BY denials.id, claims.stance, claims.id
""",
    ),
    "where_reports_differ": Question(
        "Numbers that are in dispute",
        "Rows of inventories whose figures do not go together or that somebody denies, with every claim on them.",
        f"""
SELECT inventory.name AS holding, inventory.grade, inventory.contested_by, inventory_claims.bearing,
  {_TOLD}, inventory.id AS inventory
FROM inventory
JOIN inventory_claims ON inventory_claims.inventory = inventory.id
JOIN claims_with_names AS told ON told.claim = inventory_claims.claim
WHERE inventory.disagreement = 1 OR inventory.contested_by IS NOT NULL
ORDER BY inventory.line, inventory_claims.bearing, told.claim
""",
    ),
    "one_party_alone": Question(
        "One party's word alone",
        "Rows of inventories that one independent party alone vouches for, however many reports print it.",
        """
SELECT inventory.name AS holding, told.party AS only_party, told.says, told.speaker, told.told_by, told.claim,
  inventory.id AS inventory
FROM inventory
JOIN inventory_claims ON inventory_claims.inventory = inventory.id AND inventory_claims.bearing = 'counted'
JOIN claims_with_names AS told ON told.claim = inventory_claims.claim
WHERE inventory.single_party = 1
ORDER BY inventory.line, told.claim
""",
    ),
}
"""By name, which is a part of the address."""
