"""The catalogue that is shipped: it passes every check that a user's must pass, and says what the five reports say."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from oob import catalog, checks, count, paths, records
from oob.catalog import ClaimEntry, Entry, EventEntry, OriginEntry, ReportEntry, SourceEntry, SystemEntry
from oob.checks import Known, Scope
from oob.store import Database, Reader
from oob.texts import paragraphs as paragraphs_of
from oob.trees import Tree

SHARED = Path(__file__).parent.parent.parent / "shared"


@cache
def scope() -> Scope:
    return Scope(catalog.read(paths.shipped_catalogue()), Known())


def claims(**wanted: str) -> list[ClaimEntry]:
    """The shipped claims whose fields have given values."""
    return [
        claim for claim in scope().files.of(ClaimEntry) if all(getattr(claim, key) == wanted[key] for key in wanted)
    ]


def parties() -> Tree:
    return Tree({str(source.id): source.part_of for source in scope().files.of(SourceEntry)})


def test_it_passes_all_checks_and_leans_on_nothing_else() -> None:
    assert [str(problem) for problem in checks.run(scope())] == []


def test_it_refers_by_ids_alone_so_that_a_new_alias_changes_nothing() -> None:
    by_name = [
        f"{entry.file}:{value.line}: {value}"
        for entry in scope().files.entries
        for key, shape in catalog.shapes(type(entry)).items()
        if shape.refers
        for value in _texts(catalog.value(entry, key))
        if scope().resolve(shape.refers, value) != value
    ]
    assert by_name == []


def _texts(value: object) -> tuple[catalog.Text, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, catalog.Text) else ()


def test_a_file_a_report_named_by_its_id() -> None:
    assert [(Path(report.file).stem, str(report.id)) for report in scope().files.of(ReportEntry)] == [
        (name, name)
        for name in (
            "africom-images-2020-07",
            "camouflaged-fighters-2020-05",
            "cnn-2019-11-26",
            "cnn-2020-05-26",
            "unnamed-2019-11-27",
        )
    ]


def test_everything_that_is_defined_is_used() -> None:
    used = {claim.origin for claim in claims()} | {claim.event for claim in claims()}
    idle = [entry.id for kind in (OriginEntry, EventEntry) for entry in scope().files.of(kind) if entry.id not in used]
    assert idle == []


def test_every_system_is_equipment_or_personnel() -> None:
    systems = Tree({str(system.id): system.parent for system in scope().files.of(SystemEntry)})
    assert {systems.root(system) for system in systems.parents} == {"equipment", "personnel"}
    assert systems.within("mig-29", "fighter-aircraft")
    assert systems.within("bayraktar-tb2", "uav")
    assert not systems.within("mercenaries", "equipment")


@pytest.mark.parametrize(
    "speaker", ["us-africom", "us-dod", "us-officials-unnamed", "stephen-townsend", "david-schenker"]
)
def test_us_officials_and_africa_command_are_one_party(speaker: str) -> None:
    assert parties().root(speaker) == parties().root("us-africom")


@pytest.mark.parametrize("speaker", ["cnn", "ahmed-mismari", "unsmil", "gna-spokesmen", "russian-mod"])
def test_others_are_independent_of_them_and_of_each_other(speaker: str) -> None:
    others = {"us-africom", "cnn", "ahmed-mismari", "unsmil", "gna-spokesmen", "russian-mod"} - {speaker}
    assert parties().root(speaker) not in {parties().root(other) for other in others}


def test_the_report_of_27_november_repeats_the_one_of_cnn_and_brings_no_voice_of_its_own() -> None:
    (report,) = [report for report in scope().files.of(ReportEntry) if report.id == "unnamed-2019-11-27"]
    assert report.repeats == "cnn-2019-11-26"
    origins = {claim.origin for claim in claims(report="unnamed-2019-11-27")}
    assert origins
    assert origins <= {claim.origin for claim in claims(report="cnn-2019-11-26")}


def test_the_texts_of_may_2020_share_the_statement_of_africa_command() -> None:
    reports = {claim.report for claim in claims(origin="africom-2020-05-26")}
    assert reports == {"cnn-2020-05-26", "camouflaged-fighters-2020-05"}


def test_several_at_least_14_and_a_dozen_speak_of_one_delivery() -> None:
    jets = claims(event="jufra-jets-2020-05", system="fighter-aircraft")
    assert {str(claim.count) for claim in jets if claim.count} == {"several", "at least 14", "a dozen", "12"}
    assert {claim.event for claim in claims(system="mig-29")} == {"jufra-jets-2020-05"}


def test_mismari_denies_the_jets_and_claims_old_libyan_fighters() -> None:
    (denial,) = claims(origin="mismari-2020-05", stance="denied")
    assert denial.event == "jufra-jets-2020-05"
    assert any(claim.operator == "lna" for claim in claims(origin="mismari-2020-05", system="fighter-aircraft"))


def test_strikes_are_use_and_no_equipment() -> None:
    strikes = {count.parse(claim.count) for claim in claims(action="struck") if claim.count}
    assert {number.low for number in strikes} >= {801, 240}


def test_a_title_that_a_text_does_not_show_is_left_empty() -> None:
    titled = [str(report.id) for report in scope().files.of(ReportEntry) if report.title]
    assert titled == ["camouflaged-fighters-2020-05"]


def test_an_inferred_date_says_so_and_is_uncertain() -> None:
    inferred = [report for report in scope().files.of(ReportEntry) if "inferred" in report.dated_by]
    assert len(inferred) >= 3
    assert all(set(report.published) & set("[~?%/") for report in inferred)


@pytest.mark.parametrize(
    ("kind", "id_", "spellings"),
    [
        ("force", "lna", ["lna", "LNA", "Libyan National Army", "Haftar's forces"]),
        ("force", "gna", ["GNA", "Government of National Accord"]),
        ("force", "wagner-group", ["Wagner", "Wagner Group"]),
        ("place", "al-jufra", ["Al Jufra", "Al-Jufrah", "Jufra"]),
        ("place", "khmeimim", ["Khmeimim", "Hmeimim"]),
        ("system", "mig-29", ["MIG 29", "Mig29", "Fulcrum"]),
        ("system", "pantsir-s1", ["SA-22", "Pantsir"]),
        ("system", "bayraktar-tb2", ["TB-2", "Bayraktar TB2"]),
        ("source", "us-africom", ["AFRICOM", "Africa Command"]),
    ],
)
def test_the_presss_spellings_are_known(kind: str, id_: str, spellings: list[str]) -> None:
    assert {spelling: scope().resolve(kind, spelling) for spelling in spellings} == dict.fromkeys(spellings, id_)


def test_it_is_what_a_new_database_holds(shipped: Database) -> None:
    with Reader(shipped) as reader:
        held = {kind: {row[0] for row in reader.rows(f"SELECT id FROM {kind}")} for kind in records.ORDER}
    wanted = defaultdict(set)
    for entry in scope().files.entries:
        wanted[entry.KIND].add(_id(entry))
    assert held == wanted


def _id(entry: Entry) -> str:
    return str(entry.id)  # type: ignore[attr-defined]


# -- against the reports themselves, where they are at hand -------------------------------------------------------


def texts() -> dict[str, tuple[str, Path]]:
    """Report -> the text that its hash is of, and that text's file."""
    by_hash = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in sorted((SHARED / "seeds").glob("*.txt"))}
    found = {}
    for report in scope().files.of(ReportEntry):
        path = by_hash[str(report.sha256)]
        found[str(report.id)] = (path.read_text("utf-8"), path)
    return found


