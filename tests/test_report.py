"""The report layer's own rules: how dates and lists read, flags, footnotes, compare, conflicts, gaps, why.

The catalogue under test stands below; every expectation was worked out from it by hand.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from test_cli import oob
from worlds import Catalogue, tree

from oob import when
from oob.report.comparisons import compare
from oob.report.inventories import Answer, tables
from oob.report.words import brief, day, iso, listed, plural, span
from oob.store import Database

CATALOGUE = """\
systems:
  - {id: equipment, name: equipment}
  - {id: personnel, name: personnel}
  - {id: vehicle, name: vehicle, parent: equipment}
  - {id: truck, name: truck, parent: vehicle}
  - {id: tank, name: tank, parent: vehicle}
  - {id: t-55, name: T-55, parent: tank}
  - {id: drone, name: drone, parent: equipment}
  - {id: boat, name: boat, parent: equipment}
forces:
  - {id: red, name: Redland, short: Red, kind: state, theatre: valley}
  - {id: red-army, name: Red Army, kind: service, part_of: red}
  - {id: blue, name: Blueland, short: Blue, kind: state, theatre: valley}
  - {id: green, name: Greenland, kind: state}
  - {id: grey, name: Grey Company, kind: company}
places:
  - {id: valley, name: Valley, kind: region}
  - {id: town, name: Town, kind: town, within: valley}
  - {id: ford, name: Ford, kind: area, within: valley}
sources:
  - {id: ministry, name: Ministry of Greenland, short: Ministry, kind: government, reliability: B, reason: known}
  - {id: spokesman, name: The Spokesman, kind: person, part_of: ministry, reliability: C, reason: speaks for it}
  - {id: paper, name: The Paper, kind: outlet, reliability: A, reason: careful}
  - {id: gazette, name: The Gazette, kind: outlet, reliability: D, reason: careless}
  - {id: red-command, name: Red command, kind: organisation, reliability: E, reason: a side}
"""

FIRST = """\
report:
  id: paper-2020-03-10
  publisher: paper
  title: Tanks in the valley
  authors: [A. Writer, B. Other]
  published: 2020-03-10
  dated_by: the date line
origins:
  ministry-2020-03-09: {speaker: spokesman, made: 2020-03-09, basis: briefing}
  paper-own: {speaker: paper, basis: own reporting}
  relayed: {speaker: red-command, through: paper, basis: statement}
events:
  tanks-in: {kind: arrival, title: Tanks brought to Town}
  strikes: {kind: use, title: Strikes on Ford}
claims:
  - {key: twelve, origin: ministry-2020-03-09, event: tanks-in, paragraph: 2, says: Twelve tanks came.,
     action: delivered, stance: alleged, system: tank, count: 12, operator: red-army, supplier: green,
     beneficiary: blue, to: town, when: 2020-03}
  - {key: twenty, origin: paper-own, event: tanks-in, paragraph: 4, says: Twenty tanks or more came.,
     action: delivered, stance: asserted, system: tank, count: at least 20, operator: red-army, beneficiary: blue,
     to: town}
  - {key: t-55, origin: paper-own, event: tanks-in, paragraph: 5, says: There are T-55s among them., action: present,
     stance: asserted, system: t-55, operator: red-army, beneficiary: blue, at: town}
  - {key: denied, origin: relayed, event: tanks-in, paragraph: 7, says: Red command denies the tanks.,
     action: delivered, stance: denied, system: tank, operator: red-army}
  - {key: trucks, origin: ministry-2020-03-09, paragraph: 9, says: Blue has seven trucks., action: operates,
     stance: alleged, system: truck, count: 7, operator: blue, when: 2020-03-09}
  - {key: drones, origin: paper-own, paragraph: 10, says: Blue plans to buy five drones., action: planned,
     stance: asserted, system: drone, count: 5, operator: blue}
  - {key: boats-lost, origin: paper-own, paragraph: 11, says: Blue lost three boats near Ford., action: destroyed,
     stance: asserted, system: boat, count: three, operator: blue, opponent: red, near: ford, when: 2019}
  - {key: forty-strikes, origin: ministry-2020-03-09, event: strikes, paragraph: 12, says: Blue flew forty strikes.,
     action: struck, stance: alleged, system: drone, count: 40, operator: blue, at: ford, when: 2020-02/2020-03}
"""

REPEAT = """\
report:
  id: gazette-2020-03-11
  publisher: gazette
  published: 2020-03-11~
  dated_by: inferred
  repeats: paper-2020-03-10
