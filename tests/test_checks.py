"""Each check, by what a person is told: one fault is put into two sound files, and nothing else is complained of."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import Write

from oob import catalog, checks
from oob.checks import Known, Scope

CATALOGUE = """\
systems:
  - {id: equipment, name: equipment}
  - {id: aircraft, name: aircraft, parent: equipment, aliases: [plane]}
  - {id: mig-29, name: MiG-29, parent: aircraft}
forces:
  - {id: lna, name: Libyan National Army, short: LNA, kind: militia, theatre: libya}
  - {id: russia, name: Russia, kind: state}
places:
  - {id: libya, name: Libya, kind: country}
  - {id: al-jufra, name: Al Jufra, kind: base, within: libya, latitude: 29.1981, longitude: 16.0010, precision_km: 2}
sources:
  - {id: times, name: Example Times, kind: outlet, reliability: C, reason: made up}
  - {id: official, name: unnamed official, kind: unnamed, reliability: F, reason: nobody knows who}
"""

REPORT = """\
report:
  id: times-2020-05-27
  publisher: Example Times
  published: 2020-05-27
  dated_by: its date line
origins:
  briefing: {speaker: official, made: 2020-05-26, basis: briefing}
events:
  jets: {kind: arrival, title: Jets flown in}
claims:
  - key: at-least-14
    origin: briefing
    event: jets
    paragraph: 1
    says: Jets came to Jufra.
    action: deployed
    stance: alleged
    system: MiG-29
    count: at least 14
    operator: Russia
    beneficiary: LNA
    to: Al Jufra
    when: 2020-05