needs_texts = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared: the real reports")


@needs_texts
def test_every_claim_points_into_its_text() -> None:
    lengths = {report: len(paragraphs_of(text)) for report, (text, _) in texts().items()}
    assert len(lengths) == 5
    assert [claim.id for claim in claims() if int(claim.paragraph) > lengths[claim.report]] == []


@needs_texts
def test_what_a_report_calls_a_thing_stands_in_the_paragraph() -> None:
    paragraphs = {report: paragraphs_of(text) for report, (text, _) in texts().items()}
    elsewhere = [
        f"{claim.id}: {claim.system_text}"
        for claim in claims()
        if claim.system_text
        and not set(_words(claim.system_text))
        <= set(_words(" ".join(paragraphs[claim.report][: int(claim.paragraph)])))
    ]
    assert elsewhere == []


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text.casefold())


@needs_texts
def test_every_paragraph_in_which_the_gold_finds_a_claim_has_one() -> None:
    missing = []
    for report, (_, path) in texts().items():
        gold = json.loads((SHARED / "gold" / f"seed{path.name[:3]}.gold.json").read_text("utf-8"))
        here = {int(claim.paragraph) for claim in claims(report=report)}
        missing += [
            f"{report}: {each['id']} in paragraph {each['paragraph']}" for each in gold if each["paragraph"] not in here
        ]
    assert missing == []
