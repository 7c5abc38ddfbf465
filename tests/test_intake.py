"""Loading: written whole or not at all, twice is once, nothing is forgotten - also when somebody pulls the plug."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import Dump, Write, program

from oob import attachments, intake, keeping, paths, store, texts
from oob.errors import Faulty, Refusal
from oob.intake import Outcome
from oob.keeping import Touched
from oob.store import Database, Reader

ONE_KIND = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
SHIPPED_TEXTS = Path(__file__).parent.parent.parent / "shared" / "seeds"

MINE = """\
report:
  id: my-report
  publisher: CNN
  published: 2020-06-01
  dated_by: its date line
origins:
  mine: {speaker: AFRICOM, basis: statement}
claims:
  - key: jets
    origin: africom-2020-05-26
    event: jufra-jets-2020-05
    paragraph: 1
    says: A dozen jets came.
    action: deployed
    stance: alleged
    system: Fulcrum
    count: a dozen
    operator: Russia
    beneficiary: Haftar's forces
    via: [Tobruk, Al-Jufrah]
    when: 2020-05
  - key: tanks
    origin: mine
    paragraph: 2
    says: Tanks were seen.
    action: present
    stance: possible
    system: tank
    operator: LNA
    at: Libya
"""
"""A user's report that leans on what is shipped: an event, an origin, sources, systems, forces and places by alias."""