claims:
  - {key: twelve-again, origin: ministry-2020-03-09, event: tanks-in, paragraph: 1, says: Twelve tanks came.,
     action: delivered, stance: alleged, system: tank, count: 12, operator: red-army, beneficiary: blue, to: town}
"""


@pytest.fixture(scope="module")
def valley(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """The war in the valley."""
    folder: Path = tmp_path_factory.mktemp("valley")
    for name, text in (("catalogue", CATALOGUE), ("first", FIRST), ("repeat", REPEAT)):
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    made = Database(folder / "valley.db")
    assert oob("database", "create", "--empty", "--db", made.path).code == 0
    loaded = oob("load", *sorted(folder.glob("*.yaml")), db=made)
    assert loaded.code == 0, loaded.err
    return made


def table(line: str, db: Database, name: str | None = None) -> dict[str, Any]:
    """The one table of an answer, or that of a name."""
    tables = oob(*line.split(), "-f", "json", db=db).tables
    [found] = [each for each in tables if name in (None, each["name"])]
    return found


def by_row(line: str, db: Database) -> dict[str, dict[str, Any]]:
    """The rows of an inventory by their ids."""
    return {row["row"]: row for row in table(line, db, "inventory")["rows"]}


def flags(line: str, system: str, db: Database) -> str:
    """What a reader is shown in the column of grades of the first row of a system."""
    told = oob(*line.split(), "-f", "markdown", db=db).out.splitlines()
    head = next(text for text in told if text.startswith("| System"))
    at = [cell.strip() for cell in head.split("|")].index("Grade")
    return next(text.split("|")[at].strip() for text in told if text.startswith("|") and f" {system} |" in text)


# -- words ----------------------------------------------------------------------------------------------------------

NEVER, EVER = "0000-00-00", "9999-99-99"


@pytest.mark.parametrize(
    ("earliest", "latest", "short", "long"),
    [
        ("2020-05-26", "2020-05-26", "26 May 2020", "26 May 2020"),
        ("2020-05-06", "2020-05-06", "6 May 2020", "6 May 2020"),
        ("2020-05-01", "2020-05-31", "May 2020", "May 2020"),
        ("2020-02-01", "2020-02-29", "Feb 2020", "February 2020"),
        ("2019-02-01", "2019-02-28", "Feb 2019", "February 2019"),
        ("2020-01-01", "2020-12-31", "2020", "2020"),
        ("2020-05-26", "2020-05-30", "May 2020", "26 to 30 May 2020"),
        ("2020-05-26", "2020-06-01", "May-Jun 2020", "26 May to 1 June 2020"),
        ("2019-11-26", "2020-07-30", "Nov 2019 - Jul 2020", "26 November 2019 to 30 July 2020"),
        ("2019-01-01", EVER, "since 2019", "since 2019"),
        ("2019-04-01", EVER, "since April 2019", "since April 2019"),
        ("2019-04-02", EVER, "since 2 April 2019", "since 2 April 2019"),
        (NEVER, EVER, "", ""),
    ],
)
def test_times(earliest: str, latest: str, short: str, long: str) -> None:
    assert brief(earliest, latest) == short
    assert span(earliest, latest) == long


def test_an_end_without_a_beginning() -> None:
    assert span(NEVER, "2020-05-31") == when.phrase(when.parse("../2020-05-31"))
    assert span(NEVER, "2020-05-31")
    assert iso(NEVER) is None
    assert iso(EVER) is None
    assert iso("2020-05-31") == "2020-05-31"
    assert day("2020-05-31") == "31 May 2020"


def test_lists_and_plurals() -> None:
    assert [listed(each) for each in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert listed(["a", "b", "c"], "or") == "a, b or c"
    assert [plural(number, "claim") for number in (0, 1, 2, 1234)] == [
        "0 claims",
        "1 claim",
        "2 claims",
        "1,234 claims",
    ]
    assert plural(2, "independent party", "independent parties") == "2 independent parties"


# -- an inventory ---------------------------------------------------------------------------------------------------


def test_the_rows_of_blue(valley: Database) -> None:
    rows = by_row("inventory blue", valley)
    assert list(rows) == [
        "own/blue/boat",
        "own/blue/drone",
        "own/blue/truck",
        "support/red-army/tank",
        "support/red-army/t-55",
    ]
    tanks = rows["support/red-army/tank"]
    assert (tanks["count_text"], tanks["count_low"], tanks["count_high"]) == ("12 or 20+", 12, None)
    assert (tanks["class"], tanks["included_in"], tanks["holder"]) == ("vehicle", None, "Red Army")
    assert (tanks["supplier"], tanks["place"]) == ("Greenland", "Town")
    assert (tanks["earliest"], tanks["latest"]) == ("2020-03-01", "2020-03-31"), "the time that is alleged"
    assert (tanks["reports"], tanks["origins"], tanks["parties"]) == (2, 2, 2)
    assert (tanks["reliability"], tanks["credibility"]) == ("A", 2)
    assert tanks["disagreement"] is True
    assert tanks["single_party"] is False
    part = rows["support/red-army/t-55"]
    assert (part["count_text"], part["included_in"]) == ("not stated", "support/red-army/tank")


def test_a_denial_is_told_with_whom_it_was_heard_from(valley: Database) -> None:
    """Red command's word is known through the paper alone, so it is the paper's."""
    assert by_row("inventory blue", valley)["support/red-army/tank"]["contested_by"] == "The Paper"


def test_nothing_but_losses(valley: Database) -> None:
    row = by_row("inventory blue", valley)["own/blue/boat"]
    assert (row["count_text"], row["count_low"], row["count_high"]) == ("not stated", None, None)
    assert (row["lost_text"], row["lost_low"], row["lost_high"]) == ("3", 3, 3)
    assert (row["place"], row["earliest"], row["latest"]) == ("near Ford", "2019-01-01", "2019-12-31")


def test_nothing_but_plans(valley: Database) -> None:
    """Forty strikes show that Blue has drones, so there is a row of them; the five that are planned are not counted."""
    row = by_row("inventory blue", valley)["own/blue/drone"]
    assert (row["count_text"], row["count_low"], row["count_high"]) == ("not stated", 1, None)
    early = by_row("inventory blue --system drone --as-of 2020-03-10", valley)
    assert early["own/blue/drone"]["count_text"] == "not stated"


def test_flags(valley: Database) -> None:
    assert flags("inventory blue", "tank", valley) == "A2, differ, denied"
    assert flags("inventory blue", "truck", valley) == "C3, 1 party"
    assert flags("inventory blue", "drone", valley) == "C3, 1 party, +1 planned"


def test_nothing_but_a_withdrawal_is_called_so() -> None:
    """Who only took some away is said neither to have a number left nor to be denied to have any."""
    catalogue = Catalogue(tree("equipment: tank boat"), tree("blue"))
    catalogue.report("news", "2020-06-01")
    catalogue.origin("said", "paper")
    about = {"report": "news", "origin": "said", "operator": "blue", "span": ("2020-05-01", "2020-05-31")}
    catalogue.claim("tanks", count="9", system="tank", action="withdrawn", **about)
    catalogue.claim("more", count="4", system="tank", action="planned", **about)
    catalogue.claim("boats", count="2", system="boat", action="planned", **about)
    answer = Answer(catalogue.ask("blue"), catalogue.directory, {row.id: row for row in catalogue.rows})
    [table, *_] = tables(answer, ("own",))
    keys = [column.key or column.heading for column in table.columns]
    told = {row[keys.index("system")]: (row[keys.index("count_text")], row[keys.index("Grade")]) for row in table.rows}
    assert told == {"tank": ("(withdrawn)", "B3, 1 party, +1 planned"), "boat": ("(planned)", "F6")}


def test_titles_and_sections(valley: Database) -> None:
    told = oob("inventory", "blue", "--as-of", "2020-03-31", "--known-by", "2020-04", "--at", "town", db=valley).out
    assert told.startswith("Alleged holdings of Blueland (Blue) at Town on 31 March 2020, as known by 30 April 2020\n")
    assert "Held by others in support of Blue\n" in told
    assert "Held by Blue\n" not in told


def test_an_empty_inventory_needs_no_instructions(valley: Database) -> None:
    told = oob("inventory", "grey", db=valley).out
    assert told == "Alleged holdings of Grey Company\n\nNothing found.\n"


def test_activity(valley: Database) -> None:
    [row] = table("inventory blue --section activity", valley)["rows"]
    told = (row["activity"], row["system"], row["operator"], row["times_text"], row["times_low"], row["place"])
    assert told == ("Strikes on Ford", "drone", "Blue", "40", 40, "Ford")
    assert (row["earliest"], row["latest"], row["single_party"]) == ("2020-02-01", "2020-03-09", True)


# -- footnotes ------------------------------------------------------------------------------------------------------


def test_footnotes_are_numbered_as_they_are_needed(valley: Database) -> None:
    """The boats come first and are the paper's own; then the ministry's drones; the denial is in the tanks' row."""
    found = table("inventory blue", valley, "activity")
    assert found["footnotes"] == [
        "The Paper, own reporting; reliability A. In: A. Writer; B. Other, The Paper, \u201cTanks in the valley\u201d,"
        " 10 March 2020 [paper-2020-03-10], par. 4, 5, 10, 11.",
        "The Spokesman (Ministry), briefing, 9 March 2020; reliability C. In: A. Writer; B. Other, The Paper,"
        " \u201cTanks in the valley\u201d, 10 March 2020 [paper-2020-03-10], par. 2, 9, 12; The Gazette,"
        " about 11 March 2020 [gazette-2020-03-11], repeating paper-2020-03-10, par. 1.",
        "Red command (The Paper), as told by The Paper, statement; reliability A. In: A. Writer; B. Other, The Paper,"
        " \u201cTanks in the valley\u201d, 10 March 2020 [paper-2020-03-10], par. 7.",
    ]
    text = oob("inventory", "blue", "--section", "own", db=valley).out
    [boats] = [line for line in text.splitlines() if line.startswith("boat")]
    assert boats.endswith("[1]")
    [trucks] = [line for line in text.splitlines() if line.startswith("truck")]
    assert trucks.endswith("[2]")


