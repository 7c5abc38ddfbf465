"""Repeats: copies, edited and abridged ones are found, passage by passage; texts on the same subject are not."""

from __future__ import annotations

import datetime
import hashlib
import json
import pickle
import re
import time
import unicodedata
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import fingerprints as script
import pytest
from hypothesis import given
from hypothesis import strategies as st
from proposed import knowledge

from oob import catalog, intake, inventory, paths
from oob.catalog import ClaimEntry, OriginEntry, ReportEntry
from oob.reading.documents import Document
from oob.reading.drafts import draft, fingerprints, repeats
from oob.reading.drafts.fingerprints import Fingerprint, fingerprint
from oob.reading.drafts.repeats import Index, Repeat
from oob.reading.drafts.shared import EarlierClaim, Shared, earlier_claims, shared
from oob.store import Database, Reader
from oob.texts import paragraphs
from oob.trees import Tree

BASE = """\
Convoy of rocket launchers seen on the coastal road

At least nine truck-mounted rocket launchers drove through Marsa Dahlia before dawn on Monday, two residents of the \
harbour quarter told the Coast Courier, and turned inland at the old customs house.

A spokesman for the ministry of defence said on Monday that the column belonged to the Third Brigade and was "on its \
way back from a routine exercise that had been announced to the neighbours a month ago".

Officials in the neighbouring capital contradicted him. "Nobody told us of any exercise, and nobody sends live rockets \
to one," said Irina Valcheva, who heads the border commission, adding that her staff had counted six fuel lorries too.

The launchers are of a kind that the country bought second-hand in 2016, when a shipment of eighteen reached the port \
aboard a freighter under a Panamanian flag.

Satellite pictures taken on Sunday show a row of covered vehicles beside the runway of the Tel Amud airfield, which \
the air force left eleven years ago.

The ministry did not answer questions about the pictures by the time of publication.

Analysts at the Lisbon Institute for Armament Studies believe that four of the vehicles carry a newer rocket with a \
range of some 90 kilometres, which would bring the capital's outskirts within reach.

Shelling in the hills has killed at least thirty people since March, according to a count that aid workers keep, and \
both sides say that the other began it.
"""
LINES = paragraphs(BASE)

EDITED = """\
Rocket launchers seen on coastal road

At least nine truck-mounted rocket launchers rolled through Marsa Dahlia before dawn on Monday, two residents of the \
harbour district told the Coast Courier, and turned inland at the old customs building.

A ministry of defence spokesman said on Monday that the column belonged to the Third Brigade and was "on its way back \
from a routine exercise that had been announced to the neighbours a month ago".

Officials in the neighbouring capital contradicted this. "Nobody told us of any exercise, and nobody sends live \
rockets to one," said Irina Valcheva, head of the border commission, adding that her team had counted six fuel trucks \
too.

The launchers are of a type that the country bought used in 2016, when a shipment of eighteen reached the port aboard \
a freighter flying a Panamanian flag.

Satellite images taken on Sunday show a row of covered vehicles next to the runway of the Tel Amud airfield, which the \
air force gave up eleven years ago.

The ministry did not respond to questions about the pictures by the time of publication.

Analysts at the Lisbon Institute for Armament Studies think that four of the vehicles carry a newer rocket with a \
range of about 90 kilometres, which would bring the capital's outskirts within reach.

Shelling in the hills has killed at least 30 people since March, according to a count that aid workers keep, and both \
sides say the other began it.
"""

ABRIDGED = """\
At least nine truck-mounted rocket launchers drove through Marsa Dahlia before dawn on Monday.

A spokesman for the ministry of defence said that the column was "on its way back from a routine exercise that had \
been announced to the neighbours a month ago".

"Nobody told us of any exercise, and nobody sends live rockets to one," said Irina Valcheva, who heads the border \
commission.

Four of the vehicles carry a newer rocket with a range of some 90 kilometres, analysts believe.
"""

