"""`oob review` as a person meets it: a draft walked through on a terminal or from a pipe, kept at every step, loaded.

`review` runs the command in this process with answers as lines; `Terminal` is a real pseudo-terminal with a program of
its own at the other end.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from oob import catalog
from oob.catalog import ClaimEntry
from oob.main import main
from oob.store import Database, Reader

DRAFT = """\
# My own remark at the head.
report:
  id: gazette-2020-06-10   # the id
  publisher: Coast Gazette
  published: 2020-06-10
  dated_by: the date line
  repeats: cnn-2020-05-26

sources:
  - {id: coast-gazette, name: Coast Gazette, kind: outlet, reliability: F, reason: nobody has judged it yet}
  - {id: harbour-master, name: the harbour master, kind: person, reliability: F, reason: nobody has judged it yet}

origins:
  gazette-own: {speaker: Coast Gazette, basis: own reporting}
  master-says: {speaker: the harbour master, made: 2020-06-09, basis: statement}

claims:
  # these two belong together
  - key: jets
    review: proposed
    origin: gazette-own
    paragraph: 1
    says: 'Coast Gazette stated that MiG-29 (at least 4) were deployed by Russia to Libya.'
    action: deployed
    stance: asserted
    system: mig-29
    system_text: MiG jets        # so it stands there
    count: at least 4
    operator: russia
    to: libya
    passage: At least 4 MiG jets of Russia came down in Libya on Monday, the harbour master told the Gazette.
    confidence: '0.90'

  - key: trucks
    review: proposed
    origin: master-says
    paragraph: 2
    says: 'the harbour master (alleged): truck (a dozen) unloaded.'
    action: delivered
    stance: alleged
    system: truck
    count: a dozen
    operator: lna
    passage: A dozen trucks were unloaded for the LNA at Newquay Pier.
    confidence: '0.60'
    because: the pier is not known
  - {key: tanks, review: proposed, origin: master-says, paragraph: 3, says: Tanks were on the pier., action: present,
     stance: alleged, system: tank, operator: lna, passage: There were tanks., confidence: '0.30'}
"""
TEXT = """\
At least 4 MiG jets of Russia came down in Libya on Monday, the harbour master told the Gazette.

A dozen trucks were unloaded for the LNA at Newquay Pier.

There were tanks.
"""


@dataclass(frozen=True)
class Done:
    """What a review did: its exit code, what it printed, what it said on stderr."""

    code: int
    out: str
    err: str


@pytest.fixture
def base(shipped: Database, tmp_path: Path) -> Path:
    """A catalogue of the test's own."""
    return Path(shutil.copyfile(str(shipped.path), tmp_path / "mine.db"))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The draft, with its text beside it."""
    (tmp_path / "gazette-2020-06-10.txt").write_text(TEXT, "utf-8")
    path = tmp_path / "gazette-2020-06-10.yaml"
    path.write_text(DRAFT, "utf-8")
    return path


def oob(*arguments: object, answers: str = "") -> Done:
    """Runs `oob` in this process, what it asks answered by lines."""
    out, err = io.StringIO(), io.StringIO()
    buffer = io.BytesIO()
    piped = io.TextIOWrapper(buffer, encoding="utf-8", newline="")
    given = io.TextIOWrapper(io.BytesIO(answers.encode("utf-8", "surrogateescape")), encoding="utf-8")
    with mock.patch.object(sys, "argv", ["oob", *map(str, arguments)]), mock.patch.object(sys, "stdin", given):
        with redirect_stdout(piped), redirect_stderr(err):
            try:
                code = main()
            except SystemExit as left:
                code = int(left.code or 0)
        piped.flush()
    out.write(buffer.getvalue().decode("utf-8"))
    assert "Traceback" not in err.getvalue() + out.getvalue()
    return Done(code, out.getvalue(), err.getvalue())


def review(draft: Path, base: Path, *answers: str, options: tuple[object, ...] = ()) -> Done:
    """Reviews a draft, a line an answer."""
    return oob("review", draft, "--db", base, *options, answers="".join(f"{each}\n" for each in answers))


def claims(draft: Path) -> dict[str, ClaimEntry]:
    """The claims of a draft by their keys."""
    read = catalog.read([draft])
    assert not read.problems
    return {str(each.key): each for each in read.of(ClaimEntry)}


def states(draft: Path) -> dict[str, str]:
    """What became of each claim."""
    return {key: str(each.review) for key, each in claims(draft).items()}


def changed(before: str, after: str) -> list[tuple[str, str]]:
    """The lines that differ, of two texts of equally many lines."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    return [(one.strip(), other.strip()) for one, other in pairs if one != other]