def test_every_footnote_is_used_and_every_mark_has_its_footnote(valley: Database, shipped: Database) -> None:
    for line, db in (("claims", valley), ("timeline blue", valley), ("why lna aircraft", shipped), ("claims", shipped)):
        found = table(line, db)
        used = {number for row in found["rows"] for number in row["notes"]}
        assert used == set(range(1, len(found["footnotes"]) + 1)), line
        first = list(dict.fromkeys(number for row in found["rows"] for number in row["notes"]))
        assert first == sorted(first), f"{line}: not in the order in which they are needed"


# -- compare --------------------------------------------------------------------------------------------------------


def test_compare_counts_together_once(valley: Database) -> None:
    """The tanks are Red's own and in support of Blue: 12 or 20+ together, not 24. Blue's trucks come on top."""
    found = {row["system"]: row for row in table("compare blue red", valley)["rows"]}
    tanks = found["tank"]
    assert (tanks["blue_support"], tanks["red_own"], tanks["together"]) == ("12 or 20+",) * 3
    assert (tanks["blue_own"], tanks["red_support"], tanks["red_backers"]) == (None, None, None)
    assert (tanks["together_low"], tanks["together_high"]) == (12, None)
    trucks = found["truck"]
    assert (trucks["blue_own"], trucks["red_own"], trucks["together"]) == ("7", None, "7")
    assert (trucks["together_low"], trucks["together_high"]) == (7, 7)
    assert found["boat"]["blue_own"] == found["boat"]["together"] == "not stated"
    assert found["T-55"]["included_in"] == "tank"
    assert "paper-2020-03-10/twelve" in tanks["claims"]
    assert "paper-2020-03-10/trucks" not in tanks["claims"]


