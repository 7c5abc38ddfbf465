"""Places that the catalogue does not have: found by the words around their names, and brought by the draft."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from proposed import claims, knowledge

from oob import catalog, intake
from oob.catalog import ClaimEntry, PlaceEntry
from oob.reading import documents
from oob.reading.drafts import draft
from oob.reading.unlisted import kind_of, with_unlisted
from oob.store import Database, Reader


def found(*lines: str) -> list[str]:
    """The names of the places that the catalogue does not have, line by line."""
    known = [knowledge().gazetteer.find(line) for line in lines]
    both = with_unlisted(list(zip(lines, known, strict=True)), knowledge().by_name)
    return [
        each.meanings[0][1] for before, after in zip(known, both, strict=True) for each in after if each not in before
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two tanks burned near Tessikoro on Monday.", ["Tessikoro"]),
        ("The village of Kobadjala was shelled.", ["Kobadjala"]),
        ("They took the villages of Tiwala, Hajar Bouk, Old Sarmeda and Vellinge.",
         ["Tiwala", "Hajar Bouk", "Old Sarmeda", "Vellinge"]),
        ("A drone fell 12 km from Zelenopodilka.", ["Zelenopodilka"]),
        ("A convoy was hit south-east of Bir Tawsiya.", ["Bir Tawsiya"]),
        ("A jet took off from Radwaniya.", ["Radwaniya"]),
        ("Rockets were fired from Kharazza and Umm Sharayta.", ["Kharazza", "Umm Sharayta"]),
        ("Six trucks were seen at the Radwaniya airfield.", ["Radwaniya airfield"]),
        ("Six trucks were seen at Radwaniya Military Airport.", ["Radwaniya Military Airport"]),
        ("A patrol was ambushed in the Morkoye district.", ["Morkoye district"]),
        ("In the Zoryanka direction a howitzer was hit.", ["Zoryanka"]),
        ("The army retook Kassanga.", ["Kassanga"]),
        ("Rebels took control of Kassanga.", ["Kassanga"]),
        ("The tanks left Kassanga, a mining town.", ["Kassanga"]),
        ("Flights to Kassanga went on.", ["Kassanga"]),
        ("A MiG-29 was seen over al-Qurayta.", ["Al-Qurayta"]),
        ("Shells fell around Deir al-Ghusun.", ["Deir al-Ghusun"]),
        ("Residents of the capital Vorenburg heard blasts.", ["Vorenburg"]),
    ],
)  # fmt: skip
def test_a_place_is_known_by_what_stands_around_its_name(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Two tanks burned near Aleppo on Monday.",  # the catalogue has it
        "Two jets crashed in May.",
        "The jets were lost in Operation Desert Wind.",
        "An observer stood near Patrolling Point 14.",
        "It was agreed in Resolution 1970.",
        "The statement was posted in Arabic.",
        "A drone was seen near Kovalenko's house.",
        "The vote in NATO was put off.",
        "He said so at IDEX.",
        "Drones hit the city on Tuesday.",
        "The tanks came from Rosvooruzhenie.",  # who sells is no place
        "They were sold to Kovalenko.",
        "Kovalenko, a town clerk, saw them.",
        "Kovalenko, a deserter, saw them.",
        "Tanks Burn In Heavy Fighting With The Army",  # capitals tell nothing in a headline
        "A tank, in Kovalenko's words, is a coffin.",
        "Troops loyal to General Kovalenko withdrew.",
        "MiG-29s were serviced by Kovalenko near the front.",
    ],
)
def test_nothing_else_is_taken_for_a_place(text: str) -> None:
    assert found(text) == []


def test_a_name_that_was_told_once_is_known_everywhere() -> None:
    assert found("Kassanga Falls", "Kassanga fell on Monday.", "Rebels hold the town of Kassanga.") == ["Kassanga"] * 3


def test_spellings_of_one_name_are_one_place() -> None:
    assert found("Tanks stood near Al Qurayta.", "They left the village of al-Qurayta.") == ["Al-Qurayta"] * 2


def test_what_a_name_is_of() -> None:
    named = ("Radwaniya airfield", "Radwaniya Air Base", "Morkoye district", "Kassanga", "Base")
    assert [kind_of(name) for name in named] == ["base", "base", "region", "town", "town"]


def test_claims_are_placed_there_and_stand_apart_from_the_place_before() -> None:
    told = claims("Two tanks were destroyed near Aleppo. Three trucks were destroyed near Tessikoro.")
    assert [(each.system, each.places) for each in told] == [
        ("tank", {"near": ("aleppo",)}),
        ("truck", {"near": ("Tessikoro",)}),
    ]


def test_a_general_word_may_mean_it() -> None:
    told = claims("Rebels hold the village of Kassanga. Two trucks were destroyed in the village.")
    assert [(each.action, each.places) for each in told] == [
        ("controls", {"at": ("Kassanga",)}),
        ("destroyed", {"at": ("Kassanga",)}),
    ]


ARTICLE = """Losses in the hills