# -- what is shown --------------------------------------------------------------------------------------------------


def test_a_proposal_is_shown_with_its_evidence_marked_and_its_fields_by_name(draft: Path, base: Path) -> None:
    shown = review(draft, base, "q").out
    assert "repeats    cnn-2020-05-26: all of it was published before" in shown
    assert "1 of 3   jets, paragraph 1" in shown
    assert "  [At least 4] [MiG jets] of [Russia] came down in [Libya] on Monday" in shown
    rows = dict(re.findall(r"^  (\w+) {2,}(.*)$", shown, re.MULTILINE))
    assert rows["system"] == 'MiG-29 ("MiG jets")'
    assert rows["operator"] == "Russia"
    assert rows["action"] == "deployed: is sent to the theatre by its own side"
    assert rows["speaker"] == "Coast Gazette, own reporting"
    assert rows["confidence"] == "0.90"
    assert "supplier" not in rows
    assert max(map(len, shown.partition("Every answer")[0].splitlines())) <= 80


def test_the_reason_of_a_confidence_and_the_text_around_are_shown(draft: Path, base: Path) -> None:
    shown = review(draft, base, "n", "t", "q").out
    assert "confidence  0.60: the pier is not known" in shown
    assert "   1  At least 4 MiG jets" in shown
    assert "   3  There were tanks." in shown
    (draft.parent / "gazette-2020-06-10.txt").unlink()
    assert "The text is not beside the draft, as gazette-2020-06-10.txt." in review(draft, base, "t", "q").out


def test_what_a_draft_says_commands_no_terminal(draft: Path, base: Path) -> None:
    evil = '"At least 4 \\x1b[2J\\u202e MiG jets \\ue000\\ue010 \\ue001"'
    draft.write_text(re.sub("passage: At least 4.*", lambda _: f"passage: {evil}", DRAFT), "utf-8")
    shown = review(draft, base, "e says \x1b[31mred", "q").out
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e\ue000-\uf8ff]", shown)
    assert r"[At least 4] \x1b[2J\u202e [MiG jets]" in shown
    assert "says: holds what cannot be seen (U+001B CONTROL CHARACTER)" in shown


def test_help_and_answers_that_are_none(draft: Path, base: Path) -> None:
    shown = review(draft, base, "?", "zap", "", "b", "q").out
    assert "  s  skip: it is wrong" in shown
    assert "'zap' is no answer; ? lists them." in shown
    assert "This is the first." in shown
    assert draft.read_text("utf-8") == DRAFT


def test_a_place_that_the_draft_brings_is_told_as_new(draft: Path, base: Path) -> None:
    brought = "places:\n  - id: deir-kassang\n    name: Deir Kassang\n    kind: town\n\norigins:"
    draft.write_text(DRAFT.replace("origins:", brought, 1).replace("to: libya", "to: [libya, Deir Kassang]"), "utf-8")
    assert "Libya, Deir Kassang (new: town)" in review(draft, base, "s", "s", "s").out


# -- accept, skip, back, quit, resume -------------------------------------------------------------------------------


def test_answers_change_their_own_line_and_nothing_else(draft: Path, base: Path) -> None:
    done = review(draft, base, "a", "skip", "q")
    assert done.code == 0
    assert changed(DRAFT, draft.read_text("utf-8")) == [
        ("review: proposed", "review: accepted"),
        ("review: proposed", "review: skipped"),
    ]
    assert "3 proposed: 1 accepted, 1 skipped, 1 still to be looked at." in done.out