def test_compare_of_a_class(valley: Database) -> None:
    """Asked for vehicles, there is a row of them: 7 trucks and 12 or 20+ tanks make 19 or 27+."""
    found = {row["system"]: row for row in table("compare blue red --system vehicle", valley)["rows"]}
    assert found["vehicle"]["together"] == "19 or 27+"
    assert found["vehicle"]["blue_own"] == "7"
    assert found["vehicle"]["blue_support"] == found["vehicle"]["red_own"] == "12 or 20+"
    assert found["vehicle"]["included_in"] is None
    assert found["tank"]["included_in"] == found["truck"]["included_in"] == "vehicle"


def test_compare_is_indented_like_an_inventory(valley: Database) -> None:
    told = oob("compare", "blue", "red", "--system", "vehicle", db=valley).out.splitlines()
    names = [re.match(r" *\S+", line)[0] for line in told[4:8]]
    assert names == ["vehicle", "  tank", "    T-55", "  truck"]


def test_compare_counts_once_what_only_a_row_that_is_not_compared_tells_to_be_the_same() -> None:
    """Grey's 12 T-55s may be Blue's 5 tanks, which Grey gave; 3 T-55s are among those. So 12 T-55s together, not 15."""
    catalogue = Catalogue(tree("equipment: tank; tank: t-55"), tree("blue: army; grey"))
    catalogue.report("news", "2020-06-01")
    catalogue.origin("said", "paper")
    about = {"report": "news", "origin": "said", "action": "present", "span": ("2020-05-01", "2020-05-31")}
    catalogue.claim("grey", count="12", system="t-55", operator="grey", beneficiary="blue", **about)
    catalogue.claim("blue", count="5", system="tank", operator="blue", supplier="grey", **about)
    catalogue.claim("army", count="3", system="t-55", operator="army", **about)

    for system in ({}, {"system": "tank"}):

        def answer(*factions: str, system: dict[str, str] = system) -> Answer:
            found = catalogue.ask(*factions, **system)
            return Answer(found, catalogue.directory, {row.id: row for row in catalogue.rows})

        told = compare([answer("blue"), answer("grey")], answer("blue", "grey"))
        keys = [column.key for column in told.columns]
        found = {row[keys.index("system")]: dict(zip(keys, row, strict=True)) for row in told.rows}
        t_55 = found["t-55"]
        assert (t_55["blue_own"], t_55["blue_support"], t_55["together"]) == ("3", "12", "12")
        assert found["tank"]["together"] == "12"