def rows(database: Database, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with Reader(database) as reader:
        return reader.rows(sql, *values)


def did(outcome: Outcome) -> list[tuple[str, str, str]]:
    """What a load did, record by record."""
    return [(each.what, each.kind, each.id) for each in outcome.touched]


# -- the first fill -----------------------------------------------------------------------------------------------


def test_a_new_database_is_filled_with_what_is_shipped(database: Database) -> None:
    told = intake.ready(database)
    assert told == [f"Made a new catalogue, filled with the reports that come with oob, at {database.shown}"]
    assert store.state(database) == "current"
    assert rows(database, "SELECT count(*) FROM report") == [(5,)]
    ((by, why),) = rows(database, "SELECT by, why FROM loading")
    assert (by, why) == ("tester", "the catalogue that comes with oob")
    assert {what for (what,) in rows(database, "SELECT what FROM change")} == {"added"}
    assert intake.ready(database) == []


def test_a_new_database_may_be_empty(database: Database) -> None:
    assert intake.ready(database, empty=True) == [f"Made a new empty catalogue at {database.shown}"]
    assert rows(database, "SELECT count(*) FROM system") == [(0,)]
    assert rows(database, "SELECT why FROM loading") == [("made empty",)]
    assert intake.ready(database) == []


def test_the_users_own_database_gets_its_folder() -> None:
    own = store.locate(None)
    assert own.path is not None
    assert not own.path.parent.exists()
    intake.ready(own)
    assert [path.name for path in own.path.parent.iterdir()] == ["oob.db"]


def test_a_first_fill_that_fails_leaves_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(keeping, "write_log", interrupt)
        with pytest.raises(KeyboardInterrupt):
            intake.ready(database)
    assert store.state(database) in ("missing", "empty")
    assert database.path is None or list(database.path.parent.iterdir()) == []
    intake.ready(database)
    assert rows(database, "SELECT count(*) FROM report") == [(5,)]


# -- loading ------------------------------------------------------------------------------------------------------


def test_loading_what_is_there_changes_nothing(filled: Database, dump: Dump) -> None:
    before = dump(filled)
    outcome = intake.load(paths.shipped_catalogue(), filled)
    assert outcome.touched == []
    assert dump(filled) == before
    counts = {table: len(before[table]) for table in ("place", "system", "force", "source", "report", "claim")}
    assert {kind: outcome.left[kind] for kind in counts} == counts


def test_a_report_of_ones_own_leans_on_what_is_known(filled: Database, write: Write, dump: Dump) -> None:
    path = write("mine.yaml", MINE)
    assert did(intake.load([path], filled, why="for the seminar")) == [
        ("added", "report", "my-report"),
        ("added", "origin", "mine"),
        ("added", "claim", "my-report/jets"),
        ("added", "claim", "my-report/tanks"),
    ]
    kept = rows(
        filled,
        "SELECT origin, event, paragraph, system, count_text, count_low, count_high, approximate, operator,"
        " beneficiary, moment, earliest, latest, withdrawn FROM claim WHERE id = ?",
        "my-report/jets",
    )
    assert kept == [
        (
            "africom-2020-05-26",
            "jufra-jets-2020-05",
            1,
            "mig-29",
            "a dozen",
            12,
            12,
            0,
            "russia",
            "lna",
            "2020-05",
            "2020-05-01",
            "2020-05-31",
            None,
        )
    ]
    places = rows(
        filled, "SELECT role, position, place FROM claim_place WHERE claim = 'my-report/jets' ORDER BY position"
    )
    assert places == [("via", 0, "tobruk"), ("via", 1, "al-jufra")]
    assert rows(filled, "SELECT publisher, earliest, latest FROM report WHERE id = 'my-report'") == [
        ("cnn", "2020-06-01", "2020-06-01")
    ]
    assert rows(filled, "SELECT speaker FROM origin WHERE id = 'mine'") == [("us-africom",)]
    assert rows(filled, "SELECT by, why FROM loading ORDER BY id DESC")[0] == ("tester", "for the seminar")

    before = dump(filled)
    again = intake.load([path], filled)
    assert (again.touched, again.left) == ([], {"report": 1, "origin": 1, "claim": 2})
    assert dump(filled) == before


def test_a_changed_claim_keeps_its_earlier_form_in_the_log(filled: Database, write: Write) -> None:
    intake.load([write("mine.yaml", MINE)], filled)
    changed = MINE.replace("a dozen", "at least 14").replace("via: [Tobruk, Al-Jufrah]", "via: Khmeimim")
    outcome = intake.load([write("mine.yaml", changed)], filled, why="misread")
    assert did(outcome) == [("changed", "claim", "my-report/jets")]
    assert outcome.left == {"report": 1, "origin": 1, "claim": 1}
    assert rows(filled, "SELECT count_text, count_low, count_high FROM claim WHERE id = 'my-report/jets'") == [
        ("at least 14", 14, None)
    ]
    assert rows(filled, "SELECT place FROM claim_place WHERE claim = 'my-report/jets'") == [("khmeimim",)]
    ((first, _), (second, why)) = [
        ((earlier, later), why)
        for earlier, later, why in rows(
            filled,
            "SELECT earlier, later, why FROM change JOIN loading ON loading.id = loading WHERE"
            " record = 'my-report/jets' ORDER BY loading",
        )
    ]
    assert first[0] is None
    assert json.loads(second[0]) == json.loads(first[1])
    assert json.loads(second[0])["count_text"] == "a dozen"
    assert json.loads(second[0])["places"] == [["via", "tobruk"], ["via", "al-jufra"]]
    assert json.loads(second[1])["count_text"] == "at least 14"
    assert why == "misread"


def test_a_claim_that_its_file_no_longer_has_is_withdrawn_and_can_come_back(filled: Database, write: Write) -> None:
    without = MINE[: MINE.index("  - key: tanks")]
    path = write("mine.yaml", MINE)
    intake.load([path], filled)

    def withdrawn() -> list[tuple[Any, ...]]:
        return rows(filled, "SELECT key, withdrawn FROM claim WHERE report = 'my-report' ORDER BY key")

    assert did(intake.load([write("mine.yaml", without)], filled)) == [("withdrawn", "claim", "my-report/tanks")]
    assert withdrawn() == [("jets", None), ("tanks", "no longer in mine.yaml")]
    assert rows(filled, "SELECT place FROM claim_place WHERE claim = 'my-report/tanks'") == [("libya",)]

    outcome = intake.load([path], filled)
    assert (outcome.touched, outcome.left["claim"]) == ([], 2)

    assert did(intake.load([write("mine.yaml", MINE)], filled)) == [("reinstated", "claim", "my-report/tanks")]
    assert withdrawn() == [("jets", None), ("tanks", None)]

    for_a_reason = MINE.replace("system: tank\n", "system: tank\n    withdrawn: A misreading.\n")
    assert did(intake.load([write("mine.yaml", for_a_reason)], filled)) == [("withdrawn", "claim", "my-report/tanks")]
    assert withdrawn() == [("jets", None), ("tanks", "A misreading.")]


def test_claims_of_other_reports_are_left_alone(filled: Database, write: Write) -> None:
    intake.load([write("mine.yaml", MINE)], filled)
    intake.load([write("other.yaml", MINE.replace("my-report", "other").replace("mine", "others"))], filled)
    intake.load([write("mine.yaml", MINE[: MINE.index("claims:")])], filled)
    assert rows(filled, "SELECT id FROM claim WHERE withdrawn IS NOT NULL ORDER BY id") == [
        ("my-report/jets",),
        ("my-report/tanks",),
    ]


def test_a_spelling_moves_from_one_entry_to_another_in_one_load(filled: Database, write: Write) -> None:
    def load(first: str, second: str) -> list[tuple[str, str, str]]:
        text = f"""
            systems:
              - {{id: kite, name: Kite, parent: equipment, aliases: [{first}]}}
              - {{id: balloon, name: Balloon, parent: equipment, aliases: [{second}]}}
            """
        return did(intake.load([write("c.yaml", text)], filled))

    def owner(normal: str) -> list[tuple[Any, ...]]:
        return rows(filled, "SELECT system FROM alias WHERE kind = 'system' AND normal = ?", normal)

    load("flyer", "floater")
    assert (owner("flyer"), owner("floater")) == ([("kite",)], [("balloon",)])
    assert load("floater", "flyer") == [("changed", "system", "balloon"), ("changed", "system", "kite")]
    assert (owner("flyer"), owner("floater")) == ([("balloon",)], [("kite",)])
    assert load("Floater", "")[-1] == ("changed", "system", "kite")
    assert (owner("flyer"), owner("floater")) == ([], [("kite",)])


def test_spellings_of_one_normal_form_are_one(filled: Database, write: Write) -> None:
    text = "systems: [{id: box-kite, name: Box kite, aliases: [BOX-KITE, boxkite, Kasten, kasten]}]\n"
    intake.load([write("c.yaml", text)], filled)
    kept = rows(filled, "SELECT normal, written, listed FROM alias WHERE system = 'box-kite' ORDER BY normal")
    assert kept == [("boxkite", "box-kite", 0), ("kasten", "Kasten", 1)]
    assert intake.load([write("c.yaml", text)], filled).touched == []


def test_a_tree_may_be_turned_round_in_one_load(filled: Database, write: Write) -> None:
    intake.load(
        [write("c.yaml", "places:\n  - {id: x, name: X, kind: town}\n  - {id: y, name: Y, kind: town, within: x}\n")],
        filled,
    )
    intake.load(
        [write("c.yaml", "places:\n  - {id: x, name: X, kind: town, within: y}\n  - {id: y, name: Y, kind: town}\n")],
        filled,
    )
    assert rows(filled, "SELECT id, within FROM place WHERE id IN ('x', 'y') ORDER BY id") == [("x", "y"), ("y", None)]


def test_a_refused_load_changes_nothing(filled: Database, write: Write, dump: Dump) -> None:
    before = dump(filled)
    good = write("mine.yaml", MINE)
    bad = write("bad.yaml", MINE.replace("my-report", "bad").replace("  mine:", "  m2:").replace("Fulcrum", "Flucrumm"))
    with pytest.raises(Faulty) as refused:
        intake.load([good, bad], filled)
    assert [problem.line for problem in refused.value.problems] == [16]
    assert str(refused.value).startswith(f"{bad}:16: unknown system 'Flucrumm'")
    assert dump(filled) == before


def test_checking_changes_nothing(filled: Database, write: Write, dump: Dump) -> None:
    before = dump(filled)
    assert len(intake.check([write("mine.yaml", MINE)], filled).entries) == 4
    with pytest.raises(Faulty):
        intake.check([write("bad.yaml", MINE.replace("Tobruk", "Tobrukk"))], filled)
    assert dump(filled) == before


def test_an_error_while_writing_changes_nothing(
    filled: Database, write: Write, dump: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(filled)
    monkeypatch.setattr(
        keeping, "_place_rows", lambda each: [{"claim": each.id, "role": "under", "position": 0, "place": "x"}]
    )
    with pytest.raises(Exception, match=r"ck_claim_place_role_known|fk_claim_place_place_place"):
        intake.load([write("mine.yaml", MINE)], filled)
    assert dump(filled) == before


def test_extreme_values_are_kept_alike(filled: Database, write: Write) -> None:
    text = (
        MINE.replace("a dozen", "1,000,000,000")
        .replace("A dozen jets came.", "Ж" * 15_000)
        .replace("when: 2020-05\n", "when: 1000\n")
    )
    path = write("mine.yaml", text.replace("paragraph: 1", "paragraph: 99999"))
    intake.load([path], filled)
    kept = rows(filled, "SELECT count_low, length(says), paragraph, earliest FROM claim WHERE id = 'my-report/jets'")
    assert kept == [(1_000_000_000, 15_000, 99999, "1000-01-01")]
    assert intake.load([path], filled).touched == []


def test_what_a_load_did_is_told_by_kind() -> None:
    outcome = Outcome([Touched("claim", "a/b", "added", None, {}), Touched("claim", "a/c", "changed", {}, {})])
    assert outcome.tally("added") == {"claim": 1}
    assert outcome.tally("withdrawn") == {}


# -- what a program read ------------------------------------------------------------------------------------------


def proposal(review: str = "", **more: str) -> str:
    """MINE, whose first claim was read by a program."""
    told = {"review": review, **more}
    lines = "".join(f"    {key}: {value}\n" for key, value in told.items() if value)
    return MINE.replace("    when: 2020-05\n", f"    when: 2020-05\n{lines}")


READ = {"passage": "A dozen jets came.", "confidence": "0.85", "because": "a count, a verb of motion"}


def readings(database: Database) -> list[tuple[Any, ...]]:
    return rows(database, "SELECT claim, passage, confidence, because FROM reading ORDER BY claim")


def test_what_is_proposed_can_be_checked_and_not_loaded(filled: Database, write: Write, dump: Dump) -> None:
    before = dump(filled)
    path = write("draft.yaml", proposal("proposed", **READ))
    assert len(intake.check([path], filled).entries) == 4
    with pytest.raises(Faulty) as refused:
        intake.load([path], filled)
    assert str(refused.value) == (
        f"{path}:22: 1 claim is a proposal that nobody has looked at: run 'oob review {path}', or delete the line"
        " 'review: proposed' from those that you accept"
    )
    assert dump(filled) == before
    with pytest.raises(Faulty) as refused:
        intake.load([write("draft.yaml", proposal("proposed").replace("tank\n", "tnak\n"))], filled)
    assert [problem.line for problem in refused.value.problems] == [22, 29]


@pytest.mark.parametrize("review", ["accepted", ""])
def test_what_was_accepted_is_loaded_and_its_passage_kept_apart(filled: Database, write: Write, review: str) -> None:
    path = write("draft.yaml", proposal(review, **READ))
    assert did(intake.load([path], filled))[2:] == [
        ("added", "claim", "my-report/jets"),
        ("added", "claim", "my-report/tanks"),
    ]
    wanted = ("my-report/jets", "A dozen jets came.", 0.85, "a count, a verb of motion")
    assert readings(filled) == [wanted]
    ((later,),) = rows(filled, "SELECT later FROM change WHERE record = 'my-report/jets'")
    assert not set(json.loads(later)) & {"review", *READ}


def test_a_passage_changes_and_goes_and_the_claim_is_left_as_it_was(filled: Database, write: Write, dump: Dump) -> None:
    intake.load([write("mine.yaml", proposal("accepted", **READ))], filled)
    before = dump(filled)

    def again(text: str) -> list[tuple[Any, ...]]:
        outcome = intake.load([write("mine.yaml", text)], filled)
        assert (outcome.touched, outcome.left) == ([], {"report": 1, "origin": 1, "claim": 2})
        after = dump(filled)
        assert {name: after[name] for name in after if name != "reading"} == {
            name: before[name] for name in before if name != "reading"
        }
        return readings(filled)

    same = [("my-report/jets", "A dozen jets came.", 0.85, "a count, a verb of motion")]
    assert again(proposal("accepted", **READ)) == same
    assert again(proposal(**READ)) == same
    assert again(proposal(passage="Jets came.", confidence="1")) == [("my-report/jets", "Jets came.", 1.0, None)]
    assert again(proposal(confidence="0")) == [("my-report/jets", None, 0.0, None)]
    assert again(MINE) == []
    assert again(proposal(because="a guess")) == [("my-report/jets", None, None, "a guess")]


def test_what_was_skipped_is_left_out_even_if_it_is_wrong(filled: Database, write: Write) -> None:
    wrong = proposal("skipped", **READ).replace("Fulcrum", "Flucrumm").replace("count: a dozen", "count: lots")
    path = write("draft.yaml", wrong)
    outcome = intake.load([path], filled)
    assert did(outcome)[2:] == [("added", "claim", "my-report/tanks")]
    assert outcome.skipped == 1
    assert readings(filled) == []
    again = intake.load([path], filled)
    assert (again.touched, again.skipped) == ([], 1)
    assert [entry.KIND for entry in intake.check([path], filled).entries] == ["report", "origin", "claim", "claim"]


def test_what_was_loaded_and_is_skipped_now_is_withdrawn(filled: Database, write: Write) -> None:
    intake.load([write("draft.yaml", proposal("accepted", **READ))], filled)
    outcome = intake.load([write("draft.yaml", proposal("skipped", **READ))], filled)
    assert did(outcome) == [("withdrawn", "claim", "my-report/jets")]
    assert rows(filled, "SELECT withdrawn FROM claim WHERE id = 'my-report/jets'") == [("no longer in draft.yaml",)]
    back = intake.load([write("draft.yaml", proposal("accepted", **READ))], filled)
    assert did(back) == [("reinstated", "claim", "my-report/jets")]


def test_a_report_brings_the_speakers_that_it_needs(filled: Database, write: Write) -> None:
    path = write(
        "draft.yaml",
        MINE.replace("speaker: AFRICOM", "speaker: Colonel Example")
        .replace("system: tank", "system: T-999")
        .replace("operator: LNA", "operator: Example Brigade")
        .replace("at: Libya", "at: Exampleville")
        + """systems: [{id: t-999, name: T-999, parent: tank, made_in: [russia, exampleville, russia]}]
forces: [{id: example-brigade, name: Example Brigade, kind: militia, theatre: Exampleville}]
places: [{id: exampleville, name: Exampleville, kind: town, within: Libya}]
sources: [{id: colonel-example, name: Colonel Example, kind: person, reliability: F, reason: new}]
""",
    )
    assert did(intake.load([path], filled)) == [
        ("added", "place", "exampleville"),
        ("added", "system", "t-999"),
        ("added", "force", "example-brigade"),
        ("added", "source", "colonel-example"),
        ("added", "report", "my-report"),
        ("added", "origin", "mine"),
        ("added", "claim", "my-report/jets"),
        ("added", "claim", "my-report/tanks"),
    ]
    makers = "SELECT position, place FROM system_maker WHERE system = 't-999' ORDER BY position"
    assert rows(filled, makers) == [(0, "russia"), (1, "exampleville")]
    assert intake.load([path], filled).touched == []
    path.write_text(path.read_text().replace("made_in: [russia, exampleville, russia]", "made_in: exampleville"))
    assert did(intake.load([path], filled)) == [("changed", "system", "t-999")]
    assert rows(filled, makers) == [(0, "exampleville")]
    ((earlier,),) = rows(filled, "SELECT earlier FROM change WHERE record = 't-999' AND what = 'changed'")
    assert json.loads(earlier)["made_in"] == ["russia", "exampleville"]


# -- pulling the plug ---------------------------------------------------------------------------------------------

SLOW = """
    import sys, time
    from pathlib import Path
    from oob import intake, keeping, store
    write = keeping.write_log
    def dawdle(*arguments):
        write(*arguments)
        print("in the middle", flush=True)
        time.sleep(60)
    keeping.write_log = dawdle
    intake.load([Path(each) for each in sys.argv[2:]], store.locate(sys.argv[1]))
"""
"""Loads, and stops for a minute when all rows are written and nothing is committed."""


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no signals of that kind")
@pytest.mark.parametrize("plug", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_load_that_is_stopped_in_the_middle_changes_nothing(
    filled: Database, write: Write, dump: Dump, plug: signal.Signals
) -> None:
    before = dump(filled)
    claims = "".join(
        f"  - {{key: k{number}, origin: mine, paragraph: 1, says: {'x' * 400}, action: backs, stance: alleged,"
        " operator: russia, beneficiary: lna}\n"
        for number in range(2000)
    )
    path = write("mine.yaml", MINE + claims)
    loading = program(SLOW, filled.url or filled.path, path)
    assert loading.stdout is not None
    assert loading.stdout.readline() == "in the middle\n"
    loading.send_signal(plug)
    loading.communicate()
    assert loading.returncode == -plug
    assert dump(filled) == before
    assert len(intake.load([path], filled).touched) == 2004


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no signals of that kind")
@pytest.mark.parametrize("plug", [signal.SIGKILL, signal.SIGINT])
def test_a_first_fill_that_is_stopped_leaves_no_half_of_a_database(
    database: Database, write: Write, plug: signal.Signals
) -> None:
    filling = program(SLOW, database.url or database.path, write("mine.yaml", MINE))
    assert filling.stdout is not None
    assert filling.stdout.readline() == "in the middle\n"
    filling.send_signal(plug)
    filling.communicate()
    assert filling.returncode == -plug
    assert store.state(database) in ("missing", "empty")
    if database.path is not None:
        left = {path.name for path in database.path.parent.iterdir() if path.name.startswith("new.db")}
        assert (left != set()) == (plug == signal.SIGKILL)
        for name in left:  # what nobody could clear away then is cleared away by the next who makes the database
            long_ago = time.time() - 7200
            os.utime(database.path.parent / name, (long_ago, long_ago))
    intake.ready(database)
    assert rows(database, "SELECT count(*) FROM report") == [(5,)]
    if database.path is not None:
        assert {path.name for path in database.path.parent.iterdir()} == {"new.db", "mine.yaml"}


def test_several_programs_make_the_same_database_at_once(database: Database) -> None:
    making = [
        program(
            """
            import sys
            from oob import intake, keeping, store
            database = store.locate(sys.argv[1])
            sys.stdin.readline()
            print(intake.ready(database))
            with store.Reader(database) as reader:
                print(reader.rows("SELECT count(*) FROM report"), reader.rows("SELECT count(*) FROM loading"))
            """,
            database.url or database.path,
        )
        for _ in range(4)
    ]
    for each in making:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    for each in making:
        output, errors = each.communicate()
        assert errors == ""
        assert output.splitlines()[1] == "[(5,)] [(1,)]"
    if database.path is not None:
        assert [path.name for path in database.path.parent.iterdir()] == ["new.db"]


def test_two_loads_at_once_come_one_after_the_other(filled: Database, write: Write) -> None:
    code = """
        import sys
        from pathlib import Path
        from oob import intake, keeping, store
        print(len(intake.load([Path(sys.argv[2])], store.locate(sys.argv[1])).touched))
    """
    path = write("mine.yaml", MINE)
    loading = [program(code, filled.url or filled.path, path) for _ in range(3)]
    said = [each.communicate() for each in loading]
    assert [errors for _, errors in said] == ["", "", ""]
    assert sorted(int(output) for output, _ in said) == [0, 0, 4]


# -- texts --------------------------------------------------------------------------------------------------------

TEXT = "First paragraph.\n\nSecond, with Jufra.\n  \nThird.\n"


def with_hash(text: bytes | None) -> str:
    """MINE, with the hash of a text."""
    digest = "" if text is None else f"  sha256: {hashlib.sha256(text).hexdigest()}\n"
    return MINE.replace("  dated_by", f"{digest}  dated_by")


def kept_texts(database: Database) -> list[tuple[Any, ...]]:
    return rows(database, "SELECT report, sha256, text FROM report_text")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_right_text_is_taken_whatever_its_line_ends(
    filled: Database, write: Write, tmp_path: Path, newline: str
) -> None:
    intake.load([write("mine.yaml", with_hash(TEXT.encode()))], filled)
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.replace("\n", newline).encode())
    assert attachments.attach("my-report", path, filled) == 3
    ((report, digest, text),) = kept_texts(filled)
    assert (report, digest) == ("my-report", hashlib.sha256(TEXT.encode()).hexdigest())
    assert texts.paragraphs(text) == ["First paragraph.", "Second, with Jufra.", "Third."]
    assert attachments.attach("my-report", path, filled) == 3
    assert len(kept_texts(filled)) == 1


def test_the_hash_of_a_text_with_windows_line_ends_is_known_by_others(
    filled: Database, write: Write, tmp_path: Path
) -> None:
    intake.load([write("mine.yaml", with_hash(TEXT.replace("\n", "\r\n").encode()))], filled)
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode())
    assert attachments.attach("my-report", path, filled) == 3


def test_a_text_of_a_report_without_a_hash_gives_it_one_that_stays(
    filled: Database, write: Write, dump: Dump, tmp_path: Path
) -> None:
    mine = write("mine.yaml", with_hash(None))
    intake.load([mine], filled)
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode())
    attachments.attach("my-report", path, filled)
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert rows(filled, "SELECT sha256 FROM report WHERE id = 'my-report'") == [(digest,)]
    ((earlier, later, why),) = rows(
        filled,
        "SELECT earlier, later, why FROM change JOIN loading ON loading.id = loading"
        " WHERE record = 'my-report' AND what = 'changed'",
    )
    assert ("sha256" in json.loads(earlier), json.loads(later)["sha256"], why) == (
        False,
        digest,
        "text attached: text.txt",
    )
    before = dump(filled)
    assert intake.load([mine], filled).touched == []
    assert dump(filled) == before


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            b"Another text.\n\nOf another report.\n",
            "is not the text that the claims of 'my-report' were drawn from: its sha256 is",
        ),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "is not UTF-8 text; save it as plain text in UTF-8 and attach that"),
        (b"words\0words", "is a binary file; attach the report's plain text"),
        (b" \n\n", "is empty; attach the report's plain text"),
        (b"x" * 5_000_001, "is larger than 5 MB; attach the text of one report"),
    ],
)
def test_what_is_not_the_text_is_refused(
    filled: Database, write: Write, dump: Dump, tmp_path: Path, data: bytes, told: str
) -> None:
    intake.load([write("mine.yaml", with_hash(TEXT.encode()))], filled)
    before = dump(filled)
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    with pytest.raises(Refusal) as refused:
        attachments.attach("my-report", path, filled)
    assert str(refused.value).startswith(f"{path} {told}")
    assert dump(filled) == before