2024-05-09

GAO, May 9 (The Gazette) - Two T-72 tanks were destroyed near Deir Kassang on Monday. Three BMP-1s were seen at
the Radwaniya airfield."""


def drafted(folder: Path, name: str, text: str) -> Path:
    source = folder / f"{name}.txt"
    source.write_text(text.replace("\nthe Rad", " the Rad"), "utf-8")
    made = draft.make(documents.read(source), knowledge(), name=source.name, today=datetime.date(2026, 1, 1))
    path = folder / f"{name}.yaml"
    path.write_text(made.text.replace("    review: proposed\n", ""), "utf-8")
    return path


def test_a_draft_brings_the_places_and_says_them_in_words(tmp_path: Path) -> None:
    read = catalog.read([drafted(tmp_path, "one", ARTICLE)])
    assert [(each.id, each.name, each.kind) for each in read.of(PlaceEntry)] == [
        ("deir-kassang", "Deir Kassang", "town"),
        ("radwaniya-airfield", "Radwaniya airfield", "base"),
    ]
    assert [str(each.says).partition("that ")[2] for each in read.of(ClaimEntry)] == [
        "T-72 (two) were destroyed near Deir Kassang.",
        "BMP-1 (three) were there at Radwaniya airfield.",
    ]


def test_two_reports_may_bring_the_same_place(tmp_path: Path, filled: Database) -> None:
    one = drafted(tmp_path, "one", ARTICLE)
    other = drafted(tmp_path, "other", ARTICLE.replace("05-09", "05-10").replace("Two T-72 tanks", "Four Kornets"))
    outcome = intake.load([one, other], filled)
    assert sorted(each.id for each in outcome.touched if each.kind == "place") == ["deir-kassang", "radwaniya-airfield"]


def test_a_place_that_only_a_skipped_claim_names_does_not_enter_the_catalogue(tmp_path: Path, filled: Database) -> None:
    path = drafted(tmp_path, "one", ARTICLE)
    text = path.read_text("utf-8")
    path.write_text(text.replace("paragraph: 3\n", "paragraph: 3\n    review: skipped\n", 1), "utf-8")
    outcome = intake.load([path], filled)
    assert [each.id for each in outcome.touched if each.kind == "place"] == ["radwaniya-airfield"]
    assert outcome.skipped == 1


JUDGED = """
places:
  - {id: deir-kassang, name: Deir Kassang, kind: town, within: syria, latitude: '35.4', longitude: '36.4'}
"""


def where(database: Database) -> list[tuple[object, ...]]:
    with Reader(database) as reader:
        return list(reader.rows("SELECT name, within, latitude FROM place WHERE id = 'deir-kassang'"))


def test_what_somebody_has_described_no_later_draft_replaces(tmp_path: Path, filled: Database) -> None:
    later = ARTICLE.replace("05-09", "05-10").replace("Two T-72 tanks", "Four Kornets").replace("Deir K", "Deir-K")
    one, other = drafted(tmp_path, "one", ARTICLE), drafted(tmp_path, "other", later)
    own = tmp_path / "own.yaml"
    own.write_text(JUDGED, "utf-8")
    intake.load([one], filled)
    assert where(filled) == [("Deir Kassang", None, None)]
    intake.load([own], filled)
    described = where(filled)
    assert described == [("Deir Kassang", "syria", 35.4)]
    outcome = intake.load([other], filled)
    assert [each.kind for each in outcome.touched if each.kind in ("place", "claim")] == ["claim", "claim"]
    assert where(filled) == described


@pytest.mark.parametrize("files", [("one", "other", "own"), ("own", "other", "one")])
def test_drafts_and_a_file_of_ones_own_may_be_loaded_together(
    files: tuple[str, ...], tmp_path: Path, filled: Database
) -> None:
    later = ARTICLE.replace("05-09", "05-10").replace("Two T-72 tanks", "Four Kornets").replace("Deir K", "Deir-K")
    drafted(tmp_path, "one", ARTICLE)
    drafted(tmp_path, "other", later)
    (tmp_path / "own.yaml").write_text(JUDGED, "utf-8")
    intake.load([tmp_path / f"{each}.yaml" for each in files], filled)
    assert where(filled) == [("Deir Kassang", "syria", 35.4)]


def test_a_name_that_the_catalogue_has_come_to_know_is_that_place(tmp_path: Path, filled: Database) -> None:
    draft_file = drafted(tmp_path, "one", ARTICLE)
    own = tmp_path / "own.yaml"
    own.write_text(JUDGED.replace("id: deir-kassang", "id: kassang-idlib"), "utf-8")
    intake.load([own], filled)
    intake.load([draft_file], filled)
    assert where(filled) == []
    with Reader(filled) as reader:
        places = {place for (place,) in reader.rows("SELECT place FROM claim_place")}
    assert "kassang-idlib" in places
