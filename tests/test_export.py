"""An export loads back to the same catalogue, is there whole or not at all, and destroys nothing of anybody's."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oob import attachments, catalog, intake, schema, yamlfile
from oob import export as exporting
from oob.errors import Refusal
from oob.export import MARKER, OWN_STORY, export, yaml_
from oob.names import normal, printable
from oob.store import Database, Reader

Write = Callable[[str, str], Path]
only_sqlite = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
only_postgresql = pytest.mark.parametrize("kind", ["postgresql"], indirect=True)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def catalogue_of(folder: Path) -> dict[str, bytes]:
    """What an export says of the catalogue: all but how its database came about."""
    return {name: content for name, content in contents(folder).items() if name not in OWN_STORY}


def table(folder: Path, name: str) -> list[list[str]]:
    text = (folder / "tables" / f"{name}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.fixture(params=["sqlite", "postgresql"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty catalogue to load an export into, of either kind whatever the first database is."""
    if request.param == "sqlite":
        made = Database(tmp_path / "elsewhere.db")
        intake.ready(made, empty=True)
        yield made
        return
    server = request.getfixturevalue("server")
    made = server.create()
    intake.ready(made, empty=True)
    yield made
    server.drop(made)


MINE = """
    report:
      id: mine
      publisher: cnn
      authors: [Ann Other, "B. Writer; and others"]
      published: "[2020-05-26..2020-06-01]"
      dated_by: inferred
      repeats: cnn-2020-05-26
      url: https://example.org/a?b=c#d
    origins:
      mine-o: {speaker: us-africom, through: cnn, made: 2020-05, basis: hearsay}
    events:
      mine-e: {kind: arrival, title: Jets, flown in}
    claims:
      - {key: last, origin: mine-o, paragraph: 2, says: They were seen., action: present, stance: alleged,
         system: MiG-29, operator: Haftar's forces, count: 12, at: Jufra, when: 2020}
      - {key: first, origin: mine-o, event: mine-e, paragraph: 1, says: They came., action: deployed, stance: possible,
         system: fighter jet, operator: russia, via: [Tobruk, Khmeimim, Tobruk], to: [al-jufra], when: 2020-05-20}
""".replace("Jets, flown in", '"Jets, flown in"')

TEXT = "\r\nParagraph one, with a \N{GRINNING FACE}.\r\n\n  Paragraph two.\t\n"


# -- there and back -----------------------------------------------------------------------------------------------


def test_exported_loaded_elsewhere_and_exported_it_is_the_same(
    filled: Database, elsewhere: Database, write: Write, tmp_path: Path
) -> None:
    """Also with a claim withdrawn by hand, one by its leaving the file, and a text attached."""
    intake.load([write("mine.yaml", MINE)], filled)
    text = tmp_path / "mine.txt"
    text.write_bytes(TEXT.encode())
    attachments.attach("mine", text, filled)
    with Reader(filled) as reader:
        [(digest,)] = reader.rows("SELECT sha256 FROM report WHERE id = 'mine'")
    shorter = (
        MINE[: MINE.index("      - {key: last")].replace("repeats:", f"sha256: {digest}\n      repeats:")
        + """\
      - {key: extra, origin: mine-o, paragraph: 1, says: No., action: planned, stance: denied, withdrawn: 'it is #3'}
    """
    )
    intake.load([write("mine.yaml", shorter)], filled)
    one, two = tmp_path / "one", tmp_path / "two"
    export(filled, one)
    assert "withdrawn: no longer in mine.yaml" in (one / "reports" / "mine.yaml").read_text()
    assert "withdrawn: 'it is #3'" in (one / "reports" / "mine.yaml").read_text()

    intake.load([one], elsewhere)
    attachments.attach("mine", one / "texts" / "mine.txt", elsewhere)
    export(elsewhere, two)
    assert catalogue_of(two) == catalogue_of(one)
    assert (two / "texts" / "mine.txt").read_bytes() == TEXT.encode()
    assert not intake.load([two], filled).touched