def test_a_review_goes_on_where_it_was_left_and_back_to_what_was_answered(draft: Path, base: Path) -> None:
    review(draft, base, "a")  # the end of the input is as good as q
    assert states(draft) == {"jets": "accepted", "trucks": "proposed", "tanks": "proposed"}
    shown = review(draft, base, "b", "s", "n", "a", options=("--no-load",)).out
    assert shown.index("2 of 3   trucks") < shown.index("1 of 3, accepted   jets") < shown.index("3 of 3   tanks")
    assert states(draft) == {"jets": "skipped", "trucks": "proposed", "tanks": "accepted"}


def test_the_last_answer_can_be_taken_back_before_the_load(draft: Path, base: Path) -> None:
    shown = review(draft, base, "s", "s", "s", "b", "a", "n").out
    assert "3 proposed: 1 accepted, 2 skipped." in shown
    assert states(draft)["tanks"] == "accepted"


def test_windows_line_ends_and_a_byte_order_mark_stay(draft: Path, base: Path) -> None:
    draft.write_bytes(b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").encode())
    review(draft, base, "e at Tobruk", "a", "q")
    data = draft.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf#")
    assert data.count(b"\r\n") == data.count(b"\n") == DRAFT.count("\n") + 1
    assert str(claims(draft)["jets"].at) == "('tobruk',)"


def test_a_draft_that_somebody_else_changed_meanwhile_is_not_overwritten(draft: Path, base: Path) -> None:
    class Meddling(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:
            draft.write_text(DRAFT + "# mine\n", "utf-8")
            return "a\n"

    asked = mock.patch.object(sys, "argv", ["oob", "review", str(draft), "--db", str(base)])
    with asked, mock.patch.object(sys, "stdin", Meddling()), redirect_stderr(io.StringIO()) as err:
        assert main() == 1
    assert "was changed by another program meanwhile" in err.getvalue()
    assert draft.read_text("utf-8") == DRAFT + "# mine\n"


# -- editing --------------------------------------------------------------------------------------------------------


def test_a_wrong_value_is_told_with_what_may_be_meant_and_asked_again(draft: Path, base: Path) -> None:
    done = review(draft, base, "e", "to", "Jufraa", "", "Al Jufra", "", "a", "q")
    assert "unknown place 'Jufraa'; did you mean 'al-jufra'" in done.out
    assert "  1  Al Jufra air base (al-jufra)" in done.out
    kept = claims(draft)["jets"]
    assert (kept.to, kept.review) == (("al-jufra",), "accepted")
    assert kept.says == ("Coast Gazette stated that MiG-29 (at least 4) were deployed by Russia to Al Jufra air base.")
    assert [old for old, _ in changed(DRAFT, draft.read_text("utf-8"))] == [
        "review: proposed",
        next(line.strip() for line in DRAFT.splitlines() if "says: 'Coast" in line),
        "to: libya",
    ]


@pytest.mark.parametrize(
    ("answer", "field", "kept"),
    [
        ("e count several", "count", "several"),
        ("e count", "count", "at least 4"),  # and nobody says anything more
        ("e 6 3,500 to 3,800", "count", "3,500 to 3,800"),
        ("e count lots and lots", "count", "at least 4"),
        ("e when 2020-06-08", "when", "2020-06-08"),
        ("e when yesterday", "when", None),
        ("e action shot down", "action", "shot-down"),
        ("e action flown", "action", "deployed"),
        ("e stance Denied", "stance", "denied"),
        ("e operator Wagner", "operator", "wagner-group"),
        ("e op lna", "operator", "russia"),  # operator or opponent?
        ("e via Tobruk, Khmeimim", "via", ("tobruk", "khmeimim")),
        ("e at Benghazi", "at", ("benghazi",)),
        ("e system mig29", "system", "mig-29"),
        ("e key trucks", "key", "jets"),
        ("e key Jets!", "key", "jets"),
        ("e note a colon: and 'quotes' # no comment", "note", "a colon: and 'quotes' # no comment"),
        ("e note - [x", "note", "- [x"),
        ("e 99 x", "count", "at least 4"),
        ("e paragraph zero", "paragraph", "1"),
    ],
)
def test_a_value_is_taken_by_the_catalogues_own_rules(
    draft: Path, base: Path, answer: str, field: str, kept: object
) -> None:
    assert review(draft, base, answer).code == 0
    found = next(iter(claims(draft).values()))
    assert getattr(found, field) == kept
    others = [key for key in ("system_text", "passage", "confidence", "origin") if key != field]
    before = catalog.read([draft]).of(ClaimEntry)
    assert len(before) == 3
    assert [str(getattr(found, key)) for key in others][:1] == ["MiG jets"]
    assert "# these two belong together" in draft.read_text("utf-8")


def test_an_empty_value_clears_an_equals_sign_keeps_and_what_is_needed_stays(draft: Path, base: Path) -> None:
    shown = review(draft, base, "e", "count", "", "operator", "=", "stance", "", "=", "", "q").out
    assert "count: nothing" in shown
    assert "'stance' cannot be empty" in shown
    kept = claims(draft)["jets"]
    assert (kept.count, kept.operator, kept.stance) == (None, "russia", "asserted")


def test_says_can_be_told_by_the_person_and_anew_by_the_program(draft: Path, base: Path) -> None:
    review(draft, base, "e says Four jets or more came.", "e count 5", "q")
    assert claims(draft)["jets"].says == "Four jets or more came."  # a person's words are left alone
    review(draft, base, "e says !", "q")
    assert "MiG-29 (5) were deployed" in claims(draft)["jets"].says


def test_what_a_claim_needs_besides_is_asked_when_it_is_accepted(draft: Path, base: Path) -> None:
    done = review(draft, base, "e action captured", "a", "e opponent GNA", "a", "q")
    assert "claim 'jets' (captured) needs the captor as opponent" in done.out
    kept = claims(draft)["jets"]
    assert (kept.action, kept.opponent, kept.review) == ("captured", "gna", "accepted")


def test_an_accepted_claim_that_an_edit_breaks_is_a_proposal_again(draft: Path, base: Path) -> None:
    review(draft, base, "a", "b", "e action captured", "q")
    assert states(draft)["jets"] == "proposed"


def test_the_speaker_is_changed_by_name(draft: Path, base: Path) -> None:
    review(draft, base, "n", "e speaker Coast Gazette", "b", "e speaker the harbour master", "q")
    text = draft.read_text("utf-8")
    kept = claims(draft)
    assert "coast-gazette-in-gazette-2020-06-10: {speaker: coast-gazette, made: 2020-06-09, basis: statement}" in text
    assert kept["trucks"].origin == "coast-gazette-in-gazette-2020-06-10"
    assert kept["jets"].origin == "harbour-master-in-gazette-2020-06-10"
    assert kept["tanks"].origin == "master-says"


def test_a_claim_that_was_missed_is_added_as_a_copy(draft: Path, base: Path) -> None:
    done = review(draft, base, "+", "key", "helicopters", "system", "Mi-35", "count", "two", "", "a", "q")
    assert "2 of 4   jets-2, paragraph 1" in done.out
    kept = claims(draft)
    assert list(kept) == ["jets", "helicopters", "trucks", "tanks"]
    added = kept["helicopters"]
    assert (added.system, added.count, added.operator, added.review) == ("mi-35", "two", "russia", "accepted")
    assert added.passage == kept["jets"].passage
    assert added.confidence is None
    left = [line for line in draft.read_text("utf-8").splitlines() if line in DRAFT.splitlines()]
    assert set(DRAFT.splitlines()) <= set(left)


# -- what is new ----------------------------------------------------------------------------------------------------


def own(tmp_path: Path) -> Path:
    return tmp_path / "data" / "oob" / "catalogue.yaml"


def test_a_new_place_goes_into_the_users_own_catalogue_file(draft: Path, base: Path, tmp_path: Path) -> None:
    done = review(draft, base, "n", "e at Newquay Pier", "+", "harbour", "base", "Libia", "Libya", "a", "q")
    assert "+ adds 'Newquay Pier' as new" in done.out
    assert "unknown kind 'harbour'" in done.out
    assert "unknown place 'Libia'; did you mean " in done.out
    assert f"Added place 'newquay-pier' to {own(tmp_path)}." in done.out
    assert (
        own(tmp_path)
        .read_text("utf-8")
        .endswith("\nplaces:\n  - id: newquay-pier\n    name: Newquay Pier\n    kind: base\n    within: libya\n")
    )
    assert (claims(draft)["trucks"].at, states(draft)["trucks"]) == (("newquay-pier",), "accepted")
    again = review(draft, base, "e via tobruk,  newquay pier", "q")  # known from now on, though nothing was loaded
    assert "unknown" not in again.out
    assert claims(draft)["tanks"].via == ()
    assert claims(draft)["jets"].via == ("tobruk", "newquay-pier")


def test_a_new_entry_leaves_what_stands_in_the_catalogue_file(draft: Path, base: Path, tmp_path: Path) -> None:
    mine = tmp_path / "my.yaml"
    before = "# mine, by hand\nforces:\n  - {id: pier-guard, name: Pier Guard, kind: militia}  # few\n\n# the end\n"
    mine.write_text(before, "utf-8")
    options = ("--catalogue", mine)
    review(draft, base, "e operator Dock Watch", "+", "company", "Pier Guard", "q", options=options)
    review(draft, base, "e system X-99", "+", "", "q", options=options)
    text = mine.read_text("utf-8")
    assert [line for line in before.splitlines() if line not in text.splitlines()] == []
    assert text.splitlines()[:2] == before.splitlines()[:2]
    assert "  - id: dock-watch\n    name: Dock Watch\n    kind: company\n    part_of: pier-guard\n" in text
    assert "systems:\n  - id: x-99\n    name: X-99\n    parent: mig-29\n" in text
    assert (claims(draft)["jets"].operator, claims(draft)["jets"].system) == ("dock-watch", "x-99")
    assert not own(tmp_path).exists()


def test_one_unknown_name_of_several_is_mended_alone(draft: Path, base: Path) -> None:
    review(draft, base, "e via Tobruk, Jufraa", "1", "q")
    assert claims(draft)["jets"].via == ("tobruk", "al-jufra")


def test_a_new_speaker_is_added_on_the_way(draft: Path, base: Path, tmp_path: Path) -> None:
    review(draft, base, "e speaker Captain Example", "+", "", "-", "C", "met the reporters", "a", "q")
    assert "name: Captain Example\n    kind: person\n    reliability: C\n    reason: met the reporters" in (
        own(tmp_path).read_text("utf-8")
    )
    assert claims(draft)["jets"].origin == "captain-example-in-gazette-2020-06-10"


def test_a_catalogue_file_with_faults_is_told_before_anything_is_asked(draft: Path, base: Path, tmp_path: Path) -> None:
    mine = tmp_path / "my.yaml"
    mine.write_text("places:\n  - id: a\n   name: b\n", "utf-8")
    done = review(draft, base, "a", options=("--catalogue", mine))
    assert (done.code, done.out) == (1, "")
    assert f"{mine}:" in done.err
    assert draft.read_text("utf-8") == DRAFT


# -- the end --------------------------------------------------------------------------------------------------------


def rows(*arguments: object) -> list[dict[str, str]]:
    done = oob(*arguments, "--format", "csv")
    assert done.code == 0
    return list(csv.DictReader(io.StringIO(done.out.lstrip("\ufeff"), newline="")))


def test_what_was_accepted_is_loaded_and_counted_and_what_was_skipped_is_not(draft: Path, base: Path) -> None:
    done = review(draft, base, "a", "e at Newquay Pier", "+", "", "Libya", "a", "s", "y")
    assert done.code == 0
    assert "3 proposed: 2 accepted, 1 skipped." in done.out
    assert "Added: 2 claims, 2 origins, 1 place, 1 report, 2 sources." in done.out
    assert "Left out, as skipped in review: 1 claim." in done.out
    assert "gazette-2020-06-10.txt: 3 paragraphs." in done.out
    shown = oob("claims", "--report", "gazette-2020-06-10", "--db", base, "--format", "csv").out
    assert "gazette-2020-06-10/jets" in shown
    assert "gazette-2020-06-10/trucks" in shown
    assert "tanks" not in shown
    inventory = rows("inventory", "lna", "--db", base, "--as-of", "2020-06-30")
    [trucks] = [row for row in inventory if "gazette-2020-06-10/trucks" in row["claims"]]
    assert (trucks["system"], trucks["count_text"], trucks["place"]) == ("truck", "12", "Newquay Pier")
    assert not any("gazette-2020-06-10/tanks" in row["claims"] for row in inventory)
    assert "newquay" in oob("show", "newquay-pier", "--db", base).out.casefold()
    assert "A dozen trucks were unloaded" in oob("show", "gazette-2020-06-10/trucks", "--db", base).out


def test_nothing_is_loaded_unless_asked_for(draft: Path, base: Path) -> None:
    for options, answers in ((("--no-load",), "aas"), ((), "n"), ((), "")):
        done = review(draft, base, *answers, options=options)
        assert done.code == 0
        assert f"To load it: oob load {draft}" in done.out
    with Reader(Database(base)) as reader:
        assert reader.rows("SELECT id FROM report WHERE id = 'gazette-2020-06-10'") == []


def test_accept_above_takes_what_is_sure_enough_and_leaves_the_rest(draft: Path, base: Path) -> None:
    done = review(draft, base, options=("--accept-above", "0.6", "--no-ask"))
    assert "Accepted 2 at 0.6 or above." in done.out
    assert "3 proposed: 2 accepted, 0 skipped, 1 still to be looked at." in done.out
    assert states(draft) == {"jets": "accepted", "trucks": "accepted", "tanks": "proposed"}
    refused = review(draft, base, options=("--no-ask", "--load"))
    assert refused.code == 1
    assert f"{draft}:" in refused.err
    assert "1 claim is a proposal that nobody has looked at" in refused.err
    assert "3 of 3   tanks" in review(draft, base, "s", options=("--accept-above", "0.6", "--load")).out
    assert "gazette-2020-06-10" in oob("reports", "--db", base, "--format", "csv").out


def test_accept_above_accepts_nothing_that_has_faults(draft: Path, base: Path) -> None:
    draft.write_text(DRAFT.replace("to: libya", "to: Atlantis"), "utf-8")
    done = review(draft, base, options=("--accept-above", "0.9", "--no-ask"))
    assert "Accepted 0 at 0.9 or above. 1 more would be, but something in them has to be mended first." in done.out
    assert set(states(draft).values()) == {"proposed"}
    assert "unknown place 'Atlantis'" in review(draft, base, "a", "q").out


def test_a_refused_load_says_where_and_changes_nothing(draft: Path, base: Path) -> None:
    draft.write_text(DRAFT.replace("repeats: cnn-2020-05-26", "repeats: nowhere"), "utf-8")
    done = review(draft, base, "s", "s", "a", options=("--load",))
    assert done.code == 1
    assert f"To be mended before a load: {draft}:7: unknown report 'nowhere'" in done.out
    assert f"{draft}:7: unknown report 'nowhere'" in done.err
    assert states(draft)["tanks"] == "accepted"
    with Reader(Database(base)) as reader:
        assert reader.rows("SELECT id FROM report WHERE id = 'gazette-2020-06-10'") == []


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["nowhere.yaml"], 1, "there is no such file"),
        (["DRAFT", "--accept-above", "2"], 2, "--accept-above"),
        (["DRAFT", "--catalogue", "DRAFT"], 1, "is the draft; name another file"),
    ],
)
def test_mistakes(draft: Path, base: Path, arguments: list[str], code: int, told: str) -> None:
    done = oob("review", *(each.replace("DRAFT", str(draft)) for each in arguments), "--db", base)
    assert done.code == code
    assert told in done.err