def test_a_row_names_those_that_it_may_share_things_with() -> None:
    """Of Blue's 9 T-55s and the army's 5 tanks some may be the same: without the row of Blue's tanks, 9 in all."""
    catalogue = Catalogue(tree("equipment: tank; tank: t-55"), tree("blue: army"))
    catalogue.report("news", "2020-06-01")
    catalogue.origin("said", "paper")
    about = {"report": "news", "origin": "said", "action": "present", "span": ("2020-05-01", "2020-05-31")}
    catalogue.claim("blue", count="9", system="t-55", operator="blue", **about)
    catalogue.claim("army", count="5", system="tank", operator="army", **about)
    answer = Answer(catalogue.ask("blue"), catalogue.directory, {row.id: row for row in catalogue.rows})
    [table, *_] = tables(answer, ("own",))
    at = [[column.key for column in table.columns].index(key) for key in ("row", "included_in", "shared_with")]
    [army] = [each for each in answer.inventory.holdings if each.holder == "army"]
    [t_55] = [each for each in answer.inventory.holdings if each.system == "t-55"]
    assert answer.apart([t_55, army]) == [t_55], "to be added up"
    assert answer.outermost([t_55, army]) == [t_55, army], "to be named, each with what is said of it"
    assert {row[at[0]]: (row[at[1]], row[at[2]]) for row in table.rows} == {
        "own/blue/tank": (None, ()),
        "own/blue/t-55": ("own/blue/tank", ()),
        "own/army/tank": ("own/blue/tank", ("own/blue/t-55",)),
    }


# -- conflicts and gaps ---------------------------------------------------------------------------------------------


def test_conflicts_name_who_says_what(valley: Database) -> None:
    rows = table("conflicts", valley)["rows"]
    assert {(row["speaker"], row["count"]) for row in rows} == {
        ("The Spokesman", "12"),
        ("The Paper", "at least 20"),
        ("Red command", None),
    }
    assert {(row["system"], row["holder"], row["readings"], row["event"]) for row in rows} == {
        ("tank", "Red Army", "12 or 20+", "Tanks brought to Town")
    }


def test_no_conflict_before_the_second_word(valley: Database) -> None:
    assert table("conflicts --known-by 2020-03-09", valley)["rows"] == []
    assert "Nothing found." in oob("conflicts", "--known-by", "2020-03-09", db=valley).out


def test_gaps_by_kind(valley: Database) -> None:
    """Counted claims alone: neither what is planned (the drones to be bought) nor what is denied."""
    rows = table("gaps", valley)["rows"]
    kinds: dict[str, set[str]] = {}
    for row in rows:
        kinds.setdefault(row["gap"], set()).update(claim.partition("/")[2] for claim in row["claims"])
    assert kinds["undated"] == {"twenty", "t-55", "twelve-again"}
    assert kinds["unplaced"] == {"trucks"}
    assert kinds["not linked"] == {"boats-lost"}
    assert "no holder" not in kinds
    alone = {row["subject"] for row in rows if row["gap"] == "single-party"}
    assert "truck, Blue: 7 (only Ministry says so)" in alone
    assert not [subject for subject in alone if subject.startswith("tank,")]
    text = oob("gaps", db=valley).out
    assert "Undated (3): the text gives no time" in text