def test_a_text_too_short_for_its_claims_is_refused(filled: Database, write: Write, dump: Dump) -> None:
    intake.load([write("mine.yaml", with_hash(None))], filled)
    before = dump(filled)
    path = write("text.txt", "One paragraph alone.\n")
    with pytest.raises(Refusal) as refused:
        attachments.attach("my-report", path, filled)
    assert str(refused.value) == f"{path} has 1 paragraph, but claims point beyond them: my-report/tanks (paragraph 2)"
    assert dump(filled) == before


def test_a_text_of_an_unknown_report_or_that_is_not_there(filled: Database, write: Write, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"unknown report 'cn-2020-05-26'; did you mean 'cnn-2020-05-26'\?"):
        attachments.attach("cn-2020-05-26", write("text.txt", TEXT), filled)
    with pytest.raises(Refusal, match="unknown report 'zzz'; 'oob reports' lists the known ones"):
        attachments.attach("zzz", write("text.txt", TEXT), filled)
    with pytest.raises(Refusal, match=r"none\.txt: cannot be read: No such file or directory"):
        attachments.attach("zzz", tmp_path / "none.txt", filled)


@pytest.mark.skipif(not SHIPPED_TEXTS.is_dir(), reason="needs ../shared: the real reports")
@ONE_KIND
def test_the_shipped_reports_take_their_own_texts(filled: Database) -> None:
    hashes = {sha: report for report, sha in rows(filled, "SELECT id, sha256 FROM report")}
    texts = sorted(SHIPPED_TEXTS.glob("*.txt"))
    assert len(texts) == len(hashes) == 5
    for path in texts:
        attachments.attach(hashes[hashlib.sha256(path.read_bytes()).hexdigest()], path, filled)
    assert rows(
        filled,
        "SELECT count(*) FROM report_text JOIN report ON report.id = report WHERE report.sha256 = report_text.sha256",
    ) == [(5,)]