def test_a_report_of_a_persons_own_has_nothing_to_review(draft: Path, base: Path) -> None:
    draft.write_text(re.sub("(?m)^    review: .*\n|review: proposed, ", "", DRAFT), "utf-8")
    done = review(draft, base)
    assert (done.code, "There is nothing to review" in done.out) == (0, True)


def test_a_long_draft_is_accepted_at_once(draft: Path, base: Path) -> None:
    head, _, claim = DRAFT.partition("  # these two belong together\n")
    one = claim.partition("\n\n")[0]
    many = "\n\n".join(one.replace("key: jets", f"key: jets-{number}") for number in range(300))
    draft.write_text(f"{head}{many}\n", "utf-8")
    start = time.perf_counter()
    assert "Accepted 300 at 0.5" in review(draft, base, options=("--accept-above", "0.5", "--no-ask")).out
    assert time.perf_counter() - start < 20


def test_the_programs_own_words_are_known_again(tmp_path: Path, base: Path) -> None:
    """A claim as `oob read` tells it is told anew in the same words, so that an edit retells it."""
    from datetime import date

    from oob import checks, paths
    from oob.reading import documents, knowledge
    from oob.reading.drafts import draft
    from oob.reading.drafts.reviewing import Review

    text = tmp_path / "article.txt"
    text.write_text("Russia deployed at least 14 MiG-29 fighters to Libya in May 2020, Ann Example said.\n", "utf-8")
    known = knowledge.of_catalogue(catalog.read([paths.shipped("catalog.yaml")]))
    given = draft.Given(published="2020-06-01", publisher="CNN")
    made = draft.make(documents.read(text), known, name=text.name, today=date(2026, 1, 1), given=given)
    path = tmp_path / "made.yaml"
    path.write_text(made.text, "utf-8")
    scope = checks.Known()
    for (kind, normal), id_ in known.by_name.items():
        scope.names[kind][normal] = id_
    for kind, up in known.parents.items():
        scope.names[kind] |= {id_.replace("-", ""): id_ for id_ in up}
    opened = Review(path, tmp_path / "own.yaml", scope, known.titles)
    assert opened.claims
    for number, claim in enumerate(opened.claims):
        assert opened.retell(number) == str(claim.says)