"""


def found(tmp_path: Path, known: Known | None = None) -> tuple[list[str], set[str]]:
    """What is told of all files in a folder, and the names of the checks that tell something."""
    read = catalog.read(catalog.find([tmp_path]))
    told = [str(problem).removeprefix(f"{tmp_path}/") for problem in checks.run(Scope(read, known or Known()))]
    complaining = {check.__name__ for check in checks.CHECKS if list(check(Scope(read, known or Known())))}
    return told, complaining


def test_the_sound_files_are_sound(tmp_path: Path, write: Write) -> None:
    write("c.yaml", CATALOGUE)
    write("r.yaml", REPORT)
    assert found(tmp_path) == ([], set())


@dataclass(frozen=True)
class Fault:
    """A fault: what stands in the place of what, the check that is to notice, and all that is to be told."""

    check: str
    old: str
    new: str
    told: tuple[str, ...]

    def __str__(self) -> str:
        return self.new.strip().replace("\n", " ")[:60]


def fault(check: str, old: str, new: str, *told: str) -> Fault:
    return Fault(check, old, new, told)


COUNT = (
    "write a number (12, two dozen, 1,000), a bound (at least 14, more than 800, up to 2,500), a range (3,500 to"
    " 3,800), about 240, or a word such as several, dozens or hundreds; leave the count empty where the report gives no"
    " number"
)
WHEN = (
    "write year, month and day as far as they are known: 2020-05-26, 2020-05 or 2020, with ~ for about and ? for"
    " uncertain; 2020-05/2020-06 for a stretch of time, 2019/.. for since 2019"
)

FAULTS = [
    # a value's grammar
    fault(
        "values_are_well_formed",
        "when: 2020-05\n",
        "when: 2020-13-40\n",
        "r.yaml:23: when: '2020-13-40': there is no month 13; months are 01 to 12",
    ),
    fault(
        "values_are_well_formed",
        "published: 2020-05-27",
        "published: 31/05/2020",
        "r.yaml:4: published: '31/05/2020': write the year first, 2020-05-31",
    ),
    fault(
        "values_are_well_formed", "when: 2020-05\n", "when: soon\n", f"r.yaml:23: when: 'soon' is not a date: {WHEN}"
    ),
    fault(
        "values_are_well_formed", "at least 14", "lots", f"r.yaml:19: count: 'lots' cannot be read as a count: {COUNT}"
    ),
    fault(
        "values_are_well_formed",
        "at least 14",
        "99999999999",
        "r.yaml:19: count: '99999999999' is too large for a count: the most is 1,000,000,000",
    ),
    fault(
        "values_are_well_formed",
        "key: at-least-14",
        "key: At least 14",
        "r.yaml:11: key: 'At least 14' is not an id: small letters a-z, digits and hyphens, at most 80",
    ),
    fault(
        "values_are_well_formed",
        "paragraph: 1",
        "paragraph: 0",
        "r.yaml:14: paragraph: '0' is not a paragraph number, counted from 1",
    ),
    fault(
        "values_are_well_formed",
        "latitude: 29.1981",
        "latitude: 29°12'N",
        'c.yaml:10: latitude: "29°12\'N" is not a plain number such as 29.1981',
    ),
    fault(
        "values_are_well_formed",
        "  dated_by:",
        "  url: example.org\n  dated_by:",
        "r.yaml:5: url: 'example.org' is not a web address that begins with http:// or https://",
    ),
    fault(
        "values_are_well_formed",
        "  dated_by:",
        "  sha256: abc\n  dated_by:",
        "r.yaml:5: sha256: 'abc' is not a sha256: 64 digits of 0-9 and a-f",
    ),
    fault(
        "values_are_well_formed",
        "{id: russia,",
        "{id: russia, wikidata: 159,",
        "c.yaml:7: wikidata: '159' is not a Wikidata item such as Q1016",
    ),
    fault(
        "values_are_well_formed",
        "    stance: alleged\n",
        "    stance: alleged\n    confidence: 85%\n",
        "r.yaml:18: confidence: '85%' is not a number from 0 to 1, such as 0.85",
    ),
    fault(
        "values_are_well_formed",
        "    stance: alleged\n",
        "    stance: alleged\n    confidence: 1.01\n",
        "r.yaml:18: confidence: '1.01' is not a number from 0 to 1, such as 0.85",
    ),
    # a value's characters
    fault(
        "values_are_well_formed",
        "says: Jets came to Jufra.",
        r'says: "Jets \e[31m came"',
        "r.yaml:15: says: holds what cannot be seen (U+001B CONTROL CHARACTER); type the value anew",
    ),
    fault(
        "values_are_well_formed",
        "says: Jets came to Jufra.",
        "says: Jets \N{RIGHT-TO-LEFT OVERRIDE}came",
        "r.yaml:15: says: holds what cannot be seen (U+202E RIGHT-TO-LEFT OVERRIDE); type the value anew",
    ),
    fault(
        "values_are_well_formed",
        "count: at least 14",
        "count: 1\N{ZERO WIDTH SPACE}4",
        "r.yaml:19: count: holds what cannot be seen (U+200B ZERO WIDTH SPACE); type the value anew",
    ),
    fault(
        "values_are_well_formed",
        "says: Jets came to Jufra.",
        r'says: "Jets\0\r\tcame"',
        "r.yaml:15: says: holds what cannot be seen (U+0000 CONTROL CHARACTER, U+000D CONTROL CHARACTER, U+0009 CONTROL"
        " CHARACTER); type the value anew",
    ),
    fault(
        "values_are_well_formed",
        "says: Jets came to Jufra.",
        "says: |\n      Jets came\n      to Jufra.",
        "r.yaml:15: says: should be one line; write '>-' where it has '|'",
    ),
    # closed lists
    fault(
        "values_are_of_their_list",
        "action: deployed",
        "action: deployd",
        "r.yaml:16: unknown action 'deployd'; did you mean 'deployed'?",
    ),
    fault(
        "values_are_of_their_list",
        "stance: alleged",
        "stance: xyz",
        "r.yaml:17: unknown stance 'xyz'; it is one of asserted, assessed, alleged, possible, denied",
    ),
    fault(
        "values_are_of_their_list",
        "reliability: C",
        "reliability: G",
        "c.yaml:12: unknown reliability 'G'; it is one of A, B, C, D, E, F",
    ),
    fault(
        "values_are_of_their_list",
        "    stance: alleged\n",
        "    stance: alleged\n    review: acepted\n",
        "r.yaml:18: unknown review 'acepted'; did you mean 'accepted'?",
    ),
    # ids
    fault(
        "ids_are_given_once",
        "claims:\n",
        "claims:\n  - {key: at-least-14, origin: briefing, paragraph: 2, says: Another., action: backs, stance:"
        " alleged, operator: Russia, beneficiary: LNA}\n",
        "r.yaml:12: claim 'times-2020-05-27/at-least-14' is defined twice: first at r.yaml:11",
    ),
    fault(
        "ids_are_given_once",
        "  - {id: equipment, name: equipment}\n",
        "  - {id: equipment, name: equipment}\n  - {id: equipment, name: materiel}\n",
        "c.yaml:3: system 'equipment' is defined twice: first at c.yaml:2",
    ),
    # names
    fault(
        "names_mean_one_thing",
        "name: MiG-29,",
        "name: MiG-29, aliases: [jet, PLANE],",
        "c.yaml:4: 'PLANE' is a spelling of the system 'aircraft' already",
    ),
    fault(
        "names_mean_one_thing",
        "name: MiG-29,",
        "name: MiG-29, aliases: ['--'],",
        "c.yaml:4: '--' has no letters or digits, so nothing could refer to it; take it out",
    ),
    # references
    fault(
        "references_are_known",
        "system: MiG-29",
        "system: MiG-92",
        "r.yaml:18: unknown system 'MiG-92'; if it is new, describe it in a catalogue file",
    ),
    fault(
        "references_are_known",
        "system: MiG-29",
        "system: aircrfat",
        "r.yaml:18: unknown system 'aircrfat'; did you mean 'aircraft'?",
    ),
    fault(
        "references_are_known",
        "beneficiary: LNA",
        "beneficiary: Libyan Natoinal Army",
        "r.yaml:21: unknown force 'Libyan Natoinal Army'; did you mean 'lna'?",
    ),
    fault(
        "references_are_known",
        "to: Al Jufra",
        "to: [Libya, Jufraa]",
        "r.yaml:22: unknown place 'Jufraa'; did you mean 'al-jufra'?",
    ),
    fault(
        "references_are_known",
        "publisher: Example Times",
        "publisher: Exmaple Times",
        "r.yaml:3: unknown source 'Exmaple Times'; did you mean 'times'?",
    ),
    fault(
        "references_are_known",
        "  dated_by:",
        "  repeats: cnn-2019\n  dated_by:",
        "r.yaml:5: unknown report 'cnn-2019'; if it is new, describe it in its report file",
    ),
    fault(
        "references_are_known",
        "origin: briefing",
        "origin: breifing",
        "r.yaml:12: unknown origin 'breifing'; did you mean 'briefing'?",
    ),
    fault(
        "references_are_known",
        "event: jets",
        "event: jests",
        "r.yaml:13: unknown event 'jests'; did you mean 'jets'?",
    ),
    fault(
        "references_are_known",
        "parent: aircraft}",
        "parent: aircraft, made_in: [russia, Libya]}",
        "c.yaml:4: unknown place 'russia'; if it is new, describe it in a catalogue file",
    ),
    fault(
        "references_are_known",
        "parent: aircraft}",
        "parent: plain}",
        "c.yaml:4: unknown system 'plain'; did you mean 'aircraft'?",
    ),
    # trees
    fault(
        "trees_have_no_cycles",
        "{id: equipment, name: equipment}",
        "{id: equipment, name: equipment, parent: MiG-29}",
        "c.yaml:2: parent: the system 'equipment' leads back to itself: equipment -> mig-29 -> aircraft -> equipment;"
        " take out one link",
        "c.yaml:3: parent: the system 'aircraft' leads back to itself: aircraft -> equipment -> mig-29 -> aircraft;"
        " take out one link",
        "c.yaml:4: parent: the system 'mig-29' leads back to itself: mig-29 -> aircraft -> equipment -> mig-29;"
        " take out one link",
    ),
    fault(
        "trees_have_no_cycles",
        "{id: russia, name: Russia, kind: state}",
        "{id: russia, name: Russia, kind: state, part_of: russia}",
        "c.yaml:7: part_of: the force 'russia' leads back to itself: russia -> russia; take out one link",
    ),
    fault(
        "trees_have_no_cycles",
        "name: Libya, kind: country",
        "name: Libya, kind: country, within: Al-Jufra",
        "c.yaml:9: within: the place 'libya' leads back to itself: libya -> al-jufra -> libya; take out one link",
        "c.yaml:10: within: the place 'al-jufra' leads back to itself: al-jufra -> libya -> al-jufra; take out one"
        " link",
    ),
    fault(
        "trees_have_no_cycles",
        "kind: outlet,",
        "kind: outlet, part_of: Example Times,",
        "c.yaml:12: part_of: the source 'times' leads back to itself: times -> times; take out one link",
    ),
    fault(
        "trees_have_no_cycles",
        "  dated_by:",
        "  repeats: times-2020-05-27\n  dated_by:",
        "r.yaml:5: repeats: the report 'times-2020-05-27' leads back to itself: times-2020-05-27 -> times-2020-05-27;"
        " take out one link",
    ),
    # coordinates
    fault(
        "coordinates_are_on_earth",
        " longitude: 16.0010,",
        "",
        "c.yaml:10: place 'al-jufra' has one coordinate; give latitude and longitude",
    ),
    fault(
        "coordinates_are_on_earth",
        "latitude: 29.1981",
        "latitude: 99",
        "c.yaml:10: latitude: 99 is not between -90 and 90",
    ),
    fault(
        "coordinates_are_on_earth",
        "longitude: 16.0010",
        "longitude: -180.5",
        "c.yaml:10: longitude: -180.5 is not between -180 and 180",
    ),
    fault(
        "coordinates_are_on_earth",
        "precision_km: 2",
        "precision_km: 0",
        "c.yaml:10: precision_km: should be more than 0",
    ),
    # claims
    fault(
        "claims_have_what_counts",
        "    system: MiG-29\n",
        "",
        "r.yaml:11: claim 'at-least-14' (deployed) lacks a system; name one, be it as general as 'equipment'",
    ),
    fault(
        "claims_have_what_counts",
        "action: deployed\n    stance: alleged\n    system: MiG-29\n    count: at least 14\n    operator: Russia\n"
        "    beneficiary: LNA\n",
        "action: backs\n    stance: alleged\n    operator: Russia\n",
        "r.yaml:11: claim 'at-least-14' (backs) needs the backer as operator, the backed as beneficiary",
    ),
    fault(
        "claims_have_what_counts",
        "    event: jets\n    paragraph: 1\n    says: Jets came to Jufra.\n    action: deployed\n",
        "    paragraph: 1\n    says: Jets came to Jufra.\n    action: captured\n",
        "r.yaml:11: claim 'at-least-14' (captured) needs the captor as opponent",
    ),
    fault(
        "claims_have_what_counts",
        "action: deployed",
        "action: trained",
        "r.yaml:19: count: 'trained' counts nothing; leave the count out",
    ),
    fault(
        "events_fit_their_claims",
        "action: deployed",
        "action: destroyed",
        "r.yaml:13: event: 'jets' is of the kind arrival, and 'destroyed' is a departure; give the claim an event of"
        " its own kind",
    ),
    fault(
        "claims_do_not_foresee",
        "when: 2020-05\n",
        "when: 2020-06\n",
        "r.yaml:23: when: 2020-06 is after the report was published (2020-05-27); one of the two is wrong, or the"
        " action is 'planned'",
    ),
]


@pytest.mark.parametrize("case", FAULTS, ids=str)
def test_a_fault_is_told_by_one_check_alone(tmp_path: Path, write: Write, case: Fault) -> None:
    assert (CATALOGUE + REPORT).count(case.old) == 1
    write("c.yaml", CATALOGUE.replace(case.old, case.new))
    write("r.yaml", REPORT.replace(case.old, case.new))
    told, complaining = found(tmp_path)
    assert told == [each.replace("first at ", f"first at {tmp_path}/") for each in case.told]
    assert complaining == {case.check}


AMID_WHAT_IS_KNOWN = {"events_keep_their_claims"}
"""Checks of files against claims in the catalogue, tried below."""


def test_every_check_has_a_fault_above() -> None:
    told = {case.check for case in FAULTS}
    assert told | AMID_WHAT_IS_KNOWN == {check.__name__ for check in checks.CHECKS}
    assert not told & AMID_WHAT_IS_KNOWN


@pytest.mark.parametrize("changed", [("action: deployed", "action: destroyed"), ("when: 2020-05\n", "when: 2020-06\n")])
def test_a_withdrawn_claim_stays_as_it_was(tmp_path: Path, write: Write, changed: tuple[str, str]) -> None:
    """So that an export with it loads back, whatever became of its event and its report since."""
    write("c.yaml", CATALOGUE)
    write("r.yaml", REPORT.replace(*changed).replace("when: 2020", "withdrawn: a mistake\n    when: 2020"))
    assert found(tmp_path) == ([], set())


def test_a_report_of_uncertain_date_may_speak_of_its_last_possible_day(tmp_path: Path, write: Write) -> None:
    write("c.yaml", CATALOGUE)
    uncertain = REPORT.replace("published: 2020-05-27", "published: [2020-05-26..2020-06-01]")
    write("r.yaml", uncertain.replace("when: 2020-05\n", "when: 2020-06-01\n"))
    assert found(tmp_path) == ([], set())
    write("r.yaml", uncertain.replace("when: 2020-05\n", "when: 2020-06-02\n"))
    assert found(tmp_path)[1] == {"claims_do_not_foresee"}


# -- among files --------------------------------------------------------------------------------------------------


def test_two_reports_that_repeat_each_other(tmp_path: Path, write: Write) -> None:
    write("c.yaml", "sources: [{id: times, name: Times, kind: outlet, reliability: C, reason: made up}]\n")
    write("a.yaml", "report: {id: a, publisher: times, published: 2020, dated_by: x, repeats: b}\n")
    write("b.yaml", "report: {id: b, publisher: times, published: 2020, dated_by: x, repeats: a}\n")
    told, complaining = found(tmp_path)
    assert told == [
        "a.yaml:1: repeats: the report 'a' leads back to itself: a -> b -> a; take out one link",
        "b.yaml:1: repeats: the report 'b' leads back to itself: b -> a -> b; take out one link",
    ]
    assert complaining == {"trees_have_no_cycles"}


def test_all_problems_of_all_files_at_once_in_order(tmp_path: Path, write: Write) -> None:
    write("a.yaml", REPORT.replace("MiG-29", "MiG-92").replace("at least 14", "lots").replace("origin:", "orign:"))
    write("b.yaml", "report: a.yaml\n")
    write("c.yaml", CATALOGUE.replace("latitude: 29.1981", "latitude: 99").replace("kind: state", "knid: state"))
    assert found(tmp_path)[0] == [
        "a.yaml:11: this claim lacks 'origin'",
        "a.yaml:12: unknown key 'orign' in a claim; did you mean 'origin'?",
        "a.yaml:18: unknown system 'MiG-92'; if it is new, describe it in a catalogue file",
        f"a.yaml:19: count: 'lots' cannot be read as a count: {COUNT}",
        "b.yaml:1: a report should hold keys with values, such as 'id: ...'",
        "c.yaml:7: this force lacks 'kind'",
        "c.yaml:7: unknown key 'knid' in a force; did you mean 'kind'?",
        "c.yaml:10: latitude: 99 is not between -90 and 90",
    ]


def test_a_record_that_lacks_something_is_not_called_unknown_besides(tmp_path: Path, write: Write) -> None:
    write(
        "c.yaml",
        CATALOGUE.replace("{id: lna, name: Libyan National Army, short: LNA, kind: militia,", "{id: lna, short: LNA,"),
    )
    write("r.yaml", REPORT.replace("speaker: official, ", "").replace(", title: Jets flown in", ""))
    assert found(tmp_path)[0] == [
        "c.yaml:6: this force lacks 'name', 'kind'",
        "r.yaml:7: this origin lacks 'speaker'",
        "r.yaml:9: this event lacks 'title'",
    ]


def test_the_claims_of_a_report_that_lacks_something_are_checked_all_the_same(tmp_path: Path, write: Write) -> None:
    write("c.yaml", CATALOGUE)
    write("r.yaml", REPORT.replace("  dated_by: its date line\n", "").replace("at least 14", "many-ish"))
    assert [told.partition(": ")[0] for told in found(tmp_path)[0]] == ["r.yaml:2", "r.yaml:18"]


def test_two_files_may_bring_the_same_newcomer_in_the_same_words(tmp_path: Path, write: Write) -> None:
    newcomer = "sources: [{id: pilot, name: A pilot, kind: unnamed, reliability: F, reason: new, aliases: [flyer]}]\n"
    write("c.yaml", CATALOGUE)
    write("a.yaml", newcomer)
    write("r.yaml", REPORT + newcomer)
    assert found(tmp_path) == ([], set())
    write("r.yaml", REPORT + newcomer.replace("kind: unnamed", "kind: person"))
    told = "r.yaml:24: source 'pilot' is defined twice: first at {}/a.yaml:1"
    assert found(tmp_path)[0] == [told.format(tmp_path)]
    write("r.yaml", REPORT)
    write(
        "a.yaml", newcomer.replace("}]", "}, {id: pilot, name: A pilot, kind: unnamed, reliability: F, reason: new}]")
    )
    assert found(tmp_path)[0] == [f"a.yaml:1: source 'pilot' is defined twice: first at {tmp_path}/a.yaml:1"]


def test_proposals_that_nobody_looked_at_keep_a_file_from_being_loaded(tmp_path: Path, write: Write) -> None:
    def told(*reviews: str) -> list[str]:
        head, claim = REPORT.split("claims:\n")
        claims = "".join(
            claim.replace("at-least-14", f"c{number}") + (f"    review: {review}\n" if review else "")
            for number, review in enumerate(reviews)
        )
        path = write("r.yaml", f"{CATALOGUE}{head}claims:\n{claims}")
        scope = Scope(catalog.read([path]), Known())
        assert checks.run(scope) == []
        return [str(problem).replace(str(path), "r.yaml") for problem in checks.run(scope, checks.LOADING)]

    advice = "run 'oob review r.yaml', or delete the line 'review: proposed' from those that you accept"
    assert told("", "accepted", "skipped") == []
    assert told("", "proposed") == [f"r.yaml:50: 1 claim is a proposal that nobody has looked at: {advice}"]
    assert told(*["proposed"] * 5) == [
        f"r.yaml:37: 5 claims are proposals that nobody has looked at (lines 37, 51, 65 and 2 more): {advice}"
    ]


def test_names_in_a_file_that_cannot_be_read_are_not_called_unknown(tmp_path: Path, write: Write) -> None:
    write("c.yaml", CATALOGUE + "  - {id: cnn, name: 'never closed}\n")
    write("r.yaml", REPORT.replace("deployed", "deployd"))
    assert found(tmp_path)[0] == [
        "c.yaml:14: is not valid YAML: a quote is opened here and never closed",
        "r.yaml:16: unknown action 'deployd'; did you mean 'deployed'?",
    ]


def test_what_a_file_says_commands_no_terminal(tmp_path: Path, write: Write) -> None:
    write(
        "c.yaml", CATALOGUE + '  - {id: x, "na\\e[31mme": y, kind: outlet, reliability: C, reason: z, name: "\\e[2J"}\n'
    )
    write("r.yaml", REPORT.replace("action: deployed", r'action: "\e]0;x\a"').replace("key: at", r'"k\e[1m": at'))
    told, _ = found(tmp_path)
    assert told != []
    assert all(message.isprintable() for message in told)


# -- amid a catalogue ---------------------------------------------------------------------------------------------

KNOWN = Known(
    names={
        "system": {"equipment": "equipment", "aircraft": "aircraft", "plane": "aircraft", "mig29": "mig-29"},
        "force": {"lna": "lna", "libyannationalarmy": "lna", "russia": "russia"},
        "place": {"libya": "libya", "jufra": "al-jufra"},
        "source": {"times": "times", "exampletimes": "times", "official": "official"},
    },
    up={
        "system": {"equipment": None, "aircraft": "equipment", "mig-29": "aircraft"},
        "force": {"lna": None, "russia": None},
        "place": {"libya": None, "al-jufra": "libya"},
        "source": {"times": None, "official": None},
        "report": {"times-2020-05-20": None},
    },
    defined={"origin": {"briefing": "times-2020-05-27"}, "event": {"jets": "times-2020-05-27"}},
    events={"jets": "arrival"},
)


def test_a_report_may_use_all_that_is_known(tmp_path: Path, write: Write) -> None:
    write("r.yaml", REPORT)
    assert found(tmp_path, KNOWN) == ([], set())


def test_an_origin_and_an_event_belong_to_the_report_that_defined_them_first(tmp_path: Path, write: Write) -> None:
    write("r.yaml", REPORT.replace("times-2020-05-27", "my-own"))
    assert found(tmp_path, KNOWN)[0] == [
        "r.yaml:7: origin 'briefing' is defined by the report 'times-2020-05-27' already; use the id without defining"
        " it, or choose another",
        "r.yaml:9: event 'jets' is defined by the report 'times-2020-05-27' already; use the id without defining it, or"
        " choose another",
    ]


def test_a_known_event_has_its_kind(tmp_path: Path, write: Write) -> None:
    text = REPORT.replace("events:\n  jets: {kind: arrival, title: Jets flown in}\n", "")
    write("r.yaml", text.replace("deployed", "destroyed"))
    assert found(tmp_path, KNOWN)[1] == {"events_fit_their_claims"}


def test_an_event_keeps_the_kind_that_claims_of_other_reports_need(tmp_path: Path, write: Write) -> None:
    used = dataclasses.replace(KNOWN, uses={"jets": [("gazette", "delivered"), ("times-2020-05-27", "deployed")]})
    text = REPORT.replace("deployed", "destroyed").replace("kind: arrival", "kind: departure")
    write("r.yaml", text)
    assert found(tmp_path, used) == (
        [
            "r.yaml:9: kind: the report 'gazette' has a claim on 'jets' (delivered) that does not fit the kind"
            " departure; leave the kind, or change that claim first"
        ],
        {"events_keep_their_claims"},
    )
    assert found(tmp_path, KNOWN) == ([], set())


def test_a_spelling_that_another_has_in_the_catalogue(tmp_path: Path, write: Write) -> None:
    write("c.yaml", "systems:\n  - {id: glider, name: Glider, aliases: [plane]}\n")
    assert found(tmp_path, KNOWN)[0] == ["c.yaml:2: 'plane' is a spelling of the system 'aircraft' already"]


def test_a_spelling_may_move_when_its_owner_gives_it_up_in_the_same_load(tmp_path: Path, write: Write) -> None:
    write(
        "c.yaml",
        """
        systems:
          - {id: glider, name: Glider, aliases: [plane]}
          - {id: aircraft, name: aircraft, parent: equipment}
        """,
    )
    assert found(tmp_path, KNOWN) == ([], set())


def test_a_cycle_by_way_of_what_is_known(tmp_path: Path, write: Write) -> None:
    write("c.yaml", "systems:\n  - {id: equipment, name: equipment, parent: mig-29}\n")
    assert found(tmp_path, KNOWN)[0] == [
        "c.yaml:2: parent: the system 'equipment' leads back to itself: equipment -> mig-29 -> aircraft -> equipment;"
        " take out one link"
    ]


def test_a_report_repeats_a_known_one(tmp_path: Path, write: Write) -> None:
    write("r.yaml", REPORT.replace("  dated_by:", "  repeats: times-2020-05-20\n  dated_by:"))
    assert found(tmp_path, KNOWN) == ([], set())