def test_both_kinds_of_database_export_the_same(filled: Database, shipped: Database, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    export(filled, one)
    export(shipped, two)
    assert catalogue_of(one) == catalogue_of(two)


def test_it_gives_every_file_that_it_wrote(shipped: Database, tmp_path: Path) -> None:
    written = export(shipped, tmp_path / "out").files
    assert sorted(written) == sorted(tmp_path / "out" / name for name in contents(tmp_path / "out"))
    assert len(written) == len(set(written))


def test_an_empty_catalogue_loads_back(database: Database, elsewhere: Database, tmp_path: Path) -> None:
    intake.ready(database, empty=True)
    export(database, tmp_path / "one")
    intake.load([tmp_path / "one"], elsewhere)
    export(elsewhere, tmp_path / "two")
    assert catalogue_of(tmp_path / "one") == catalogue_of(tmp_path / "two")


def test_a_database_on_first_use_is_filled_and_exported(tmp_path: Path) -> None:
    export(Database(tmp_path / "new.db"), tmp_path / "out")
    assert (tmp_path / "out" / "reports" / "cnn-2020-05-26.yaml").exists()


def test_the_files_read_as_a_person_would_have_written_them(filled: Database, write: Write, tmp_path: Path) -> None:
    intake.load([write("mine.yaml", MINE)], filled)
    export(filled, tmp_path / "out")
    assert (tmp_path / "out" / "reports" / "mine.yaml").read_text() == textwrap.dedent("""\
        # yaml-language-server: $schema=../schemas/report.schema.json

        report:
          id: mine
          publisher: cnn
          authors: [Ann Other, B. Writer, and others]
          published: '[2020-05-26..2020-06-01]'
          dated_by: inferred
          repeats: cnn-2020-05-26
          url: https://example.org/a?b=c#d

        origins:
          mine-o: {speaker: us-africom, through: cnn, made: 2020-05, basis: hearsay}

        events:
          mine-e: {kind: arrival, title: 'Jets, flown in'}

        claims:
          - key: first
            origin: mine-o
            event: mine-e
            paragraph: 1
            says: They came.
            action: deployed
            stance: possible
            system: fighter-aircraft
            operator: russia
            via: [tobruk, khmeimim, tobruk]
            to: al-jufra
            when: 2020-05-20

          - key: last
            origin: mine-o
            paragraph: 2
            says: They were seen.
            action: present
            stance: alleged
            system: mig-29
            count: 12
            operator: lna
            at: al-jufra
            when: '2020'
    """)


def test_systems_stand_below_what_they_are_a_kind_of(shipped: Database, tmp_path: Path) -> None:
    export(shipped, tmp_path / "out")
    read = catalog.read([tmp_path / "out" / "catalog.yaml"])
    for kind, up in ((catalog.SystemEntry, "parent"), (catalog.PlaceEntry, "within"), (catalog.SourceEntry, "part_of")):
        seen: set[str] = set()
        for entry in read.of(kind):
            above = getattr(entry, up)
            assert above is None or above in seen
            seen.add(str(entry.id))  # type: ignore[attr-defined]


def test_the_schemas_that_the_files_name_are_beside_them(shipped: Database, tmp_path: Path) -> None:
    if not (Path(catalog.__file__).parent / "schemas").is_dir():
        pytest.skip("the schemas are not there yet")
    export(shipped, tmp_path / "out")
    for path in (tmp_path / "out").rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        schema = path.parent / first.partition("$schema=")[2]
        jsonschema = pytest.importorskip("jsonschema")
        document = yaml.load(path.read_text(encoding="utf-8"), Loader=_Yaml12)
        jsonschema.validate(document, json.loads(schema.read_text(encoding="utf-8")))


class _Yaml12(yaml.SafeLoader):
    """As editors read: a date is text."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, expression) for tag, expression in each if not tag.endswith(":timestamp")]
        for first, each in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def test_what_claims_were_read_from_is_not_exported(filled: Database, write: Write, tmp_path: Path) -> None:
    read = MINE.replace(
        "when: 2020}", "when: 2020, review: accepted, passage: Secret words., confidence: 0.5, because: x}"
    )
    assert read != MINE
    intake.load([write("mine.yaml", read)], filled)
    with Reader(filled) as reader:
        assert reader.rows("SELECT claim, passage FROM reading") == [("mine/last", "Secret words.")]
    export(filled, tmp_path / "out")
    assert [name for name, content in contents(tmp_path / "out").items() if b"Secret words" in content] == []
    report = (tmp_path / "out" / "reports" / "mine.yaml").read_text()
    assert not [key for key in ("review:", "passage:", "confidence:", "because:") if key in report]
    outcome = intake.load([tmp_path / "out"], filled)
    assert outcome.touched == []


def test_makers_come_back_in_their_order(filled: Database, elsewhere: Database, write: Write, tmp_path: Path) -> None:
    text = """
        systems:
          - {id: a-400, name: A-400, made_in: [turkey-x, france-x]}
          - {id: b-1, name: B-1, made_in: France X}
        places:
          - {id: france-x, name: France X, kind: country}
          - {id: turkey-x, name: Turkey X, kind: country}
        """
    intake.load([write("mine.yaml", text)], filled)
    export(filled, tmp_path / "one")
    text = (tmp_path / "one" / "catalog.yaml").read_text()
    assert "  - id: a-400\n    name: A-400\n    made_in: [turkey-x, france-x]\n" in text
    assert "  - id: b-1\n    name: B-1\n    made_in: france-x\n" in text
    makers = table(tmp_path / "one", "system_maker")
    assert makers[0] == ["system", "position", "place"]
    assert [row for row in makers if row[0] in ("a-400", "b-1")] == [
        ["a-400", "0", "turkey-x"],
        ["a-400", "1", "france-x"],
        ["b-1", "0", "france-x"],
    ]
    intake.load([tmp_path / "one"], elsewhere)
    export(elsewhere, tmp_path / "two")
    assert catalogue_of(tmp_path / "two") == catalogue_of(tmp_path / "one")


# -- hostile values -----------------------------------------------------------------------------------------------

WORDS = r"""
    NO on 012 ~ null None [a ] {a:b} a: - --- ... #a 'a' "a" it's " \ \n C:\U0001F600 &a *a !a | > %a @a `a` ? , = <<
    =1+1 +1 @SUM(A1) -2 12:30 1e3 0x1F 0o17 .5 .inf .NaN 1_000 2020-05-26 2020-05-26T10:00:00Z é—“x”
"""
NASTY = (
    *WORDS.split(),
    *("a: b", "- a", "? a", "# a", "a #b", "{a: b}", "[a, b]", "a  b", "'a' b", '"a" b', "ﷺ الجفرة", "x" * 19_999),
    *("\N{GRINNING FACE}", "\N{GRINNING FACE}: # 'x'", "a b " * 4_000 + "c"),
)

visible = st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp", "Zs"))
syntax = st.text("-:#'\"\\[]{},&*!|>%@`?=<~ tn0eE+.é\N{GRINNING FACE}", max_size=12)
texts = st.one_of(st.sampled_from(NASTY), syntax, st.text(visible | st.just(" "), max_size=60)).map(
    lambda text: printable(text).strip() or "x"
)


def hostile_catalogue(values: list[str]) -> dict[str, Any]:
    """A catalogue file with the values wherever free text may stand."""
    at = iter(values * 9)
    spellings = {normal(each): each for each in values if normal(each) and normal(each) not in ("s", "p", "q", "f")}
    name, *others = [*spellings.values(), "plain"]
    return {
        "systems": [{"id": "s", "name": name, "aliases": others, "definition": next(at)}],
        "forces": [{"id": "f", "name": name, "kind": "state", "aliases": others, "note": next(at)}],
        "places": [
            {"id": "p", "name": name, "kind": "sea", "aliases": others, "note": next(at)},
            {"id": "q", "name": "Q", "kind": "base", "latitude": "-0", "longitude": "-0.00001", "precision_km": "0.10"},
        ],
        "sources": [
            {"id": "s", "name": name, "kind": "outlet", "reliability": "F", "reason": next(at), "aliases": others},
        ],
    }


def hostile_report(values: list[str]) -> dict[str, Any]:
    """A report file with the values wherever free text may stand, and ids that other programs take for no text."""
    one, *_ = values
    about = {"title": one, "dated_by": one, "note": one, "authors": values}
    claim = {"origin": "no", "action": "operates", "stance": "alleged", "system": "s", "operator": "f"}
    texts = [{"says": each, "system_text": each, "when_text": each, "note": each, "withdrawn": each} for each in values]
    return {
        "report": {"id": "1e3", "publisher": "s", "published": "2020", **about},
        "origins": {"no": {"speaker": "s", "basis": "hearsay", "note": one}},
        "events": {"012": {"kind": "arrival", "title": one, "note": one}},
        "claims": [{"key": f"0{at}", "paragraph": str(at + 1), **claim, **each} for at, each in enumerate(texts)],
    }


def there_and_back(values: list[str], empty: Path, folder: Path) -> None:
    (folder / "in").mkdir()
    for name, document in (("catalog", hostile_catalogue(values)), ("report", hostile_report(values))):
        # JSON is YAML, and is not written by what is tested here.
        (folder / "in" / f"{name}.yaml").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    for copy in ("one.db", "two.db"):
        shutil.copyfile(empty, folder / copy)
    intake.load([folder / "in"], Database(folder / "one.db"))
    export(Database(folder / "one.db"), folder / "one")
    intake.load([folder / "one"], Database(folder / "two.db"))
    export(Database(folder / "two.db"), folder / "two")
    assert catalogue_of(folder / "one") == catalogue_of(folder / "two")

    written = catalog.read([folder / "one" / "reports" / "1e3.yaml"])
    assert not written.problems
    claims = {str(claim.key): claim for claim in written.of(catalog.ClaimEntry)}
    for at, value in enumerate(values):
        claim = claims[f"0{at}"]
        assert {claim.says, claim.system_text, claim.when_text, claim.note, claim.withdrawn} == {value}
    assert str(written.of(catalog.ReportEntry)[0].title) == values[0]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    intake.ready(Database(path), empty=True)
    return path


@pytest.mark.parametrize("emitter", ["fast", "slow"])
def test_nasty_values_come_back(emitter: str, empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if emitter == "slow":
        monkeypatch.delattr(yaml, "CSafeDumper", raising=False)
    there_and_back(list(NASTY), empty, tmp_path)
    report = (tmp_path / "one" / "reports" / "1e3.yaml").read_text(encoding="utf-8")
    assert "says: \N{GRINNING FACE}\n" in report
    assert "id: '1e3'" in report
    place = (tmp_path / "one" / "catalog.yaml").read_text(encoding="utf-8")
    assert "latitude: 0\n    longitude: -0.00001\n    precision_km: 0.1\n" in place


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(texts, min_size=1, max_size=8))
def test_any_value_that_passes_the_checks_comes_back(values: list[str], empty: Path, tmp_path_factory: Any) -> None:
    there_and_back(values, empty, tmp_path_factory.mktemp("case"))


@settings(max_examples=400, deadline=None)
@given(values=st.lists(texts, min_size=1, max_size=5))
def test_any_text_comes_back_from_yaml(values: list[str]) -> None:
    fields = [(f"k{at}", catalog.Shape(""), value) for at, value in enumerate(values)]
    for flow in (False, True):
        mapping = yaml_.mapping([*fields, ("list", catalog.Shape(""), values)], flow=flow)
        top, problems = yamlfile.parse(yaml_.part("top", mapping), "made.yaml")
        assert top is not None
        assert not problems
        inside = top.items[yamlfile.Text("top", 1)]
        assert isinstance(inside, yamlfile.Mapping)
        *single, listed = inside.items.values()
        assert single == values
        assert isinstance(listed, yamlfile.Sequence)
        assert listed.items == values


@only_sqlite
def test_ids_lead_nowhere(filled: Database, tmp_path: Path) -> None:
    """A database that somebody else made can hold ids that no check has seen."""
    ids = ("../../outside", "/tmp/outside", "a/b", "..", "CON", "con", "x" * 300, "a\nb", "é")
    with sqlite3.connect(str(filled.path)) as connection:
        for id_ in ids:
            connection.execute(
                "INSERT INTO report (id, publisher, published, dated_by) VALUES (?, 'cnn', '2020', 'x')", [id_]
            )
            connection.execute("INSERT INTO report_text VALUES (?, ?, 'text')", [id_, "0" * 64])
    connection.close()
    before = set(tmp_path.iterdir())
    export(filled, tmp_path / "out")
    assert set(tmp_path.iterdir()) - before == {tmp_path / "out"}
    names = [path.name for path in (tmp_path / "out" / "texts").iterdir()]
    assert len(names) == len(ids)
    assert all(name.startswith("_") and name.endswith(".txt") and len(name) < 40 for name in names)


# -- tables -------------------------------------------------------------------------------------------------------


def test_every_table_is_there_by_its_key(filled: Database, tmp_path: Path) -> None:
    export(filled, tmp_path / "out")
    written = {path.stem for path in (tmp_path / "out" / "tables").iterdir()}
    assert written == set(schema.tables()) - {"reading"}
    with Reader(filled) as reader:
        for name in written:
            kept = schema.tables()[name]
            header, *rows = table(tmp_path / "out", name)
            assert header == [column.name for column in kept.columns if (name, column.name) != ("report_text", "text")]
            assert [(len(rows),)] == reader.rows(f'SELECT count(*) FROM "{name}"')
    claims = [row[0] for row in table(tmp_path / "out", "claim")[1:]]
    assert claims == sorted(claims)
    positions = [row[1] for row in table(tmp_path / "out", "change")[1:]]
    assert positions == [str(at) for at in range(len(positions))]


def test_tables_are_for_spreadsheets(filled: Database, write: Write, tmp_path: Path) -> None:
    mine = write(
        "mine.yaml",
        """
        systems: [{id: trap, name: =HYPERLINK("http://example.org"), definition: "-1, or so"}]
        places: [{id: south, name: South, kind: town, latitude: -33.5, longitude: -70.25}]
        """,
    )
    intake.load([mine], filled)
    export(filled, tmp_path / "out")
    data = (tmp_path / "out" / "tables" / "system.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,name,parent,definition,wikidata\r\n")
    assert b"""\r\ntrap,"'=HYPERLINK(""http://example.org"")",,"'-1, or so",\r\n""" in data
    assert b"\r\nsouth,South,town,,-33.5,-70.25,,,\r\n" in (tmp_path / "out" / "tables" / "place.csv").read_bytes()


# -- one moment ---------------------------------------------------------------------------------------------------


@only_postgresql
def test_what_is_loaded_meanwhile_is_not_in_it(
    filled: Database, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = exporting.tables.files

    def loading_first(reader: Reader) -> Iterator[tuple[str, bytes]]:
        intake.load([write("mine.yaml", MINE)], filled)
        return tables(reader)

    export(filled, tmp_path / "before")
    monkeypatch.setattr(exporting.tables, "files", loading_first)
    export(filled, tmp_path / "during")
    assert contents(tmp_path / "during") == contents(tmp_path / "before")


# -- the folder ---------------------------------------------------------------------------------------------------


@only_sqlite
def test_an_earlier_export_is_replaced(filled: Database, shipped: Database, write: Write, tmp_path: Path) -> None:
    out = tmp_path / "out"
    intake.load([write("mine.yaml", MINE)], filled)
    export(filled, out)
    (out / ".DS_Store").touch()
    before = set(tmp_path.iterdir())
    export(shipped, out)
    assert not (out / "reports" / "mine.yaml").exists()
    assert set(tmp_path.iterdir()) == before


def test_an_empty_folder_is_filled_and_a_link_followed(shipped: Database, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir(mode=0o750)
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    export(shipped, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "empty" / MARKER).exists()
    assert (tmp_path / "empty").stat().st_mode & 0o777 == 0o750


def test_other_files_are_never_touched(shipped: Database, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.docx").write_text("two years of work")
    with pytest.raises(Refusal, match=r"holds other files \(thesis.docx\); name a new or empty folder"):
        export(shipped, out)
    assert contents(out) == {"thesis.docx": b"two years of work"}


def test_an_export_with_a_hand_in_it_is_not_replaced(shipped: Database, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(shipped, out)
    (out / "reports" / "cnn-2020-05-26.yaml").write_text("improved by me")
    (out / "notes").mkdir()
    (out / "notes" / "note.txt").write_text("a note of mine")
    (out / "tables" / "alias.csv").unlink()
    (out / "tables" / "alias.csv").symlink_to("/dev/null")
    before = contents(out)
    with pytest.raises(Refusal, match=r"changed since: notes/note.txt, reports/cnn-2020-05-26.yaml, tables/alias"):
        export(shipped, out)
    assert contents(out) == before


def test_the_folder_one_is_in_is_not_replaced(
    shipped: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out" / "below").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "out" / "below")
    for folder in (Path(), Path(".."), Path("/")):
        with pytest.raises(Refusal, match="while you are in it; name a folder inside it"):
            export(shipped, folder)
    export(shipped, Path("inside"))


def test_a_place_that_cannot_be_is_refused(shipped: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(Refusal, match="it is a file; name a folder"):
        export(shipped, tmp_path / "file")
    for folder in ("none/out", "file/out"):
        with pytest.raises(Refusal, match=r"there is no folder .*; make it first"):
            export(shipped, tmp_path / folder)
    with pytest.raises(Refusal, match="File name too long"):
        export(shipped, tmp_path / ("x" * 250))


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that not even root can write to")
def test_a_folder_that_cannot_be_written_to_is_refused(shipped: Database) -> None:
    with pytest.raises(Refusal, match=r"cannot export to /proc/out: .*nothing was changed"):
        export(shipped, Path("/proc/out"))


# -- failures -----------------------------------------------------------------------------------------------------


def full(*_: object) -> str:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def interrupted(*_: object) -> str:
    raise KeyboardInterrupt


@pytest.mark.parametrize("existed", [True, False])
@pytest.mark.parametrize(("failure", "told"), [(full, Refusal), (interrupted, KeyboardInterrupt)])
@pytest.mark.parametrize(
    "step", ["oob.formats.render", "oob.export.folder._put", "shutil.copymode", "pathlib.Path.rename"]
)
def test_a_failure_leaves_what_was_there(
    existed: bool,
    failure: Callable[..., str],
    told: type[BaseException],
    step: str,
    shipped: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out"
    if existed:
        export(shipped, out)
    elif step == "shutil.copymode":
        pytest.skip("there is nothing to copy a mode from")
    before = contents(tmp_path)
    monkeypatch.setattr(step, failure)
    with pytest.raises(told):
        export(shipped, out)
    assert contents(tmp_path) == before
    assert out.exists() == existed


def test_a_failure_between_out_and_in_puts_the_earlier_one_back(
    shipped: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    export(shipped, out)
    before = contents(tmp_path)
    rename = Path.rename

    def second_fails(path: Path, target: Path) -> Path:
        if target == out and path.suffix == ".partial":
            full()
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", second_fails)
    with pytest.raises(Refusal, match="No space left on device; nothing was changed: free some space"):
        export(shipped, out)
    assert contents(tmp_path) == before


CHILD = """
    import os, signal, sys
    from pathlib import Path
    from oob import export, formats
    from oob.errors import Refusal
    from oob.store import Database

    {before}
    try:
        export.export(Database(Path(sys.argv[1])), Path(sys.argv[2]))
    except Refusal as refusal:
        print(refusal)
        sys.exit(1)
"""


def run(before: str, database: Database, out: Path) -> subprocess.CompletedProcess[str]:
    program = textwrap.dedent(CHILD).format(before=before)
    return subprocess.run(
        [sys.executable, "-c", program, str(database.path), str(out)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(catalog.__file__).parent.parent)},
    )


def test_a_kill_in_the_middle_leaves_the_earlier_export(shipped: Database, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(shipped, out)
    before = contents(out)
    killed = run("formats.render = lambda *_: os.kill(os.getpid(), signal.SIGKILL)", shipped, out)
    assert killed.returncode == -9
    assert contents(out) == before
    export(shipped, out)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on what a process may write")
def test_a_full_disk_is_told_without_a_traceback(shipped: Database, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(shipped, out)
    before = contents(tmp_path)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))"
    failed = run(limit, shipped, out)
    assert failed.returncode == 1
    assert failed.stderr == ""
    assert failed.stdout.startswith(f"cannot export to {out}: File too large")
    assert contents(tmp_path) == before