SAME_SUBJECT = """\
Rocket launchers destroyed near the border

A spokesman for the ministry of defence said on Monday that drones had hit two rocket launchers of the Third Brigade \
near the border, and that nobody had been hurt.

Officials in the neighbouring capital said that the launchers had fired first. Irina Valcheva, who heads the border \
commission, spoke of a grave breach of the truce.

Analysts at the Lisbon Institute for Armament Studies believe that the brigade has lost a third of its artillery.

Satellite pictures taken on Sunday show burnt patches in a field south of Marsa Dahlia, according to the Coast Courier.

The ministry did not answer questions about its losses by the time of publication.
"""

QUOTING = """\
The peace talks in Geneva were put off for the third time this year on Wednesday evening.

Diplomats gave no reason, but two of them pointed to the movements of troops over the weekend as what had soured the \
mood among the delegations.

The head of the border commission had said: "Nobody told us of any exercise, and nobody sends live rockets to one."

A new date is to be found in the coming weeks, the hosts said in a statement of three lines, and thanked all who had \
travelled so far for nothing.
"""


def typeset(text: str) -> str:
    """The same words as another's typesetter sets them."""
    words = text.replace('"', "”").replace("'", "’").replace("-", "\u2010").replace(" to ", "\u00a0to ").upper()
    words = words.replace("COLUMN", "COL\u00adUMN").replace("VALCHEVA", "VÁLČEVA").replace("Č", "CH")
    return unicodedata.normalize("NFD", words).replace("FIRST", "ﬁrst").replace(".", " …").replace(",", " —")


def merged() -> str:
    """Two paragraphs after another made one."""
    return "\n".join(" ".join(LINES[at : at + 2]) for at in range(1, len(LINES), 2))