# -- why ------------------------------------------------------------------------------------------------------------


def test_why_in_full(valley: Database) -> None:
    rows = table("why blue tank", valley)["rows"]
    assert [(row["step"], row["text"]) for row in rows] == [
        ("claim", "The Spokesman (alleged): Twelve tanks came. \u201c12\u201d = 12."),
        ("claim", "The Spokesman (alleged): Twelve tanks came. \u201c12\u201d = 12."),
        (
            "one voice",
            "These 2 claims in 2 reports go back to one utterance, of The Spokesman: it counts once; its wording 12"
            " stands.",
        ),
        ("claim", "The Paper (asserted): Twenty tanks or more came. \u201cat least 20\u201d = 20+."),
        ("reading", "\u201c12\u201d stands alone: 12."),
        ("reading", "\u201cat least 20\u201d stands alone: 20+."),
        (
            "disagreement",
            "No number fits all of them, so on the event \u201cTanks brought to Town\u201d (arrival) the figures"
            " differ: 12 or 20+.",
        ),
        (
            "part",
            "T-55 held by Red Army (not stated) is part of this row: it can raise the number, and is never added"
            " to it.",
        ),
        ("arrival", "No earlier level with a number is known, so what arrived is what is held: 12 or 20+."),
        ("result", "So the row says: 12 or 20+."),
        (
            "denial",
            "Red command denies it: Red command denies the tanks. That lowers no number; the row is marked contested.",
        ),
        (
            "support",
            "The number rests on 3 claims in 2 reports, by 2 utterances of 2 independent parties: Ministry and The"
            " Paper.",
        ),
        (
            "credibility",
            "2, probably true: two or more independent parties, but they disagree on the number or somebody denies it.",
        ),
    ]
    assert oob("why", "blue", "tank", db=valley).out.splitlines()[2] == (
        "tank of Red Army, held by others in support of the faction: 12 or 20+"
    )


def test_why_of_strikes(valley: Database) -> None:
    told = [row["text"] for row in table("why blue drone", valley)["rows"]]
    assert "The Spokesman (alleged): Blue flew forty strikes. \u201c40\u201d = 40." in told
    assert "So the row says: 40. It counts uses, never systems." in told
    assert "So the row says: not stated." in told
    assert [text for text in told if "Blue plans to buy five drones. This is planned, so it is shown" in text]


def test_why_says_how_much_the_clocks_left_out(valley: Database) -> None:
    told = oob("why", "blue", "truck", "--known-by", "2020-03-10", db=valley).out
    assert "left out" not in told
    told = oob("why", "blue", "tank", "--known-by", "2020-03-10", db=valley).out
    assert "1 more claim on this left out: not published, or not yet so, on the dates asked for." in told


# -- lists ----------------------------------------------------------------------------------------------------------


def test_lists_are_trees(valley: Database) -> None:
    told = oob("systems", db=valley).out
    names = [re.match(r" *\S+", line)[0] for line in told.splitlines()[4:]]
    assert names == ["equipment", "  boat", "  drone", "  vehicle", "    tank", "      T-55", "    truck", "personnel"]
    rows = {row["id"]: row for row in table("systems", valley)["rows"]}
    assert (rows["tank"]["parent"], rows["tank"]["claims"]) == ("vehicle", 4)
    assert (rows["vehicle"]["claims"], rows["equipment"]["parent"]) == (0, None)


def test_sources_show_their_party(valley: Database) -> None:
    rows = {row["id"]: row for row in table("sources", valley)["rows"]}
    assert rows["spokesman"]["party"] == "ministry"
    assert rows["ministry"]["party"] == "ministry"
    assert rows["paper"]["party"] == "paper"


def test_a_card_shows_what_is_known_and_how_to_go_on(valley: Database) -> None:
    told = oob("show", "red", db=valley).out
    assert told.startswith("Force: Redland\n")
    assert "theatre  Valley [valley]" in told
    assert "parts    red-army" in told
    assert "wikidata" not in told
    assert "More: oob inventory red; oob claims --force red" in told
    claim = {row["what"]: row["value"] for row in table("show paper-2020-03-10/twenty", valley)["rows"]}
    assert claim["number"] == "at least 20"
    assert claim["read as"] == "20 to open"
    assert claim["origin"] == "The Paper, own reporting [paper-own]"
    assert claim["event"] == "Tanks brought to Town (arrival) [tanks-in]"
    assert claim["stance"].startswith("asserted: ")
    assert "when" not in claim