# -- a terminal -----------------------------------------------------------------------------------------------------


_ON_ITS_OWN = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C is a signal
from oob.main import main
sys.exit(main())
"""


class Terminal:
    """A program on a pseudo-terminal, and what it has shown so far."""

    def __init__(self, *arguments: object, width: int = 80, **surroundings: str) -> None:
        pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
        fcntl, struct, termios = (pytest.importorskip(name) for name in ("fcntl", "struct", "termios"))
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
        named = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES", "NO_COLOR")}
        self.running = subprocess.Popen(
            [sys.executable, "-c", _ON_ITS_OWN, *map(str, arguments)],
            env={**named, "PYTHONPATH": str(Path(__file__).parents[2]), "TERM": "xterm", **surroundings},
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self.shown = ""
        self._seen = 0

    def until(self, text: str) -> str:
        """Reads on until a text is shown that was not there before; gives what was shown meanwhile."""
        start = self._seen
        while (found := self.shown.find(text, start)) < 0:
            self._read()
        self._seen = found + len(text)
        return self.shown[start : self._seen]

    def _read(self) -> None:
        import select

        assert select.select([self._ours], [], [], 30)[0], f"nothing more after: {self.shown[-500:]}"
        part = os.read(self._ours, 65536)
        assert part, self.shown[-500:]
        self.shown += part.decode("utf-8", "replace").replace("\r\n", "\n")

    def type(self, text: str) -> None:
        """Types something."""
        os.write(self._ours, text.encode())

    def end(self) -> int:
        """Reads to the end; gives the exit code."""
        with suppress(OSError, AssertionError):
            while True:
                self._read()
        code = self.running.wait(30)
        os.close(self._ours)
        assert "Traceback" not in self.shown
        return code


PROMPT = "? help: "


@pytest.fixture
def terminal(draft: Path, base: Path) -> Iterator[Terminal]:
    """A review on a terminal, at its first question."""
    opened = Terminal("review", draft, "--db", base)
    opened.until(PROMPT)
    yield opened
    if opened.running.poll() is None:
        opened.running.kill()
        opened.running.wait()


def test_a_review_on_a_terminal_from_accepting_to_loading(terminal: Terminal, draft: Path, base: Path) -> None:
    assert "\x1b[1;33mMiG jets\x1b[0m" in terminal.shown
    assert "[MiG jets]" not in terminal.shown
    terminal.type("a\n")
    assert "2 of 3" in terminal.until(PROMPT)
    terminal.type("e\n")
    terminal.until("(Enter when done): ")
    terminal.type("operator\n")
    terminal.until("= keeps): ")
    terminal.type("Wagnr\n")
    assert "did you mean 'wagner-group'" in terminal.until("asks again: ")
    terminal.type("1\n")
    terminal.until("(Enter when done): ")
    terminal.type("\n")
    terminal.until(PROMPT)
    terminal.type("a\n")
    terminal.until(PROMPT)
    terminal.type("s\n")
    terminal.until("[Y/n, b goes back] ")
    terminal.type("\n")
    assert terminal.end() == 0
    assert "Added: 2 claims" in terminal.shown
    assert claims(draft)["trucks"].operator == "wagner-group"
    assert "gazette-2020-06-10/trucks" in oob("claims", "--operator", "wagner", "--db", base, "--format", "csv").out


def test_ctrl_c_keeps_every_answer(terminal: Terminal, draft: Path) -> None:
    terminal.type("a\n")
    terminal.until(PROMPT)
    time.sleep(0.5)  # until it waits for the answer, as a person's would
    terminal.type("\x03")
    assert terminal.end() == 130
    assert "interrupted; nothing was loaded. Every answer is kept" in terminal.shown
    assert states(draft) == {"jets": "accepted", "trucks": "proposed", "tanks": "proposed"}


def test_a_review_that_is_killed_loses_nothing(terminal: Terminal, draft: Path, base: Path) -> None:
    terminal.type("a\n")
    terminal.until(PROMPT)
    os.kill(terminal.running.pid, signal.SIGKILL)
    terminal.end()
    assert states(draft) == {"jets": "accepted", "trucks": "proposed", "tanks": "proposed"}
    assert sorted(each.name for each in draft.parent.iterdir() if "partial" in each.name) == []
    assert "2 of 3   trucks" in review(draft, base, "q").out


def test_a_closed_terminal_line_is_a_quit(terminal: Terminal, draft: Path) -> None:
    terminal.type("s\n")
    terminal.until(PROMPT)
    terminal.type("\x04")
    assert terminal.end() == 0
    assert "1 skipped, 2 still to be looked at" in terminal.shown


def test_no_colour_where_it_is_not_liked_and_no_line_wider_than_the_screen(draft: Path, base: Path) -> None:
    opened = Terminal("review", draft, "--db", base, width=50, NO_COLOR="1")
    opened.until(PROMPT)
    opened.type("q\n")
    assert opened.end() == 0
    assert "\x1b" not in opened.shown
    assert "[MiG jets]" in opened.shown
    card = opened.shown.partition("1 of 3")[2].partition("a accept")[0]
    assert max(map(len, card.splitlines())) <= 50