def split() -> str:
    """Each paragraph broken after its first comma or in its midst."""
    halves = []
    for line in LINES[1:]:
        words = line.split()
        halves += [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
    return "\n".join(halves)


def index(**texts: str) -> Index:
    return Index.of(fingerprint(name.replace("_", "-"), text) for name, text in texts.items())


def only(found: list[Repeat]) -> Repeat:
    (repeat,) = found
    return repeat


# -- texts -------------------------------------------------------------------------------------------------------

SAME_ORDER = tuple((number, number) for number in range(1, len(LINES) + 1))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        pytest.param(BASE, SAME_ORDER, id="verbatim"),
        pytest.param(typeset(BASE), SAME_ORDER, id="typeset otherwise"),
        # The headline, of which two words are gone, is too short to be known again.
        pytest.param(EDITED, SAME_ORDER[1:], id="lightly edited"),
        pytest.param(ABRIDGED, ((1, 2), (2, 3), (3, 4), (4, 8)), id="abridged"),
        pytest.param("\n".join(LINES[4:6]), ((1, 5), (2, 6)), id="brief"),
        pytest.param("\n".join(reversed(LINES)), tuple((n, 10 - n) for n in range(1, 10)), id="in another order"),
        pytest.param(merged(), ((1, 2), (1, 3), (2, 4), (2, 5), (3, 6), (3, 7), (4, 8), (4, 9)), id="merged"),
        pytest.param(split(), tuple((n, n // 2 + n % 2 + 1) for n in range(1, 17)), id="split"),
        pytest.param(" ".join(LINES), tuple((1, n) for n in range(1, 10)), id="all on one line"),
    ],
)
@pytest.mark.parametrize("is_shipped", [False, True], ids=["all hashes", "those that are shipped"])
def test_a_text_that_republishes_a_report_is_found_paragraph_by_paragraph(
    text: str, pairs: tuple[tuple[int, int], ...], is_shipped: bool
) -> None:
    report = fingerprint("base", BASE)
    if is_shipped:
        report = Fingerprint("base", tuple(map(fingerprints.thinned, report.passages)))
    repeat = only(Index.of([fingerprint("other", SAME_SUBJECT), report]).find(paragraphs(text)))
    assert repeat.report == "base"
    assert repeat.is_whole
    missing = set(pairs) - set(repeat.paragraphs)
    # Half of the hashes tell half as well where a sentence is all that is left of a paragraph.
    assert len(missing) <= (len(pairs) // 8 if is_shipped else 0), missing
    assert set(repeat.paragraphs) <= set(pairs)


def test_how_much_of_either_stands_in_the_other() -> None:
    repeat = only(index(base=BASE).find(paragraphs(BASE)))
    assert (repeat.share, repeat.share_of_report) == (1, 1)
    brief = only(index(base=BASE).find(LINES[1:3]))
    assert brief.share == 1
    sizes = [len(fingerprints._shingles(line)) for line in LINES]
    assert brief.share_of_report == pytest.approx(sum(sizes[1:3]) / sum(sizes), abs=0.001)
    longer = only(index(brief="\n".join(LINES[1:3])).find(LINES))
    assert (longer.share, longer.share_of_report) == (brief.share_of_report, 1)
    assert not longer.is_whole


@pytest.mark.parametrize(
    ("text", "of"),
    [(SAME_SUBJECT, BASE), (BASE, SAME_SUBJECT), (QUOTING, SAME_SUBJECT), ("", BASE), (BASE, ""), ("\n \n", BASE)],
)
def test_texts_on_one_subject_with_the_same_stock_phrases_do_not_repeat_each_other(text: str, of: str) -> None:
    assert index(other=of).find(paragraphs(text)) == []


def test_a_text_that_quotes_one_statement_shares_that_passage_and_is_no_copy() -> None:
    repeat = only(index(base=BASE).find(paragraphs(QUOTING)))
    assert repeat.paragraphs == ((3, 4),)
    assert not repeat.is_whole
    assert repeat.told == "paragraph 3 stands in 'base' (paragraph 4)"
    assert repeat.told_of(3) == "the paragraph stands in 'base' (paragraph 4)"
    assert repeat.told_of(4) is None


def test_a_line_of_everybodys_is_no_repetition() -> None:
    line = "Reporting by our staff and agencies.\nFollow us here.\n"
    assert index(base=BASE + line).find(paragraphs(QUOTING.replace(LINES[3], "") + line))[0].paragraphs == (
        (3, 4),
        (5, 10),  # told, once there is a better sign
    )
    assert index(base=SAME_SUBJECT + line).find(paragraphs(QUOTING + line)) == []


@pytest.mark.parametrize(
    ("edits", "least"),
    [(0, 1.0), (1, 1.0), (2, 1.0), (3, 0.9), (4, 0.6)],
)
def test_recall_of_edited_paragraphs(edits: int, least: float) -> None:
    """Up to 4 of every 25 words are others, spread evenly, which breaks up the most that so many can."""
    found = total = 0
    for shift in range(8):
        changed = []
        for line in LINES:
            words = line.split()
            for at in range(edits):
                for place in range((shift + at * 25 // max(1, edits)) % 25, len(words), 25):
                    words[place] = f"another{place}"
            changed.append(" ".join(words))
        pairs = {pair for repeat in index(base=BASE).find(changed) for pair in repeat.paragraphs}
        long = [number for number, line in enumerate(LINES, 1) if len(line.split()) >= 20]
        found += sum((number, number) in pairs for number in long)
        total += len(long)
    assert total == 8 * 7
    assert found / total >= least


# -- which repeats which -----------------------------------------------------------------------------------------


def test_the_earliest_published_goes_first_and_the_undated_last() -> None:
    prints = [
        fingerprint("undated", BASE),
        fingerprint("second", BASE, earliest="2020-05-02", latest="2020-05-02"),
        fingerprint("first", BASE, earliest="2020-05-01", latest="2020-05-31"),
        fingerprint("quoted", QUOTING, earliest="2019-01-01", latest="2019-01-01"),
    ]
    assert [each.report for each in Index.of(prints).find(LINES)] == ["first", "second", "undated", "quoted"]


@pytest.mark.parametrize(
    ("latest", "is_later"),
    [("2020-05-01", True), ("2020-05-02", False), ("2020-05-03", False), (None, False)],
)
def test_what_was_published_before_a_report_does_not_repeat_it(latest: str | None, is_later: bool) -> None:
    known = Index.of([fingerprint("base", BASE, earliest="2020-05-02", latest="2020-05-04")])
    repeat = only(known.find(LINES, earliest=latest, latest=latest))
    assert repeat.is_later is is_later
    assert repeat.is_whole is not is_later
    later = ", published later" * is_later
    assert repeat.told == f"paragraphs 1 to 9 stand in 'base'{later} (paragraphs 1 to 9): nearly all of this text"


def test_texts_of_one_run_are_compared_with_those_before_them() -> None:
    def run(*texts: Fingerprint) -> list[list[tuple[str, bool]]]:
        known = Index.of([fingerprint("known", QUOTING)])
        return [[(each.report, each.is_known) for each in found] for found in known.find_all(texts)]

    one = fingerprint("one", BASE, is_known=False)
    two = fingerprint("two", EDITED, is_known=False)
    dated = fingerprint("dated", EDITED, earliest="2020-05-01", latest="2020-05-01", is_known=False)
    assert run(one, two) == [[("known", True)], [("one", False), ("known", True)]]
    assert run(two, one) == [[("known", True)], [("two", False), ("known", True)]]
    assert run(one, dated) == [[("dated", False), ("known", True)], [("known", True)]]


def test_what_is_passed_between_processes_stays_what_it_is() -> None:
    known = index(base=BASE, other=SAME_SUBJECT)
    text = fingerprint("text", EDITED)
    assert len(pickle.dumps(text)) < 8 * len(EDITED)
    assert pickle.loads(pickle.dumps(known)).find(pickle.loads(pickle.dumps(text))) == known.find(text)


def test_of_many_copies_the_first_are_found() -> None:
    known = Index.of(fingerprint(f"copy-{number:03}", BASE) for number in range(100))
    assert [each.report for each in known.find(LINES)] == [f"copy-{number:03}" for number in range(repeats.MOST_TOLD)]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([3], "paragraph 3"),
        ([1, 2], "paragraphs 1 and 2"),
        ([1, 2, 3, 7], "paragraphs 1 to 3 and 7"),
        ([1, 3, 4, 6, 7, 8, 9], "paragraphs 1, 3, 4 and 6 to 9"),
        ([*range(1, 40, 2)], "paragraphs 1, 3, 5, 7, 9, 11, 13, 15, 17 and 11 more"),
    ],
)
def test_paragraphs_are_listed_briefly(numbers: list[int], told: str) -> None:
    assert repeats._paragraphs(numbers) == told


# -- words -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The MiG-29s, they say, are Libya's.", "the mig 29s they say are libya’s"),
        ("Al-Jufra ﬁghters at Ma'rib", "AL JUFRA fighters at Marib"),
        ("Système à Sīrt “naïve”", "systeme a sirt naive"),
        ("soft\u00adly zero\u200bwidth no\u00a0break", "softly zerowidth no break"),
        ("İzmir straße Øl", "izmir strasse ol"),
        ("Военные в Сирте", "ВОЕННЫЕ в сирте"),
        ("80% of 1,000 — “so”…", "80 of 1 000 so"),
    ],
)
def test_words_are_the_same_however_they_are_written(one: str, other: str) -> None:
    assert fingerprints._words(one) == fingerprints._words(other)


def test_words_of_other_scripts_are_told_apart() -> None:
    assert fingerprints._words("Военные в Сирте") != fingerprints._words("Корабли в Дерне")


def test_a_hash_is_the_same_on_every_machine() -> None:
    assert [f"{each:08x}" for each in fingerprints._shingles("At least nine rocket launchers")] == [
        "b038abcf",
        "3d21e903",
    ]


# -- properties --------------------------------------------------------------------------------------------------

words = st.text("abcdefgé“’- ", min_size=1, max_size=8)
lines = st.lists(words, max_size=150).map(" ".join)
texts = st.lists(lines, max_size=8)


@given(texts)
def test_a_text_always_repeats_itself_wholly(text: list[str]) -> None:
    found = Index.of([fingerprint("itself", text)]).find(text)
    if not any(len(fingerprints._words(line)) >= fingerprints.WORDS for line in text):
        assert found == []  # no four words in a row: nothing to know it by
        return
    repeat = only(found)
    assert (repeat.share, repeat.share_of_report, repeat.is_whole) == (1, 1, True)
    long = [number for number, line in enumerate(text, 1) if len(fingerprints._words(line)) >= fingerprints.WORDS]
    assert {(number, number) for number in long} <= set(repeat.paragraphs)


@given(texts, texts)
def test_shares_are_shares_and_nothing_repeats_an_empty_text(text: list[str], other: list[str]) -> None:
    for repeat in Index.of([fingerprint("empty", []), fingerprint("other", other)]).find(text):
        assert repeat.report == "other"
        assert 0 <= repeat.share <= 1
        assert 0 <= repeat.share_of_report <= 1
        assert {here for here, _ in repeat.paragraphs} <= set(range(1, len(text) + 1))
        assert {there for _, there in repeat.paragraphs} <= set(range(1, len(other) + 1))
    assert Index.of([fingerprint("text", text)]).find([]) == []


@pytest.mark.parametrize(
    "line",
    ["nine rockets hit the base near {} today\n", "nine rockets hit the base near {} today ", "“é {} ", "a b c d\n"],
    ids=["lines", "one line", "foreign", "always the same"],
)
def test_time_grows_with_length(line: str) -> None:
    def seconds(count: int) -> float:
        text = "".join(line.format(number * 7919) for number in range(count))
        start = time.perf_counter()
        Index.of([fingerprint("text", text)]).find(fingerprint("again", text))
        return time.perf_counter() - start

    seconds(100)
    short, long = (min(seconds(count) for _ in range(3)) for count in (1_000, 8_000))
    assert long < 4 * 8 * short + 0.1


# -- the catalogue's reports -------------------------------------------------------------------------------------

needs_texts = pytest.mark.skipif(not script.TEXTS.is_dir(), reason="needs ../shared: the real reports")


@cache
def shipped_reports() -> dict[str, ReportEntry]:
    return {str(each.id): each for each in catalog.read(paths.shipped_catalogue()).of(ReportEntry)}


def report_text(report: str) -> str:
    wanted = str(shipped_reports()[report].sha256)
    files = (path.read_bytes() for path in script.TEXTS.glob("*.txt"))
    return next(data.decode() for data in files if hashlib.sha256(data).hexdigest() == wanted)


def test_every_shipped_report_has_a_fingerprint_and_none_tells_its_words() -> None:
    held = json.loads(fingerprints.SHIPPED.read_text("utf-8"))
    assert set(held) == {str(each.sha256) for each in shipped_reports().values()}
    for _, size, hashes in (passage for passages in held.values() for passage in passages):
        assert len(hashes) <= max(fingerprints.FEWEST, (size + 1) // 2)
    assert set(re.sub(r'"[0-9a-f]{64}"', "", fingerprints.SHIPPED.read_text("utf-8"))) <= set("0123456789[]{},: \n")


@needs_texts
def test_the_fingerprints_are_those_of_the_texts() -> None:
    assert fingerprints.SHIPPED.read_text("utf-8") == script.made(), "run python tests/reading/fingerprints.py"


def catalogue_index(database: Database, without: str | None = None) -> Index:
    with Reader(database) as reader:
        known = inventory.directory(reader).reports
        attached = inventory.texts(reader, known)
    return Index.of(fingerprints.of_catalogue([each for each in known.values() if each.id != without], attached))


@needs_texts
def test_the_two_november_reports_are_one(shipped: Database) -> None:
    known = catalogue_index(shipped, without="unnamed-2019-11-27")
    repeat = only(known.find(paragraphs(report_text("unnamed-2019-11-27"))))
    assert (repeat.report, repeat.is_whole, repeat.share) == ("cnn-2019-11-26", True, 1)
    assert repeat.paragraphs == (
        (1, 2), (2, 3), (2, 4), (3, 5), (4, 6), (5, 6), (6, 7), (7, 12), (8, 14), (9, 15),
    )  # fmt: skip


@needs_texts
def test_the_longer_of_them_contains_the_other(shipped: Database) -> None:
    known = catalogue_index(shipped, without="cnn-2019-11-26")
    repeat = only(known.find(paragraphs(report_text("cnn-2019-11-26"))))
    assert (repeat.report, repeat.is_whole, repeat.share_of_report) == ("unnamed-2019-11-27", False, 1)
    assert 0.3 < repeat.share < 0.5
    assert repeat.told.endswith("'unnamed-2019-11-27' (paragraphs 1 to 9): nearly all of that report")


@needs_texts
@pytest.mark.parametrize("report", ["africom-images-2020-07", "camouflaged-fighters-2020-05", "cnn-2020-05-26"])
def test_the_others_repeat_none_but_themselves(shipped: Database, report: str) -> None:
    lines = paragraphs(report_text(report))
    assert [(each.report, each.is_whole) for each in catalogue_index(shipped).find(lines)] == [(report, True)]
    assert catalogue_index(shipped, without=report).find(lines) == []


def test_an_attached_text_goes_before_what_is_shipped() -> None:
    sha256 = str(shipped_reports()["cnn-2020-05-26"].sha256)
    reports: list[Any] = [
        SimpleNamespace(id=id_, sha256=sha, earliest="2020-05-26", latest="2020-05-27")
        for id_, sha in (("attached", sha256), ("shipped", sha256), ("other", "0" * 64), ("bare", None))
    ]
    found = fingerprints.of_catalogue(reports, {"attached": BASE})
    assert [each.report for each in found] == ["attached", "shipped"]
    assert found[0] == fingerprint("attached", BASE, earliest="2020-05-26", latest="2020-05-27")
    assert max(passage.paragraph for passage in found[1].passages) == 14


# -- shared origins ----------------------------------------------------------------------------------------------

SYSTEMS = Tree({"artillery": None, "rocket-artillery": "artillery", "aircraft": None})
FORCES = Tree({"state": None, "army": "state", "rebels": None})
STANDS = Repeat("base", 0.3, 0.3, ((2, 5), (3, 6)))


def proposal(**fields: Any) -> Any:
    usual = dict.fromkeys(("operator", "supplier", "beneficiary", "opponent"))
    usual |= {"paragraph": 2, "system": "rocket-artillery", "action": "present", "stance": "alleged"}
    return SimpleNamespace(**{**usual, **fields})


def claim(key: str, **fields: Any) -> EarlierClaim:
    usual = {"paragraph": 5, "origin": "residents", "event": "convoy", "system": "rocket-artillery"}
    usual |= {"action": "present", "stance": "alleged"}
    return EarlierClaim(id=f"base/{key}", report="base", **{**usual, **fields})


def claims(*each: EarlierClaim) -> dict[tuple[str, int], list[EarlierClaim]]:
    found: dict[tuple[str, int], list[EarlierClaim]] = {}
    for one in each:
        found.setdefault((one.report, one.paragraph), []).append(one)
    return found


@pytest.mark.parametrize(
    ("read", "known", "expected"),
    [
        pytest.param({}, [{}], ("residents", "convoy"), id="the same claim"),
        pytest.param({"action": "based"}, [{}], ("residents", "convoy"), id="another action of the same effect"),
        pytest.param({"system": "artillery"}, [{}], ("residents", "convoy"), id="a wider system"),
        pytest.param({}, [{"event": None}], ("residents", None), id="no event"),
        pytest.param({"system": "aircraft"}, [{}], None, id="another system"),
        pytest.param({"action": "destroyed"}, [{}], None, id="another effect"),
        pytest.param({"stance": "denied"}, [{}], None, id="another stance"),
        pytest.param({"paragraph": 3}, [{}], None, id="stands in another paragraph"),
        pytest.param({"paragraph": 4}, [{}], None, id="stands in none"),
        pytest.param({"operator": "army"}, [{"operator": "state"}], ("residents", "convoy"), id="a part of the force"),
        pytest.param({"operator": "rebels"}, [{"operator": "state"}], ("residents", None), id="of another force"),
        pytest.param({}, [{}, {"origin": "officials"}], None, id="two origins, nothing to choose by"),
        pytest.param({}, [{}, {"event": "exercise"}], ("residents", None), id="two events, nothing to choose by"),
        pytest.param(
            {},
            [{"system": "artillery", "origin": "officials"}, {}],
            ("residents", "convoy"),
            id="the same system first",
        ),
        pytest.param(
            {"operator": "rebels"},
            [{"operator": "state", "origin": "officials"}, {"operator": "rebels"}],
            ("residents", "convoy"),
            id="the same force first",
        ),
        pytest.param(
            {"system": None, "action": "backs", "operator": "state", "beneficiary": "rebels"},
            [{"system": None, "action": "backs", "operator": "state", "beneficiary": "rebels", "event": None}],
            ("residents", None),
            id="who backs whom",
        ),
        pytest.param(
            {"system": None, "action": "backs", "operator": "rebels"},
            [{"system": None, "action": "backs", "operator": "state"}],
            None,
            id="another who backs",
        ),
        pytest.param(
            {"system": None, "action": "controls"}, [{"action": "backs"}], None, id="with and without a system"
        ),
    ],
)
def test_a_repeated_claim_takes_its_origin_and_event(
    read: dict[str, Any], known: list[dict[str, Any]], expected: tuple[str, str | None] | None
) -> None:
    earlier = claims(*(claim(f"c{number}", **fields) for number, fields in enumerate(known)))
    found = shared(proposal(**read), [STANDS], earlier, SYSTEMS, FORCES)
    assert (found and (found.origin, found.event)) == expected


def test_a_report_without_such_a_claim_leaves_it_to_the_next() -> None:
    other = Repeat("other", 0.2, 0.2, ((2, 1),))
    earlier = {("other", 1): [EarlierClaim("other/x", "other", 1, "o", None, "artillery", "present", "alleged")]}
    assert shared(proposal(), [STANDS, other], earlier, SYSTEMS, FORCES) == Shared("o", None, "other/x")
    assert shared(proposal(), [], earlier, SYSTEMS, FORCES) is None


# -- in the draft ------------------------------------------------------------------------------------------------

OWN_REPORT = """
report: {id: own-2020-01-06, publisher: cnn, published: 2020-01-06, dated_by: its date line}
origins:
  wagner-count-2020-01: {speaker: us-africom, made: 2020-01-06, basis: statement}
events:
  fighters-brak-2020-01: {kind: arrival, title: Fighters flown to Brak}
claims:
  - key: six-fighters
    origin: wagner-count-2020-01
    event: fighters-brak-2020-01
    paragraph: 1
    says: Six fighters came to Libya.
    action: deployed
    stance: alleged
    system: mig-29
    count: six
    operator: russian-armed-forces
    to: libya
"""
OWN_TEXT = """\
Russia has deployed six MiG-29 fighters to an airfield in the south of Libya since the beginning of the year, US \
Africa Command said on Monday in a statement that named no pilots.

Nobody at the embassy wanted to say a word about the matter when reached by telephone in the afternoon.
"""


def document(text: str) -> Document:
    return Document(text, None, None, (), None, None, None, ())


def test_a_draft_refers_to_the_origin_and_event_of_what_it_repeats(shipped: Database, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(OWN_REPORT)
    database = Database(tmp_path / "mine.db")
    database.path.write_bytes(shipped.path.read_bytes())  # type: ignore[union-attr]
    intake.load([own], database)
    with Reader(database) as reader:
        known = inventory.directory(reader).reports
        earlier = earlier_claims(inventory.claim_rows(reader))
    text = OWN_TEXT.replace("Monday", "Monday evening") + "\nThree Pantsir systems were seen at Sirte, CNN reported.\n"
    found = Index.of(fingerprints.of_catalogue(known.values(), {"own-2020-01-06": OWN_TEXT})).find(paragraphs(text))
    made = draft.make(
        document(text), knowledge(), name="copy.txt", today=datetime.date(2020, 1, 9),
        given=draft.Given(published="2020-01-07", publisher="cnn"), repeats=found, earlier=earlier,
    )  # fmt: skip
    path = tmp_path / f"{made.id}.yaml"
    path.write_text(made.text)
    read = intake.check([path], database)
    assert read.problems == []
    (report,) = read.of(ReportEntry)
    assert report.repeats == "own-2020-01-06"
    assert report.note == "paragraphs 1 and 2 stand in 'own-2020-01-06' (paragraphs 1 and 2): nearly all of this text"
    first = next(each for each in read.of(ClaimEntry) if each.paragraph == "1")
    assert (first.system, first.origin, first.event) == ("mig-29", "wagner-count-2020-01", "fighters-brak-2020-01")
    assert str(first.because).endswith("the paragraph and its origin are those of 'own-2020-01-06/six-fighters'")
    assert "wagner-count-2020-01" not in {each.id for each in read.of(OriginEntry)}


@pytest.mark.parametrize(
    ("repeat", "expected"),
    [
        (Repeat("base", 1, 1, ((1, 1),)), "base"),
        (Repeat("base", 1, 1, ((1, 1),), is_later=True), None),
        (Repeat("base", 0.5, 1, ((1, 1),)), None),
        (Repeat("base", 1, 1, ((1, 1),), is_known=False), None),
        (Repeat("cnn-2020-01-07-copy", 1, 1, ((1, 1),)), None),
    ],
    ids=["whole", "published later", "in part", "a draft of the same run", "itself"],
)
def test_a_draft_repeats_a_report_of_the_catalogue_alone(repeat: Repeat, expected: str | None) -> None:
    made = draft.make(
        document(OWN_TEXT), knowledge(), name="copy.txt", today=datetime.date(2020, 1, 9),
        given=draft.Given(published="2020-01-07", publisher="cnn"), repeats=[repeat],
    )  # fmt: skip
    assert made.id == "cnn-2020-01-07-copy"
    assert re.findall(r"(?m)^  repeats: (.*)$", made.text) == ([expected] if expected else [])
    assert ("stands in 'base'" in made.text) is (repeat.report == "base")


@needs_texts
def test_the_draft_of_the_second_november_report_adds_nobody(shipped: Database) -> None:
    with Reader(shipped) as reader:
        earlier = earlier_claims(inventory.claim_rows(reader))
    text = report_text("unnamed-2019-11-27")
    found = catalogue_index(shipped, without="unnamed-2019-11-27").find(paragraphs(text))
    made = draft.make(
        document(text), knowledge(), name="004.txt", today=datetime.date(2026, 1, 1),
        given=draft.Given(published="2019-11-27"), repeats=found, earlier=earlier,
    )  # fmt: skip
    origins = set(re.findall(r"(?m)^    origin: (.*)$", made.text))
    with Reader(shipped) as reader:
        assert origins <= set(inventory.directory(reader).origins)
    assert len(origins) >= 3
