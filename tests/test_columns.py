"""Every column of an exported table is described, by what the database and the files' schemas say of it."""

from __future__ import annotations

from oob.export import columns, tables


def column(table: str, name: str) -> columns.Described:
    [found] = [each for each in columns.columns(table) if each.name == name]
    return found


def test_every_table_and_column_has_a_meaning() -> None:
    assert [name for name in tables.names() if not columns.title(name)] == []
    assert [
        (table, each.name) for table in tables.names() for each in columns.columns(table) if each.meaning[-1:] != "."
    ] == []


def test_no_meaning_is_left_over() -> None:
    there = {(table, each.name) for table in tables.names() for each in columns.columns(table)}
    assert set(columns._ELSEWHERE) - there == set()
    assert set(columns._MEANINGS) - {name for _, name in there} == set()


def test_what_a_column_holds_is_known_from_the_schema() -> None:
    assert column("claim", "earliest").kind == "date"
    assert column("claim", "approximate").kind == "flag"
    assert column("claim", "count_low").kind == "integer"
    assert column("place", "latitude").kind == "number"
    assert column("place", "latitude").limits == (("minimum", -90), ("maximum", 90))
    assert column("claim", "moment").kind == "text", "EDTF is more than a date"
    assert column("force", "part_of").refers == "force"
    assert column("claim_place", "role").members == ("at", "near", "from", "via", "to")
    assert column("claim_place", "role").key
    assert column("claim", "says").required
    assert not column("claim", "system").required


def test_the_members_of_a_list_are_explained() -> None:
    stance = column("claim", "stance")
    told = dict(zip(stance.members, stance.definitions, strict=True))
    assert told["denied"].startswith("the speaker denies it")
    assert column("place", "kind").definitions == (), "these speak for themselves"


def test_texts_are_in_no_table() -> None:
    assert [each.name for each in columns.columns("report_text")] == ["report", "sha256"]
